"""Title rows of a table: pillars, objectives, horizons, labelled lines and notes above and between the rows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tcplan.importing.document import Paragraph, paragraphs_in
from tcplan.importing.finding.building import TITLE_ROW_RANK, Group, add_words, put_headers
from tcplan.importing.finding.cell_kinds import Kind, begins_like_action, is_theme, kinds_of
from tcplan.importing.finding.grids import Slot, cell_words, filled, paragraph_words
from tcplan.importing.finding.groups import (
    GroupKind,
    GroupTitle,
    default_level,
    is_prose,
    names_again,
    names_group,
    read_group,
)
from tcplan.importing.finding.ids import id_parts
from tcplan.importing.finding.labels import label_field, split_labels
from tcplan.importing.finding.row_context import TableContext, TableRow
from tcplan.importing.finding.row_ids import automatic_number, id_of_slot
from tcplan.importing.finding.upper_cells import UpperCells
from tcplan.importing.found import Field, FoundLevel, Words
from tcplan.importing.ledger import REPEATED

_LONG_NOTE = 40
_NAME_WORDS = 8
_LABEL_AND_WORDS = 2


@cache
def _state_pattern() -> re.Pattern[str]:
    """What says in which state a plan is shown, and not what it is called."""
    return re.compile(r"(?:rag|status|(?:last )?updated?|as at|version|date|draft|key)\b[^:]{0,20}[:\d]", re.IGNORECASE)


class TitleRows:
    """Tells the title rows of a table, and reads them."""

    def __init__(self, context: TableContext, upper: UpperCells) -> None:
        self._context = context
        self._upper = upper

    def read_title(self, index: int) -> None:
        """A row above the header: a title, or a line about the plan."""
        cells = filled(self._context.table.segment.grid.rows[index], index)
        if len(cells) == 1:
            self.read_row(index, cells[0][1], is_title=True)
            return
        if len(cells) == _LABEL_AND_WORDS and self._read_pair(index, cells[0][1], cells[1][1]):
            return
        for _, slot in cells:
            if read_group(slot.text).level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE}:
                self.read_row(index, slot, is_title=True)
            elif not self._read_labels(list(paragraphs_in(slot.cell.blocks))):
                self._context.loose(slot)

    def read_header(self) -> None:
        """The title above the actions may be that of their objective, in place of a header such as `Action`."""
        action, segment = self._context.action, self._context.table.segment
        if action is None or not segment.header_rows or self._context.table.is_continued:
            return
        slot = segment.grid.rows[segment.header_rows[-1]][action.index]
        if slot is None or not names_group(action.header) or self._context.objective or self._context.pillar:
            return
        paragraphs = [one for one in paragraphs_in(slot.cell.blocks) if one.text.strip()]
        self._open(segment.header_rows[-1], read_group(slot.text), cell_words(slot.cell), paragraphs[0], paragraphs)

    def _read_pair(self, index: int, first: Slot, second: Slot) -> bool:
        """A label and what it says, in two cells: `Objective 1 | ...`, `Lead | ...`."""
        builder = self._context.builder
        title = read_group(f"{first.text}: {second.text}")
        paragraphs = [one for one in paragraphs_in(second.cell.blocks) if one.text.strip()]
        if title.level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE} and len(first.text.split()) <= _LABEL_AND_WORDS + 1:
            self._open(index, title, cell_words(second.cell), paragraphs[0], paragraphs)
        elif (found := label_field(first.text)) is not None:
            builder.add_group_field(found, cell_words(second.cell, first.text))
            self._context.group_row_before = index
        else:
            return False
        put_headers(builder.ledger, paragraphs_in(first.cell.blocks))
        return True

    def group_of(self, row: TableRow) -> Slot | None:
        """The cell of a row that is the title of the rows below it."""
        if len(row.own) != 1 or self._context.action is None:
            return self._numbered_title(row)
        column, slot = row.own[0]
        width = self._context.table.segment.grid.width
        if width == 1:
            return None
        held = [other for other in row.cells.values() if other.row < row.index and other.text]
        if held:
            return None
        if slot.cell.columns >= max(2, width / 2):
            return slot
        return slot if self._is_title_in_column(row, column, slot) else None

    def is_labelled_row(self, row: TableRow) -> bool:
        """Whether a row of wide cells holds an objective and what is said about it, each after its label."""
        if len(row.own) < 2 or not any(slot.cell.columns > 1 for _, slot in row.own):  # noqa: PLR2004 -- one is a title
            return False
        first = read_group(row.own[0][1].text)
        are_wide = all(slot.cell.columns > 1 for _, slot in row.own)
        if are_wide and first.level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE}:
            return True
        return all(self._says_level(slot) or split_labels(slot.text)[0].field is not None for _, slot in row.own)

    @staticmethod
    def _says_level(slot: Slot) -> bool:
        return read_group(slot.text).level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE}

    def read_labelled_row(self, row: TableRow) -> None:
        """Read such a row: what has no label is about what is named before it."""
        for place, (_, slot) in enumerate(row.own):
            if place == 0 or self._says_level(slot) or split_labels(slot.text)[0].field is not None:
                self.read_row(row.index, slot)
            else:
                self._add_note(cell_words(slot.cell))

    def _numbered_title(self, row: TableRow) -> Slot | None:
        """The title of a row that holds an id in its own cell and one wide cell, such as `1 | Career Development`."""
        if len(row.own) != 2 or self._context.action is None:  # noqa: PLR2004 -- an id and a title
            return None
        (_, first), (_, second) = row.own
        is_wide = second.cell.columns >= max(2, (self._context.table.segment.grid.width - 1) / 2)
        return (
            second
            if is_wide
            and id_of_slot(first)
            and Kind.ID in kinds_of(first.text)
            and second.column + second.cell.columns >= self._context.table.segment.grid.width
            else None
        )

    def _is_title_in_column(self, row: TableRow, column: int, slot: Slot) -> bool:
        """Whether the only cell of a row, no wider than others, is a title: in a spreadsheet or a text."""
        known = self._context.columns.get(column)
        if known is None:
            return False
        group = read_group(slot.text)
        says_so = (
            bool(group.level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE})
            or group.kind is GroupKind.HORIZON
            or is_theme(group.text)
        )
        if known.field is Field.ACTION:
            return says_so or (self._is_short_title(slot) and self._context.next_is_full(row.index))
        if known.field is Field.PILLAR:
            return self._context.objective is None and not says_so and self._is_beside_pillars(column, slot)
        if known.field is Field.OBJECTIVE:
            return self._context.pillar is None and self._is_above_another(row, column)
        if known.field is Field.ID:
            return Kind.ID not in kinds_of(slot.text)
        is_other = known.field not in {Field.STEP, Field.DUE, Field.RAG}
        return is_other and column == 0 and (says_so or len(slot.text.split()) > 1)

    def _is_above_another(self, row: TableRow, column: int) -> bool:
        """Whether the next row names an objective of its own in the same column: then this one names their pillar."""
        body = self._context.table.segment.body
        after = next((index for index in body if index > row.index), None)
        cell = self._context.table.cells[after].get(column) if after is not None else None
        is_own = cell is not None and cell.row == after and bool(cell.text)
        return is_own and after is not None and self._context.begins_action(after)

    def _is_beside_pillars(self, column: int, slot: Slot) -> bool:
        """Whether pillars are named in the rows of their actions, so that a row with other words alone is none."""
        cells = self._context.table.cells
        rows = [index for index in self._context.table.segment.body if self._context.begins_action(index)]
        pillars = {own.text for index in rows if (own := cells[index].get(column)) and own.row == index and own.text}
        return bool(pillars) and slot.text not in pillars

    def _is_short_title(self, slot: Slot) -> bool:
        is_bold = all(one.is_bold for one in paragraphs_in(slot.cell.blocks) if one.text.strip())
        is_short = len(slot.text.split()) <= _NAME_WORDS and not slot.text.rstrip().endswith(".")
        return is_short and (is_bold or not begins_like_action(slot.text)) and not slot.text[0].islower()

    def read_row(  # noqa: PLR0911 -- a choice, in order
        self, index: int, slot: Slot, *, is_title: bool = False
    ) -> None:
        """Read a title row: open its group, or take it for what it says of the plan or the group."""
        words = cell_words(slot.cell)
        paragraphs = list(paragraphs_in(slot.cell.blocks))
        first = next((one for one in paragraphs if one.text.strip()), None)
        if first is None:
            return
        beside = self._context.ids.get(FoundLevel.ACTION)
        id_slot = self._context.table.cells.get(index, {}).get(beside.index) if beside else None
        number = (
            id_of_slot(id_slot) if id_slot and id_slot is not slot and id_slot.row == index else automatic_number(slot)
        )
        if self._read_labels(paragraphs):
            self._context.group_row_before = (
                index if self._context.group_row_before == index - 1 else self._context.group_row_before
            )
            return
        group = read_group(first.text, number)
        if id_slot and id_slot is not slot and (labelled := read_group(f"{id_slot.text}: {first.text}")).level:
            group = labelled._replace(number=number)
        builder = self._context.builder
        if number:
            self._context.put_id(index)
        if group.level is None and (len(first.text.split()) > _LONG_NOTE or is_prose(first.text)):
            self._add_note(words)
            return
        if is_title and builder.groups and names_again(builder.groups[-1].title.text, group.text):
            builder.ledger.put(words.paragraphs, REPEATED)
            return
        if group.kind is GroupKind.HORIZON:
            builder.set_horizon(replace(words, text=group.text), TITLE_ROW_RANK + 5, group.field or Field.DUE)
            return
        if group.kind in {GroupKind.PLAN, GroupKind.GENERIC} and (is_title or group.kind is GroupKind.GENERIC):
            self._read_plan_title(group, words)
            return
        if not is_title and not self._context.next_is_full(index):
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
                self._context.builder.add_group_field(part.field, paragraph_words(paragraph, part.label, part.text))
        return True

    def _read_plan_title(self, group: GroupTitle, words: Words) -> None:
        builder = self._context.builder
        is_title = group.kind is GroupKind.PLAN and not _state_pattern().match(words.text)
        if is_title and (not builder.plan.title or builder.is_called_like_sheet):
            builder.plan.title = words.text.split("\n")[0]
            builder.is_called_like_sheet = False
        builder.plan.about.append(words)

    def _add_note(self, words: Words) -> None:
        groups = self._context.builder.groups
        if groups and groups[-1].entry is None:
            groups[-1].about.append(words)
        elif groups and groups[-1].entry is not None and self._context.group_row_before >= 0:
            add_words(groups[-1].entry, Field.ABOUT, words)
        else:
            self._context.builder.loose.append(words)

    def _open(
        self, index: int, group: GroupTitle, words: Words, first: Paragraph, paragraphs: Sequence[Paragraph]
    ) -> None:
        """Open the group of a title row."""
        builder = self._context.builder
        above = [one for one in builder.groups if one.rank < TITLE_ROW_RANK and one.level is FoundLevel.PILLAR]
        follows = (
            self._context.group_row_before == index - 1 and builder.groups and builder.groups[-1].rank >= TITLE_ROW_RANK
        )
        in_pillar = bool(above) or bool(follows and builder.groups[-1].level is FoundLevel.PILLAR)
        nested = [one for one in builder.groups if one.rank == TITLE_ROW_RANK and one.level is FoundLevel.PILLAR]
        if nested and group.number and id_parts(group.number)[:-1] == id_parts(nested[-1].number) != ():
            in_pillar = True
        is_among_rows = self._context.pillar is not None and index in self._context.table.segment.body
        level = default_level(group, has_pillar=in_pillar or is_among_rows)
        if self._context.objective is not None and group.level is None:
            level = FoundLevel.PILLAR
        if level is FoundLevel.OBJECTIVE:
            self._enter_pillar_of_next(index)
        rank = TITLE_ROW_RANK if level is FoundLevel.PILLAR else TITLE_ROW_RANK + 1
        title = replace(words, paragraphs=(first,), text=group.text)
        rest = tuple(one for one in paragraphs if one is not first and one.text.strip())
        about = [replace(words, paragraphs=rest, text="\n".join(one.text for one in rest))] if rest else []
        builder.open_group(Group(level, group.number, title, rank, about))
        self._context.group_row_before = index

    def _enter_pillar_of_next(self, index: int) -> None:
        """The pillar in a cell of the row after the title of an objective is above it."""
        context = self._context
        body = context.table.segment.body
        after = next((other for other in body if other > index and context.begins_action(other)), None)
        if context.pillar is None or after is None:
            return
        cells = context.table.cells[after]
        slot = cells.get(context.pillar.index)
        if slot is not None and slot.text and slot.row > index:
            context.builder.close_groups(TITLE_ROW_RANK)
            self._upper.enter(TableRow(after, cells, []), FoundLevel.PILLAR)

    def is_key(self, row: TableRow) -> bool:
        """Whether a row explains a colour."""
        if self._context.begins_action(row.index) and len(row.own) > 2:  # noqa: PLR2004 -- a colour and what it means
            return False
        first = row.own[0][1]
        is_colour = first.text.casefold() in {"red", "amber", "green", "blue", "grey", "key", "rag key", "yellow"}
        return is_colour and len(row.own) <= 2 and not self._context.has_fields(row.index, Field.DUE)  # noqa: PLR2004
