"""What the actions of a plan can be filtered by: their theme, their colour, and who is responsible."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from tcplan.progress import Assessment
from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.values.rag import NOT_REPORTED
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.parts import TextItem, key_badge, ours, upper_first
from tcplan.workspace import Level, Node


@dataclass(frozen=True, slots=True)
class FilterOption:
    """A value that some actions have; `value` is what an address of the page says."""

    value: str
    item: TextItem


@dataclass(frozen=True, slots=True)
class FilterRow:
    """One thing that actions can be filtered by, with all values that they have."""

    name: str
    label: str
    every: str
    options: tuple[FilterOption, ...]


@dataclass(frozen=True, slots=True)
class ActionFilters:
    """The filters, and in JSON what each action has: `actions` and `groups` by the anchors of the page."""

    rows: tuple[FilterRow, ...]
    entries: str
    count: int


_Options = dict[str, TextItem]

_ORDER: Final = {cell.value: number for number, cell in enumerate(TallyCell)}
_WITHOUT_COLOUR: Final = {TallyCell.CLOSED: "Closed", TallyCell.NOT_BEGUN: "Starts later"}


def action_filters(context: DocumentContext, assessment: Assessment) -> ActionFilters | None:
    """The filters for the actions of a plan on a page; None if there is nothing to choose from."""
    actions = assessment.nodes_in_plan(Level.ACTION)
    if len(actions) < 2:  # noqa: PLR2004 (one is always shown)
        return None
    kinds: tuple[tuple[str, str, str, Callable[[Node], _Options]], ...] = (
        ("theme", "Theme", "All themes", lambda node: _themes(context, node)),
        ("rag", "Colour", "All colours", lambda node: _colour(assessment, node)),
        ("lead", "Lead or owner", "All leads and owners", lambda node: _people(context, node)),
    )
    of_action = {name: [found(node) for node in actions] for name, _, _, found in kinds}
    rows = tuple(_row(name, label, every, of_action[name]) for name, label, every, _ in kinds)
    values = {
        context.anchors.of(node): {name: list(of_action[name][number]) for name in of_action}
        for number, node in enumerate(actions)
    }
    entries = {"actions": values, "groups": _groups(context, assessment)}
    return ActionFilters(tuple(one for one in rows if one.options), json.dumps(entries), len(actions))


def _row(name: str, label: str, every: str, found: Iterable[_Options]) -> FilterRow:
    """The values that actions have, in the order of their words; those of colours in the order of the key."""
    options: _Options = {}
    for one in found:
        options |= one
    ordered = sorted(options.items(), key=lambda one: (_ORDER.get(one[0], 0), one[1].text.casefold(), one[0]))
    return FilterRow(name, label, every, tuple(FilterOption(value, item) for value, item in ordered))


def _groups(context: DocumentContext, assessment: Assessment) -> dict[str, list[str]]:
    """The actions of each pillar and objective."""
    nodes = [node for level in (Level.PILLAR, Level.OBJECTIVE) for node in assessment.nodes_in_plan(level)]
    shown = {id(node) for node in assessment.nodes_in_plan(Level.ACTION)}
    return {
        context.anchors.of(node): [context.anchors.of(one) for one in node.actions() if id(one) in shown]
        for node in nodes
    }


def _themes(context: DocumentContext, node: Node) -> _Options:
    return {slug: context.theme(slug) for slug in node.themes}


def _colour(assessment: Assessment, node: Node) -> _Options:
    """The colour that the tables count an action as, or why they count none."""
    state = assessment.state(node)
    cell = cell_of(state, assessment.policy)
    if cell.is_colour and state.key:
        badge = key_badge(state.key)
        return {cell.value: TextItem(badge.words, ours=badge.ours)}
    return {cell.value: ours(_WITHOUT_COLOUR.get(cell, upper_first(NOT_REPORTED)))}


def _people(context: DocumentContext, node: Node) -> _Options:
    """The lead and the owners as the page prints them."""
    entry = node.entry
    names = (context.owner(one) for one in (entry.lead, *entry.owners) if one)
    return {one.text.casefold(): one for one in names}
