"""Tables as text are read whatever separates their cells, and whatever wrote them."""

from pathlib import Path

import pytest

from tcplan.importing.document import SourceDocument, SourceTable, UnreadableError
from tcplan.importing.readers.delimited import read_delimited

PLAN = [["Action", "Owner", "Due"], ["Appoint a lead, and tell everybody", "HR; Estates", "31/03/2027"]]


def read(path: Path, content: str | bytes) -> SourceDocument:
    """The document in a file with this content."""
    file = path / "plan.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_delimited(file)


def rows(path: Path, content: str | bytes) -> list[list[str]]:
    """The words of its table, row by row."""
    (table,) = read(path, content).blocks
    assert isinstance(table, SourceTable)
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_separator_is_found(tmp_path: Path, separator: str, end: str) -> None:
    """Whatever separates the cells may be in quoted cells too."""
    text = end.join(separator.join(f'"{cell}"' for cell in row) for row in PLAN)
    assert rows(tmp_path, text) == PLAN


def test_commas_in_prose_do_not_separate(tmp_path: Path) -> None:
    """The separator is the one that gives even rows."""
    text = "Action;Owner\nAppoint, tell, ask;HR\nConsult, and report;HR, Estates\nPublish;Web"
    assert rows(tmp_path, text)[1] == ["Appoint, tell, ask", "HR"]


def test_a_title_above_the_header_does_not_count(tmp_path: Path) -> None:
    """Rows of one cell say nothing about the separator."""
    text = "Action plan, 2025\n\nAction\tOwner\nAppoint\tHR\nConsult\tHR"
    assert rows(tmp_path, text) == [
        ["Action plan, 2025"],
        [],
        ["Action", "Owner"],
        ["Appoint", "HR"],
        ["Consult", "HR"],
    ]


@pytest.mark.parametrize("line", ["sep=;\n", "sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_a_first_line_can_name_the_separator(tmp_path: Path, line: str) -> None:
    """Excel asks for `sep=;`; it is no row."""
    assert rows(tmp_path, line + "a,b;c\nd,e;f") == [["a,b", "c"], ["d,e", "f"]]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    """A mark at the start, UTF-8, UTF-16 without a mark, or Windows-1252."""
    text = "Action,Cost\n“Café” – naïve,£5\n"
    assert rows(tmp_path, text.encode(encoding)) == [["Action", "Cost"], ["“Café” – naïve", "£5"]]


def test_quotes_and_line_ends_are_part_of_a_cell(tmp_path: Path) -> None:
    """A quoted cell may have both, and its lines are paragraphs."""
    text = 'Action,Owner\n"Say ""yes""\nand mean it",HR\n5" pipe,Estates\n'
    assert rows(tmp_path, text)[1:] == [['Say "yes"\nand mean it', "HR"], ['5" pipe', "Estates"]]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    """It is read as text, and told."""
    text = 'Action,Owner\n"Appoint,HR\nConsult,HR\nPublish,Web\n'
    assert rows(tmp_path, text)[1:] == [['"Appoint', "HR"], ["Consult", "HR"], ["Publish", "Web"]]
    assert "never closed" in read(tmp_path, text).remarks[0].message


@pytest.mark.parametrize("cell", ["'1.10", '="1.10"', '"=""1.10"""', " 1.10 "])
def test_what_keeps_a_number_a_text_is_no_part_of_it(tmp_path: Path, cell: str) -> None:
    """An apostrophe in front, or a formula of a text, is there for Excel."""
    assert rows(tmp_path, f"Id,Action\n{cell},Appoint") == [["Id", "Action"], ["1.10", "Appoint"]]


def test_an_apostrophe_of_prose_stays(tmp_path: Path) -> None:
    """Only one before a number is there for Excel."""
    assert rows(tmp_path, "Action,Title\n'Champions' scheme,'1' of 2") == [
        ["Action", "Title"],
        ["'Champions' scheme", "'1' of 2"],
    ]


def test_empty_columns_at_the_end_are_no_cells(tmp_path: Path) -> None:
    """Rows may be ragged; empty cells between others keep their place, empty rows between others theirs."""
    assert rows(tmp_path, "a,b,,,\n,c,,,\n,,,,\nd,,,,\n,,,,\n") == [["a", "b"], ["", "c"], [], ["d"]]


def test_every_cell_knows_its_place(tmp_path: Path) -> None:
    """Cells are named as a spreadsheet program names them."""
    (table,) = read(tmp_path, "a,b\nc,d").blocks
    assert isinstance(table, SourceTable)
    assert table.is_sheet
    assert table.rows[1].cells[1].place == ("", 2, 2, "B2", 0)


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    """Not even a table."""
    assert read(tmp_path, "").blocks == ()
    assert read(tmp_path, ",,\n,,\n").blocks == ()


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that no encoding explains are one sentence."""
    with pytest.raises(UnreadableError, match="not a text"):
        read(tmp_path, bytes(range(256)) * 40)


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    """No cell of a plan has as much text, and none is left out in silence."""
    with pytest.raises(UnreadableError, match="a cell has more text"):
        read(tmp_path, "a,b\n" + "x" * 200_000 + ",c")


def test_a_million_cells_are_refused(tmp_path: Path) -> None:
    """No plan has as many."""
    with pytest.raises(UnreadableError, match="120,000 cells"):
        read(tmp_path, "a,b,c,d,e,f,g,h,i,j\n" * 100_000)
