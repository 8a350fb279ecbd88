"""The parts of a document can be built in any order: all they share is known before the first."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from support import EXAMPLES, REPOSITORY

from tcplan.progress import assess
from tcplan.views.documents.anchors import LinkTarget, name_anchors
from tcplan.views.documents.answers import other_rows, question_rows
from tcplan.views.documents.case_studies import case_rows
from tcplan.views.documents.page_one.plan_page import page_one_of_plan
from tcplan.views.documents.plan import plan_part
from tcplan.views.documents.plan_document import plan_context, plan_document
from tcplan.views.documents.review import review_part
from tcplan.views.documents.sections import Sections
from tcplan.views.documents.submission_document import submission_context, submission_document
from tcplan.workspace import open_workspace

DAY = date(2024, 4, 12)


def test_parts_of_a_submission_built_backwards_are_the_same() -> None:
    """The case studies first, which the parts cite; then the reviews, the answers and the plan."""
    workspace, _ = open_workspace(EXAMPLES)
    [folder] = workspace.folders.values()
    file, form = folder.submissions["stage-3"], workspace.framework("stage-3")
    assert form is not None
    document = submission_document(workspace, folder, file, form, DAY)
    context = submission_context(workspace, folder, file, form, DAY)
    submitted = folder.plans["phase-3"]
    assert case_rows(context) == document.cases
    assert len(document.cases) > 1
    backwards = [review_part(context, form, one, submitted) for one in reversed(file.submission.reviews)]
    assert tuple(reversed(backwards)) == document.reviews
    assert other_rows(context, form, file.submission) == document.others
    assert question_rows(context, form, file.submission) == document.questions
    assert plan_part(context, submitted) == document.plan


def test_page_one_of_a_plan_can_be_built_before_the_plan() -> None:
    """Its links lead to entries that are built later."""
    workspace, _ = open_workspace(EXAMPLES)
    [folder] = workspace.folders.values()
    file = folder.plans["phase-3"]
    document = plan_document(workspace, folder, file, DAY)
    context = plan_context(workspace, folder, file, DAY)
    page = page_one_of_plan(context, assess(workspace, folder, file, DAY))
    assert page == document.page_one
    assert page.exceptions is None or all(row.head.items[0].anchor for row in page.exceptions.rows)


def test_the_surroundings_of_a_document_cannot_change() -> None:
    """Nor can its anchors."""
    workspace, _ = open_workspace(EXAMPLES)
    [folder] = workspace.folders.values()
    context = plan_context(workspace, folder, folder.plans["phase-3"], DAY)
    with pytest.raises(FrozenInstanceError):
        context.as_of = DAY  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        context.anchors.targets = ()  # type: ignore[misc]


def test_the_titles_of_sections_are_typed_once() -> None:
    """In the table of sections; templates of both formats print them from there, with their anchors."""
    templates = "".join(
        file.read_text("utf-8") for room in ("html", "md") for file in (REPOSITORY / "templates" / room).rglob("*.j2")
    )
    for section in Sections():
        assert f"## {section.title}" not in templates
        assert f">{section.title}<" not in templates
        assert not section.anchor or f'id="{section.anchor}"' not in templates


def test_every_target_has_an_anchor_of_its_own() -> None:
    """Equal names are numbered, in the order of the first mention; those of sections are kept for them."""
    first, second, third = object(), object(), object()
    anchors = name_anchors(
        [LinkTarget((one,), words) for one, words in [(first, ("plan",)), (second, ("a/b", "c")), (first, ("x",))]]
        + [LinkTarget((third,), ("a b c",)), LinkTarget((first, third), ("??",))],
        reserved=("plan",),
    )
    assert [anchors.of(first), anchors.of(second), anchors.of(third)] == ["plan-2", "a-b-c", "a-b-c-2"]
    assert anchors.of(first, third) == "part"
    assert [one.about for one in anchors.targets] == [(first,), (second,), (third,), (first, third)]
    assert anchors.link_to(third, first) == ""
