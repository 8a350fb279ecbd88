"""Bullets of PDF files that are drawn instead of written, as browsers print them."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

pytest.importorskip("pdfminer", reason="the extra `pdf` is not installed")

from importing.making.pdf import FONTS, MadePage, make_pdf, wrap

from tcplan.importing.document import Paragraph, SourceTable
from tcplan.importing.readers.pdf.reader import read_pdf

ITEMS: Final = [
    "Offer writing workshops (Health and Safety, by December 2028)",
    "Introduce an annual award for technical excellence, with a prize that the deans give away at the summer party",
    "Publish a page of successes",
    "Review the reward scheme so that technical roles are eligible for it, and say so in each letter that is sent out",
    "Run a photo competition",
]
Draw = Callable[[MadePage, float, float], None]


def disc(page: MadePage, x: float, top: float) -> None:
    """A filled disc before a text that begins at `x`."""
    page.dot(x - 9, top + 4, 3)


def ring(page: MadePage, x: float, top: float) -> None:
    """A ring, as the second level of a list has it."""
    page.dot(x - 9, top + 4, 3, is_filled=False)


def square(page: MadePage, x: float, top: float) -> None:
    """A square, as the third level of a list has it."""
    page.area(x - 9, top + 4, x - 5.8, top + 7.2, (0, 0, 0))


def large_disc(page: MadePage, x: float, top: float) -> None:
    """A disc as high as small letters."""
    page.dot(x - 14, top + 3, 5)


def far_disc(page: MadePage, x: float, top: float) -> None:
    """A disc well left of its text."""
    page.dot(x - 21, top + 4, 3)


def coloured_square(page: MadePage, x: float, top: float) -> None:
    """A square in the colour of a university."""
    page.area(x - 10, top + 4, x - 6, top + 8, (0.1, 0.3, 0.6))


MARKS: Final[list[Draw]] = [disc, ring, square, large_disc, far_disc, coloured_square]


def draw_items(page: MadePage, x: float, top: float, mark: Draw, width: float = 300) -> None:
    """Draw the items below each other, without a blank between them; their lines hang."""
    for item in ITEMS:
        mark(page, x, top)
        for line in wrap(item, width):
            page.text(x, top, line)
            top += 12


@pytest.mark.parametrize("mark", MARKS)
def test_each_drawn_bullet_begins_an_item(tmp_path: Path, mark: Draw) -> None:
    """Whatever shape it has, and however short the line before it is."""
    page = MadePage(595, 842)
    page.text(40, 50, "Recognition", 16, font=FONTS[1])
    draw_items(page, 64, 80, mark)
    document = read_pdf(make_pdf(tmp_path / "plan.pdf", page))
    found = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert [one.text for one in found] == ["Recognition", *ITEMS]
    assert [one.number for one in found] == ["", *["•"] * len(ITEMS)]


@pytest.mark.parametrize("mark", MARKS)
def test_an_item_further_to_the_right_is_below_the_one_before(tmp_path: Path, mark: Draw) -> None:
    """Its bullet says so."""
    page = MadePage(595, 842)
    for at, (x, item) in enumerate(((64, ITEMS[0]), (94, ITEMS[2]), (94, ITEMS[4]), (64, ITEMS[2]))):
        mark(page, x, 80 + at * 12)
        page.text(x, 80 + at * 12, item)
    found = [one for one in read_pdf(make_pdf(tmp_path / "plan.pdf", page)).blocks if isinstance(one, Paragraph)]
    assert [one.depth for one in found] == [1, 2, 2, 1]


@pytest.mark.parametrize("mark", [disc, ring, square, large_disc, coloured_square])
def test_a_list_in_a_cell_has_its_items(tmp_path: Path, mark: Draw) -> None:
    """The words of the cell on its left are no hindrance."""
    page = MadePage(595, 842)
    for x0, x1 in ((40, 140), (140, 460)):
        page.frame(x0, 60, x1, 80)
        page.frame(x0, 80, x1, 180)
    page.text(44, 64, "Theme")
    page.text(144, 64, "Actions")
    page.text(44, 84, "Development now")
    draw_items(page, 164, 84, mark, width=291)
    (table,) = [one for one in read_pdf(make_pdf(tmp_path / "plan.pdf", page)).blocks if isinstance(one, SourceTable)]
    cell = table.rows[1].cells[1]
    assert [one.text for one in cell.blocks if isinstance(one, Paragraph)] == ITEMS


def test_shapes_that_stand_before_no_text_are_no_bullets(tmp_path: Path) -> None:
    """Dots of a chart, dots after words, dots above and below a line, and dots before a written bullet."""
    page = MadePage(595, 842)
    page.text(64, 80, "Technicians by year")
    page.dot(166, 84, 3)
    page.dot(55, 70, 3)
    page.dot(55, 95, 3)
    for at in range(30):
        page.dot(60 + 9 * at, 200 + at * 5 % 40, 3)
    page.text(64, 300, "\u2022 A bullet of its own")
    page.dot(58, 304, 3)
    found = [one for one in read_pdf(make_pdf(tmp_path / "plan.pdf", page)).blocks if isinstance(one, Paragraph)]
    assert [(one.number, one.text) for one in found] == [("", "Technicians by year"), ("•", "A bullet of its own")]


@pytest.mark.parametrize("indent", [0, 12])
def test_lines_without_any_bullet_end_at_their_dates(tmp_path: Path, indent: int) -> None:
    """A date in brackets that ends many lines ends each item; a bracket that a line leaves open does not end there."""
    items = [
        "Offer writing workshops for registration (Estates, by May 2028)",
        "Work with local colleges on a placement scheme (Deans, Press Office, by September 2027)",
        "Survey the age profile (Technical Managers Group, by June 2026)",
        "Share skills across the region (Health and Safety, by January 2026)",
    ]
    broken = [[items[0]], [items[1][:-6], items[1][-5:]], [items[2]], [items[3]]]
    page = MadePage(595, 842)
    lines = [(at, line) for parts in broken for at, line in enumerate(parts)]
    for row, (at, line) in enumerate(lines):
        page.text(64 + indent * at, 80 + row * 12, line)
    found = [one for one in read_pdf(make_pdf(tmp_path / "plan.pdf", page)).blocks if isinstance(one, Paragraph)]
    assert [one.text for one in found] == items


@pytest.mark.parametrize("cut", range(1, 5))
def test_pages_end_items_at_their_dates_and_nowhere_in_brackets(tmp_path: Path, cut: int) -> None:
    """Whichever line is the last of the first page."""
    items = [
        "Offer writing workshops for registration to all technicians of all our faculties (Estates, by May 2028)",
        "Work with local colleges on placements (Deans and Press Office, by September 2027)",
        "Survey the age profile (Technical Managers Group, by June 2026)",
    ]
    lines = [items[0][:-13], items[0][-12:], items[1][:-6], items[1][-5:], items[2]]
    pages = [MadePage(595, 842), MadePage(595, 842)]
    for at, line in enumerate(lines):
        pages[at >= cut].text(64, (730 if at < cut else 60) + at * 12, line)
    found = [one for one in read_pdf(make_pdf(tmp_path / "plan.pdf", *pages)).blocks if isinstance(one, Paragraph)]
    assert [one.text for one in found] == items
