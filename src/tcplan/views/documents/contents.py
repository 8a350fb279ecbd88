"""The table of contents of a document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tcplan.views.documents.answers import QuestionRow
from tcplan.views.documents.feedback import FeedbackPart
from tcplan.views.documents.header import ContentsRow
from tcplan.views.documents.parts import TextItem
from tcplan.views.documents.plan import PlanPart
from tcplan.views.documents.review import ReviewPart
from tcplan.views.documents.sections import Section, Sections
from tcplan.workspace import Level


@dataclass(frozen=True, slots=True)
class FormParts:
    """What the table of contents of a submission lists."""

    questions: tuple[QuestionRow, ...]
    others: tuple[QuestionRow, ...]
    reviews: tuple[ReviewPart, ...]
    reviews_wanted: bool
    plan_wanted: bool
    feedback: tuple[FeedbackPart, ...]


def form_contents(sections: Sections, form: FormParts, part: PlanPart | None, *, cases: bool) -> Iterator[ContentsRow]:
    """The contents of a submission."""
    yield _line(sections.page_one)
    if form.questions:
        yield _line(
            sections.answers,
            (TextItem(f"{one.number} {one.title}", anchor=one.anchor, ours=True) for one in form.questions),
        )
    if form.others:
        yield _line(sections.other_answers)
    if form.reviews or form.reviews_wanted:
        yield _line(sections.reviews, (TextItem(one.title, anchor=one.anchor) for one in form.reviews))
    if form.feedback:
        yield _line(sections.feedback, (TextItem(one.title) for one in form.feedback if len(form.feedback) > 1))
    if part or form.plan_wanted:
        yield from plan_contents(sections, part, page_one=False, cases=cases)
    elif cases:
        yield _line(sections.case_studies)


def plan_contents(sections: Sections, part: PlanPart | None, *, page_one: bool, cases: bool) -> Iterator[ContentsRow]:
    """The contents of a plan, as a document or as a part of one."""
    if page_one:
        yield _line(sections.page_one)
    yield _line(sections.plan)
    if part:
        if part.voice or part.voice_missing:
            yield _line(sections.voice)
        yield _line(sections.measures)
        if part.timeline:
            yield _line(sections.timeline)
        heads = (one.head for one in part.entries.groups if one.head)
        top = (one for one in heads if one.kind is Level.PILLAR)
        yield _line(sections.actions, (TextItem(f"{one.id} {one.title}", anchor=one.anchor) for one in top))
        if part.in_full:
            yield _line(sections.in_full)
    if cases:
        yield _line(sections.case_studies)
    yield _line(sections.sign_off)


def _line(section: Section, below: Iterable[TextItem] = ()) -> ContentsRow:
    return ContentsRow(TextItem(section.title, anchor=section.anchor, ours=section.ours), tuple(below))
