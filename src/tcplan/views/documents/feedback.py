"""What the reviewers said about earlier submissions, and which actions answer each point."""

from collections.abc import Iterator
from dataclasses import dataclass

from tcplan.progress.history import is_in_plan
from tcplan.values.words import FeedbackType
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words
from tcplan.views.documents.parts import Address, Fact, Row, Table, TextItem, cell, fact, ours, plural
from tcplan.views.documents.plain_words import first_paragraph
from tcplan.workspace import PlanFile, SubmissionFile
from tcplan.workspace.feedback import AnsweredPoint, answered_points

_TYPES = {FeedbackType.PRAISE: "Praise", FeedbackType.ADVICE: "Advice", None: "Point"}


@dataclass(frozen=True, slots=True)
class FeedbackPart:
    """The feedback on one submission: when it came, and what answers each point of it."""

    title: str
    facts: tuple[Fact, ...]
    table: Table


def feedback_parts(
    context: DocumentContext, file: SubmissionFile, submitted: PlanFile | None
) -> tuple[FeedbackPart, ...]:
    """The feedback that the institution had on its other submissions by the day of the document."""
    others = (one for one in context.folder.submissions.values() if one is not file)
    return tuple(
        _part(context, one, submitted)
        for one in others
        if (said := one.submission.feedback) and said.points and context.has_come(said.date)
    )


def _part(context: DocumentContext, file: SubmissionFile, submitted: PlanFile | None) -> FeedbackPart:
    form = context.workspace.framework(file.submission.form)
    title = file.submission.title or (form.title if form else file.submission.form)
    points = tuple(
        one._replace(answers=tuple(each for each in one.answers if is_in_plan(each[1], context.day)))
        for one in answered_points(context.folder, file)
    )
    rows = tuple(_row(context, one, submitted) for one in points)
    heads = ("Point", "What the reviewers said", "What answers it")
    return FeedbackPart(
        title=f"Feedback on: {title}",
        facts=tuple(_facts(file, points)),
        table=Table(f"The points of the feedback on: {title}", tuple(cell(ours(one)) for one in heads), rows),
    )


def _facts(file: SubmissionFile, points: tuple[AnsweredPoint, ...]) -> Iterator[Fact]:
    said = file.submission.feedback
    if said and said.date:
        yield fact("Received", ours(day_words(said.date)))
    advice = [one for one in points if one.point.type is not FeedbackType.PRAISE]
    answered = sum(1 for one in advice if one.answers)
    if advice:
        yield fact("Advice answered", ours(f"{answered} of {plural(len(advice), 'point')}"))
    if said and said.url:
        yield fact("The feedback in full", TextItem(said.url, Address(said.url)))


def _row(context: DocumentContext, one: AnsweredPoint, submitted: PlanFile | None) -> Row:
    answers = tuple(item for plan, node in one.answers if (item := _answer(context, plan, node.id, submitted)))
    none = "–" if one.point.type is FeedbackType.PRAISE else "No action yet"
    return Row(
        cell(ours(f"{_TYPES[one.point.type]} {one.point.id}")),
        (cell(TextItem(first_paragraph(one.point.text))), cell(*answers) if answers else cell(ours(none))),
    )


def _answer(context: DocumentContext, plan: PlanFile, id_: str, submitted: PlanFile | None) -> TextItem | None:
    """The entry that answers a point, with a link where the document prints it; with its plan if that is another."""
    remark = "" if plan is submitted else plan.plan.title
    return context.entry(plan, id_, remark)
