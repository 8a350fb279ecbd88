"""Colours and notes of progress as updates: what is said of an entry, and on which day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tcplan.findings.span import Value
from tcplan.importing.found import Field, Words
from tcplan.importing.reading.colour_keys import ColourKey
from tcplan.importing.reading.colour_words import state_in
from tcplan.importing.reading.context import EntryContext, PlanContext, label_of, labelled
from tcplan.importing.reading.dates_in_text import is_only_date
from tcplan.importing.reading.fragments import is_no_value
from tcplan.importing.reading.prose import as_markdown, text_as_markdown
from tcplan.importing.reading.review_days import dated_notes, day_in_header
from tcplan.importing.reading.status_cells import ProgressReport, evidence_of, read_status, state_of
from tcplan.importing.reading.timelines import read_timeline
from tcplan.values.dates import DateError, parse_day
from tcplan.values.rag import Colour


@dataclass(slots=True)
class Reports:
    """What is collected over the entries of a plan: its key, its day, the colours in use, and those without a day."""

    key: ColourKey
    day: str = ""
    used: set[Colour] = field(default_factory=set)
    undated: list[tuple[str, Words]] = field(default_factory=list)


def read_reports(entry: EntryContext, reports: Reports) -> None:
    """Read the colours, notes, dates and evidence of an entry as updates; without a day they go into `about`."""
    found = list(_collect(entry, reports))
    updates: list[dict[str, Value]] = []
    for report in sorted(found, key=lambda one: one.day):
        if report.ending:
            _close(entry, report)
            continue
        if not report.day:
            _leave(entry, report, reports)
            continue
        update: dict[str, Value] = {"date": report.day}
        if report.rag:
            update["rag"] = report.rag.value
            reports.used.add(report.rag)
        if note := "\n\n".join(filter(None, report.notes)):
            update["note"] = note
        if report.evidence:
            update["evidence"] = report.evidence
        if len(update) > 1:
            updates.append(update)
        entry.put((report.words, *report.places), "updates", report.read)
    if entry.moved and (day := updates[-1]["date"] if updates else entry.plan.options.reviewed):
        updates = [*updates[:-1], {**(updates[-1] if updates else {"date": day}), "due": entry.moved}]
    if updates:
        entry.set("updates", list(updates), found[0].words if found else None)


def _collect(entry: EntryContext, reports: Reports) -> Iterator[ProgressReport]:
    statuses = [words for words in entry.found.fields.get(Field.RAG, []) if words.text.strip() or words.fill]
    empty = [words for words in statuses if not words.fill and is_no_value(words.text)]
    for words in empty:
        entry.put_empty(words)
    statuses = [words for words in statuses if words not in empty]
    notes, days, evidence = (entry.words(one) for one in (Field.REPORT, Field.REPORT_DATE, Field.EVIDENCE))
    if not statuses:
        statuses = [words for words in notes if _is_status(words)]
        notes = [words for words in notes if words not in statuses]
    stated = [day for words in days for day in _stated_day(entry, words)]
    found = [one for words in statuses if (one := read_status(entry, words, reports.key, reports.day))]
    for words in notes:
        _add_note(found, words)
    _join_last_note(found)
    for index, report in enumerate(found):
        keeps_day = report.has_own_day or (len(found) > 1 and report.day)
        report.day = report.day if keeps_day else _day(entry, stated, index) or report.day
    if found and any(report.day for report in found):
        for words in evidence:
            found[-1].evidence += evidence_of(words)
            found[-1].places.append(words)
    else:
        for words in evidence:
            entry.add_about(words, label_of(words, "Evidence"))
    yield from found


def _join_last_note(found: list[ProgressReport]) -> None:
    """A colour without a day of its own is of the day of the last note beside it."""
    colours = [report for report in found if report.rag and not report.day]
    notes = [report for report in found if report.day and not report.rag]
    if len(colours) != 1 or not notes:
        return
    last = max(notes, key=lambda one: one.day)
    last.read = f"{last.read} {colours[0].read}"
    last.rag, last.said, last.notes = colours[0].rag, colours[0].said, [*colours[0].notes, *last.notes]
    last.places.append(colours[0].words)
    found.remove(colours[0])


def _day(entry: EntryContext, stated: list[str], index: int) -> str:
    options = entry.plan.options
    beside = stated[index] if index < len(stated) else (stated[-1] if stated else "")
    return options.reviewed or beside or ""


def _stated_day(entry: EntryContext, words: Words) -> Iterator[str]:
    reading = read_timeline(words)
    if len(reading.due) == 1 and _is_day(reading.due[0]):
        entry.put((words,), "updates", words.text if is_only_date(words.text) else "")
        yield reading.due[0]
    else:
        entry.add_about(words, label_of(words, "Report date"))


def _is_day(written: str) -> bool:
    try:
        parse_day(written)
    except DateError:
        return False
    return True


def _is_status(words: Words) -> bool:
    """Whether a whole note is a status: `Complete`, `Green` in a column of progress."""
    state = state_of(words)
    says_status = re.search(r"status|progress|rag|complet", words.column, re.IGNORECASE) is not None
    is_status_column = says_status or state_in(words.column).meaning is not None
    return bool((state.colour or (state.meaning and is_status_column)) and len(state.rest.split()) < 3)  # noqa: PLR2004


def _add_note(found: list[ProgressReport], words: Words) -> None:
    """A note joins the report of its day, or the last one; without any it is a report of its own."""
    day = day_in_header(words)
    if not day and (dated := dated_notes(words)):
        found += [ProgressReport(words, one.day, notes=[one.note], has_own_day=True, read=one.written) for one in dated]
        return
    same = [report for report in found if report.day == day] if day else found
    if same:
        same[-1].notes.append(as_markdown(words))
        same[-1].places.append(words)
    else:
        found.append(ProgressReport(words, day, notes=[as_markdown(words)]))


def _close(entry: EntryContext, report: ProgressReport) -> None:
    """An action that has ended without being finished is closed; without a day it only says so in `about`."""
    why = "\n\n".join([as_markdown(report.words), *report.notes])
    if not report.day:
        entry.about.append(labelled(why, label_of(report.words, "Status")))
        message = (
            f"`{report.said}` has no day; without one it is in `about`. Give the day of the review with --reviewed"
        )
    else:
        entry.set("closed", {"date": report.day, "as": report.ending, "why": why}, report.words)
        message = f"the document says `{report.said}`; the action is closed in the file, as {report.ending}"
    entry.tell("closed", message, report.words.place)
    entry.put((report.words, *report.places), "closed")


def _leave(entry: EntryContext, report: ProgressReport, reports: Reports) -> None:
    """A report without a day goes into `about`, with what the document calls it."""
    if report.rag:
        shown = report.said if report.said.lower() != report.rag else report.rag.value.capitalize()
        entry.about.append(
            labelled(text_as_markdown(shown.capitalize() if shown.islower() else shown), label_of(report.words, "RAG"))
        )
        reports.undated.append((entry.draft.id, report.words))
    notes = [note for note in report.notes if note and not (report.rag and note in report.said)]
    if notes:
        label = "Progress" if report.rag else label_of(report.words, "Progress")
        entry.about.append(labelled("\n\n".join(notes), label))
    entry.put((report.words, *report.places), "about")


def tell_undated(plan: PlanContext, reports: Reports) -> None:
    """Say once that colours have no day, and what to do."""
    if reports.undated:
        first, words = reports.undated[0]
        count = len(reports.undated)
        which = f"the colour of {first} has" if count == 1 else f"{count} colours, the first of {first}, have"
        plan.tell(
            "colour",
            f"{which} no day; without one they are in `about`. Give the day of the review with --reviewed",
            words.place,
        )
