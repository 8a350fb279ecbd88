"""A report on an action (or an objective, pillar, plan) as changes of its file, and the readings that come with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from tcplan.dates import DateError, parse_day, parse_due
from tcplan.edits.order import house_order
from tcplan.edits.subject import Subject
from tcplan.errors import UsageError
from tcplan.model.plan import Action, Measure, Plan
from tcplan.near import did_you_mean
from tcplan.progress.history import state_of
from tcplan.quantity import parse_quantity
from tcplan.text.editing.changes import value_at
from tcplan.text.editor import Append, Change, Insert
from tcplan.text.frame import Value
from tcplan.views.report import colour_named
from tcplan.views.status.parts import key_rows

_LINK: Final = re.compile(r"(?:(?P<title>.*\S)\s+)?(?P<url>https?://\S+)", re.DOTALL)
_LIKE_A_LINK: Final = re.compile(r"\bwww\.|://")
_READING: Final = re.compile(r"\s*(?P<measure>[^=]+?)\s*=\s*(?P<value>.+?)\s*", re.DOTALL)


@dataclass(frozen=True)
class Report:
    """What somebody reports: all as it was typed, `date` and `due` as dates are written in a plan.

    `evidence` are links, each with a title before it or without, or names of case studies. `readings` are a measure
    with its value, such as `registered=28%`.
    """

    date: str
    rag: str | None = None
    by: str | None = None
    note: str | None = None
    due: str | None = None
    evidence: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    internal: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether there is anything besides a day and a name."""
        return bool(report_entry(self).keys() - {"date", "by"})


def with_colour(subject: Subject, report: Report) -> Report:
    """The report with the colour that its words mean in the plan's own key; raises UsageError where they mean none."""
    key = key_rows(subject.plan.plan)
    rag = colour_named(report.rag, key) if report.rag is not None else None
    if report.rag is not None and rag is None:
        words = ", ".join(f"{entry.colour} ({entry.label})" for entry in key)
        raise UsageError(f"--rag: `{report.rag}` is no colour of {subject.plan.name}", f"write one of: {words}")
    return replace(report, rag=rag)


def report_words(subject: Subject, report: Report, *, dry_run: bool) -> tuple[str, ...]:
    """What there is to know of a report: that it is not the only one of its day, or how to take it away again."""
    updates = (subject.node.entry if subject.node else subject.plan.plan).updates
    day = parse_day(report.date).last
    if not report.says_something:
        return ()
    if any(one.date.last == day for one in updates):
        return (f"there is a report of {day} already; the last in the file counts",)
    place = subject.node.id if subject.node else subject.plan.name
    return () if dry_run else (f"to take it away again: tcplan set {place}/updates/{report.date} --remove",)


def report_changes(subject: Subject, report: Report) -> list[Change]:
    """The changes that enter a report, oldest report first; raises UsageError for what cannot be one."""
    _check_dates(report)
    _check_open(subject, report.date)
    changes = list(_readings(subject, report))
    entry = report_entry(report)
    if report.says_something:
        changes.append(_update(subject, entry, report.date))
    if not changes:
        raise UsageError("this report says nothing", "add --rag, --note, --due, --evidence, --reading or --internal")
    return changes


def report_entry(report: Report) -> dict[str, Value]:
    """The report as it stands under `updates`."""
    evidence = [evidence_value(one) for one in report.evidence]
    entry: dict[str, Value] = {
        "date": report.date,
        "rag": report.rag,
        "by": report.by,
        "note": as_prose(report.note),
        "due": report.due,
        "evidence": evidence or None,
        "internal": as_prose(report.internal),
    }
    return {key: value for key, value in entry.items() if value is not None}


def as_prose(text: str | None) -> str | None:
    """Words as they are kept: without space around them, and of several lines each ended by a newline."""
    text = re.sub(r"\r\n?", "\n", text).strip() if text else ""
    return f"{text}\n" if "\n" in text else text or None


def _check_dates(report: Report) -> None:
    for option, text, parse in (("--date", report.date, parse_day), ("--due", report.due, parse_due)):
        try:
            if text is not None:
                parse(text)
        except DateError as error:
            raise UsageError(f"{option}: {error.message}", error.help) from None


def _check_open(subject: Subject, day: str) -> None:
    node, plan = subject.node, subject.plan.plan
    closed = state_of(node, plan, parse_day(day).last).closed if node else plan.closed
    if closed and closed.date.last <= parse_day(day).last:
        help_text = f"report on {closed.into}, which goes on" if closed.into else "a closed entry is not reported on"
        raise UsageError(subject.closed_already(closed), help_text)


def evidence_value(words: str) -> Value:
    """Evidence as it stands in a report: a link with or without a title before it, else a case study or plain words.

    Raises UsageError for what looks like a link and is none.
    """
    found = _LINK.fullmatch(words.strip())
    if found is None and _LIKE_A_LINK.search(words):
        raise UsageError(f"--evidence: `{words}` is no link", "write https:// and the address, without spaces")
    if found is None:
        return words.strip()
    return {key: value for key, value in found.groupdict().items() if value}


def _update(subject: Subject, entry: dict[str, Value], day: str) -> Change:
    """Behind the last report of that day or before, so that the oldest stay first."""
    path = (*subject.path, "updates")
    holder: Any = value_at(subject.plan.file.document.data, subject.path)
    old = holder.get("updates")
    if entry in (old if isinstance(old, list) else [old]):
        raise UsageError(f"this report on {subject.words} is there already", "say what is new, or give another --date")
    if not old:
        return Insert(path, [entry], house_order(Action if subject.node else Plan))
    updates = (subject.node.entry if subject.node else subject.plan.plan).updates
    later = [index for index, one in enumerate(updates) if one.date.last > parse_day(day).last]
    return Insert((*path, later[0]), entry) if later else Append(path, entry)


def _readings(subject: Subject, report: Report) -> Iterator[Change]:
    given: set[str] = set()
    for reading in report.readings:
        found = _READING.fullmatch(reading)
        if found is None or parse_quantity(found["value"]) is None:
            help_text = 'write a measure and a number: --reading "registered=28%"'
            raise UsageError(f"--reading: `{reading}` is no reading", help_text)
        if found["measure"] in given:
            raise UsageError(f"--reading: `{found['measure']}` is given twice", "give the one that holds")
        given.add(found["measure"])
        yield _reading(subject, found["measure"], found["value"], report.date)


def _reading(subject: Subject, name: str, value: str, day: str) -> Change:
    index, measure = _measure(subject, name)
    _check_unit(measure, value)
    path = (*subject.raw(("measures", index)), "actual")
    holder: Any = value_at(subject.plan.file.document.data, path[:-1])
    actual = holder.get("actual") or {}
    same = next((one.text for one in measure.actual if one.last == parse_day(day).last and one.text in actual), None)
    if same:
        raise UsageError(
            f"{measure.id} has a reading of {same} already: {actual[same]}",
            f"`tcplan set {measure.id}/actual/{same} {value}` changes it",
        )
    if not actual:
        return Insert(path, {day: value}, house_order(Measure))
    return Insert((*path, day), value, tuple(_in_order([*actual, day])))


def _check_unit(measure: Measure, value: str) -> None:
    """A measure is followed in one unit: 31 beside 29% could be compared with nothing."""
    known = next(iter((*reversed(measure.actual.values()), *measure.targets.values())), None)
    given = parse_quantity(value)
    if known and given and known.percent != given.percent:
        meant = f"{value}%" if known.percent else value.rstrip("% ")
        raise UsageError(f"--reading: {measure.id} is followed in numbers such as {known.text}", f"is {meant} meant?")


def _measure(subject: Subject, name: str) -> tuple[int, Measure]:
    measures = subject.plan.plan.measures
    found = [(index, measure) for index, measure in enumerate(measures) if measure.id == name]
    if len(found) > 1:
        raise UsageError(f"{subject.plan.name} has {len(found)} measures `{name}`", "`tcplan validate` shows them")
    if found:
        return found[0]
    ids = [measure.id for measure in measures]
    known = f"the measures of {subject.plan.name} are {', '.join(ids)}" if ids else "`tcplan add measure` adds one"
    raise UsageError(f"--reading: {subject.plan.name} has no measure `{name}`", did_you_mean(name, ids, known))


def _in_order(days: list[str]) -> Iterator[str]:
    """Days from the first to the last; those that are none keep their place at the end."""

    def rank(text: str) -> tuple[int, str]:
        try:
            return 0, parse_day(text).last.isoformat()
        except DateError:
            return 1, ""

    yield from sorted(days, key=rank)
