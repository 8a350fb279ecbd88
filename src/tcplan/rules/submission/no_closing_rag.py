"""Actions of a reviewed plan without a stated closing RAG (TC707)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import NO_CLOSING_RAG
from tcplan.findings.finding import Problem
from tcplan.model import Framework
from tcplan.model.submission import Review
from tcplan.progress import state_of
from tcplan.progress.closing_rag import RagBasis, closing_rag
from tcplan.rules.support.context import Context
from tcplan.rules.support.sentences import join_names
from tcplan.rules.support.submissions import form_of
from tcplan.workspace import Level, PlanFile, SubmissionFile, find_plan, resolve

_LACKING: Final = (RagBasis.PROPOSED, RagBasis.MISSING)


def no_closing_rag(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """An action of a reviewed plan has no closing RAG that somebody has stated.

    There is one finding for all such actions of one review. If an action has a report, tcplan proposes a colour by the
    rules of the form, and marks it as proposed. If an action was never reported on, or the form has no rule for its
    last colour, tcplan proposes none. Actions that were closed before the review need no colour. A submission that has
    been sent is left out.

    Why: From stage 2 the form asks for red, amber or green for every action of the earlier plans. A colour that comes
    from the last report may be out of date; the people who did the work should say how it ended.

    Fix: Go through the list with the leads, and write each colour under `closing` of the review, with a sentence if it
    is not green.
    """
    form = form_of(file, context)
    for number, review in enumerate(file.submission.reviews):
        plan = find_plan(context.workspace, context.folder, review.plan).plan
        if form is None or plan is None or plan.has_unread_entries:
            continue
        ids = _without_colour(form, review, plan, context)
        total = len(ids[RagBasis.PROPOSED]) + len(ids[RagBasis.MISSING])
        if total:
            path = ("reviews", number, "plan")
            first = (ids[RagBasis.PROPOSED] or ids[RagBasis.MISSING])[0]
            help_text = f"state each under `closing` of this review: `{{ref: {first}, rag: ..., note: ...}}`"
            noun = f"action of {review.plan} has" if total == 1 else f"actions of {review.plan} have"
            message = f"{total} {noun} no stated closing RAG: {_ids_by_basis(ids)}"
            entries = tuple(f"action {review.plan}/{id_}" for basis in ids for id_ in ids[basis] if basis in _LACKING)
            yield Problem(NO_CLOSING_RAG, path, message, help_text, entries=entries)


def _without_colour(form: Framework, review: Review, plan: PlanFile, context: Context) -> dict[RagBasis, list[str]]:
    """The ids of the actions without a stated colour: those for which one is proposed, and the others."""
    day = review.date.last if review.date else context.as_of
    closings = {
        id(resolve(context.workspace, context.folder, plan, closing.ref).node): closing
        for closing in review.closing
        if closing.rag
    }
    found: dict[RagBasis, list[str]] = {RagBasis.PROPOSED: [], RagBasis.MISSING: []}
    for node in plan.tree.of(Level.ACTION):
        state = state_of(node, plan, day)
        if state.in_plan:
            found.setdefault(closing_rag(form, state, closings.get(id(node))).basis, []).append(node.id)
    return found


def _ids_by_basis(ids: dict[RagBasis, list[str]]) -> str:
    """The ids in a sentence: those for which a colour is proposed, and the others."""
    parts = [
        f"{says} {join_names(ids[basis])}"
        for basis, says in (
            (RagBasis.PROPOSED, "a colour is proposed for"),
            (RagBasis.MISSING, "none can be proposed for"),
        )
        if ids[basis]
    ]
    return ", ".join(parts)
