"""The facts of an entry: who, when, and what it is linked with."""

from collections.abc import Iterable, Iterator, Mapping

from tcplan.progress.history import updates_until
from tcplan.values.dates import DueKind
from tcplan.values.words import Priority
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, due_words
from tcplan.views.documents.parts import Fact, TextItem, fact, ours
from tcplan.views.documents.shared_values import SharedValues, differing
from tcplan.workspace import Node, PlanFile


def entry_facts(context: DocumentContext, plan: PlanFile, node: Node) -> Iterator[Fact]:
    """All facts of an action, for its card."""
    yield from _people(context, node)
    timeline = tuple(timeline_items(context, plan, node))
    if timeline:
        yield Fact("Timeline", timeline)
    yield from _priority_and_themes(context, node.priority, node.themes)
    yield from _links(context, plan, node, node.entry.aligns)


def heading_facts(
    context: DocumentContext, plan: PlanFile, node: Node, shared: Mapping[int, SharedValues]
) -> Iterator[Fact]:
    """The facts of a pillar or an objective, with what all its actions share."""
    said = differing(shared, node)
    yield from _people(context, node)
    yield from _priority_and_themes(context, said.priority, said.themes)
    yield from _links(context, plan, node, node.entry.aligns)


def action_facts(
    context: DocumentContext, plan: PlanFile, node: Node, shared: Mapping[int, SharedValues]
) -> Iterator[Fact]:
    """What the table says of an action besides its columns: nothing that is said above it already."""
    said = differing(shared, node)
    above = {one for entry in node.line() if entry is not node for one in entry.entry.aligns}
    yield from _priority_and_themes(context, said.priority, said.themes)
    yield from _links(context, plan, node, (one for one in node.entry.aligns if one not in above))


def timeline_items(context: DocumentContext, plan: PlanFile, node: Node) -> Iterator[TextItem]:
    """From when to when, as the plan says, and the date to which a report has moved it; nothing if it has no date."""
    action, period = node.action, plan.period
    start, dues = (action.start, action.due) if action else (None, ())
    if start:
        yield ours(f"From {due_words(start, period, start=True)}")
    for due in dues[:-1]:
        yield ours(f"Checkpoint {due_words(due, period)}")
    for due in dues[-1:]:
        yield ours("Ongoing" if due.kind is DueKind.ONGOING else f"Due {due_words(due, period)}")
    if start and not dues:
        yield ours("No end date yet")
    moved = [one for one in updates_until(node.entry.updates, context.as_of) if one.due]
    if moved and moved[-1].due:
        yield ours(f"Moved to {due_words(moved[-1].due, period)}")


def _people(context: DocumentContext, node: Node) -> Iterator[Fact]:
    entry = node.entry
    if entry.lead:
        yield fact("Lead", context.owner(entry.lead))
    if entry.owners:
        yield fact("Owners" if len(entry.owners) > 1 else "Owner", *(context.owner(one) for one in entry.owners))


def _priority_and_themes(
    context: DocumentContext, priority: Priority | None, themes: tuple[str, ...]
) -> Iterator[Fact]:
    if priority:
        yield fact("Priority", ours(priority.capitalize()))
    if themes:
        yield fact("Themes" if len(themes) > 1 else "Theme", *(context.theme(theme) for theme in themes))


def _links(context: DocumentContext, plan: PlanFile, node: Node, aligns: Iterable[str]) -> Iterator[Fact]:
    entry, alignments = node.entry, tuple(context.alignment(one) for one in aligns)
    if entry.measured_by:
        yield fact("Measured by", *(_measure(context, plan, one) for one in entry.measured_by))
    if alignments:
        yield Fact("Aligns with", alignments)
    linked = {
        "Continues": context.entries(plan, entry.continues),
        "Depends on": context.entries(plan, node.action.depends_on) if node.action else (),
        "Related": context.entries(plan, entry.related),
    }
    yield from (Fact(label, items) for label, items in linked.items() if items)
    if entry.formerly:
        yield fact("Formerly", *entry.formerly)
    if entry.added:
        yield fact("Added", ours(day_words(entry.added)))


def _measure(context: DocumentContext, plan: PlanFile, id_: str) -> TextItem:
    measure = context.named(plan.plan.measures, id_)
    return TextItem(measure.title, anchor=context.anchors.link_to(measure)) if measure else TextItem(id_)
