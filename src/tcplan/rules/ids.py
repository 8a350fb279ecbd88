"""Ids: each stands once, parents exist, and no actions wait for each other (TC10x)."""

from collections.abc import Iterable, Iterator

from tcplan.finding import Code, Path, Problem, Severity
from tcplan.near import did_you_mean
from tcplan.workspace import Home, PlanFile, Workspace

DUPLICATE_ID = Code("TC101", "duplicate-id", Severity.ERROR)
DEPENDENCY_CYCLE = Code("TC106", "dependency-cycle", Severity.ERROR)
UNKNOWN_PARENT = Code("TC107", "unknown-parent", Severity.ERROR)

SHOWN_OF_CYCLE = 6


def duplicate_ids(plan: PlanFile, home: Home, workspace: Workspace) -> Iterator[Problem]:
    """The same id twice: references to it mean the first, so the second cannot be reached.

    Pillars, objectives and actions share one set of ids; measures and voice entries have their own.
    """
    del home, workspace
    yield from _twice((node.level, node.id, (*node.path, "id")) for node in plan.tree.nodes)
    for table, noun in (("measures", "measure"), ("voice", "voice entry")):
        entries = enumerate(getattr(plan.plan, table))
        yield from _twice((noun, entry.id, (table, index, "id")) for index, entry in entries)


def unknown_parents(plan: PlanFile, home: Home, workspace: Workspace) -> Iterator[Problem]:
    """`under` names an entry that does not exist, or one that cannot hold this one."""
    del home, workspace
    for node in plan.tree.nodes:
        under = node.entry.under
        if not under or node.parent is not None:
            continue
        parent = plan.tree.find(under)
        higher = [other.id for other in plan.tree.nodes if other.level != "action" and other.level != node.level]
        if parent is None:
            help_text = did_you_mean(under, higher, "write the id of a pillar or objective of this plan")
            message = f"{node.level} {node.id} is to stand under `{under}`, which does not exist in this plan"
        else:
            help_text = "an objective stands under a pillar, an action under an objective or a pillar"
            message = f"{node.level} {node.id} cannot stand under {parent.level} {under}"
        yield Problem(UNKNOWN_PARENT, (*node.path, "under"), message, help_text)


def dependency_cycles(plan: PlanFile, home: Home, workspace: Workspace) -> Iterator[Problem]:
    """Actions that wait for each other: none of them could ever begin."""
    del home, workspace
    nodes = {node.id: node for node in plan.tree.of("action")}
    edges = {
        id_: [ref for ref in (node.action.depends_on if node.action else ()) if ref in nodes]
        for id_, node in nodes.items()
    }
    for group in _knots(edges):
        cycle = _cycle_in(group, edges)
        node = nodes[cycle[0]]
        index = next(i for i, ref in enumerate(node.action.depends_on if node.action else ()) if ref == cycle[1])
        shown = cycle if len(cycle) <= SHOWN_OF_CYCLE else [*cycle[: SHOWN_OF_CYCLE - 2], "...", cycle[-1]]
        message = f"action {cycle[0]} waits for itself: {' -> '.join(shown)}"
        yield Problem(
            DEPENDENCY_CYCLE, (*node.path, "depends_on", index), message, "take one of these dependencies out"
        )


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


def _knots(edges: dict[str, list[str]]) -> Iterator[list[str]]:
    """Groups of ids that can all reach each other (Tarjan's algorithm, without recursion), in the order of the plan."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    on_path: dict[str, None] = {}
    for root in edges:
        if root in number:
            continue
        work = [(root, iter(edges[root]))]
        number[root] = low[root] = len(number)
        on_path[root] = None
        while work:
            id_, successors = work[-1]
            step = next(successors, None)
            if step is not None and step not in number:
                number[step] = low[step] = len(number)
                on_path[step] = None
                work.append((step, iter(edges[step])))
            elif step is not None and step in on_path:
                low[id_] = min(low[id_], number[step])
            elif step is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[id_])
                if low[id_] == number[id_]:
                    group = _popped(on_path, id_)
                    if len(group) > 1 or id_ in edges[id_]:
                        yield sorted(group, key=list(edges).index) if len(group) < SHOWN_OF_CYCLE else group


def _popped(on_path: dict[str, None], until: str) -> list[str]:
    group = []
    while True:
        id_, _ = on_path.popitem()
        group.append(id_)
        if id_ == until:
            return group[::-1]


def _cycle_in(group: list[str], edges: dict[str, list[str]]) -> list[str]:
    """A shortest way from the first of a group back to itself."""
    start, members = group[0], set(group)
    before: dict[str, str] = {}
    queue = [start]
    for id_ in queue:
        for step in edges[id_]:
            if step == start:
                way = [start, id_]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return [start] if len(way) == 1 else way[::-1] if id_ != start else [start, start]
            if step in members and step not in before:
                before[step] = id_
                queue.append(step)
    return [start, start]
