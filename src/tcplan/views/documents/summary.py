"""The state of a plan: its headlines with their reasons, and its actions counted by pillar."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tcplan.progress import Assessment, Headline, Tally
from tcplan.values.rag import Colour
from tcplan.views.documents.anchors import Anchors
from tcplan.views.documents.days import long_day
from tcplan.views.documents.parts import (
    Badge,
    Cell,
    Row,
    Table,
    TextItem,
    cell,
    colour_badge,
    key_badge,
    ours,
    upper_first,
)
from tcplan.workspace import Level, Node

MOST_TITLES = 10
"""If more actions than this decide a headline, only their ids are listed."""


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """The headline of the plan, what decided it, and the counts."""

    badge: Badge
    reason: str
    deciding: tuple[TextItem, ...]
    high_priority_red: tuple[TextItem, ...]
    counts: Table
    headlines: Table
    remark: str


def summary_of(assessment: Assessment, anchors: Anchors) -> PlanSummary:
    """The state of the plan as a whole and pillar by pillar."""
    headline = assessment.headline()
    few = len(headline.deciding) <= MOST_TITLES
    by_id = {
        node.id: TextItem(f"{node.id} {node.entry.title}" if few else node.id, anchor=anchors.link_to(node))
        for node in assessment.plan.tree.nodes
    }
    return PlanSummary(
        badge=headline_badge(headline),
        reason=f"{upper_first(headline.reason)}.",
        deciding=tuple(_with_reason(by_id[id_], overdue=id_ in headline.overdue) for id_ in headline.deciding),
        high_priority_red=tuple(by_id[id_] for id_ in headline.high_priority_red),
        counts=_counts(assessment),
        headlines=_headlines(assessment),
        remark=(
            "Colours are those last reported. An action whose report is older than two review periods counts as not "
            "reported, unless it is complete. The headline follows from the open actions that have started."
        ),
    )


def _with_reason(item: TextItem, *, overdue: bool) -> TextItem:
    """A deciding action, with the reason where it is not the colour that is stated."""
    return replace(item, text=f"{item.text} (overdue)") if overdue else item


def _groups(assessment: Assessment) -> Iterator[tuple[TextItem, list[Node] | None]]:
    """The pillars with their actions, the actions outside any pillar, and the whole plan, whose actions are None."""
    tree, pillars = assessment.plan.tree, assessment.nodes_in_plan(Level.PILLAR)
    for node in pillars:
        yield TextItem(f"{node.id} {node.entry.title}"), node.actions()
    outside = [action for node in tree.roots() if node.level is not Level.PILLAR for action in node.actions()]
    if pillars and outside:
        yield ours("Outside the pillars"), outside
    yield ours("Whole plan"), None


def _counts(assessment: Assessment) -> Table:
    key = assessment.plan.rag_key
    colours = [TextItem(f"{one.symbol} {one.label}", ours=key_badge(one).ours) for one in map(key.__getitem__, Colour)]
    words = (*colours, *map(ours, ("Not reported", "Starts later", "Closed", "All")))
    rows = [Row(cell(title), _numbers(assessment.tally(actions))) for title, actions in _groups(assessment)]
    columns = (cell(ours("Pillar")), *(cell(one, number=True) for one in words))
    return Table(f"Actions by pillar on {long_day(assessment.as_of)}", columns, tuple(rows))


def _headlines(assessment: Assessment) -> Table:
    columns = tuple(cell(ours(one)) for one in ("Pillar", "Headline", "Reason"))
    rows = []
    for title, actions in _groups(assessment):
        headline = assessment.headline(actions)
        rows.append(
            Row(
                cell(title),
                (cell(TextItem("", badge=headline_badge(headline))), cell(ours(upper_first(headline.reason)))),
            )
        )
    return Table(f"Headline of each pillar on {long_day(assessment.as_of)}", columns, tuple(rows))


def _numbers(tally: Tally) -> tuple[Cell, ...]:
    counts = (tally.stated.get(colour, 0) for colour in Colour)
    return tuple(
        cell(str(count), number=True)
        for count in (*counts, tally.unreported, tally.not_begun, tally.closed, tally.total)
    )


def headline_badge(headline: Headline) -> Badge:
    """A computed headline: its colour and what it says."""
    badge = colour_badge(headline.colour)
    return Badge(badge.colour, badge.symbol, f"{badge.words}: {headline.words}")
