"""Tables of PDF files without lines around their cells: rows by lines below them, by ground, or by the blank alone."""

import random
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("pdfminer", reason="the extra `pdf` is not installed")

from importing.making.pdf import MadePage, TableFlow, make_pdf

from tcplan.importing.document import Paragraph, SourceTable
from tcplan.importing.readers.pdf.reader import read_pdf

HEADER = ["No.", "Action", "Owner", "By when", "Success"]
WIDTHS = [40, 190, 110, 80, 150]
WORDS = ["staff", "plan", "review", "technical", "group", "pathway", "report", "training", "budget", "term", "career"]
OWNERS = ["Director of Technical Services", "Estates", "Head of Human Resources", "Deans"]
DATES = ["May 2026", "End of March 2027", "2026/27", "Ongoing"]
GROUND = (0.9, 0.93, 0.97)
RULED = ["cells underlined", "cells overlined", "one line below", "lines between columns", "inner lines"]
STYLES = [*RULED, "bands", "blank"]


@dataclass
class OpenTable(TableFlow):
    """A table without lines around its cells; `style` is what tells its rows apart."""

    style: str = ""

    def _draw_part(self, number: int, cells: list[list[str]]) -> None:
        page, top, words = self.pages[-1], self.y, len(self.pages[-1].operators)
        super()._draw_part(number, cells)
        drawn, page.operators = page.operators[words:], page.operators[:words]
        bottom, right = self.y - self.gap, self.left + sum(self.widths)
        sides = [self.left + sum(self.widths[:at]) for at in range(len(self.widths) + 1)]
        for start, end in pairwise(sides):
            if self.style == "bands" and number % 2 == 0:
                page.area(start, top, end, bottom, GROUND)
            if self.style == "cells underlined":
                page.line(start, bottom, end, bottom)
            if self.style == "cells overlined" and number:
                page.line(start, top, end, top)
        if self.style == "one line below":
            page.line(self.left, bottom, right, bottom)
        if self.style in {"lines between columns", "inner lines"}:
            for x in sides if self.style == "lines between columns" else sides[1:-1]:
                page.line(x, top, x, bottom + self.gap)
        page.operators += drawn


def sentence(chance: random.Random, least: int, most: int) -> str:
    """Some words."""
    return " ".join(chance.choices(WORDS, k=chance.randint(least, most))).capitalize()


def rows(seed: int, count: int = 16) -> list[list[str]]:
    """The rows of a plan."""
    chance = random.Random(seed)
    return [
        [f"1.{at}", sentence(chance, 6, 20), chance.choice(OWNERS), chance.choice(DATES), sentence(chance, 2, 9)]
        for at in range(1, count + 1)
    ]


def read_rows(path: Path, pages: list[MadePage]) -> list[list[list[str]]]:
    """The words of each table."""
    document = read_pdf(make_pdf(path / "plan.pdf", *pages))
    found = (block for block in document.blocks if isinstance(block, SourceTable))
    return [[[cell.text.replace("\n", " ") for cell in row.cells] for row in table.rows] for table in found]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("style", STYLES)
def test_rows_are_told_apart_on_one_page(tmp_path: Path, style: str, seed: int) -> None:
    """Whatever tells them apart; names that a narrow column breaks are whole."""
    made = rows(seed, 8)
    gap = 6 if style in {"blank", "lines between columns", "inner lines"} else 0
    pages = OpenTable(WIDTHS, style=style, has_rules=False, gap=gap).draw([HEADER, *made])
    assert read_rows(tmp_path, pages) == [[HEADER, *made]]


@pytest.mark.parametrize("style", ["cells underlined", "cells overlined", "bands", "one line below"])
@pytest.mark.parametrize("header", [0, 1])
@pytest.mark.parametrize("seed", range(2))
def test_rows_are_told_apart_over_pages(tmp_path: Path, style: str, header: int, seed: int) -> None:
    """Pages cut rows, and may repeat the header."""
    made = rows(seed)
    pages = OpenTable(WIDTHS, style=style, has_rules=False, header=header, bottom=330).draw([HEADER, *made])
    assert len(pages) > 1
    assert read_rows(tmp_path, pages) == [[HEADER, *made]]


@pytest.mark.parametrize("style", STYLES)
def test_a_larger_heading_between_tables_is_in_neither(tmp_path: Path, style: str) -> None:
    """Two tables of a page with the same columns are two."""
    first, second = rows(1, 3), rows(2, 3)
    gap = 6 if style in {"blank", "lines between columns", "inner lines"} else 0
    flow = OpenTable(WIDTHS, style=style, has_rules=False, gap=gap)
    flow.draw([HEADER, *first])
    flow.pages[0].text(flow.left, flow.y + 14, "Recognition", 14)
    flow.top = flow.y + 44
    flow.draw([HEADER, *second])
    assert read_rows(tmp_path, flow.pages) == [[HEADER, *first], [HEADER, *second]]
    document = read_pdf(tmp_path / "plan.pdf")
    assert [one.text for one in document.blocks if isinstance(one, Paragraph)] == ["Recognition"]
