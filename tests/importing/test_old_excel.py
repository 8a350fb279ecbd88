"""Old workbooks and OpenDocument spreadsheets are read by their values, by a library that is an extra."""

import sys
from datetime import date
from pathlib import Path

import pytest
from importing.making.open_sheets import Value, make_open_sheets

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
