"""Colours and notes of progress as updates: what is said of an entry, and on which day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final

from tcplan.findings.span import Value
from tcplan.importing.found import Field, FoundPlan, Words
from tcplan.importing.reading.colour_keys import ColourKey
from tcplan.importing.reading.colour_words import StateWords, fill_name, state_in
from tcplan.importing.reading.context import EntryContext, PlanContext, label_of, labelled
from tcplan.importing.reading.date_readings import read_date
from tcplan.importing.reading.dates_in_text import DateInText, dates_in
from tcplan.importing.reading.fragments import is_no_value, lines_of, on_one_line
from tcplan.importing.reading.prose import as_markdown, text_as_markdown
from tcplan.importing.reading.timelines import read_timeline
from tcplan.values.dates import DateError, parse_day
from tcplan.values.rag import Colour

_MOST_TITLE: Final = 300
_NEAR: Final = 40
"""How far a date may be from the word that says that it is of a review, in characters."""


@dataclass(slots=True)
class Reports:
    """What is collected over the entries of a plan: its key, its day, the colours in use, and those without a day."""

    key: ColourKey
    day: str = ""
    used: set[Colour] = field(default_factory=set)
    undated: list[tuple[str, Words]] = field(default_factory=list)
    complete: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Report:
    """One update while its parts are put together."""

    words: Words
    day: str = ""
    rag: Colour | None = None
    said: str = ""
    notes: list[str] = field(default_factory=list)
    evidence: list[Value] = field(default_factory=list)
    places: list[Words] = field(default_factory=list)


@cache
def _review_pattern() -> re.Pattern[str]:
    """What says that the date of a title is that of a review."""
    return re.compile(
        r"\b(?:review(?:ed)?|progress|update[sd]?|status|rag|as (?:at|of)|position|report(?:ed)?|monitoring|closing)\b",
        re.IGNORECASE,
    )


def day_of_review(found: FoundPlan) -> str:
    """The day of a review that the title or the text around a plan names: `RAG status June 2024`, `As at` in a cell."""
    lines = [line.text for words in (*found.about, *found.key, *found.left) for line in lines_of(words)]
    label_and_day = [f"{label} {day}" for label, day in pairwise(lines) if _is_label_of_review(label)]
    texts = (found.title, *lines, *label_and_day)
    return next(filter(None, (_day_of_review_in(text) for text in texts if len(text) <= _MOST_TITLE)), "")


def _is_label_of_review(text: str) -> bool:
    """Whether a cell only says that the next one has the day: `RAG as at`, `Date of review:`."""
    return len(text) <= _NEAR and bool(_review_pattern().search(text)) and not dates_in(text)


def _day_of_review_in(text: str) -> str:
    """The date that is nearest to a word about reviews."""
    if re.search(r"\b(?:next|annual(?:ly)?|every|will be)\b", text, re.IGNORECASE):
        return ""
    near = [
        (max(one.start - mention.end(), mention.start() - one.end), one.written)
        for mention in _review_pattern().finditer(text)
        for one in dates_in(text)
        if _is_report_day(one)
    ]
    days = {day for distance, day in near if distance <= _NEAR}
    return min(near)[1] if len(days) == 1 else ""


def _is_report_day(one: DateInText) -> bool:
    """A day, a month or a quarter; a year is that of a plan."""
    return one.is_certain and re.fullmatch(r"[0-9]{4}-.+", one.written) is not None


def read_reports(entry: EntryContext, reports: Reports) -> None:
    """Read the colours, notes, dates and evidence of an entry as updates; without a day they go into `about`."""
    found = list(_collect(entry, reports))
    updates: list[dict[str, Value]] = []
    for report in sorted(found, key=lambda one: one.day):
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
        entry.put((report.words, *report.places), "updates")
    if updates:
        entry.set("updates", list(updates), found[0].words)


def _collect(entry: EntryContext, reports: Reports) -> Iterator[_Report]:
    statuses = [words for words in entry.found.fields.get(Field.RAG, []) if words.text.strip() or words.fill]
    empty = [words for words in statuses if not words.fill and is_no_value(words.text)]
    entry.put(empty, "rag: none")
    statuses = [words for words in statuses if words not in empty]
    notes, days, evidence = (entry.words(one) for one in (Field.REPORT, Field.REPORT_DATE, Field.EVIDENCE))
    if not statuses:
        statuses = [words for words in notes if _is_status(words)]
        notes = [words for words in notes if words not in statuses]
    stated = [day for words in days for day in _stated_day(entry, words)]
    found = [one for words in statuses if (one := _of_status(entry, words, reports))]
    for words in notes:
        _add_note(found, words)
    _join_last_note(found)
    for index, report in enumerate(found):
        report.day = report.day if len(found) > 1 and report.day else _day(entry, stated, index) or report.day
    if found and any(report.day for report in found):
        for words in evidence:
            found[-1].evidence += _evidence_of(words)
            found[-1].places.append(words)
    else:
        for words in evidence:
            entry.add_about(words, label_of(words, "Evidence"))
    yield from found


def _join_last_note(found: list[_Report]) -> None:
    """A colour without a day of its own is of the day of the last note beside it."""
    colours = [report for report in found if report.rag and not report.day]
    notes = [report for report in found if report.day and not report.rag]
    if len(colours) != 1 or not notes:
        return
    last = max(notes, key=lambda one: one.day)
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
        entry.put((words,), "updates")
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
    state = state_in(words.text)
    is_status_column = re.search(r"status|progress|rag|complet", words.column, re.IGNORECASE) is not None
    return bool((state.colour or (state.meaning and is_status_column)) and len(state.rest.split()) < 3)  # noqa: PLR2004


def _day_in_header(words: Words) -> str:
    header = on_one_line(words.column)
    dates = [one for one in dates_in(header) if one.is_certain and re.match("[0-9]{4}", one.written)]
    return dates[-1].written if dates and (_is_report_day(dates[-1]) or _review_pattern().search(header)) else ""


def _of_status(entry: EntryContext, words: Words, reports: Reports) -> _Report | None:
    """The report that a cell with a colour is; None where its colour says nothing of progress."""
    state = state_in(words.text) if words.text.strip() else StateWords()
    name = fill_name(words.fill) if reports.key.reads_fills else ""
    if not words.text.strip() and (not name or (name in ("grey", "black") and not _has_grey(reports.key))):
        return None
    colour = reports.key.colour_of(state, words.fill)
    if not reports.key.is_progress:
        _not_progress(entry, words, state, name)
        return None
    report = _Report(words, reports.day, colour, on_one_line(words.text) or name)
    report.day = _day_in_header(words) or report.day
    _say_doubts(entry, words, state, colour, name)
    if colour is None and words.text.strip():
        entry.tell(
            "colour", f"`{on_one_line(words.text)}` is no colour that could be read; it is kept in words", words.place
        )
    if (state == StateWords() and words.text.strip()) or (
        colour and state.meaning and not state.colour and not reports.key.says(colour, state)
    ):
        report.notes.append(as_markdown(words))
    elif state.rest and not (colour and reports.key.labels.get(colour) == state.rest):
        report.notes.append(text_as_markdown(state.rest))
    if colour is None and not report.notes:
        entry.add_about(words, label_of(words, "RAG"))
        return None
    return report


def _has_grey(key: ColourKey) -> bool:
    return Colour.GREY in key.meanings or key.has_other_fills


def _say_doubts(entry: EntryContext, words: Words, state: StateWords, colour: Colour | None, name: str) -> None:
    if state.is_half:
        entry.tell(
            "colour", f"`{on_one_line(words.text)}` is between two colours; it is {colour} in the file", words.place
        )
    elif state.colour == "black" or name == "black":
        entry.tell(
            "colour", f"black is not a colour of a plan file; it is {colour}, which means paused here", words.place
        )
    said_and_filled = colour and name and state.colour and StateWords(name).colour != state.colour
    if said_and_filled and {name, state.colour} != {"amber", "yellow"}:
        entry.tell("colour", f"the cell says {state.colour} and is {name}; what it says is taken", words.place)


def _not_progress(entry: EntryContext, words: Words, state: StateWords, name: str) -> None:
    text = as_markdown(words) or name or state.colour
    if text:
        entry.about.append(labelled(text, label_of(words, "Colour")))
        entry.put((words,), "about")


def _add_note(found: list[_Report], words: Words) -> None:
    """A note joins the report of its day, or the last one; without any it is a report of its own."""
    day = _day_in_header(words)
    if not day and (dated := _dated_notes(words)):
        for own_day, note in dated:
            found.append(_Report(words, own_day, notes=[note]))
        return
    same = [report for report in found if report.day == day] if day else found
    if same:
        same[-1].notes.append(as_markdown(words))
        same[-1].places.append(words)
    else:
        found.append(_Report(words, day, notes=[as_markdown(words)]))


def _dated_notes(words: Words) -> list[tuple[str, str]]:
    """Notes of which each line begins with its day: `June 2024: two sessions held`."""
    found = []
    for line in lines_of(words):
        one = re.match(r"(?P<day>[^:\u2013\u2014]{4,24}?)\s*(?::|\s[-\u2013\u2014])\s*(?P<note>\S.*)", line.text)
        reading = read_date(one["day"]) if one else None
        if (
            not one
            or not reading
            or len(reading.due) != 1
            or reading.doubt
            or not re.fullmatch("[0-9]{4}-[0-9]{2}.*", reading.due[0])
        ):
            return []
        found.append((reading.due[0], text_as_markdown(one["note"])))
    return found


def _evidence_of(words: Words) -> list[Value]:
    found: list[Value] = []
    for line in lines_of(words):
        link = next((one for one in line.links if re.fullmatch(r"https?://[^\s<>\"]+", one.url)), None)
        found.append({"title": line.text, "url": link.url} if link else line.text)
    return [{"title": one} if isinstance(one, str) else one for one in found]


def _leave(entry: EntryContext, report: _Report, reports: Reports) -> None:
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
