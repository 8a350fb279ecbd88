"""The ids of the next plan: its entries are numbered anew, in the order of the plan before it."""

from collections.abc import Iterable

from tcplan.workspace import Level, Node, PlanTree


def new_ids(tree: PlanTree, kept: Iterable[Node]) -> dict[int, str]:
    """A new id for each entry that is kept, by `id(node)`; those above the kept ones are among them.

    Numbers extend the new number of the entry above: 2.3.1 becomes 1.1.1 where it is the first of the first. An id that
    is no number, such as `visibility`, stays as it is, and so does what cannot extend it.
    """
    wanted = {id(one) for node in kept for one in node.line()}
    found: dict[int, str] = {}
    counts: dict[str, int] = {}
    for node in _in_order(tree):
        if id(node) in wanted:
            found[id(node)] = _next(node, found, counts)
    return found


def _in_order(tree: PlanTree) -> list[Node]:
    """The entries level by level: a number of a pillar is taken before an action of the plan itself asks for one."""
    return [node for level in Level for node in tree.of(level)]


def _next(node: Node, found: dict[int, str], counts: dict[str, int]) -> str:
    above = found[id(node.parent)] if node.parent else ""
    if not _is_number(node.id) or (above and not _is_number(above)):
        return _free(node.id, found)
    while True:
        counts[above] = counts.get(above, 0) + 1
        id_ = f"{above}.{counts[above]}" if above else str(counts[above])
        if id_ not in found.values():
            return id_


def _free(id_: str, found: dict[int, str]) -> str:
    taken, number, free = set(found.values()), 2, id_
    while free in taken:
        free, number = f"{id_}-{number}", number + 1
    return free


def _is_number(id_: str) -> bool:
    return all(part.isdecimal() for part in id_.split("."))
