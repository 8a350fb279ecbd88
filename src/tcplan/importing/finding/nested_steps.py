"""A table within a cell: the steps of an action, one a row."""

from tcplan.importing.document import SourceTable, paragraphs_in
from tcplan.importing.finding.building import PlanBuilder, add_words, put_headers
from tcplan.importing.finding.cell_kinds import Kind, kinds_of
from tcplan.importing.finding.cell_lists import are_counted
from tcplan.importing.finding.columns import assign_columns
from tcplan.importing.finding.grids import Slot, cell_words, filled, make_grid
from tcplan.importing.finding.headers import HeaderFinder, Segment
from tcplan.importing.finding.ids import read_id, split_number
from tcplan.importing.finding.plan_tables import collect_facts
from tcplan.importing.found import Field

_TITLES = (Field.STEP, Field.ACTION, Field.OBJECTIVE)


def read_nested(table: SourceTable, builder: PlanBuilder) -> None:
    """Read the steps of the current action."""
    for segment in HeaderFinder({}).segments(make_grid(table)):
        columns = {
            column.index: column for column in assign_columns(list(collect_facts(segment).values()), HeaderFinder({}))
        }
        title = next((one.index for found in _TITLES for one in columns.values() if one.field is found), None)
        fields = {key: one.field for key, one in columns.items()}
        fields |= dict.fromkeys(_counting_columns(segment, title), Field.ID)
        for index in segment.header_rows:
            for _, slot in filled(segment.grid.rows[index], index):
                put_headers(builder.ledger, paragraphs_in(slot.cell.blocks))
        for index in [*segment.titles, *segment.body]:
            cells = dict(filled(segment.grid.rows[index], index))
            if cells:
                _read_step(
                    cells,
                    title if title in cells else _longest(cells),
                    fields,
                    builder,
                )


def _counting_columns(segment: Segment, title: int | None) -> list[int]:
    """The columns that only count the steps: `a`, `b`, `c`; or `1`, `2`, `3`."""
    columns: dict[int, list[str]] = {}
    for index in [*segment.titles, *segment.body]:
        for column, slot in filled(segment.grid.rows[index], index):
            columns.setdefault(column, []).append(read_id(slot.text))
    rows = len(segment.titles) + len(segment.body)
    return [
        column
        for column, numbers in columns.items()
        if column != title and len(numbers) == rows > 1 and all(numbers) and are_counted(numbers)
    ]


def _longest(cells: dict[int, Slot]) -> int:
    return max(cells, key=lambda column: len(cells[column].text))


def _read_step(cells: dict[int, Slot], title: int, fields: dict[int, Field], builder: PlanBuilder) -> None:
    slot = cells[title]
    split = split_number(slot.text)
    number, text = (split.number, split.rest) if split and split.is_certain and split.number else ("", slot.text)
    for column, other in cells.items():
        if column != title and fields.get(column) is Field.ID:
            number = read_id(other.text) or number
            put_headers(builder.ledger, paragraphs_in(other.cell.blocks))
    step = builder.step(number, cell_words(slot.cell, text=text))
    for column, other in cells.items():
        if column != title and fields.get(column) is not Field.ID:
            add_words(step, _field_of(fields.get(column, Field.ABOUT), other), cell_words(other.cell))


def _field_of(found: Field, slot: Slot) -> Field:
    if found in {Field.ABOUT, Field.NOTHING, *_TITLES}:
        kinds = kinds_of(slot.text)
        return Field.DUE if Kind.TIMELINE in kinds else Field.OWNERS if Kind.NAMES in kinds else Field.ABOUT
    return found
