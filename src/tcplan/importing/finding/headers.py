"""Where the headers of a table are: below a title, in two rows, repeated; and which rows belong to each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tcplan.importing.finding.cell_kinds import Kind, is_rag, is_theme, is_timeline, kinds_of
from tcplan.importing.finding.grids import GridRow, TableGrid, filled
from tcplan.importing.finding.header_texts import EXACT, is_foreign, plain_header, score_header
from tcplan.importing.found import Field

STRONG = EXACT - 3
"""A header with at least this score is one of the vocabulary, or begins or ends with it."""

_HALF = 0.5
_SAME = 0.6
_SEARCHED_ROWS = 80
_LONG_HEADER = 12


@dataclass(slots=True)
class Segment:
    """A run of rows below one header.

    Attributes:
        grid: The table.
        titles: The rows above the header.
        header_rows: The rows of the header, and where it is repeated; empty where there is none.
        headers: The header of each column.
        parents: The header above it, in a header of two rows, where it spans several columns.
        body: The other rows.
    """

    grid: TableGrid
    titles: list[int] = field(default_factory=list)
    header_rows: list[int] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    body: list[int] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        """The whole header of each column, both rows of it."""
        return [
            f"{above} {own}".strip() if above != own else own
            for above, own in zip(self.parents, self.headers, strict=True)
        ]


class HeaderFinder:
    """Finds headers; `mapping` are those that a person has named."""

    def __init__(self, mapping: Mapping[str, Field]) -> None:
        self._named = {plain_header(header): found for header, found in mapping.items()}

    def score(self, text: str) -> Mapping[Field, float]:
        """How well a header fits each field; what a person says outweighs all words."""
        named = self._named.get(plain_header(text))
        return {named: EXACT * 3} if named else score_header(text)

    def is_header(self, grid: TableGrid, index: int) -> bool:
        """Whether a row is a header: at least two columns that the vocabulary knows, and half of all."""
        cells = [slot for _, slot in filled(grid.rows[index], index)]
        if not cells or any(len(slot.text.split()) > _LONG_HEADER + 2 for slot in cells):
            return False
        best = [max(self.score(slot.text).items(), key=lambda pair: pair[1], default=None) for slot in cells]
        strong = [one for one in best if one and one[1] >= STRONG]
        known = [one for one in best if one and one[1] >= EXACT * _HALF]
        fields = {one[0] for one in known}
        is_marked = grid.row_of(index).is_header or all(slot.cell.is_header for slot in cells)
        if (len(strong) < 2 and len(cells) > 1 and not is_marked) or any(_is_value(slot.text) for slot in cells):  # noqa: PLR2004 -- two columns
            return False
        if len(cells) == 1:
            is_whole = grid.width == 1 and cells[0].column == 0
            return (
                is_whole and bool(strong) and strong[0][0] in {Field.ACTION, Field.OBJECTIVE} and strong[0][1] == EXACT
            )
        foreign = sum(is_foreign(slot.text) and not one for slot, one in zip(cells, best, strict=True))
        # Of a chart of bars, or of columns with a tick for each state or theme.
        values = sum(_heads_ticks(slot.text) for slot, one in zip(cells, best, strict=True) if not one)
        if len(strong) >= 2 and len(fields) >= 2 and len(known) + foreign + values >= _HALF * len(cells):  # noqa: PLR2004 -- two columns
            return True
        return is_marked and bool(known) and len(cells) > 1

    def segments(self, grid: TableGrid) -> list[Segment]:
        """The parts of a table, each below a header; one without a header if none is found."""
        found: list[Segment] = []
        current = Segment(grid)
        waiting: list[int] = []  # rows that may be titles of the next header
        index = 0
        while index < len(grid.rows):
            if (current.header_rows or index < _SEARCHED_ROWS) and self.is_header(grid, index):
                if current.header_rows and _is_same(grid.rows[index], current):
                    current.header_rows.append(index)
                    current.body.extend(waiting)
                    index += 1
                    waiting = []
                    continue
                if not current.header_rows or self._may_begin(grid, index):
                    titles = current.body + waiting if not current.header_rows else waiting
                    current = Segment(grid, titles)
                    found.append(current)
                    index = _take_header(current, index, self)
                    waiting = []
                    continue
            if len(filled(grid.rows[index], index)) == 1:
                waiting.append(index)
            else:
                current.body.extend([*waiting, index])
                waiting = []
            index += 1
        current.body.extend(waiting)
        return found or [_without_header(current)]

    def _may_begin(self, grid: TableGrid, index: int) -> bool:
        """Whether another header may begin within a table: nearly all its words are known."""
        cells = [slot for _, slot in filled(grid.rows[index], index)]
        strong = sum(max(self.score(slot.text).values(), default=0) >= EXACT - 1 for slot in cells)
        return strong >= 2 and strong >= 0.75 * len(cells)  # noqa: PLR2004 -- three of four


def _without_header(segment: Segment) -> Segment:
    segment.headers = [""] * segment.grid.width
    segment.parents = [""] * segment.grid.width
    return segment


def _heads_ticks(text: str) -> bool:
    """Whether a header is a value that is ticked below it: a time, a state, a theme."""
    return is_timeline(text) or is_rag(text) or is_theme(text)


def _is_value(text: str) -> bool:
    """Whether a cell holds a value that no header has."""
    kinds = kinds_of(text)
    is_value = bool(kinds & {Kind.PRIORITY, Kind.ID}) and Kind.TIMELINE not in kinds
    return is_value and not score_header(text) and len(text) > 1


def _is_same(row: GridRow, segment: Segment) -> bool:
    """Whether a row repeats the header."""
    texts = [plain_header(slot.text) if slot else "" for slot in row]
    own = [plain_header(one) for one in segment.headers]
    both = [(one, other) for one, other in zip(texts, own, strict=False) if one or other]
    if sum(one == other for one, other in both) >= _SAME * len(both):
        return True
    return {one for one in texts if one} <= {one for one in own if one}


def _take_header(segment: Segment, index: int, finder: HeaderFinder) -> int:
    """Take the header that begins in a row; the index of the row after it."""
    grid = segment.grid
    row = grid.rows[index]
    segment.header_rows = [index]
    segment.headers = [slot.text if slot else "" for slot in row]
    segment.parents = [""] * grid.width
    above = _spanning_above(segment, index)
    if above is not None:
        segment.parents = [slot.text if slot and slot.cell.columns > 1 else "" for slot in grid.rows[above]]
        segment.titles.remove(above)
        segment.header_rows.insert(0, above)
    if index + 1 < len(grid.rows) and _are_days_of_reviews(grid, index, finder):
        segment.header_rows.append(index + 1)
        for column, slot in filled(grid.rows[index + 1], index + 1):
            segment.headers[column] = f"{segment.headers[column]} ({slot.text})"
        return index + 2
    if index + 1 < len(grid.rows) and _is_second_row(grid, index, finder):
        below = grid.rows[index + 1]
        segment.header_rows.append(index + 1)
        for column, (first, second) in enumerate(zip(row, below, strict=True)):
            if second and second.row == index + 1 and second.text:
                segment.parents[column] = first.text if first else segment.parents[column]
                segment.headers[column] = second.text
        return index + 2
    return index + 1


def _spanning_above(segment: Segment, index: int) -> int | None:
    """The row above a header, if it holds headers of several columns each."""
    above = index - 1
    if above not in segment.titles:
        return None
    cells = [slot for _, slot in filled(segment.grid.rows[above], above)]
    if len(cells) == 2 and cells[0].cell.columns == 1 and cells[1].cell.columns == segment.grid.width - 1:  # noqa: PLR2004
        return None  # a label and what it says
    is_short = all(len(slot.text.split()) <= _LONG_HEADER for slot in cells)
    return above if len(cells) > 1 and is_short and any(slot.cell.columns > 1 for slot in cells) else None


def _is_second_row(grid: TableGrid, index: int, finder: HeaderFinder) -> bool:
    """Whether the row below a header belongs to it: short words below a header of several columns, and blanks."""
    row, below = grid.rows[index], filled(grid.rows[index + 1], index + 1)
    if not below or any(len(slot.text.split()) > _LONG_HEADER for _, slot in below):
        return False
    if grid.row_of(index).is_header and grid.row_of(index + 1).is_header and len(below) > 1:
        return True
    spanned = [
        column
        for column, _ in below
        if (first := row[column]) and first.cell.columns > 1 and first.cell.columns < grid.width
    ]
    blank = [column for column, _ in below if not row[column] or not _text(row[column])]
    if not spanned and not (blank and len(blank) == len(below)):
        return False
    known = sum(max(finder.score(slot.text).values(), default=0) >= EXACT * _HALF for _, slot in below)
    return len(spanned) + len(blank) == len(below) and (bool(spanned) or known >= _HALF * len(below))


def _are_days_of_reviews(grid: TableGrid, index: int, finder: HeaderFinder) -> bool:
    """Whether the row below a header only says of which day each of several columns of states or notes is."""
    below = filled(grid.rows[index + 1], index + 1)
    above = [finder.score(_text(grid.rows[index][column])) for column, _ in below]
    are_reports = all(scores.keys() & {Field.RAG, Field.REPORT} for scores in above)
    return len(below) > 1 and are_reports and all(is_timeline(slot.text) for _, slot in below)


def _text(slot: object) -> str:
    return str(getattr(slot, "text", ""))


def foreign_headers(headers: Sequence[str]) -> int:
    """The number of headers that belong to tables of other kinds."""
    return sum(is_foreign(header) for header in headers if header)
