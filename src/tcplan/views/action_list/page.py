"""The list of the actions of plans, as rows: for the terminal, for tables and for scripts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.progress import Assessment, assess
from tcplan.values.json_text import DIALECT, json_text
from tcplan.views.action_list.filters import ActiveFilter, ListFilterRow, active_filters
from tcplan.views.action_list.options import ListFilters, ListOrder
from tcplan.views.action_list.order import sort_rows
from tcplan.views.plan_head import PlanHeadRow, plan_head
from tcplan.views.status.entries import action_rows
from tcplan.views.status.parts import key_rows
from tcplan.views.status.rows import ActionRow, KeyRow
from tcplan.workspace import InstitutionFolder, Level, PlanFile, Workspace

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class ActionListPlanRow:
    """The actions of one plan that pass the filters; `total` counts all that belong to it on the day.

    `key` says what the plan's colours mean.
    """

    head: PlanHeadRow
    key: tuple[KeyRow, ...]
    filters: tuple[ListFilterRow, ...]
    total: int
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class ActionListPage:
    """The whole output: the list of each plan, in the same order."""

    format: Literal[1]
    tcplan: str
    as_of: date
    sort: ListOrder
    plans: tuple[ActionListPlanRow, ...]


def action_list_page(
    workspace: Workspace,
    plans: Iterable[tuple[InstitutionFolder, PlanFile]],
    as_of: date,
    filters: ListFilters,
    sort: ListOrder,
) -> ActionListPage:
    """The actions of some plans; without filters, each action that belongs to one on the day is there once.

    Raises UsageError for a word of a filter that means nothing in any of the plans.
    """
    assessed = [assess(workspace, folder, plan, as_of) for folder, plan in plans]
    active = active_filters(workspace, assessed, filters)
    rows = [_plan_row(now, own, sort) for now, own in zip(assessed, active, strict=True)]
    return ActionListPage(FORMAT, __version__, as_of, sort, tuple(rows))


def action_list_json(page: ActionListPage) -> str:
    """The page for scripts; `action_list_schema` describes it."""
    return json_text(TypeAdapter(ActionListPage).dump_python(page, mode="json"), ascii_only=True)


def action_list_schema() -> dict[str, Any]:
    """The JSON Schema of `action_list_json`."""
    schema = TypeAdapter(ActionListPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan list"}


def _plan_row(now: Assessment, filters: list[ActiveFilter], sort: ListOrder) -> ActionListPlanRow:
    states, rows = now.states_of(now.nodes_in_plan(Level.ACTION)), action_rows(now)
    passing = [row for state, row in zip(states, rows, strict=True) if all(one.holds(state) for one in filters)]
    head, key = plan_head(now.folder, now.plan), key_rows(now.plan)
    return ActionListPlanRow(head, key, tuple(one.row for one in filters), len(rows), tuple(sort_rows(passing, sort)))
