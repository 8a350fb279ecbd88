"""A document as pieces in reading order: lines of text, tables of actions, and other tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tcplan.importing.document import Block, Cell, Document, Paragraph, Place, Row, Table, paragraphs_in
from tcplan.importing.finding.cell_kinds import is_theme
from tcplan.importing.finding.cell_lists import is_item, without_bullet
from tcplan.importing.finding.columns import assign_columns
from tcplan.importing.finding.grids import filled, has_table, make_grid, transpose
from tcplan.importing.finding.groups import GroupKind, is_horizon, read_group
from tcplan.importing.finding.headers import STRONG, HeaderFinder, Segment
from tcplan.importing.finding.ids import id_parts, split_number
from tcplan.importing.finding.labels import split_labels
from tcplan.importing.finding.plan_tables import PlanTable, collect_facts, continue_table, read_table
from tcplan.importing.finding.sheet_blocks import split_sheet
from tcplan.importing.found import Field, Level

SHEET_RANK = 1
COLUMN_RANK = 30
_MOST_DEPTH = 8
_HALF = 0.5
_PASSAGE = 6
_FEW = 2


@dataclass(slots=True)
class Line:
    """A paragraph in the running text.

    Attributes:
        paragraph: The paragraph.
        heading: The level of the heading, which may come from where it stands, such as above a column of a poster.
        is_listed: Whether it is one of the lines in a cell of a poster, each of which says something of its own.
        is_action: Whether it is the title of an action whose fields come below it.
    """

    paragraph: Paragraph
    heading: int = 0
    is_listed: bool = False
    is_action: bool = False

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list, or one of the lines in a cell of a poster."""
        return self.is_listed or is_item(self.paragraph)


@dataclass(slots=True)
class OtherTable:
    """A table that holds no actions."""

    table: Table


@dataclass(slots=True)
class SheetName:
    """The name of a sheet, or the caption of a table: no fragment of the document, but a heading."""

    name: str
    place: Place
    is_sheet: bool


@dataclass(slots=True)
class FormTable:
    """A table of labels and values that says something about the action whose title is above it."""

    table: PlanTable


Piece = Line | PlanTable | OtherTable | SheetName | FormTable


class PieceReader:
    """Takes a document apart; a table without a header may go on with the table of actions before it."""

    def __init__(self, finder: HeaderFinder) -> None:
        self._finder = finder
        self._before: PlanTable | None = None

    def read(self, document: Document) -> list[Piece]:
        """The pieces of a document."""
        pieces = list(self._pieces(document.blocks, 0))
        _leave_inferred(pieces)
        _mark_titles(pieces)
        _mark_numbered(pieces)
        return pieces

    def _pieces(self, blocks: Sequence[Block], depth: int) -> Iterator[Piece]:
        for block in blocks:
            if isinstance(block, Paragraph):
                if block.heading:
                    self._before = None
                yield Line(block, block.heading)
            else:
                yield from self._table(block, depth)

    def _table(self, table: Table, depth: int) -> Iterator[Piece]:
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

    def _arranged(self, table: Table, depth: int) -> Iterator[Piece]:
        """The text of a table that only arranges it: in columns below pillars or times, or anyhow."""
        for above, cells in _poster(table) or _horizon_columns(table):
            for rank, header in enumerate(above, COLUMN_RANK):
                yield from (Line(one, rank) for one in paragraphs_in(header.blocks))
            yield from (_listed(piece) for cell in cells for piece in self._pieces(cell.blocks, depth))
        if _poster(table) or _horizon_columns(table):
            return
        if _is_layout(table):
            for row in table.rows:
                for cell in row.cells:
                    yield from self._pieces(cell.blocks, depth)
        else:
            yield OtherTable(table)

    def _plans(self, table: Table) -> list[Piece]:  # noqa: PLR0911 -- a choice, in order
        """The tables of actions that a table is, upright or turned over."""
        grid = make_grid(table)
        segments = self._finder.segments(grid)
        if len(segments) == 1 and self._has_more_labels(table, segments[0]) and (turned := self._turned(table)):
            return [turned]
        has_header = any(one.header_rows for one in segments)
        plans = [(one, read_table(one, self._finder)) for one in segments if has_header or not _has_long_cells(table)]
        if has_header and any(found for _, found in plans):
            return [piece for segment, found in plans for piece in ([found] if found else _lines_of(segment))]
        if turned := self._turned(table):
            return [turned]
        if form := self._form(table):
            return [form]
        if self._before is not None and not has_header and (found := continue_table(segments[0], self._before)):
            return [found]
        if any(found for _, found in plans) and not _is_layout(table):
            return [found for _, found in plans if found]
        return []

    def _has_more_labels(self, table: Table, segment: Segment) -> bool:
        """Whether more labels are in the first column than in the header."""
        labels = {row.cells[0].text for row in table.rows if row.cells and not row.before}
        return self._known(labels) > self._known({header for header in segment.headers if header})

    def _is_known(self, label: str) -> bool:
        return self._known([label]) > 0

    def _known(self, labels: Iterable[str]) -> int:
        return sum(max(self._finder.score(label).values(), default=0) >= STRONG for label in labels)

    def _has_header(self, table: Table) -> bool:
        return any(one.header_rows for one in self._finder.segments(make_grid(table)))

    def _turned(self, table: Table) -> PlanTable | None:
        """The table with its headers in the first column."""
        if len(table.rows) < 2:  # noqa: PLR2004 -- one label is none
            return None
        labels = [row.cells[0].text for row in table.rows if row.cells and not row.before]
        known = self._known(labels)
        if known < 2 or known < _HALF * len(labels):  # noqa: PLR2004
            return None
        first = self._turned_segment(table)
        return read_table(first, self._finder) if first else None

    def _turned_segment(self, table: Table) -> Segment | None:
        turned = transpose(_pairs(table, self._finder) or table)
        first = self._finder.segments(make_grid(turned))[0]
        return first if first.header_rows and first.header_rows[0] <= 1 else None

    def _form(self, table: Table) -> FormTable | None:
        """A table of labels and values without an action."""
        segments = [self._finder.segments(make_grid(table))[0], self._turned_segment(table)]
        for segment in segments:
            if segment is not None and segment.header_rows and len(segment.body) == 1:
                columns = assign_columns(list(collect_facts(segment).values()), self._finder, has_action=False)
                if len({column.field for column in columns} & _OF_FORMS) > 1:
                    return FormTable(PlanTable(segment, columns))
        return None


_OF_FORMS = frozenset({Field.OWNERS, Field.LEAD, Field.DUE, Field.SUCCESS, Field.RAG, Field.PRIORITY, Field.REPORT})


def _listed(piece: Piece) -> Piece:
    if isinstance(piece, Line) and not piece.heading:
        piece.is_listed = True
    return piece


def _leave_inferred(pieces: list[Piece]) -> None:
    """Where a header says which table holds actions, others whose words only sound like it are no plans."""
    for table in _of_objectives(pieces):
        for column in table.columns:
            if column.was_objective:
                column.field, table.is_objectives = Field.OBJECTIVE, True
    if any(isinstance(one, PlanTable) and not one.is_inferred and not one.is_continued for one in pieces):
        pieces[:] = [
            OtherTable(one.segment.grid.table) if isinstance(one, PlanTable) and one.is_inferred else one
            for one in pieces
        ]


def _of_objectives(pieces: Sequence[Piece]) -> list[PlanTable]:
    """The tables of objectives, where others hold the actions."""
    tables = [one for one in pieces if isinstance(one, PlanTable)]
    found = [one for one in tables if any(column.was_objective for column in one.columns)]
    has_actions = any(not one.is_inferred and not any(one is other for other in found) for one in tables)
    return found if has_actions else []


def _mark_titles(pieces: list[Piece]) -> None:
    """Find the titles of actions: the lines right above forms, and headings with nothing but labelled lines below."""
    titles = [line for place, piece in enumerate(pieces) if (line := _title_above(pieces, place, piece))]
    for place, piece in enumerate(pieces):
        if isinstance(piece, Line) and _may_be_title(piece) and _has_labels_below(pieces, place):
            titles.append(piece)
    if len(titles) > 1:
        for line in titles:
            line.is_action = True
    else:
        pieces[:] = [OtherTable(one.table.segment.grid.table) if isinstance(one, FormTable) else one for one in pieces]


def _may_be_title(line: Line) -> bool:
    """Whether a line is a heading, is bold, or has an id of its own, such as `1.2 Develop web pages`."""
    split = split_number(line.paragraph.text) if not line.paragraph.depth else None
    return bool(line.heading or line.paragraph.is_bold or (split and split.is_certain and split.rest))


def _mark_numbered(pieces: Sequence[Piece]) -> None:
    """Find the paragraphs that are a list because all of them begin with another id, such as `A1 ...`, `A2 ...`."""
    run: list[Line] = []
    for piece in [*pieces, None]:
        if isinstance(piece, Line) and not piece.paragraph.text.strip():
            continue
        if isinstance(piece, Line) and not piece.heading and split_number(piece.paragraph.text):
            run.append(piece)
            continue
        numbers = [found.number for one in run if (found := split_number(one.paragraph.text)) and found.number]
        if len(numbers) > _FEW and len(set(numbers)) == len(run) and all(map(_is_next, numbers, numbers[1:])):
            for one in run:
                one.is_listed = True
        run = []


def _is_next(number: str, following: str) -> bool:
    """Whether an id is of the same kind as the one before, and after it."""
    parts, then = id_parts(number), id_parts(following)
    return len(parts) == len(then) and (len(parts[-1]), parts) < (len(then[-1]), then)


def _title_above(pieces: Sequence[Piece], place: int, piece: Piece) -> Line | None:
    if not isinstance(piece, FormTable):
        return None
    for before in reversed(pieces[max(0, place - 3) : place]):
        if isinstance(before, Line) and before.paragraph.text.strip():
            return before
        if not isinstance(before, Line):
            return None
    return None


def _has_labels_below(pieces: Sequence[Piece], place: int) -> bool:
    """Whether the line below a heading is an owner or a date, and no action is named before the next heading."""
    text = pieces[place]
    if not isinstance(text, Line) or read_group(text.paragraph.text).kind is not GroupKind.GROUP:
        return False
    below: list[Field] = []
    for piece in pieces[place + 1 :]:
        if not isinstance(piece, Line) or piece.heading:
            break
        if not piece.paragraph.text.strip():
            continue
        told = [part.field for part in split_labels(piece.paragraph.text) if part.field is not None]
        is_own = piece.is_item and split_labels(without_bullet(piece.paragraph.text))[0].field is None
        if not below and (not told or is_own):
            break
        if {Field.ACTION, Field.OBJECTIVE} & set(told) or has_action_label(piece.paragraph.text):
            return False
        below += told
    return bool(set(below) & {Field.OWNERS, Field.LEAD, Field.DUE})


def has_action_label(text: str) -> bool:
    """Whether a line says that it is an action: `Action 3: ...`."""
    split = split_number(text)
    return bool(split and split.label == Level.ACTION and split.rest) or any(
        part.field is Field.ACTION and part.text for part in split_labels(text)
    )


def _horizon_columns(table: Table) -> list[tuple[list[Cell], list[Cell]]]:
    """The cells of a table with a time above each column, each with the title of its row and the time."""
    grid = make_grid(table)
    if len(grid.rows) < 2:  # noqa: PLR2004 -- a header and a row
        return []
    heads = filled(grid.rows[0], 0)
    times = {column: slot.cell for column, slot in heads if is_horizon(slot.text)}
    if len(times) < 2 or len(times) < len(heads) - 1:  # noqa: PLR2004 -- two columns
        return []
    found = []
    for index, row in enumerate(grid.rows[1:], 1):
        cells = filled(row, index)
        title = [slot.cell for column, slot in cells if column not in times]
        found += [([*title, times[column]], [slot.cell]) for column, slot in cells if column in times]
    return found


def _lines_of(segment: Segment) -> list[Piece]:
    """The words of a part of a table that is no plan."""
    return [
        Line(one)
        for index in [*segment.titles, *segment.header_rows, *segment.body]
        for _, slot in filled(segment.grid.rows[index], index)
        for one in paragraphs_in(slot.cell.blocks)
    ]


def _pairs(table: Table, finder: HeaderFinder) -> Table | None:
    """A form of labels and values in four columns, as two columns."""
    rows = [row.cells for row in table.rows]
    if not any(len(cells) == 4 for cells in rows) or any(len(cells) % 2 for cells in rows if len(cells) != 1):  # noqa: PLR2004 -- two pairs
        return None
    third = [cells[2].text for cells in rows if len(cells) == 4]  # noqa: PLR2004
    if sum(max(finder.score(text).values(), default=0) >= STRONG for text in third) < _HALF * len(third):
        return None
    pairs = [Row(cells[place : place + 2]) for cells in rows for place in range(0, len(cells), 2)]
    return Table(tuple(pairs), table.place, table.name)


def _has_long_cells(table: Table) -> bool:
    """Whether cells hold whole passages, as those of a layout do."""
    return any(
        len(paragraphs) > _PASSAGE
        for row in table.rows
        for cell in row.cells
        for paragraphs in [list(paragraphs_in(cell.blocks))]
    )


def _is_layout(table: Table) -> bool:
    """Whether a table only arranges text: one column, one cell, or cells with tables, headings and lists."""
    cells = [cell for row in table.rows for cell in row.cells if cell.blocks]
    if not cells:
        return False
    widest = max(len(row.cells) for row in table.rows)
    if widest == 1 or any(has_table(cell.blocks) for cell in cells):
        return True
    rich = sum(_is_rich(cell) for cell in cells)
    return rich > 0 and widest <= 4 and rich >= len(cells) / 4  # noqa: PLR2004 -- of columns; of cells


def _is_rich(cell: Cell) -> bool:
    paragraphs = [one for one in paragraphs_in(cell.blocks) if one.text.strip()]
    return any(one.heading for one in paragraphs) or (
        len(paragraphs) >= _FEW and sum(is_item(one) for one in paragraphs) > 1
    )


def _poster(table: Table) -> list[tuple[list[Cell], list[Cell]]]:
    """The columns of a table that has a pillar above each: the title, and the cells below it."""
    grid = make_grid(table)
    for index in range(min(2, len(grid.rows) - 1)):
        heads = filled(grid.rows[index], index)
        themes = sum(is_theme(slot.text) for _, slot in heads)
        if themes >= 2 and themes >= _HALF * len(heads):  # noqa: PLR2004 -- two columns
            columns = []
            for _, slot in heads:
                below = [
                    other.cell
                    for place in range(index + 1, len(grid.rows))
                    for at, other in filled(grid.rows[place], place)
                    if slot.column <= at < slot.column + slot.cell.columns
                ]
                columns.append(([slot.cell], below))
            return columns
    return []


def plan_tables(pieces: Sequence[Piece]) -> list[PlanTable]:
    """The tables of actions among the pieces."""
    return [piece for piece in pieces if isinstance(piece, PlanTable)]


def has_field(table: PlanTable, found: Field) -> bool:
    """Whether a table has a column of a field."""
    return table.column_of(found) is not None
