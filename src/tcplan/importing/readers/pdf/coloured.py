"""What areas of colour tell of tables: the colour of a cell, and where rows and cells begin that no line marks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from tcplan.importing.readers.pdf.aligned import are_aligned, common_gutters, wide_gaps
from tcplan.importing.readers.pdf.banded import find_banded_grids, find_underlined_grids
from tcplan.importing.readers.pdf.bounds import too_much
from tcplan.importing.readers.pdf.grids import GridCell, RuledGrid, find_grids
from tcplan.importing.readers.pdf.lines import lay_out_lines
from tcplan.importing.readers.pdf.marks import Box, DrawnLine, Fill, Word
from tcplan.importing.readers.pdf.refining import refine_grid

_MIN_WIDTH, _MIN_HEIGHT = 10.0, 6.0
_TOUCHING: Final = 2.0
_SAME: Final = 2.5
_WHOLE: Final = 0.9
_COVERED: Final = 0.5
_MAX_AREAS: Final = 800
_MAX_STRIPED: Final = 12
_MAX_PAIRS: Final = 2_000_000
_CUT: Final = 1.5
_APART: Final = 6
_WHITE: Final = "ffffff"


def find_page_grids(rules: list[DrawnLine], fills: list[Fill], height: float, words: list[Word]) -> list[RuledGrid]:
    """The tables of a page that lines or areas of colour make."""
    areas = [fill.box for fill in fills if _is_cell_like(fill.box, height)]
    if len(areas) > _MAX_AREAS:
        return find_grids(rules)
    grids = find_grids(rules)
    edges = list(_edges_in_grids(areas, grids, words))
    if edges:
        grids = find_grids([*rules, *edges])
    grids = [_with_outer_columns(grid, rules, words) for grid in grids]
    tables = [grid for grid in grids if len(grid.cells) > 1]
    free = [area for area in areas if not any(_is_in(area, grid.box) for grid in tables)]
    banded = find_banded_grids(_runs_side_by_side(free), rules, words)
    free = [area for area in free if not any(_is_in(area, grid.box) for grid in banded)]
    banded += (striped := find_banded_grids(list(_split_bands(free, words)), rules, words))
    free = [area for area in free if not any(_is_in(area, grid.box) for grid in striped)]
    found = grids + banded + _grids_of_cells(free) + _grids_of_bands(free, words)
    boxes = [grid.box for grid in found if len(grid.cells) > 1]
    open_rules = [rule for rule in rules if not any(_is_rule_in(rule, box) for box in boxes)]
    return found + find_underlined_grids(open_rules, words)


def _with_outer_columns(grid: RuledGrid, rules: list[DrawnLine], words: list[Word]) -> RuledGrid:
    """A table that has lines between its columns and no others, with what is left and right of these lines."""
    if len(grid.ys) > 2 or any(_is_rule_in(rule, grid.box) for rule in rules):  # noqa: PLR2004 - one row
        return grid
    beside = [word for word in words if grid.box.top < word.middle[1] < grid.box.bottom]
    left = min((word.x0 for word in beside if word.x1 <= grid.xs[0]), default=grid.xs[0])
    right = max((word.x1 for word in beside if word.x0 >= grid.xs[-1]), default=grid.xs[-1])
    xs = tuple(x for x in (left - 1, *grid.xs, right + 1) if left < grid.xs[0] or x != left - 1)
    xs = xs if right > grid.xs[-1] else xs[:-1]
    top, bottom = grid.ys
    cells = [GridCell(0, at, 1, 1, Box(x0, top, x1, bottom)) for at, (x0, x1) in enumerate(pairwise(xs))]
    return RuledGrid(xs, grid.ys, tuple(cells))


def fill_of(box: Box, fills: Iterable[Fill]) -> str:
    """The colour of most of a cell; empty for white. What is painted later hides what was painted before."""
    area = max(1.0, box.width * box.height)
    covered: Counter[str] = Counter()
    for fill in fills:
        wide = min(box.x1, fill.box.x1) - max(box.x0, fill.box.x0)
        high = min(box.bottom, fill.box.bottom) - max(box.top, fill.box.top)
        if wide > 0 and high > 0:
            if wide * high >= area * _COVERED:
                covered.clear()
            covered[fill.colour] += round(wide * high)
    colour, most = covered.most_common(1)[0] if covered else ("", 0)
    return colour if colour != _WHITE and most >= area * _COVERED else ""


def check_work(cells: int, fills: int) -> None:
    """Refuse a page on which looking at every area for every cell would not end."""
    if cells * fills > _MAX_PAIRS:
        raise too_much("a page of it has more areas of colour than a table can have")


def _is_cell_like(box: Box, height: float) -> bool:
    return box.width > _MIN_WIDTH and _MIN_HEIGHT < box.height < height * _WHOLE


def _edges_in_grids(areas: list[Box], grids: list[RuledGrid], words: list[Word]) -> Iterator[DrawnLine]:
    """The edges of areas that go from one line between columns to another: rows without lines between them."""
    for grid in grids:
        inner = [word for word in words if grid.box.holds(*word.middle)]
        for run in _runs_side_by_side([area for area in areas if _is_in(area, grid.box)]):
            if _fits_columns(run[0].x0, grid) and _fits_columns(run[-1].x1, grid):
                for area in run:
                    for at in (area.top, area.bottom):
                        if not any(word.top + _CUT < at < word.bottom - _CUT for word in inner):
                            yield DrawnLine(True, at, area.x0, area.x1)  # noqa: FBT003
                    # The outer sides are as the lines have them: open ones tell that two parts are one table.
                    for at in (x for x in (area.x0, area.x1) if grid.xs[0] + _SAME < x < grid.xs[-1] - _SAME):
                        yield DrawnLine(False, at, area.top, area.bottom)  # noqa: FBT003


def _runs_side_by_side(areas: list[Box]) -> list[list[Box]]:
    """Areas of the same height that touch each other, from left to right."""
    runs: list[list[Box]] = []
    for area in sorted(areas, key=lambda one: (round(one.top), round(one.bottom), one.x0)):
        last = runs[-1][-1] if runs else None
        if last and _is_same_height(last, area) and -_SAME <= area.x0 - last.x1 <= _SAME:
            runs[-1].append(area)
        elif not (last and _is_same_height(last, area) and _is_same_width(last, area)):
            runs.append([area])
    return runs


def _fits_columns(x: float, grid: RuledGrid) -> bool:
    return any(abs(x - at) <= _SAME for at in grid.xs)


def _is_same_height(one: Box, other: Box) -> bool:
    return abs(one.top - other.top) <= _SAME and abs(one.bottom - other.bottom) <= _SAME


def _grids_of_cells(areas: list[Box]) -> list[RuledGrid]:
    """Tables without lines whose cells are areas of colour that touch each other."""
    rules: list[DrawnLine] = []
    for area in areas:
        if any(other != area and _touch(area, other) for other in areas):
            rules += _around(area)
    return [grid for grid in find_grids(rules) if len(grid.xs) > 2]  # noqa: PLR2004 - two columns


def _grids_of_bands(areas: list[Box], words: list[Word]) -> list[RuledGrid]:
    """Tables whose every other row is an area of colour."""
    grids = []
    for bands in _group_bands(areas):
        rules = [DrawnLine(True, at, band.x0, band.x1) for band in bands for at in (band.top, band.bottom)]  # noqa: FBT003
        left, right = bands[0].x0, bands[0].x1
        ends = [bands[0].top, bands[-1].bottom, *_rows_beside(bands, words)]
        rules += [DrawnLine(True, at, left, right) for at in ends]  # noqa: FBT003
        rules += [DrawnLine(False, at, min(ends), max(ends)) for at in (left, right)]  # noqa: FBT003
        grids += [refine_grid(grid, words) for grid in find_grids(rules)]
    return [grid for grid in grids if len(grid.xs) > 2]  # noqa: PLR2004 - two columns


def _split_bands(areas: list[Box], words: list[Word]) -> Iterator[list[Box]]:
    """Areas as wide as the table that they are rows of, split where none of them has a word."""
    for bands in _group_bands(areas):
        inner = [word for word in words if not word.style.turn and any(band.holds(*word.middle) for band in bands)]
        whole = Box(bands[0].x0, bands[0].top, bands[0].x1, bands[-1].bottom)
        lines = lay_out_lines(inner)
        xs = [whole.x0, *common_gutters(lines, whole), whole.x1]
        if all(are_aligned(lines, *pair) for pair in pairwise(xs)):
            for band in bands:
                yield [band._replace(x0=start, x1=end) for start, end in pairwise(xs)]


def _rows_beside(bands: list[Box], words: list[Word]) -> Iterator[float]:
    """Where a row on no ground ends above the first area, and below the last."""
    first, last = bands[0], bands[-1]
    inner = [word for word in words if not word.style.turn and first.x0 <= word.x0 and word.x1 <= first.x1]
    above = lay_out_lines(word for word in inner if word.bottom <= first.top + _CUT)
    below = lay_out_lines(word for word in inner if word.top >= last.bottom - _CUT)
    if above and wide_gaps(above[-1]) and first.top - above[-1].low < above[-1].size:
        yield above[-1].high - 1
    end = last.bottom
    for number, line in enumerate(below):
        if line.high - end > line.size or (number == 0 and not wide_gaps(line)):
            break
        end = line.low
    if end > last.bottom:
        yield end + 1


def _group_bands(areas: list[Box]) -> list[list[Box]]:
    """Areas of the same width below each other, not far apart."""
    groups: list[list[Box]] = []
    for area in sorted(areas, key=lambda one: (round(one.x0), round(one.x1), one.top)):
        last = groups[-1][-1] if groups else None
        if last and _is_same_width(last, area) and area.top - last.bottom <= _APART * max(last.height, area.height):
            groups[-1].append(area)
        else:
            groups.append([area])
    found = [group for group in groups if len(group) > 1]
    return found if len(found) <= _MAX_STRIPED else []  # a drawing: each is looked at with all words


def _is_same_width(one: Box, other: Box) -> bool:
    return abs(one.x0 - other.x0) <= _SAME and abs(one.x1 - other.x1) <= _SAME


def _around(box: Box) -> list[DrawnLine]:
    level = [DrawnLine(True, at, box.x0, box.x1) for at in (box.top, box.bottom)]  # noqa: FBT003
    return level + [DrawnLine(False, at, box.top, box.bottom) for at in (box.x0, box.x1)]  # noqa: FBT003


def _is_in(box: Box, other: Box) -> bool:
    return other.holds((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)


def _is_rule_in(rule: DrawnLine, box: Box) -> bool:
    return (
        rule.is_level and box.top - _SAME <= rule.at <= box.bottom + _SAME and rule.start < box.x1 and rule.end > box.x0
    )


def _touch(one: Box, other: Box) -> bool:
    beside = abs(one.x1 - other.x0) < _TOUCHING or abs(one.x0 - other.x1) < _TOUCHING
    below = abs(one.bottom - other.top) < _TOUCHING or abs(one.top - other.bottom) < _TOUCHING
    level = min(one.bottom, other.bottom) - max(one.top, other.top) > _TOUCHING
    above = min(one.x1, other.x1) - max(one.x0, other.x0) > _TOUCHING
    return (beside and level) or (below and above)
