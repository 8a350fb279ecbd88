"""The figures of one plan on the day that a submission shows it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.progress.assessment import Assessment
from tcplan.progress.closing_rag import RagBasis
from tcplan.progress.figures.figure_names import ACTION_FIGURES, MEASURE_FIGURES
from tcplan.progress.history import EntryState
from tcplan.progress.measures import MeasureState, Point, measure_state, target_on
from tcplan.progress.plan_ending import PlanEnding
from tcplan.workspace import Level


class FigureValue(NamedTuple):
    """The value of a figure as tables print it, or None with the reason why it has none on the day."""

    text: str | None
    reason: str = ""


@dataclass(frozen=True)
class PlanFigures:
    """The plan as it was on the day; `ending` has its closing colours if the submission reviews it."""

    now: Assessment
    ending: PlanEnding | None

    @property
    def day(self) -> date:
        """The day that the figures are of."""
        return self.now.as_of

    @cached_property
    def actions(self) -> Mapping[str, int]:
        """The number of actions by the names of `ACTION_FIGURES`."""
        states = [self.now.state(node) for node in self.now.nodes_in_plan(Level.ACTION)]
        counted = Counter(name for state in states for name in self._names_of(state))
        return {name: counted[name] for name in ACTION_FIGURES}

    def measure(self, id_: str, name: str) -> FigureValue:
        """A figure of a measure, by one of the names of `MEASURE_FIGURES`."""
        index = self.measures[id_]
        measure = self.now.plan.plan.measures[index]
        point = _point_of(measure_state(measure, self.now.plan.period, self.day), name, self.day)
        table = "targets" if name == "target" else "actual"
        if point and not self.now.plan.file.shaped.is_tainted(("measures", index, table, point.key)):
            return FigureValue(point.quantity.text)
        return FigureValue(None, "it has no target" if name == "target" else f"it has no reading up to {self.day}")

    @cached_property
    def measures(self) -> Mapping[str, int]:
        """The place of each measure in the plan, by its id; of two with one id the first counts."""
        found: dict[str, int] = {}
        for index, measure in enumerate(self.now.plan.plan.measures):
            found.setdefault(measure.id, index)
        return found

    def names(self) -> Iterator[str]:
        """The names of all its figures."""
        yield from (f"actions.{name}" for name in ACTION_FIGURES)
        yield from (f"measures.{id_}.{name}" for id_ in self.measures for name in MEASURE_FIGURES)

    def _names_of(self, state: EntryState) -> Iterator[str]:
        """What an action counts as."""
        yield "total"
        yield "closed" if state.closed else "complete" if state.is_complete else "open"
        if state.is_overdue:
            yield "overdue"
        colour = self._closing_colour(state) if self.ending else self._reported_colour(state)
        if colour:
            yield colour

    def _reported_colour(self, state: EntryState) -> str:
        """Its column in the table of the plan, where that is a colour or says that there is none."""
        cell = cell_of(state, self.now.policy)
        return cell.value if cell.is_colour else "not_reported" if cell is TallyCell.UNREPORTED else ""

    def _closing_colour(self, state: EntryState) -> str:
        """Its row in the table of the review."""
        rag = self.ending.rag_of(state.node) if self.ending else None
        if rag is None or rag.colour:
            return rag.colour.value if rag and rag.colour else ""
        return "not_reported" if rag.basis is RagBasis.MISSING else ""


def _point_of(state: MeasureState, name: str, day: date) -> Point | None:
    if name == "target":
        return target_on(state, day)
    return (state.readings[0] if name == "baseline" else state.readings[-1]) if state.readings else None
