"""The RAG analysis of a reviewed plan: how many actions have which colour, and how colours are proposed."""

from collections import Counter
from collections.abc import Sequence

from tcplan.model import Framework
from tcplan.progress.closing_rag import RagBasis
from tcplan.values.rag import Colour, plain_words
from tcplan.views.documents.parts import Cell, Row, Table, TextItem, cell, colour_badge, ours, plural
from tcplan.views.documents.reviewed_rows import ReviewedRow
from tcplan.workspace import Level

USUAL = (Colour.GREEN, Colour.AMBER, Colour.RED)
"""The colours that a RAG analysis counts even if no action has them."""


def rag_table(rows: Sequence[ReviewedRow], title: str, day: str) -> Table:
    """How many actions have which colour, and how many of those a person has stated."""
    actions = [row for row in rows if row.kind is Level.ACTION]
    counts = Counter((row.colour, row.basis) for row in actions)
    order = dict.fromkeys((*USUAL, *Colour))
    lines = [
        _line(
            TextItem("", badge=colour_badge(colour)), counts[colour, RagBasis.STATED], counts[colour, RagBasis.PROPOSED]
        )
        for colour in order
        if counts[colour, RagBasis.STATED] + counts[colour, RagBasis.PROPOSED] or colour in USUAL
    ]
    closed, missing = counts[None, RagBasis.CLOSED], counts[None, RagBasis.MISSING]
    if closed:
        lines.append(Row(cell(ours("Closed, without a colour")), _numbers(closed, 0, 0)))
    if missing:
        lines.append(Row(cell(ours("Not reported, no colour yet")), _numbers(missing, 0, 0)))
    stated = sum(count for (_, basis), count in counts.items() if basis is RagBasis.STATED)
    proposed = sum(count for (_, basis), count in counts.items() if basis is RagBasis.PROPOSED)
    lines.append(Row(cell(ours("All actions")), _numbers(len(actions), stated, proposed)))
    columns = (cell(ours("RAG")), *(cell(ours(one), number=True) for one in ("Actions", "Confirmed", "Proposed")))
    return Table(f"RAG of the {plural(len(actions), 'action')} of {title} on {day}", columns, tuple(lines))


def _line(head: TextItem, stated: int, proposed: int) -> Row:
    return Row(cell(head), _numbers(stated + proposed, stated, proposed))


def _numbers(*counts: int) -> tuple[Cell, ...]:
    return tuple(cell(str(count), number=True) for count in counts)


def proposal_rules(form: Framework, rows: Sequence[ReviewedRow]) -> str:
    """How colours are proposed; empty if none is."""
    if all(row.basis is not RagBasis.PROPOSED for row in rows):
        return ""
    rules = "; ".join(
        f"{colour} for {', '.join(plain_words(one) for one in meanings)}" for colour, meanings in form.closing.items()
    )
    return f"The colours marked as proposed have not been confirmed. They follow from the last report ({rules})."
