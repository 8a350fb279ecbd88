"""Marks of Markdown that were pasted into a Word document are no words of the plan."""

import pytest
from importing.making.blocks import cell, document, para, row, table

from tcplan.importing.document import SourceLink, paragraphs_in
from tcplan.importing.readers.pasted_markdown import without_pasted_marks

MARKED = (para("**Technicians as teachers** is a book"), para("See the [report](https://example.ac.uk/report)"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Harper College", "Harper College"),
        ("University**", "University"),
        (
            "**Technicians as teachers**. *Journal of Education*, 47(9)",
            "Technicians as teachers. Journal of Education, 47(9)",
        ),
        ("the [TALENT report](#)", "the TALENT report"),
        ("<https://doi.org/10.1080/1> **and** more", "https://doi.org/10.1080/1 and more"),
        ("2 ** 3 is eight", "2 ** 3 is eight"),
        ("Note * and # and [a] (b)", "Note * and # and [a] (b)"),
    ],
)
def test_words_are_without_their_marks(written: str, shown: str) -> None:
    """In paragraphs and in cells; signs that mark nothing stay."""
    made = document(*MARKED, para(written), table([cell(written)]))
    texts = [one.text for one in paragraphs_in(without_pasted_marks(made).blocks)]
    assert texts[2:] == [shown, shown]


def test_a_link_keeps_its_address() -> None:
    """As one of the document does."""
    *_, last = paragraphs_in(without_pasted_marks(document(*MARKED)).blocks)
    assert (last.text, last.links) == ("See the report", (SourceLink("report", "https://example.ac.uk/report"),))


@pytest.mark.parametrize("written", ["**Note", "***", "a ** b ** c", "Row *1* and *2*", "[x] done (yes)"])
def test_a_document_with_hardly_any_marks_is_as_it_is(written: str) -> None:
    """Its stars may be stars."""
    made = document(para(written), para("Hold a workshop"), table([row("Ref", "Action").cells[0]]))
    assert without_pasted_marks(made) is made
