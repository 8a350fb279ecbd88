"""Lines that a page parts from their table: the header at its end, or the rest of a row at its top."""

from itertools import pairwise
from typing import Final

from tcplan.importing.readers.pdf.aligned import wide_gaps
from tcplan.importing.readers.pdf.grids import GridCell, RuledGrid
from tcplan.importing.readers.pdf.lines import TextLine
from tcplan.importing.readers.pdf.marks import Box
from tcplan.importing.readers.pdf.page_layout import TextRun, make_text_runs
from tcplan.importing.readers.pdf.tables import DrawnTable, fill_tables

_SAME: Final = 2.5
_MOSTLY: Final = 0.6


def move_headers(pages: list[list[TextRun | DrawnTable]]) -> None:
    """Make the headers at the ends of pages tables of one row, which the table of the next page goes on with."""
    for page, following in pairwise(pages):
        last, first = (page[-1], following[0]) if page and following else (None, None)
        if isinstance(last, TextRun) and isinstance(first, DrawnTable) and _is_header(last.lines[-1], first):
            page[-1:] = [*_without_last(last), _make_row(last.lines[-1:], first, last.page)]


def move_rests(pages: list[list[TextRun | DrawnTable]]) -> None:
    """Make tables of the lines at the top of a page that are the rest of a row which the page before cut.

    They begin where a column of the last table does, other than the first, where texts begin as well.
    """
    for page, following in pairwise(pages):
        last, first = (page[-1], following[0]) if page and following else (None, None)
        if isinstance(last, DrawnTable) and isinstance(first, TextRun):
            count = _count_rests(first.lines, last)
            if count:
                following[:1] = [_make_row(first.lines[:count], last, first.page), *_without(first, count)]


def _count_rests(lines: list[TextLine], table: DrawnTable) -> int:
    """How many lines stand in columns of a table, and close to each other."""
    starts = _starts(table)
    size = max((line.size for cell in table.cells for found in cell.lines for line in found), default=0.0)
    count = 0
    for at, line in enumerate(lines):
        is_apart = at > 0 and line.high - lines[at - 1].low > line.size
        if is_apart or line.size > size or not _is_in_columns(line, table, starts):
            break
        count += 1
    return count


def _is_in_columns(line: TextLine, table: DrawnTable, starts: set[float]) -> bool:
    if line.start < table.xs[1] or line.end > table.xs[-1] + _SAME:
        return False
    if any(word.x0 < x < word.x1 for word in line.words for x in table.xs):
        return False
    return any(abs(line.start - start) <= _SAME for start in starts)


def _without(run: TextRun, count: int) -> list[TextRun | DrawnTable]:
    """A text without its first lines."""
    runs = make_text_runs([word for line in run.lines[count:] for word in line.words], run.page)
    for one in runs:
        if isinstance(one, TextRun):
            one.first_line = run.first_line + count
    return runs


def _without_last(run: TextRun) -> list[TextRun | DrawnTable]:
    words = [word for line in run.lines[:-1] for word in line.words]
    runs = make_text_runs(words, run.page)
    for one in runs:
        if isinstance(one, TextRun):
            one.first_line = run.first_line
    return runs


def _is_header(line: TextLine, table: DrawnTable) -> bool:
    """Whether a line has a text at the start of most columns of a table, and none over the edge of one."""
    if not wide_gaps(line) or any(word.x0 < x < word.x1 for word in line.words for x in table.xs):
        return False
    starts = _starts(table)
    found = [
        min((word.x0 for word in line.words if x0 <= word.middle[0] < x1), default=0.0) for x0, x1 in pairwise(table.xs)
    ]
    same = sum(any(abs(x - start) <= _SAME for start in starts) for x in found if x)
    return same > 1 and same >= (len(table.xs) - 1) * _MOSTLY and same == sum(map(bool, found))


def _starts(table: DrawnTable) -> set[float]:
    return {lines[0].start for cell in table.cells for lines in cell.lines if lines}


def _make_row(lines: list[TextLine], table: DrawnTable, page: int) -> DrawnTable:
    """A table of one row, with the columns of another."""
    ys = (lines[0].high - 1, lines[-1].low + 1)
    cells = [GridCell(0, at, 1, 1, Box(x0, ys[0], x1, ys[1])) for at, (x0, x1) in enumerate(pairwise(table.xs))]
    words = [word for line in lines for word in line.words]
    tables, _ = fill_tables([RuledGrid(table.xs, ys, tuple(cells))], words, [], page)
    return tables[0]
