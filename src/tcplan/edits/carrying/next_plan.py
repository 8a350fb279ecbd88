"""The text of the next plan, and the closures that deciding about the old one brings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tcplan.comparison.carried_actions import ActionOutcome, CarryOutcome
from tcplan.edits.carrying.continued_entries import continued_as
from tcplan.edits.carrying.kept_values import NextPeriod, kept_entry, kept_measure
from tcplan.edits.carrying.left_out import PassedDates, passed_dates
from tcplan.edits.carrying.new_ids import new_ids
from tcplan.edits.closing import Closure, closing_changes
from tcplan.edits.edit_target import EditTarget, SearchScope
from tcplan.edits.formatting import house_text
from tcplan.edits.key_order import order_at
from tcplan.findings.change import Change
from tcplan.findings.span import Value
from tcplan.progress import Assessment
from tcplan.shape.file_header import FORMAT
from tcplan.values.words import Ending, FileKind
from tcplan.workspace import Level, Node, PlanFile
from tcplan.yaml_editor.data_edits import value_at
from tcplan.yaml_editor.emit import emit_file
from tcplan.yaml_reader.reader import read_text

_KEPT_OF_PLAN: Final = ("charter", "language", "review_every", "rag", "aligns", "measured_by")
"""The keys of the plan itself that the next plan takes as they are."""


@dataclass(frozen=True)
class NextPlan:
    """What the next plan is to be: its name, title and period as they are written, and the day it begins."""

    name: str
    title: str
    start: str
    end: str
    begins: date


@dataclass(frozen=True)
class CarriedPlan:
    """The text of the next plan and, by `id(node)`, the new ids of the entries that it takes over.

    `lost` are sentences about what an action depends on and the next plan cannot say; `passed` is what it leaves out.
    """

    text: str
    ids: dict[int, str]
    lost: tuple[str, ...]
    passed: PassedDates


def carried_plan(now: Assessment, outcomes: Sequence[ActionOutcome], new: NextPlan, schema: str) -> CarriedPlan:
    """The next plan with what is carried and the entries above it; `schema` is the first line of its file."""
    carried = [one.node for one in outcomes if one.outcome is CarryOutcome.CARRIED]
    builder = _NextPlanBuilder(now, {id(one.node): one for one in outcomes}, new, new_ids(now.plan.tree, carried))
    tables = builder.tables()
    data = {"kind": FileKind.PLAN.value, "format": FORMAT, **builder.top(), **tables}
    text = house_text(read_text(schema + emit_file(data), f"{new.name}.yaml"))
    passed = passed_dates(now, carried, builder.ids, tables)
    return CarriedPlan(text, builder.ids, tuple(builder.lost(carried)), passed)


def closures(scope: SearchScope, plan: EditTarget, outcomes: Sequence[ActionOutcome], day: str) -> list[Change]:
    """The changes of the old plan that close what somebody decided to close."""
    found: list[Change] = []
    for one in outcomes:
        if one.outcome is CarryOutcome.CLOSED and one.decision:
            target = EditTarget(plan.root, plan.folder, plan.plan, one.node)
            found += closing_changes(scope, target, Closure(Ending.WITHDRAWN, None, one.decision.why, day))
    return found


class _NextPlanBuilder:
    """Puts the data of the next plan together."""

    def __init__(self, now: Assessment, outcomes: dict[int, ActionOutcome], new: NextPlan, ids: dict[int, str]) -> None:
        self._now, self._outcomes, self._new, self.ids = now, outcomes, new, ids
        self._plan: PlanFile = now.plan
        self._data: Any = now.plan.file.document.data
        self._period = NextPeriod(new.begins, now.plan.period)

    def top(self) -> dict[str, Value]:
        """The keys of the plan itself."""
        kept = {key: self._data[key] for key in _KEPT_OF_PLAN if self._data.get(key)}
        period: Value = {"start": self._new.start, "end": self._new.end}
        keys: dict[str, Value] = {"title": self._new.title, "period": period, "follows": self._plan.name, **kept}
        return _in_order(keys, ())

    def tables(self) -> dict[str, Value]:
        """The measures that what is kept names, and the entries."""
        entries = {level.table: [*self._entries(level)] for level in Level}
        measures = [*self._measures(entries)]
        tables: dict[str, list[Value]] = {"measures": measures, **entries}
        return {table: items for table, items in tables.items() if items}

    def _entries(self, level: Level) -> Iterator[Value]:
        for node in self._plan.tree.of(level):
            if id(node) in self.ids:
                yield _in_order(self._entry(node), (level.table, 0))

    def _entry(self, node: Node) -> dict[str, Value]:
        raw: Any = value_at(self._data, self._plan.file.shaped.path_map.origin(node.path))
        keys: dict[str, Value] = {"id": self.ids[id(node)], "title": raw["title"]}
        above = self.ids.get(id(node.parent)) if node.parent else None
        if above and not keys["id"].startswith(f"{above}."):  # type: ignore[union-attr]
            keys["under"] = above
        outcome = self._outcomes.get(id(node))
        if outcome and outcome.decision:
            keys["title"] = outcome.decision.title or raw["title"]
        if continues := continued_as(node, f"{self._plan.name}/{node.id}", self._outcomes.values()):
            keys["continues"] = continues
        return keys | kept_entry(raw, self._now.state(node), self._period, self._map_ref)

    def lost(self, carried: Sequence[Node]) -> Iterator[str]:
        """What carried actions depend on and the next plan does not say, because it has ended."""
        for node in carried:
            for ref in node.action.depends_on if node.action else ():
                if not self._map_ref(ref):
                    old = f"{self._plan.name}/{ref.rpartition('/')[2]}"
                    new = f"{self._new.name}/{self.ids[id(node)]}"
                    yield f"{new} does not say that it depends on {old}, which has ended"

    def _own_entry(self, ref: str) -> Node | None:
        """The entry of the old plan that a reference names: by its id, or with the name of the plan before it."""
        name, _, id_ = ref.rpartition("/")
        own = ("", self._plan.name, f"{self._now.folder.key}/{self._plan.name}")
        return self._plan.tree.find(id_) if name in own else None

    def _map_ref(self, ref: str) -> str:
        """What a reference becomes in the next plan; one to work that has ended says nothing there."""
        node = self._own_entry(ref)
        if node is None:
            return ref
        if id(node) in self.ids:
            return self.ids[id(node)]
        state = self._now.state(node)
        return "" if state.is_complete or state.closed else f"{self._plan.name}/{node.id}"

    def _measures(self, entries: dict[str, list[Value]]) -> Iterator[Value]:
        items = [item for table in entries.values() for item in table if isinstance(item, dict)]
        named = {name for holder in (self._data, *items) for name in _names(holder.get("measured_by"))}
        for index, measure in enumerate(self._plan.plan.measures):
            if measure.id in named:
                raw: Any = value_at(self._data, self._plan.file.shaped.path_map.origin(("measures", index)))
                yield kept_measure(raw, measure, self._period, self._now.as_of)


def _names(raw: object) -> list[str]:
    return [one for one in (raw if isinstance(raw, list) else [raw]) if isinstance(one, str)]


def _in_order(keys: dict[str, Value], path: tuple[str | int, ...]) -> dict[str, Value]:
    order = order_at(FileKind.PLAN.value, path)
    return {key: keys[key] for key in sorted(keys, key=order.index)}
