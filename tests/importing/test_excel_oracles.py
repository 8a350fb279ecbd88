"""openpyxl and python-calamine agree with our reader on the words of a workbook, and LibreOffice keeps what it says."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from importing.making.excel import MadeCell, MadeSheet, Value, make_workbook
from importing.making.layouts import LAYOUTS, make_layout
from importing.making.office import needs_libreoffice, save_as
from importing.making.workbooks import make_workbook_of
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from python_calamine import load_workbook

from tcplan.importing.document import Paragraph, SourceCell, SourceDocument, SourceLink, SourceTable
from tcplan.importing.readers.excel.workbook import read_excel

SHARE = list(LAYOUTS)[::6]
"""Every sixth layout: their workbooks are alike."""

Found = dict[tuple[str, str], str]
"""Something about each cell, by the name of the sheet and of the cell."""


def texts(document: SourceDocument) -> Found:
    """The words of each cell that has some, with the bullets that were typed."""
    return {
        (table.name, cell.place.cell): squeeze(text)
        for table in document.blocks
        if isinstance(table, SourceTable)
        for row in table.rows
        for cell in row.cells
        if (text := "".join(one.number + one.text for one in cell.blocks if isinstance(one, Paragraph)))
    }


def squeeze(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


@pytest.mark.parametrize("name", SHARE)
def test_openpyxl_reads_the_same_words_and_colours(tmp_path: Path, name: str) -> None:
    """In every cell."""
    path = make_workbook_of(tmp_path / "plan.xlsx", make_layout(name).document)
    document = read_excel(path)
    theirs: Found = {}
    fills: Found = {}
    for sheet in openpyxl.load_workbook(path, rich_text=False).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    theirs[sheet.title, cell.coordinate] = squeeze(str(cell.value))
                if cell.fill.fill_type == "solid":
                    fills[sheet.title, cell.coordinate] = str(cell.fill.fgColor.rgb)[2:].lower()
    assert texts(document) == theirs
    assert {key: cell.fill for key, cell in cells_of(document).items() if cell.fill} == fills


@pytest.mark.parametrize("name", SHARE)
def test_calamine_reads_the_same_words(tmp_path: Path, name: str) -> None:
    """In every cell, in the order of the rows."""
    path = make_workbook_of(tmp_path / "plan.xlsx", make_layout(name).document)
    with load_workbook(path) as workbook:
        theirs = [
            squeeze(str(value))
            for sheet in workbook.sheet_names
            for row in workbook.get_sheet_by_name(sheet).to_python()
            for value in row
            if value != ""
        ]
    assert sorted(texts(read_excel(path)).values()) == sorted(theirs)


def test_a_workbook_of_openpyxl_is_read(tmp_path: Path) -> None:
    """Shared strings, formats of its own, comments and links as openpyxl writes them."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Plan"
    sheet.append(["Id", "Action", "Due", "RAG", "Share"])
    sheet.append([3.1, "Appoint\na lead", datetime(2027, 3, 31), "On track", 0.4])  # noqa: DTZ001 - as Excel has it
    sheet["A2"].number_format = "0.00"
    sheet["C2"].number_format = "mmm yyyy"
    sheet["D2"].fill = PatternFill("solid", fgColor="00B050")
    sheet["E2"].number_format = "0%"
    sheet["B2"].hyperlink = "https://example.ac.uk/lead"
    sheet["B2"].comment = Comment("agreed in May", "Ann")
    sheet["A3"] = "=A2+1"
    sheet["B3"] = "Publish"
    sheet["B3"].font = Font(strike=True)
    sheet.merge_cells("C2:C3")
    sheet.row_dimensions[3].hidden = True
    sheet.auto_filter.ref = "A1:E3"
    path = tmp_path / "plan.xlsx"
    workbook.save(path)
    document = read_excel(path)
    found = cells_of(document)
    assert [found["Plan", name].text for name in ("A2", "B2", "C2", "D2", "E2")] == [
        "3.10",
        "Appoint\na lead",
        "Mar 2027",
        "On track",
        "40%",
    ]
    assert (found["Plan", "C2"].day, found["Plan", "C2"].rows) == (date(2027, 3, 31), 2)
    assert found["Plan", "D2"].fill == "00b050"
    first, struck = found["Plan", "B2"].blocks[0], found["Plan", "B3"].blocks[0]
    assert isinstance(first, Paragraph)
    assert isinstance(struck, Paragraph)
    assert (first.links, first.notes) == ((SourceLink("Appoint", "https://example.ac.uk/lead"),), ("agreed in May",))
    assert struck.struck == ("Publish",)
    assert [one.place.cell for one in document.remarks] == ["A3"]
    (table,) = (block for block in document.blocks if isinstance(block, SourceTable))
    assert [row.is_hidden for row in table.rows] == [False, False, True]


@needs_libreoffice
def test_a_workbook_that_libreoffice_saved_says_the_same(tmp_path: Path) -> None:
    """Also where it passed through LibreOffice's own format."""
    rows: list[list[Value | MadeCell]] = [
        ["Id", "Theme", "Action", "Due", "RAG", "Share", "Done"],
        [
            MadeCell(3.1, "0.00"),
            "Career",
            "Appoint\n• one",
            MadeCell(date(2027, 3, 31), "dd/mm/yyyy"),
            MadeCell("Late", fill="FF0000"),
            MadeCell(0.4, "0%"),
            True,
        ],
        [
            MadeCell(7, '"TC-"00'),
            None,
            "Consult",
            MadeCell(date(2026, 12, 1), "mmm yyyy"),
            "Green",
            MadeCell(3, formula="1+2"),
        ],
        ["4", "Visibility", MadeCell("Publish", is_struck=True, note="why?"), "2025/26", MadeCell(fill="00B050")],
    ]
    made = MadeSheet(rows, "2025 plan", merges=["B2:B3"], hidden_columns=[6])
    path = make_workbook(tmp_path / "plan.xlsx", made, MadeSheet([["x"]], "Lists", state="hidden"))
    own = read_excel(path)
    saved_once = [save_as(path, "xlsx", tmp_path / "direct"), save_as(path, "ods", tmp_path / "open")]
    for number, one in enumerate(saved_once):
        saved = read_excel(save_as(one, "xlsx", tmp_path / f"again{number}"))
        assert {key: plain(cell) for key, cell in cells_of(saved).items()} == {
            key: plain(cell) for key, cell in cells_of(own).items()
        }
        assert [one.message for one in saved.remarks] == [one.message for one in own.remarks]


def plain(cell: SourceCell) -> object:
    """All that a cell says."""
    paragraphs = [(one.text, one.number, one.struck, one.notes) for one in cell.blocks if isinstance(one, Paragraph)]
    return paragraphs, cell.columns, cell.rows, cell.fill, cell.day


def cells_of(document: SourceDocument) -> dict[tuple[str, str], SourceCell]:
    """The cells of a document by the names of their sheets and their own."""
    return {
        (table.name, cell.place.cell): cell
        for table in document.blocks
        if isinstance(table, SourceTable)
        for row in table.rows
        for cell in row.cells
    }
