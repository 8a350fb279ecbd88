"""Readings of measures as changes of the plan that follows them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from tcplan.edits.edit_target import EditTarget
from tcplan.edits.key_order import house_order
from tcplan.errors import UsageError
from tcplan.findings.change import Change, Insert, Set
from tcplan.model.plan import Measure
from tcplan.values.dates import DateError, parse_day
from tcplan.values.near_words import did_you_mean
from tcplan.values.printed_command import printed_command
from tcplan.values.quantity import parse_quantity
from tcplan.workspace import PlanFile
from tcplan.yaml_editor.data_edits import value_at


@cache
def _reading_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*(?P<measure>[^=]+?)\s*=\s*(?P<value>.+?)\s*", re.DOTALL)


def reading_changes(
    target: EditTarget, readings: Iterable[str], day: str, *, replaces: bool = False
) -> Iterator[Change]:
    """The changes that enter readings of a day into the plan of an entry; raises UsageError for what cannot be one.

    Each is a measure with its value, such as `registered=28%`; the oldest come first. With `replaces` a reading takes
    the place of one of the same day.
    """
    given: set[str] = set()
    for reading in readings:
        found = _reading_pattern().fullmatch(reading)
        if found is None or parse_quantity(found["value"]) is None:
            help_text = 'write a measure and a number: --reading "registered=28%"'
            raise UsageError(f"--reading: `{reading}` is not a reading", help_text)
        if found["measure"] in given:
            raise UsageError(f"--reading: `{found['measure']}` is given twice", "give one value only")
        given.add(found["measure"])
        yield _reading(target, found["measure"], found["value"], day, replaces=replaces)


def in_unit(words: str, last: str) -> str:
    """A number in the unit of the last one: with `%` or without."""
    return f"{words}%" if last.endswith("%") else words.rstrip("% ")


def reading_of_day(target: EditTarget, name: str, day: str) -> str | None:
    """The date of the reading of a measure on a day as the file has it, if there is one."""
    return _same_day(target, *_measure(target, name), day)


def measured(readings: Iterable[str]) -> Iterator[str]:
    """The measures that some readings are of."""
    return (found["measure"] for one in readings if (found := _reading_pattern().fullmatch(one)))


def _same_day(target: EditTarget, index: int, measure: Measure, day: str) -> str | None:
    holder: Any = value_at(target.plan.file.document.data, target.raw(("measures", index)))
    actual = holder.get("actual") or {}
    return next((one.text for one in measure.actual if one.last == parse_day(day).last and one.text in actual), None)


def _reading(target: EditTarget, name: str, value: str, day: str, *, replaces: bool) -> Change:
    index, measure = _measure(target, name)
    _check_unit(measure, value)
    path = (*target.raw(("measures", index)), "actual")
    holder: Any = value_at(target.plan.file.document.data, path[:-1])
    actual = holder.get("actual") or {}
    same = _same_day(target, index, measure, day)
    if same and replaces:
        return Set((*path, same), value)
    if same:
        place = f"{measure.id}/actual/{same}"
        changes = printed_command("set", place, value, options=["--in", target.file])
        raise UsageError(
            f"{measure.id} already has a reading of {same}: {actual[same]}",
            f"`{changes}` changes it",
        )
    if not actual:
        return Insert(path, {day: value}, house_order(Measure))
    return Insert((*path, day), value, tuple(_in_order([*actual, day])))


def written_measures(plan: PlanFile) -> dict[int, Measure]:
    """The measures of a plan by their place, without those whose ids are made up because the file has none."""
    measures = enumerate(plan.plan.measures)
    return {index: measure for index, measure in measures if plan.has_written_id(("measures", index))}


def _check_unit(measure: Measure, value: str) -> None:
    """A measure has one unit: 31 cannot be compared with 29%."""
    known = next(iter((*reversed(measure.actual.values()), *measure.targets.values())), None)
    given = parse_quantity(value)
    if known and given and known.percent != given.percent:
        help_text = f"did you mean {in_unit(value, known.text)}?"
        raise UsageError(f"--reading: {measure.id} has numbers such as {known.text}", help_text)


def _measure(target: EditTarget, name: str) -> tuple[int, Measure]:
    plan = target.plan
    named = [(index, measure) for index, measure in enumerate(plan.plan.measures) if measure.id == name]
    found = [one for one in named if plan.has_written_id(("measures", one[0]))]
    if len(found) > 1:
        raise UsageError(f"{plan.name} has {len(found)} measures `{name}`", f"`{target.validate_command}` shows them")
    if found:
        return found[0]
    ids = [measure.id for measure in written_measures(plan).values()]
    known = f"the measures of {plan.name} are {', '.join(ids)}" if ids else "`tcplan add measure` adds one"
    raise UsageError(f"--reading: {plan.name} has no measure `{name}`", did_you_mean(name, ids, known))


def _in_order(days: list[str]) -> Iterator[str]:
    """Days from the first to the last; those that are not days keep their place at the end."""

    def rank(text: str) -> tuple[int, str]:
        try:
            return 0, parse_day(text).last.isoformat()
        except DateError:
            return 1, ""

    yield from sorted(days, key=rank)
