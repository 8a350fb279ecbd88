"""The sections of a document, and its table of contents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tcplan.views.documents.answers import QuestionRow
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.parts import TextItem
from tcplan.views.documents.plan import PlanPart
from tcplan.views.documents.review import ReviewPart

SECTIONS = (
    "answers",
    "other-answers",
    "reviews",
    "plan",
    "summary",
    "voice",
    "measures",
    "actions",
    "case-studies",
    "sign-off",
    "contents",
    "main",
)
"""The places that every document may have; entries are given others."""


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """One line of the table of contents, with those below it."""

    item: TextItem
    below: tuple[TextItem, ...] = ()


@dataclass(frozen=True, slots=True)
class FormParts:
    """What the table of contents of a submission lists."""

    questions: tuple[QuestionRow, ...]
    others: tuple[QuestionRow, ...]
    reviews: tuple[ReviewPart, ...]
    reviews_wanted: bool


def register_sections(context: DocumentContext) -> None:
    """Keep the places of the sections, so that no entry is given one of them."""
    for name in SECTIONS:
        context.new_anchor(name)


def form_contents(form: FormParts, part: PlanPart | None, *, cases: bool) -> Iterator[ContentsRow]:
    """The contents of a submission."""
    if form.questions:
        yield _line(
            "Answers", "answers", (TextItem(f"{one.number} {one.title}", anchor=one.anchor) for one in form.questions)
        )
    if form.others:
        yield _line("Answers to other questions", "other-answers")
    if form.reviews or form.reviews_wanted:
        yield _line(
            "Review of earlier plans", "reviews", (TextItem(one.title, anchor=one.anchor) for one in form.reviews)
        )
    yield from plan_contents(part, summary=False, cases=cases)


def plan_contents(part: PlanPart | None, *, summary: bool, cases: bool) -> Iterator[ContentsRow]:
    """The contents of a plan, as a document or as a part of one."""
    yield _line(part.heading if part else "The plan", "plan")
    if summary:
        yield _line("Where the plan stands", "summary")
    if part:
        yield _line("Technician voice", "voice")
        yield _line("Measures", "measures")
        top = (one for one in part.entries if one.kind == "pillar")
        yield _line(
            "Pillars, objectives and actions",
            "actions",
            (TextItem(f"{one.id} {one.title}", anchor=one.anchor) for one in top),
        )
    if cases:
        yield _line("Case studies", "case-studies")
    yield _line("Sign-off", "sign-off")


def _line(title: str, anchor: str, below: Iterable[TextItem] = ()) -> ContentsRow:
    return ContentsRow(TextItem(title, anchor=anchor), tuple(below))
