"""Tables of PDF files whose rows are striped or have a line below them, and whose header has neither."""

import random
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

pytest.importorskip("pdfminer", reason="the extra `pdf` is not installed")

from importing.making.pdf import FONTS, PADDING, MadePage, TableFlow, make_pdf, text_width

from tcplan.importing.document import Paragraph, SourceTable
from tcplan.importing.readers.pdf.reader import read_pdf

HEADER: Final = ["Pillar", "Action", "Owner", "By when", "Success measure"]
WIDTHS: Final = [80, 190, 130, 80, 150]
WORDS: Final = ["staff", "plan", "review", "technical", "group", "pathway", "report", "training", "budget", "term"]
OWNERS: Final = ["Director of Technical Services", "Estates", "Head of Human Resources", "Deans"]
GROUND: Final = (0.9, 0.93, 0.97)
STYLES: Final = [
    "every second row",
    "every first row",
    "every third row",
    "whole second rows",
    "whole first rows",
    "second rows of cells apart",
    "first rows of cells apart",
    "lines below",
    "lines of cells apart below",
]
BLANK: Final = 1.5  # between cells, as browsers leave it


@dataclass
class StripedTable(TableFlow):
    """A table with stripes, or lines below its rows; its header is bold, and in the middle if `is_centred`."""

    style: str = ""
    is_centred: bool = False

    def _draw_part(self, number: int, cells: list[list[str]]) -> None:
        page = self.pages[-1]
        if number == 0:
            self._draw_header(page, cells)
            return
        at = len(page.operators)
        top = self.y
        super()._draw_part(number, cells)
        drawn, page.operators = page.operators[at:], page.operators[:at]
        self._draw_ground(page, number, top, self.y - self.gap)
        page.operators += drawn

    def _draw_header(self, page: MadePage, cells: list[list[str]]) -> None:
        for (start, end), lines in zip(pairwise(self._sides()), cells, strict=True):
            for at, line in enumerate(lines):
                wide = text_width(line, self.size, FONTS[1])
                x = (start + end - wide) / 2 if self.is_centred else start + PADDING
                page.text(x, self.y + PADDING + at * self.size * 1.2, line, self.size, font=FONTS[1])
        self.y += max(len(lines) for lines in cells) * self.size * 1.2 + 2 * PADDING + self.gap

    def _sides(self) -> list[float]:
        return [self.left + sum(self.widths[:at]) for at in range(len(self.widths) + 1)]

    def _draw_ground(self, page: MadePage, number: int, top: float, bottom: float) -> None:
        sides = self._sides()
        apart = BLANK if "apart" in self.style else 0
        parts = [(sides[0], sides[-1])] if "whole" in self.style else list(pairwise(sides))
        step = 3 if "third" in self.style else 2
        is_striped = "row" in self.style and number % step == ("first" in self.style)
        for start, end in parts:
            if is_striped:
                page.area(start, top, end - apart, bottom, GROUND)
            elif "lines" in self.style:
                page.line(start, bottom, end - apart, bottom)


def rows(seed: int, count: int = 9) -> list[list[str]]:
    """The rows of a plan."""
    chance = random.Random(seed)
    return [
        [
            ("Visibility", "Recognition")[at > count / 2],
            " ".join(chance.choices(WORDS, k=chance.randint(6, 20))).capitalize(),
            chance.choice(OWNERS),
            chance.choice(["May 2026", "End of March 2027", "Ongoing"]),
            " ".join(chance.choices(WORDS, k=chance.randint(2, 9))).capitalize(),
        ]
        for at in range(count)
    ]


def read_rows(path: Path) -> list[list[list[str]]]:
    """The words of each table."""
    found = (block for block in read_pdf(path).blocks if isinstance(block, SourceTable))
    return [[[cell.text.replace("\n", " ") for cell in row.cells] for row in table.rows] for table in found]


@pytest.mark.parametrize("is_centred", [False, True])
@pytest.mark.parametrize("gap", [0.0, 4.0, 10.0])
@pytest.mark.parametrize("style", STYLES)
def test_all_rows_and_the_header_are_one_table(tmp_path: Path, style: str, gap: float, *, is_centred: bool) -> None:
    """The rows on no ground between, above and below the stripes, and what is below the last line, are rows of it."""
    made = rows(3)
    flow = StripedTable(WIDTHS, style=style, has_rules=False, gap=gap, is_centred=is_centred, top=100)
    flow.draw([HEADER, *made])
    flow.pages[0].text(40, 50, "Oak University action plan", 18)
    path = make_pdf(tmp_path / "plan.pdf", *flow.pages)
    assert read_rows(path) == [[HEADER, *made]]
    texts = [one.text for one in read_pdf(path).blocks if isinstance(one, Paragraph)]
    assert texts == ["Oak University action plan"]


@pytest.mark.parametrize("style", STYLES)
def test_a_text_above_the_header_is_none_of_the_table(tmp_path: Path, style: str) -> None:
    """It has no blanks where the columns of the table begin."""
    made = rows(5, 6)
    flow = StripedTable(WIDTHS, style=style, has_rules=False, top=100)
    flow.draw([HEADER, *made])
    about = "This plan was written by the technical managers of all faculties with the help of the people team in 2025."
    flow.pages[0].text(40, 72, about, 10)
    path = make_pdf(tmp_path / "plan.pdf", *flow.pages)
    assert read_rows(path) == [[HEADER, *made]]
    assert [one.text for one in read_pdf(path).blocks if isinstance(one, Paragraph)] == [about]


@pytest.mark.parametrize("style", STYLES)
def test_rows_that_pages_cut_are_whole(tmp_path: Path, style: str) -> None:
    """The header stands on each page."""
    made = rows(7, 16)
    flow = StripedTable(WIDTHS, style=style, has_rules=False, header=1, bottom=330)
    path = make_pdf(tmp_path / "plan.pdf", *flow.draw([HEADER, *made]))
    assert len(flow.pages) > 1
    assert read_rows(path) == [[HEADER, *made]]


@pytest.mark.parametrize("count", range(1, 6))
def test_borders_in_two_colours_are_lines(tmp_path: Path, count: int) -> None:
    """Their upright sides have cut corners: each cell of the table, however small it is, has its own words."""
    made = [[cell[:30].strip() for cell in row] for row in [HEADER, *rows(2, count)]]
    page = MadePage(842, 595)
    sides = [40, 120, 420, 580, 660, 800]
    for number, row in enumerate(made):
        for (start, end), text in zip(pairwise(sides), row, strict=True):
            page.bevel(start, 60 + number * 20, end - 2, 78 + number * 20)
            page.text(start + 3, 63 + number * 20, text, 8)
    assert read_rows(make_pdf(tmp_path / "plan.pdf", page)) == [made]


@dataclass
class MiddleTable(TableFlow):
    """A table without any line or ground whose cells have their texts at half of their height."""

    inset: float = 1.5

    def _draw_part(self, number: int, cells: list[list[str]]) -> None:
        high = max(len(lines) for lines in cells)
        x = self.left
        for lines, width in zip(cells, self.widths, strict=True):
            top = self.y + (high - len(lines)) * self.size * 0.6
            for at, line in enumerate(lines):
                self.pages[-1].text(x, top + at * self.size * 1.2, line, self.size, font=FONTS[number == 0])
            x += width + self.inset
        self.y += high * self.size * 1.2 + self.gap


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("inset", [-5.0, -4.0, 2.0])
def test_narrow_blanks_between_columns_are_such(tmp_path: Path, inset: float, seed: int) -> None:
    """Where a text fills its cell, the next column is as near as the next word: all texts in it begin there."""
    made = rows(seed, 8)
    flow = MiddleTable(WIDTHS, has_rules=False, gap=14, inset=inset)
    assert read_rows(make_pdf(tmp_path / "plan.pdf", *flow.draw([HEADER, *made]))) == [[HEADER, *made]]


def test_a_drawing_of_many_stripes_is_read_soon(tmp_path: Path) -> None:
    """More groups of stripes than a page has tables are no tables: each would be looked at with all words."""
    page = MadePage(900, 9000)
    for at in range(390):
        page.area(20, 20 + at * 12, 600 + at % 100 * 3, 30 + at * 12, GROUND)
        for column in range(5):
            page.text(24 + column * 100, 20 + at * 12, "word two", 8)
    path = make_pdf(tmp_path / "plan.pdf", page)
    began = time.process_time()
    read_pdf(path)
    assert time.process_time() - began < 5
