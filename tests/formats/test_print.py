"""Documents printed on A4 by Chromium: how many pages, how full they are, and what stands at the foot of each."""

import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from formats.test_pages import browse, installed
from formats.tools import BUILD, there
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.pdfpage import PDFPage
from support import EXAMPLES, REPOSITORY, tcplan, write

MOST_PAGES = {
    ("plan", REPOSITORY / "plans/durham", "2026-06-30"): 30,
    ("plan", REPOSITORY / "plans/harper-adams", "2026-06-30"): 10,
    ("plan", EXAMPLES, "2026-06-30"): 14,
    ("plan", EXAMPLES / "plans/northmoor/phase-2.yaml", "2023-12-01"): 12,
    ("stage1", EXAMPLES, "2018-06-22"): 8,
    ("stage2", EXAMPLES, "2020-12-11"): 12,
    ("stage3", EXAMPLES, "2024-04-12"): 24,
}
MOST_BLANK = 0.26
"""A quarter of what is between the margins, and what a row of dots may take."""

DOTS = 50
INK = 200
TOP, FOOT = 14, 17
"""The smallest margins above and below, in millimetres: nothing but the footer is below."""

A4 = 297
NAMES = """\
kind: plan
format: 1
title: "Plan \\"one\\"; </style><b>{x} \\\\ \\u0007 ##[group] 100 %"
period: {start: 2025-01, end: 2026-12}
actions: {id: 1, title: Only one, owners: HROD, due: 2026-01}
"""


class PrintedPage(NamedTuple):
    """A page: whether it lies across, and how much is blank between its last line and its footer."""

    is_landscape: bool
    blank: float


def printed(folder: Path, what: str, path: Path, *options: str) -> Path:
    """A document as a PDF."""
    page, pdf = folder / "page.html", folder / "page.pdf"
    assert tcplan("render", what, path, *options, "-o", page).returncode == 0
    browse("--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri(), folder=folder)
    return pdf


def look_at(pdf: Path) -> Iterator[PrintedPage]:
    """Its pages, as they look."""
    there(BUILD / "node_modules/axe-core")
    stem = pdf.with_suffix("")
    subprocess.run([installed("pdftoppm"), "-gray", "-r", str(DOTS), pdf, stem], check=True)
    for picture in sorted(pdf.parent.glob(f"{stem.name}-*.pgm")):
        header, dots = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", picture.read_bytes()), picture.read_bytes()
        assert header
        width, height = int(header[1]), int(header[2])
        dots = dots[header.end() :]
        millimetre = max(width, height) / A4
        foot = round(height - FOOT * millimetre)
        lines = [at for at in range(foot) if min(dots[at * width : (at + 1) * width]) < INK]
        yield PrintedPage(width > height, 1 - lines[-1] / (foot - TOP * millimetre) if lines else 1)


@pytest.fixture(scope="module", params=MOST_PAGES, ids=lambda one: f"{one[0]}-{one[1].name}")
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A document of this repository as a PDF, and the number of its pages at most."""
    there(BUILD / "node_modules/axe-core")
    what, path, day = request.param
    return printed(tmp_path_factory.mktemp("print"), what, path, "--as-of", day), MOST_PAGES[request.param]


def test_a_document_has_no_more_pages_than_it_needs(document: tuple[Path, int]) -> None:
    """Durham's were 48, and those of a plan without owners and dates 16, when every action was a card of its own."""
    with document[0].open("rb") as file:
        assert len(list(PDFPage.get_pages(file))) <= document[1]


def test_no_page_is_left_half_empty(document: tuple[Path, int]) -> None:
    """But the last one before the paper is turned, and the last of all."""
    pages = list(look_at(document[0]))
    inside = [number for number, (one, following) in enumerate(pairwise(pages)) if one[0] == following[0]]
    assert [(number + 1, pages[number]) for number in inside if pages[number].blank > MOST_BLANK] == []


def test_every_page_says_what_it_is_of(document: tuple[Path, int]) -> None:
    """The institution, the document, the day, and the number of the page and of all pages, at its foot."""
    pages = list(extract_pages(document[0]))
    for number in range(len(pages)):
        words = " ".join(extract_text(document[0], page_numbers=[number]).split())
        assert re.search(rf"20\d\d, page {number + 1} of {len(pages)}\b", words)
        assert re.search(r"University, .*(plan|Plan)", words)


def test_no_heading_of_a_table_is_left_without_a_row(document: tuple[Path, int]) -> None:
    """The headings of the columns are the last words of no page."""
    for number, _ in enumerate(extract_pages(document[0])):
        words = extract_text(document[0], page_numbers=[number])
        assert not re.search(r"\nNo\.\s+Action(\s+(Who|When|Success|Status))*\s+[^\n]*University, ", words)


def test_a_title_cannot_leave_the_style_sheet(tmp_path: Path) -> None:
    """Quotation marks, brackets, a backslash and the end of the sheet come out at the foot as they were typed."""
    there(BUILD / "node_modules/axe-core")
    pdf = printed(tmp_path, "plan", write(tmp_path, plan=NAMES), "--as-of", "2025-06-30")
    words = " ".join(extract_text(pdf).split())
    assert words.count('Plan "one"; </style><b>{x} \\ <U+0007> ##[group] 100 %') > 1
