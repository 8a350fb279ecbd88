"""Takes a document apart into pieces: which tables are plans, upright or turned over, and which only arrange text."""

from collections.abc import Iterable, Iterator, Sequence

from tcplan.importing.document import Block, Paragraph, SourceDocument, SourceRow, SourceTable, paragraphs_in
from tcplan.importing.finding.arrangements import (
    as_pairs,
    columns_of_pillars,
    columns_of_times,
    has_long_cells,
    is_layout,
)
from tcplan.importing.finding.columns import assign_columns
from tcplan.importing.finding.flat_lists import mark_flat_steps
from tcplan.importing.finding.grids import filled, make_grid, transpose
from tcplan.importing.finding.headers import STRONG, HeaderFinder, Segment
from tcplan.importing.finding.lone_labels import mark_lone_labels
from tcplan.importing.finding.marked_lines import leave_inferred, mark_numbered, mark_titles
from tcplan.importing.finding.pieces import COLUMN_RANK, FormTable, Line, OtherTable, Piece, SheetName
from tcplan.importing.finding.plan_tables import PlanTable, collect_facts, continue_table, read_table
from tcplan.importing.finding.sheet_blocks import split_sheet
from tcplan.importing.finding.side_tables import split_plans
from tcplan.importing.finding.tick_boxes import choose_ticked
from tcplan.importing.found import Field

_MOST_DEPTH = 8
_HALF = 0.5
_NAME_WORDS = 10
_OF_FORMS = frozenset({Field.OWNERS, Field.LEAD, Field.DUE, Field.SUCCESS, Field.RAG, Field.PRIORITY, Field.REPORT})


class PieceReader:
    """Takes a document apart; a table without a header may go on with the table of actions before it."""

    def __init__(self, finder: HeaderFinder) -> None:
        self._finder = finder
        self._before: PlanTable | None = None

    def read(self, document: SourceDocument) -> list[Piece]:
        """The pieces of a document."""
        pieces = list(self._pieces(document.blocks, 0))
        leave_inferred(pieces)
        mark_titles(pieces)
        mark_numbered(pieces)
        mark_lone_labels(pieces)
        mark_flat_steps(pieces)
        return pieces

    def _pieces(self, blocks: Sequence[Block], depth: int) -> Iterator[Piece]:
        for block in blocks:
            if isinstance(block, Paragraph):
                if block.heading:
                    self._before = None
                yield Line(block, block.heading)
            else:
                yield from self._table(choose_ticked(block), depth)

    def _table(self, table: SourceTable, depth: int) -> Iterator[Piece]:
        if table.name:
            yield SheetName(table.name, table.place, table.is_sheet)
        if table.is_sheet:
            self._before = None
            yield from self._pieces(split_sheet(table, self._has_header, self._is_known), depth)
            return
        found = self._plans(table)
        if found:
            self._before = found[-1] if isinstance(found[-1], PlanTable) else None
            yield from found
        elif depth < _MOST_DEPTH:
            yield from self._arranged(table, depth + 1)
        else:
            yield OtherTable(table)

    def _arranged(self, table: SourceTable, depth: int) -> Iterator[Piece]:
        """The text of a table that only arranges it: in columns below pillars or times, or anyhow."""
        for above, cells in columns_of_pillars(table) or columns_of_times(table):
            for rank, header in enumerate(above, COLUMN_RANK):
                yield from (Line(one, rank) for one in paragraphs_in(header.blocks))
            yield from (_listed(piece) for cell in cells for piece in self._pieces(cell.blocks, depth))
        if columns_of_pillars(table) or columns_of_times(table):
            return
        if is_layout(table):
            for row in table.rows:
                yield from self._arranged_row(row, depth)
        else:
            yield OtherTable(table)

    def _arranged_row(self, row: SourceRow, depth: int) -> Iterator[Piece]:
        """The text of a row; a few words beside a table of actions are its heading."""
        pieces = [list(self._pieces(cell.blocks, depth)) for cell in row.cells]
        if len(pieces) > 1 and any(isinstance(one, PlanTable) for several in pieces[1:] for one in several):
            title = next((one for one in pieces[0] if isinstance(one, Line) and one.paragraph.text.strip()), None)
            if title and not title.heading and _may_name(title.paragraph.text):
                title.heading = COLUMN_RANK
        yield from (one for several in pieces for one in several)

    def _plans(self, table: SourceTable) -> list[Piece]:  # noqa: PLR0911 -- a choice, in order
        """The tables of actions that a table is, upright or turned over."""
        if sides := self._sides(table):
            return sides
        grid = make_grid(table)
        segments = self._finder.segments(grid)
        if len(segments) == 1 and self._has_more_labels(table, segments[0]) and (turned := self._turned(table)):
            return [turned]
        has_header = any(one.header_rows for one in segments)
        plans = [(one, read_table(one, self._finder)) for one in segments if has_header or not has_long_cells(table)]
        if has_header and any(found for _, found in plans):
            return [piece for segment, found in plans for piece in ([found] if found else _lines_of(segment))]
        if turned := self._turned(table):
            return [turned]
        if form := self._form(table):
            return [form]
        if self._before is not None and not has_header and (found := continue_table(segments[0], self._before)):
            return [found]
        if any(found for _, found in plans) and not is_layout(table):
            return [found for _, found in plans if found]
        return []

    def _sides(self, table: SourceTable) -> list[Piece]:
        """The plans that are beside each other in a table."""
        pieces: list[Piece] = []
        for side in split_plans(table, self._finder):
            for piece in self._plans(side.table):
                if isinstance(piece, PlanTable):
                    piece.side, piece.identity = side.label, side.identity
                pieces.append(piece)
        return pieces

    def _has_more_labels(self, table: SourceTable, segment: Segment) -> bool:
        """Whether more labels are in the first column than in the header."""
        labels = {row.cells[0].text for row in table.rows if row.cells and not row.before}
        return self._known(labels) > self._known({header for header in segment.headers if header})

    def _is_known(self, label: str) -> bool:
        return self._known([label]) > 0

    def _known(self, labels: Iterable[str]) -> int:
        return sum(max(self._finder.score(label).values(), default=0) >= STRONG for label in labels)

    def _has_header(self, table: SourceTable) -> bool:
        return any(one.header_rows for one in self._finder.segments(make_grid(table)))

    def _turned(self, table: SourceTable) -> PlanTable | None:
        """The table with its headers in the first column."""
        if len(table.rows) < 2:  # noqa: PLR2004 -- one label is none
            return None
        labels = [row.cells[0].text for row in table.rows if row.cells and not row.before]
        known = self._known(labels)
        if known < 2 or known < _HALF * len(labels):  # noqa: PLR2004
            return None
        first = self._turned_segment(table)
        return read_table(first, self._finder) if first else None

    def _turned_segment(self, table: SourceTable) -> Segment | None:
        turned = transpose(as_pairs(table, self._finder) or table)
        first = self._finder.segments(make_grid(turned))[0]
        return first if first.header_rows and first.header_rows[0] <= 1 else None

    def _form(self, table: SourceTable) -> FormTable | None:
        """A table of labels and values without an action."""
        segments = [self._finder.segments(make_grid(table))[0], self._turned_segment(table)]
        for segment in segments:
            if segment is not None and segment.header_rows and len(segment.body) == 1:
                columns = assign_columns(list(collect_facts(segment).values()), self._finder, has_action=False)
                if len({column.field for column in columns} & _OF_FORMS) > 1:
                    return FormTable(PlanTable(segment, columns))
        return None


def _may_name(text: str) -> bool:
    return len(text.split()) <= _NAME_WORDS and not text.rstrip().endswith((".", ":", ";", ","))


def _listed(piece: Piece) -> Piece:
    if isinstance(piece, Line) and not piece.heading:
        piece.is_listed = True
    return piece


def _lines_of(segment: Segment) -> list[Piece]:
    """The words of a part of a table that is no plan."""
    return [
        Line(one)
        for index in [*segment.titles, *segment.header_rows, *segment.body]
        for _, slot in filled(segment.grid.rows[index], index)
        for one in paragraphs_in(slot.cell.blocks)
    ]
