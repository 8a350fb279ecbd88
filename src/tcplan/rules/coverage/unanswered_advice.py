"""Advice of the reviewers that no plan answers (TC610)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNANSWERED_ADVICE
from tcplan.findings.finding import Problem
from tcplan.progress.history import is_in_plan
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import is_read
from tcplan.values.words import FeedbackType
from tcplan.workspace import SubmissionFile
from tcplan.workspace.feedback import answered_points, point_ref


def unanswered_advice(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The reviewers advised something, and nothing in a plan answers it.

    A point counts if its type is advice, or if it has none. An entry of any plan of the institution answers it with
    `answers: stage-2/feedback/3`. Feedback of a later day is left out.

    Why: The next submission is read beside the last feedback. Advice that was taken is the easiest success to show, and
    advice that was not taken needs a reason.

    Fix: Add the point to `answers` of the action that takes it up. If you do not follow the advice, accept the finding
    with the reason.
    """
    feedback = file.submission.feedback
    if feedback is None or not is_read(file.file, "feedback"):
        return
    if feedback.date and feedback.date.first > context.as_of:
        return
    for index, one in enumerate(answered_points(context.folder, file)):
        is_answered = any(is_in_plan(node, context.as_of) for _, node in one.answers)
        if one.point.type is not FeedbackType.PRAISE and not is_answered:
            ref = point_ref(file, one.point)
            message = f"nothing in a plan answers point {one.point.id} of the feedback"
            help_text = f"add `answers: {ref}` to the action that takes it up, or accept the finding with the reason"
            yield Problem(UNANSWERED_ADVICE, ("feedback", "points", index, "id"), message, help_text)
