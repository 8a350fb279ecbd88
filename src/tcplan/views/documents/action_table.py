"""The actions under one heading as a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tcplan.views.documents.action_status import ActionStatus, action_status
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.entry import HIGHEST, IN_FULL, StepRow, heading_level, step_rows
from tcplan.views.documents.entry_facts import action_facts, timeline_items
from tcplan.views.documents.evidence import QuoteRow, quote_rows
from tcplan.views.documents.parts import Fact, Prose, TextItem
from tcplan.views.documents.plan_scope import PlanScope
from tcplan.workspace import Node, PlanFile


class ActionField(StrEnum):
    """A column of the table, by the heading that is printed for it."""

    NUMBER = "No."
    ACTION = "Action"
    WHO = "Who"
    WHEN = "When"
    SUCCESS = "Success"
    STATUS = "Status"


_MISSING_WORDS: Final = {
    ActionField.WHO: "owner",
    ActionField.WHEN: "date",
    ActionField.SUCCESS: "success criterion",
    ActionField.STATUS: "report on progress",
}
"""What a column that no action fills lacks."""

_WIDE: Final = 5
"""A table of so many columns is printed across the longer side of the paper."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who answers for an action, or works on it."""

    name: TextItem
    is_lead: bool


@dataclass(frozen=True, slots=True)
class ActionTableRow:
    """One action; `in_full` is the anchor of its card, if the document has one."""

    anchor: str
    in_full: str
    id: str
    title: str
    about: Prose | None
    facts: tuple[Fact, ...]
    steps: tuple[StepRow, ...]
    quotes: tuple[QuoteRow, ...]
    people: tuple[PersonRow, ...]
    when: tuple[TextItem, ...]
    success: tuple[StepRow, ...]
    status: ActionStatus


@dataclass(frozen=True, slots=True)
class ActionTable:
    """The actions under one heading; all tables of a plan have the same columns."""

    caption: str
    columns: tuple[ActionField, ...]
    rows: tuple[ActionTableRow, ...]

    @property
    def is_wide(self) -> bool:
        """Whether it is printed across the longer side of the paper."""
        return len(self.columns) >= _WIDE


def action_columns(scope: PlanScope) -> tuple[ActionField, ...]:
    """The columns that at least one action of the plan fills, in the order of the table."""
    filled = {ActionField.NUMBER, ActionField.ACTION}
    for node in scope.actions:
        filled.update(_filled(scope, node))
    if scope.is_assessed and len({scope.counted_as(node) for node in scope.actions}) > 1:
        filled.add(ActionField.STATUS)
    return tuple(one for one in ActionField if one in filled)


def _filled(scope: PlanScope, node: Node) -> Iterator[ActionField]:
    entry, action, state = node.entry, node.action, scope.state(node)
    if entry.lead or entry.owners:
        yield ActionField.WHO
    if action and (action.start or action.due or state.due_text):
        yield ActionField.WHEN
    if entry.success:
        yield ActionField.SUCCESS
    if state.updates or state.closed:
        yield ActionField.STATUS


def nothing_stated(scope: PlanScope, columns: Sequence[ActionField]) -> str:
    """A sentence about the columns that nothing fills; a submission does not say how its new plan is going."""
    count = len(scope.actions)
    asked = [one for one in _MISSING_WORDS if scope.is_assessed or one is not ActionField.STATUS]
    missing = [_MISSING_WORDS[one] for one in asked if one not in columns]
    if not missing or not count:
        return ""
    listed = " or ".join(part for part in (", ".join(missing[:-1]), missing[-1]) if part)
    return f"No {listed} is given for {f'any of the {count} actions' if count > 1 else 'the action'}."


def action_table(
    context: DocumentContext,
    plan: PlanFile,
    scope: PlanScope,
    nodes: Sequence[Node],
    columns: tuple[ActionField, ...],
) -> ActionTable:
    """Some actions that are under the same heading, or under none."""
    above = nodes[0].parent
    rows = tuple(_row(context, plan, scope, node) for node in nodes)
    return ActionTable(f"Actions of {above.level} {above.id}" if above else "Actions of the plan", columns, rows)


def _row(context: DocumentContext, plan: PlanFile, scope: PlanScope, node: Node) -> ActionTableRow:
    entry, period = node.entry, plan.period
    below = heading_level(node.parent) if node.parent else HIGHEST - 1
    return ActionTableRow(
        anchor=context.anchors.of(node),
        in_full=context.anchors.link_to(node, IN_FULL),
        id=node.id,
        title=entry.title,
        about=context.prose(entry.about, below, f"{node.level} {node.id}"),
        facts=tuple(action_facts(context, plan, node, scope.shared)),
        steps=step_rows(context, node.action.steps, period) if node.action else (),
        quotes=quote_rows(context, entry.quotes, plan.plan, below),
        people=tuple(_people(context, node)),
        when=tuple(timeline_items(context, plan, node)),
        success=step_rows(context, entry.success, period),
        status=action_status(context, plan, scope, node, below),
    )


def _people(context: DocumentContext, node: Node) -> Iterator[PersonRow]:
    """The lead first; an owner who leads is not named twice."""
    lead = context.owner(node.entry.lead) if node.entry.lead else None
    if lead:
        yield PersonRow(lead, is_lead=True)
    for written in node.entry.owners:
        owner = context.owner(written)
        if owner != lead:
            yield PersonRow(owner, is_lead=False)
