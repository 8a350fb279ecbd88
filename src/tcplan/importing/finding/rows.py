"""The rows of a table of actions: which begin an action, which go on with one, and which are titles."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tcplan.importing.document import Paragraph, paragraphs_in
from tcplan.importing.finding.building import Group, PlanBuilder, add_words, join_words, put_headers
from tcplan.importing.finding.cell_kinds import Kind, begins_like_action, is_theme, is_timeline, kinds_of
from tcplan.importing.finding.cell_lists import ListedPart, lines_of, read_content
from tcplan.importing.finding.columns import Column
from tcplan.importing.finding.grids import Slot, cell_words, filled, paragraph_words
from tcplan.importing.finding.groups import GroupKind, GroupTitle, default_level, is_prose, names_again, read_group
from tcplan.importing.finding.ids import id_parts, split_number
from tcplan.importing.finding.labels import split_labels
from tcplan.importing.finding.nested_steps import read_nested
from tcplan.importing.finding.owner_dates import split_owner_date
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.finding.row_ids import (
    NumberStyle,
    automatic_number,
    heights,
    id_of_slot,
    learn_style,
    numbered_words,
)
from tcplan.importing.found import Field, FoundEntry, Level, Words

TITLE_ROW_RANK = 100
"""Below all headings, which have their level as rank."""

_LONG_NOTE = 40
_MOST = 0.6


@dataclass(slots=True)
class _Row:
    index: int
    cells: dict[int, Slot]
    own: list[tuple[int, Slot]]  # those that begin in this row and say something


class RowReader:
    """Reads the rows of one table into a plan."""

    def __init__(self, table: PlanTable, builder: PlanBuilder, numbers: Sequence[str]) -> None:
        self._table = table
        self._builder = builder
        self._columns = {column.index: column for column in table.columns}
        self._action = table.column_of(Field.ACTION)
        self._step = table.column_of(Field.STEP)
        self._objective = table.column_of(Field.OBJECTIVE)
        self._pillar = table.column_of(Field.PILLAR)
        self._ids = {column.level: column for column in reversed(table.columns) if column.field is Field.ID}
        self._style = learn_style(self._texts(self._action))
        self._objective_style = learn_style(self._texts(self._objective))
        self._pillar_style = learn_style(self._texts(self._pillar))
        self._heights = heights(numbers)
        self._id_share = self._share_of_ids()
        self._is_full_parent = self._parents_are_actions()
        self._blank_before = False
        self._group_row_before = -2

    def _texts(self, column: Column | None) -> list[str]:
        if column is None:
            return []
        slots = (self._table.cells[index].get(column.index) for index in self._table.segment.body)
        return [
            slot.text
            for index, slot in zip(self._table.segment.body, slots, strict=True)
            if slot and slot.row == index and slot.text
        ]

    # Which rows have ids, and what these say of levels.

    def _number_of(self, cells: dict[int, Slot], index: int) -> tuple[str, str, str]:
        """The label, the id and the words of the action of a row."""
        if self._action is None:
            return "", "", ""
        slot = cells.get(self._action.index)
        text = slot.text if slot and slot.row == index else ""
        label, number, rest = numbered_words(text, self._style)
        column = self._ids.get(Level.ACTION)
        own = cells.get(column.index) if column else None
        found = id_of_slot(own) if own and own.row == index else ""
        if found:
            return label, found, rest if number == found or not number else text
        automatic = automatic_number(slot) if slot and slot.row == index else ""
        return label, number or automatic, rest

    def numbers(self) -> list[str]:
        """The ids of all rows."""
        found = (self._number_of(self._table.cells[index], index)[1] for index in self._table.segment.body)
        return [number for number in found if number]

    def _share_of_ids(self) -> float:
        rows = [index for index in self._table.segment.body if self._begins_action(index)]
        return (
            sum(bool(self._number_of(self._table.cells[index], index)[1]) for index in rows) / len(rows)
            if rows
            else 0.0
        )

    def _begins_action(self, index: int) -> bool:
        slot = self._table.cells[index].get(self._action.index) if self._action else None
        return bool(slot and slot.row == index and slot.text)

    def _parents_are_actions(self) -> bool:
        """Whether rows with ids that others extend are as full as those: then the others are steps of actions."""
        parents, full = 0, 0
        for index in self._table.segment.body:
            number = self._number_of(self._table.cells[index], index)[1]
            if number and self._heights.get(id_parts(number), 0) > 0:
                parents += 1
                full += self._has_fields(index, Field.OWNERS, Field.LEAD) and self._has_fields(index, Field.DUE)
        return parents > 0 and full > parents / 2

    def _has_fields(self, index: int, *fields: Field) -> bool:
        cells = self._table.cells[index]
        return any(
            column.field in fields and (slot := cells.get(column.index)) and slot.row == index and slot.text
            for column in self._table.columns
        )

    # Rows.

    def read(self) -> None:
        """Read all rows in order."""
        self._doubt_columns()
        segment = self._table.segment
        for index in segment.titles:
            self._read_title(index)
        for index in segment.header_rows:
            for _, slot in filled(segment.grid.rows[index], index):
                put_headers(self._builder.ledger, paragraphs_in(slot.cell.blocks))
        if not self._table.is_continued:
            self._leave_cells()
        for index in segment.body:
            own = [
                (column, slot) for column, slot in self._table.cells[index].items() if slot.row == index and _says(slot)
            ]
            self._read_row(_Row(index, self._table.cells[index], _once(own)))

    def _leave_cells(self) -> None:
        """What cells of the table before said does not hold here, where no column says the same."""
        of_groups = [group.entry for group in self._builder.groups]
        for level, column in ((Level.PILLAR, self._pillar), (Level.OBJECTIVE, self._objective)):
            entry = self._builder.current.get(level)
            if column is None and entry is not None and not any(entry is one for one in of_groups):
                self._builder.leave(level)
        self._builder.leave(Level.ACTION)

    def _doubt_columns(self) -> None:
        for column in self._table.columns:
            slots = [
                slot
                for row in self._table.segment.header_rows
                if (slot := self._table.segment.grid.rows[row][column.index])
            ]
            if not slots or self._table.is_continued:
                continue
            words = cell_words(slots[-1].cell)
            if column.is_unknown:
                self._builder.doubt(
                    "column", f'The column "{column.header}" is none that is known; its words are in `about`', words
                )
            elif column.rival is not None:
                readings = f"{column.field.value}; it could also be {column.rival.value}"
                message = f'The column "{column.header}" was read as {readings}'
                self._builder.doubt("column", message, words)

    def _read_title(self, index: int) -> None:
        """A row above the header: a title, or a line about the plan."""
        cells = filled(self._table.segment.grid.rows[index], index)
        if len(cells) == 1:
            self._read_group(index, cells[0][1], is_title=True)
            return
        for _, slot in cells:
            if read_group(slot.text).level in {Level.PILLAR, Level.OBJECTIVE}:
                self._read_group(index, slot, is_title=True)
            elif not self._read_labels(list(paragraphs_in(slot.cell.blocks))):
                self._loose(slot)

    def _loose(self, slot: Slot) -> None:
        words = cell_words(slot.cell)
        if words.paragraphs:
            self._builder.loose.append(words)

    def _read_row(self, row: _Row) -> None:
        if not row.own:
            self._read_blank(row)
            return
        group = self._group_of(row)
        if group is None and self._is_labelled_row(row):
            for _, slot in row.own:
                self._read_group(row.index, slot)
        elif group is not None:
            self._read_group(row.index, group)
        elif self._is_key(row):
            self._builder.plan.key.extend(cell_words(slot.cell) for _, slot in row.own)
        else:
            self._read_entries(row)
            self._blank_before = False

    def _read_blank(self, row: _Row) -> None:
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
            self._builder.doubt("struck", message, cell_words(slot.cell))
        else:
            self._blank_before = True

    # Titles between the rows.

    def _group_of(self, row: _Row) -> Slot | None:
        """The cell of a row that is the title of the rows below it."""
        if len(row.own) != 1 or self._action is None:
            return self._numbered_title(row)
        column, slot = row.own[0]
        width = self._table.segment.grid.width
        if width == 1:
            return None
        held = [other for other in row.cells.values() if other.row < row.index and other.text]
        if held:
            return None
        if slot.cell.columns >= max(2, width / 2):
            return slot
        return slot if self._is_title_in_column(row, column, slot) else None

    def _is_labelled_row(self, row: _Row) -> bool:
        """Whether a row of wide cells holds an objective and what is said about it, each after its label."""
        if len(row.own) < 2 or not any(slot.cell.columns > 1 for _, slot in row.own):  # noqa: PLR2004 -- one is a title
            return False
        levels = [read_group(slot.text).level for _, slot in row.own]
        return all(
            level in {Level.PILLAR, Level.OBJECTIVE} or split_labels(slot.text)[0].field is not None
            for level, (_, slot) in zip(levels, row.own, strict=True)
        )

    def _numbered_title(self, row: _Row) -> Slot | None:
        """The title of a row that holds an id in its own cell and one wide cell, such as `1 | Career Development`."""
        if len(row.own) != 2 or self._action is None:  # noqa: PLR2004 -- an id and a title
            return None
        (_, first), (_, second) = row.own
        is_wide = second.cell.columns >= max(2, (self._table.segment.grid.width - 1) / 2)
        return (
            second
            if is_wide
            and id_of_slot(first)
            and Kind.ID in kinds_of(first.text)
            and second.column + second.cell.columns >= self._table.segment.grid.width
            else None
        )

    def _is_title_in_column(self, row: _Row, column: int, slot: Slot) -> bool:
        """Whether the only cell of a row, no wider than others, is a title: in a spreadsheet or a text."""
        known = self._columns.get(column)
        if known is None:
            return False
        group = read_group(slot.text)
        says_so = (
            bool(group.level in {Level.PILLAR, Level.OBJECTIVE})
            or group.kind is GroupKind.HORIZON
            or is_theme(group.text)
        )
        if known.field is Field.ACTION:
            return says_so or (self._is_short_title(slot) and self._next_is_full(row.index))
        if known.field in {Field.PILLAR, Field.OBJECTIVE, Field.STEP, Field.DUE, Field.RAG}:
            return False
        if known.field is Field.ID:
            return Kind.ID not in kinds_of(slot.text)
        return column == 0 and (says_so or len(slot.text.split()) > 1)

    def _is_short_title(self, slot: Slot) -> bool:
        is_bold = all(one.is_bold for one in paragraphs_in(slot.cell.blocks) if one.text.strip())
        is_short = len(slot.text.split()) <= 8 and not slot.text.rstrip().endswith(".")  # noqa: PLR2004 -- words of a name
        return is_short and (is_bold or not begins_like_action(slot.text)) and not slot.text[0].islower()

    def _next_is_full(self, index: int) -> bool:
        """Whether the next row that says anything is an action with more than its title."""
        for other in self._table.segment.body:
            if other > index and len(filled(self._table.segment.grid.rows[other], other)) > 1:
                return True
        return False

    def _read_group(  # noqa: PLR0911 -- a choice, in order
        self, index: int, slot: Slot, *, is_title: bool = False
    ) -> None:
        words = cell_words(slot.cell)
        paragraphs = list(paragraphs_in(slot.cell.blocks))
        first = next((one for one in paragraphs if one.text.strip()), None)
        if first is None:
            return
        beside = self._ids.get(Level.ACTION)
        id_slot = self._table.cells.get(index, {}).get(beside.index) if beside else None
        number = (
            id_of_slot(id_slot) if id_slot and id_slot is not slot and id_slot.row == index else automatic_number(slot)
        )
        if self._read_labels(paragraphs):
            self._group_row_before = index if self._group_row_before == index - 1 else self._group_row_before
            return
        group = read_group(first.text, number)
        builder = self._builder
        if number:
            self._put_id(index)
        if group.level is None and (len(first.text.split()) > _LONG_NOTE or is_prose(first.text)):
            self._add_note(words)
            return
        if is_title and builder.groups and names_again(builder.groups[-1].title.text, group.text):
            put_headers(builder.ledger, words.paragraphs)
            return
        if group.kind is GroupKind.HORIZON:
            builder.set_horizon(words, TITLE_ROW_RANK + 5)
            return
        if group.kind in {GroupKind.PLAN, GroupKind.GENERIC} and (is_title or group.kind is GroupKind.GENERIC):
            self._read_plan_title(group, words)
            return
        if not is_title and not self._next_is_full(index):
            self._add_note(words)
            return
        self._open(index, group, words, first, paragraphs)

    def _read_labels(self, paragraphs: Sequence[Paragraph]) -> bool:
        """A title row such as `Rationale: ...`: what it says about the objective or pillar that it belongs to."""
        said = [(one, part) for one in paragraphs if one.text.strip() for part in split_labels(one.text)]
        if not said or any(part.field in {None, Field.PILLAR, Field.OBJECTIVE, Field.ACTION} for _, part in said):
            return False
        for paragraph, part in said:
            if part.field is not None and part.text:
                self._builder.add_group_field(part.field, paragraph_words(paragraph, part.label, part.text))
        return True

    def _read_plan_title(self, group: GroupTitle, words: Words) -> None:
        builder = self._builder
        if group.kind is GroupKind.PLAN and (not builder.plan.title or builder.is_called_like_sheet):
            builder.plan.title = words.text.split("\n")[0]
            builder.is_called_like_sheet = False
        builder.plan.about.append(words)

    def _add_note(self, words: Words) -> None:
        groups = self._builder.groups
        if groups and groups[-1].entry is None:
            groups[-1].about.append(words)
        elif groups and groups[-1].entry is not None and self._group_row_before >= 0:
            add_words(groups[-1].entry, Field.ABOUT, words)
        else:
            self._builder.loose.append(words)

    def _open(
        self, index: int, group: GroupTitle, words: Words, first: Paragraph, paragraphs: Sequence[Paragraph]
    ) -> None:
        """Open the group of a title row."""
        builder = self._builder
        above = [one for one in builder.groups if one.rank < TITLE_ROW_RANK and one.level is Level.PILLAR]
        follows = self._group_row_before == index - 1 and builder.groups and builder.groups[-1].rank >= TITLE_ROW_RANK
        in_pillar = bool(above) or bool(follows and builder.groups[-1].level is Level.PILLAR)
        nested = [one for one in builder.groups if one.rank == TITLE_ROW_RANK and one.level is Level.PILLAR]
        if nested and group.number and id_parts(group.number)[:-1] == id_parts(nested[-1].number) != ():
            in_pillar = True
        level = default_level(group, has_pillar=in_pillar)
        if self._objective is not None and group.level is None:
            level = Level.PILLAR
        rank = TITLE_ROW_RANK if level is Level.PILLAR else TITLE_ROW_RANK + 1
        title = replace(words, paragraphs=(first,), text=group.text)
        rest = tuple(one for one in paragraphs if one is not first and one.text.strip())
        about = [replace(words, paragraphs=rest, text="\n".join(one.text for one in rest))] if rest else []
        builder.open_group(Group(level, group.number, title, rank, about))
        self._group_row_before = index

    def _is_key(self, row: _Row) -> bool:
        """Whether a row explains a colour."""
        if self._begins_action(row.index) and len(row.own) > 2:  # noqa: PLR2004 -- a colour and what it means
            return False
        first = row.own[0][1]
        is_colour = first.text.casefold() in {"red", "amber", "green", "blue", "grey", "key", "rag key", "yellow"}
        return is_colour and len(row.own) <= 2 and not self._has_fields(row.index, Field.DUE)  # noqa: PLR2004

    # Entries.

    def _read_entries(self, row: _Row) -> None:
        self._read_upper(row, Level.PILLAR, self._pillar, self._pillar_style)
        self._read_upper(row, Level.OBJECTIVE, self._objective, self._objective_style)
        action = self._action and row.cells.get(self._action.index)
        begins = bool(action and action.row == row.index and action.text)
        current = self._builder.current.get(Level.ACTION)
        if begins and action:
            if (
                action.cell.columns > 1
                and self._objective
                and self._objective.index in range(action.column, action.column + action.cell.columns)
            ):
                pass
            self._read_action(row, action)
        elif current is not None and (self._has_action_fields(row) or self._has_step(row)):
            self._read_more(row, current, is_held=bool(action and action.row < row.index and action.text))
        else:
            self._read_rest(row)

    def _has_step(self, row: _Row) -> bool:
        return bool(self._step and (slot := row.cells.get(self._step.index)) and slot.row == row.index and slot.text)

    def _has_action_fields(self, row: _Row) -> bool:
        return any(
            self._columns[column].level in {Level.ACTION, Level.STEP}
            for column, _ in row.own
            if column in self._columns
        )

    def _read_upper(self, row: _Row, level: Level, column: Column | None, style: NumberStyle) -> None:
        """The pillar or objective of a row, with what the row says about it."""
        slot = row.cells.get(column.index) if column else None
        entry: FoundEntry | None = None
        if slot is not None and column is not None and _says(slot):
            if slot.row == row.index:
                entry = self._enter_upper(row, level, slot, style, column)
        elif column is None or level not in self._builder.current:
            return
        entry = entry or self._builder.current.get(level)
        if entry is None:
            return
        for other, value in row.own:
            known = self._columns.get(other)
            if known and known.level is level and known.field not in {Field.ID, Field.PILLAR, Field.OBJECTIVE}:
                self._add_once(entry, known, value)
            elif known and known.level is level and known.field is Field.ID:
                put_headers(self._builder.ledger, paragraphs_in(value.cell.blocks))

    def _enter_upper(self, row: _Row, level: Level, slot: Slot, style: NumberStyle, column: Column) -> FoundEntry:
        id_column = self._ids.get(level)
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
        entry = self._builder.title_entry(level, number, words)
        if about is not None and not any(about.text == one.text for one in entry.fields.get(Field.ABOUT, [])):
            add_words(entry, Field.ABOUT, about)
        return entry

    def _add_once(self, entry: FoundEntry, column: Column, slot: Slot) -> None:
        words = cell_words(slot.cell, column.header)
        if any(words.text == one.text for one in entry.fields.get(column.field, [])):
            self._builder.ledger.put(words.paragraphs, "repeated")
        else:
            add_words(entry, column.field, words)

    def _read_action(self, row: _Row, slot: Slot) -> None:
        label, number, text = self._number_of(row.cells, row.index)
        current = self._builder.current.get(Level.ACTION)
        height = self._heights.get(id_parts(number), 0) if number else 0
        if label in {Level.OBJECTIVE, Level.PILLAR} or (height > 0 and not self._is_full_parent):
            level = (
                Level(label)
                if label in {Level.OBJECTIVE, Level.PILLAR}
                else Level.PILLAR
                if height > 1
                else Level.OBJECTIVE
            )
            self._put_id(row.index)
            entry = self._builder.title_entry(level, number, cell_words(slot.cell, text=text))
            self._add_fields(row, entry, {Level.ACTION, Level.STEP})
            return
        if current is not None and not number and self._continues(row, slot, current):
            self._continue_action(row, slot, current)
            return
        if current is not None and self._is_step(row, number, current, label):
            self._put_id(row.index)
            entry = self._builder.step(number, cell_words(slot.cell, text=text))
            self._add_fields(row, entry, {Level.ACTION, Level.STEP})
            return
        self._put_id(row.index)
        self._begin_actions(row, slot, number, text)

    def _put_id(self, index: int) -> None:
        for level, column in self._ids.items():
            slot = self._table.cells.get(index, {}).get(column.index)
            if slot and slot.row == index and level in {Level.ACTION, Level.STEP}:
                put_headers(self._builder.ledger, paragraphs_in(slot.cell.blocks))

    def _continues(self, row: _Row, slot: Slot, current: FoundEntry) -> bool:
        """Whether the words of an action go on in this row."""
        if self._group_row_before == row.index - 1 or self._blank_before:
            return False
        if any(
            self._columns[column].field in {Field.OBJECTIVE, Field.PILLAR}
            for column, _ in row.own
            if column in self._columns
        ):
            return False
        is_full = self._has_fields(row.index, Field.OWNERS, Field.LEAD) and self._has_fields(row.index, Field.DUE)
        if is_full:
            return False
        before = current.title.text.rstrip()
        if (
            slot.text[0].islower()
            or slot.text[0] in "(&,;"
            or before.endswith((",", " and", " of", " the", " to", " for", "-", " with", " in", " a", "/", " &"))
        ):
            return True
        is_open = not before.endswith((".", "!", "?", ";", ":", ")"))
        return (
            is_open
            and self._id_share > _MOST
            and not self._has_action_fields_beside(row)
            and not begins_like_action(slot.text)
        )

    def _has_action_fields_beside(self, row: _Row) -> bool:
        return self._has_fields(row.index, Field.OWNERS, Field.LEAD) or self._has_fields(row.index, Field.DUE)

    def _continue_action(self, row: _Row, slot: Slot, current: FoundEntry) -> None:
        current.title = join_words(current.title, cell_words(slot.cell))
        self._add_fields(row, current, {Level.ACTION, Level.STEP})

    def _is_step(self, row: _Row, number: str, current: FoundEntry, label: str) -> bool:
        """Whether a row is a step of the action above it."""
        if label == Level.STEP:
            return True
        if label == Level.ACTION:
            return False
        if number:
            parts = id_parts(number)
            is_letter = (
                len(parts) == 1 and parts[0].isalpha() and any(part.isdigit() for part in id_parts(current.number))
            )
            is_below = len(parts) > len(id_parts(current.number)) > 0 and parts[
                : len(id_parts(current.number))
            ] == id_parts(current.number)
            return is_letter or (is_below and self._is_full_parent)
        if not current.number or self._id_share > 0.7 or self._group_row_before == row.index - 1:  # noqa: PLR2004 -- nearly all rows have ids
            return False
        if any(
            self._columns[column].field in {Field.OBJECTIVE, Field.PILLAR}
            for column, _ in row.own
            if column in self._columns
        ):
            return False
        return self._ids.get(Level.ACTION) is not None or self._id_share > 0

    def _begin_actions(self, row: _Row, slot: Slot, number: str, text: str) -> None:
        """The action of a row; several, where its cell lists them."""
        content = read_content(slot.cell)
        has_own_id = bool(number) and not (content.parts and content.parts[0].number == number and not content.own)
        several = (
            content.parts and not content.own and not has_own_id and (content.parts[0].number or len(content.parts) > 1)
        )
        header = self._action.header if self._action else ""
        if several:
            for place, part in enumerate(content.parts):
                entry = self._builder.action(
                    part.number, Words(part.paragraphs, part.text, slot.cell.place, header, slot.cell.fill)
                )
                self._add_fields(row, entry, {Level.ACTION}, part=(place, len(content.parts)))
            return
        if self._begin_labelled(row, slot, number):
            return
        title = cell_words(slot.cell, header, text)
        steps: tuple[ListedPart, ...] = ()
        about: Words | None = None
        if _has_bold_title(content.own) and not content.parts:
            own_text = numbered_words(content.own[0].text, self._style)[2]
            about = replace(title, paragraphs=content.own[1:], text="\n".join(one.text for one in content.own[1:]))
            title = replace(title, paragraphs=content.own[:1], text=own_text)
        elif content.own and (content.parts or content.tables):
            own_text = "\n".join(one.text for one in content.own)
            split = split_number(own_text)
            own_text = split.rest if split and split.number == number and number else own_text
            title = replace(title, paragraphs=content.own, text=own_text)
            steps = content.parts
        entry = self._builder.action(number, title)
        if about is not None:
            add_words(entry, Field.ABOUT, about)
        for part in steps:
            self._builder.step(part.number, Words(part.paragraphs, part.text, slot.cell.place))
        for nested in content.tables:
            read_nested(nested, self._builder)
        self._add_fields(row, entry, {Level.ACTION})
        self._add_colour(row, entry)
        self._read_steps(row)

    def _begin_labelled(self, row: _Row, slot: Slot, number: str) -> bool:
        """An action with labelled lines below it in its cell: `Owner: ...`, `By: ...`."""
        lines = [(one, part) for one, line in lines_of(slot.cell) for part in split_labels(line)]
        labelled = [part.field for _, part in lines if part.field not in {None, Field.ACTION}]
        if not labelled or (lines[0][1].field not in {None, Field.ACTION}):
            return False
        entry: FoundEntry | None = None
        for paragraph, part in lines:
            words = paragraph_words(paragraph, part.label, part.text)
            if entry is None or part.field is Field.ACTION:
                split = split_number(part.text)
                own = split.number if split and split.is_certain and split.rest else ""
                words = replace(words, text=split.rest) if split and own else words
                entry = self._builder.action(own or number, words)
            elif part.field is None:
                add_words(entry, Field.ABOUT, words)
            elif part.text:
                add_words(entry, part.field, words)
        if entry is not None:
            self._add_fields(row, entry, {Level.ACTION})
        return True

    def _read_more(self, row: _Row, current: FoundEntry, *, is_held: bool) -> None:
        """A row that has no action of its own: a step, or more about the action above."""
        self._put_id(row.index)
        self._read_steps(row)
        self._add_fields(row, current, {Level.ACTION}, only_own=True)
        if not self._has_step(row):
            target = self._builder.current.get(Level.STEP) or current
            self._add_fields(row, target, {Level.STEP}, only_own=True)
        del is_held

    def _read_steps(self, row: _Row) -> None:
        """The steps of a row, from the column of steps."""
        slot = row.cells.get(self._step.index) if self._step else None
        if slot is None or slot.row != row.index or not slot.text or self._step is None:
            return
        content = read_content(slot.cell)
        header = self._step.header
        for nested in content.tables:
            read_nested(nested, self._builder)
        if content.parts:
            if content.own:
                self._builder.step(
                    "", Words(content.own, "\n".join(one.text for one in content.own), slot.cell.place, header)
                )
            for part in content.parts:
                self._builder.step(part.number, Words(part.paragraphs, part.text, slot.cell.place, header))
            return
        if len(content.own) > 1 and not self._steps_have_fields():
            for paragraph in content.own:
                self._builder.step("", Words((paragraph,), paragraph.text, slot.cell.place, header))
            return
        if not slot.cell.text:
            return
        split = split_number(slot.text)
        number, text = (split.number, split.rest) if split and split.is_certain and split.number else ("", slot.text)
        id_column = self._ids.get(Level.STEP)
        id_slot = row.cells.get(id_column.index) if id_column else None
        step = self._builder.step(number or id_of_slot(id_slot), replace(cell_words(slot.cell, header), text=text))
        self._put_id(row.index)
        self._add_fields(row, step, {Level.STEP})

    def _steps_have_fields(self) -> bool:
        return any(column.level is Level.STEP and column.field is not Field.STEP for column in self._table.columns)

    def _read_rest(self, row: _Row) -> None:
        """A row with nothing about an action: its objective has been read; anything else is about the plan."""
        for column, slot in row.own:
            known = self._columns.get(column)
            if known is None or known.level in {Level.ACTION, Level.STEP}:
                self._loose(slot)

    # Fields.

    def _add_fields(
        self,
        row: _Row,
        entry: FoundEntry,
        levels: set[Level],
        *,
        part: tuple[int, int] | None = None,
        only_own: bool = False,
    ) -> None:
        """What a row says about an entry; cells that span several rows say it of each."""
        for column in self._table.columns:
            slot = row.cells.get(column.index)
            if (
                slot is None
                or column.level not in levels
                or column.field in _TITLE_FIELDS
                or (only_own and slot.row != row.index)
            ):
                continue
            if not slot.text and not ((column.field is Field.RAG or column.ticked) and slot.cell.fill):
                continue
            for found, words in self._values(column, slot, part):
                if column.ticked and found is Field.DUE:
                    entry.fields[found] = [words]  # of the years that are ticked, the last is the end
                else:
                    add_words(entry, found, words)

    def _add_colour(self, row: _Row, entry: FoundEntry) -> None:
        """The colour of the cell that is coloured by state, where no column has states."""
        slot = row.cells.get(self._table.colours)
        if slot is not None and slot.cell.fill and Field.RAG not in entry.fields:
            add_words(entry, Field.RAG, Words((), "", slot.cell.place, "", slot.cell.fill))

    def _values(self, column: Column, slot: Slot, part: tuple[int, int] | None) -> list[tuple[Field, Words]]:
        words = cell_words(slot.cell, column.header)
        if part is not None:
            words = _part_of(words, *part)
        if column.second is not None or (
            column.field in {Field.OWNERS, Field.LEAD} and self._table.column_of(Field.DUE) is None
        ):
            owners = column.field if column.field in {Field.OWNERS, Field.LEAD} else column.second or Field.OWNERS
            if owners in {Field.OWNERS, Field.LEAD}:
                return split_owner_date(words, owners)
        if column.field in _PEOPLE_OR_DATES and (parts := _labelled_values(words)):
            return parts
        if column.ticked:
            words = replace(words, text=column.ticked)
        return [(column.field, words)]


_TITLE_FIELDS = frozenset({Field.ID, Field.PILLAR, Field.OBJECTIVE, Field.ACTION, Field.STEP, Field.NOTHING})


_PEOPLE_OR_DATES = frozenset({Field.OWNERS, Field.LEAD, Field.DUE, Field.START})


def _labelled_values(words: Words) -> list[tuple[Field, Words]]:
    """The values of a cell in which each has a label, such as `Lead: ...` and `Support: ...`."""
    found: list[tuple[Field, Words]] = []
    for paragraph in words.paragraphs:
        for part in split_labels(paragraph.text):
            if part.field not in _PEOPLE_OR_DATES or not part.text:
                return []
            found.append((part.field, replace(words, paragraphs=(paragraph,), text=part.text)))
    return found


def _says(slot: Slot) -> bool:
    return bool(slot.text)


def _has_bold_title(paragraphs: Sequence[Paragraph]) -> bool:
    return len(paragraphs) > 1 and paragraphs[0].is_bold and not any(one.is_bold for one in paragraphs[1:])


def _once(cells: Sequence[tuple[int, Slot]]) -> list[tuple[int, Slot]]:
    """Cells that span several columns once."""
    seen: list[Slot] = []
    found = []
    for column, slot in sorted(cells, key=lambda pair: pair[0]):
        if not any(slot is other for other in seen):
            seen.append(slot)
            found.append((column, slot))
    return found


def _part_of(words: Words, place: int, count: int) -> Words:
    """The line of a cell that belongs to one of several actions, if it has as many lines as there are actions."""
    lines = [
        (paragraph, line.strip())
        for paragraph in words.paragraphs
        for line in paragraph.text.split("\n")
        if line.strip()
    ]
    if len(lines) != count:
        return words
    if all(is_timeline(line) or len(line.split()) <= 12 for _, line in lines):  # noqa: PLR2004 -- values, no prose
        paragraph, line = lines[place]
        return replace(words, paragraphs=(paragraph,), text=line)
    return words


def read_form(table: PlanTable, builder: PlanBuilder) -> None:
    """What a table of labels and values says about the action above it."""
    entry = builder.current.get(Level.ACTION)
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
                add_words(entry, Field.ABOUT if found in _TITLE_FIELDS else found, words)
