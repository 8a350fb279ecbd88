"""The start of the next plan on a terminal: questions about unfinished actions, and what became of every action."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from rich.cells import cell_len

from tcplan.comparison.carried_actions import CarryDecision, CarryOutcome
from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.prompter import BACK, GoBackError, Prompter
from tcplan.terminal.screen import Screen, pad
from tcplan.values.words import Continuation
from tcplan.views.carry import CarriedActionRow, CarryPage

HEADINGS: Final[Mapping[CarryOutcome, str]] = {
    CarryOutcome.CARRIED: "Carried",
    CarryOutcome.CLOSED: "Closed",
    CarryOutcome.DROPPED: "Dropped",
    CarryOutcome.COMPLETE: "Complete",
}

_HINT: Final = (
    "Enter carries it as it is; e: extended, n: narrowed, r: as related work; c: close it; d: drop it; b: back; q: stop"
)
_EXPLAINED: Final = (
    "Carried: the next plan continues it, and you can give it another title.\n"
    "Closed: it ends as withdrawn in this plan, with your reason.\n"
    "Dropped: it stays open in this plan, and the next one does not have it.\n"
    "Back: the question before this one is asked again."
)
_LINKS: Final[Mapping[str, Continuation]] = {
    "": Continuation.IDENTICAL,
    "i": Continuation.IDENTICAL,
    "e": Continuation.EXTENDED,
    "n": Continuation.NARROWED,
    "r": Continuation.RELATED,
}
_KEPT_REASON: Final[Mapping[CarryOutcome, str]] = {
    CarryOutcome.CLOSED: "one sentence; the old plan will give it as the reason",
    CarryOutcome.DROPPED: "one sentence; the summary at the end gives it, and no file keeps it",
}
_ENDS: Final[Mapping[str, CarryOutcome]] = {"c": CarryOutcome.CLOSED, "d": CarryOutcome.DROPPED}


def ask_decision(prompter: Prompter, action: CarriedActionRow, number: int, count: int) -> CarryDecision:
    """What somebody decides about an unfinished action, such as 1 of 21; raises StoppedError where they want to stop.

    Before the first it says what is going to be asked. Raises GoBackError where they want to answer for the one before.
    """
    if number == 1:
        _introduce(prompter, count)
    while True:
        prompter.question(f"{number} of {count}: {action.id}  {action.title}  ({action.reason})", _HINT)
        typed = _ask_letter(prompter)
        if typed in BACK:
            raise GoBackError
        with suppress(GoBackError):  # back from its own further question
            if typed in _ENDS:
                return CarryDecision(_ENDS[typed], why=_ask_reason(prompter, _ENDS[typed]))
            how = _LINKS[typed]
            return CarryDecision(how=how, title="" if how is Continuation.IDENTICAL else _ask_title(prompter))


def _ask_letter(prompter: Prompter) -> str:
    while (typed := prompter.line(_EXPLAINED).casefold()) not in {*_ENDS, *_LINKS, *BACK}:
        prompter.note("Type e, n, r, c, d or b, or press Enter.")
    return typed


def _ask_reason(prompter: Prompter, outcome: CarryOutcome) -> str:
    prompter.question("Why?", f"{_KEPT_REASON[outcome]}; b: back")
    while not (why := _line_or_back(prompter, "A committee will ask for it.")):
        prompter.note("Type the reason in a sentence.")
    return why


def _line_or_back(prompter: Prompter, explained: str) -> str:
    words = prompter.line(explained)
    if words.casefold() in BACK:
        raise GoBackError
    return words


def _introduce(prompter: Prompter, count: int) -> None:
    are = "1 action is" if count == 1 else f"{count} actions are"
    hint = "Nothing is written before you say yes at the end. ? explains the answers"
    prompter.question(f"{are} unfinished. What becomes of {'it' if count == 1 else 'each'}?", hint)


def _ask_title(prompter: Prompter) -> str:
    prompter.question("What is it called in the next plan?", "Enter keeps the title; b: back")
    return _line_or_back(prompter, "In one sentence.")


def carry_text(page: CarryPage, screen: Screen) -> str:
    """What became of each action, in four lists that hold each of them once."""
    out = Page(screen)
    out.paragraph(f"From {screen.fit(page.plan)} to {screen.fit(page.into)}: {screen.fit(page.title)}", style=STRONG)
    for outcome, heading in HEADINGS.items():
        rows = [row for row in page.actions if row.outcome is outcome]
        if rows:
            out.heading(f"{heading} ({len(rows)})")
        for row in rows:
            _add_row(out, row)
    _add_left_out(out, page)
    out.blank()
    return out.text()


def _add_left_out(out: Page, page: CarryPage) -> None:
    """What the next plan has to be given anew."""
    actions, measures = len(page.actions_without_due), len(page.measures_without_targets)
    if not (actions or measures):
        return
    out.heading("Left out, because the dates have passed")
    if actions:
        out.paragraph(f"the due {'date of 1 action' if actions == 1 else f'dates of {actions} actions'}", indent=2)
    if measures:
        listed = out.screen.fit(", ".join(page.measures_without_targets))
        count = "1 measure" if measures == 1 else f"{measures} measures"
        out.paragraph(f"all targets of {count}: {listed}", indent=2)


def _add_row(out: Page, row: CarriedActionRow) -> None:
    """Its old and new id and title on a line, the reason below."""
    screen = out.screen
    arrow = " → " if screen.symbols else " -> "
    ids = f"{screen.id(row.id)}{arrow}{screen.id(row.new_id)}" if row.new_id else screen.id(row.id)
    how = f" ({row.how})" if row.how else ""
    title = screen.cut(screen.fit(row.title), screen.width - 4 - cell_len(ids) - len(how))
    out.line("  ", pad(ids, 0), "  ", title, (how, QUIET))
    out.paragraph(screen.fit(row.reason), indent=6, style=QUIET)
