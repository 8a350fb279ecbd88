"""What refers to each entry of a workspace: the references of all plans, read from the other end."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.values.words import Continuation
from tcplan.workspace import Node, PlanFile, Workspace, resolve


class Incoming(NamedTuple):
    """An entry that refers to another, by which key, and how it continues it, if it does and says so."""

    plan: PlanFile
    node: Node
    key: str
    how: Continuation | None = None


def incoming_references(workspace: Workspace, node: Node, key: str) -> list[Incoming]:
    """The entries that refer to one by a key, in the order of files and entries."""
    index = workspace.compute_once("incoming references", lambda: _index(workspace))
    return [one for one in index.get(id(node), ()) if one.key == key]


def _index(workspace: Workspace) -> dict[int, list[Incoming]]:
    found: dict[int, list[Incoming]] = {}
    for plan in workspace.plans:
        folder = workspace.folders[plan.folder]
        for node in plan.tree.nodes:
            seen: set[tuple[int, str]] = set()
            for ref, key, how in _references(node):
                target = resolve(workspace, folder, plan, ref).node
                if target is not None and (id(target), key) not in seen:
                    seen.add((id(target), key))
                    found.setdefault(id(target), []).append(Incoming(plan, node, key, how))
    return found


def _references(node: Node) -> Iterator[tuple[str, str, Continuation | None]]:
    entry = node.entry
    if node.action:
        yield from ((ref, "depends_on", None) for ref in node.action.depends_on)
    yield from ((ref, "related", None) for ref in entry.related)
    yield from ((one.ref, "continues", one.how) for one in entry.continues)
    if entry.closed and entry.closed.into:
        yield entry.closed.into, "into", None
