"""The rows of a table of actions, each read for what it is: a title, an action, a step, a key, or struck out."""

from collections.abc import Sequence
from dataclasses import replace

from tcplan.importing.document import paragraphs_in
from tcplan.importing.finding.action_rows import ActionRows
from tcplan.importing.finding.building import PlanBuilder, add_words, put_headers
from tcplan.importing.finding.grids import Slot, cell_words, filled
from tcplan.importing.finding.groups import names_group
from tcplan.importing.finding.header_texts import EXACT, score_header
from tcplan.importing.finding.keys import legend_parts
from tcplan.importing.finding.note_lines import is_note_row, note_words
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.finding.row_context import TableContext, TableRow
from tcplan.importing.finding.row_ids import id_of_slot
from tcplan.importing.finding.row_values import TITLE_FIELDS
from tcplan.importing.finding.title_rows import TitleRows
from tcplan.importing.finding.upper_cells import UpperCells
from tcplan.importing.found import Field, FoundLevel


class RowReader:
    """Reads the rows of one table into a plan; `numbers` are the ids of all tables of the document."""

    def __init__(self, table: PlanTable, builder: PlanBuilder, numbers: Sequence[str]) -> None:
        self._context = TableContext(table, builder, numbers)
        self._upper = UpperCells(self._context)
        self._titles = TitleRows(self._context, self._upper)
        self._actions = ActionRows(self._context)

    def read(self) -> None:
        """Read all rows in order."""
        self._doubt_columns()
        segment = self._context.table.segment
        for index in segment.titles:
            if not self._read_note(filled(segment.grid.rows[index], index)):
                self._titles.read_title(index)
        for index in segment.header_rows:
            for _, slot in filled(segment.grid.rows[index], index):
                put_headers(self._context.builder.ledger, paragraphs_in(slot.cell.blocks))
        self._titles.read_header()
        if not self._context.table.is_continued and not self._context.builder.has_new_objective:
            self._leave_cells()
        self._context.builder.has_new_objective = self._context.table.is_objectives
        for index in segment.body:
            own = [
                (column, slot)
                for column, slot in self._context.table.cells[index].items()
                if slot.row == index and slot.text
            ]
            self._read_row(TableRow(index, self._context.table.cells[index], _once(own)))

    def _leave_cells(self) -> None:
        """What cells of the table before said does not hold here, where no column says the same."""
        of_groups = [group.entry for group in self._context.builder.groups]
        for level, column in (
            (FoundLevel.PILLAR, self._context.pillar),
            (FoundLevel.OBJECTIVE, self._context.objective),
        ):
            entry = self._context.builder.current.get(level)
            if column is None and entry is not None and not any(entry is one for one in of_groups):
                self._context.builder.leave(level)
        self._context.builder.leave(FoundLevel.ACTION)

    def _doubt_columns(self) -> None:
        for column in self._context.table.columns:
            slots = [
                slot
                for row in self._context.table.segment.header_rows
                if (slot := self._context.table.segment.grid.rows[row][column.index])
            ]
            if not slots or self._context.table.is_continued:
                continue
            words = cell_words(slots[-1].cell)
            header = " ".join(column.header.split())
            if column.is_unknown:
                message = f'it is not clear what the column "{header}" holds; its words are in `about`'
                self._context.builder.doubt(
                    "column", f'{message}. To say what it holds, add --map "{header}=FIELD"', words
                )
            elif column.rival is not None and not names_group(column.header):
                readings = f"{column.field.value}; it could also be {column.rival.value}"
                message = f'the column "{header}" was read as {readings}'
                self._context.builder.doubt("column", message, words)

    def _read_row(self, row: TableRow) -> None:
        if not row.own:
            self._read_blank(row)
            return
        if self._read_note(row.own) or self._read_header(row):
            return
        group = self._titles.group_of(row)
        if group is None and self._titles.is_labelled_row(row):
            self._titles.read_labelled_row(row)
        elif group is not None:
            self._titles.read_row(row.index, group)
        elif self._is_below_all(row):
            for _, slot in row.own:
                self._context.loose(slot)
        elif self._titles.is_key(row):
            self._context.builder.plan.key.extend(cell_words(slot.cell) for _, slot in row.own)
        else:
            if not self._actions.goes_on(row):
                self._upper.read(row)
                self._actions.read(row)
            self._context.blank_before = False

    def _read_note(self, cells: Sequence[tuple[int, Slot]]) -> bool:
        """Read a row that is about the document and no action: a signature, a total, a key in one line."""
        slots = [slot for _, slot in cells]
        builder = self._context.builder
        if len(slots) == 1 and (parts := legend_parts(slots[0].text)):
            words = cell_words(slots[0].cell)
            builder.plan.key.extend(replace(words, text=part, fill="") for part in parts)
            return True
        if not is_note_row([slot.text for slot in slots]):
            return False
        builder.loose.append(note_words(slots))
        return True

    def _read_header(self, row: TableRow) -> bool:
        """Read a row of which every cell is the word of a header, though not of the one above: it is no action."""
        words = [slot.text for _, slot in row.own]
        if len(words) < 2 or not self._context.begins_action(row.index):  # noqa: PLR2004 -- one word may be a title
            return False
        if any(max(score_header(one).values(), default=0) < EXACT - 1 for one in words):
            return False
        for _, slot in row.own:
            put_headers(self._context.builder.ledger, paragraphs_in(slot.cell.blocks))
        return True

    def _is_below_all(self, row: TableRow) -> bool:
        """Whether a row of wide cells is none of the table's kind, such as a line for signatures below it."""
        rows = self._context.table.segment.grid.rows
        heads = [slot for index in self._context.table.segment.header_rows for _, slot in filled(rows[index], index)]
        are_wide = len(row.own) > 1 and all(slot.cell.columns > 1 for _, slot in row.own)
        return are_wide and bool(heads) and all(slot.cell.columns == 1 for slot in heads)

    def _read_blank(self, row: TableRow) -> None:
        """A row without words; its words may be struck out."""
        struck = [
            words
            for slot in row.cells.values()
            if slot.row == row.index
            for paragraph in paragraphs_in(slot.cell.blocks)
            for words in paragraph.struck
        ]
        if struck:
            slot = next(slot for slot in row.cells.values() if slot.row == row.index)
            text = " ".join(struck)
            message = f'A row is struck out and was left out: "{text[:80]}"'
            self._context.builder.doubt("struck", message, cell_words(slot.cell))
        else:
            self._context.blank_before = True


def _once(cells: Sequence[tuple[int, Slot]]) -> list[tuple[int, Slot]]:
    """Cells that span several columns once."""
    seen: list[Slot] = []
    found = []
    for column, slot in sorted(cells, key=lambda pair: pair[0]):
        if not any(slot is other for other in seen):
            seen.append(slot)
            found.append((column, slot))
    return found


def read_form(table: PlanTable, builder: PlanBuilder) -> None:
    """What a table of labels and values says about the action above it."""
    entry = builder.current.get(FoundLevel.ACTION)
    grid = table.segment.grid
    for index in table.segment.header_rows:
        for _, slot in filled(grid.rows[index], index):
            put_headers(builder.ledger, paragraphs_in(slot.cell.blocks))
    for index in [*table.segment.titles, *table.segment.body]:
        for column, slot in filled(grid.rows[index], index):
            found = table.columns[column].field
            words = cell_words(slot.cell, table.columns[column].header)
            if entry is None or index in table.segment.titles:
                builder.loose.append(words)
            elif found is Field.ID:
                entry.number = entry.number or id_of_slot(slot)
                put_headers(builder.ledger, words.paragraphs)
            else:
                add_words(entry, Field.ABOUT if found in TITLE_FIELDS else found, words)
