"""What is due and which reports are owed, as rows: for the terminal and for scripts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.errors import UsageError
from tcplan.progress import Assessment, assess
from tcplan.progress.due_items import DueItem, DueItemKind, due_items
from tcplan.progress.owed_reports import names_to_ask_by, people_asked
from tcplan.progress.report_requests import find_lead, resolve_name
from tcplan.values.dates import Duration, add
from tcplan.values.json_text import DIALECT, json_text
from tcplan.values.rag import NOT_REPORTED
from tcplan.views.plan_head import PlanHeadRow, plan_head
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace, fold_name

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class DueItemRow:
    """Something that is due: a checkpoint or the end of an action, or a report on it.

    `late`: the action is overdue, or owes the report. `people` are those who answer for it: the lead or, where there is
    none, the owners. `rag` and `label` are the last stated colour; `reported_on` is the day of the last report.
    """

    day: date
    kind: DueItemKind
    late: bool
    id: str
    title: str
    lead: str | None
    owners: tuple[str, ...]
    people: tuple[str, ...]
    rag: str | None
    label: str
    reported_on: date | None


@dataclass(frozen=True)
class DuePlanRow(PlanHeadRow):
    """What is due on one plan, by date; `lead` is whose it is, or null for everybody's.

    It is `none` for the actions without a lead of their own, and `tbc` for those whose lead is still to be confirmed.
    """

    lead: str | None
    items: tuple[DueItemRow, ...]


@dataclass(frozen=True, slots=True)
class DuePage:
    """The whole output: what is late, and what is due from `as_of` until `until`, of each plan."""

    format: Literal[1]
    tcplan: str
    as_of: date
    until: date
    plans: tuple[DuePlanRow, ...]


def due_page(
    workspace: Workspace,
    plans: Iterable[tuple[InstitutionFolder, PlanFile]],
    as_of: date,
    within: Duration,
    who: str | None = None,
) -> DuePage:
    """What is late or due within a length of time on some plans; `who` is any spelling of a lead or an owner.

    Raises UsageError if none of the plans has somebody of that name.
    """
    assessed = [assess(workspace, folder, plan, as_of) for folder, plan in plans]
    until = add(as_of, within)
    rows = [_plan_row(now, until, name) for now, name in _named(assessed, who)]
    return DuePage(FORMAT, __version__, as_of, until, tuple(rows))


def due_item_row(now: Assessment, item: DueItem) -> DueItemRow:
    """The row of one thing that is due."""
    state, entry, glossary = now.state(item.node), item.node.entry, now.folder.glossary
    return DueItemRow(
        day=item.day,
        kind=item.kind,
        late=item.is_late,
        id=item.node.id,
        title=entry.title,
        lead=glossary.canonical(entry.lead) if entry.lead else None,
        owners=tuple(map(glossary.canonical, entry.owners)),
        people=tuple(people_asked(item.node, glossary).values()),
        rag=state.key.colour if state.key else None,
        label=state.key.label if state.key else NOT_REPORTED,
        reported_on=state.reported_on,
    )


def due_json(page: DuePage) -> str:
    """The page for scripts; `due_schema` describes it."""
    return json_text(TypeAdapter(DuePage).dump_python(page, mode="json"), ascii_only=True)


def due_schema() -> dict[str, Any]:
    """The JSON Schema of `due_json`."""
    schema = TypeAdapter(DuePage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan due"}


def _named(assessed: Sequence[Assessment], who: str | None) -> list[tuple[Assessment, str | None]]:
    """The plans that somebody has a part in, each with the name that is printed there."""
    if who is None:
        return [(now, None) for now in assessed]
    found: list[tuple[Assessment, str | None]] = []
    doubts = []
    for now in assessed:
        try:
            found.append((now, find_lead(now, who) or resolve_name(now, who)))
        except UsageError as error:
            doubts.append(error)
    if doubts and not found:
        raise doubts[0]
    return found


def _plan_row(now: Assessment, until: date, name: str | None) -> DuePlanRow:
    glossary, folded = now.folder.glossary, fold_name(name or "")
    items = [one for one in due_items(now, until) if name is None or folded in names_to_ask_by(one.node, glossary)]
    rows = tuple(due_item_row(now, one) for one in items)
    return DuePlanRow(**vars(plan_head(now.folder, now.plan)), lead=name, items=rows)
