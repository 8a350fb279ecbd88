"""Actions that wait for each other in a circle (TC106)."""

from collections.abc import Iterator

from tcplan.findings.codes import DEPENDENCY_CYCLE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.workspace import Level, Node, PlanFile

SHOWN_OF_CYCLE = 6


def dependency_cycle(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Actions wait for each other in a circle.

    An action that depends on itself is a circle of one. There is one finding for each dependency that closes a circle.

    Why: These actions can never begin, because each must wait until the others are finished.

    Fix: Decide which of the actions comes first, and remove what it waits for from its `depends_on`. If two actions
    only belong together, use `related`.
    """
    nodes = {node.id: node for node in plan.tree.of(Level.ACTION) if plan.tree.by_id.get(node.id) is node}
    edges = {node.id: [ref for ref in _depends_on(node) if ref in nodes] for node in nodes.values()}
    for cycle in _cycles(edges):
        last, first = cycle[-2], cycle[-1]
        index = _depends_on(nodes[last]).index(first)
        shown = cycle if len(cycle) <= SHOWN_OF_CYCLE else [*cycle[: SHOWN_OF_CYCLE - 2], "...", last, first]
        itself = len(cycle) == 2  # noqa: PLR2004 (the action, and the action again)
        message = f"action {first} " + ("depends on itself" if itself else f"waits for itself: {' -> '.join(shown)}")
        help_text = "remove this dependency" + ("" if itself else ", or another one of the circle")
        path, begin = (*nodes[last].path, "depends_on", index), None if itself else (*nodes[first].path, "id")
        yield Problem(DEPENDENCY_CYCLE, path, message, help_text, also=begin, also_says="the circle begins here")


def _depends_on(node: Node) -> tuple[str, ...]:
    """What an action depends on."""
    return node.action.depends_on if node.action else ()


def _cycles(edges: dict[str, list[str]]) -> Iterator[list[str]]:
    """One circle for each edge that closes one, in the order of the plan: without those edges no circle is left.

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
