"""Submission (TC7xx): what a self-assessment needs before it is sent."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.submission import (
    bare_closing,
    changed_since_approval,
    figure_without_value,
    impact_without_evidence,
    incomplete_header,
    no_closing_rag,
    no_contact_or_webpage,
    no_plan_submitted,
    no_review,
    no_sign_off,
    no_submission_date,
    over_word_limit,
    placeholder,
    provisional_wording,
    sent_out_of_order,
    still_to_be_confirmed,
    unanswered_question,
    unfinished_review,
    unfit_cohort,
    unfit_plan_length,
    unknown_figure,
    untitled_evidence,
)
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.UNANSWERED_QUESTION, Profile.SUBMISSION, submission=(unanswered_question.unanswered_question,)),
    Rule(codes.OVER_WORD_LIMIT, Profile.PLAN, submission=(over_word_limit.over_word_limit,)),
    Rule(codes.PLACEHOLDER, Profile.PLAN, file=(placeholder.placeholder,)),
    Rule(
        codes.NO_CONTACT,
        Profile.SUBMISSION,
        submission=(no_contact_or_webpage.no_contact,),
        institution=(no_contact_or_webpage.institution_without_contact,),
    ),
    Rule(codes.NO_WEBPAGE, Profile.SUBMISSION, institution=(no_contact_or_webpage.no_webpage,)),
    Rule(codes.NO_SIGN_OFF, Profile.SUBMISSION, submission=(no_sign_off.no_sign_off,)),
    Rule(codes.NO_CLOSING_RAG, Profile.SUBMISSION, submission=(no_closing_rag.no_closing_rag,)),
    Rule(codes.UNFIT_PLAN_LENGTH, Profile.SUBMISSION, submission=(unfit_plan_length.unfit_plan_length,)),
    Rule(codes.NO_REVIEW, Profile.SUBMISSION, requires=(codes.UNKNOWN_PLAN,), submission=(no_review.no_review,)),
    Rule(
        codes.NO_PLAN_SUBMITTED,
        Profile.SUBMISSION,
        requires=(codes.UNKNOWN_PLAN,),
        submission=(no_plan_submitted.no_plan_submitted,),
    ),
    Rule(codes.UNFIT_COHORT, fixes=True, institution=(unfit_cohort.unfit_cohort,)),
    Rule(codes.SENT_OUT_OF_ORDER, requires=(codes.FUTURE_DATE,), submission=(sent_out_of_order.sent_out_of_order,)),
    Rule(codes.UNKNOWN_FIGURE, submission=(unknown_figure.unknown_figure,)),
    Rule(codes.FIGURE_WITHOUT_VALUE, Profile.SUBMISSION, submission=(figure_without_value.figure_without_value,)),
    Rule(codes.NO_SUBMISSION_DATE, Profile.PLAN, institution=(no_submission_date.no_submission_date,)),
    Rule(codes.REVIEW_WITHOUT_SUMMARY, Profile.SUBMISSION, submission=(unfinished_review.review_without_summary,)),
    Rule(codes.CLOSING_WITHOUT_NOTE, Profile.SUBMISSION, submission=(bare_closing.closing_without_note,)),
    Rule(codes.CLOSING_WITHOUT_EVIDENCE, Profile.SUBMISSION, submission=(bare_closing.closing_without_evidence,)),
    Rule(
        codes.UNTITLED_EVIDENCE,
        Profile.SUBMISSION,
        submission=(untitled_evidence.untitled_evidence_of_submission,),
        plan=(untitled_evidence.untitled_evidence,),
    ),
    Rule(
        codes.IMPACT_WITHOUT_EVIDENCE,
        Profile.SUBMISSION,
        submission=(impact_without_evidence.impact_without_evidence,),
    ),
    Rule(codes.STILL_TO_BE_CONFIRMED, Profile.SUBMISSION, plan=(still_to_be_confirmed.still_to_be_confirmed,)),
    Rule(codes.INCOMPLETE_HEADER, Profile.SUBMISSION, submission=(incomplete_header.incomplete_header,)),
    Rule(codes.REVIEW_WITHOUT_DATE, Profile.SUBMISSION, submission=(unfinished_review.review_without_date,)),
    Rule(
        codes.PROVISIONAL_WORDING,
        Profile.SUBMISSION,
        submission=(provisional_wording.provisional_questions,),
        plan=(provisional_wording.provisional_items,),
    ),
    Rule(
        codes.CHANGED_SINCE_APPROVAL,
        Profile.SUBMISSION,
        submission=(changed_since_approval.changed_submission,),
        plan=(changed_since_approval.changed_plan,),
    ),
)
