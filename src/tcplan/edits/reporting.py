"""A report on an action (or an objective, pillar, plan) as changes of its file."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from tcplan.edits.edit_target import EditTarget
from tcplan.edits.evidence import evidence_value
from tcplan.edits.key_order import house_order
from tcplan.edits.readings import measured, reading_changes, reading_of_day
from tcplan.errors import UsageError
from tcplan.findings.change import Append, Change, Insert, Remove, Set
from tcplan.findings.span import Path, Value
from tcplan.model.parts import Update
from tcplan.model.plan import Action, Plan
from tcplan.progress.history import closure_on
from tcplan.shape.word_aliases import alias_of
from tcplan.values.dates import DateError, parse_day, parse_due
from tcplan.values.near_words import near
from tcplan.values.plain_text import one_line
from tcplan.values.printed_command import shell_word
from tcplan.values.rag import Colour, KeyEntry, find_colour, list_colours
from tcplan.yaml_editor.data_edits import value_at


@dataclass(frozen=True)
class NewReport:
    """One report: all as it was typed, `date` and `due` as dates are written in a plan.

    `evidence` are links, each with or without a title before it, or names of case studies. `readings` are a measure
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


def with_colour(target: EditTarget, report: NewReport) -> NewReport:
    """The report with the colour that its words mean in the plan's own key; raises UsageError where they mean none."""
    key = target.plan.rag_key.values()
    rag = find_colour(report.rag, key) if report.rag is not None else None
    if report.rag is not None and rag is None:
        help_text = colour_help(report.rag, key)
        raise UsageError(f"--rag: `{report.rag}` is not a colour of {target.plan.name}", help_text)
    return replace(report, rag=rag)


def colour_help(words: str, key: Collection[KeyEntry]) -> str:
    """What to write for words that are not a colour of a plan: the one that is meant, or all that there are."""
    return help_for_colour(words, key) or f"write one of: {list_colours(key)}"


def help_for_colour(words: str, key: Collection[KeyEntry]) -> str | None:
    """What to write for words that mean a colour of a plan but are not one, or None where nothing is known of them."""
    alias = alias_of(words, tuple(Colour), {one.colour: one.means for one in key})
    if alias:
        return alias.help or f"did you mean `{alias.meant}`?"
    guess = near(words, Colour)
    return f"did you mean `{guess}`?" if guess else None


def report_words(target: EditTarget, report: NewReport) -> tuple[str, ...]:
    """What to say of a report: that it is not the only one of its day."""
    if not report.says_something or report_of_day(target, report.date) is None:
        return ()
    day = parse_day(report.date).last
    return (f"there is already a report of {day}; the last in the file counts, and --replace replaces it",)


def report_of_day(target: EditTarget, day: str) -> int | None:
    """The number of the report that counts on a day, if there is one of that day: the last in the file."""
    when = parse_day(day).last
    updates = (target.node.entry if target.node else target.plan.plan).updates
    return next((index for index, one in reversed([*enumerate(updates)]) if one.date.last == when), None)


def replaced_words(target: EditTarget, report: NewReport, what: str) -> str:
    """What to say of a report, or a reading, that takes the place of another: also each value that goes with that."""
    lost = lost_words(target, report)
    gone = f"; what only the old one says goes unless you give it again: {lost}" if lost else ""
    return f"this replaces the {what} of that day{gone}"


def lost_words(target: EditTarget, report: NewReport) -> str:
    """What the report of a day says and one that replaces it does not, as options that keep it; empty for nothing."""
    index = report_of_day(target, report.date) if report.says_something else None
    if index is None:
        return ""
    old: Any = value_at(target.plan.file.document.data, _place_of_report(target, index))
    entry = report_entry(report)
    lost = [
        option for key in house_order(Update) if key in old and key not in entry for option in _options(key, old[key])
    ]
    return " ".join(lost)


def _options(key: str, value: Any) -> Iterator[str]:  # noqa: ANN401 (what the file has)
    """What would have to be written for a value, to say it again."""
    for one in value if isinstance(value, list) else [value]:
        words = " ".join(str(part) for part in one.values()) if isinstance(one, dict) else str(one)
        yield f"--{key} {shell_word(one_line(words))}"


def report_changes(target: EditTarget, report: NewReport, *, replaces: bool = False) -> list[Change]:
    """The changes that enter a report, oldest report first; raises UsageError for what cannot be one.

    With `replaces` it takes the place of the report of that day, which has to be there, and its readings take that of
    readings of the day. Where it has nothing but readings, one of the day has to be there, and the report stays.
    """
    _check_dates(report)
    _check_open(target, report.date)
    changes = list(reading_changes(target, report.readings, report.date, replaces=replaces))
    entry = report_entry(report)
    if replaces and not report.says_something:
        _check_replaced(target, report)
    elif replaces:
        changes += _replacement(target, entry, report.date)
    elif report.says_something:
        changes.append(_update(target, entry, report.date))
    if not changes:
        raise UsageError("this report is empty", "add --rag, --note, --due, --evidence, --reading or --internal")
    return changes


def report_entry(report: NewReport) -> dict[str, Value]:
    """The report as `updates` holds it."""
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
    """Words as they are kept: without space around them, and where there are several lines, each ended by a newline."""
    text = re.sub(r"\r\n?", "\n", text).strip() if text else ""
    return f"{text}\n" if "\n" in text else text or None


def _check_dates(report: NewReport) -> None:
    for option, text, parse in (("--date", report.date, parse_day), ("--due", report.due, parse_due)):
        try:
            if text is not None:
                parse(text)
        except DateError as error:
            raise UsageError(f"{option}: {error.message}", error.help) from None


def _check_open(target: EditTarget, day: str) -> None:
    node, plan = target.node, target.plan
    closed = closure_on(node, plan, parse_day(day).last) if node else plan.plan.closed
    if closed and closed.date.last <= parse_day(day).last:
        help_text = (
            f"report on {closed.into}, which continues" if closed.into else "you cannot report on a closed entry"
        )
        raise UsageError(target.closed_already(closed), help_text)


def _check_replaced(target: EditTarget, report: NewReport) -> None:
    """Refuse readings that are to replace others, where none is of that day."""
    names = list(measured(report.readings))
    if names and not any(reading_of_day(target, name, report.date) for name in names):
        message = f"--replace: {', '.join(names)} has no reading of {parse_day(report.date).last}"
        raise UsageError(message, "leave --replace out, or name the day of the reading with --date")


def _replacement(target: EditTarget, entry: dict[str, Value], day: str) -> Iterator[Change]:
    """The keys of the report of a day, given another value, added or removed: comments beside the others stay."""
    index = report_of_day(target, day)
    if index is None:
        message = f"--replace: {target.words} has no report of {parse_day(day).last}"
        raise UsageError(message, "leave --replace out, or name the day of the report with --date")
    path = _place_of_report(target, index)
    old: Any = value_at(target.plan.file.document.data, path)
    order = house_order(Update)
    for key in (key for key in old if key not in entry):
        yield Remove((*path, key))
    for key, value in entry.items():
        if key not in old:
            yield Insert((*path, key), value, order)
        elif old[key] != value:
            yield Set((*path, key), value)


def _place_of_report(target: EditTarget, index: int) -> Path:
    """Where a report is in the file; a single one may stand there without a list."""
    path = (*target.path, "updates")
    is_list = isinstance(value_at(target.plan.file.document.data, path), list)
    return (*path, index) if is_list else path


def _update(target: EditTarget, entry: dict[str, Value], day: str) -> Change:
    """The report after the last one of that day or before, so that the oldest stay first."""
    path = (*target.path, "updates")
    holder: Any = value_at(target.plan.file.document.data, target.path)
    old = holder.get("updates")
    if entry in (old if isinstance(old, list) else [old]):
        raise UsageError(f"this report on {target.words} already exists", "say what is new, or give another --date")
    if not old:
        return Insert(path, [entry], house_order(Action if target.node else Plan))
    updates = (target.node.entry if target.node else target.plan.plan).updates
    later = [index for index, one in enumerate(updates) if one.date.last > parse_day(day).last]
    return Insert((*path, later[0]), entry) if later else Append(path, entry)
