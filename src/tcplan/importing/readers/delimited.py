"""Tables as text: CSV and TSV, whichever of `;`, `,`, `|` and tab stands between the cells."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Final, Literal

from tcplan.importing.document import Remark, SourceCell, SourceDocument, SourcePlace, SourceRow, SourceTable
from tcplan.importing.readers.archive import too_large
from tcplan.importing.readers.encodings import read_text_file
from tcplan.importing.readers.excel.cell_names import column_letters
from tcplan.importing.readers.typed_lines import read_typed_lines

SEPARATORS: Final = ";,\t|"
_SAMPLE_ROWS: Final = 200
_SAMPLE_LETTERS: Final = 1_000_000
_MAX_CELLS: Final = 120_000


def read_delimited(path: Path) -> SourceDocument:
    """The document in a file of cells with separators; a file without any is a table of one column."""
    text = read_text_file(path)
    named, text = _take_named_separator(text)
    rows, is_broken = _split_rows(text, named or sniff_separator(text))
    table = SourceTable(
        tuple(_read_row(number, cells) for number, cells in enumerate(rows, 1)), SourcePlace(), is_sheet=True
    )
    remarks = (Remark("a quotation mark is never closed: all quotation marks were read as text"),) if is_broken else ()
    return SourceDocument(path.name, (table,) if any(row.cells for row in table.rows) else (), remarks=remarks)


def sniff_separator(text: str) -> str:
    """The separator with which most rows have the same number of cells, and more than one; a comma if none has."""
    sample = text[:_SAMPLE_LETTERS]
    scores = {separator: _measure_evenness(_try_rows(sample, separator)) for separator in SEPARATORS}
    best = max(SEPARATORS, key=scores.__getitem__)
    return best if scores[best][0] else ","


def _measure_evenness(rows: Iterator[list[str]]) -> tuple[float, int]:
    """How many of the first rows have the number of cells that most have, in tenths, and that number."""
    first = islice(rows, _SAMPLE_ROWS)
    counts = Counter(len(row) for row in first if any(cell.strip() for cell in row))
    several = [(times, count) for count, times in counts.items() if count > 1]
    times, count = max(several, default=(0, 0))
    return round(times / max(1, counts.total()), 1), count


def _take_named_separator(text: str) -> tuple[str, str]:
    """The separator that a first line `sep=;` names for Excel, and the text after it."""
    found = _named_pattern().match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def _split_rows(text: str, separator: str) -> tuple[list[list[str]], bool]:
    """The cells of each row, and whether quotation marks were read as text, because one of them is never closed."""
    is_broken = _is_quote_open(text, separator)
    rows: list[list[str]] = []
    count = 0
    try:
        for row in _read_rows(text, separator, is_quoted=not is_broken):
            rows.append(_plain_row(row))
            count += len(rows[-1])
            if count > _MAX_CELLS:
                raise too_large(f"it has more than {_MAX_CELLS:,} cells with content")
    except csv.Error:
        raise too_large("a cell has more text than a plan can have") from None
    while rows and not rows[-1]:
        rows.pop()
    return rows, is_broken


def _read_rows(text: str, separator: str, *, is_quoted: bool = True, is_strict: bool = False) -> Iterator[list[str]]:
    """The rows; csv.Error for a cell without end and, when strict, for a quotation mark where none should be."""
    lines = StringIO(text.replace("\0", ""))
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE
    is_blank_skipped = separator != "\t"
    return csv.reader(lines, delimiter=separator, skipinitialspace=is_blank_skipped, quoting=quoting, strict=is_strict)


def _try_rows(text: str, separator: str, *, is_quoted: bool = True) -> Iterator[list[str]]:
    """The rows as far as they can be read."""
    with suppress(csv.Error):
        yield from _read_rows(text, separator, is_quoted=is_quoted)


def _is_quote_open(text: str, separator: str) -> bool:
    """Whether quotation marks are not in pairs, and the rows are more even without them."""
    try:
        for _ in _read_rows(text, separator, is_strict=True):
            pass
    except csv.Error:
        quoted = _measure_evenness(_try_rows(text, separator))
        return _measure_evenness(_try_rows(text, separator, is_quoted=False)) > quoted
    return False


def _plain_row(row: list[str]) -> list[str]:
    """The cells up to the last that is not empty."""
    cells = [_plain_cell(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _plain_cell(text: str) -> str:
    """A cell without what keeps Excel from reading it as a number: an apostrophe in front, or `="1.10"`."""
    text = text.strip()
    found = _kept_pattern().fullmatch(text)
    return (found[1] or found[2]) if found else text


def _read_row(number: int, cells: list[str]) -> SourceRow:
    return SourceRow(
        tuple(
            _read_cell(SourcePlace("", number, column, f"{column_letters(column)}{number}"), cell)
            for column, cell in enumerate(cells, 1)
        )
    )


def _read_cell(place: SourcePlace, text: str) -> SourceCell:
    return SourceCell(read_typed_lines(text, place), place)


@cache
def _named_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*\"?sep=(.)\"?[^\S\n]*(?:\n|\Z)", re.IGNORECASE)


@cache
def _kept_pattern() -> re.Pattern[str]:
    return re.compile(r"""'([0-9=+\-@][^']*)|=["']([^"']*)["']""")
