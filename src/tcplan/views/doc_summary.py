"""Where a plan stands: its headlines with their reasons, and its actions counted by pillar."""

from dataclasses import dataclass

from tcplan.progress import Assessment, Headline, Tally
from tcplan.progress.history import key_of
from tcplan.rag import COLOURS
from tcplan.views.doc_entry import Progress
from tcplan.views.doc_text import Badge, Cell, Item, Row, Table, cell, colour_badge, key_badge, long_day, spoken, upper_first
from tcplan.workspace import Node


@dataclass(frozen=True, slots=True)
class Summary:
    """The headline of the plan, what decided it, and the counts."""

    badge: Badge
    reason: str
    deciding: tuple[Item, ...]
    high_priority_red: tuple[Item, ...]
    table: Table
    remark: str


def summary_of(assessment: Assessment, anchors: dict[int, str]) -> Summary:
    """Where the plan stands as a whole and pillar by pillar."""
    headline = assessment.headline()
    by_id = {node.id: Item(f"{node.id} {node.entry.title}", anchor=anchors.get(id(node), "")) for node in assessment.plan.tree.nodes}
    return Summary(
        badge=_headline_badge(headline),
        reason=f"{upper_first(headline.reason)}.",
        deciding=tuple(by_id[id_] for id_ in headline.deciding),
        high_priority_red=tuple(by_id[id_] for id_ in headline.high_priority_red),
        table=_table(assessment),
        remark=(
            "Colours are those last stated. A report that is older than two review periods counts as not reported, "
            "unless the action is complete. The headline is computed from the open actions that have started."
        ),
    )


def progress_of(assessment: Assessment) -> Progress:
    """What the cards of a plan's actions show beside the plan."""
    signals: dict[str, list[str]] = {}
    for signal in assessment.signals:
        if not signal.of_measure:
            signals.setdefault(signal.subject, []).append(spoken(upper_first(signal.sentence)))
    return Progress(assessment.states, signals)


def _table(assessment: Assessment) -> Table:
    key = key_of(assessment.plan.plan)
    columns = (
        cell("Pillar"),
        *(cell(Item("", badge=key_badge(key[colour])), number=True) for colour in COLOURS),
        *(cell(words, number=True) for words in ("Not reported", "Not begun", "Closed", "All actions")),
        cell("Headline"),
    )
    rows = [
        _row(f"{node.id} {node.entry.title}", assessment, [node])
        for node in assessment.plan.tree.of("pillar")
    ]
    outside = [node for node in assessment.plan.tree.roots() if node.level != "pillar"]
    if rows and outside:
        rows.append(_row("Outside the pillars", assessment, outside))
    rows.append(_row("Whole plan", assessment, None))
    return Table(f"Actions by pillar on {long_day(assessment.as_of)}", columns, tuple(rows))


def _row(title: str, assessment: Assessment, nodes: list[Node] | None) -> Row:
    actions = None if nodes is None else [action for node in nodes for action in node.actions()]
    headline = assessment.headline(actions)
    cells = (*_counts(assessment.tally(actions)), cell(Item(headline.reason, badge=_headline_badge(headline))))
    return Row(cell(title), cells)


def _counts(tally: Tally) -> tuple[Cell, ...]:
    stated = [cell(str(tally.stated.get(colour, 0)), number=True) for colour in COLOURS]
    others = (tally.unreported, tally.not_begun, tally.closed, tally.total)
    return (*stated, *(cell(str(count), number=True) for count in others))


def _headline_badge(headline: Headline) -> Badge:
    badge = colour_badge(headline.colour)
    return Badge(badge.colour, badge.symbol, f"{badge.words}: {headline.words}")
