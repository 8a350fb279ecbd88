"""How the item of a card is linked with others, each with its state."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_marks import NOT_BEGUN
from tcplan.values.rag import Colour
from tcplan.views.card.rows import CardPage, RelatedItemRow

_HEADINGS: Final = (
    ("holds", "Below it", ""),
    ("depends_on", "Depends on", "what has to be finished first"),
    ("needed_by", "Needed by", "what waits until this is finished"),
    ("related", "Related to", ""),
    ("named_by", "Named as related by", ""),
    ("merged_into", "Taken over by", ""),
    ("merged_from", "Takes over", "what was closed into it"),
    ("used_by", "Used by", "the entries that name this measure"),
    ("continues", "Continues", "relatives in earlier plans"),
    ("continued_by", "Continued by", "relatives in later plans"),
)
"""The links in the order in which they are printed: what each is called, and what it means."""


def add_links(out: Page, page: CardPage) -> None:
    """Add each kind of link that there is."""
    for name, heading, meaning in _HEADINGS:
        rows: Sequence[RelatedItemRow] = getattr(page.links, name)
        if rows:
            out.heading(heading, meaning)
            _add_items(out, rows)


def _add_items(out: Page, rows: Sequence[RelatedItemRow]) -> None:
    """A line for each: its mark, how the plan refers to it, its title, and what there is to say of its state."""
    screen = out.screen
    width = cell_len(screen.mark(Colour.GREEN))
    refs = max(cell_len(screen.id(one.ref)) for one in rows)
    for one in rows:
        ref = (pad(screen.id(one.ref), refs), STRONG)
        head: tuple[Part, ...] = ("  ", _mark(screen, one, width), "  ", ref, "  ")
        indent = 2 + width + 2 + refs + 2
        title = screen.fit(one.title) if one.found else "is not in the workspace, or has no such entry"
        out.line(*head, screen.cut(title, screen.width - indent))
        words = ", ".join(_state_words(one))
        if words:
            out.paragraph(screen.fit(words), indent=indent, style=QUIET)


def _mark(screen: Screen, row: RelatedItemRow, width: int) -> Part:
    if row.closed:
        return pad("x", width), QUIET
    if row.headline:
        return pad(screen.mark(Colour(row.headline)), width), INK[row.headline]
    if row.level == "action" and row.counts_as == NOT_BEGUN:
        return pad("+", width), QUIET
    if row.rag and row.letter and row.counts_as == row.rag:
        sign = f"{row.symbol} {row.letter}" if screen.symbols else row.letter
        return pad(sign, width), INK[row.rag]
    return pad(screen.no_report if row.level == "action" else "", width), QUIET


def _state_words(row: RelatedItemRow) -> list[str]:
    """How it is continued, its colour, its date, and how it ended."""
    if not row.found:
        return [row.how] if row.how else []
    words = [str(row.how)] if row.how else []
    if row.closed:
        return [*words, row.closed]
    if row.headline_words:
        words.append(f"computed: {row.headline_words}")
    if row.level == "action" or row.rag:
        words.append(row.state[:1].lower() + row.state[1:])
    if row.closing:
        words.append(f"closing colour {row.closing}")
    if row.due and not row.complete:
        is_past = row.overdue or row.closing  # what was not finished by the end of its plan is due no more
        words.append(f"was due {row.due}" if is_past else f"due {row.due}")
    return words
