"""The rows that begin an action, go on with one, or are a step of it."""

from tcplan.importing.finding.building import join_words
from tcplan.importing.finding.cell_kinds import begins_like_action
from tcplan.importing.finding.grids import Slot, cell_words
from tcplan.importing.finding.ids import id_parts, is_below
from tcplan.importing.finding.new_actions import NewActions
from tcplan.importing.finding.row_context import TableContext, TableRow
from tcplan.importing.finding.row_values import RowValues
from tcplan.importing.finding.untitled_rows import read_untitled
from tcplan.importing.found import Field, FoundEntry, FoundLevel

_MOST = 0.6
_NEARLY_ALL = 0.7
_OPEN_ENDS = (",", " and", " of", " the", " to", " for", "-", " with", " in", " a", "/", " &")
"""What a text ends with that goes on in the next row."""


class ActionRows:
    """Reads the actions and steps of the rows of a table."""

    def __init__(self, context: TableContext) -> None:
        self._context = context
        self._values = RowValues(context.table)
        self._new = NewActions(context, self._values)

    def read(self, row: TableRow) -> None:
        """Read what a row says about actions and steps; what is about none of them is about the plan."""
        context = self._context
        slot = row.cells.get(context.action.index) if context.action else None
        current = context.builder.current.get(FoundLevel.ACTION)
        if slot is not None and slot.row == row.index and slot.text:
            self._read_action(row, slot)
        elif not self._new.has_step(row) and read_untitled(row, context):
            return
        elif current is not None and (self._has_action_fields(row) or self._new.has_step(row)):
            self._read_more(row, current)
        else:
            self._read_rest(row)

    def goes_on(self, row: TableRow) -> bool:
        """Read a row that is the second half of the one above: its titles begin in the middle of a sentence."""
        context = self._context
        current = context.builder.current.get(FoundLevel.ACTION)
        titles = [(column, slot) for column, slot in row.own if context.is_title(column)]
        if current is None or not context.begins_action(row.index) or len(titles) < 2:  # noqa: PLR2004 -- beside the action
            return False
        if not all(slot.text[0].islower() for _, slot in titles):
            return False
        for column, slot in titles:
            entry = context.builder.current.get(context.columns[column].level)
            if entry is not None:
                entry.title = join_words(entry.title, cell_words(slot.cell))
        self._values.add_fields(row, current, {FoundLevel.ACTION, FoundLevel.STEP})
        return True

    def _has_action_fields(self, row: TableRow) -> bool:
        return any(
            self._context.columns[column].level in {FoundLevel.ACTION, FoundLevel.STEP}
            for column, _ in row.own
            if column in self._context.columns
        )

    def _read_action(self, row: TableRow, slot: Slot) -> None:
        label, number, text = self._context.number_of(row.cells, row.index)
        current = self._context.builder.current.get(FoundLevel.ACTION)
        height = self._context.heights.get(id_parts(number), 0) if number else 0
        if label in {FoundLevel.OBJECTIVE, FoundLevel.PILLAR} or (height > 0 and not self._context.is_full_parent):
            by_height = FoundLevel.PILLAR if height > 1 else FoundLevel.OBJECTIVE
            level = FoundLevel(label) if label in {FoundLevel.OBJECTIVE, FoundLevel.PILLAR} else by_height
            self._context.put_id(row.index)
            entry = self._context.builder.title_entry(level, number, cell_words(slot.cell, text=text))
            self._values.add_fields(row, entry, {FoundLevel.ACTION, FoundLevel.STEP})
            return
        if current is not None and not number and self._continues(row, slot, current):
            self._continue_action(row, slot, current)
            return
        if current is not None and self._is_step(row, number, current, label):
            self._context.put_id(row.index)
            entry = self._context.builder.step(number, cell_words(slot.cell, text=text))
            self._values.add_fields(row, entry, {FoundLevel.ACTION, FoundLevel.STEP})
            return
        self._context.put_id(row.index)
        self._new.begin(row, slot, number, text)

    def _continues(self, row: TableRow, slot: Slot, current: FoundEntry) -> bool:
        """Whether the words of an action go on in this row."""
        if self._context.group_row_before == row.index - 1 or self._context.blank_before:
            return False
        if self._has_upper(row):
            return False
        is_full = self._context.has_fields(row.index, Field.OWNERS, Field.LEAD) and self._context.has_fields(
            row.index, Field.DUE
        )
        if is_full:
            return False
        before = current.title.text.rstrip()
        if slot.text[0].islower() or slot.text[0] in "(&,;" or before.endswith(_OPEN_ENDS):
            return True
        is_open = not before.endswith((".", "!", "?", ";", ":", ")"))
        return (
            is_open
            and self._context.id_share > _MOST
            and not self._has_action_fields_beside(row)
            and not begins_like_action(slot.text)
        )

    def _has_action_fields_beside(self, row: TableRow) -> bool:
        return self._context.has_fields(row.index, Field.OWNERS, Field.LEAD) or self._context.has_fields(
            row.index, Field.DUE
        )

    def _continue_action(self, row: TableRow, slot: Slot, current: FoundEntry) -> None:
        current.title = join_words(current.title, cell_words(slot.cell))
        self._values.add_fields(row, current, {FoundLevel.ACTION, FoundLevel.STEP})

    def _is_step(self, row: TableRow, number: str, current: FoundEntry, label: str) -> bool:
        """Whether a row is a step of the action above it."""
        if label == FoundLevel.STEP:
            return True
        if label == FoundLevel.ACTION:
            return False
        if number:
            parts = id_parts(number)
            is_letter = (
                len(parts) == 1 and parts[0].isalpha() and any(part.isdigit() for part in id_parts(current.number))
            )
            is_part = is_below(number, current.number) and self._context.is_full_parent
            return is_letter or (is_part and not self._context.is_full(row.index))
        if (
            not current.number
            or self._context.id_share > _NEARLY_ALL
            or self._context.group_row_before == row.index - 1
        ):
            return False
        if self._has_upper(row):
            return False
        # A row that says who and when, as the numbered rows do, is an action whose words have no id in front.
        has_ids = self._context.ids.get(FoundLevel.ACTION) is not None
        return has_ids or (self._context.id_share > 0 and not self._context.is_full(row.index))

    def _read_more(self, row: TableRow, current: FoundEntry) -> None:
        """A row that has no action of its own: a step, or more about the action above."""
        self._context.put_id(row.index)
        self._new.read_steps(row)
        self._values.add_fields(row, current, {FoundLevel.ACTION}, only_own=True)
        if not self._new.has_step(row):
            target = self._context.builder.current.get(FoundLevel.STEP) or current
            self._values.add_fields(row, target, {FoundLevel.STEP}, only_own=True)

    def _read_rest(self, row: TableRow) -> None:
        """A row with nothing about an action: its objective has been read; anything else is about the plan."""
        for column, slot in row.own:
            known = self._context.columns.get(column)
            if known is None or known.level in {FoundLevel.ACTION, FoundLevel.STEP}:
                self._context.loose(slot)

    def _has_upper(self, row: TableRow) -> bool:
        """Whether a row names a pillar or an objective."""
        columns = (self._context.columns.get(column) for column, _ in row.own)
        return any(column is not None and column.field in {Field.OBJECTIVE, Field.PILLAR} for column in columns)
