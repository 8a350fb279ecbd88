"""Rows that are no more of the action above, and name none themselves: an id without words, or struck-out words."""

from dataclasses import replace

from tcplan.importing.document import paragraphs_in
from tcplan.importing.finding.building import put_headers
from tcplan.importing.finding.grids import Slot, cell_words
from tcplan.importing.finding.row_context import TableContext, TableRow
from tcplan.importing.finding.row_ids import id_of_slot
from tcplan.importing.found import FoundLevel, Words

_SHOWN = 120


def read_untitled(row: TableRow, context: TableContext) -> bool:
    """Keep the words of such a row in the `about` of the plan, and say so; False for any other row."""
    slot = row.cells.get(context.action.index) if context.action else None
    if slot is not None and slot.row < row.index and slot.text:
        return False  # one action over several rows
    cells = _without_upper(row, context)
    struck = _struck_words(slot)
    id_slot = _own_id(row, context)
    if not cells or not (struck or (id_slot is not None and _is_other(id_slot, context))):
        return False
    words = _as_line(cells, context)
    context.builder.loose.append(words)
    context.builder.leave(FoundLevel.ACTION)  # the next row is no more of the action before this one either
    where = f"what is beside it, `{words.text[:_SHOWN]}`, is in the `about` of the plan"
    if struck:
        message = (
            f"the action `{struck[:_SHOWN]}` is struck out, so it is left out; {where}. Add it if it is still meant"
        )
        put_headers(context.builder.ledger, paragraphs_in(slot.cell.blocks) if slot else ())
        context.builder.doubt("struck", message, words)
    else:
        message = f"a row has no action; {where}. If it is an action, add it to the plan with a title"
        context.builder.doubt("action", message, words)
    return True


def _own_id(row: TableRow, context: TableContext) -> Slot | None:
    column = context.ids.get(FoundLevel.ACTION)
    slot = row.cells.get(column.index) if column else None
    return slot if slot is not None and slot.row == row.index and slot.text else None


def _is_other(slot: Slot, context: TableContext) -> bool:
    """Whether a cell of ids holds anything but the id of the action above."""
    current = context.builder.current.get(FoundLevel.ACTION)
    number = id_of_slot(slot)
    return not number or current is None or number != current.number


def _struck_words(slot: Slot | None) -> str:
    """The words of a cell of which all are struck out."""
    if slot is None or slot.text:
        return ""
    return " ".join(text for one in paragraphs_in(slot.cell.blocks) for text in one.struck)


def _without_upper(row: TableRow, context: TableContext) -> list[tuple[int, Slot]]:
    """The cells of a row that are about no pillar or objective."""
    levels = {index: column.level for index, column in context.columns.items()}
    return [
        (index, slot)
        for index, slot in row.own
        if levels.get(index, FoundLevel.ACTION) in {FoundLevel.ACTION, FoundLevel.STEP}
    ]


def _as_line(cells: list[tuple[int, Slot]], context: TableContext) -> Words:
    """All that the cells say, each after its header."""
    every = [cell_words(slot.cell) for _, slot in cells]
    headers = [" ".join(context.columns[index].header.split()) for index, _ in cells]
    parts = [
        f"{header}: {slot.text}" if header else slot.text for header, (_, slot) in zip(headers, cells, strict=True)
    ]
    paragraphs = tuple(one for words in every for one in words.paragraphs)
    return replace(every[0], paragraphs=paragraphs, text="; ".join(parts), fill="")
