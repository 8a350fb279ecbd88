"""Submission (TC7xx): what must be there before a self-assessment is sent."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.submission import answers, approval, institution, placeholders, plan, reviews
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.UNANSWERED_QUESTION, Profile.SUBMISSION, submission=(answers.unanswered_question,)),
    Rule(codes.OVER_WORD_LIMIT, Profile.PLAN, submission=(answers.over_word_limit,)),
    Rule(codes.PLACEHOLDER, Profile.PLAN, file=(placeholders.placeholder,)),
    Rule(
        codes.NO_CONTACT,
        Profile.SUBMISSION,
        submission=(institution.no_contact,),
        institution=(institution.institution_without_contact,),
    ),
    Rule(codes.NO_WEBPAGE, Profile.SUBMISSION, institution=(institution.no_webpage,)),
    Rule(codes.NO_SIGN_OFF, Profile.SUBMISSION, submission=(approval.no_sign_off,)),
    Rule(codes.NO_CLOSING_RAG, Profile.SUBMISSION, submission=(reviews.no_closing_rag,)),
    Rule(codes.UNFIT_PLAN_LENGTH, Profile.SUBMISSION, submission=(plan.unfit_plan_length,)),
    Rule(codes.NO_REVIEW, Profile.SUBMISSION, submission=(reviews.no_review,)),
    Rule(codes.NO_PLAN_SUBMITTED, Profile.SUBMISSION, submission=(plan.no_plan_submitted,)),
)
