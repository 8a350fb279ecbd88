"""The review of an earlier plan in a submission: what was promised and what became of it, as tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tcplan.model import Framework
from tcplan.model.submission import Review
from tcplan.views.documents.context import DocumentContext, name_in_words
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.evidence import PrintedReportRow, report_rows
from tcplan.views.documents.measure_tables import measure_states, outcome_table
from tcplan.views.documents.parts import Fact, Prose, Table, TextItem, fact, ours
from tcplan.views.documents.plan_review import plan_review
from tcplan.views.documents.rag_analysis import proposal_rules, rag_table
from tcplan.views.documents.reviewed_rows import ReviewedRow, reviewed_rows
from tcplan.workspace import Level, PlanFile


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """The reviewed actions of one pillar; `number` tells its table from those of the other reviews."""

    title: TextItem
    caption: str
    rows: tuple[ReviewedRow, ...]


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """The review of one earlier plan."""

    anchor: str
    title: str
    facts: tuple[Fact, ...]
    plan_missing: TextItem | None
    summary: Prose | None
    summary_missing: TextItem | None
    table: Table | None
    proposals: str
    groups: tuple[ReviewGroup, ...]
    measures: Table | None
    reports: tuple[PrintedReportRow, ...]

    @property
    def entries(self) -> tuple[ReviewedRow, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


def review_part(context: DocumentContext, form: Framework, review: Review, submitted: PlanFile | None) -> ReviewPart:
    """One review, with the plan as it was on its day; only with its statements if the plan cannot be read."""
    on_the_day = plan_review(context, review)
    there, plan = on_the_day.context, on_the_day.plan
    rows = reviewed_rows(on_the_day, form, submitted)
    summary = context.prose(review.summary, 3, f"the review of {review.plan}")
    title = plan.plan.title if plan else name_in_words(review.plan)
    return ReviewPart(
        anchor=context.anchors.of(review),
        title=f"Review of {title}",
        facts=(fact("Reviewed as of", _day(review, there)),),
        plan_missing=None if plan else ours(f"The reviewed plan, {name_in_words(review.plan)}, is not at hand."),
        summary=summary,
        summary_missing=None if summary else ours("No summary yet."),
        table=rag_table(rows, title, long_day(there.as_of)) if plan else None,
        proposals=proposal_rules(form, rows) if plan else "",
        groups=tuple(_groups(rows, title)),
        measures=_measures(plan, there, title) if plan else None,
        reports=report_rows(there, plan, plan.plan.updates, 3) if plan else (),
    )


def _day(review: Review, there: DocumentContext) -> TextItem:
    if review.date:
        return ours(day_words(review.date))
    return ours(f"No date given; {long_day(there.as_of)} is used")


def _groups(rows: Iterable[ReviewedRow], title: str) -> Iterator[ReviewGroup]:
    """The rows by pillar, in the order of the plan; a pillar that comes again has a second table."""
    seen: dict[str, int] = {}
    for (kind, name), group in groupby(rows, lambda row: (row.kind == "other", row.group)):
        head = name or ours("Not in the reviewed plan" if kind else "Outside the pillars")
        seen[head.text] = seen.get(head.text, 0) + 1
        again = f" ({seen[head.text]})" if seen[head.text] > 1 else ""
        yield ReviewGroup(head, f"{head.text}{again}: promised and achieved, {title}", tuple(group))


def _measures(plan: PlanFile, there: DocumentContext, title: str) -> Table | None:
    states = measure_states(plan, there.as_of)
    return outcome_table(plan, states, f"Measures of {title} on {long_day(there.as_of)}")


def reviewed_actions(rows: Iterable[ReviewedRow]) -> list[ReviewedRow]:
    """The rows that are actions of the reviewed plan."""
    return [row for row in rows if row.kind is Level.ACTION]
