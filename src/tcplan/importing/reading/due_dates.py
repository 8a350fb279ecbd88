"""When an entry starts and is due, as keys of the file, with the words of the document beside what is read."""

from dataclasses import replace
from datetime import timedelta

from tcplan.findings.span import Value
from tcplan.importing.found import Field, FoundLevel, Words
from tcplan.importing.reading.charts import disagrees, is_bar, is_header, marked_as_header, written_dates
from tcplan.importing.reading.context import EntryContext, label_of
from tcplan.importing.reading.date_readings import NOTHING, DateReading
from tcplan.importing.reading.fragments import is_no_value, on_one_line, words_together
from tcplan.importing.reading.header_units import as_british, has_digits, with_unit
from tcplan.importing.reading.moved_due_dates import find_revised
from tcplan.importing.reading.timelines import is_as_written, read_time, read_timeline
from tcplan.values.dates import DateError, parse_due, parse_start
from tcplan.values.dates.calculation import last_day_of
from tcplan.values.dates.seasons import first_month
from tcplan.values.dates.suggesting import suggest_start
from tcplan.values.dates.values import DueKind


def read_due_dates(entry: EntryContext) -> None:
    """Read the start and the due date of an action; of other entries, and what cannot be read, goes into `about`."""
    starts, dues = entry.words(Field.START), _with_marks_as_dates(entry)
    if entry.found.level is not FoundLevel.ACTION:
        for words in (*starts, *dues):
            entry.add_about(words, label_of(words, "Timeline"))
            entry.tell(
                "date",
                f"`{on_one_line(words.text)}` is when {_level_words(entry)} is due; it is in `about`",
                words.place,
            )
        return
    starts, dues, chart = _without_chart(entry, starts, dues)
    if starts and dues and all(map(is_header, (*starts, *dues))):
        said = " to ".join(f"`{on_one_line(words.text)}`" for words in (starts[0], dues[-1]))
        entry.tell("date", f"the marks from {said} are read as a start and an end", dues[-1].place)
    due = _read_due(entry, dues)
    if chart and due.due and disagrees(chart[-1], due.due[-1]):
        said = on_one_line(words_together(dues))
        message = f"`{said}` is due, and the last mark beside it is below `{on_one_line(chart[-1].column)}`"
        entry.tell("date", message, dues[-1].place)
    entry.moved = due.moved
    find_revised(entry)
    start = _read_start(entry, starts)
    if due.start and not start.start:
        _set_start(entry, due.start, dues)
    if start.due and not due.due and "due" not in entry.draft.keys:
        _set_due(entry, start, starts)
    if starts and start != NOTHING:
        _count_from_start(entry, dues)


def _with_marks_as_dates(entry: EntryContext) -> list[Words]:
    """The places of a timeline; a mark or a coloured cell below a year or quarter says what its header does."""
    every = entry.found.fields.get(Field.DUE, [])
    said = [marked_as_header(words) for words in every]
    is_ground = len(every) > 1 and all(words.fill and not words.text.strip() for words in every)
    for words in every:
        if is_no_value(words.text):
            entry.put_empty(words)
    return [] if is_ground else [words for words in said if not is_no_value(words.text)]


def _without_chart(
    entry: EntryContext, starts: list[Words], dues: list[Words]
) -> tuple[list[Words], list[Words], list[Words]]:
    """The places of the start and of the due date, and the marks of a chart that only draws what is written.

    A bar says when work starts and ends where nothing that is written does.
    """
    written = written_dates(dues)
    if written:
        chart = [words for words in dues if words not in written]
        _account_for_chart(entry, chart)
        has_start = starts or any(read_timeline(words).start for words in written)
        return (chart[:1] if is_bar(chart) and not has_start else starts), written, chart
    if is_bar(dues):
        entry.put(dues[1:-1] if not starts else dues[:-1], "due")
        return starts or dues[:1], dues[-1:], []
    return starts, dues, []


def _account_for_chart(entry: EntryContext, marks: list[Words]) -> None:
    """The marks and headers of a chart say again what is written beside it."""
    entry.put(marks, "due")
    places = entry.found.fields.get(Field.DUE, [])
    entry.plan.ledger.charted.update(on_one_line(words.column) for words in places if read_time(words.column).due)


def _level_words(entry: EntryContext) -> str:
    return f"{'an' if entry.found.level is FoundLevel.OBJECTIVE else 'a'} {entry.found.level}"


def _read_due(entry: EntryContext, dues: list[Words]) -> DateReading:
    if not dues:
        return NOTHING
    reading = _read_together([_as_meant(entry, words) for words in dues])
    if reading == NOTHING:
        _leave(entry, dues)
        return NOTHING
    if reading.due:
        _set_due(entry, reading, dues)
    elif "due" not in entry.draft.keys:
        entry.put(dues, "start")
    return reading


def _read_together(dues: list[Words]) -> DateReading:
    """Several places are checkpoints of one timeline, where each has a date."""
    readings = [read_timeline(words) for words in dues]
    if len(dues) == 1 or len({(one.due, one.start) for one in readings}) == 1:
        return readings[0]
    if any(words.day for words in dues) and all(len(one.due) == 1 for one in readings):
        return read_time("\n".join(one.due[0] for one in readings))
    together = read_time(words_together(dues))
    return together if together != NOTHING else next((one for one in readings if one != NOTHING), NOTHING)


def _as_meant(entry: EntryContext, words: Words) -> Words:
    """A place with what its header adds to it, and with the day first where its column has the month first."""
    if words.day is not None:
        return words
    if words.column in entry.plan.american and has_digits(words):
        only = entry.plan.american[words.column]
        message = (
            f"the dates of the column “{label_of(words, 'Due')}” are read with the month first, as `{only}` must be"
        )
        entry.tell("date", message, words.place, once=True)
        return replace(words, text=as_british(words.text))
    more = with_unit(words.text, words.column)
    return replace(words, text=more) if more and read_time(words.text) == NOTHING else words


def _count_from_start(entry: EntryContext, dues: list[Words]) -> None:
    """A length of time beside a start counts from it, and not from the start of the plan."""
    due, start = entry.draft.keys.get("due"), entry.draft.keys.get("start")
    if due is None or start is None or not isinstance(due.value, str) or not dues:
        return
    try:
        length, first = parse_due(due.value), parse_start(str(start.value)).day
    except DateError:  # a day that does not exist, which is kept as it is written
        return
    if length.kind is not DueKind.DURATION or first is None:
        return
    last = last_day_of(first.first, length.duration)
    is_whole = first.first != first.last and (last + timedelta(days=1)).day == 1
    end = f"{last:%Y-%m}" if is_whole else last.isoformat()
    said = on_one_line(words_together(dues))
    entry.set("due", end, dues[0], said)
    entry.tell("date", f"`{said}` is counted from the start {start.value}, and read as {end}", dues[0].place)


def _set_due(entry: EntryContext, reading: DateReading, places: list[Words]) -> None:
    text = words_together(places)
    if "due" in entry.draft.keys:  # it was run together with an owner
        _leave(entry, places)
        return
    value: Value = reading.due[0] if len(reading.due) == 1 else list(reading.due)
    written = "" if isinstance(value, str) and is_as_written(text, value) else text
    entry.set("due", value, places[0], written)
    entry.put(places, "due", "" if written else text)
    if reading.doubt and not reading.moved:
        kind = "impossible-date" if "does not exist" in reading.doubt else "date"
        kept = "; it is kept as it is written" if kind == "impossible-date" else ""
        entry.tell(kind, f"{reading.doubt}{kept}", places[0].place)


def _read_start(entry: EntryContext, starts: list[Words]) -> DateReading:
    if not starts:
        return NOTHING
    starts_meant = [_as_meant(entry, words) for words in starts]
    reading = _read_together(starts_meant)
    start = reading.start or (_as_start(starts_meant[0], reading) if len(reading.due) == 1 else "")
    if not start:
        _leave(entry, starts)
        return NOTHING
    _set_start(entry, start, starts)
    return reading if reading.start else DateReading(start=start)


def _as_start(words: Words, reading: DateReading) -> str:
    """A season or term as a start begins with its first month; the end of a month is its last day."""
    text = on_one_line(words.text)
    if words.day is None:
        if month := first_month(text):
            return month
        found = suggest_start(text)
        if found and found.written and found.is_certain:
            return found.written
    return "" if reading.due[0] == "end" else reading.due[0]


def _set_start(entry: EntryContext, start: str, places: list[Words]) -> None:
    text = words_together(places)
    has_words = "due" in entry.draft.keys and entry.draft.keys["due"].written == on_one_line(text)
    entry.set("start", start, places[0], "" if has_words or is_as_written(text, start) else text)
    entry.put(places, "start", text if is_as_written(text, start) else "")


def _leave(entry: EntryContext, places: list[Words]) -> None:
    """Words that are no date go into `about`; those that only say that there is none are accounted for."""
    for words in places:
        entry.add_about(words, label_of(words, "Timeline"))
        entry.tell("date", f"no date can be read from `{on_one_line(words.text)}`; it is in `about`", words.place)
