"""Tables that go on over pages are one table, and a row that a page cuts is one row."""

from typing import Final

from tcplan.importing.readers.pdf.lines import TextLine
from tcplan.importing.readers.pdf.page_layout import TextRun, make_text_runs
from tcplan.importing.readers.pdf.paragraphs import Limits, would_fit
from tcplan.importing.readers.pdf.tables import DrawnCell, DrawnTable

_SAME: Final = 4.0
_MAX_HEADER: Final = 4
_USUALLY: Final = 0.6
_PITCH: Final = 1.2
_MIN_COLUMNS: Final = 4  # two columns and their ends may begin alike by chance


def join_tables(pages: list[list[TextRun | DrawnTable]]) -> list[TextRun | DrawnTable]:
    """The blocks of all pages, with tables that go on from one page to the next joined."""
    blocks: list[TextRun | DrawnTable] = []
    for page in pages:
        for index, block in enumerate(page):
            last = blocks[-1] if blocks else None
            if index == 0 and isinstance(block, DrawnTable) and isinstance(last, DrawnTable) and _goes_on(last, block):
                _append(last, block)
            else:
                blocks.append(block)
    return [found for block in blocks for found in _dissolve(block)]


def _dissolve(block: TextRun | DrawnTable) -> list[TextRun | DrawnTable]:
    """What turns out to be a frame around a text is a text."""
    if isinstance(block, DrawnTable) and block.is_frame:
        return make_text_runs(block.words, block.page)
    return [block]


def _goes_on(table: DrawnTable, rest: DrawnTable) -> bool:
    """Whether a table at the top of a page has the columns of the one at the end of the page before."""
    if not _has_same_edges(table, rest) and not _has_same_starts(table, rest):
        return False
    repeated = _count_repeated(table, rest)
    return bool(repeated) or not _has_own_header(table, rest)


def _has_same_edges(table: DrawnTable, rest: DrawnTable) -> bool:
    if abs(table.xs[0] - rest.xs[0]) > _SAME or abs(table.xs[-1] - rest.xs[-1]) > _SAME:
        return False
    small, large = sorted((table.xs, rest.xs), key=len)
    return all(any(abs(x - other) <= _SAME for other in large) for x in small)


def _has_same_starts(table: DrawnTable, rest: DrawnTable) -> bool:
    """Whether the texts of all columns begin at the same points, where no line says how wide they are."""
    if len(table.xs) != len(rest.xs) or len(table.xs) < _MIN_COLUMNS:
        return False
    starts, others = _starts(table), _starts(rest)
    return len(starts) == len(others) == len(table.xs) - 1 and all(
        abs(start - others[column]) <= 1 for column, start in starts.items()
    )


def _starts(table: DrawnTable) -> dict[int, float]:
    starts: dict[int, float] = {}
    for cell in table.cells:
        if cell.columns == 1 and cell.lines:
            start = min(line.start for line in cell.lines[0])
            starts[cell.column] = min(start, starts.get(cell.column, start))
    return starts


def _has_own_header(table: DrawnTable, rest: DrawnTable) -> bool:
    """Whether the second begins with a row that looks like the header of the first and says something else."""
    header, first = table.row(0), rest.row(0)
    if not header or not first or len(header) < 2 or rest.row_count < 2:  # noqa: PLR2004 - a header of several words
        return False
    looks = _look(header)
    below = [_look(table.row(number)) for number in range(min(2, table.row_count - 1), min(8, table.row_count))]
    is_marked = table.row_count > 1 and looks not in below
    return is_marked and looks == _look(first) and looks != _look(rest.row(1)) and looks != ("", False)


def _look(row: list[DrawnCell]) -> tuple[str, bool]:
    """The colour of a row, and whether it is bold."""
    fills = {cell.fill for cell in row}
    lines = [line for cell in row for group in cell.lines for line in group]
    return (fills.pop() if len(fills) == 1 else "", bool(lines) and all(line.is_bold for line in lines))


def _append(table: DrawnTable, rest: DrawnTable) -> None:
    repeated = _count_repeated(table, rest)
    table.repeated = max(table.repeated, repeated)
    _share_columns(table, rest)
    cells = [cell for cell in rest.cells if cell.row >= repeated]
    first = [cell for cell in cells if cell.row == repeated]
    is_cut = _is_cut(table, first)
    shift = table.row_count - repeated - (1 if is_cut else 0)
    for cell in cells:
        above = _cell_above(table, cell) if cell.row == repeated else None
        if above and is_cut:
            _continue_cell(above, cell)
        elif above and cell.is_empty and _spans_on(above, cell):
            above.rows += cell.rows
        else:
            cell.row += shift
            table.cells.append(cell)
    table.row_count = max(table.row_count, rest.row_count + shift)
    table.cells.sort(key=lambda cell: (cell.row, cell.column))
    table.words += rest.words


def _count_repeated(table: DrawnTable, rest: DrawnTable) -> int:
    """The number of rows at the top of both that say the same."""
    count = 0
    while count < min(_MAX_HEADER, table.row_count, rest.row_count):
        one, other = _texts(table, count), _texts(rest, count)
        if one != other or not any(one):
            break
        count += 1
    return count


def _texts(table: DrawnTable, row: int) -> list[str]:
    return [cell.text.casefold() for cell in table.row(row) if not cell.is_empty]


def _share_columns(table: DrawnTable, rest: DrawnTable) -> None:
    """Number the columns of both by the finer grid of the two."""
    fine = max((table.xs, rest.xs), key=len)
    for one in (table, rest):
        if len(one.xs) != len(fine):
            places = [_nearest(fine, x) for x in one.xs]
            for cell in one.cells:
                last = places[cell.column + cell.columns]
                cell.column = places[cell.column]
                cell.columns = last - cell.column
            one.xs = fine


def _nearest(places: tuple[float, ...], x: float) -> int:
    distances = [abs(place - x) for place in places]
    return distances.index(min(distances))


def _cell_above(table: DrawnTable, cell: DrawnCell) -> DrawnCell | None:
    """The cell of the last row in the same columns."""
    for one in reversed(table.cells):
        if one.row + one.rows == table.row_count and (one.column, one.columns) == (cell.column, cell.columns):
            return one
    return None


def _spans_on(above: DrawnCell, cell: DrawnCell) -> bool:
    """Whether an empty cell is the rest of one that takes several rows."""
    return cell.rows > 1 or (above.rows > 1 and not above.is_empty)


def _is_cut(table: DrawnTable, first: list[DrawnCell]) -> bool:
    """Whether a row at the top of a page is the rest of the last one of the page before.

    Each column says something: a sentence that goes on, for it; a column that is nearly always filled and is empty
    here, for it; two texts that each stand alone, against it.
    """
    score = 0
    for cell in first:
        above = _cell_above(table, cell)
        if above is None:
            return False
        if cell.rows > 1 or (above.rows > 1 and cell.is_empty):
            continue
        vote = _vote(table, above, cell)
        if cell.column == 0 and vote < 0:
            return False
        score += vote
    return score > 0


def _vote(table: DrawnTable, above: DrawnCell, cell: DrawnCell) -> int:
    if cell.is_empty:
        is_missing = not above.is_empty and _is_usually_filled(table, cell.column)
        return (2 if cell.column == 0 else 1) if is_missing else 0
    if above.is_empty:
        return -1 if _is_usually_filled(table, cell.column) else 0
    before, after = above.text.rstrip(), cell.text.lstrip()
    if before.endswith((",", "-", "–", "/", "&", "(")) or (
        after[:1].islower() and not before.endswith((".", "!", "?"))
    ):
        return 3
    if before.endswith((".", "!", "?", ";", ":", "”", '"', ")")) and not after[:1].isdigit():
        return 0
    if not after[:1].isalpha() or would_fit(above.lines[-1][-1], cell.lines[0][0], above.limits):
        return -2
    return 1 if len(above.lines[-1]) > 2 else 0  # noqa: PLR2004 - a text and no label


def _is_usually_filled(table: DrawnTable, column: int) -> bool:
    cells = [cell for cell in table.cells if cell.column == column and cell.row >= max(1, table.repeated)]
    return not cells or sum(not cell.is_empty for cell in cells) >= len(cells) * _USUALLY


def _continue_cell(above: DrawnCell, cell: DrawnCell) -> None:
    """Put the rest of a cell below what was before the end of the page."""
    above.tables += cell.tables
    above.fill = above.fill or cell.fill
    above.rows = max(above.rows, above.rows + cell.rows - 1)
    if above.lines and cell.lines and _turn(above.lines[-1]) == _turn(cell.lines[0]):
        above.lines[-1] = _continue_lines(above.lines[-1], cell.lines[0])
        above.lines += cell.lines[1:]
        above.limits = _wider(above.limits, cell.limits)
    else:
        above.lines += cell.lines
        above.limits = above.limits if above.limits.end else cell.limits


def _wider(one: Limits, other: Limits) -> Limits:
    return Limits(min(one.start, other.start), max(one.end, other.end))


def _continue_lines(before: list[TextLine], after: list[TextLine]) -> list[TextLine]:
    """The lines of both, as if they stood on one page."""
    last, first = before[-1], after[0]
    shift = last.low + first.size * _PITCH - first.low
    return before + [line._replace(high=line.high + shift, low=line.low + shift) for line in after]


def _turn(lines: list[TextLine]) -> int:
    return lines[0].words[0].style.turn
