"""Tables without lines, by words that stand below each other; and pages whose text runs in columns."""

from collections.abc import Iterable
from itertools import pairwise
from math import ceil
from statistics import median
from typing import Final, NamedTuple

from tcplan.importing.readers.list_marks import split_bullet
from tcplan.importing.readers.pdf.grids import GridCell, RuledGrid, merge_rules
from tcplan.importing.readers.pdf.lines import TextLine, lay_out_lines
from tcplan.importing.readers.pdf.marks import Box, DrawnLine, Word
from tcplan.importing.readers.pdf.paragraphs import split_mark

_GAP: Final = 0.9
_GUTTER: Final = 0.45
_APART: Final = 3.5
_ROW_GAP: Final = 1.22
_ALIGNED: Final = 3.0
_MOSTLY: Final = 0.6
_FULL: Final = 0.8
_TEXT_WIDTH: Final = 110.0
_MIN_TEXT_LINES: Final = 5
_MIN_RULES: Final = 4

Interval = tuple[float, float]


class ColumnGroup(NamedTuple):
    """Lines below each other that leave the same blanks between columns."""

    lines: tuple[TextLine, ...]
    gutters: tuple[Interval, ...]

    @property
    def bounds(self) -> list[float]:
        """Where its columns begin, and the last ends."""
        inner = [(start + end) / 2 for start, end in self.gutters]
        return [min(line.start for line in self.lines) - 1, *inner, max(line.end for line in self.lines) + 1]


def find_aligned_grids(words: Iterable[Word], rules: list[DrawnLine]) -> list[RuledGrid]:
    """The tables that words make which stand below each other, outside of tables with lines."""
    level = [word for word in words if not word.style.turn]
    grids = _find_ruled_rows(level, rules)
    left = [word for word in level if not any(grid.box.holds(*word.middle) for grid in grids)]
    groups = [group for group in find_groups(lay_out_lines(left)) if _is_table(group)]
    return grids + [_make_grid(group, _split_rows(group)) for group in groups]


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
    free = wide_gaps(lines[at])
    if not free:
        return None
    size = lines[at].size
    taken = [lines[at]]
    for line in lines[at + 1 :]:
        kept = [part for part in _intersect(free, line) if part[1] - part[0] >= size * _GUTTER]
        if not kept or line.low - taken[-1].low > size * _APART or abs(line.size - size) > size / 3:
            break
        if len(kept) < len(free) and len(_rows_in_columns(ColumnGroup(tuple(taken), tuple(free)))) > 2:  # noqa: PLR2004
            break
        free = kept
        taken.append(line)
    while len(taken) > 1 and _is_heading_of_next(taken, free):
        taken.pop()
    return ColumnGroup(tuple(taken), tuple(free))


def _is_heading_of_next(taken: list[TextLine], free: list[Interval]) -> bool:
    """Whether the last line belongs to what follows: alone, at the left, bold, after a gap."""
    last = taken[-1]
    return last.end < free[0][0] and last.is_bold and last.low - taken[-2].low > last.size * _GAP * 2


def wide_gaps(line: TextLine) -> list[Interval]:
    """The blanks in a line that are wider than one between words."""
    return [
        (before.x1, after.x0)
        for before, after in pairwise(line.words)
        if after.x0 - before.x1 > max(before.style.size, after.style.size) * _GAP
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


def split_at_gaps(lines: list[TextLine]) -> list[list[TextLine]]:
    """Lines below each other, parted where one stands further below the last than those of one text do."""
    gaps = {0, *_gaps_between([(line.high, line.low) for line in lines])}
    starts = sorted(gap for gap in gaps if gap < len(lines))
    return [lines[start:end] for start, end in pairwise([*starts, len(lines)])]


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
    return RuledGrid(tuple(xs), tuple(ys), tuple(cells))


def _find_ruled_rows(words: list[Word], rules: list[DrawnLine]) -> list[RuledGrid]:
    """Tables with a line between rows and none between columns."""
    groups: list[list[DrawnLine]] = []
    for rule in sorted(merge_rules(rule for rule in rules if rule.is_level), key=lambda one: (one.start, one.end)):
        first = groups[-1][0] if groups else rule
        if groups and abs(first.start - rule.start) <= _APART and abs(first.end - rule.end) <= _APART:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    grids = []
    for group in groups:
        ys = sorted({rule.at for rule in group})
        if len(ys) >= _MIN_RULES:
            box = Box(group[0].start, ys[0], group[0].end, ys[-1])
            inner = [word for word in words if box.holds(*word.middle)]
            gutters = common_gutters(lay_out_lines(inner), box)
            if gutters:
                xs = (box.x0, *gutters, box.x1)
                cells = [
                    GridCell(row, 0, 1, len(xs) - 1, Box(box.x0, top, box.x1, bottom))
                    for row, (top, bottom) in enumerate(pairwise(ys))
                ]
                grids.append(RuledGrid(xs, tuple(ys), tuple(cells)))
    return grids


def common_gutters(lines: list[TextLine], box: Box) -> list[float]:
    """Where no line has a word, apart from lines that are one text from the left on, such as titles."""
    free: list[Interval] = [(box.x0, box.x1)]
    many = [line for line in lines if wide_gaps(line)]
    for line in many or lines[:0]:
        free = _intersect(free, line)
    size = median(line.size for line in many) if many else 0
    inner = [part for part in free if part[0] > box.x0 and part[1] < box.x1 and part[1] - part[0] >= size * _GUTTER]
    return [(start + end) / 2 for start, end in inner]
