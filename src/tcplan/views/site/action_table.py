"""The actions of a plan as a table for spreadsheets, with nothing in it that the page of the plan does not say."""

from collections.abc import Iterator

from tcplan.progress import Assessment
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.parts import key_badge
from tcplan.workspace import Level, Node

COLUMNS = ("Id", "Action", "Pillar", "Objective", "Themes", "Lead", "Owners", "Due", "Colour", "Last report")


def action_table(context: DocumentContext, assessment: Assessment) -> Iterator[tuple[str, ...]]:
    """The head and a row for each action; days as machines sort them."""
    yield COLUMNS
    for node in assessment.nodes_in_plan(Level.ACTION):
        yield _row(context, assessment, node)


def _row(context: DocumentContext, assessment: Assessment, node: Node) -> tuple[str, ...]:
    state, entry = assessment.state(node), node.entry
    return (
        node.id,
        entry.title,
        _above(node, Level.PILLAR),
        _above(node, Level.OBJECTIVE),
        "; ".join(context.theme(one).text for one in node.themes),
        context.owner(entry.lead).text if entry.lead else "",
        "; ".join(context.owner(one).text for one in entry.owners),
        state.due.isoformat() if state.due else "",
        key_badge(state.key).words if state.key else "",
        state.reported_on.isoformat() if state.reported_on else "",
    )


def _above(node: Node, level: Level) -> str:
    found = node.above(level)
    return f"{found.id} {found.entry.title}" if found else ""
