"""What measures say, with their days in words."""

import re
from typing import TYPE_CHECKING

from tcplan.progress import Assessment
from tcplan.progress.measures import MeasureState, Point, measure_state
from tcplan.views.documents.days import day_words
from tcplan.views.documents.parts import TextItem, ours

if TYPE_CHECKING:
    from tcplan.views.explanation.disagreements import Disagreement


def point_words(point: Point | None) -> str:
    """A reading or a target with its day."""
    return f"{point.quantity.text} ({day_words(point.when)})" if point else "–"


def worries(state: MeasureState) -> list[str]:
    """What is wrong with a measure, without its title: a target missed, and behind schedule for the next."""
    return [_in_words(sentence, state) for sentence in (state.missed, state.behind) if sentence]


def compared_words(state: MeasureState, target: Point | None) -> list[str]:
    """What stands beside the last reading and a target: what is wrong, without that reading, or that it is reached."""
    if not state.readings:
        return []
    first, last = state.readings[0], state.readings[-1]
    said = f"{last.quantity.text} ({day_words(last.when)}), "
    wrong = [one.removeprefix(said) for one in worries(state)]
    return wrong or (["reached"] if is_reached(first, last, target) else [])


def is_reached(first: Point, last: Point, target: Point | None) -> bool:
    """Whether a reading is as far as a target, seen from the first reading, or farther."""
    if target is None or len({one.quantity.percent for one in (first, last, target)}) > 1:
        return False
    start, value, wanted = (one.quantity.value for one in (first, last, target))
    return value >= wanted if wanted >= start else value <= wanted


def against_reading(one: "Disagreement", now: Assessment) -> tuple[TextItem, TextItem]:
    """The measure whose reading contradicts a colour, and what it says."""
    path = one.reading.also if one.reading else None
    index = path[1] if path else None
    assert isinstance(index, int)  # noqa: S101 (the rule names the last reading of the measure)
    state = measure_state(now.plan.plan.measures[index], now.plan.period, now.as_of)
    return TextItem(state.measure.title), ours("; ".join(worries(state)))


def _in_words(sentence: str, state: MeasureState) -> str:
    """A sentence of a measure, in which each date of a reading or target is in words."""
    dates = {point.written: day_words(point.when) for point in (*state.readings, *state.targets)}
    pattern = "|".join(map(re.escape, sorted(dates, key=len, reverse=True)))
    words = sentence.removeprefix(f"{state.measure.title}: ")
    return re.sub(rf"(?<![\w-])(?:{pattern})(?![\w-])", lambda found: dates[found[0]], words)
