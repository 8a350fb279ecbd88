"""Tables by the lines that are drawn around their cells."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from tcplan.importing.readers.pdf.bounds import MAX_GRID, too_much
from tcplan.importing.readers.pdf.marks import Box, DrawnLine

_SAME: Final = 3.0
_COVERED: Final = 0.6
_MIN_SIDE: Final = 30.0
_MAX_TITLE: Final = 45.0
_MAX_PAIRS: Final = 1_500_000


class GridCell(NamedTuple):
    """A cell of a grid, in rows and columns from 0."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """A table on a page.

    Attributes:
        xs: Where its columns begin, and the last ends.
        ys: Where its rows begin, and the last ends.
        cells: From the first row to the last, from left to right.
        has_edges: Whether something is drawn where its columns end; else only their words say so.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    has_edges: bool = True

    @property
    def box(self) -> Box:
        """The part of the page that it takes."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def find_grids(rules: list[DrawnLine]) -> list[RuledGrid]:
    """The tables that lines make; also boxes of one cell, which may be anything."""
    upright = merge_rules([rule for rule in rules if not rule.is_level])
    level = merge_rules([rule for rule in rules if rule.is_level])
    level = merge_rules([*level, *_close_sides(upright, level)])
    grids = [_make_grid(*group) for group in _join_open(_group_rules(upright, level))]
    return [grid for grid in grids if grid]


def _join_open(groups: list[tuple[list[DrawnLine], list[DrawnLine]]]) -> list[tuple[list[DrawnLine], list[DrawnLine]]]:
    """Parts of a table without lines at its sides, which a row without lines between its cells takes apart."""
    joined: list[tuple[list[DrawnLine], list[DrawnLine]]] = []
    for upright, level in sorted(groups, key=lambda group: min(rule.at for rule in group[1])):
        last = joined[-1] if joined else None
        if last and _is_open(last) and _is_open((upright, level)) and _is_below(last[1], level):
            joined[-1] = (last[0] + upright, last[1] + level)
        else:
            joined.append((upright, level))
    return joined


def _is_open(group: tuple[list[DrawnLine], list[DrawnLine]]) -> bool:
    return min(rule.start for rule in group[1]) < min(rule.at for rule in group[0]) - _SAME


def _is_below(above: list[DrawnLine], below: list[DrawnLine]) -> bool:
    ends = ((min(rule.start for rule in rules), max(rule.end for rule in rules)) for rules in (above, below))
    (left, right), (other_left, other_right) = ends
    gap = min(rule.at for rule in below) - max(rule.at for rule in above)
    return abs(left - other_left) <= _SAME and abs(right - other_right) <= _SAME and 0 < gap < _MAX_TITLE


def _close_sides(upright: list[DrawnLine], level: list[DrawnLine]) -> list[DrawnLine]:
    """Lines at the ends of upright lines of the same length: a table whose top and bottom a page cut off."""
    groups: list[list[DrawnLine]] = []
    for rule in sorted(upright, key=lambda one: (one.start, one.end)):
        first = groups[-1][0] if groups else None
        if first and abs(first.start - rule.start) <= _SAME and abs(first.end - rule.end) <= _SAME:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    sides = []
    for group in groups:
        if len(group) > 1 and group[0].end - group[0].start > _MIN_SIDE and not _touches(group, level):
            left, right = min(rule.at for rule in group), max(rule.at for rule in group)
            sides += [DrawnLine(True, at, left, right) for at in (group[0].start, group[0].end)]  # noqa: FBT003
    return sides


def _touches(upright: list[DrawnLine], level: list[DrawnLine]) -> bool:
    return any(
        one.start - _SAME <= other.at <= one.end + _SAME and other.start - _SAME <= one.at <= other.end + _SAME
        for one in upright[:2]
        for other in level
    )


def merge_rules(rules: Iterable[DrawnLine]) -> list[DrawnLine]:
    """Lines that go on in each other, or lie on each other, as one."""
    tracks: list[list[DrawnLine]] = []
    for rule in sorted(rules, key=lambda one: one.at):
        if tracks and rule.at - tracks[-1][0].at <= _SAME:
            tracks[-1].append(rule)
        else:
            tracks.append([rule])
    merged = []
    for track in tracks:
        track.sort(key=lambda one: one.start)
        current = track[0]
        for rule in track[1:]:
            if rule.start <= current.end + _SAME:
                current = current._replace(end=max(current.end, rule.end))
            else:
                merged.append(current)
                current = rule._replace(at=current.at)
        merged.append(current)
    return [rule for rule in merged if rule.end - rule.start > _SAME]


def _group_rules(upright: list[DrawnLine], level: list[DrawnLine]) -> list[tuple[list[DrawnLine], list[DrawnLine]]]:
    """Lines that touch, directly or by others."""
    if len(upright) * len(level) > _MAX_PAIRS:
        raise too_much("a page of it has more lines than a table can have")
    level = sorted(level, key=lambda one: one.at)
    heights = [rule.at for rule in level]
    parents = list(range(len(upright) + len(level)))
    for index, rule in enumerate(upright):
        for at in range(bisect_left(heights, rule.start - _SAME), len(level)):
            if heights[at] > rule.end + _SAME:
                break
            if level[at].start - _SAME <= rule.at <= level[at].end + _SAME:
                _unite(parents, index, len(upright) + at)
    groups: dict[int, tuple[list[DrawnLine], list[DrawnLine]]] = {}
    for index, rule in enumerate([*upright, *level]):
        group = groups.setdefault(_root(parents, index), ([], []))
        group[rule.is_level].append(rule)
    return [group for group in groups.values() if len(group[0]) and len(group[1])]


def _make_grid(upright: list[DrawnLine], level: list[DrawnLine]) -> RuledGrid | None:
    """The grid of lines that touch; where the outer lines are not drawn, it ends where the inner ones do."""
    xs = _positions(upright, [one.start for one in level], [one.end for one in level])
    ys = _positions(level, [one.start for one in upright], [one.end for one in upright])
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1:
        return None
    if columns * rows > MAX_GRID:
        raise too_much("a page of it has more cells than a table can have")
    walls = _walls(upright, xs, ys)
    floors = _walls(level, ys, xs)
    parents = list(range(columns * rows))
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and (column + 1, row) not in walls:
                _unite(parents, here, here + 1)
            if row + 1 < rows and (row + 1, column) not in floors:
                _unite(parents, here, here + columns)
    return RuledGrid(tuple(xs), tuple(ys), tuple(_make_cells(parents, columns, xs, ys)))


def _positions(rules: list[DrawnLine], starts: list[float], ends: list[float]) -> list[float]:
    found = sorted({rule.at for rule in rules})
    if min(starts) < found[0] - _SAME:
        found.insert(0, min(starts))
    if max(ends) > found[-1] + _SAME:
        found.append(max(ends))
    return found


def _walls(rules: list[DrawnLine], across: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Which lines of the grid are drawn: the number of the line, and of the stretch of it."""
    walls = set()
    number_of = {at: number for number, at in enumerate(across)}
    for rule in rules:
        first = max(0, bisect_left(along, rule.start - _SAME) - 1)
        for stretch in range(first, len(along) - 1):
            start, end = along[stretch], along[stretch + 1]
            if start >= rule.end:
                break
            if min(end, rule.end) - max(start, rule.start) >= (end - start) * _COVERED:
                walls.add((number_of[rule.at], stretch))
    return walls


def _make_cells(parents: list[int], columns: int, xs: list[float], ys: list[float]) -> Iterable[GridCell]:
    """A cell for each group of squares; a group that is no rectangle is taken apart into its rows."""
    groups: dict[int, list[int]] = {}
    for square in range(len(parents)):
        groups.setdefault(_root(parents, square), []).append(square)
    cells = []
    for squares in groups.values():
        for part in [squares] if _is_rectangle(squares, columns) else _split_rows(squares, columns):
            row, column = divmod(part[0], columns)
            last_row, last_column = divmod(part[-1], columns)
            box = Box(xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
            cells.append(GridCell(row, column, last_row - row + 1, last_column - column + 1, box))
    return sorted(cells)


def _is_rectangle(squares: list[int], columns: int) -> bool:
    row, column = divmod(squares[0], columns)
    last_row, last_column = divmod(squares[-1], columns)
    wide, high = last_column - column + 1, last_row - row + 1
    return wide > 0 and wide * high == len(squares) and all(column <= one % columns <= last_column for one in squares)


def _split_rows(squares: list[int], columns: int) -> list[list[int]]:
    parts: list[list[int]] = []
    for square in squares:
        if parts and square == parts[-1][-1] + 1 and square % columns:
            parts[-1].append(square)
        else:
            parts.append([square])
    return parts


def _root(parents: list[int], one: int) -> int:
    while parents[one] != one:
        parents[one] = parents[parents[one]]
        one = parents[one]
    return one


def _unite(parents: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first
