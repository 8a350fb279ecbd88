"""Reviewed actions without a sentence or without evidence (TC717, TC718)."""

from collections.abc import Iterator
from typing import Final

from tcplan.comparison.reviewed_actions import ActionEnding
from tcplan.findings.codes import CLOSING_WITHOUT_EVIDENCE, CLOSING_WITHOUT_NOTE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.evidence import has_evidence, link_pattern, shown_by_case_studies
from tcplan.rules.support.reviews import action_names, actions_by_review, has_note
from tcplan.rules.support.sentences import join_names
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
    for of in actions_by_review(file, context):
        bare = [one for one in of.actions if not has_note(one)]
        if bare:
            number = "1 action" if len(bare) == 1 else f"{len(bare)} actions"
            message = f"no sentence says what became of {number} of {of.review.plan}: {_ids(bare)}"
            help_text = f"write one under `closing` of this review: `{{ref: {bare[0].node.id}, rag: ..., note: ...}}`"
            yield Problem(CLOSING_WITHOUT_NOTE, of.path, message, help_text, entries=action_names(bare))


def closing_without_evidence(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A reviewed action is stated to be green or blue, but nothing shows it.

    Any of these counts: evidence in the review or in a report, a link in a note, a success criterion with the day it
    was `done`, a second reading of a measure that the action names, or a case study that shows it. There is one finding
    for all such actions of a review. A submission that has been sent is left out.

    Why: From stage 2 the form asks for evidence that earlier plans have had impact. A finished action is the best
    evidence that there is, if somebody can see it.

    Fix: Add `evidence` under `closing` of the review: a title with a link, a document, or a case study.
    """
    for of in actions_by_review(file, context):
        bare = [one for one in of.actions if _is_finished(one) and not _is_shown(one, context)]
        if bare:
            message = f"nothing shows that {_number(bare)} finished in {of.review.plan}: {_ids(bare)}"
            help_text = "add `evidence:` under `closing` of this review: a link, a document or a case study"
            yield Problem(CLOSING_WITHOUT_EVIDENCE, of.path, message, help_text, entries=action_names(bare))


def _is_finished(one: ActionEnding) -> bool:
    return one.closing is not None and one.closing.rag in _FINISHED


def _is_shown(one: ActionEnding, context: Context) -> bool:
    closing = one.closing
    if closing and (closing.evidence or link_pattern().search(f"{closing.note or ''} {closing.internal or ''}")):
        return True
    measures = {measure.id: measure for measure in one.plan.plan.measures}
    return id(one.node) in shown_by_case_studies(one.plan, context) or has_evidence(one.state, measures)


def _number(actions: list[ActionEnding]) -> str:
    return "1 action was" if len(actions) == 1 else f"{len(actions)} actions were"


def _ids(actions: list[ActionEnding]) -> str:
    return join_names([one.node.id for one in actions])
