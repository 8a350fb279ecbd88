"""Ids: each stands once, parents exist, and no actions wait for each other (TC10x)."""

from collections.abc import Iterable, Iterator

from tcplan.finding import Code, Path, Problem, Severity
from tcplan.near import did_you_mean
from tcplan.rules.context import Context
from tcplan.workspace import Node, PlanFile

DUPLICATE_ID = Code("TC101", "duplicate-id", Severity.ERROR)
DEPENDENCY_CYCLE = Code("TC106", "dependency-cycle", Severity.ERROR)
UNKNOWN_PARENT = Code("TC107", "unknown-parent", Severity.ERROR)

SHOWN_OF_CYCLE = 6


def duplicate_ids(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """The same id twice: references to it mean the first, so the second cannot be reached.

    Pillars, objectives and actions share one set of ids; measures and voice entries have their own.
    """
    yield from _twice((node.level, node.id, (*node.path, "id")) for node in plan.tree.nodes)
    for table, noun in (("measures", "measure"), ("voice", "voice entry")):
        entries = enumerate(getattr(plan.plan, table))
        yield from _twice((noun, entry.id, (table, index, "id")) for index, entry in entries)


def unknown_parents(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """`under` names an entry that does not exist, or one that cannot hold this one."""
    for node in plan.tree.nodes:
        under = node.entry.under
        if not under or node.parent is not None or plan.has_unread_entries:
            continue
        parent = plan.tree.find(under)
        higher = [other.id for other in plan.tree.nodes if other.level not in ("action", node.level)]
        if parent is None:
            help_text = did_you_mean(under, higher, "write the id of a pillar or objective of this plan")
            message = f"{node.level} {node.id} is to stand under `{under}`, which does not exist in this plan"
        else:
            help_text = "an objective stands under a pillar, an action under an objective or a pillar"
            message = f"{node.level} {node.id} cannot stand under {parent.level} {under}"
        yield Problem(UNKNOWN_PARENT, (*node.path, "under"), message, help_text)


def dependency_cycles(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Actions that wait for each other: none of them could ever begin."""
    nodes = {node.id: node for node in plan.tree.of("action") if plan.tree.by_id.get(node.id) is node}
    edges = {node.id: [ref for ref in _depends_on(node) if ref in nodes] for node in nodes.values()}
    for cycle in _cycles(edges):
        last, first = cycle[-2], cycle[-1]
        index = _depends_on(nodes[last]).index(first)
        shown = cycle if len(cycle) <= SHOWN_OF_CYCLE else [*cycle[: SHOWN_OF_CYCLE - 2], "...", last, first]
        message = f"action {first} waits for itself: {' -> '.join(shown)}"
        help_text = "take this dependency out, or another of the circle"
        yield Problem(DEPENDENCY_CYCLE, (*nodes[last].path, "depends_on", index), message, help_text)


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
