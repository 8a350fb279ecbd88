"""A Word document that LibreOffice has saved, directly or by way of its own format, says the same."""

from pathlib import Path

import pytest
from importing.making.office import needs_libreoffice, save_as
from importing.making.word import (
    BULLETS,
    LETTERS,
    cell,
    control,
    heading,
    item,
    link,
    paragraph,
    row,
    run,
    table,
    text_box,
    write_word,
)

from tcplan.importing.document import SourceDocument
from tcplan.importing.readers.word.document import read_word

_CHANGE = 'w:id="1" w:author="x" w:date="2025-01-01T00:00:00Z"'
_LIST = '<w:dropDownList><w:listItem w:displayText="On track" w:value="1"/></w:dropDownList>'
_GREY = '<w:rStyle w:val="PlaceholderText"/>'
_DOT = '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'

TEXT = [
    paragraph("Technician action plan", style="Title"),
    heading("Career Development"),
    heading("Pilot a pathway", level=2),
    item("Consult the community"),
    item("Publish criteria", level=1),
    item("Publish them again", level=1),
    item("A bullet", number=BULLETS),
    item("A bullet below", number=BULLETS, level=1),
    item("A letter", number=LETTERS),
    paragraph("Some ", run("bold", "<w:b/>"), " and ", run("gone", "<w:strike/>"), " text", run("no", "<w:vanish/>")),
    paragraph(run("All green", '<w:color w:val="00B050"/>')),
    paragraph("See ", link("the page", "rId9"), "."),
    paragraph(f"<w:ins {_CHANGE}>{run('new ')}</w:ins><w:del {_CHANGE}><w:r><w:delText>old</w:delText></w:r></w:del>x"),
    paragraph("A note", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    paragraph("Status: ", control(run("On track"), _LIST)),
    paragraph("Anchor", text_box(heading("A pillar in a text box"), paragraph("Its words"))),
    paragraph(
        "Status: ", control(run("Choose an item.", '<w:rStyle w:val="PlaceholderText"/>'), _LIST, is_prompt=True)
    ),
    paragraph("Tick ", control(run("☒"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>')),
]

TABLE = table(
    row("Id", "Action", "Lead", "RAG", is_header=True),
    row(cell("1", merged="restart"), cell(item("Appoint a lead")), "HR", cell("Green", fill="00B050")),
    row(cell(merged="continue"), cell("Two", "paragraphs"), "a\nb", cell(run("x", '<w:highlight w:val="red"/>'))),
    row(cell("Wide", columns=3, fill="FFC000"), cell(paragraph(_DOT))),
    row(cell("Last"), cell(table(row("s1", "s2"), row("s3", "s4"))), "y", "z"),
)

FOOTNOTE = f'<w:footnote w:id="2">{paragraph("As of May")}</w:footnote>'


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A Word file with a little of everything."""
    links = {"rId9": "https://example.ac.uk/a"}
    parts = {"footnotes": FOOTNOTE}
    return write_word(tmp_path / "plan.docx", *TEXT, TABLE, paragraph("After"), links=links, title="Plan", parts=parts)


@needs_libreoffice
def test_a_document_saved_by_libreoffice_says_the_same(tmp_path: Path, made: Path) -> None:
    """Words, numbers, levels, colours, spans, links and notes are the same, and all places are too."""
    written = read_word(made)
    assert _content(read_word(save_as(made, "docx", tmp_path / "direct"))) == _content(written)
    by_way_of_odt = save_as(save_as(made, "odt", tmp_path / "odt"), "docx", tmp_path / "back")
    assert _content(read_word(by_way_of_odt)) == _content(written)


def _content(document: SourceDocument) -> tuple[object, ...]:
    return document.title, document.blocks
