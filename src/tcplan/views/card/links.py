"""How one entry is linked with others: what it names, and what names it."""

from collections.abc import Iterable, Iterator
from itertools import islice

from tcplan.progress.history import is_in_plan
from tcplan.values.words import Continuation
from tcplan.views.card.incoming import incoming_references
from tcplan.views.card.items import CardContext
from tcplan.views.card.rows import LinksRow, RelatedItemRow
from tcplan.workspace import Node, PlanFile, resolve

_Continued = tuple[PlanFile, Node, Continuation | None]
"""An earlier entry with its plan, and how it is continued."""


def links_of_entry(context: CardContext, node: Node) -> LinksRow:
    """All links of an entry of the plan."""
    entry, plan = node.entry, context.plan
    above = [*islice(node.line(), 1, None)][::-1]
    closed_into = (entry.closed.into,) if entry.closed and entry.closed.into else ()
    return LinksRow(
        under=tuple(context.item(plan, one) for one in above),
        holds=_in_plan(context, node.children),
        depends_on=_referred(context, node.action.depends_on) if node.action else (),
        needed_by=_incoming(context, node, "depends_on"),
        related=_referred(context, entry.related),
        named_by=_incoming(context, node, "related"),
        merged_into=_referred(context, closed_into),
        merged_from=_incoming(context, node, "into"),
        continues=tuple(_earlier(context, node)),
        continued_by=tuple(_later(context, node)),
    )


def links_of_plan(context: CardContext) -> LinksRow:
    """The entries directly under a plan."""
    return LinksRow(holds=_in_plan(context, context.plan.tree.roots()))


def links_of_measure(context: CardContext, id_: str) -> LinksRow:
    """The entries that name a measure."""
    return LinksRow(used_by=_in_plan(context, (one for one in context.plan.tree.nodes if id_ in one.entry.measured_by)))


def _in_plan(context: CardContext, nodes: Iterable[Node]) -> tuple[RelatedItemRow, ...]:
    return tuple(context.item(context.plan, one) for one in nodes if is_in_plan(one, context.day))


def _referred(context: CardContext, refs: Iterable[str]) -> tuple[RelatedItemRow, ...]:
    """What some references mean, each entry once, by whichever of its names it is mentioned first."""
    found: dict[str | int, str] = {}
    for ref in refs:
        node = resolve(context.workspace, context.folder, context.plan, ref).node
        found.setdefault(ref if node is None else id(node), ref)
    return tuple(map(context.referred, found.values()))


def _incoming(context: CardContext, node: Node, key: str) -> tuple[RelatedItemRow, ...]:
    found = incoming_references(context.workspace, node, key)
    return tuple(context.item(one.plan, one.node, one.how) for one in found)


def _earlier(context: CardContext, node: Node) -> Iterator[RelatedItemRow]:
    """What an entry continues, then what that continues; each once, those that are not in the workspace too."""
    for ref, how in ((one.ref, one.how) for one in node.entry.continues):
        if resolve(context.workspace, context.folder, context.plan, ref).node is None:
            yield context.referred(ref, how)
    seen, reached = {id(node)}, [(context.plan, node)]
    distance = 0
    while reached:
        distance += 1
        found = [one for plan, later in reached for one in _continued(context, plan, later)]
        reached = []
        for plan, earlier, how in found:
            if id(earlier) not in seen:
                seen.add(id(earlier))
                reached.append((plan, earlier))
                yield context.item(plan, earlier, how, distance)


def _later(context: CardContext, node: Node) -> Iterator[RelatedItemRow]:
    """What continues an entry, then what continues that; each once."""
    seen, reached, distance = {id(node)}, [node], 0
    while reached:
        distance += 1
        found = [one for earlier in reached for one in incoming_references(context.workspace, earlier, "continues")]
        reached = []
        for one in found:
            if id(one.node) not in seen:
                seen.add(id(one.node))
                reached.append(one.node)
                yield context.item(one.plan, one.node, one.how, distance)


def _continued(
    context: CardContext, plan: PlanFile, node: Node
) -> Iterator[tuple[PlanFile, Node, Continuation | None]]:
    folder = context.workspace.folders[plan.folder]
    for one in node.entry.continues:
        target = resolve(context.workspace, folder, plan, one.ref)
        if target.plan is not None and target.node is not None:
            yield target.plan, target.node, one.how
