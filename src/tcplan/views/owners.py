"""Who leads and shares what, and what each of them answers for, as rows: for the terminal and for scripts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.progress import Assessment, EntryState, assess
from tcplan.progress.due_items import DueItem, due_items_of_actions
from tcplan.progress.owed_reports import people_asked
from tcplan.values.json_text import DIALECT, json_text
from tcplan.views.due import DueItemRow, due_item_row
from tcplan.views.plan_head import PlanHeadRow, plan_head
from tcplan.workspace import InstitutionFolder, Level, PlanFile, Workspace

FORMAT: Final = 1

NOBODY: Final = ""
"""Stands for nobody among folded names, which are never empty."""


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """A lead or an owner, or nobody if `name` is null; all else are ids of actions that are not closed.

    `leads` and `shares` are unfinished: those somebody leads, and those that they own and do not lead. `complete` are
    those of both that are finished. `overdue` and `owes_report` are those that they answer for: as the lead, or as an
    owner where there is no lead. `next` is what is due next of these, today or later. Nobody leads what has neither a
    lead nor an owner.
    """

    name: str | None
    long: str | None
    leads: tuple[str, ...]
    shares: tuple[str, ...]
    complete: tuple[str, ...]
    overdue: tuple[str, ...]
    owes_report: tuple[str, ...]
    next: DueItemRow | None


@dataclass(frozen=True)
class OwnersPlanRow(PlanHeadRow):
    """Everybody who has a part in one plan, by name; nobody comes last, if there are actions of nobody."""

    owners: tuple[OwnerRow, ...]


@dataclass(frozen=True, slots=True)
class OwnersPage:
    """The whole output: the people of each plan."""

    format: Literal[1]
    tcplan: str
    as_of: date
    plans: tuple[OwnersPlanRow, ...]


def owners_page(workspace: Workspace, plans: Iterable[tuple[InstitutionFolder, PlanFile]], as_of: date) -> OwnersPage:
    """Everybody who leads or owns an action of some plans on a day."""
    rows = [_plan_row(assess(workspace, folder, plan, as_of)) for folder, plan in plans]
    return OwnersPage(FORMAT, __version__, as_of, tuple(rows))


def owners_json(page: OwnersPage) -> str:
    """The page for scripts; `owners_schema` describes it."""
    return json_text(TypeAdapter(OwnersPage).dump_python(page, mode="json"), ascii_only=True)


def owners_schema() -> dict[str, Any]:
    """The JSON Schema of `owners_json`."""
    schema = TypeAdapter(OwnersPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan owners"}


@dataclass
class _PartsOfOwner:
    """What is found for one person, one action after the other."""

    leads: list[EntryState]
    shares: list[EntryState]
    asked: list[EntryState]


def _plan_row(now: Assessment) -> OwnersPlanRow:
    states = [one for one in now.states_of(now.nodes_in_plan(Level.ACTION)) if one.is_open]
    names = now.folder.glossary.leads_and_owners([one.node for one in states])
    parts = _parts_of(now, states)
    upcoming = _upcoming(now)
    folded = sorted(names, key=lambda one: (names[one].casefold(), names[one]))
    shown = [*folded, *([NOBODY] if NOBODY in parts else [])]
    rows = (_owner_row(now, names.get(one), parts[one], upcoming.get(one)) for one in shown)
    return OwnersPlanRow(**vars(plan_head(now.folder, now.plan)), owners=tuple(rows))


def _parts_of(now: Assessment, states: Iterable[EntryState]) -> dict[str, _PartsOfOwner]:
    """What each person leads, shares and answers for, by folded names."""
    glossary = now.folder.glossary
    found: dict[str, _PartsOfOwner] = {}
    for state in states:
        entry, asked = state.node.entry, people_asked(state.node, glossary)
        leads, owners = glossary.named_in([entry.lead]), glossary.named_in(entry.owners)
        for name in {**leads, **owners} or [NOBODY]:
            parts = found.setdefault(name, _PartsOfOwner([], [], []))
            (parts.leads if name in leads or name == NOBODY else parts.shares).append(state)
            if name in asked or name == NOBODY:
                parts.asked.append(state)
    return found


def _upcoming(now: Assessment) -> dict[str, DueItem]:
    """What each person has to do next, by folded names."""
    found: dict[str, DueItem] = {}
    for item in due_items_of_actions(now, date.max):
        if item.node and not item.is_late:
            for name in people_asked(item.node, now.folder.glossary) or [NOBODY]:
                found.setdefault(name, item)
    return found


def _owner_row(now: Assessment, name: str | None, parts: _PartsOfOwner, upcoming: DueItem | None) -> OwnerRow:
    long = now.folder.glossary.long_name(name) if name else None
    return OwnerRow(
        name=name,
        long=long if long != name else None,
        leads=_ids(one for one in parts.leads if not one.is_complete),
        shares=_ids(one for one in parts.shares if not one.is_complete),
        complete=_ids(one for one in (*parts.leads, *parts.shares) if one.is_complete),
        overdue=_ids(one for one in parts.asked if one.is_overdue),
        owes_report=_ids(one for one in parts.asked if now.owes_report(one.node)),
        next=due_item_row(now, upcoming) if upcoming else None,
    )


def _ids(states: Iterable[EntryState]) -> tuple[str, ...]:
    return tuple(one.node.id for one in states)
