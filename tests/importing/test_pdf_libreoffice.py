"""A document that LibreOffice has saved as a PDF file says what its Word file says."""

import random
from pathlib import Path

import pytest

pytest.importorskip("pdfminer", reason="the extra `pdf` is not installed")

from importing.making.office import needs_libreoffice, save_as
from importing.making.word import BULLETS, cell, heading, item, paragraph, row, run, table, write_word

from tcplan.importing.document import Paragraph, SourceDocument, SourceTable
from tcplan.importing.readers.pdf.reader import read_pdf
from tcplan.importing.readers.word.document import read_word

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
WORDS = ["staff", "plan", "review", "technical", "group", "pathway", "report", "e-mail", "training", "budget", "term"]


def ruled(*rows: str, sides: tuple[str, ...] = SIDES) -> str:
    """A table with lines."""
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    return table(*rows, properties=f'<w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>')


def rows_of(document: SourceDocument) -> list[list[str]]:
    """The words of all rows, without their blanks and line ends: a PDF file has no paragraphs."""
    tables = (block for block in document.blocks if isinstance(block, SourceTable))
    return [["".join(one.text.split()) for one in row.cells] for table in tables for row in table.rows]


def fills_of(document: SourceDocument) -> list[list[str]]:
    """The colours of all cells."""
    tables = (block for block in document.blocks if isinstance(block, SourceTable))
    return [[one.fill for one in row.cells] for table in tables for row in table.rows]


def sentences(chance: random.Random, most: int) -> str:
    """Some words that end as a sentence does."""
    return " ".join(chance.choices(WORDS, k=chance.randint(2, most))).capitalize() + "."


@needs_libreoffice
@pytest.mark.parametrize("sides", [SIDES, ("top", "bottom", "insideH", "insideV")], ids=["all lines", "open sides"])
def test_tables_over_pages_are_those_of_the_word_file(tmp_path: Path, sides: tuple[str, ...]) -> None:
    """Rows that pages cut, cells over columns and rows, colours, and a header on each page."""
    chance = random.Random(len(sides))
    rows = [row(*(cell(name, fill="D9E2F3") for name in ("No.", "Action", "Owner", "RAG")), is_header=True)]
    for pillar in (1, 2, 3):
        rows.append(row(cell(f"Pillar {pillar}: {sentences(chance, 4)}", columns=4)))
        for number in range(1, 9):
            fill = chance.choice(["FF0000", "00B050", ""])
            action = cell(sentences(chance, 70), *([sentences(chance, 30)] if number % 3 == 0 else []))
            rows.append(row(f"{pillar}.{number}", action, cell(sentences(chance, 4)), cell("", fill=fill)))
    path = write_word(tmp_path / "plan.docx", heading("Action plan"), ruled(*rows, sides=sides), paragraph("After it"))
    word, pdf = read_word(path), read_pdf(save_as(path, "pdf", tmp_path / "pdf"))
    assert rows_of(pdf) == rows_of(word)
    assert fills_of(pdf) == fills_of(word)


@needs_libreoffice
def test_text_is_that_of_the_word_file(tmp_path: Path) -> None:
    """Headings, items and what is struck out."""
    chance = random.Random(1)
    path = write_word(
        tmp_path / "plan.docx",
        heading("Career development"),
        paragraph(" ".join(sentences(chance, 30) for _ in range(5))),
        item("A bullet with words", number=BULLETS),
        item("Another bullet", number=BULLETS),
        paragraph("Publish ", run("all", "<w:strike/>"), " criteria"),
        heading("Visibility"),
        paragraph(sentences(chance, 10)),
        styles='<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>',
    )
    word, pdf = read_word(path), read_pdf(save_as(path, "pdf", tmp_path / "pdf"))

    def told(document: SourceDocument) -> list[tuple[str, int, int, tuple[str, ...]]]:
        found = [block for block in document.blocks if isinstance(block, Paragraph)]
        return [(" ".join(one.text.split()), one.heading, one.depth, one.struck) for one in found]

    assert told(pdf) == told(word)
