"""A measure in one line: its last reading, where it began, its target, and what that comes to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tcplan.model.plan import Measure
from tcplan.progress import Assessment
from tcplan.progress.measures import MeasureState, Point, measure_state
from tcplan.views.documents.days import day_words
from tcplan.views.documents.measure_words import compared_words, point_words
from tcplan.views.documents.parts import TextItem, ours


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """The title of a measure, and the words for its readings and its next target."""

    title: TextItem
    words: TextItem


def measure_lines(now: Assessment, measures: Iterable[Measure]) -> tuple[MeasureLine, ...]:
    """A line for each measure: a single row of a table would need all its headings again."""
    return tuple(_line(measure_state(one, now.plan.period, now.as_of), now) for one in measures)


def _line(state: MeasureState, now: Assessment) -> MeasureLine:
    return MeasureLine(TextItem(state.measure.title), ours("; ".join(_words(state, now))))


def _words(state: MeasureState, now: Assessment) -> Iterator[str]:
    coming = [one for one in state.targets if one.day >= now.as_of]
    target = next(iter((*coming, *state.targets[-1:])), None)
    yield _readings(state.readings)
    yield f"target {_target_words(target)}" if target else "no target yet"
    yield from (_short(words, target) for words in compared_words(state, target))


def _short(words: str, target: Point | None) -> str:
    """What is wrong, without the target that is named before it."""
    said = _target_words(target) if target else ""
    return "not reached" if words == f"missing the target of {said}" else words.replace(f" for {said}", "")


def _readings(readings: tuple[Point, ...]) -> str:
    """The last reading with the first one, where there are several."""
    if not readings:
        return "no reading yet"
    last = point_words(readings[-1])
    return f"{last}, at first {point_words(readings[0])}" if len(readings) > 1 else last


def _target_words(target: Point) -> str:
    return f"{target.quantity.text} by {day_words(target.when)}"
