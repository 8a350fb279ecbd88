"""Tables without lines, by words that stand below each other; and pages whose text runs in columns."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from math import ceil
from statistics import median
from typing import Final, NamedTuple

from tcplan.importing.readers.list_marks import split_bullet
from tcplan.importing.readers.pdf.banded import find_ruled_grids
from tcplan.importing.readers.pdf.blank_strips import split_at_strips
from tcplan.importing.readers.pdf.grids import GridCell, RuledGrid, merge_rules
from tcplan.importing.readers.pdf.lines import TextLine, lay_out_lines
from tcplan.importing.readers.pdf.marks import Box, DrawnLine, Word
from tcplan.importing.readers.pdf.paragraphs import split_mark

_GAP: Final = 0.9
_HEADER_GAP: Final = 0.55
_GUTTER: Final = 0.45
_LEAST_GUTTER: Final = 0.18
_NEAR_LINES: Final = 40
_LINES_AHEAD: Final = 6
_LARGER: Final = 1.5
_BEFORE: Final = 1.5
_APART: Final = 3.5
_ROW_GAP: Final = 1.22
_ALIGNED: Final = 3.0
_MOSTLY: Final = 0.6
_FULL: Final = 0.8
_TEXT_WIDTH: Final = 110.0
_MIN_TEXT_LINES: Final = 5
_MIN_RULES: Final = 3
_MIN_STRIPS: Final = 2
_MIN_EDGES: Final = 3

Interval = tuple[float, float]


class ColumnGroup(NamedTuple):
    """Lines below each other that leave the same blanks between columns."""

    lines: tuple[TextLine, ...]
    gutters: tuple[Interval, ...]

    @property
    def bounds(self) -> list[float]:
        """Where its columns begin, and the last ends."""
        # Right before the text of the next column: on another page a text may go further to the right, not to the left.
        inner = [max((start + end) / 2, end - _BEFORE) for start, end in self.gutters]
        return [min(line.start for line in self.lines) - 1, *inner, max(line.end for line in self.lines) + 1]


def find_aligned_grids(
    words: Iterable[Word], rules: list[DrawnLine], columns: tuple[float, ...] = ()
) -> list[RuledGrid]:
    """The tables that words make which stand below each other, outside of tables with lines.

    Args:
        words: Of the page, outside of other tables.
        rules: The lines that are of no other table.
        columns: Where the columns are of a table that may go on at the top of the page, and the last ends.
    """
    level = [word for word in words if not word.style.turn]
    grids = _find_ruled_rows(level, rules)
    left = lay_out_lines(word for word in level if not any(grid.box.holds(*word.middle) for grid in grids))
    rest = _take_rest(left, columns)
    groups = [group for group in find_groups(left[len(rest.lines) :] if rest else left) if _is_table(group)]
    return grids + [_make_grid(group, _split_rows(group)) for group in ([rest] if rest else []) + groups]


def _take_rest(lines: list[TextLine], columns: tuple[float, ...]) -> ColumnGroup | None:
    """The lines at the top that keep to the columns of the table at the end of the page before."""
    taken: list[TextLine] = []
    for line in lines:
        is_apart = bool(taken) and line.low - taken[-1].low > line.size * _APART
        if is_apart or not _keeps_to(line, columns) or abs(line.size - lines[0].size) > _LARGER:
            break
        taken.append(line)
    if not taken:
        return None
    group = ColumnGroup(tuple(taken), tuple((x, x) for x in columns[1:-1]))
    return group if len(_rows_in_columns(group)) > len(taken) / 2 else None


def _keeps_to(line: TextLine, columns: tuple[float, ...]) -> bool:
    return (
        len(columns) > _MIN_EDGES
        and line.start >= columns[0] - _ALIGNED
        and not any(word.x0 < x < word.x1 for word in line.words for x in columns[1:-1])
    )


def find_groups(lines: list[TextLine]) -> list[ColumnGroup]:
    """All groups of lines that stand in columns."""
    groups = []
    at = 0
    while at < len(lines):
        group = _grow(lines, at)
        if group and len(_rows_in_columns(group)) > 1:
            groups.append(group)
            at += len(group.lines)
        else:
            at += 1
    return groups


def is_text_columns(group: ColumnGroup) -> bool:
    """Whether the columns are those of a running text: their lines are full, and their gaps are not side by side."""
    bounds = group.bounds
    if len(group.lines) < _MIN_TEXT_LINES or any(end - start < _TEXT_WIDTH for start, end in pairwise(bounds)):
        return False
    gaps = 0
    for start, end in pairwise(bounds):
        parts = [part for line in group.lines if (part := _words_between(line, start, end))]
        if not parts:
            return False
        left, right = min(part[0].x0 for part in parts), max(part[-1].x1 for part in parts)
        full = sum(part[-1].x1 >= left + (right - left) * _FULL for part in parts)
        if full < len(parts) / 2:
            return False
        gaps += len(_gaps_between(sorted((part[0].top, part[0].bottom) for part in parts)))
    shared = len(_gaps_between([(line.high, line.low) for line in group.lines])) * len(group.gutters)
    return shared * 2 <= gaps


def _grow(lines: list[TextLine], at: int) -> ColumnGroup | None:
    """As many lines as leave a blank in common, from the first one with a wide gap."""
    free = wide_gaps(lines[at], _HEADER_GAP if _may_be_header(lines, at) else _GAP)
    if not free:
        return None
    size = lines[at].size
    taken = [lines[at]]
    for number, line in enumerate(lines[at + 1 :], start=at + 1):
        near = lines[max(at, number - _NEAR_LINES) : number + _LINES_AHEAD]
        kept = [part for part in _intersect(free, line) if _is_gutter(part, near, size)]
        if not kept or line.low - taken[-1].low > size * _APART or abs(line.size - size) > size / 3:
            break
        if line.size > size + _LARGER and line.end < free[-1][0]:
            break  # a heading of its own
        if len(kept) < len(free) and len(_rows_in_columns(ColumnGroup(tuple(taken), tuple(free)))) > 2:  # noqa: PLR2004
            break
        free = kept
        taken.append(line)
    while len(taken) > 1 and _is_heading_of_next(taken, free):
        taken.pop()
    return ColumnGroup(tuple(taken), tuple(free))


def _is_gutter(blank: Interval, lines: list[TextLine], size: float) -> bool:
    """Whether a blank is wider than one between words, or right before where all texts near it begin."""
    wide = blank[1] - blank[0]
    if wide >= size * _GUTTER:
        return True
    if wide < size * _LEAST_GUTTER:
        return False
    after = [[word.x0 - blank[1] for word in line.words if -1 < word.x0 - blank[1] < size * 2] for line in lines]
    starts = [min(near) for near in after if near]
    return len(starts) >= _MIN_RULES and max(starts) < 1


def _is_heading_of_next(taken: list[TextLine], free: list[Interval]) -> bool:
    """Whether the last line belongs to what follows: alone, at the left, bold, after a gap."""
    last = taken[-1]
    return last.end < free[0][0] and last.is_bold and last.low - taken[-2].low > last.size * _GAP * 2


def _may_be_header(lines: list[TextLine], at: int) -> bool:
    """Whether a line is bold and the next is not: its words are few, and so are the blanks in it."""
    return lines[at].is_bold and at + 1 < len(lines) and not lines[at + 1].is_bold


def wide_gaps(line: TextLine, gap: float = _GAP) -> list[Interval]:
    """The blanks in a line that are wider than one between words."""
    return [
        (before.x1, after.x0)
        for before, after in pairwise(line.words)
        if after.x0 - before.x1 > max(before.style.size, after.style.size) * gap
    ]


def _intersect(free: list[Interval], line: TextLine) -> list[Interval]:
    """What of some blanks a line leaves blank too."""
    left = free
    for word in line.words:
        left = [
            part
            for start, end in left
            for part in (
                ((start, min(end, word.x0)), (max(start, word.x1), end))
                if _is_over(start, end, word)
                else ((start, end),)
            )
            if part[1] > part[0]
        ]
    return left


def _is_over(start: float, end: float, word: Word) -> bool:
    return word.x0 < end and word.x1 > start


def _rows_in_columns(group: ColumnGroup) -> list[TextLine]:
    """The lines with words in more than one column."""
    bounds = group.bounds
    return [line for line in group.lines if sum(bool(_words_between(line, *pair)) for pair in pairwise(bounds)) > 1]


def _words_between(line: TextLine, start: float, end: float) -> list[Word]:
    return [word for word in line.words if start <= word.middle[0] < end]


def _is_table(group: ColumnGroup) -> bool:
    """Whether words stand below each other on purpose, and are neither a list nor columns of text."""
    bounds = group.bounds
    rows = _rows_in_columns(group)
    columns = len(bounds) - 1
    if len(rows) < (2 if columns > 2 else 3) or is_text_columns(group):  # noqa: PLR2004 - two columns may be chance
        return False
    first = [" ".join(word.text for word in _words_between(line, *bounds[:2])) for line in rows]
    if columns == 2 and all(_is_mark(text) for text in first if text):  # noqa: PLR2004
        return False
    return all(are_aligned(group.lines, *pair) for pair in pairwise(bounds))


def _is_mark(text: str) -> bool:
    return bool(split_bullet(f"{text} x")[0] or split_mark(f"{text} x")[0])


def are_aligned(lines: Iterable[TextLine], start: float, end: float) -> bool:
    """Whether most texts of a column begin, end or have their middle at the same point."""
    parts = [part for line in lines if (part := _words_between(line, start, end))]
    return any(
        sum(abs(value - median(values)) <= _ALIGNED for value in values) >= len(values) * _MOSTLY
        for values in (
            [part[0].x0 for part in parts],
            [part[-1].x1 for part in parts],
            [(part[0].x0 + part[-1].x1) / 2 for part in parts],
        )
        if values
    )


def _split_rows(group: ColumnGroup) -> list[list[TextLine]]:
    """The lines of each row: as the gaps between them say, else as the columns do."""
    lines = list(group.lines)
    words = [word for line in lines for word in line.words]
    starts = split_at_strips(words, tuple(group.bounds))
    if len(starts) >= _MIN_STRIPS:
        return _part_lines(lines, starts)
    gaps = _gaps_between([(line.high, line.low) for line in lines])
    bounds = group.bounds
    rows: list[list[TextLine]] = []
    for index, line in enumerate(lines):
        filled = [bool(_words_between(line, *pair)) for pair in pairwise(bounds)]
        begins = index in gaps if gaps else filled[0] and sum(filled) >= ceil(len(filled) * _MOSTLY)
        if begins or not rows:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _part_lines(lines: list[TextLine], starts: list[float]) -> list[list[TextLine]]:
    rows: list[list[TextLine]] = [[] for _ in range(len(starts) + 1)]
    for line in lines:
        rows[bisect_right(starts, (line.high + line.low) / 2)].append(line)
    return [row for row in rows if row]


def _gaps_between(spans: list[tuple[float, float]]) -> list[int]:
    """Which of some lines stand further below the line before than lines of one text do."""
    steps = [after[1] - before[1] for before, after in pairwise(spans)]
    if not steps:
        return []
    sizes = sorted(low - high for high, low in spans)
    close = [step for step in steps if step < sizes[len(sizes) // 2] * 1.5]
    usual = min(close, default=sizes[len(sizes) // 2])
    return [index for index, step in enumerate(steps, start=1) if step > usual * _ROW_GAP]


def _make_grid(group: ColumnGroup, rows: list[list[TextLine]]) -> RuledGrid:
    tops = [min(line.high for line in row) for row in rows]
    ends = [max(line.low for line in row) for row in rows]
    inner = [(end + top) / 2 for end, top in zip(ends, tops[1:], strict=False)]
    return _plain_grid(group.bounds, [tops[0] - 1, *inner, ends[-1] + 1])


def _plain_grid(xs: list[float], ys: list[float]) -> RuledGrid:
    cells = [
        GridCell(row, column, 1, 1, Box(x0, top, x1, bottom))
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (x0, x1) in enumerate(pairwise(xs))
    ]
    return RuledGrid(tuple(xs), tuple(ys), tuple(cells), has_edges=False)


def _find_ruled_rows(words: list[Word], rules: list[DrawnLine]) -> list[RuledGrid]:
    """Tables with a line between rows and none between columns."""
    groups: list[list[DrawnLine]] = []
    for rule in sorted(merge_rules(rule for rule in rules if rule.is_level), key=lambda one: (one.start, one.end)):
        first = groups[-1][0] if groups else rule
        if groups and abs(first.start - rule.start) <= _APART and abs(first.end - rule.end) <= _APART:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [
        grid
        for group in groups
        if len(group) >= _MIN_RULES
        for chain in _part_at_headings(sorted(group, key=lambda rule: rule.at), words)
        for grid in _make_ruled(chain, rules, words)
    ]


def _part_at_headings(rules: list[DrawnLine], words: list[Word]) -> list[list[DrawnLine]]:
    """The lines of each table, where a larger line of text is between two tables as wide as each other."""
    box = Box(rules[0].start, rules[0].at, rules[0].end, rules[-1].at)
    lines = lay_out_lines(word for word in words if box.holds(*word.middle))
    usual = median(line.size for line in lines) if lines else 0.0
    parts = [rules[:1]]
    for before, rule in pairwise(rules):
        if any(before.at < line.low < rule.at and line.size > usual + _LARGER for line in lines):
            parts.append([rule])
        else:
            parts[-1].append(rule)
    return parts


def _make_ruled(chain: list[DrawnLine], rules: list[DrawnLine], words: list[Word]) -> list[RuledGrid]:
    box = Box(chain[0].start, chain[0].at, chain[0].end, chain[-1].at)
    gutters = common_gutters(lay_out_lines(word for word in words if box.holds(*word.middle)), box)
    return find_ruled_grids([rule.at for rule in chain], (box.x0, *gutters, box.x1), rules, words) if gutters else []


def common_gutters(lines: list[TextLine], box: Box) -> list[float]:
    """Where no line has a word, apart from lines that are one text from the left on, such as titles."""
    free: list[Interval] = [(box.x0, box.x1)]
    many = [line for line in lines if wide_gaps(line)]
    for line in many or lines[:0]:
        free = _intersect(free, line)
    size = median(line.size for line in many) if many else 0
    inner = [part for part in free if part[0] > box.x0 and part[1] < box.x1 and part[1] - part[0] >= size * _GUTTER]
    return [max((start + end) / 2, end - _BEFORE) for start, end in inner]
