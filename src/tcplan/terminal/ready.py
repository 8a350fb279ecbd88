"""The checklist of a submission, on a terminal."""

from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len

from tcplan.terminal.page import BADGE, QUIET, STRONG, Page, Part
from tcplan.terminal.screen import Screen, pad
from tcplan.values.plain_text import file_name
from tcplan.values.rag import Colour
from tcplan.views.documents.parts import plural
from tcplan.views.ready.rows import AcceptedGapRow, GapRow, ReadyPage, ReviewedPlanRow
from tcplan.views.ready.words import commands, due_words, gap_counts, state_words

_INDENT: Final = 4


def ready_text(page: ReadyPage, screen: Screen) -> str:
    """The page as text: the state first, then what blocks, what is doubtful, and what is done."""
    out = Page(screen)
    out.line((screen.fit(page.title), STRONG))
    facts = (page.institution, file_name(page.file), f"as of {page.as_of}")
    out.flow([(screen.fit(fact),) for fact in facts], gap=" · " if screen.symbols else " | ")
    out.paragraph(screen.fit(due_words(page)))
    for limit in () if page.sent else page.page_limits:
        out.paragraph(screen.fit(limit))
    out.blank()
    colour = Colour.GREEN if page.ready else Colour.RED
    out.line(" ", (f" {state_words(page)} ", BADGE[colour] if screen.colour else STRONG), f"  {gap_counts(page)}")
    _add_questions(out, page)
    _add_reviews(out, () if page.sent else page.reviews)
    _add_gaps(out, "Blockers", page.blockers)
    _add_gaps(out, "Warnings", page.warnings)
    _add_accepted(out, page.accepted)
    _add_done(out, page)
    out.blank()
    for words, command in commands(page):
        out.line(screen.fit(words))
        _add_command(out, command, 2)
    return out.text()


def _add_questions(out: Page, page: ReadyPage) -> None:
    if page.sent or not page.questions:
        return
    screen = out.screen
    out.heading("Answers", "words, and pieces of evidence")
    ids = max(cell_len(screen.id(one.id)) for one in page.questions)
    room = screen.width - ids - 34
    for one in page.questions:
        limit = f" of {one.most_words}" if one.most_words is not None else ""
        words: tuple[Part, ...] = (pad(f"{one.words}{limit}", 12, right=True), pad(str(one.evidence), 10, right=True))
        title = pad(screen.cut(screen.fit(one.title), room), room)
        out.line("  ", (pad(screen.id(one.id), ids), STRONG), "  ", title, "  ", *words)


def _add_reviews(out: Page, rows: Iterable[ReviewedPlanRow]) -> None:
    for one in rows:
        day = f" on {one.date}" if one.date else ""
        out.heading(f"Review of {out.screen.fit(one.plan)}{day}")
        counts = f"{one.coloured} with a colour, {one.with_note} with a sentence, {one.with_evidence} with evidence"
        out.paragraph(f"{plural(one.actions, 'action')}: {counts}", indent=2)


def _add_gaps(out: Page, heading: str, rows: Sequence[GapRow]) -> None:
    """The gaps by kind; what to do next is said before those to which it applies."""
    if not rows:
        return
    out.heading(heading, str(sum(row.number for row in rows)))
    arrow = "→ " if out.screen.symbols else "> "
    for kind in dict.fromkeys(row.kind for row in rows):
        found = [row for row in rows if row.kind == kind]
        out.line("  ", (kind, STRONG), (f"  {sum(row.number for row in found)}", QUIET))
        for row, before in zip(found, [None, *found], strict=False):
            if before is None or before.next != row.next:
                out.paragraph(out.screen.fit(row.next), indent=_INDENT + 2, first=(" " * _INDENT, arrow))
            out.paragraph(out.screen.fit(f"{file_name(row.file)}:{row.line}: {row.message}"), indent=_INDENT)
            if row.command:
                _add_command(out, row.command)


def _add_command(out: Page, command: str, indent: int = _INDENT + 2) -> None:
    """A command on one line, however long: it is to be copied."""
    out.line(" " * indent, out.screen.fit(file_name(command)))


def _add_accepted(out: Page, rows: Sequence[AcceptedGapRow]) -> None:
    if not rows:
        return
    out.heading("Accepted", "with the reason")
    for row in rows:
        text = f"{file_name(row.file)}:{row.line}: {row.message}: {row.why}"
        out.paragraph(out.screen.fit(text), indent=_INDENT, first=("  ",))


def _add_done(out: Page, page: ReadyPage) -> None:
    if not page.done:
        return
    screen = out.screen
    out.heading("Done")
    width = max(cell_len(row.what) for row in page.done)
    mark = "✔" if screen.symbols else "x"
    for row in page.done:
        first = ("  ", mark, " ", (pad(row.what, width), STRONG), "  ")
        out.paragraph(screen.fit(row.words), indent=width + 6, first=first)
