"""Where files mention other things, each mention with its place. Rules say which of them lead nowhere."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tcplan.finding import Path
from tcplan.model.parts import Evidence
from tcplan.model.plan import Entry, Plan
from tcplan.workspace import PlanFile


class Mention(NamedTuple):
    """A reference as it stands in a file."""

    path: Path
    ref: str


def entries_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """References to entries of this or another plan."""
    for node in plan.tree.nodes:
        yield from _listed(node.path, "related", node.entry.related)
        for index, one in enumerate(node.entry.continues):
            yield Mention((*node.path, "continues", index, "ref"), one.ref)
        if node.action:
            yield from _listed(node.path, "depends_on", node.action.depends_on)
        if node.entry.closed and node.entry.closed.into:
            yield Mention((*node.path, "closed", "into"), node.entry.closed.into)


def plans_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """References to whole plans."""
    yield from _listed((), "follows", plan.plan.follows)
    if plan.plan.closed and plan.plan.closed.into:
        yield Mention(("closed", "into"), plan.plan.closed.into)


def alignments(plan: PlanFile) -> Iterator[Mention]:
    """References to frameworks and their items."""
    yield from _listed((), "aligns", plan.plan.aligns)
    for node in plan.tree.nodes:
        yield from _listed(node.path, "aligns", node.entry.aligns)


def themes_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """Themes of the Technician Commitment."""
    for node in plan.tree.nodes:
        yield from _listed(node.path, "themes", node.entry.themes)


def measures_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """Measures that entries and the plan are measured by."""
    for path, holder in holders(plan):
        yield from _listed(path, "measured_by", holder.measured_by)


def voices_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """Voice entries that quotes come from."""
    for path, holder in holders(plan):
        for index, quote in enumerate(holder.quotes):
            if quote.source:
                yield Mention((*path, "quotes", index, "from"), quote.source)


def evidence_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """Case studies that reports name as evidence."""
    for path, holder in holders(plan):
        for index, update in enumerate(holder.updates):
            yield from case_studies_in((*path, "updates", index, "evidence"), update.evidence)


def holders(plan: PlanFile) -> Iterator[tuple[Path, Plan | Entry]]:
    """The plan and its entries: what may hold quotes, measures and reports."""
    yield (), plan.plan
    for node in plan.tree.nodes:
        yield node.path, node.entry


def case_studies_in(path: Path, evidence: Iterable[Evidence]) -> Iterator[Mention]:
    """The case studies in a list of evidence."""
    for index, one in enumerate(evidence):
        if one.ref:
            yield Mention((*path, index, "ref"), one.ref)


def _listed(path: Path, key: str, refs: Iterable[str]) -> Iterator[Mention]:
    for index, ref in enumerate(refs):
        yield Mention((*path, key, index), ref)
