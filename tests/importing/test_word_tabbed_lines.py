"""Tables in Word that are lines with tabs between their cells."""

from pathlib import Path

import pytest
from importing.making.word import paragraph, write_word

from tcplan.importing.document import Paragraph, SourceTable
from tcplan.importing.readers.word.document import read_word


def blocks(folder: Path, *lines: str) -> list[object]:
    """The texts of the paragraphs, and the cells of the tables, of a Word file with these lines."""
    document = read_word(write_word(folder / "plan.docx", *map(paragraph, lines)))
    return [_plain(one) for one in document.blocks]


def _plain(block: object) -> object:
    if isinstance(block, SourceTable):
        return [[cell.text for cell in row.cells] for row in block.rows]
    assert isinstance(block, Paragraph)
    return block.text


def test_lines_with_tabs_are_the_rows_of_a_table(tmp_path: Path) -> None:
    """Empty cells stay, also at the beginning of a line."""
    found = blocks(tmp_path, "Actions", "Ref\tAction\tOwner", "1\tRun a fair\tHR", "\tGo on with it\tIT", "The end.")
    assert found == [
        "Actions",
        [["Ref", "Action", "Owner"], ["1", "Run a fair", "HR"], ["", "Go on with it", "IT"]],
        "The end.",
    ]


def test_two_cells_in_each_line_are_a_table_too(tmp_path: Path) -> None:
    """Where they are neither items nor labels."""
    lines = ("Outcome\tAction", "We are seen\tPublish profiles", "We are heard\tElect a technician")
    assert blocks(tmp_path, *lines) == [[line.split("\t") for line in lines]]


@pytest.mark.parametrize(
    "lines",
    [
        ("1.1\tRun a fair", "1.2\tGo on", "1.3\tStop"),
        ("•\tRun a fair", "•\tGo on", "•\tStop"),
        ("a)\tRun a fair", "b)\tGo on", "c)\tStop"),
        ("Owner:\tHR", "Due:\tJune 2026", "Measure:\tTen"),
        ("Visibility\t2", "Recognition\t3", "Careers\t4"),
        ("Ref\tAction\tOwner", "1\tRun a fair\tHR"),
    ],
    ids=["numbers", "bullets", "letters", "labels", "contents", "two lines"],
)
def test_what_is_no_table_stays_lines(tmp_path: Path, lines: tuple[str, ...]) -> None:
    """Items, labels with their values, a table of contents, and too few lines."""
    assert blocks(tmp_path, *lines) == list(lines)


def test_the_places_of_cells_name_the_table(tmp_path: Path) -> None:
    """As in a table that Word made."""
    document = read_word(write_word(tmp_path / "p.docx", *map(paragraph, ("a\tb\tc", "d\te\tf", "g\th\ti"))))
    (table,) = document.blocks
    assert isinstance(table, SourceTable)
    assert table.rows[1].cells[2].place[:3] == ("table 1", 2, 3)
