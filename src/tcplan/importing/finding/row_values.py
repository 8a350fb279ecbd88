"""What the cells of a row say about an entry, each in its field."""

from dataclasses import replace

from tcplan.importing.document import Paragraph
from tcplan.importing.finding.building import add_words
from tcplan.importing.finding.cell_kinds import is_timeline
from tcplan.importing.finding.cell_lists import are_counted, lines_of
from tcplan.importing.finding.columns import Column
from tcplan.importing.finding.grids import Slot, cell_words
from tcplan.importing.finding.ids import split_number
from tcplan.importing.finding.labels import split_labels
from tcplan.importing.finding.owner_dates import split_owner_date
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.finding.row_context import TableRow
from tcplan.importing.finding.value_words import UNTICKED
from tcplan.importing.found import Field, FoundEntry, FoundLevel, Words

TITLE_FIELDS = frozenset({Field.ID, Field.PILLAR, Field.OBJECTIVE, Field.ACTION, Field.STEP, Field.NOTHING})
"""What names an entry, or numbers it."""

_PEOPLE_OR_DATES = frozenset({Field.OWNERS, Field.LEAD, Field.DUE, Field.START})
_PROSE = frozenset({Field.SUCCESS, Field.ABOUT, Field.REPORT, Field.EVIDENCE, Field.ALIGNS, Field.RESOURCES})
_MOST_WORDS = 12


class RowValues:
    """Gives the values of the rows of a table to entries."""

    def __init__(self, table: PlanTable) -> None:
        self._table = table
        self._known_parallel: frozenset[int] | None = None

    def _parallel(self) -> frozenset[int]:
        """The columns of prose that have as many lines as the row has actions, in all rows of several."""
        if self._known_parallel is None:
            self._known_parallel = _parallel_columns(self._table)
        return self._known_parallel

    def add_fields(  # noqa: PLR0913 -- what a row says about whom
        self,
        row: TableRow,
        entry: FoundEntry,
        levels: set[FoundLevel],
        *,
        part: tuple[int, int] | None = None,
        only_own: bool = False,
        told: frozenset[Field] = frozenset(),
    ) -> None:
        """What a row says about an entry; cells that span several rows say it of each."""
        marks: list[Words] = []
        for column in self._table.columns:
            slot = row.cells.get(column.index)
            if (
                slot is None
                or column.level not in levels
                or column.field in TITLE_FIELDS | told
                or (only_own and slot.row != row.index)
            ):
                continue
            if not slot.text and not ((column.field is Field.RAG or column.ticked) and slot.cell.fill):
                continue
            for found, words in self._values(column, slot, part):
                if column.ticked and found is Field.DUE:
                    marks.append(words)
                else:
                    add_words(entry, found, words)
        _add_marks(entry, marks)

    def add_colour(self, row: TableRow, entry: FoundEntry) -> None:
        """The colour of the cell that is coloured by state, where no column has states."""
        slot = row.cells.get(self._table.colours)
        if slot is not None and slot.cell.fill and Field.RAG not in entry.fields:
            add_words(entry, Field.RAG, Words((), "", slot.cell.place, "", slot.cell.fill))

    def _values(self, column: Column, slot: Slot, part: tuple[int, int] | None) -> list[tuple[Field, Words]]:
        words = cell_words(slot.cell, column.header)
        if part is not None and (column.field not in _PROSE or column.index in self._parallel()):
            words = _part_of(words, *part)
        if column.second is not None or (
            column.field in {Field.OWNERS, Field.LEAD} and self._table.column_of(Field.DUE) is None
        ):
            owners = column.field if column.field in {Field.OWNERS, Field.LEAD} else column.second or Field.OWNERS
            if owners in {Field.OWNERS, Field.LEAD}:
                return split_owner_date(words, owners)
        if column.field in _PEOPLE_OR_DATES and (parts := _labelled_values(words)):
            return parts
        if column.ticked and words.text.strip() in UNTICKED:
            return [(Field.NOTHING, words)]
        if column.ticked:
            words = replace(words, text=column.ticked)
        return [(column.field, words)]


def _add_marks(entry: FoundEntry, marks: list[Words]) -> None:
    """Marks in the columns of a chart: beside each other they are a start and an end, else each is a checkpoint."""
    columns = [words.place.column for words in marks]
    is_bar = len(marks) > 1 and columns == list(range(columns[0], columns[0] + len(marks)))
    if is_bar and not {Field.START, Field.DUE} & set(entry.fields):
        entry.fields[Field.START] = marks[:1]
        paragraphs = tuple(paragraph for words in marks[1:] for paragraph in words.paragraphs)
        entry.fields[Field.DUE] = [replace(marks[-1], paragraphs=paragraphs)]
    elif marks:
        entry.fields.setdefault(Field.DUE, []).extend(marks)


def _labelled_values(words: Words) -> list[tuple[Field, Words]]:
    """The values of a cell in which each has a label, such as `Lead: ...` and `Support: ...`."""
    found: list[tuple[Field, Words]] = []
    for paragraph in words.paragraphs:
        for part in split_labels(paragraph.text):
            if part.field not in _PEOPLE_OR_DATES or not part.text:
                return []
            found.append((part.field, replace(words, paragraphs=(paragraph,), text=part.text)))
    return found


def _parallel_columns(table: PlanTable) -> frozenset[int]:
    action = table.column_of(Field.ACTION)
    columns = {column.index for column in table.columns if column.field in _PROSE}
    compared = 0
    for index in table.segment.body:
        slot = table.cells[index].get(action.index) if action else None
        count = len(lines_of(slot.cell)) if slot and slot.row == index else 0
        if count > 1:
            compared += 1
            cells = table.cells[index]
            columns = {one for one in columns if one in cells and len(lines_of(cells[one].cell)) == count}
    return frozenset(columns) if compared > 1 else frozenset()


def _without_numbers(lines: list[tuple[Paragraph, str]]) -> list[tuple[Paragraph, str]]:
    """Lines without the numbers that say to which action of the row each belongs: `1) HR`, `2) Estates`."""
    splits = [split_number(line) for _, line in lines]
    if not all(split and split.is_certain and not split.label for split in splits):
        return lines
    numbers = [split.number for split in splits if split]
    if not are_counted(numbers) and len(set(numbers)) < len(numbers):
        return lines
    return [(paragraph, split.rest if split else line) for (paragraph, line), split in zip(lines, splits, strict=True)]


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
    lines = _without_numbers(lines)
    if all(is_timeline(line) or len(line.split()) <= _MOST_WORDS for _, line in lines):
        paragraph, line = lines[place]
        return replace(words, paragraphs=(paragraph,), text=line)
    return words
