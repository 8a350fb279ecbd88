"""The facts of an entry: who, when, and what it is linked with."""

from collections.abc import Iterator

from tcplan.progress.history import updates_until
from tcplan.values.dates import DueKind
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, due_words
from tcplan.views.documents.parts import Fact, TextItem, fact, ours
from tcplan.workspace import Level, Node, PlanFile


def entry_facts(context: DocumentContext, plan: PlanFile, node: Node) -> Iterator[Fact]:
    """The facts of an entry, and which of them are missing."""
    entry, own = node.entry, node.level is Level.ACTION
    if entry.lead:
        yield fact("Lead", context.owner(entry.lead))
    if entry.owners:
        yield fact("Owners" if len(entry.owners) > 1 else "Owner", *(context.owner(one) for one in entry.owners))
    if own and not entry.lead and not entry.owners:
        yield fact("Owner", ours("No owner yet"))
    if own:
        yield fact("Timeline", *_timeline(context, plan, node))
    priority = node.priority if own else entry.priority
    if priority:
        yield fact("Priority", ours(priority.capitalize()))
    themes = node.themes if own else entry.themes
    if themes:
        yield fact("Themes" if len(themes) > 1 else "Theme", *(context.theme(theme) for theme in themes))
    if entry.measured_by:
        yield fact("Measured by", *(_measure(context, plan, one) for one in entry.measured_by))
    if entry.aligns:
        yield fact("Aligns with", *(context.alignment(one) for one in entry.aligns))
    yield from _links(context, plan, node)


def _links(context: DocumentContext, plan: PlanFile, node: Node) -> Iterator[Fact]:
    entry = node.entry
    linked = {
        "Continues": context.entries(plan, entry.continues),
        "Depends on": context.entries(plan, node.action.depends_on if node.action else ()),
        "Related": context.entries(plan, entry.related),
    }
    yield from (fact(label, *items) for label, items in linked.items() if items)
    if entry.formerly:
        yield fact("Formerly", *entry.formerly)
    if entry.added:
        yield fact("Added", ours(day_words(entry.added)))


def _timeline(context: DocumentContext, plan: PlanFile, node: Node) -> Iterator[TextItem]:
    """From when to when, as the plan says, and the date to which a report has moved it."""
    action, period = node.action, plan.period
    start, dues = (action.start, action.due) if action else (None, ())
    if start:
        yield ours(f"From {due_words(start, period, start=True)}")
    for due in dues[:-1]:
        yield ours(f"Checkpoint {due_words(due, period)}")
    if not dues:
        yield ours("No end date yet" if start else "No due date yet")
    elif dues[-1].kind is DueKind.ONGOING:
        yield ours("Ongoing")
    else:
        yield TextItem(f"Due {due_words(dues[-1], period)}", ours=True)
    moved = [one for one in updates_until(node.entry.updates, context.as_of) if one.due]
    if moved and moved[-1].due:
        yield ours(f"Moved to {due_words(moved[-1].due, period)}")


def _measure(context: DocumentContext, plan: PlanFile, id_: str) -> TextItem:
    measure = context.named(plan.plan.measures, id_)
    return TextItem(measure.title, anchor=context.anchors.link_to(measure)) if measure else TextItem(id_)
