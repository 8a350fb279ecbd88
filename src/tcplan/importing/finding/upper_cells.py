"""The pillars and objectives that stand in cells beside their actions."""

from dataclasses import replace

from tcplan.importing.document import paragraphs_in
from tcplan.importing.finding.building import TITLE_ROW_RANK, Group, add_words, put_headers, same_title
from tcplan.importing.finding.columns import Column
from tcplan.importing.finding.grids import Slot, cell_words
from tcplan.importing.finding.row_context import TableContext, TableRow
from tcplan.importing.finding.row_ids import NumberStyle, automatic_number, id_of_slot, numbered_words
from tcplan.importing.found import Field, FoundEntry, FoundLevel, Words
from tcplan.importing.ledger import REPEATED


class UpperCells:
    """Reads the pillar and the objective of a row, and what it says about them."""

    def __init__(self, context: TableContext) -> None:
        self._context = context

    def read(self, row: TableRow) -> None:
        """Read both."""
        self._read_upper(row, FoundLevel.PILLAR)
        self._read_upper(row, FoundLevel.OBJECTIVE)

    def _style_of(self, level: FoundLevel) -> tuple[Column | None, NumberStyle]:
        context = self._context
        if level is FoundLevel.PILLAR:
            return context.pillar, context.pillar_style
        return context.objective, context.objective_style

    def _read_upper(self, row: TableRow, level: FoundLevel) -> None:
        """The pillar or objective of a row, with what the row says about it."""
        column, _ = self._style_of(level)
        slot = row.cells.get(column.index) if column else None
        entry: FoundEntry | None = None
        if slot is not None and column is not None and slot.text:
            if slot.row == row.index:
                entry = self.enter(row, level)
        elif column is None or level not in self._context.builder.current:
            return
        entry = entry or self._context.builder.current.get(level)
        if entry is None:
            return
        for other, value in row.own:
            known = self._context.columns.get(other)
            if known and known.level is level and known.field not in {Field.ID, Field.PILLAR, Field.OBJECTIVE}:
                self._add_once(entry, known, value)
            elif known and known.level is level and known.field is Field.ID:
                put_headers(self._context.builder.ledger, paragraphs_in(value.cell.blocks))

    def enter(self, row: TableRow, level: FoundLevel) -> FoundEntry | None:
        """Enter the pillar or objective that a row names; None where it names none."""
        column, style = self._style_of(level)
        slot = row.cells.get(column.index) if column else None
        if column is None or slot is None or not slot.text:
            return None
        id_column = self._context.ids.get(level)
        id_slot = row.cells.get(id_column.index) if id_column else None
        _, number, rest = numbered_words(slot.text, style)
        number = number or automatic_number(slot) or (id_of_slot(id_slot) if id_slot else "")
        paragraphs = [one for one in paragraphs_in(slot.cell.blocks) if one.text.strip()]
        words = cell_words(slot.cell, column.header, rest)
        about = None
        if len(paragraphs) > 1 and paragraphs[0].is_bold and not all(one.is_bold for one in paragraphs):
            _, _, rest = numbered_words(paragraphs[0].text, style)
            words = replace(words, paragraphs=(paragraphs[0],), text=rest)
            about = replace(words, paragraphs=tuple(paragraphs[1:]), text="\n".join(one.text for one in paragraphs[1:]))
        again = self._end_objectives(number, words) if level is FoundLevel.PILLAR else []
        entry = self._context.builder.title_entry(level, number, words)
        self._context.builder.groups += again
        if about is not None and not any(about.text == one.text for one in entry.fields.get(Field.ABOUT, [])):
            add_words(entry, Field.ABOUT, about)
        return entry

    def _end_objectives(self, number: str, title: Words) -> list[Group]:
        """End the objectives of title rows with their pillar; those that begin again below it, unless numbered."""
        builder = self._context.builder
        before = builder.current.get(FoundLevel.PILLAR)
        groups = [one for one in builder.groups if one.rank >= TITLE_ROW_RANK and one.entry is not None]
        if before is None or not groups or same_title(before, number, title):
            return []
        builder.close_groups(TITLE_ROW_RANK, FoundLevel.PILLAR)
        objectives = [one for one in groups if one.level is FoundLevel.OBJECTIVE and not one.number]
        return [replace(one, entry=None, about=[], fields=[]) for one in objectives]

    def _add_once(self, entry: FoundEntry, column: Column, slot: Slot) -> None:
        words = cell_words(slot.cell, column.header)
        if any(words.text == one.text for one in entry.fields.get(column.field, [])):
            self._context.builder.ledger.put(words.paragraphs, REPEATED)
        else:
            add_words(entry, column.field, words)
