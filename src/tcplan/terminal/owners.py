"""Who leads and shares what, on a terminal."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len

from tcplan.progress.owed_reports import NOBODY
from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.plan_title import add_plan_title, add_rule
from tcplan.terminal.screen import Screen, pad
from tcplan.views.due import DueItemRow
from tcplan.views.owners import OwnerRow, OwnersPage, OwnersPlanRow

COUNTS: Final = ("leads", "shares", "overdue", "owes")
"""The headings of the numbers, in the order in which `_counts` returns them."""

MOST_IDS: Final = 40
"""How many ids are named of what is late; `tcplan due --lead` lists all."""

_NEXT: Final = "due next"
_NARROWEST: Final = 6
"""The fewest columns for names; longer ones have a line of their own."""


def owners_text(page: OwnersPage, screen: Screen) -> str:
    """The page as text: a line for each person, and below it the actions that are overdue or owe a report."""
    out = Page(screen)
    for number, plan in enumerate(page.plans):
        if number:
            add_rule(out)
        add_plan_title(out, plan, f"as of {page.as_of}")
        out.blank()
        _add_people(out, plan)
    return out.text()


def _add_people(out: Page, plan: OwnersPlanRow) -> None:
    if not plan.owners:
        out.line(("No action is open: nobody leads or shares one.", QUIET))
        return
    screen = out.screen
    upcoming = [_next_words(screen, one.next) for one in plan.owners]
    used = 2 + 1 + len(" ".join(("", *COUNTS))) + 2 + max(map(cell_len, (_NEXT, *upcoming)))
    longest = max(cell_len(_name(screen, one)) for one in plan.owners)
    width = max(_NARROWEST, min(screen.width - used, longest))
    out.line((f"  {pad('', width)}  {' '.join(COUNTS)}  {_NEXT}", QUIET))
    for row, following in zip(plan.owners, upcoming, strict=True):
        _add_person(out, row, width, following)


def _add_person(out: Page, row: OwnerRow, width: int, following: str) -> None:
    """The name with its numbers after it or, if it is too long, below it; then what is late."""
    name, style = _name(out.screen, row), STRONG if row.name else QUIET
    if cell_len(name) > width:
        out.paragraph(name, indent=2, style=style)
    numbers = " ".join(f"{count or '-':>{len(words)}}" for count, words in zip(_counts(row), COUNTS, strict=True))
    beside = name if cell_len(name) <= width else ""
    out.line("  ", (pad(beside, width), style), f"  {numbers}  {following}")
    for words in _late_words(out.screen, row):
        out.paragraph(words, indent=6, style=QUIET, first=("    ",))


def _name(screen: Screen, row: OwnerRow) -> str:
    return screen.fit(row.name or NOBODY)


def _counts(row: OwnerRow) -> Sequence[int]:
    return tuple(map(len, (row.leads, row.shares, row.overdue, row.owes_report)))


def _next_words(screen: Screen, item: DueItemRow | None) -> str:
    return f"{item.day} {screen.id(item.id or '')} {item.kind}" if item else "-"


def _late_words(screen: Screen, row: OwnerRow) -> Iterator[str]:
    """The ids of what is late, each kind in a line."""
    for words, ids in (("overdue:", row.overdue), ("owes a report on:", row.owes_report)):
        if ids:
            more = [f"{len(ids) - MOST_IDS} more"] if len(ids) > MOST_IDS else []
            yield f"{words} {', '.join([*map(screen.id, ids[:MOST_IDS]), *more])}"
