"""A text is paragraphs, headings, items and tables, by the marks that people type."""

from pathlib import Path

import pytest

from tcplan.importing.document import Block, Paragraph, SourceLink, SourceTable
from tcplan.importing.readers.text.reader import read_text


def read(path: Path, text: str) -> tuple[Block, ...]:
    """The blocks of a text."""
    file = path / "plan.txt"
    file.write_bytes(text.encode())
    return read_text(file).blocks


def shapes(path: Path, text: str) -> list[tuple[str, int, int, str]]:
    """The words of paragraphs with the level of headings, the depth and number of items."""
    return [(one.text, one.heading, one.depth, one.number) for one in read(path, text) if isinstance(one, Paragraph)]


def words(path: Path, text: str) -> list[str]:
    """The words of each paragraph."""
    return [one for one, *_ in shapes(path, text)]


def tables(path: Path, text: str) -> list[list[list[str]]]:
    """The words of each table, row by row."""
    return [
        [[cell.text for cell in row.cells] for row in one.rows]
        for one in read(path, text)
        if isinstance(one, SourceTable)
    ]


def test_a_line_is_a_paragraph(tmp_path: Path) -> None:
    """With its number in the file; blank lines and new pages are none."""
    found = read(tmp_path, "Plan\r\n\r\n\fVisibility\nWe will show who they are.\n")
    assert [(one.text, one.place.line) for one in found if isinstance(one, Paragraph)] == [
        ("Plan", 1),
        ("Visibility", 4),
        ("We will show who they are.", 5),
    ]


def test_lines_that_an_editor_broke_are_one_paragraph(tmp_path: Path) -> None:
    """Where most lines end because the next word had no room, the ends say nothing."""
    text = (
        "Technicians at this university are integral to all that it does, and\n"
        "this plan says what we will do in the next three years so that their\n"
        "work is seen, recognised and sustained by the whole of the community\n"
        "in which they work.\n\n- Appoint a lead for technical staff in each of the faculties, who\n"
        "  speaks for them and\n- Consult\n"
    )
    assert [one[:20] for one in words(tmp_path, text)] == ["Technicians at this ", "Appoint a lead for t", "Consult"]
    assert words(tmp_path, "Appoint a lead for technical staff\nOwner: HR\nDue: 2026\nConsult\nOwner: HR\n")[1:3] == [
        "Owner: HR",
        "Due: 2026",
    ]


def test_rows_with_tabs_are_a_table(tmp_path: Path) -> None:
    """Empty cells keep their place, those at the end are none."""
    text = "Visibility\nOutcome\tAction\tDue\nSeen\tTell all\t2026\n\tShow\t\t\n\nRecognition\nOutcome\tAction\nA\tB\n"
    assert tables(tmp_path, text) == [
        [["Outcome", "Action", "Due"], ["Seen", "Tell all", "2026"], ["", "Show"]],
        [["Outcome", "Action"], ["A", "B"]],
    ]
    first = next(one for one in read(tmp_path, text) if isinstance(one, SourceTable))
    assert first.rows[1].cells[2].place == ("table 1", 2, 3, "", 0)


def test_blank_lines_between_rows_do_not_end_a_table(tmp_path: Path) -> None:
    """If the rows have as many cells, and more than two."""
    assert len(tables(tmp_path, "a\tb\tc\n\n1\t2\t3\n\n4\t5\t6\n")) == 1
    assert len(tables(tmp_path, "a\tb\n\nc\td\n")) == 2


def test_a_line_between_rows_is_a_title_row(tmp_path: Path) -> None:
    """If no blank line parts it from them, and the rows have more than two cells."""
    rows = [["No", "Action", "Owner"], ["Visibility"], ["1", "Appoint", "HR"], ["Recognition"], ["2", "Consult", "HR"]]
    assert tables(tmp_path, "\n".join(map("\t".join, rows))) == [rows]
    assert len(tables(tmp_path, "a\tb\tc\n\nVisibility\nd\te\tf")) == 2
    assert len(tables(tmp_path, "a\tb\nVisibility\nd\te")) == 2


def test_a_quoted_cell_may_have_several_lines(tmp_path: Path) -> None:
    """A spreadsheet program writes it in quotation marks; one that is never closed is a letter like any other."""
    assert tables(tmp_path, 'Action\tOwner\n"Say ""yes""\nand mean it"\tHR\nAct\tHR') == [
        [["Action", "Owner"], ['Say "yes"\nand mean it', "HR"], ["Act", "HR"]]
    ]
    assert tables(tmp_path, 'Action\tOwner\n"Appoint\tHR\nAct\tHR')[0][1:] == [['"Appoint', "HR"], ["Act", "HR"]]


def test_tags_in_a_cell_are_paragraphs(tmp_path: Path) -> None:
    """Some tables come with the tags of a page in their cells; a sign for less is none."""
    text = 'Why\tAction\n<p>First.</p> <p>"Second" in <i>italics</i></p>\tAct if cost < 5 & > 2\n<ul style="x"> One\tb'
    assert tables(tmp_path, text)[0][1:] == [['First.\n"Second" in italics', "Act if cost < 5 & > 2"], ["One", "b"]]


def test_headings_of_markdown(tmp_path: Path) -> None:
    """By signs before them, or a line below; a hash without a blank is none."""
    text = "# Plan\n## Career ##\n#TechsCommit\nVisibility\n----------\nPlan\n=====\n\n---\n"
    assert shapes(tmp_path, text) == [
        ("Plan", 1, 0, ""),
        ("Career", 2, 0, ""),
        ("#TechsCommit", 0, 0, ""),
        ("Visibility", 2, 0, ""),
        ("Plan", 1, 0, ""),
    ]


def test_bullets_have_a_depth(tmp_path: Path) -> None:
    """By how far they begin from the left; it begins anew below a heading."""
    text = "  • One\n     o Two\n\n     o Three\n  • Four\n# Five\n\t- Six\n\t\t- Seven\n•\tEight\n"
    assert shapes(tmp_path, text) == [
        ("One", 0, 1, "•"),
        ("Two", 0, 2, "o"),
        ("Three", 0, 2, "o"),
        ("Four", 0, 1, "•"),
        ("Five", 1, 0, ""),
        ("Six", 0, 1, "-"),
        ("Seven", 0, 2, "-"),
        ("Eight", 0, 1, "•"),
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("• ", "o "),
        ("·\t", "o\t"),
        ("•\t", "– "),
        ("- ", "* "),
        ("1. ", "- "),
        ("1) ", "a) "),
        ("    • ", "    ◦ "),
        ("    ● ", "        ○ "),
        ("- ", "\t- "),
        ("* ", "  * "),
    ],
)
def test_items_with_another_mark_are_below_those_before(tmp_path: Path, upper: str, lower: str) -> None:
    """Word and other programs write the items of all depths at the left edge, each depth with its own mark."""
    second, third = upper.replace("1", "2"), upper.replace("1", "3")
    text = f"{upper}Publish\n{lower}Draft\n{lower.replace('a', 'b')}Agree\n{second}Run\n{lower}Ask\n{third}Open\n"
    assert [(one, depth) for one, _, depth, _ in shapes(tmp_path, text)] == [
        ("Publish", 1),
        ("Draft", 2),
        ("Agree", 2),
        ("Run", 1),
        ("Ask", 2),
        ("Open", 1),
    ]


def test_marks_of_one_kind_are_of_one_depth(tmp_path: Path) -> None:
    """A hyphen here and a dash there, or bullets of two sizes, are what hands and programs mix."""
    assert {depth for _, _, depth, _ in shapes(tmp_path, "- One\n– Two\n— Three\n- Four\n")} == {1}
    assert {depth for _, _, depth, _ in shapes(tmp_path, "• One\n● Two\n· Three\n")} == {1}


@pytest.mark.parametrize(
    "text",
    [
        "1.1  {}\n     staff\n     Lead: HR\n1.2  {}\n     University House\n     Lead: HR\n1.3  Publish\n",
        "1.1 {}\nstaff\n\n1.2 {}\nUniversity House\n\n1.3 Publish\n",
        "• {}\n  staff\n• {}\n  University House\n• Publish\n",
        "TC-01 {}\n      staff\n      Due: 2026\nTC-02 {}\n      University House\nTC-03 Publish\n",
        "1) {}\n   staff\n2) {}\n   University House\n3) Publish\n",
    ],
)
def test_the_rest_of_a_numbered_line_belongs_to_it(tmp_path: Path, text: str) -> None:
    """Short or capitalised, moved to the right or not: the first word of it had no room above."""
    first = "Start a lecture given each year by a member of technical"
    text = text.format(first, "Create a visual identity for the whole community of")
    ends = ("technical staff", "community of University House")
    assert sum(one.endswith(ends) for one in words(tmp_path, text)) == len(ends)


def test_lines_below_a_numbered_one_that_had_room_are_lines(tmp_path: Path) -> None:
    """Who and when below an action are no rest of its title."""
    text = "1.1 Start a lecture by technical staff\n    HR\n    June 2026\n1.2 Publish\n    Estates\n    May 2027\n"
    assert "HR" in words(tmp_path, text)
    assert "May 2027" in words(tmp_path, text)


def test_numbers_of_a_list_are_marks_and_ids_are_words(tmp_path: Path) -> None:
    """A number that stands alone, or has several parts, may be an id: it stays."""
    text = "1. Career\n\n1.1.2 Create a group\n1.1.3 Consult\n\n1. One\n2. Two\n  a) Three\n  b) Four\n"
    assert shapes(tmp_path, text) == [
        ("1. Career", 0, 0, ""),
        ("1.1.2 Create a group", 0, 0, ""),
        ("1.1.3 Consult", 0, 0, ""),
        ("One", 0, 1, "1."),
        ("Two", 0, 1, "2."),
        ("Three", 0, 2, "a)"),
        ("Four", 0, 2, "b)"),
    ]


def test_a_number_and_a_tab_are_the_mark_of_an_item(tmp_path: Path) -> None:
    """Word writes its automatic numbers so; beside other rows they are cells."""
    assert shapes(tmp_path, "1.\tCareer\n1.1\tCreate\n\tmore\n") == [
        ("Career", 0, 1, "1."),
        ("Create", 0, 1, "1.1"),
        ("more", 0, 0, ""),
    ]
    assert tables(tmp_path, "No\tAction\n1\tCreate\n") == [[["No", "Action"], ["1", "Create"]]]


@pytest.mark.parametrize(
    "text",
    [
        "| Action | Owner |\n|---|:--:|\n| One \\| two | HR<br>Estates |\n",
        "Action | Owner\n--- | ---\nOne \\| two | HR<br>Estates\n",
        "| Action | Owner |\n| :--- | - |\n| **One \\| two** | HR<br/>Estates |",
        "+----+----+\n| Action | Owner |\n+====+====+\n| One \\| two | HR |\n|  | Estates |\n+-----+----+",
    ],
)
def test_tables_of_markdown(tmp_path: Path, text: str) -> None:
    """Bars between cells; what stands above the dashes is the header."""
    (table,) = read(tmp_path, f"Plan:\n\n{text}\n\nEnd")[1:-1]
    assert isinstance(table, SourceTable)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Action", "Owner"],
        ["One | two", "HR\nEstates"],
    ]
    assert [row.is_header for row in table.rows] == [True, False]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("*Italics* and **bold** and _more_", "Italics and bold and more"),
        ("**all *of* it**", "all of it"),
        ("***Questions?***", "Questions?"),
        ("2 * 3 * 4 and a_b_c and __init__", "2 * 3 * 4 and a_b_c and init"),
        (r"1\. not \*a list\*", "1. not *a list*"),
        ("See [the minutes](https://example.ac.uk/m) and [top](#top)", "See the minutes and top"),
        ("<https://example.ac.uk>", "https://example.ac.uk"),
        ("> A quotation", "A quotation"),
        ("By ~~March~~ May", "By May"),
    ],
)
def test_marks_of_emphasis_are_no_words(tmp_path: Path, text: str, plain: str) -> None:
    """What is left is what a reader of the page sees."""
    assert words(tmp_path, text) == [plain]


def test_what_marks_say_is_kept(tmp_path: Path) -> None:
    """Bold lines, struck-out words and links; bold words may go over two lines."""
    found = read(tmp_path, "**Northmoor\nUniversity**\n\nBy ~~March~~ [May](https://example.ac.uk)\n")
    one, two = (block for block in found if isinstance(block, Paragraph))
    assert (one.text, one.is_bold) == ("Northmoor University", True)
    assert (two.struck, two.links) == (("March",), (SourceLink("May", "https://example.ac.uk"),))
