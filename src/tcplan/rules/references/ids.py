"""Ids: each stands once, and no actions wait for each other (TC101, TC106)."""

from collections.abc import Iterable, Iterator

from tcplan.findings.codes import DEPENDENCY_CYCLE, DUPLICATE_ID
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.workspace import Node, PlanFile

SHOWN_OF_CYCLE = 6


def duplicate_ids(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Two entries have the same id.

    Pillars, objectives and actions share one set of ids; measures have their own, and so have voice entries. In a
    submission, no question is answered twice, and no action of a reviewed plan has two closing entries.

    Why: Whatever names the id means the first of the two. Nothing can be linked with the second, and a report meant
    for it would be entered at the first.

    Mend: Give one of them an id of its own. Then look through the references to the old id, and mend those that mean
    the renumbered entry. If the two are one entry written twice, make one of them.
    """
    yield from _twice((node.level, node.id, (*node.path, "id")) for node in plan.tree.nodes)
    for table, noun in (("measures", "measure"), ("voice", "voice entry")):
        entries = enumerate(getattr(plan.plan, table))
        yield from _twice((noun, entry.id, (table, index, "id")) for index, entry in entries)


def dependency_cycles(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Actions wait for each other in a circle.

    An action that depends on itself is a circle of one. There is one finding for each dependency that closes a circle.

    Why: Not one of them could ever begin, since each would have to be finished before the others.

    Mend: Decide which of the actions comes first, and take what it depends on out of its `depends_on`. Two actions
    that only belong together are `related`.
    """
    nodes = {node.id: node for node in plan.tree.of("action") if plan.tree.by_id.get(node.id) is node}
    edges = {node.id: [ref for ref in _depends_on(node) if ref in nodes] for node in nodes.values()}
    for cycle in _cycles(edges):
        last, first = cycle[-2], cycle[-1]
        index = _depends_on(nodes[last]).index(first)
        shown = cycle if len(cycle) <= SHOWN_OF_CYCLE else [*cycle[: SHOWN_OF_CYCLE - 2], "...", last, first]
        itself = len(cycle) == 2  # noqa: PLR2004 (the action, and the action again)
        message = f"action {first} " + ("depends on itself" if itself else f"waits for itself: {' -> '.join(shown)}")
        help_text = "take this dependency out" + ("" if itself else ", or another of the circle")
        path, begin = (*nodes[last].path, "depends_on", index), None if itself else (*nodes[first].path, "id")
        yield Problem(DEPENDENCY_CYCLE, path, message, help_text, also=begin, also_says="the circle begins here")


def _depends_on(node: Node) -> tuple[str, ...]:
    """What an action depends on."""
    return node.action.depends_on if node.action else ()


def _twice(entries: Iterable[tuple[str, str, Path]]) -> Iterator[Problem]:
    seen: dict[str, tuple[str, Path]] = {}
    for noun, id_, path in entries:
        if id_ not in seen:
            seen[id_] = (noun, path)
            continue
        first_noun, first_path = seen[id_]
        message = f"{noun} `{id_}` has the id of an earlier {first_noun}"
        help_text = "give one of them an id of its own, and mend the references that mean it"
        yield Problem(DUPLICATE_ID, path, message, help_text, also=first_path, also_says="the first")


def _cycles(edges: dict[str, list[str]]) -> Iterator[list[str]]:
    """One circle for each edge that closes one, in the order of the plan: without those edges there is none left.

    A depth-first walk with a stack of its own, since a chain of dependencies may be longer than Python's.
    """
    done: set[str] = set()
    for root, first in edges.items():
        way: dict[str, int] = {}
        work = [(root, iter(first))] if root not in done else []
        while work:
            id_, successors = work[-1]
            way.setdefault(id_, len(way))
            step = next(successors, None)
            if step is None:
                work.pop()
                del way[id_]
                done.add(id_)
            elif step in way:
                yield [*list(way)[way[step] :], step]
            elif step not in done:
                work.append((step, iter(edges[step])))
