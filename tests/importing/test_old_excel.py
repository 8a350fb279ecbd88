"""Old workbooks and OpenDocument spreadsheets are read by their values, by a library that is an extra."""

import sys
from datetime import date
from pathlib import Path

import pytest
from importing.making.open_sheets import Value, make_open_sheets, write_open_tables

from tcplan.importing.document import SourceTable, UnreadableError
from tcplan.importing.readers.old_excel import read_old_excel


def test_without_the_library_the_command_that_installs_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exactly as it is typed."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(UnreadableError) as caught:
        read_old_excel(make_open_sheets(tmp_path / "plan.ods", {"Plan": [["Action"]]}))
    assert 'pip install "tcplan[xls]"' in caught.value.help


def test_values_are_read(tmp_path: Path) -> None:
    """As a spreadsheet program shows them where no format says otherwise; a date is a date."""
    pytest.importorskip("python_calamine")
    rows: list[list[Value]] = [
        ["Id", "Action", "Due", "Done"],
        [1.1, "Appoint\nand tell", date(2027, 3, 31), True],
        [],
        [2, None, None, False],
    ]
    document = read_old_excel(make_open_sheets(tmp_path / "plan.ods", {"Plan": rows}))
    (table,) = (block for block in document.blocks if isinstance(block, SourceTable))
    assert (table.name, table.is_sheet) == ("Plan", True)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Id", "Action", "Due", "Done"],
        ["1.1", "Appoint\nand tell", "31/03/2027", "TRUE"],
        [],
        ["2", "", "", "FALSE"],
    ]
    assert table.rows[1].cells[2].day == date(2027, 3, 31)
    assert table.rows[3].cells[0].place.cell == "A4"


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("percentage", 'office:value="0.4"', "40%"),
        ("date", 'office:date-value="2027-03-31"', "Mar 2027"),
        ("float", 'office:value="1"', "TC-01"),
        ("float", 'office:value="3.1"', "3.10"),
        ("currency", 'office:value="2000"', "£2,000"),
    ],
)
def test_an_open_spreadsheet_says_what_its_cells_show(tmp_path: Path, kind: str, value: str, shown: str) -> None:
    """Whatever the format of a cell is; repeated rows and columns are counted."""
    pytest.importorskip("python_calamine")
    cell = f'<table:table-cell office:value-type="{kind}" {value}><text:p>{shown}</text:p></table:table-cell>'
    before = '<table:table-cell table:number-columns-repeated="2"/>'
    rows = f'<table:table-row table:number-rows-repeated="3"/><table:table-row>{before}{cell}</table:table-row>'
    path = write_open_tables(tmp_path / "plan.ods", f'<table:table table:name="Plan">{rows}</table:table>')
    (table,) = (block for block in read_old_excel(path).blocks if isinstance(block, SourceTable))
    (found,) = (one for row in table.rows for one in row.cells if one.text)
    assert (found.text, found.place.cell) == (shown, "C4")
    assert found.day == (date(2027, 3, 31) if kind == "date" else None)


def test_merged_cells_of_an_open_spreadsheet_are_one(tmp_path: Path) -> None:
    """A header of two rows, as spreadsheet programs write it."""
    pytest.importorskip("python_calamine")

    def cell(text: str, about: str = "") -> str:
        return f'<table:table-cell office:value-type="string" {about}><text:p>{text}</text:p></table:table-cell>'

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("Action", 'table:number-rows-spanned="2"') + cell("When", 'table:number-columns-spanned="2"') + covered,
        f"{covered}{cell('Start')}{cell('End')}",
        f"{cell('Publish')}{cell('May')}{cell('June')}",
    )
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    path = write_open_tables(tmp_path / "plan.ods", f'<table:table table:name="Plan">{inner}</table:table>')
    (table,) = (block for block in read_old_excel(path).blocks if isinstance(block, SourceTable))
    assert [[(one.text, one.rows, one.columns) for one in row.cells] for row in table.rows] == [
        [("Action", 2, 1), ("When", 1, 2)],
        [("Start", 1, 1), ("End", 1, 1)],
        [("Publish", 1, 1), ("May", 1, 1), ("June", 1, 1)],
    ]


def test_what_the_library_does_not_read_is_told(tmp_path: Path) -> None:
    """Colours and formats, and sheets that are hidden."""
    pytest.importorskip("python_calamine")
    path = make_open_sheets(tmp_path / "plan.ods", {"Plan": [["a"]], "Lists": [["b"]]}, hidden=["Lists"])
    document = read_old_excel(path)
    assert len(document.blocks) == 1
    first, second = document.remarks
    assert "save it as .xlsx" in first.message
    assert second.message == "the sheet “Lists” is hidden and was not read"


@pytest.mark.parametrize(
    "content", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"PK\x03\x04" + b"x" * 100]
)
def test_a_broken_file_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    """Whatever the library makes of it."""
    pytest.importorskip("python_calamine")
    path = tmp_path / "plan.xls"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match="damaged"):
        read_old_excel(path)
