"""The groups of a status page, each with its headline and counts."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from tcplan.progress import Assessment
from tcplan.views.status.grouping import Grouping
from tcplan.views.status.keys import Keys, keys_for
from tcplan.views.status.parts import closed_words, headline_row, stated_row, tally_row
from tcplan.views.status.rows import GroupRow, ObjectiveRow
from tcplan.workspace import Level, Node, Workspace


def groups_of(now: Assessment, by: Grouping, workspace: Workspace) -> tuple[str, bool, tuple[GroupRow, ...]]:
    """What the actions are grouped by, whether groups overlap, and the groups.

    A plan without pillars is grouped by objective.
    """
    if by is Grouping.PILLAR and not now.plan.tree.of(Level.PILLAR) and now.plan.tree.of(Level.OBJECTIVE):
        by = Grouping.OBJECTIVE
    match by:
        case Grouping.PILLAR | Grouping.OBJECTIVE:
            return by.value, False, tuple(_of_level(now, Level(by.value)))
        case Grouping.LEAD | Grouping.OWNER | Grouping.THEME | Grouping.PRIORITY | Grouping.DUE:
            rows, overlapping = _of_keys(now, by.value, keys_for(now, by, workspace))
            return by.value, overlapping, tuple(rows)
        case _:
            assert_never(by)


def objective_rows(now: Assessment) -> tuple[ObjectiveRow, ...]:
    """The plan's objectives, each with the pillar it is under."""
    rows = []
    for node in now.nodes_in_plan(Level.OBJECTIVE):
        pillar = node.above(Level.PILLAR)
        row = _entry_row(now, node)
        rows.append(
            ObjectiveRow(**vars(row), pillar=pillar.id if pillar else None, priority_stated=node.entry.priority)
        )
    return tuple(rows)


def _of_level(now: Assessment, level: Level) -> Iterable[GroupRow]:
    """The entries of a level with the actions of each, then the actions of none."""
    for node in now.nodes_in_plan(level):
        yield _entry_row(now, node)
    rest = [node for node in now.plan.tree.of(Level.ACTION) if node.above(level) is None]
    if rest and now.plan.tree.of(level):
        yield _group_row(now, level, f"no {level}", rest)


def _of_keys(now: Assessment, level: str, keys: Keys) -> tuple[list[GroupRow], bool]:
    found: dict[tuple[int, str], list[Node]] = {}
    actions = now.nodes_in_plan(Level.ACTION)
    for node in actions:
        for key in dict.fromkeys(keys(node)):
            found.setdefault(key, []).append(node)
    order = sorted(found, key=lambda key: (key[0], key[1].casefold(), key[1]))
    rows = [_group_row(now, level, key[1], found[key]) for key in order]
    return rows, sum(map(len, found.values())) > len(actions)


def _entry_row(now: Assessment, node: Node) -> GroupRow:
    """The row of a pillar or objective: its actions, and the colour stated for the entry itself."""
    state = now.state(node)
    row = _group_row(now, node.level, node.entry.title, node.actions())
    stated = stated_row(state.updates, now.plan, now.folder.glossary)
    return replace(row, id=node.id, stated=stated, closed=closed_words(state.closed, now.as_of))


def _group_row(now: Assessment, level: str, title: str, actions: list[Node]) -> GroupRow:
    tally, ids = now.tally(actions), {node.id for node in actions}
    return GroupRow(
        level=level,
        id=None,
        title=title,
        headline=headline_row(now.headline(actions)),
        tally=tally_row(tally),
        actions=tally.total,
        signals=sum(signal.subject in ids for signal in now.signals if not signal.of_measure),
        stated=None,
        closed=None,
    )
