"""Tables of a text: lines with tabs between their cells, and tables of Markdown."""

import csv
import re
from collections.abc import Sequence
from functools import cache
from io import StringIO
from typing import Final

from tcplan.importing.document import SourceCell, SourcePlace, SourceRow, SourceTable
from tcplan.importing.readers.archive import too_large
from tcplan.importing.readers.text.inline_marks import read_cell_text
from tcplan.importing.readers.text.lines import MarkedLine

_MAX_CELLS: Final = 120_000


def build_tabbed_table(lines: Sequence[MarkedLine], part: str) -> SourceTable:
    """A table whose rows are lines, with a tab between two cells."""
    rows = [_plain_cells(line.text) for line in lines]
    _check_size(rows)
    return SourceTable(tuple(_build_row(part, at, cells) for at, cells in enumerate(rows, 1)), SourcePlace(part))


def build_barred_table(lines: Sequence[MarkedLine], part: str) -> SourceTable:
    """A table of Markdown: bars between the cells, and a line of dashes below the header."""
    rows: list[list[str]] = []
    headers = 0
    is_framed = any(line.text.startswith("+") for line in lines)
    is_new = True
    for line in lines:
        if line.text.startswith("+") or _dashes_pattern().fullmatch(line.text):
            headers = len(rows) if "=" in line.text or (rows and not is_framed and not headers) else headers
            is_new = True
        elif is_framed and not is_new and rows:
            rows[-1] = _join_cells(rows[-1], _barred_cells(line.text))  # a row between frames may have several lines
        else:
            rows.append(_barred_cells(line.text))
            is_new = False
    _check_size(rows)
    return SourceTable(
        tuple(_build_row(part, at, cells, is_header=at <= headers) for at, cells in enumerate(rows, 1)),
        SourcePlace(part),
    )


def _build_row(part: str, number: int, cells: list[str], *, is_header: bool = False) -> SourceRow:
    places = [SourcePlace(part, number, column) for column in range(1, len(cells) + 1)]
    return SourceRow(
        tuple(
            SourceCell(read_cell_text(cell, place), place, is_header=is_header)
            for cell, place in zip(cells, places, strict=True)
        ),
        is_header=is_header,
    )


def _plain_cells(text: str) -> list[str]:
    """The cells of a line with tabs, without the quotation marks that a spreadsheet program puts around lines."""
    cells = [_unquote(cell.strip()) for cell in _split_tabs(text)]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _split_tabs(text: str) -> list[str]:
    """The cells of a row; where one has several lines it stands in quotation marks, and so may its tabs."""
    try:
        return next(csv.reader(StringIO(text), delimiter="\t")) if "\n" in text else text.split("\t")
    except csv.Error:
        return text.split("\t")


def _unquote(cell: str) -> str:
    found = _quoted_pattern().fullmatch(cell)
    return found[1].replace('""', '"') if found else cell


def _barred_cells(text: str) -> list[str]:
    inner = text.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _join_cells(above: list[str], below: list[str]) -> list[str]:
    width = max(len(above), len(below))
    pairs = zip(above + [""] * (width - len(above)), below + [""] * (width - len(below)), strict=True)
    return [f"{one}\n{two}".strip() for one, two in pairs]


def _check_size(rows: list[list[str]]) -> None:
    if sum(map(len, rows)) > _MAX_CELLS:
        raise too_large(f"a table has more than {_MAX_CELLS:,} cells")


@cache
def _dashes_pattern() -> re.Pattern[str]:
    return re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")


@cache
def _quoted_pattern() -> re.Pattern[str]:
    return re.compile(r'"((?:[^"]|"")*)"')
