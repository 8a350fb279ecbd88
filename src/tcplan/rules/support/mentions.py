"""Where files mention other things, each mention with its place. The rules find those that lead nowhere."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tcplan.findings.span import Path
from tcplan.model.parts import Evidence
from tcplan.model.plan import Entry, Plan
from tcplan.workspace import CaseStudyFile, PlanFile, SubmissionFile


class Mention(NamedTuple):
    """A reference as it is written in a file; `says` is the sentence that it ends: `action 2.3.1 depends on`."""

    path: Path
    ref: str
    says: str


def entries_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """References to entries of this or another plan."""
    for node in plan.tree.nodes:
        words = f"{node.level} {node.id}"
        yield from _listed(node.path, "related", node.entry.related, f"{words} is related to")
        for index, one in enumerate(node.entry.continues):
            yield Mention((*node.path, "continues", index, "ref"), one.ref, f"{words} continues")
        if node.action:
            yield from _listed(node.path, "depends_on", node.action.depends_on, f"{words} depends on")
        if node.entry.closed and node.entry.closed.into:
            yield Mention((*node.path, "closed", "into"), node.entry.closed.into, f"{words} is taken over by")


def plans_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """References to whole plans."""
    yield from _listed((), "follows", plan.plan.follows, "the plan follows")
    if plan.plan.closed and plan.plan.closed.into:
        yield Mention(("closed", "into"), plan.plan.closed.into, "the plan is taken over by")


def alignments(plan: PlanFile) -> Iterator[Mention]:
    """References to frameworks and their items."""
    yield from _listed((), "aligns", plan.plan.aligns, "the plan aligns to")
    for node in plan.tree.nodes:
        yield from _listed(node.path, "aligns", node.entry.aligns, f"{node.level} {node.id} aligns to")


def feedback_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """Points of feedback that entries answer."""
    for node in plan.tree.nodes:
        yield from _listed(node.path, "answers", node.entry.answers, f"{node.level} {node.id} answers")


def themes_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """Themes of the Technician Commitment."""
    for node in plan.tree.nodes:
        yield from _listed(node.path, "themes", node.entry.themes, f"{node.level} {node.id} names the theme")


def measures_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """Measures that entries and the plan are measured by."""
    for path, holder, words in holders(plan):
        yield from _listed(path, "measured_by", holder.measured_by, f"{words} is measured by")


def voices_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """Voice entries that quotes come from."""
    for path, holder, words in holders(plan):
        for index, quote in enumerate(holder.quotes):
            if quote.source:
                yield Mention((*path, "quotes", index, "from"), quote.source, f"a quote of {words} is from")


def evidence_mentioned(plan: PlanFile) -> Iterator[Mention]:
    """Case studies that reports name as evidence."""
    for path, holder, words in holders(plan):
        for index, update in enumerate(holder.updates):
            says = f"the evidence of a report on {words} is"
            yield from case_studies_in((*path, "updates", index, "evidence"), update.evidence, says)


def holders(plan: PlanFile) -> Iterator[tuple[Path, Plan | Entry, str]]:
    """The plan and its entries, with their words: what may hold quotes, measures and reports."""
    yield (), plan.plan, "the plan"
    for node in plan.tree.nodes:
        yield node.path, node.entry, f"{node.level} {node.id}"


def case_studies_in(path: Path, evidence: Iterable[Evidence], says: str) -> Iterator[Mention]:
    """The case studies in a list of evidence."""
    for index, one in enumerate(evidence):
        if one.ref:
            yield Mention((*path, index, "ref"), one.ref, says)


def plans_of_submission(file: SubmissionFile) -> Iterator[Mention]:
    """The plans that a submission submits and reviews."""
    if file.submission.submits:
        yield Mention(("submits",), file.submission.submits, "this submission submits")
    for number, review in enumerate(file.submission.reviews):
        yield Mention(("reviews", number, "plan"), review.plan, "this submission reviews")


def entries_shown(file: CaseStudyFile) -> list[Mention]:
    """The entries that a case study is about."""
    return [Mention(("shows", index), ref, "the case study shows") for index, ref in enumerate(file.case_study.shows)]


def _listed(path: Path, key: str, refs: Iterable[str], says: str) -> Iterator[Mention]:
    for index, ref in enumerate(refs):
        yield Mention((*path, key, index), ref, says)
