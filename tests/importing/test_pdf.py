"""A PDF file is read as the document that it shows: paragraphs, headings, lists and tables, with where they are."""

import random
from pathlib import Path

import pytest

pytest.importorskip("pdfminer", reason="the extra `pdf` is not installed")

from importing.making.pdf import MadePage, TableFlow, make_pdf, text_width, wrap

from tcplan.importing.document import Block, Paragraph, SourceDocument, SourceLink, SourceTable, paragraphs_in
from tcplan.importing.readers.pdf.reader import read_pdf

RED, AMBER, WHITE = (1.0, 0.0, 0.0), (1.0, 0.75, 0.0), (1.0, 1.0, 1.0)

HEADER = ["No.", "Action", "Owner", "Timeline"]
ROWS = [
    [
        "1.1",
        "Set up a working group that reviews the pathway and reports to the committee each term.",
        "HR",
        "12 months",
    ],
    ["1.2", "Publish the criteria for promotion", "Deans", "24 months"],
    ["2.1", "Open the training catalogue to all technical staff and tell them of it.", "HR", "36 months"],
]
WIDTHS = [40, 200, 80, 80]


def read(folder: Path, *pages: MadePage, **about: str) -> SourceDocument:
    """The document of some pages."""
    return read_pdf(make_pdf(folder / "plan.pdf", *pages, **about))


def tables(document: SourceDocument) -> list[SourceTable]:
    """The tables of a document."""
    return [block for block in document.blocks if isinstance(block, SourceTable)]


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """The paragraphs outside of tables."""
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def rows_of(table: SourceTable) -> list[list[str]]:
    """The words of a table, row by row."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def prose(  # noqa: PLR0913 - all that a text needs
    page: MadePage, text: str, top: float = 80, *, x: float = 60, width: float = 400, size: float = 10
) -> float:
    """Write a text as a program breaks it; where it ends."""
    for line in wrap(text, width, size):
        page.text(x, top, line, size)
        top += size * 1.2
    return top


def draw(*rows: list[str], **about: object) -> list[MadePage]:
    """Draw a table."""
    return TableFlow(WIDTHS, **about).draw([HEADER, *rows])  # type: ignore[arg-type]


LONG = (
    "The steering group meets each term and looks at every action of the plan, and asks its owner for a report that "
    "says what was done, what comes next and what stands in the way. "
)


def test_lines_of_a_paragraph_are_joined(tmp_path: Path) -> None:
    """What the edge of the page broke is one paragraph, and the next paragraph is another."""
    page = MadePage()
    below = prose(page, (LONG * 2).strip(), width=430)
    prose(page, "Deans are asked.", below)
    assert texts(read(tmp_path, page).blocks) == [(LONG * 2).strip(), "Deans are asked."]


@pytest.mark.parametrize(
    "marks", [("a)", "b)"), ("1.", "2."), ("(i)", "(ii)"), ("3)", "4)"), ("(c)", "(d)"), ("iv)", "v)")]
)
def test_marks_that_follow_each_other_begin_items(tmp_path: Path, marks: tuple[str, str]) -> None:
    """Also where the line before them had no room for another word."""
    title = "Publicise good examples of it in papers"
    width = text_width(title) + 12
    cell = "\n".join([title, *(f"{mark} scope agreed" for mark in marks)])
    pages = TableFlow([40, width, 80]).draw([["No.", "Action", "Owner"], ["1", cell, "HR"]])
    (table,) = tables(read(tmp_path, *pages))
    lines = [one.text for one in paragraphs_in(table.rows[1].cells[1].blocks)]
    assert [line.removeprefix(f"{mark} ") for line, mark in zip(lines[1:], marks, strict=True)] == ["scope agreed"] * 2
    assert lines[0] == title


def test_one_mark_alone_may_be_in_the_middle_of_a_sentence(tmp_path: Path) -> None:
    """No other line begins with the one before it or after it."""
    title = "Publicise the good examples of phase"
    width = text_width(title) + 12
    pages = TableFlow([40, width, 80]).draw([["No.", "Action", "Owner"], ["1", f"{title}\n2. of it in papers", "HR"]])
    (table,) = tables(read(tmp_path, *pages))
    assert rows_of(table)[1][1] == f"{title} 2. of it in papers"


def test_lines_that_a_person_broke_stay_apart(tmp_path: Path) -> None:
    """A line whose end has room for the next word was broken on purpose."""
    page = MadePage()
    prose(page, "Deans\nHeads of department\n" + LONG.strip())
    assert texts(read(tmp_path, page).blocks) == ["Deans", "Heads of department", LONG.strip()]


def test_a_table_is_read_by_its_lines(tmp_path: Path) -> None:
    """Cells keep their words, and their places are those of the page and its table."""
    (table,) = tables(read(tmp_path, *draw(*ROWS)))
    assert rows_of(table) == [HEADER, *ROWS]
    place = table.rows[2].cells[1].place
    assert (place.part, place.row, place.column) == ("page 1, table 1", 3, 2)


def test_a_table_without_lines_is_read_by_its_columns(tmp_path: Path) -> None:
    """Words that stand below each other in columns are a table, with rows that the gaps between them tell apart."""
    (table,) = tables(read(tmp_path, *draw(*ROWS, has_rules=False, gap=8)))
    assert rows_of(table) == [HEADER, *ROWS]


def test_a_table_without_lines_and_gaps_is_read_by_its_first_column(tmp_path: Path) -> None:
    """Where nothing is between rows, a row begins where the first column does."""
    short = [["1.1", "Publish", "HR", "2026"], ["1.2", "Train", "Deans", "2027"], ["1.3", "Report", "HR", "2028"]]
    pages = TableFlow([60, 140, 100, 80], has_rules=False, gap=-8).draw([HEADER, *short])
    (table,) = tables(read(tmp_path, *pages))
    assert rows_of(table) == [HEADER, *short]


def test_a_table_with_level_lines_only(tmp_path: Path) -> None:
    """Lines between rows and none between columns: the columns are where no word is."""
    flow = TableFlow(WIDTHS, has_rules=False)
    page = flow.draw([])
    flow.pages = page or [MadePage()]
    flow.y = 60
    for number, row in enumerate([HEADER, *ROWS]):
        flow.pages[0].line(40, flow.y, 440, flow.y)
        flow._draw_row(number, row, [])  # noqa: SLF001 - lines between the rows
    flow.pages[0].line(40, flow.y, 440, flow.y)
    (table,) = tables(read(tmp_path, *flow.pages))
    assert rows_of(table) == [HEADER, *ROWS]


def test_a_table_of_coloured_areas(tmp_path: Path) -> None:
    """Cells that touch each other as areas of colour are a table without any line."""
    fills = {(row, column): (0.9, 0.9, 1.0) if row % 2 else (0.8, 1.0, 0.8) for row in range(4) for column in range(4)}
    (table,) = tables(read(tmp_path, *draw(*ROWS, has_rules=False, fills=fills)))
    assert rows_of(table) == [HEADER, *ROWS]


def test_cells_have_the_colour_of_their_ground(tmp_path: Path) -> None:
    """A rectangle behind a cell is its colour; a white one is none."""
    fills = {(1, 3): RED, (2, 3): AMBER, (3, 3): WHITE}
    (table,) = tables(read(tmp_path, *draw(*ROWS, fills=fills)))
    assert [row.cells[3].fill for row in table.rows] == ["", "ff0000", "ffbf00", ""]


def test_cells_without_a_line_between_them_are_one(tmp_path: Path) -> None:
    """A title over all columns spans them, and a cell over two rows spans those."""
    page = MadePage()
    page.frame(40, 60, 340, 80)
    page.text(44, 64, "Pillar 1: Visibility")
    page.frame(40, 80, 140, 120)
    page.text(44, 84, "Objective")
    for top in (80, 100):
        page.frame(140, top, 240, top + 20)
        page.frame(240, top, 340, top + 20)
        page.text(144, top + 4, f"Action {top}")
        page.text(244, top + 4, f"Owner {top}")
    (table,) = tables(read(tmp_path, page))
    assert [(cell.columns, cell.rows) for cell in table.rows[0].cells] == [(3, 1)]
    assert [(cell.text, cell.rows) for cell in table.rows[1].cells] == [
        ("Objective", 2),
        ("Action 80", 1),
        ("Owner 80", 1),
    ]
    assert [cell.text for cell in table.rows[2].cells] == ["Action 100", "Owner 100"]
    assert table.rows[2].before == 1


def test_a_frame_around_a_text_is_no_table(tmp_path: Path) -> None:
    """One box with words in it is a text."""
    page = MadePage()
    page.frame(40, 60, 500, 200)
    prose(page, LONG.strip())
    document = read(tmp_path, page)
    assert (tables(document), texts(document.blocks)) == ([], [LONG.strip()])


@pytest.mark.parametrize("bottom", [150, 170, 190, 215, 240, 300])
@pytest.mark.parametrize("header", [0, 1])
def test_a_table_over_pages_is_one_table(tmp_path: Path, bottom: float, header: int) -> None:
    """Wherever pages end, rows that they cut are whole, and a header that is repeated is there once."""
    rows = [[number, LONG + words, owner, due] for number, words, owner, due in ROWS]
    pages = draw(*rows, bottom=bottom, header=header)
    assert len(pages) > 1
    (table,) = tables(read(tmp_path, *pages))
    assert rows_of(table) == [HEADER, *rows]
    assert [row.is_header for row in table.rows] == [bool(header), False, False, False]


def test_a_row_of_the_next_page_is_not_a_rest(tmp_path: Path) -> None:
    """A page that ends between two rows cuts none."""
    many = [[f"1.{number}", f"Action number {number}", "HR", f"{number} months"] for number in range(1, 80)]
    pages = draw(*many, header=1)
    assert len(pages) > 2
    (table,) = tables(read(tmp_path, *pages))
    assert rows_of(table) == [HEADER, *many]


def test_steps_below_an_action_are_rows_of_their_own(tmp_path: Path) -> None:
    """Rows whose first cells are empty by intention are not rests of the row before."""
    many = [["1.1" if not number % 9 else "", f"Step {number} of it", "HR", f"May {number}"] for number in range(80)]
    (table,) = tables(read(tmp_path, *draw(*many, header=1)))
    assert rows_of(table) == [HEADER, *many]


def test_two_tables_with_the_same_columns_and_other_headers_are_two(tmp_path: Path) -> None:
    """A page that begins with a coloured header of its own begins a table of its own."""
    fills = {(0, column): (0.2, 0.4, 0.8) for column in range(4)}
    first = TableFlow(WIDTHS, fills=fills).draw([HEADER, *ROWS])
    second = TableFlow(WIDTHS, fills=fills).draw([["Ref", "Outcome", "Lead", "RAG"], *ROWS])
    assert [rows_of(table)[0] for table in tables(read(tmp_path, *first, *second))] == [
        HEADER,
        ["Ref", "Outcome", "Lead", "RAG"],
    ]


def test_headings_have_levels_by_size_and_weight(tmp_path: Path) -> None:
    """The largest is the first level; bold words of the size of the text are the last."""
    page = MadePage()
    page.text(60, 60, "Action plan", 20, font="Helvetica-Bold")
    page.text(60, 100, "Career development", 14, font="Helvetica-Bold")
    page.text(60, 130, "Pathways", 10, font="Helvetica-Bold")
    prose(page, LONG * 3, 150)
    page.text(60, 250, "Visibility", 14, font="Helvetica-Bold")
    prose(page, LONG * 3, 280)
    found = [block for block in read(tmp_path, page).blocks if isinstance(block, Paragraph) and block.heading]
    assert [(one.text, one.heading) for one in found] == [
        ("Action plan", 1),
        ("Career development", 2),
        ("Pathways", 3),
        ("Visibility", 2),
    ]


def test_items_have_their_mark_and_depth(tmp_path: Path) -> None:
    """Bullets, numbers and letters are marks; what begins further right is deeper."""
    page = MadePage()
    items = [
        (60, "•", LONG.strip()),
        (80, "–", "Inner item"),
        (80, "–", "Another"),
        (60, "•", "Last"),
        (60, "1.", "One"),
    ]
    top: float = 60
    for x, mark, words in items:
        page.text(x, top, mark)
        top = prose(page, words, top, x=x + 14)
    found = [block for block in read(tmp_path, page).blocks if isinstance(block, Paragraph)]
    assert [(one.number, one.depth, one.text) for one in found] == [
        ("•", 1, LONG.strip()),
        ("–", 2, "Inner item"),
        ("–", 2, "Another"),
        ("•", 1, "Last"),
        ("1.", 1, "One"),
    ]


def test_a_list_goes_on_over_the_end_of_a_page(tmp_path: Path) -> None:
    """The depth of its items is the same there, whatever item the next page begins with."""
    first, second = MadePage(), MadePage()
    first.text(60, 80, "• Publish the directory")
    first.text(80, 100, "• Find a lead")
    second.text(80, 80, "• Agree a timetable")
    second.text(60, 100, "• Open the awards")
    blocks = read(tmp_path, first, second).blocks
    assert [(one.text, one.depth) for one in blocks if isinstance(one, Paragraph)] == [
        ("Publish the directory", 1),
        ("Find a lead", 2),
        ("Agree a timetable", 2),
        ("Open the awards", 1),
    ]


def test_running_headers_and_page_numbers_are_left_out_and_told(tmp_path: Path) -> None:
    """What is at the same place of each page is not part of the text; it is told once."""
    pages = []
    for number in (1, 2, 3):
        page = MadePage()
        page.text(60, 20, "Northmoor action plan")
        prose(page, f"{LONG}Page of text with the number {number}.", 100)
        page.text(400, 570, f"Page {number} of 3")
        pages.append(page)
    document = read(tmp_path, *pages)
    assert not any("Northmoor" in text or "of 3" in text for text in texts(document.blocks))
    assert len(texts(document.blocks)) == 3
    (remark,) = document.remarks
    assert "“Northmoor action plan”" in remark.message


def test_a_hyphen_at_the_end_of_a_line(tmp_path: Path) -> None:
    """It goes where the joined word is in the document, and stays where it is not."""
    page = MadePage()
    page.text(60, 80, "The technicians of the institute are asked what they think, and tech-")
    page.text(60, 92, "nicians who answer are thanked; this is about well-")
    page.text(60, 104, "being.")
    (text,) = texts(read(tmp_path, page).blocks)[:1]
    assert "and technicians who answer" in text
    assert "well-being." in " ".join(texts(read(tmp_path, page).blocks))


def test_a_word_that_a_narrow_column_cut(tmp_path: Path) -> None:
    """A word that is wider than its column is whole again."""
    pages = TableFlow([40, 200, 60]).draw([["No.", "Action", "Accountability"], ["1", "Publish", "HR"]])
    assert wrap("Accountability", 52) != ["Accountability"]
    (table,) = tables(read(tmp_path, *pages))
    assert rows_of(table)[0] == ["No.", "Action", "Accountability"]


def test_a_word_that_a_narrow_column_cuts_many_times(tmp_path: Path) -> None:
    """Its end is seen often, at the start of lines alone: it is no word for that."""
    many = [[f"{number}", f"Action {number}", "Marketing and Communications", "May 2026"] for number in range(5)]
    pages = TableFlow([40, 200, 70, 80]).draw([HEADER, *many])
    (table,) = tables(read(tmp_path, *pages))
    assert rows_of(table) == [HEADER, *many]


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Sustainabi", "lity"),
        ("contributi", "on"),
        ("representa", "tives"),
        ("acknowled", "gement"),
        ("responsibil", "ities"),
        ("Developm", "ent"),
        ("commissi", "oned"),
    ],
)
def test_a_word_is_cut_at_the_edge_of_a_narrow_column(tmp_path: Path, first: str, rest: str) -> None:
    """Though it stands nowhere else in the document: one half ends or begins as no word does."""
    width = text_width(first) + 10
    pages = TableFlow([40, width, 200]).draw(
        [["No.", "Title", "Action"], ["1", first + rest, "Publish a list of posts"]]
    )
    assert wrap(first + rest, width - 8) == [first, rest]
    (table,) = tables(read(tmp_path, *pages))
    assert rows_of(table)[1] == ["1", first + rest, "Publish a list of posts"]


@pytest.mark.parametrize(
    ("first", "rest"),
    [("alumni", "network"), ("technical", "staff"), ("agenda", "items"), ("posts", "on"), ("annual", "reviews")],
)
def test_two_words_in_a_narrow_column_stay_two(tmp_path: Path, first: str, rest: str) -> None:
    """A full line may end with a whole word."""
    width = text_width(first) + 9
    pages = TableFlow([40, width, 200]).draw(
        [["No.", "Title", "Action"], ["1", f"{first} {rest}", "Publish"], ["2", rest, "Hold a day"]]
    )
    (table,) = tables(read(tmp_path, *pages))
    assert rows_of(table)[1][1] == f"{first} {rest}"


def test_letters_that_are_set_apart_are_words(tmp_path: Path) -> None:
    """Space between letters does not take words apart, and blanks between words stay."""
    page = MadePage()
    page.text(60, 60, "CAREER DEVELOPMENT", 12, about="4 Tc")
    page.text(60, 100, "T E C H N I C I A N")
    prose(page, "Each technician has a say. " + LONG, 130)
    assert texts(read(tmp_path, page).blocks)[:2] == ["CAREER DEVELOPMENT", "TECHNICIAN"]


def test_words_with_a_gap_after_their_first_letter(tmp_path: Path) -> None:
    """A gap that a program left by its spacing is no blank, where the whole word is in the document."""
    page = MadePage()
    page.text(60, 60, "T")
    page.text(60 + text_width("T") + 2.2, 60, "echnicians are heard")
    prose(page, "All Technicians are heard. " + LONG, 100)
    assert texts(read(tmp_path, page).blocks)[0] == "Technicians are heard"


@pytest.mark.parametrize("turn", [90, 270])
def test_words_on_their_side_are_read_in_their_direction(tmp_path: Path, turn: int) -> None:
    """A header that is turned is read along its line, in both directions."""
    page = MadePage()
    page.frame(40, 60, 80, 200)
    page.frame(80, 60, 300, 200)
    page.frame(40, 200, 80, 240)
    page.frame(80, 200, 300, 240)
    start = 190 if turn == 90 else 70
    for number, words in enumerate(["Success", "measure"]):
        x = 54 + 14 * number if turn == 90 else 66 - 14 * number
        page.text(x, start, words, turn=turn)
    page.text(84, 70, "Action")
    page.text(44, 210, "5")
    page.text(84, 210, "Publish")
    (table,) = tables(read(tmp_path, page))
    assert [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows] == [
        ["Success measure", "Action"],
        ["5", "Publish"],
    ]


def test_two_columns_of_text_are_read_one_after_the_other(tmp_path: Path) -> None:
    """A page like one of a newspaper is read down its left column and then down its right one."""
    page = MadePage(width=595, height=842)
    page.text(50, 40, "A heading over both columns", 18)
    left = " ".join(f"Left sentence number {number} goes on for a while here." for number in range(12))
    right = " ".join(f"Right sentence number {number} is of another length altogether, it is." for number in range(12))
    prose(page, left, 80, x=50, width=230)
    prose(page, right, 80, x=310, width=230)
    assert texts(read(tmp_path, page).blocks) == ["A heading over both columns", left, right]


def test_struck_words_are_out_and_told(tmp_path: Path) -> None:
    """A thin line through the middle of words strikes them out; one below them does not."""
    page = MadePage()
    page.text(60, 80, "Publish the report")
    end = 60 + text_width("Publish the report")
    page.line(60 + text_width("Publish "), 87, 60 + text_width("Publish the"), 87)
    page.line(60, 91, end, 91)
    (paragraph,) = paragraphs_in(read(tmp_path, page).blocks)
    assert (paragraph.text, paragraph.struck) == ("Publish report", ("the",))


def test_links_keep_their_address(tmp_path: Path) -> None:
    """An area with an address is a link of the words that it covers."""
    page = MadePage()
    page.text(60, 80, "See our page for it")
    start, end = 60 + text_width("See "), 60 + text_width("See our page")
    page.link(start - 1, 78, end + 1, 92, "https://example.ac.uk/technicians")
    (paragraph,) = paragraphs_in(read(tmp_path, page).blocks)
    assert paragraph.links == (SourceLink("our page", "https://example.ac.uk/technicians"),)


def test_words_have_their_colour_and_weight(tmp_path: Path) -> None:
    """A paragraph of one colour has it; black and greys are none."""
    page = MadePage()
    page.text(60, 60, "Red words", about="1 0 0 rg")
    page.text(60, 90, "Grey words", about="0.3 g")
    page.text(60, 120, "Bold words", font="Helvetica-Bold")
    found = list(paragraphs_in(read(tmp_path, page).blocks))
    assert [(one.colour, one.is_bold) for one in found] == [("ff0000", False), ("", False), ("", True)]


def test_a_table_in_a_cell(tmp_path: Path) -> None:
    """A table inside of a cell is part of that cell."""
    page = MadePage()
    for x0, x1 in ((40, 140), (140, 500)):
        page.frame(x0, 60, x1, 160)
    page.text(44, 64, "Action")
    for number in range(2):
        page.frame(160, 90 + 20 * number, 260, 110 + 20 * number)
        page.frame(260, 90 + 20 * number, 360, 110 + 20 * number)
        page.text(164, 94 + 20 * number, f"Step {number}")
        page.text(264, 94 + 20 * number, f"Owner {number}")
    (table,) = tables(read(tmp_path, page))
    (inner,) = table.rows[0].cells[1].blocks
    assert isinstance(inner, SourceTable)
    assert rows_of(inner) == [["Step 0", "Owner 0"], ["Step 1", "Owner 1"]]


def test_the_title_and_the_progress(tmp_path: Path) -> None:
    """The title in the properties is the title, and each page is told."""
    seen: list[tuple[int, int]] = []
    path = make_pdf(tmp_path / "plan.pdf", *draw(*ROWS), *draw(*ROWS), info="/Title (Plan of Northmoor)")
    assert read_pdf(path, lambda done, total: seen.append((done, total))).title == "Plan of Northmoor"
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.parametrize("seed", range(12))
def test_wherever_pages_end_nothing_is_lost(tmp_path: Path, seed: int) -> None:
    """Random tables over random pages: the rows that were drawn are the rows that are read."""
    chance = random.Random(seed)
    words = [
        "staff",
        "plan",
        "review",
        "technical",
        "group",
        "pathway",
        "report",
        "training",
        "budget",
        "term",
        "visible",
    ]

    def sentence(least: int, most: int) -> str:
        return " ".join(chance.choices(words, k=chance.randint(least, most))).capitalize() + "."

    rows = [
        [f"{number // 5 + 1}.{number % 5 + 1}", sentence(4, 60), sentence(2, 6), f"{chance.randint(1, 36)} months"]
        for number in range(25)
    ]
    widths = [40, chance.randint(120, 260), chance.randint(90, 160), 80]
    flow = TableFlow(widths, bottom=chance.randint(300, 540), header=chance.choice([0, 1]))
    pages = flow.draw([HEADER, *rows])
    (table,) = tables(read(tmp_path, *pages))
    assert rows_of(table) == [HEADER, *rows]


def test_a_sentence_that_goes_on_over_the_page(tmp_path: Path) -> None:
    """A paragraph that a page cuts is one paragraph; where a sentence ends, the next page begins another."""
    first, second, third = MadePage(), MadePage(), MadePage()
    prose(first, "The technicians are asked each spring what they want to see in the plan, and their", 480)
    prose(second, "answers are read.", 60)
    prose(third, "Another paragraph begins here.", 60)
    whole = "The technicians are asked each spring what they want to see in the plan, and their answers are read."
    assert texts(read(tmp_path, first, second, third).blocks) == [whole, "Another paragraph begins here."]


def test_a_table_in_bands_of_colour(tmp_path: Path) -> None:
    """Every other row on a ground, and no line between columns."""
    flow = TableFlow(WIDTHS, has_rules=False)
    flow.pages, flow.y = [MadePage()], 60
    tops = []
    for number, row in enumerate([HEADER, *ROWS, *ROWS[:2]]):
        tops.append(flow.y)
        flow._draw_row(number, row, [])  # noqa: SLF001 - the grounds come before the words
    tops.append(flow.y)
    words, flow.pages[0].operators = flow.pages[0].operators, []
    for number in (0, 2, 4):
        flow.pages[0].area(40, tops[number], 440, tops[number + 1], (0.8, 0.85, 0.95))
    flow.pages[0].operators += words
    (table,) = tables(read(tmp_path, *flow.pages))
    assert rows_of(table) == [HEADER, *ROWS, *ROWS[:2]]
    assert [row.cells[0].fill for row in table.rows[:3]] == ["ccd9f2", "", "ccd9f2"]


@pytest.mark.parametrize("bottom", [230, 300, 380, 540])
@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("header", [0, 1])
def test_a_table_of_coloured_cells_in_every_other_row(tmp_path: Path, bottom: float, first: int, header: int) -> None:
    """The rows between them have no ground and no lines, and are rows as well, on whatever page they are."""
    many = [
        [f"{number}", f"Action {number}: {LONG}", "Head of Technical Services", f"May 20{number}"]
        for number in range(9)
    ]
    fills = {(row, column): (0.8, 0.85, 0.95) for row in range(first, 10, 2) for column in range(4)}
    pages = draw(*many, bottom=bottom, header=header, has_rules=False, fills=fills)
    (table,) = tables(read(tmp_path, *pages))
    assert [[words.replace("\n", " ").strip() for words in row] for row in rows_of(table)] == [
        [words.strip() for words in row] for row in [HEADER, *many]
    ]
    assert [bool(row.cells[0].fill) for row in table.rows] == [row % 2 == first for row in range(10)]


def test_a_heading_between_two_tables_of_coloured_cells(tmp_path: Path) -> None:
    """It belongs to neither; the header that stands alone at the end of a page begins the table of the next."""
    page, after = MadePage(), MadePage()
    for top in (70, 100):
        page.line(40, top, 440, top)
    for top in (250, 280):
        page.line(40, top, 440, top)
    for x, words in zip((44, 84, 284, 364), HEADER, strict=True):
        page.text(x, 78, words)
        page.text(x, 258, words)
    page.text(44, 220, "Recognition", 14)
    for number, (on, top) in enumerate([(page, 100), (page, 140), (page, 180), (after, 60), (after, 100)]):
        if number % 2 == 0 or on is after:
            for x0, x1 in ((40, 80), (80, 280), (280, 360), (360, 440)):
                on.area(x0, top, x1, top + 30, (0.8, 0.85, 0.95))
        for x, words in zip((44, 84, 284, 364), (f"{number}", f"Action {number}", "Estates", "May 2026"), strict=True):
            on.text(x, top + 8, words)
    found = tables(read(tmp_path, page, after))
    assert [[row[1] for row in rows_of(table)] for table in found] == [
        ["Action", "Action 0", "Action 1", "Action 2"],
        ["Action", "Action 3", "Action 4"],
    ]


def test_a_table_whose_top_and_bottom_a_page_cut_off(tmp_path: Path) -> None:
    """Only its left and right sides are drawn on the next page: its columns are those of the page before."""
    first = draw(*ROWS)[0]
    second = MadePage()
    for x in (40, 440):
        second.line(x, 60, x, 160)
    second.text(84, 64, "and the committee answers in the summer.")
    (table,) = tables(read(tmp_path, first, second))
    rest = ROWS[-1][1] + "\nand the committee answers in the summer."
    assert [cell.text for cell in table.rows[-1].cells] in (
        [ROWS[-1][0], rest, *ROWS[-1][2:]],
        [ROWS[-1][0], rest.replace("\n", " "), *ROWS[-1][2:]],
    )


def test_a_bold_line_ends_where_its_weight_does(tmp_path: Path) -> None:
    """A heading that takes the whole line is not joined with the text below it."""
    page = MadePage()
    page.text(60, 60, "Train committee members from technical teams", font="Helvetica-Bold")
    page.text(60, 72, "Lead: HROD, and all heads of the schools")
    assert texts(read(tmp_path, page).blocks) == [
        "Train committee members from technical teams",
        "Lead: HROD, and all heads of the schools",
    ]


def test_numbered_lines_stay_apart(tmp_path: Path) -> None:
    """Lines that each begin with an id are paragraphs, however long they are."""
    page = MadePage()
    lines = ["1.1.1 Publish a directory of all of the staff", "1.1.2 Hold an open day in all of the workshops"]
    for number, words in enumerate(lines):
        page.text(60, 60 + 12 * number, words)
    assert texts(read(tmp_path, page).blocks) == lines
