"""The review of an earlier plan in a submission: its RAG analysis, its entries and its reports."""

from dataclasses import dataclass

from tcplan.model import Framework
from tcplan.model.submission import Review
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.evidence import PrintedReportRow, report_rows
from tcplan.views.documents.parts import Fact, Prose, Table, TextItem, fact, ours, prose
from tcplan.views.documents.plan_review import plan_review
from tcplan.views.documents.rag_analysis import proposal_rules, rag_table
from tcplan.views.documents.reviewed_rows import ReviewedRow, reviewed_rows
from tcplan.workspace import PlanFile


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
    entries: tuple[ReviewedRow, ...]
    reports: tuple[PrintedReportRow, ...]


def review_part(context: DocumentContext, form: Framework, review: Review, submitted: PlanFile | None) -> ReviewPart:
    """One review, with the plan as it was on its day; only with its statements if the plan cannot be read."""
    on_the_day = plan_review(context, review)
    there, plan = on_the_day.context, on_the_day.plan
    day = fact(
        "Reviewed as of",
        ours(day_words(review.date)) if review.date else ours(f"No date given; {long_day(there.as_of)} is used"),
    )
    rows = reviewed_rows(on_the_day, form, submitted)
    summary = prose(review.summary, 3, f"the review of {review.plan}")
    return ReviewPart(
        anchor=context.anchors.of(review),
        title=f"Review of {plan.plan.title if plan else review.plan}",
        facts=(fact("Plan", review.plan), day) if plan else (day,),
        plan_missing=None if plan else ours(f"The plan {review.plan} is not in this workspace or cannot be read."),
        summary=summary,
        summary_missing=None if summary else ours("No summary yet."),
        table=rag_table(rows, long_day(there.as_of)) if plan else None,
        proposals=proposal_rules(form, rows) if plan else "",
        entries=rows,
        reports=report_rows(there, plan, plan.plan.updates, 3) if plan else (),
    )
