"""The questions that follow the colour, each asked until its answer can be used; Enter keeps an earlier answer."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tcplan.edits.evidence import evidence_value, link_fault
from tcplan.edits.readings import in_unit
from tcplan.terminal.prompter import Prompter
from tcplan.values.dates import DateError, Duration, add, parse_due
from tcplan.values.quantity import parse_quantity
from tcplan.values.rag import Colour, KeyEntry, Meaning
from tcplan.views.report import DueReportRow, approximate_length, reading_words
from tcplan.views.status.rows import MeasureRow

WORRYING: Final = (Meaning.OFF_TRACK, Meaning.AT_RISK, Meaning.PAUSED)
"""Meanings after which the questions are how to get back on track, and by when."""

GOOD: Final = (Meaning.ON_TRACK, Meaning.IN_PROGRESS, Meaning.COMPLETE)
"""Meanings after which there may be evidence."""

TAKE_AWAY: Final = "-"
NONE: Final = (TAKE_AWAY, "none", "no", "n/a")
YES: Final = ("y", "yes")

FAR: Final = Duration(months=120)
"""A due date further away than this may be a typing error."""


@dataclass
class ReportDraft:
    """What has been answered so far about one action."""

    rag: Colour | None = None
    note: str | None = None
    due: str | None = None
    evidence: list[str] = field(default_factory=list)
    readings: dict[str, str] = field(default_factory=dict)


def ask_note(prompter: Prompter, key: KeyEntry, draft: ReportDraft) -> None:
    """Ask what has happened."""
    worrying = key.means in WORRYING
    prompter.question(
        "What has happened, and what would bring it back on track?" if worrying else "What has happened?",
        f"a sentence or two; {_enter_hint(draft.note)}",
    )
    words = prompter.lines("Write for the readers of the plan: it may be published.\nPress Enter to leave it out.")
    draft.note = None if words == TAKE_AWAY else words or draft.note


def ask_due(prompter: Prompter, key: KeyEntry, draft: ReportDraft, row: DueReportRow, day: date) -> None:
    """Ask when it will be finished, only if that is in doubt. `day` is that of the report."""
    if key.means not in WORRYING and (key.means is Meaning.COMPLETE or not row.is_overdue):
        draft.due = None
        return
    keeps = draft.due or row.due
    such = f"{day.year + 1}-03 or {day.year + 1}-03-31"
    prompter.question(
        "When will it be finished?", f"such as {such}; {f'Enter keeps {keeps}' if keeps else 'Enter for no date'}"
    )
    doubted = None
    while words := prompter.line(
        "A month means its last day. Write `ongoing` for work without an end date.\n"
        "The published date stays in the plan; yours is kept with the report."
    ):
        words = doubted if doubted and words.casefold() in YES else words
        if words == TAKE_AWAY:
            draft.due = None
            return
        if fault := _due_date_fault(words, day, such):
            prompter.note(f"{fault}, or press Enter to leave it.")
        elif words != doubted and (years := _distance_if_far(words, day)):
            doubted = words
            prompter.note(f"{words} is {years} away. If you mean it, type it again.")
        else:
            draft.due = words
            return


def ask_links(prompter: Prompter, key: KeyEntry, draft: ReportDraft, case_studies: Collection[str]) -> None:
    """Ask for links that show it, if there is something to show."""
    links = draft.evidence
    if key.means not in GOOD:
        links.clear()
        return
    prompter.question("Is there a link that shows it?", f"it begins with https://; {_enter_hint(', '.join(links))}")
    is_new = False
    while words := prompter.line(
        "The address of a page that everyone can see, copied from the top of the browser.\n"
        "You can put a title before it, such as: Minutes of June https://www.example.ac.uk/minutes"
    ):
        if words.casefold() in NONE:
            kept = [] if is_new else [*links]
            if kept:
                links.clear()
            if words != TAKE_AWAY or not kept:
                return
            prompter.note("Removed. Is there another link? Enter for none.")
        elif fault := link_fault(words, case_studies):
            prompter.note(f"{fault.message}: {fault.help}. Or press Enter for none.")
        else:
            is_new = True
            links.append(words)
            plain = isinstance(evidence_value(words), str) and words not in case_studies
            prompter.note(f"{'Taken as text, without a link. ' if plain else ''}Another link? Enter for no more.")


def ask_reading(prompter: Prompter, measure: MeasureRow, draft: ReportDraft) -> None:
    """Ask for the number of a measure as it is now."""
    last = measure.last.value if measure.last else ""
    hint = f"{reading_words(measure)}; {_enter_hint(draft.readings.get(measure.id))}"
    prompter.question(f"{measure.title}: what is the number now?", hint)
    meant = ""
    while words := prompter.line("The number as it is today, such as 212 or 30%.\nPress Enter to leave it out."):
        words = meant if meant and words.casefold() in YES else words
        quantity = parse_quantity(words)
        if words.casefold() in NONE:
            draft.readings.pop(measure.id, None)
            return
        if quantity is None:
            such = "30%" if last.endswith("%") else "212"
            prompter.note(f"`{words}` is not a number. Type one such as {such}, or press Enter.")
        elif last and quantity.percent != last.endswith("%"):
            meant = in_unit(words, last)
            prompter.note(f"The last one was {last}. If you mean {meant}, type y, else type the number again.")
        else:
            draft.readings[measure.id] = words
            return


def _due_date_fault(words: str, day: date, such: str) -> str | None:
    """What is wrong with a due date and what to write, or None."""
    try:
        due = parse_due(words)
    except DateError as error:
        return f"{error.message}: {error.help if error.is_known else f'write {such}'}"
    return f"{words} is in the past: write a date in the future" if due.day and due.day.last < day else None


def _distance_if_far(words: str, day: date) -> str:
    """How far away a due date is if it may be a typing error, else nothing."""
    due = parse_due(words).day
    return approximate_length((due.last - day).days) if due and due.last > add(day, FAR) else ""


def _enter_hint(kept: str | None) -> str:
    return f"Enter keeps `{kept}`, {TAKE_AWAY} removes it" if kept else "Enter for none"
