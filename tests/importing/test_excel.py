"""A workbook is read as it is shown, and what it hides or does not hold is told."""

from datetime import date
from pathlib import Path

import pytest
from importing.making.excel import MadeCell, MadeSheet, Value, make_workbook

from tcplan.importing.document import (
    Paragraph,
    SourceCell,
    SourceDocument,
    SourceLink,
    SourceRow,
    SourceTable,
    UnreadableError,
)
from tcplan.importing.readers.excel.workbook import read_excel


def read(path: Path, *rows: list[Value | MadeCell], **about: object) -> SourceTable:
    """The table of a workbook with one sheet of these rows."""
    document = read_excel(make_workbook(path / "plan.xlsx", MadeSheet(rows, **about)))  # type: ignore[arg-type]
    (table,) = (block for block in document.blocks if isinstance(block, SourceTable))
    return table


def cell(path: Path, value: Value | MadeCell) -> SourceCell:
    """A cell of a workbook, between two others."""
    return read(path, ["before", value, "after"]).rows[0].cells[1]


def texts(table: SourceTable) -> list[list[str]]:
    """The words of a table, row by row."""
    return [[one.text for one in row.cells] for row in table.rows]


def paragraph(one: SourceCell) -> Paragraph:
    """The only paragraph of a cell."""
    (only,) = one.blocks
    assert isinstance(only, Paragraph)
    return only


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (3.1, "0.00", "3.10"),
        (1.1, "General", "1.1"),
        (0.1 + 0.2, "General", "0.3"),
        (7, '"TC-"00', "TC-07"),
        (0.4, "0%", "40%"),
        (0.4, "0 %", "40 %"),
        (0.125, "0.0%", "12.5%"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (15000, "£#,##0", "£15,000"),
        (12, "[$£-809]#,##0.00;[Red]\\-[$£-809]#,##0.00", "£12.00"),
        (-5, "#,##0_);(#,##0)", "(5)"),
        (3, '0" months"', "3 months"),
        (0, "0;-0;", ""),
        (12, '[<10]"few";"many"', "many"),
        (123456, "00-00-00", "12-34-56"),
        (1500000, '0.0,,"M"', "1.5M"),
        (12345, "0.00E+00", "1.23E+04"),
        (99.995, "0.00E+00", "1.00E+02"),
        (12345, "##0.0E+0", "12.3E+3"),
        (123456789012, "General", "1.23457E+11"),
        (0.000012345678, "General", "1.23457E-05"),
        (2.5, "0", "3"),
        (5, "0.##", "5."),
        (7.0, "@", "7"),
        ("07", '"TC-"@', "TC-07"),
    ],
)
def test_a_number_is_read_as_it_is_shown(tmp_path: Path, value: Value, code: str, text: str) -> None:
    """The format of a cell decides what its number says."""
    assert cell(tmp_path, MadeCell(value, code)).text == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("14", "31/03/2027"),
        ("15", "31-Mar-27"),
        ("16", "31-Mar"),
        ("17", "Mar-27"),
        ("mmm yyyy", "Mar 2027"),
        ("mmmm", "March"),
        ("dd.mm.yyyy", "31.03.2027"),
        ("yyyy-mm-dd", "2027-03-31"),
        ("[$-809]d mmmm yyyy;@", "31 March 2027"),
        ("[$-F800]dddd, mmmm dd, yyyy", "31 March 2027"),
        ('ddd dd/mm/yy "at" hh:mm', "Wed 31/03/27 at 00:00"),
        (r"dd\ mmm\ yyyy", "31 Mar 2027"),
    ],
)
def test_a_date_is_shown_in_its_format_and_is_a_date(tmp_path: Path, code: str, text: str) -> None:
    """The words are those on the screen, in the United Kingdom where the format depends on the country."""
    found = cell(tmp_path, MadeCell(date(2027, 3, 31), code))
    assert (found.text, found.day) == (text, date(2027, 3, 31))


@pytest.mark.parametrize(
    ("value", "code", "text"), [(1.5, "[h]:mm", "36:00"), (0.75, "h:mm AM/PM", "6:00 PM"), (0.5, "21", "12:00:00")]
)
def test_a_time_is_no_date(tmp_path: Path, value: float, code: str, text: str) -> None:
    """Hours and minutes alone have no day."""
    found = cell(tmp_path, MadeCell(value, code))
    assert (found.text, found.day) == (text, None)


def test_the_day_that_never_was_is_a_number(tmp_path: Path) -> None:
    """Excel counts a 29 February 1900, which no calendar has."""
    assert cell(tmp_path, MadeCell(60, "14")) == cell(tmp_path, MadeCell(60))
    assert cell(tmp_path, MadeCell(61, "14")).day == date(1900, 3, 1)
    assert cell(tmp_path, MadeCell(59, "14")).day == date(1900, 2, 28)


def test_a_workbook_can_count_from_1904(tmp_path: Path) -> None:
    """Workbooks that began on a Macintosh have other numbers for the same days."""
    path = make_workbook(tmp_path / "plan.xlsx", MadeSheet([[MadeCell(45016, "14")]]), is_1904=True)
    assert only_table(read_excel(path)).rows[0].cells[0].day == date(2027, 4, 1)


def test_an_id_that_became_a_date_is_seen_to_be_one(tmp_path: Path) -> None:
    """1.1 typed into Excel is the first of January; the text is what is shown, and `day` says what it is."""
    table = read(tmp_path, [MadeCell(date(2026, 1, 1), "16")], [1.2], [1.3])
    assert texts(table) == [["01-Jan"], ["1.2"], ["1.3"]]
    assert [row.cells[0].day for row in table.rows] == [date(2026, 1, 1), None, None]


def test_truth_and_errors_are_words(tmp_path: Path) -> None:
    """TRUE and FALSE are what Excel shows; an error is told."""
    document = read_excel(
        make_workbook(tmp_path / "plan.xlsx", MadeSheet([[True, False, MadeCell(xml="<v>#REF!</v>", kind="e")]]))
    )
    assert texts(only_table(document)) == [["TRUE", "FALSE", "#REF!"]]
    assert [(one.message, one.place.cell) for one in document.remarks] == [
        ("C1 of the sheet “Plan”: a formula that ends in an error", "C1")
    ]


def test_a_date_can_be_written_as_text_of_a_date(tmp_path: Path) -> None:
    """Strict workbooks write a day as 2027-03-31."""
    found = cell(tmp_path, MadeCell(code="mmm yyyy", xml="<v>2027-03-31T00:00:00</v>", kind="d"))
    assert (found.text, found.day) == ("Mar 2027", date(2027, 3, 31))


def test_a_formula_is_its_stored_result(tmp_path: Path) -> None:
    """Nothing is calculated; a formula whose result is not in the file is empty, and told."""
    row = [MadeCell(3, formula="1+2"), MadeCell("High", formula='"Hi"&"gh"'), MadeCell(formula="NOW()")]
    document = read_excel(make_workbook(tmp_path / "plan.xlsx", MadeSheet([["a", "b", "c"], row])))
    assert texts(only_table(document))[1][:2] == ["3", "High"]
    assert "".join(texts(only_table(document))[1][2:]) == ""
    assert [(one.place.cell, "without its result" in one.message) for one in document.remarks] == [("C2", True)]


def test_rich_text_keeps_what_is_struck_out_apart(tmp_path: Path) -> None:
    """Words that are struck out are not in the text, and not lost."""
    runs = (
        "<is><r><t>Finish by </t></r><r><rPr><strike/></rPr><t>March</t></r>"
        "<r><rPr/><t xml:space='preserve'> May</t></r></is>"
    )
    found = paragraph(cell(tmp_path, MadeCell(xml=runs, kind="inlineStr")))
    assert (found.text, found.struck) == ("Finish by May", ("March",))


def test_a_whole_cell_can_be_struck_out(tmp_path: Path) -> None:
    """The font of a cell strikes out all its words."""
    found = paragraph(cell(tmp_path, MadeCell("Appoint a lead", is_struck=True)))
    assert (found.text, found.struck) == ("", ("Appoint a lead",))


def test_the_font_of_a_cell_is_kept(tmp_path: Path) -> None:
    """Bold and coloured words are known; black is the usual colour."""
    assert paragraph(cell(tmp_path, MadeCell("Owner", is_bold=True))).is_bold
    assert paragraph(cell(tmp_path, MadeCell("Owner", colour="C00000"))).colour == "c00000"
    assert paragraph(cell(tmp_path, MadeCell("Owner", colour="000000"))).colour == ""


def test_a_line_of_a_cell_is_a_paragraph(tmp_path: Path) -> None:
    """Lines within a cell are paragraphs; a typed bullet is the mark of an item, and not a part of its text."""
    found = cell(tmp_path, "Head of Skills\n\n• HR\r\n- Estates\n-5 degrees")
    assert found.text == "Head of Skills\nHR\nEstates\n-5 degrees"
    marks = [(one.number, one.depth) for one in found.blocks if isinstance(one, Paragraph)]
    assert marks == [("", 0), ("•", 1), ("-", 1), ("", 0)]


def test_shared_strings_are_looked_up(tmp_path: Path) -> None:
    """Most programs write each text once, with its spoken form for Japanese, and characters by their number."""
    strings = "<sst><si><t>High</t><rPh><t>hai</t></rPh></si><si><r><t>Low_x000D_\nest</t></r></si></sst>"
    row = [MadeCell(xml=f"<v>{number}</v>", kind="s") for number in (1, 0, 7)]
    path = make_workbook(tmp_path / "plan.xlsx", MadeSheet([row]), parts={"xl/sharedStrings.xml": strings})
    assert texts(only_table(read_excel(path))) == [["Low\nest", "High"]]


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        ("00B050", "00b050"),
        ("FFFFFF", ""),
        ('indexed="10"', "ff0000"),
        ('theme="6"', "9bbb59"),
        ('theme="0" tint="-0.25"', "bfbfbf"),
        ('theme="4" tint="0.6"', "b9cde5"),
        ('theme="99"', ""),
        ('rgb="nonsense"', ""),
    ],
)
def test_the_colour_of_a_cell_is_what_the_eye_sees(tmp_path: Path, fill: str, colour: str) -> None:
    """A colour is a value, a number of the palette, or one of the theme with a tint."""
    assert cell(tmp_path, MadeCell("On track", fill=fill)).fill == colour


def test_the_theme_of_the_workbook_counts(tmp_path: Path) -> None:
    """Its file has dark before light; cells count light first."""
    theme = (
        '<theme><clrScheme><dk1><sysClr val="windowText" lastClr="111111"/></dk1><lt1><srgbClr val="EEEEEE"/></lt1>'
        '<accent1><srgbClr val="00B050"/></accent1></clrScheme></theme>'
    )
    rows = [[MadeCell("a", fill='theme="0"'), MadeCell("b", fill='theme="1"'), MadeCell("c", fill='theme="4"')]]
    path = make_workbook(tmp_path / "plan.xlsx", MadeSheet(rows), parts={"xl/theme/theme1.xml": theme})
    assert [one.fill for one in only_table(read_excel(path)).rows[0].cells] == ["eeeeee", "111111", "00b050"]


def test_a_coloured_cell_without_words_counts(tmp_path: Path) -> None:
    """A RAG column often holds colours alone."""
    table = read(tmp_path, ["Action", "RAG"], ["Appoint a lead", MadeCell(fill="FF0000")])
    assert table.rows[1].cells[1].fill == "ff0000"


def test_a_merged_cell_spans_what_is_shown(tmp_path: Path) -> None:
    """A merged cell counts the rows and columns that are read: neither gaps nor hidden columns."""
    rows: list[list[Value | MadeCell]] = [
        ["Career", None, None, None],
        ["1", "hidden", "Appoint", "2027"],
        [None],
        [],
        [],
        [None, None, "Consult", "2028"],
    ]
    document = read_excel(
        make_workbook(tmp_path / "p.xlsx", MadeSheet(rows, merges=["A1:D1", "A2:A6"], hidden_columns=[2]))
    )
    table = only_table(document)
    assert [(one.text, one.columns, one.rows) for one in table.rows[0].cells] == [("Career", 3, 1)]
    assert [(one.text, one.rows) for one in table.rows[1].cells] == [("1", 3), ("Appoint", 1), ("2027", 1)]
    assert texts(table)[2:] == [[], ["Consult", "2028"]]
    assert [one.message for one in document.remarks] == [
        "column B (“hidden”) of the sheet “Plan” is hidden and was not read"
    ]


def test_a_filter_hides_nothing_of_a_plan(tmp_path: Path) -> None:
    """Rows that a filter hides are read and marked; the first row of its area is a header."""
    document = read_excel(
        make_workbook(tmp_path / "p.xlsx", MadeSheet([["Action"], ["One"], ["Two"]], filtered="A1:A3", hidden_rows=[2]))
    )
    table = only_table(document)
    assert [(row.cells[0].text, row.is_hidden) for row in table.rows] == [
        ("Action", False),
        ("One", True),
        ("Two", False),
    ]
    assert [row.cells[0].is_header for row in table.rows] == [True, False, False]
    assert document.remarks == ()
    document = read_excel(
        make_workbook(tmp_path / "p.xlsx", MadeSheet([["Action"], ["One"], ["Two"]], table="A1:A3", hidden_rows=[2]))
    )
    assert [row.is_hidden for row in only_table(document).rows] == [False, True, False]
    assert document.remarks == ()


def test_rows_hidden_by_hand_are_read_and_told(tmp_path: Path) -> None:
    """Nobody knows why they are hidden, so they are neither lost nor passed over in silence."""
    document = read_excel(
        make_workbook(tmp_path / "p.xlsx", MadeSheet([["One"], ["Two"], ["Three"]], hidden_rows=[2, 3]))
    )
    assert len(only_table(document).rows) == 3
    assert [one.message for one in document.remarks] == [
        "rows 2, 3 of the sheet “Plan” are hidden, but not by a filter: read as part of the plan"
    ]


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    """Lists for drop-downs, and old copies, are in hidden sheets; the others come in their order."""
    sheets = [MadeSheet([["a"]], "2025"), MadeSheet([["b"]], "Lists", state="veryHidden"), MadeSheet([["c"]], "2026")]
    document = read_excel(make_workbook(tmp_path / "p.xlsx", *sheets))
    assert [(one.name, one.is_sheet) for one in document.blocks if isinstance(one, SourceTable)] == [
        ("2025", True),
        ("2026", True),
    ]
    assert [one.message for one in document.remarks] == ["the sheet “Lists” is hidden and was not read"]


def test_colours_given_by_a_rule_are_told(tmp_path: Path) -> None:
    """Conditional formatting is not calculated."""
    document = read_excel(make_workbook(tmp_path / "p.xlsx", MadeSheet([["a"]], rules=["D5:D60 F5:F60"])))
    assert [one.message for one in document.remarks] == [
        "D5:D60, F5:F60 of the sheet “Plan”: colours that a rule gives (conditional formatting) are not read"
    ]


def test_comments_hang_on_their_cells(tmp_path: Path) -> None:
    """A thread counts once, though Excel writes its words a second time; a comment on an empty cell is not lost."""
    rows: list[list[Value | MadeCell]] = [
        [MadeCell("One", note="Ann:\nagreed in May"), MadeCell("Two", note="[Threaded comment] old")],
        [],
        [None, None, MadeCell(note="why?")],
    ]
    table = read(tmp_path, *rows, threads={"B1": "moved to June"})
    assert [paragraph(one).notes for one in table.rows[0].cells] == [("Ann: agreed in May",), ("moved to June",)]
    assert paragraph(table.rows[2].cells[2]).notes == ("why?",)


def test_links_are_kept_and_never_followed(tmp_path: Path) -> None:
    """A link is its words and its address."""
    found = cell(tmp_path, MadeCell("Minutes", link="https://example.ac.uk/minutes", colour='theme="10"'))
    assert paragraph(found).links == (SourceLink("Minutes", "https://example.ac.uk/minutes"),)
    assert paragraph(found).colour == ""


def test_text_boxes_stand_where_they_are_drawn(tmp_path: Path) -> None:
    """A box above rows is a row before them; one beside rows, or below all, is read after the sheet."""
    rows: list[list[Value | MadeCell]] = [[], [], ["Action"], ["One"], [], [], ["Two"]]
    boxes = {7: ["Key", "", "green: on track"], 1: ["Recognition"], 5: ["Visibility", "and more"], 12: ["Notes"]}
    document = read_excel(make_workbook(tmp_path / "p.xlsx", MadeSheet(rows, boxes=boxes)))
    table, *after = document.blocks
    assert isinstance(table, SourceTable)
    assert texts(table) == [["Recognition"], ["Action"], ["One"], [], ["Visibility\nand more"], ["Two"]]
    assert table.rows[0].cells[0].place.part == "text box 2 of sheet Plan"
    assert [one.text for one in after if isinstance(one, Paragraph)] == ["Key", "green: on track", "Notes"]


def test_rows_printed_on_each_page_are_headers(tmp_path: Path) -> None:
    """So is the first row of a table."""
    table = read(tmp_path, ["Plan"], ["Action"], ["One"], repeated="1:2")
    assert [row.is_header for row in table.rows] == [True, True, False]
    table = read(tmp_path, ["Plan"], ["Action"], ["One"], table="A2:A3")
    assert [row.cells[0].is_header for row in table.rows] == [False, True, False]


def test_every_cell_knows_its_place(tmp_path: Path) -> None:
    """Places are those of the sheet, whatever is left out."""
    table = read(tmp_path, [], [], [None, None, "a"], name="2025")
    assert table.rows[0].cells[0].place == ("sheet 2025", 3, 3, "C3", 0)


def test_a_strict_workbook_is_read_alike(tmp_path: Path) -> None:
    """Its XML has other names for the same."""
    sheet = MadeSheet([[MadeCell("Minutes", link="https://example.ac.uk")]], merges=["A1:B1"])
    usual = read_excel(make_workbook(tmp_path / "p.xlsx", sheet))
    assert read_excel(make_workbook(tmp_path / "p.xlsx", sheet, is_strict=True)) == usual


def test_rows_and_cells_without_numbers_are_counted(tmp_path: Path) -> None:
    """Some programs leave the names of cells out, or write prefixes."""
    xml = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row>"
        "</x:sheetData></x:worksheet>"
    )
    path = make_workbook(tmp_path / "p.xlsx", MadeSheet([[]]), parts={"xl/worksheets/sheet1.xml": xml})
    assert texts(only_table(read_excel(path))) == [["1", "2"], ["3"]]


def test_the_title_in_the_properties_is_the_title(tmp_path: Path) -> None:
    """What the workbook calls itself is kept."""
    path = make_workbook(tmp_path / "p.xlsx", MadeSheet([["a"]]), title="Action plan")
    assert read_excel(path).title == "Action plan"


def test_a_sheet_without_cells_is_told(tmp_path: Path) -> None:
    """A sheet of a chart, or one whose part is missing."""
    relations = '<R><Relationship Id="rId1" Type="x/chartsheet" Target="worksheets/sheet1.xml"/></R>'
    document = read_excel(
        make_workbook(tmp_path / "p.xlsx", MadeSheet([["a"]]), parts={"xl/_rels/workbook.xml.rels": relations})
    )
    assert [one.message for one in document.remarks] == [
        "the sheet “Plan” has no cells, or is not in the file, and was not read"
    ]


def test_parts_that_nobody_names_are_found_by_their_usual_names(tmp_path: Path) -> None:
    """Some programs forget to name the shared strings."""
    relations = '<R><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></R>'
    parts = {"xl/_rels/workbook.xml.rels": relations, "xl/sharedStrings.xml": "<sst><si><t>High</t></si></sst>"}
    row = [MadeCell(xml="<v>0</v>", kind="s", fill="FF0000")]
    found = only_table(read_excel(make_workbook(tmp_path / "p.xlsx", MadeSheet([row]), parts=parts))).rows[0].cells[0]
    assert (found.text, found.fill) == ("High", "ff0000")


def test_an_empty_workbook_holds_nothing(tmp_path: Path) -> None:
    """A sheet of looks alone is no table."""
    assert read_excel(make_workbook(tmp_path / "p.xlsx", MadeSheet([[MadeCell(fill="FF0000")]]))).blocks == ()


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"_rels/.rels": "<Relationships/>", "xl/workbook.xml": "<a"}, "damaged"),
        ({"xl/workbook.xml": "<document/>"}, "not an Excel workbook"),
        (
            {
                "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></R>',
                "xl/workbook.bin": "",
            },
            ".xlsb",
        ),
    ],
)
def test_what_is_no_workbook_is_one_sentence(tmp_path: Path, parts: dict[str, str], words: str) -> None:
    """A file that cannot be read says what it is."""
    with pytest.raises(UnreadableError, match=words):
        read_excel(make_workbook(tmp_path / "p.xlsx", MadeSheet([["a"]]), parts=parts))


def only_table(document: SourceDocument) -> SourceTable:
    """The table of a document that has one."""
    (table,) = (block for block in document.blocks if isinstance(block, SourceTable))
    return table


def test_no_row_is_made_of_colours_alone(tmp_path: Path) -> None:
    """Very many rows with borders and colours are no rows of a plan; of a gap one row is kept."""
    coloured: list[list[Value | MadeCell]] = [[MadeCell(fill="FFFF00")]] * 5
    assert read(tmp_path, ["a"], *coloured, ["b"]).rows[1] == SourceRow(())
