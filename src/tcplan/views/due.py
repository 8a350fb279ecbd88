"""What is due and which reports are owed, as rows: for the terminal and for scripts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.errors import UsageError
from tcplan.progress import Assessment, assess
from tcplan.progress.due_items import DueItem, due_items
from tcplan.progress.owed_reports import names_to_ask_by, people_asked
from tcplan.progress.report_requests import resolve_lead
from tcplan.values.dates import Duration, add
from tcplan.values.due_item_kinds import DueItemKind
from tcplan.values.json_text import DIALECT, json_text
from tcplan.values.rag import NOT_REPORTED
from tcplan.views.plan_head import PlanHeadRow, plan_head
from tcplan.workspace import Glossary, InstitutionFolder, PlanFile, Workspace, fold_name

FORMAT: Final = 1


class DueFilter(NamedTuple):
    """What is asked for: of one lead or owner, in any spelling, or of everybody; and of which kinds."""

    who: str | None
    kinds: tuple[DueItemKind, ...]


@dataclass(frozen=True, slots=True)
class DueItemRow:
    """Something that is due.

    `kind` is submission, meeting, review or plan-end for a date of the plan itself, target for one of a measure,
    criterion or step for one of an entry, and checkpoint, end or report for an action. `id` is that of the entry or the
    measure; what is about the plan has none. `title` is that of the action, criterion or step, or words for the date.
    `late`: the action is overdue, or owes the report, or the submission was not sent. `people` are those who answer for
    it: the lead or, where there is none, the owners. `rag` and `label` are the last stated colour of an entry, and
    `reported_on` the day of its last report; null for what is about no entry.
    """

    day: date
    kind: DueItemKind
    late: bool
    id: str | None
    title: str
    lead: str | None
    owners: tuple[str, ...]
    people: tuple[str, ...]
    rag: str | None
    label: str | None
    reported_on: date | None


@dataclass(frozen=True)
class DuePlanRow(PlanHeadRow):
    """What is due on one plan, by date; `lead` is whose it is, or null for everybody's and for what has no lead.

    It is `none` for the entries without a lead of their own, and `tbc` for those whose lead is still to be confirmed.
    """

    lead: str | None
    items: tuple[DueItemRow, ...]


@dataclass(frozen=True, slots=True)
class DuePage:
    """The whole output: what is late, and what is due from `as_of` until `until`, of each plan; only of `kinds`."""

    format: Literal[1]
    tcplan: str
    as_of: date
    until: date
    kinds: tuple[DueItemKind, ...]
    plans: tuple[DuePlanRow, ...]


def due_page(
    workspace: Workspace,
    plans: Iterable[tuple[InstitutionFolder, PlanFile]],
    as_of: date,
    within: Duration,
    wanted: DueFilter,
) -> DuePage:
    """What is late or due within a length of time on some plans.

    Raises UsageError if none of the plans has somebody of that name.
    """
    assessed = [assess(workspace, folder, plan, as_of) for folder, plan in plans]
    until = add(as_of, within)
    found = ((now, name, due_items(workspace, now, until)) for now, name in _named(assessed, wanted.who))
    rows = [_plan_row(now, name, [one for one in items if one.kind in wanted.kinds]) for now, name, items in found]
    return DuePage(FORMAT, __version__, as_of, until, wanted.kinds, tuple(rows))


def due_item_row(now: Assessment, item: DueItem) -> DueItemRow:
    """The row of one thing that is due."""
    glossary, entry = now.folder.glossary, item.node.entry if item.node else None
    state = now.state(item.node) if item.node else None
    label = state.key.label if state and state.key else NOT_REPORTED
    return DueItemRow(
        day=item.day,
        kind=item.kind,
        late=item.is_late,
        id=item.id,
        title=item.title,
        lead=glossary.canonical(entry.lead) if entry and entry.lead else None,
        owners=tuple(map(glossary.canonical, entry.owners)) if entry else (),
        people=tuple(people_asked(item.node, glossary).values()) if item.node else (),
        rag=state.key.colour if state and state.key else None,
        label=label if state else None,
        reported_on=state.reported_on if state else None,
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
            found.append((now, resolve_lead(now, who)))
        except UsageError as error:
            doubts.append(error)
    if doubts and not found:
        raise doubts[0]
    return found


def _plan_row(now: Assessment, name: str | None, items: Iterable[DueItem]) -> DuePlanRow:
    rows = tuple(due_item_row(now, one) for one in items if name is None or _is_of(one, name, now.folder.glossary))
    return DuePlanRow(**vars(plan_head(now.folder, now.plan)), lead=name, items=rows)


def _is_of(item: DueItem, name: str, glossary: Glossary) -> bool:
    """Whether somebody answers for it; nobody does for a meeting or a measure, which has no lead to be without."""
    return item.node is not None and fold_name(name) in names_to_ask_by(item.node, glossary)
