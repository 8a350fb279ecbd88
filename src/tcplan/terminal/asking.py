"""The questions that follow the colour, each asked until its answer can be used; Enter keeps an earlier answer."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tcplan.dates import DateError, parse_due
from tcplan.quantity import parse_quantity
from tcplan.rag import AT_RISK, COMPLETE, IN_PROGRESS, OFF_TRACK, ON_TRACK, PAUSED
from tcplan.terminal.desk import Desk
from tcplan.views.report import ReportRow, reading_words
from tcplan.views.status.rows import KeyRow, MeasureRow

WORRYING: Final = (OFF_TRACK, AT_RISK, PAUSED)
"""Meanings that ask for a way back, and for another date."""

GOOD: Final = (ON_TRACK, IN_PROGRESS, COMPLETE)
"""Meanings that something can be shown for."""

TAKE_AWAY: Final = "-"
_LINK: Final = re.compile(r"(?:.*\s)?https?://[^\s<>\"]+", re.DOTALL)


@dataclass
class Draft:
    """What has been answered so far about one action."""

    rag: str | None = None
    note: str | None = None
    due: str | None = None
    evidence: list[str] = field(default_factory=list)
    readings: dict[str, str] = field(default_factory=dict)


def ask_note(desk: Desk, key: KeyRow, draft: Draft) -> None:
    """What has happened."""
    worrying = key.means in WORRYING
    desk.question(
        "What has happened, and what would bring it back on track?" if worrying else "What has happened?",
        f"a sentence or two; {_enter(draft.note)}",
    )
    words = desk.line("Say it for those who read the plan: it may be published.\nEnter alone leaves it out.")
    draft.note = None if words == TAKE_AWAY else words or draft.note


def ask_due(desk: Desk, key: KeyRow, draft: Draft, row: ReportRow, day: date) -> None:
    """When it will be finished: only where that is in doubt. `day` is that of the report."""
    if key.means not in WORRYING and (key.means == COMPLETE or not row.is_overdue):
        draft.due = None
        return
    keeps = draft.due or row.due
    such = f"such as {day.year + 1}-03 or {day.year + 1}-03-31"
    desk.question("When will it be finished?", f"{such}; {f'Enter keeps {keeps}' if keeps else 'Enter for no date'}")
    while words := desk.line(
        "A month counts until its last day; `ongoing` is for what has no end.\n"
        "The date that was published stays in the plan; yours is kept with the report."
    ):
        fault = _fault_of(words, day)
        if words == TAKE_AWAY or fault is None:
            draft.due = None if words == TAKE_AWAY else words
            return
        desk.note(f"{fault} Or press Enter to leave the date as it is.")


def ask_links(desk: Desk, key: KeyRow, draft: Draft, case_studies: Collection[str]) -> None:
    """Links that show it, where there is something to show."""
    links = draft.evidence
    if key.means not in GOOD:
        links.clear()
        return
    desk.question("Is there a link that shows it?", f"it begins with https://; {_enter(', '.join(links))}")
    while words := desk.line(
        "The address of a page that everybody may see, copied from the top of the browser.\n"
        "A title may stand before it, such as: Minutes of June https://www.example.ac.uk/minutes"
    ):
        if words == TAKE_AWAY:
            links.clear()
        elif _LINK.fullmatch(words) or words in case_studies:
            links.append(words)
            desk.note("Another link? Enter for no more.")
        else:
            desk.note(f"`{words}` is no link: one begins with https:// or http://. Or press Enter for none.")


def ask_reading(desk: Desk, measure: MeasureRow, draft: Draft) -> None:
    """The number of today of a measure."""
    last = measure.last.value if measure.last else ""
    hint = f"{reading_words(measure)}; {_enter(draft.readings.get(measure.id))}"
    desk.question(f"{measure.title}: what is the number now?", hint)
    while words := desk.line("The number as it is counted today, such as 212 or 30%.\nEnter alone leaves it out."):
        quantity = parse_quantity(words)
        if words == TAKE_AWAY:
            draft.readings.pop(measure.id, None)
            return
        if quantity is None:
            such = "30%" if last.endswith("%") else "212"
            desk.note(f"`{words}` is no number. Type one such as {such}, or press Enter.")
        elif last and quantity.percent != last.endswith("%"):
            meant = f"{words}%" if last.endswith("%") else words.rstrip("% ")
            desk.note(f"The last one was {last}: is it {meant}? Type it once more.")
        else:
            draft.readings[measure.id] = words
            return


def _fault_of(words: str, day: date) -> str | None:
    """What is wrong with a due date, or None."""
    try:
        due = parse_due(words)
    except DateError as error:
        return f"{error.message}: {error.help}."
    return f"{words} is over already. Type a day to come." if due.day and due.day.last < day else None


def _enter(kept: str | None) -> str:
    return f"Enter keeps `{kept}`, {TAKE_AWAY} takes it away" if kept else "Enter for none"
