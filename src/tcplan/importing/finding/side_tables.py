"""Two plans in one table, side by side: the last plan and the new one, or two phases, each with its own columns."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from tcplan.importing.document import SourceCell, SourcePlace, SourceRow, SourceTable
from tcplan.importing.finding.grids import TableGrid, make_grid
from tcplan.importing.finding.header_texts import EXACT, plain_header, score_header
from tcplan.importing.finding.headers import HeaderFinder
from tcplan.importing.finding.identities import PlanIdentity, read_identity
from tcplan.importing.found import Field

_SEARCHED_ROWS = 12
_REPEATED = 2
"""How many headers of one side the other repeats, at the least, where nothing says which plan each is."""


class PlanSide(NamedTuple):
    """One of the plans of a table: its columns as a table, and which plan the headers say it is."""

    table: SourceTable
    label: str
    identity: PlanIdentity | None


class _Columns(NamedTuple):
    """The columns of one side: where they begin and end, and what is above its column of actions."""

    start: int
    end: int
    label: str


@cache
def _which_pattern() -> re.Pattern[str]:
    """What the header of a column of actions says about which plan they are of."""
    return re.compile(
        r"\b(?:(?:phase|stage|plan|year)\s*(?:\d|one|two|three|i{1,3})|20\d\d(?:\s*[-\u2013/]\s*(?:20)?\d\d)?"
        r"|previous|last|old|earlier|prior|former|past|preceding|new|current|this|our|plan'?s?)\b[\s:]*",
        re.IGNORECASE,
    )


@cache
def _past_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:previous|last|old|earlier|prior|former|past|preceding)\b", re.IGNORECASE)


@cache
def _new_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:new|current|this)\b", re.IGNORECASE)


def split_plans(table: SourceTable, finder: HeaderFinder) -> list[PlanSide]:
    """The plans of a table that has several side by side; empty for any other table."""
    grid = make_grid(table)
    for index in range(min(len(grid.rows), _SEARCHED_ROWS)):
        if finder.is_header(grid, index):
            sides = _find_sides(grid, index)
            identities = _identities(sides)
            if len(sides) > 1 and (any(identities) or _are_repeated(grid, index, sides)):
                return [
                    PlanSide(_cut(grid, _shared(grid, index, sides), side), side.label, identity)
                    for side, identity in zip(sides, identities, strict=True)
                ]
    return []


def _text(grid: TableGrid, index: int, column: int) -> str:
    slot = grid.rows[index][column]
    return slot.text if slot and slot.row == index else ""


def _is_action(text: str) -> bool:
    """Whether a header, without what it says about which plan it is of, is that of actions."""
    rest = _which_pattern().sub("", text).strip(" :()")
    return score_header(rest).get(Field.ACTION, 0) >= EXACT - 1


def _find_sides(grid: TableGrid, index: int) -> list[_Columns]:
    actions = [column for column in range(grid.width) if _is_action(_text(grid, index, column))]
    if len(actions) < 2:  # noqa: PLR2004 -- one plan
        return []
    before = {plain_header(_text(grid, index, column)) for column in range(actions[0])} - {""}
    starts = [0]
    for last, action in itertools.pairwise(actions):
        start = action
        while start - 1 > last and plain_header(_text(grid, index, start - 1)) in before:
            start -= 1
        starts.append(start)
    ends = [*starts[1:], grid.width]
    return [
        _Columns(start, end, _label(grid, index, action))
        for start, end, action in zip(starts, ends, actions, strict=True)
    ]


def _label(grid: TableGrid, index: int, action: int) -> str:
    """What the header of a column of actions says, with what is above it."""
    above = grid.rows[index - 1][action] if index else None
    texts = [above.text if above and above.cell.columns < grid.width else "", _text(grid, index, action)]
    return " ".join(text for text in texts if text)


def _identities(sides: Sequence[_Columns]) -> list[PlanIdentity | None]:
    """Which plan each side is; where one side says so, the other is the one that it is not."""
    found = [_identity(side.label) for side in sides]
    if len(found) == 2 and found.count(None) == 1:  # noqa: PLR2004 -- the old and the new
        told = next(one for one in found if one)
        return [one or PlanIdentity(is_past=not told.is_past) for one in found] if told.is_past is not None else found
    if (
        len(found) > 1
        and all(found)
        and not any(one.is_other(two) for one, two in itertools.pairwise(found) if one and two)
    ):
        return [None] * len(found)
    return found


def _identity(label: str) -> PlanIdentity | None:
    read = read_identity(f"{label} actions")
    if read and (read.phase or read.years):
        return read._replace(is_past=None)
    if _past_pattern().search(label):
        return PlanIdentity(is_past=True)
    return PlanIdentity(is_past=False) if _new_pattern().search(label) else None


def _are_repeated(grid: TableGrid, index: int, sides: Sequence[_Columns]) -> bool:
    """Whether all sides have the same headers, such as `Ref`, `Action`, `Owner`."""
    headers = [
        [plain for column in range(side.start, side.end) if (plain := plain_header(_text(grid, index, column)))]
        for side in sides
    ]
    return len(headers[0]) >= _REPEATED and all(one == headers[0] for one in headers)


def _shared(grid: TableGrid, index: int, sides: Sequence[_Columns]) -> range:
    """The columns at the left that say something of all sides, such as a theme that the others do not repeat."""
    own = {plain_header(_text(grid, index, column)) for side in sides[1:] for column in range(side.start, side.end)}
    for column in range(sides[0].end):
        text = _text(grid, index, column)
        if _is_action(text) or plain_header(text) in own:
            return range(column)
    return range(0)


def _cut(grid: TableGrid, shared: range, side: _Columns) -> SourceTable:
    """The columns of one side as a table; a cell over both sides is in each."""
    columns = list(dict.fromkeys([*shared, *range(side.start, side.end)]))
    rows = [_cut_row(grid, index, columns) for index in range(len(grid.rows))]
    return SourceTable(tuple(rows), grid.table.place, grid.table.name)


def _cut_row(grid: TableGrid, index: int, columns: Sequence[int]) -> SourceRow:
    row = grid.rows[index]
    cells: list[SourceCell] = []
    done: list[int] = []
    for column in columns:
        slot = row[column] if column < len(row) else None
        if slot is None:
            cells.append(SourceCell((), SourcePlace()))
        elif slot.row == index and id(slot) not in done:
            done.append(id(slot))
            width = sum(row[other] is slot for other in columns)
            own = slot.cell
            cells.append(replace(own, columns=width))
    source = grid.row_of(index)
    return SourceRow(tuple(cells), 0, source.is_header, source.is_hidden)
