"""The actions that begin in a row: one, several in one cell, one with labelled lines, each with its steps."""

from collections.abc import Sequence
from dataclasses import replace

from tcplan.importing.document import Paragraph
from tcplan.importing.finding.building import add_words
from tcplan.importing.finding.cell_kinds import begins_like_action
from tcplan.importing.finding.cell_lists import (
    CellContent,
    ListedPart,
    has_title,
    lines_of,
    parts_of_lines,
    read_content,
)
from tcplan.importing.finding.grids import Slot, cell_words, paragraph_words
from tcplan.importing.finding.ids import split_number
from tcplan.importing.finding.labels import split_labels
from tcplan.importing.finding.nested_steps import read_nested
from tcplan.importing.finding.row_context import TableContext, TableRow
from tcplan.importing.finding.row_ids import id_of_slot, numbered_words
from tcplan.importing.finding.row_values import RowValues
from tcplan.importing.finding.tails import split_tail
from tcplan.importing.found import Field, FoundEntry, FoundLevel, Words


class NewActions:
    """Begins actions and steps."""

    def __init__(self, context: TableContext, values: RowValues) -> None:
        self._context = context
        self._values = values

    def begin(self, row: TableRow, slot: Slot, number: str, text: str) -> None:
        """The action of a row; several, where its cell lists them."""
        content = read_content(slot.cell)
        has_own_id = bool(number) and not (content.parts and content.parts[0].number == number and not content.own)
        parts = () if has_own_id else self._parts(content)
        if parts:
            self._begin_several(row, slot, parts)
        elif not self._begin_labelled(row, slot, number):
            self._begin_one(row, slot, number, text, content)

    def _parts(self, content: CellContent) -> tuple[ListedPart, ...]:
        """The actions that a cell lists; none where it holds one."""
        parts = content.parts
        if not parts and self._header.rstrip().endswith("s"):
            parts = parts_of_lines(content.own)
        elif content.own:
            return ()
        return parts if parts and (parts[0].number or len(parts) > 1) else ()

    @property
    def _header(self) -> str:
        return self._context.action.header if self._context.action else ""

    def _begin_several(self, row: TableRow, slot: Slot, parts: Sequence[ListedPart]) -> None:
        for place, part in enumerate(parts):
            title, values = split_tail(part.text)
            words = Words(part.paragraphs, title, slot.cell.place, self._header, slot.cell.fill)
            entry = self._context.builder.action(part.number, words)
            for found, value in values:
                add_words(entry, found, replace(words, text=value, fill=""))
            told = frozenset(found for found, _ in values)
            self._values.add_fields(row, entry, {FoundLevel.ACTION}, part=(place, len(parts)), told=told)
            self._values.add_colour(row, entry)

    def _begin_one(self, row: TableRow, slot: Slot, number: str, text: str, content: CellContent) -> None:
        title = cell_words(slot.cell, self._header, text)
        about: Words | None = None
        has_more = bool(content.own) and bool(content.parts or content.tables)
        if not content.parts and (_has_bold_title(content.own) or has_title(content.own)):
            own_text = numbered_words(content.own[0].text, self._context.style)[2]
            about = replace(title, paragraphs=content.own[1:], text=_lines(content.own[1:]), column="")
            title = replace(title, paragraphs=content.own[:1], text=own_text)
        elif has_more:
            split = split_number(content.text)
            own_text = split.rest if split and split.number == number and number else content.text
            title = replace(title, paragraphs=content.own, text=own_text)
        entry = self._context.builder.action(number, title)
        if about is not None and not _are_actions(content.own):
            add_words(entry, Field.ABOUT, about)
        elif about is not None:
            for paragraph in about.paragraphs:
                self._context.builder.step("", paragraph_words(paragraph))
        for part in content.parts if has_more else ():
            self._context.builder.step(part.number, Words(part.paragraphs, part.text, slot.cell.place))
        for nested in content.tables:
            read_nested(nested, self._context.builder)
        self._values.add_fields(row, entry, {FoundLevel.ACTION})
        self._values.add_colour(row, entry)
        self.read_steps(row)

    def _begin_labelled(self, row: TableRow, slot: Slot, number: str) -> bool:
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
                entry = self._context.builder.action(own or number, words)
            elif part.field is None:
                add_words(entry, Field.ABOUT, words)
            elif part.text:
                add_words(entry, part.field, words)
        if entry is not None:
            self._values.add_fields(row, entry, {FoundLevel.ACTION})
            self._values.add_colour(row, entry)
        return True

    def has_step(self, row: TableRow) -> bool:
        """Whether a row has a step of its own."""
        return bool(
            self._context.step
            and (slot := row.cells.get(self._context.step.index))
            and slot.row == row.index
            and slot.text
        )

    def read_steps(self, row: TableRow) -> None:
        """The steps of a row, from the column of steps."""
        slot = row.cells.get(self._context.step.index) if self._context.step else None
        if slot is None or slot.row != row.index or not slot.text or self._context.step is None:
            return
        content = read_content(slot.cell)
        header = self._context.step.header
        for nested in content.tables:
            read_nested(nested, self._context.builder)
        if content.parts:
            if content.own:
                self._context.builder.step("", Words(content.own, content.text, slot.cell.place, header))
            for part in content.parts:
                self._context.builder.step(part.number, Words(part.paragraphs, part.text, slot.cell.place, header))
            return
        if len(content.own) > 1 and not self._steps_have_fields():
            for paragraph in content.own:
                self._context.builder.step("", Words((paragraph,), paragraph.text, slot.cell.place, header))
            return
        if content.tables and content.own:
            self._context.builder.step("", Words(content.own, content.text, slot.cell.place, header))
        if content.tables or not slot.cell.text:
            return
        split = split_number(slot.text)
        number, text = (split.number, split.rest) if split and split.is_certain and split.number else ("", slot.text)
        id_column = self._context.ids.get(FoundLevel.STEP)
        id_slot = row.cells.get(id_column.index) if id_column else None
        step = self._context.builder.step(
            number or id_of_slot(id_slot), replace(cell_words(slot.cell, header), text=text)
        )
        self._context.put_id(row.index)
        self._values.add_fields(row, step, {FoundLevel.STEP})

    def _steps_have_fields(self) -> bool:
        return any(
            column.level is FoundLevel.STEP and column.field is not Field.STEP for column in self._context.table.columns
        )


def _lines(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join(one.text for one in paragraphs)


def _are_actions(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether each paragraph says what is done; then those after the first are its steps."""
    # "The survey asked for it" says nothing that is done, though "survey" is a verb too.
    return all(begins_like_action(one.text) and not one.text.casefold().startswith("the ") for one in paragraphs)


def _has_bold_title(paragraphs: Sequence[Paragraph]) -> bool:
    return len(paragraphs) > 1 and paragraphs[0].is_bold and not any(one.is_bold for one in paragraphs[1:])
