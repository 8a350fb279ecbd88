"""Submission (TC7xx): what must be there before a self-assessment is sent."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.rules.submission import answers, approval, institution, placeholders, plan, reviews
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(answers.UNANSWERED_QUESTION, Profile.SUBMISSION, submission=(answers.unanswered_question,)),
    Rule(answers.OVER_WORD_LIMIT, Profile.PLAN, submission=(answers.over_word_limit,)),
    Rule(placeholders.PLACEHOLDER, Profile.PLAN, file=(placeholders.placeholder,)),
    Rule(
        institution.NO_CONTACT,
        Profile.SUBMISSION,
        submission=(institution.no_contact,),
        institution=(institution.institution_without_contact,),
    ),
    Rule(institution.NO_WEBPAGE, Profile.SUBMISSION, institution=(institution.no_webpage,)),
    Rule(approval.NO_SIGN_OFF, Profile.SUBMISSION, submission=(approval.no_sign_off,)),
    Rule(reviews.NO_CLOSING_RAG, Profile.SUBMISSION, submission=(reviews.no_closing_rag,)),
    Rule(plan.UNFIT_PLAN_LENGTH, Profile.SUBMISSION, submission=(plan.unfit_plan_length,)),
    Rule(reviews.NO_REVIEW, Profile.SUBMISSION, submission=(reviews.no_review,)),
    Rule(plan.NO_PLAN_SUBMITTED, Profile.SUBMISSION, submission=(plan.no_plan_submitted,)),
)
