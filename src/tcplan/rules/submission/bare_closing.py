"""Reviewed actions without a sentence or without evidence (TC717, TC718)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import CLOSING_WITHOUT_EVIDENCE, CLOSING_WITHOUT_NOTE
from tcplan.findings.finding import Problem
from tcplan.model.plan import Measure
from tcplan.rules.support.context import Context
from tcplan.rules.support.evidence import has_evidence, link_pattern, shown_by_case_studies
from tcplan.rules.support.reviews import ReviewedAction, action_names, reviewed_actions, reviewed_plan
from tcplan.rules.support.sentences import join_names
from tcplan.rules.support.submissions import form_of
from tcplan.values.rag import Colour
from tcplan.workspace import SubmissionFile

_FINISHED: Final = (Colour.GREEN, Colour.BLUE)


def closing_without_note(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """No sentence says what became of a reviewed action.

    The note of the last report counts if the review has none for the action. There is one finding for all such actions
    of a review. Actions that were closed before the review are left out, and so is a submission that has been sent.

    Why: A colour says whether an action was finished. The people who read the review want to know what there is now
    that was not there before, or why there is not.

    Fix: Write a sentence as `note` under `closing` of the review.
    """
    for index, review in enumerate(file.submission.reviews if form_of(file, context) else ()):
        actions = reviewed_actions(context.workspace, context.folder, review, context.as_of)
        bare = [one for one in actions if not one.has_note]
        if bare:
            noun = "action" if len(bare) == 1 else "actions"
            message = f"no sentence says what became of {len(bare)} {noun} of {review.plan}: {_ids(bare)}"
            help_text = (
                f"write one under `closing` of this review: `{{ref: {bare[0].state.node.id}, rag: ..., note: ...}}`"
            )
            path = ("reviews", index, "plan")
            yield Problem(CLOSING_WITHOUT_NOTE, path, message, help_text, entries=action_names(review, bare))


def closing_without_evidence(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A reviewed action is stated to be green or blue, but nothing shows it.

    Any of these counts: evidence in the review or in a report, a link in a note, a success criterion with the day it
    was `done`, a second reading of a measure that the action names, or a case study that shows it. There is one finding
    for all such actions of a review. A submission that has been sent is left out.

    Why: From stage 2 the form asks for evidence that earlier plans have had impact. A finished action is the best
    evidence that there is, if somebody can see it.

    Fix: Add `evidence` under `closing` of the review: a title with a link, a document, or a case study.
    """
    for index, review in enumerate(file.submission.reviews if form_of(file, context) else ()):
        plan = reviewed_plan(context.workspace, context.folder, review)
        if plan is None:
            continue
        shown = shown_by_case_studies(plan, context)
        measures = {measure.id: measure for measure in plan.plan.measures}
        actions = reviewed_actions(context.workspace, context.folder, review, context.as_of)
        bare = [one for one in actions if _is_finished(one) and not _is_shown(one, measures, shown)]
        if bare:
            message = f"nothing shows that {_number(bare)} finished in {review.plan}: {_ids(bare)}"
            help_text = "add `evidence:` under `closing` of this review: a link, a document or a case study"
            path = ("reviews", index, "plan")
            yield Problem(CLOSING_WITHOUT_EVIDENCE, path, message, help_text, entries=action_names(review, bare))


def _is_finished(one: ReviewedAction) -> bool:
    return one.closing is not None and one.closing.rag in _FINISHED


def _is_shown(one: ReviewedAction, measures: dict[str, Measure], shown: set[int]) -> bool:
    closing = one.closing
    if closing and (closing.evidence or link_pattern().search(f"{closing.note or ''} {closing.internal or ''}")):
        return True
    return id(one.state.node) in shown or has_evidence(one.state, measures)


def _number(actions: list[ReviewedAction]) -> str:
    return "1 action was" if len(actions) == 1 else f"{len(actions)} actions were"


def _ids(actions: list[ReviewedAction]) -> str:
    return join_names([one.state.node.id for one in actions])
