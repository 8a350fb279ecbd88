"""Actions of a reviewed plan without a stated closing RAG (TC707)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import NO_CLOSING_RAG
from tcplan.findings.finding import Problem
from tcplan.progress.closing_rag import RagBasis
from tcplan.rules.support.context import Context
from tcplan.rules.support.reviews import action_names, actions_by_review
from tcplan.rules.support.sentences import join_names
from tcplan.workspace import SubmissionFile

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
    for of in actions_by_review(file, context):
        bare = [one for one in of.actions if one.is_open]
        if not bare:
            continue
        ids = {basis: [one.node.id for one in bare if one.rag.basis is basis] for basis in _LACKING}
        first = (ids[RagBasis.PROPOSED] or ids[RagBasis.MISSING])[0]
        help_text = f"state each under `closing` of this review: `{{ref: {first}, rag: ..., note: ...}}`"
        noun = f"action of {of.review.plan} has" if len(bare) == 1 else f"actions of {of.review.plan} have"
        message = f"{len(bare)} {noun} no stated closing RAG: {_ids_by_basis(ids)}"
        ordered = sorted(bare, key=lambda one: _LACKING.index(one.rag.basis))
        yield Problem(NO_CLOSING_RAG, of.path, message, help_text, entries=action_names(ordered))


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
