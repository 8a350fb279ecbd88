"""Tables of a Word document: rows and cells in the grid, spans, fills, and what is deleted."""

from pathlib import Path

import pytest
from importing.making.word import (
    NAMESPACES,
    cell,
    control,
    heading,
    paragraph,
    row,
    rows_of,
    run,
    style,
    table,
    text_box,
    write_word,
)

from tcplan.importing.document import Paragraph, SourcePlace, SourceTable
from tcplan.importing.readers.word.document import read_word

THEME = f"""<?xml version="1.0"?><a:theme {NAMESPACES}><a:themeElements><a:clrScheme name="x">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:accent1><a:srgbClr val="FF0000"/></a:accent1>
</a:clrScheme></a:themeElements></a:theme>"""


def only_table(folder: Path, *blocks: str, styles: str = "") -> SourceTable:
    """The first table of a Word file with these blocks."""
    document = read_word(write_word(folder / "plan.docx", *blocks, styles=styles, parts={"theme": THEME}))
    return next(block for block in document.blocks if isinstance(block, SourceTable))


def grid(read: SourceTable) -> list[list[tuple[str, int, int, int]]]:
    """The text, column and spans of each cell."""
    return [[(one.text, one.place.column, one.columns, one.rows) for one in line.cells] for line in read.rows]


def fills(read: SourceTable) -> list[list[str]]:
    """The fill of each cell."""
    return [[one.fill for one in line.cells] for line in read.rows]


def test_cells_have_their_place(tmp_path: Path) -> None:
    """Tables, rows and columns are counted from 1, as a person counts them; paragraphs in cells have their place."""
    made = [table(row("x")), table(row("a", cell("b", "c")), row("d", "e"))]
    document = read_word(write_word(tmp_path / "plan.docx", *made))
    second = document.blocks[1]
    assert isinstance(second, SourceTable)
    assert second.place == SourcePlace("table 2")
    assert second.rows[1].cells[1].place == SourcePlace("table 2", 2, 2)
    assert [one.place for one in second.rows[0].cells[1].blocks] == [SourcePlace("table 2", 1, 2)] * 2


def test_paragraphs_outside_of_tables_are_counted(tmp_path: Path) -> None:
    """The place of a paragraph is its number among those that say something."""
    made = [paragraph("a"), paragraph(), table(row("x")), paragraph("b")]
    document = read_word(write_word(tmp_path / "plan.docx", *made))
    assert [one.place for one in document.blocks if isinstance(one, Paragraph)] == [
        SourcePlace(line=1),
        SourcePlace(line=2),
    ]


def test_cells_span_columns_and_rows(tmp_path: Path) -> None:
    """A merged cell spans what it covers; the cells below it are no cells."""
    made = table(
        row(cell("1", merged="restart"), cell("a", columns=2)),
        row(cell(merged="continue"), "b", "c"),
        row(cell(properties="<w:vMerge/>"), "d", "e"),
        row(cell("2", merged="restart"), "f", "g"),
    )
    assert grid(only_table(tmp_path, made)) == [
        [("1", 1, 1, 3), ("a", 2, 2, 1)],
        [("b", 2, 1, 1), ("c", 3, 1, 1)],
        [("d", 2, 1, 1), ("e", 3, 1, 1)],
        [("2", 1, 1, 1), ("f", 2, 1, 1), ("g", 3, 1, 1)],
    ]


def test_a_merge_that_is_not_accepted_yet_counts(tmp_path: Path) -> None:
    """Cells that are merged as a tracked change are merged."""
    begin, go_on = (f'<w:cellMerge w:id="1" w:author="x" w:vMerge="{kind}"/>' for kind in ("rest", "cont"))
    made = table(row(cell("a", properties=begin), "b"), row(cell(properties=go_on), "c"))
    assert grid(only_table(tmp_path, made)) == [[("a", 1, 1, 2), ("b", 2, 1, 1)], [("c", 2, 1, 1)]]


def test_words_in_the_hidden_part_of_a_merged_cell_are_not_lost(tmp_path: Path) -> None:
    """What a program has left below a merged cell belongs to it; a part without a beginning is a cell."""
    made = table(row(cell("a", merged="restart")), row(cell("b", merged="continue")))
    assert grid(only_table(tmp_path, made)) == [[("a\nb", 1, 1, 2)], []]
    made = table(row(cell("a")), row(cell("b", merged="continue")), row(cell(merged="continue")))
    assert grid(only_table(tmp_path, made)) == [[("a", 1, 1, 1)], [("b", 1, 1, 2)], []]


def test_cells_merged_in_the_old_way_span_columns(tmp_path: Path) -> None:
    """Old files mark cells as parts of the one before."""
    restart, go_on = ('<w:hMerge w:val="restart"/>', "<w:hMerge/>")
    made = table(row(cell("a", properties=restart), cell(properties=go_on), "b"))
    assert grid(only_table(tmp_path, made)) == [[("a", 1, 2, 1), ("b", 3, 1, 1)]]


def test_rows_can_begin_late(tmp_path: Path) -> None:
    """A row that begins late says by how many columns."""
    read = only_table(tmp_path, table(row("a", "b"), row("c", before=1)))
    assert [line.before for line in read.rows] == [0, 1]
    assert grid(read)[1] == [("c", 2, 1, 1)]


def test_borders_that_are_a_hair_apart_are_one(tmp_path: Path) -> None:
    """A column of the grid that is narrow, and no cell anywhere, is a border that is out of line."""
    made = table(
        row("a", cell("b", columns=2), cell("c", merged="restart")),
        row("d", "e", cell("f", columns=2, merged="continue")),
        row(cell("g", columns=2), "h", before=1),
    )
    grid_of = '<w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="{}"/><w:gridCol w:w="3000"/>'
    equal = '<w:gridCol w:w="2250"/>' * 4
    assert equal in made
    hair, wide = (made.replace(equal, grid_of.format(width)) for width in (20, 2000))
    assert grid(only_table(tmp_path, hair)) == [
        [("a", 1, 1, 1), ("b", 2, 1, 1), ("c\nf", 3, 1, 2)],
        [("d", 1, 1, 1), ("e", 2, 1, 1)],
        [("g", 2, 1, 1), ("h", 3, 1, 1)],
    ]
    assert grid(only_table(tmp_path, wide))[2] == [("g", 2, 2, 1), ("h", 4, 1, 1)]
    narrow_cell = hair.replace("</w:tr></w:tbl>", "</w:tr>" + row("i", "j", "k", "l") + "</w:tbl>")
    assert grid(only_table(tmp_path, narrow_cell))[3] == [
        ("i", 1, 1, 1),
        ("j", 2, 1, 1),
        ("k", 3, 1, 1),
        ("l", 4, 1, 1),
    ]


def test_a_row_that_is_a_hair_late_is_not_late(tmp_path: Path) -> None:
    """A left border that is out of line does not make a row begin late; widths that say nothing change nothing."""
    made = table(row(cell("a", columns=2), "b"), row("c", "d", before=1))
    grid_of = '<w:gridCol w:w="100"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/>'
    late = made.replace('<w:gridCol w:w="3000"/>' * 3, grid_of)
    read = only_table(tmp_path, late)
    assert [line.before for line in read.rows] == [0, 0]
    assert grid(read) == [[("a", 1, 1, 1), ("b", 2, 1, 1)], [("c", 1, 1, 1), ("d", 2, 1, 1)]]
    same = made.replace('<w:gridCol w:w="3000"/>' * 3, '<w:gridCol w:w="100"/>' * 3)
    assert [line.before for line in only_table(tmp_path, same).rows] == [0, 1]


def test_spans_are_never_wider_than_word_allows(tmp_path: Path) -> None:
    """A span of millions of columns is as wide as a table can be."""
    read = only_table(tmp_path, table(row(cell("a", columns=10_000_000)), row("b", before=10_000_000)))
    assert (read.rows[0].cells[0].columns, read.rows[1].before) == (63, 63)


def test_header_rows_are_known(tmp_path: Path) -> None:
    """A row that is repeated on each page is a header, and so are its cells."""
    read = only_table(tmp_path, rows_of(("Action", "Lead"), ("Appoint", "HR")))
    assert [(line.is_header, line.cells[0].is_header) for line in read.rows] == [(True, True), (False, False)]


def test_deleted_rows_and_cells_are_out_and_told(tmp_path: Path) -> None:
    """A row that is marked as deleted is not read, and its place is told; an inserted one is read."""
    made = table(
        row("a", cell("gone", properties="<w:cellDel/>"), "b"),
        row("gone", "gone", properties="<w:del/>"),
        row("c", "d", properties="<w:ins/>"),
    )
    document = read_word(write_word(tmp_path / "plan.docx", made, table(row("gone", properties="<w:del/>"))))
    (read,) = document.blocks
    assert isinstance(read, SourceTable)
    assert grid(read) == [[("a", 1, 1, 1), ("b", 2, 1, 1)], [("c", 1, 1, 1), ("d", 2, 1, 1)]]
    assert [one.place for one in document.remarks] == [SourcePlace("table 1", 2), SourcePlace("table 2", 1)]
    assert read.rows[1].cells[0].place.row == 3


def test_a_merged_cell_grows_over_a_deleted_row(tmp_path: Path) -> None:
    """A merged cell spans the rows that are read."""
    made = table(
        row(cell("1", merged="restart"), "a"),
        row(cell(merged="continue"), "gone", properties="<w:del/>"),
        row(cell(merged="continue"), "b"),
    )
    assert grid(only_table(tmp_path, made)) == [[("1", 1, 1, 2), ("a", 2, 1, 1)], [("b", 2, 1, 1)]]


def test_a_table_in_a_cell_is_a_block_of_it(tmp_path: Path) -> None:
    """Steps can be a table within the cell of their action."""
    outer = only_table(tmp_path, table(row(cell("before", table(row("x", "y")), "after"), "z")), table(row("w")))
    before, inner, after = outer.rows[0].cells[0].blocks
    assert isinstance(inner, SourceTable)
    assert inner.place == SourcePlace("table 2")
    assert grid(inner) == [[("x", 1, 1, 1), ("y", 2, 1, 1)]]
    assert [one.text for one in (before, after) if isinstance(one, Paragraph)] == ["before", "after"]


def test_headings_and_text_boxes_in_cells_are_read(tmp_path: Path) -> None:
    """A whole plan can stand in a layout table."""
    read = only_table(tmp_path, table(row(cell(heading("Pillar"), paragraph("text", text_box(paragraph("box")))))))
    first, second, third = (one for one in read.rows[0].cells[0].blocks if isinstance(one, Paragraph))
    assert (first.heading, second.text, third.text, third.place.part) == (1, "text", "box", "text box 1")


def test_controls_around_rows_and_cells_are_seen_through(tmp_path: Path) -> None:
    """A row or a cell can be within a content control."""
    made = table(control(row(control(cell("a")), "b")), row(control(cell("Choose an item."), is_prompt=True), "c"))
    assert grid(only_table(tmp_path, made)) == [[("a", 1, 1, 1), ("b", 2, 1, 1)], [("", 1, 1, 1), ("c", 2, 1, 1)]]


def test_the_name_of_a_table_is_its_title(tmp_path: Path) -> None:
    """The title in the properties of a table names it."""
    assert only_table(tmp_path, table(row("a"), properties='<w:tblCaption w:val="Pillar 1"/>')).name == "Pillar 1"


@pytest.mark.parametrize(
    ("shading", "fill"),
    [
        ('w:val="clear" w:fill="FF0000"', "ff0000"),
        ('w:val="clear" w:fill="auto"', ""),
        ('w:val="clear" w:fill="FFFFFF"', ""),
        ('w:val="solid" w:color="00B050" w:fill="auto"', "00b050"),
        ('w:val="pct50" w:color="000000" w:fill="FFFFFF"', "808080"),
        ('w:val="clear" w:fill="E2EFD9" w:themeFill="accent6" w:themeFillTint="33"', "e2efd9"),
        ('w:val="clear" w:fill="auto" w:themeFill="accent6" w:themeFillShade="BF"', "538135"),
        ('w:val="clear" w:fill="auto" w:themeFill="accent6"', "70ad47"),
        ('w:val="clear" w:fill="auto" w:themeFill="background1"', ""),
        ('w:val="clear" w:fill="ABCDEF" w:themeFill="accent5"', "abcdef"),
        ('w:val="clear" w:fill="red"', ""),
    ],
)
def test_a_fill_is_read_however_it_is_written(tmp_path: Path, shading: str, fill: str) -> None:
    """A fill is `rrggbb`, a colour of the theme with a tint or shade, or a pattern; white and none are none."""
    made = table(row(cell("a", properties=f"<w:shd {shading}/>")))
    assert fills(only_table(tmp_path, made)) == [[fill]]


def test_what_colours_the_whole_cell_counts_as_its_fill(tmp_path: Path) -> None:
    """Highlighted words, shaded words and paragraphs, and a coloured dot fill the cell if nothing else does."""
    red = '<w:shd w:val="clear" w:fill="FF0000"/>'
    dot = '<w:r><w:rPr><w:color w:val="00B050"/></w:rPr><w:sym w:font="Wingdings" w:char="F06C"/></w:r>'
    made = table(
        row(
            cell(run("a", '<w:highlight w:val="yellow"/>')),
            cell(run("a", red), run(" ")),
            cell(paragraph("a", properties=red), paragraph("b", properties=red)),
            cell(paragraph(dot)),
            cell(paragraph(dot, " On track")),
            cell(paragraph("a", style="Filled")),
        ),
        row(
            cell(paragraph("a", run("b", red))),
            cell(paragraph("a", properties=red), "b"),
            cell(paragraph(run("a", '<w:color w:val="FF0000"/>'))),
            cell(paragraph(dot, dot.replace("00B050", "FF0000"))),
            cell(run("a", red), fill="00FF00"),
        ),
    )
    styles = style("Filled", f"<w:pPr>{red}</w:pPr>")
    assert fills(only_table(tmp_path, made, styles=styles)) == [
        ["ffff00", "ff0000", "ff0000", "00b050", "00b050", "ff0000"],
        ["", "", "", "", "00ff00"],
    ]


@pytest.mark.parametrize("look", ['w:val="00A0"', 'w:firstRow="1" w:firstColumn="1"'])
def test_the_style_of_a_table_fills_its_edges(tmp_path: Path, look: str) -> None:
    """The header row and the first column can have a fill from the style; stripes say nothing."""
    conditions = {"firstRow": "111111", "firstCol": "222222", "lastRow": "333333", "band1Horz": "444444"}
    inner = "".join(
        f'<w:tblStylePr w:type="{name}"><w:tcPr><w:shd w:val="clear" w:fill="{fill}"/></w:tcPr></w:tblStylePr>'
        for name, fill in conditions.items()
    )
    styles = style("Base", inner, kind="table") + style("Plan", kind="table", based_on="Base")
    properties = f'<w:tblStyle w:val="Plan"/><w:tblLook {look}/>'
    made = table(row("a", "b"), row("c", cell("d", fill="FF0000")), row("e", "f"), properties=properties)
    assert fills(only_table(tmp_path, made, styles=styles)) == [["111111"] * 2, ["222222", "ff0000"], ["222222", ""]]
