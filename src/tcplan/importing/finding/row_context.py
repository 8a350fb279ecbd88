"""What is known of a table while its rows are read: its columns, its ids, and what the rows before said."""

from collections.abc import Sequence
from dataclasses import dataclass

from tcplan.importing.document import paragraphs_in
from tcplan.importing.finding.building import PlanBuilder, put_headers
from tcplan.importing.finding.columns import Column
from tcplan.importing.finding.grids import Slot, cell_words, filled
from tcplan.importing.finding.ids import id_parts, read_id
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.finding.row_ids import automatic_number, heights, id_of_slot, learn_style, numbered_words
from tcplan.importing.found import Field, FoundLevel


@dataclass(slots=True)
class TableRow:
    """A row of a table.

    Attributes:
        index: Its place.
        cells: What it says, by column; also what cells that began above it say.
        own: The cells that begin in it and say something.
    """

    index: int
    cells: dict[int, Slot]
    own: list[tuple[int, Slot]]


class TableContext:
    """The columns of a table by what they are, its ids, and where the reading stands."""

    def __init__(self, table: PlanTable, builder: PlanBuilder, numbers: Sequence[str]) -> None:
        self.table = table
        self.builder = builder
        self.columns = {column.index: column for column in table.columns}
        self.action = table.column_of(Field.ACTION)
        self.step = table.column_of(Field.STEP)
        self.objective = table.column_of(Field.OBJECTIVE)
        self.pillar = table.column_of(Field.PILLAR)
        self.ids = {column.level: column for column in reversed(table.columns) if column.field is Field.ID}
        self.style = learn_style(self._texts(self.action))
        self.objective_style = learn_style(self._texts(self.objective))
        self.pillar_style = learn_style(self._texts(self.pillar))
        self.heights = heights(numbers)
        self.id_share = self._share_of_ids()
        self.is_full_parent = self._parents_are_actions()
        self.blank_before = False
        self.group_row_before = -2

    def _texts(self, column: Column | None) -> list[str]:
        if column is None:
            return []
        slots = (self.table.cells[index].get(column.index) for index in self.table.segment.body)
        return [
            slot.text
            for index, slot in zip(self.table.segment.body, slots, strict=True)
            if slot and slot.row == index and slot.text
        ]

    def number_of(self, cells: dict[int, Slot], index: int) -> tuple[str, str, str]:
        """The label, the id and the words of the action of a row."""
        if self.action is None:
            return "", "", ""
        slot = cells.get(self.action.index)
        text = slot.text if slot and slot.row == index else ""
        label, number, rest = numbered_words(text, self.style)
        column = self.ids.get(FoundLevel.ACTION)
        own = cells.get(column.index) if column else None
        found = id_of_slot(own) if own and own.row == index else ""
        if found:
            return label, found, rest if number == found or not number else text
        automatic = automatic_number(slot) if slot and slot.row == index else ""
        if not number and not automatic and len(self.table.segment.body) == 1:
            automatic = read_id(self.action.header)  # a form with "Action 1.1" as its label
        return label, number or automatic, rest

    def is_title(self, column: int) -> bool:
        """Whether a column holds the words of pillars, objectives or actions."""
        found = self.columns.get(column)
        return found is not None and found.field in {Field.PILLAR, Field.OBJECTIVE, Field.ACTION}

    def numbers(self) -> list[str]:
        """The ids of all rows."""
        found = (self.number_of(self.table.cells[index], index)[1] for index in self.table.segment.body)
        return [number for number in found if number]

    def _share_of_ids(self) -> float:
        rows = [index for index in self.table.segment.body if self.begins_action(index)]
        return (
            sum(bool(self.number_of(self.table.cells[index], index)[1]) for index in rows) / len(rows) if rows else 0.0
        )

    def begins_action(self, index: int) -> bool:
        """Whether a row has an action of its own."""
        slot = self.table.cells[index].get(self.action.index) if self.action else None
        return bool(slot and slot.row == index and slot.text)

    def _parents_are_actions(self) -> bool:
        """Whether rows with ids that others extend are as full as those: then the others are steps of actions."""
        parents, full = 0, 0
        for index in self.table.segment.body:
            number = self.number_of(self.table.cells[index], index)[1]
            if number and self.heights.get(id_parts(number), 0) > 0:
                parents += 1
                full += self.is_full(index)
        return parents > 0 and full > parents / 2

    def is_full(self, index: int) -> bool:
        """Whether a row itself says who and when, as far as the table has columns for that."""
        wanted = [
            fields
            for fields in ((Field.OWNERS, Field.LEAD), (Field.DUE,))
            if any(column.field in fields and column.level is FoundLevel.ACTION for column in self.table.columns)
        ]
        return bool(wanted) and all(self.has_fields(index, *fields) for fields in wanted)

    def has_fields(self, index: int, *fields: Field) -> bool:
        """Whether a row itself says one of these."""
        cells = self.table.cells[index]
        return any(
            column.field in fields and (slot := cells.get(column.index)) and slot.row == index and slot.text
            for column in self.table.columns
        )

    def next_is_full(self, index: int) -> bool:
        """Whether the next row that says anything is an action with more than its title."""
        for other in self.table.segment.body:
            if other > index and len(filled(self.table.segment.grid.rows[other], other)) > 1:
                return True
        return False

    def put_id(self, index: int) -> None:
        """The cells of ids are accounted for."""
        for level, column in self.ids.items():
            slot = self.table.cells.get(index, {}).get(column.index)
            if slot and slot.row == index and level in {FoundLevel.ACTION, FoundLevel.STEP}:
                put_headers(self.builder.ledger, paragraphs_in(slot.cell.blocks))

    def loose(self, slot: Slot) -> None:
        """The words of a cell are about the plan as a whole."""
        words = cell_words(slot.cell)
        if words.paragraphs:
            self.builder.loose.append(words)
