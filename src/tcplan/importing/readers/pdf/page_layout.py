"""A page in the order in which it is read: texts and tables."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tcplan.importing.readers.pdf.aligned import ColumnGroup, find_aligned_grids, find_groups, is_text_columns
from tcplan.importing.readers.pdf.grids import RuledGrid
from tcplan.importing.readers.pdf.lines import TextLine, lay_out_lines
from tcplan.importing.readers.pdf.marks import DrawnLine, Fill, Word
from tcplan.importing.readers.pdf.paragraphs import Limits
from tcplan.importing.readers.pdf.refining import refine_grid
from tcplan.importing.readers.pdf.tables import DrawnTable, fill_tables

_MARGIN: Final = 6.0


@dataclass
class ReadPage:
    """What is on a page, before it is put in order.

    Attributes:
        has_picture: Whether a picture covers a good part of it.
    """

    number: int
    width: float
    height: float
    words: list[Word]
    fills: list[Fill]
    grids: list[RuledGrid]
    rules: list[DrawnLine] = field(default_factory=list)
    has_picture: bool = False
    unknown: int = 0


@dataclass
class TextRun:
    """Lines below each other, outside of tables."""

    page: int
    lines: list[TextLine]
    limits: Limits
    first_line: int = 0
    is_column: bool = False


def lay_out_page(page: ReadPage, columns: tuple[float, ...]) -> list[TextRun | DrawnTable]:
    """The texts and tables of a page, in order; `columns` are those of a table that may go on from the page before."""
    top = min((word.middle[1] for word in page.words), default=0)
    refined = [refine_grid(grid, page.words, columns if grid.box.top <= top else ()) for grid in page.grids]
    grids = [grid for grid in refined if len(grid.cells) > 1]
    free = [word for word in page.words if not any(grid.box.holds(*word.middle) for grid in grids)]
    going_on = columns if not any(grid.box.top <= top for grid in grids) else ()
    rules = [rule for rule in page.rules if not any(_is_rule_of(rule, grid) for grid in grids)]
    grids += [refine_grid(grid, page.words) for grid in find_aligned_grids(free, rules, going_on)]
    tables, rest = fill_tables(grids, page.words, page.fills, page.number)
    return _number_lines(order_blocks(rest, tables, page.number))


def _is_rule_of(rule: DrawnLine, grid: RuledGrid) -> bool:
    """Whether a level line is one of a table that has been found."""
    box = grid.box
    return rule.is_level and box.top - 1 <= rule.at <= box.bottom + 1 and rule.start < box.x1 and rule.end > box.x0


def order_blocks(words: list[Word], tables: list[DrawnTable], page: int) -> list[TextRun | DrawnTable]:
    """Texts above, between and below the tables."""
    blocks: list[TextRun | DrawnTable] = []
    left = sorted(words, key=lambda word: word.top)
    for table in tables:
        above = [word for word in left if word.middle[1] < table.box.top]
        left = [word for word in left if word.middle[1] >= table.box.top]
        blocks += make_text_runs(above, page)
        blocks.append(table)
    return blocks + make_text_runs(left, page)


def make_text_runs(words: list[Word], page: int) -> list[TextRun | DrawnTable]:
    """The lines of some words; words that are turned on their side come after the others."""
    runs: list[TextRun | DrawnTable] = []
    for turn in (0, 90, 270, 180):
        found = [word for word in words if word.style.turn == turn]
        if found:
            parts = _split_columns(lay_out_lines(found))
            runs += [_make_run(lines, page, is_column=len(parts) > 1 or turn != 0) for lines in parts]
    return runs


def _make_run(lines: list[TextLine], page: int, *, is_column: bool) -> TextRun:
    limits = Limits(min(line.start for line in lines), max(line.end for line in lines))
    return TextRun(page, lines, limits, is_column=is_column)


def share_limits(blocks: list[TextRun | DrawnTable]) -> None:
    """Texts that begin at the same margin run as far as the longest of them, on whatever page it is."""
    groups: dict[int, list[TextRun]] = {}
    for block in blocks:
        if isinstance(block, TextRun) and not block.is_column:
            groups.setdefault(round(block.limits.start / _MARGIN), []).append(block)
    for runs in groups.values():
        end = max(run.limits.end for run in runs)
        for run in runs:
            run.limits = run.limits._replace(end=end)


def _split_columns(lines: list[TextLine]) -> list[list[TextLine]]:
    """Lines in the order in which they are read: columns of text one after the other."""
    parts: list[list[TextLine]] = [[]]
    columns = {id(group.lines[0]): group for group in find_groups(lines) if is_text_columns(group)}
    at = 0
    while at < len(lines):
        group = columns.get(id(lines[at]))
        if group:
            parts += [*_read_columns(group), []]
            at += len(group.lines)
        else:
            parts[-1].append(lines[at])
            at += 1
    return [part for part in parts if part]


def _read_columns(group: ColumnGroup) -> list[list[TextLine]]:
    words = [word for line in group.lines for word in line.words]
    return [
        lay_out_lines(word for word in words if start <= word.middle[0] < end) for start, end in pairwise(group.bounds)
    ]


def _number_lines(blocks: list[TextRun | DrawnTable]) -> list[TextRun | DrawnTable]:
    line = 1
    for block in blocks:
        if isinstance(block, TextRun):
            block.first_line = line
            line += len(block.lines)
    return blocks
