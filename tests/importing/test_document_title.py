"""A plan that does not say what it is called has the title of its document."""

import pytest

from tcplan.importing.document import Paragraph, SourceCell, SourceDocument, SourcePlace, SourceRow, SourceTable
from tcplan.importing.document_title import name_by_document
from tcplan.importing.found import FoundPlan
from tcplan.importing.ledger import Ledger


def titles_of(*plans: str, document: SourceDocument) -> list[str]:
    """The titles of some plans of a document, which had these."""
    found = [FoundPlan(title, []) for title in plans]
    name_by_document(found, document, Ledger(document))
    return [plan.title for plan in found]


def text(*paragraphs: Paragraph | str) -> SourceDocument:
    """A document of these paragraphs."""
    return SourceDocument(
        "p.docx", tuple(Paragraph(one, SourcePlace()) if isinstance(one, str) else one for one in paragraphs)
    )


@pytest.mark.parametrize(
    ("document", "title"),
    [
        (
            text(Paragraph("Our plan for 2025 to 2028", SourcePlace(), heading=1), "Visibility"),
            "Our plan for 2025 to 2028",
        ),
        (text("Eastmoor University Action Plan 2025-27", "Contents"), "Eastmoor University Action Plan 2025-27"),
        (text("Eastmoor University", "Technician Commitment Phase 2"), "Technician Commitment Phase 2"),
        (text("This plan was written by all of us", "It is an action plan."), ""),
        (text("Minutes of June"), ""),
        (SourceDocument("p.html", (), title="Action plan 2026"), "Action plan 2026"),
    ],
    ids=["heading", "line", "second line", "sentences", "another document", "properties"],
)
def test_the_title_is_the_first_line_that_speaks_of_a_plan(document: SourceDocument, title: str) -> None:
    """A sentence is none."""
    assert titles_of("", document=document) == [title]


def test_a_header_of_a_table_is_no_title() -> None:
    """It has others beside it."""
    cells = tuple(SourceCell((Paragraph(words, SourcePlace()),), SourcePlace()) for words in ("Plan", "Owner"))
    assert titles_of("", document=SourceDocument("p.docx", (SourceTable((SourceRow(cells),), SourcePlace()),))) == [""]


def test_a_plan_with_a_title_keeps_it_and_two_plans_do_not_share_one() -> None:
    """Of several plans nobody knows whose title it is."""
    document = text("Action plan 2025")
    assert titles_of("Phase 2", document=document) == ["Phase 2"]
    assert titles_of("", "", document=document) == ["", ""]


@pytest.mark.parametrize("name", ["Sheet", "Sheet1", "RAG", "Tracker", "Action plan"])
def test_the_name_of_a_sheet_is_no_title_where_a_line_says_more(name: str) -> None:
    """What the program called it is none at all."""
    titled = text("Technician Commitment RAG report", "Visibility")
    assert titles_of(name, document=titled) == ["Technician Commitment RAG report"]
    assert titles_of(name, document=text("Visibility")) == ["" if name.startswith("Sheet") else name]


def test_a_remark_below_the_title_is_none() -> None:
    """What says that it is a plan comes first."""
    document = text("Eastmoor University – technicians’ plan", "Exported from the old system", "Visibility")
    assert titles_of("Exported from the old system", document=document) == ["Eastmoor University – technicians’ plan"]
    turned = text("Our promise to technicians", "Technician Commitment plan")
    assert titles_of("Our promise to technicians", document=turned) == ["Our promise to technicians"]


def test_the_name_of_the_institution_above_the_title_is_no_title() -> None:
    """Unless there is no better one."""
    document = text(
        Paragraph("University of Eastmoor", SourcePlace(), heading=1),
        Paragraph("Technician Commitment Action Plan 2026-2028", SourcePlace(), heading=2),
    )
    assert titles_of("University of Eastmoor", document=document) == ["Technician Commitment Action Plan 2026-2028"]
    alone = text(Paragraph("University of Eastmoor", SourcePlace(), heading=1), "Visibility")
    assert titles_of("University of Eastmoor", document=alone) == ["University of Eastmoor"]
