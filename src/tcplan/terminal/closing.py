"""The review of earlier plans on a terminal: questions about each closing colour, and the table of all of them."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from tcplan.edits.closing_colours import ClosingDecision
from tcplan.edits.closing_table import colour_named
from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.prompter import BACK, GoBackError, Prompter
from tcplan.terminal.screen import Screen, pad
from tcplan.values.rag import SYMBOLS, Colour
from tcplan.views.closing import ClosingPage, ClosingRow
from tcplan.views.documents.parts import plural

_LABEL: Final = 15
SKIP: Final = ("s", "skip")
_EXPLAINED: Final = (
    "The closing colour says how the action ended: it is what the review states.\n"
    "r, a and g are red, amber and green; blue and grey have to be typed.\n"
    "s skips the action, and b goes back to the one before."
)


def ask_closing(prompter: Prompter, row: ClosingRow, number: int, count: int) -> ClosingDecision | None:
    """What somebody decides about an action, which is one of so many; None to skip it.

    Raises StoppedError, and GoBackError where they want to answer for the action before.
    """
    prompter.say(action_text(row, f"{number} of {count}", prompter.screen))
    takes = f"Enter takes {row.colour}; or type another colour" if row.colour else "type a colour: red, amber or green"
    prompter.question("How did it end?", f"{takes}; s: skip; b: back; q: stop; ? explains")
    while True:
        typed = prompter.line(_EXPLAINED).casefold()
        if typed in BACK:
            raise GoBackError
        if typed in SKIP:
            return None
        colour = colour_named(typed) if typed else row.colour
        if colour is None:
            prompter.note("Type red, amber, green, blue or grey, or s to skip it.")
            continue
        with suppress(GoBackError):  # back from the sentence to the colour
            return ClosingDecision(colour, _ask_note(prompter, row))
        prompter.note("How did it end?")


def _ask_note(prompter: Prompter, row: ClosingRow) -> str | None:
    """The sentence; the note of the last report is printed where there is none."""
    keeps = row.note or (row.last.note if row.last else None)
    left = "Enter keeps the note above" if keeps else "Enter for none"
    prompter.question("What was achieved?", f"a sentence or two; {left}; b: back")
    typed = prompter.lines("It is printed in the review. Without one, the note of the last report is printed.")
    if typed.casefold() in BACK:
        raise GoBackError
    return typed or None


def action_text(row: ClosingRow, number: str, screen: Screen) -> str:
    """An action with its last report, its evidence, and the colour that is proposed, with the reason."""
    out, fit = Page(screen), screen.fit
    out.blank()
    rule = ("─" if screen.symbols else "-") * (screen.width - len(number) - 1)
    out.line((number, STRONG), " ", (rule, QUIET))
    head = f"{screen.id(f'{row.plan}/{row.id}')}  "
    out.paragraph(fit(row.title), indent=len(head), style=STRONG, first=((head, STRONG),))
    if row.last:
        said = f"{row.last.date}{f', {row.last.label}' if row.last.label else ''}"
        out.paragraph(fit(said), indent=_LABEL, first=_label("last report"))
        if row.last.note:
            out.paragraph(fit(row.last.note), indent=_LABEL)
    else:
        out.line(*_label("last report"), "none")
    for place, one in enumerate(row.evidence):
        out.paragraph(fit(one), indent=_LABEL, first=_label("" if place else "evidence"))
    if row.continued:
        out.paragraph(fit(", ".join(row.continued)), indent=_LABEL, first=_label("continued as"))
    if row.note:
        out.paragraph(fit(row.note), indent=_LABEL, first=_label("note so far"))
    out.line(*_label("proposed"), *_proposal(row, screen))
    return out.text()


def saved_closing(row: ClosingRow, decision: ClosingDecision, screen: Screen, *, dry_run: bool) -> str:
    """That a colour is saved, on one line."""
    out = Page(screen)
    out.blank()
    out.line("would be saved: " if dry_run else "saved: ", f"{screen.id(row.id)} ", _colour(decision.rag, screen))
    return out.text()


def decision_text(row: ClosingRow, decision: ClosingDecision, screen: Screen) -> str:
    """A decision in plain words, so that it can be copied."""
    out = Page(screen)
    out.line("  ", (screen.id(row.id), STRONG), " ", _colour(decision.rag, screen))
    for line in (decision.note or "").splitlines():
        out.paragraph(screen.fit(line), indent=4)
    return out.text()


def closing_text(page: ClosingPage, screen: Screen) -> str:
    """All reviewed actions: what is proposed, what has no proposal, and what is stated already."""
    out = Page(screen)
    rows = page.actions
    waiting = [row for row in rows if row.is_open]
    out.line((f"{plural(len(waiting), 'action')} without a stated closing colour", STRONG))
    out.paragraph(screen.fit(f"{page.file}, as of {page.as_of}"))
    _add_rows(out, "Proposed", [row for row in waiting if row.colour])
    _add_rows(out, "No colour can be proposed", [row for row in waiting if not row.colour])
    _add_rows(out, "Stated", [row for row in rows if not row.is_open and row.colour])
    return out.text()


def _add_rows(out: Page, heading: str, rows: Sequence[ClosingRow]) -> None:
    if not rows:
        return
    screen = out.screen
    out.heading(heading, str(len(rows)))
    ids = max(len(screen.id(f"{row.plan}/{row.id}")) for row in rows)
    for row in rows:
        name, colour = screen.id(f"{row.plan}/{row.id}"), row.colour
        part: tuple[Part, ...] = (pad(_colour(colour, screen)[0], 9), "  ") if colour else ()
        width = screen.width - 2 - ids - 2 - (11 if colour else 0)
        out.line("  ", (pad(name, ids), STRONG), "  ", *part, screen.cut(screen.fit(row.title), width))
        if row.reason:
            out.paragraph(screen.fit(row.reason), indent=ids + 4, style=QUIET)


def _proposal(row: ClosingRow, screen: Screen) -> tuple[Part, ...]:
    if row.colour is None:
        return (screen.fit(row.reason),)
    return (_colour(row.colour, screen), f"  {screen.fit(row.reason)}")


def _colour(colour: Colour, screen: Screen) -> Part:
    return f"{SYMBOLS[colour]} {colour}" if screen.symbols else colour.value, INK[colour]


def _label(words: str) -> tuple[Part, ...]:
    return ("  ", (pad(words, _LABEL - 2), QUIET))
