"""Tables whose rows are told apart by the ground of their cells: every other row has a colour, the others have none."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile
from statistics import median
from typing import Final, NamedTuple

from tcplan.importing.readers.pdf.blank_strips import split_at_strips
from tcplan.importing.readers.pdf.grids import GridCell, RuledGrid
from tcplan.importing.readers.pdf.lines import TextLine, lay_out_lines
from tcplan.importing.readers.pdf.marks import Box, DrawnLine, Word

_SAME: Final = 2.5
_OTHER_SIZE: Final = 1.0
_PADDING: Final = 2.0
_FAR: Final = 3.5
_TWICE: Final = 1.6
_PITCH: Final = 0.9
_CUT: Final = 1.5
_LEAST: Final = 2
_AROUND: Final = 40.0
_MAX_BANDS: Final = 250


class _Band(NamedTuple):
    """A row whose cells have a ground."""

    xs: tuple[float, ...]
    top: float
    bottom: float


class _Surroundings(NamedTuple):
    """What is on a page, and may be in a table between these columns."""

    lines: list[TextLine]
    rules: list[float]
    xs: tuple[float, ...]
    size: float


def find_banded_grids(runs: list[list[Box]], rules: list[DrawnLine], words: list[Word]) -> list[RuledGrid]:
    """The tables that rows of coloured cells are in, with the rows on no ground between, above and below them.

    Args:
        runs: The coloured cells that stand side by side, from left to right.
        rules: The lines of the page.
        words: Its words.
    """
    return _find_grids([_make_band(run) for run in runs if len(run) > 1], rules, words)


def find_underlined_grids(rules: list[DrawnLine], words: list[Word]) -> list[RuledGrid]:
    """The tables whose cells have a line above or below them and none at their sides, as browsers print them."""
    level = sorted({rule for rule in rules if rule.is_level}, key=lambda rule: (round(rule.at), rule.start))
    runs: list[list[DrawnLine]] = []
    for rule in level:
        last = runs[-1][-1] if runs else None
        if last and abs(last.at - rule.at) <= 1 and abs(last.end - rule.start) <= _SAME:
            runs[-1].append(rule)  # browsers leave a blank between cells unless they are told not to
        elif not (last and abs(last.at - rule.at) <= 1 and rule.end <= last.end + 1):
            runs.append([rule])
    bands = [
        _Band((run[0].start, *(rule.start for rule in run[1:]), run[-1].end), run[0].at, run[0].at)
        for run in runs
        if len(run) > 1
    ]
    return [grid for grid in _find_grids(bands, rules, words) if len(grid.ys) > _LEAST]


def find_ruled_grids(
    ys: list[float], xs: tuple[float, ...], rules: list[DrawnLine], words: list[Word]
) -> list[RuledGrid]:
    """The tables that lines between rows make, whose columns are known by their words."""
    found = _find_grids([_Band(xs, y, y) for y in ys], rules, words)
    return [replace(grid, has_edges=False) for grid in found if len(grid.ys) > _LEAST]


def _find_grids(bands: list[_Band], rules: list[DrawnLine], words: list[Word]) -> list[RuledGrid]:
    if len(bands) > _MAX_BANDS:
        return []  # more rows than a page can have: every two of them are looked at with all words
    bands = sorted(bands, key=lambda band: (round(band.xs[0]), round(band.xs[-1]), band.top))
    level = [word for word in words if not word.style.turn]
    grids = []
    for chain in _chain_bands(bands, rules, level):
        others = [band for band in bands if band not in chain]
        sheet = _look_at(chain, rules, [word for word in level if not _is_in_any(word, others)])
        if any(_fits(line, sheet) for line in sheet.lines):
            grids.append(_make_grid(chain, sheet))
    return grids


def _is_in_any(word: Word, bands: list[_Band]) -> bool:
    x, y = word.middle
    return any(band.xs[0] <= x <= band.xs[-1] and band.top <= y <= band.bottom for band in bands)


def _make_band(run: list[Box]) -> _Band:
    inner = [(one.x1 + other.x0) / 2 for one, other in pairwise(run)]
    return _Band((run[0].x0, *inner, run[-1].x1), min(box.top for box in run), max(box.bottom for box in run))


def _chain_bands(bands: list[_Band], rules: list[DrawnLine], words: list[Word]) -> list[list[_Band]]:
    """Bands of the same columns with nothing but rows between them."""
    chains: list[list[_Band]] = []
    for band in bands:
        last = chains[-1][-1] if chains else None
        if last and _has_columns(last, band) and _is_one_table(last, band, rules, words):
            chains[-1].append(band)
        else:
            chains.append([band])
    return chains


def _has_columns(one: _Band, other: _Band) -> bool:
    return len(one.xs) == len(other.xs) and all(abs(x - y) <= _SAME for x, y in zip(one.xs, other.xs, strict=True))


def _is_one_table(last: _Band, band: _Band, rules: list[DrawnLine], words: list[Word]) -> bool:
    """Whether all that stands between two bands keeps to their columns and looks like what is in them."""
    if band.top - last.bottom <= _SAME:
        return band.top >= last.bottom - _SAME
    near = [word for word in words if last.top - _AROUND < word.top < band.bottom + _AROUND]
    sheet = _look_at([last, band], rules, near)
    lines = [line for line in sheet.lines if last.bottom - _CUT < (line.high + line.low) / 2 < band.top + _CUT]
    at = [rule for rule in sheet.rules if last.bottom + _SAME < rule < band.top - _SAME]
    if len(at) > 1 and any(not _is_held(line, sheet) for line in lines):
        return False
    if not lines:
        return band.top - last.bottom <= sheet.size * _PADDING
    return all(_fits(line, sheet) for line in lines)


def _is_held(line: TextLine, sheet: _Surroundings) -> bool:
    return _fits(line, sheet) and abs(line.size - sheet.size) <= _OTHER_SIZE


def _look_at(chain: list[_Band], rules: list[DrawnLine], words: list[Word]) -> _Surroundings:
    xs = chain[0].xs
    near = [word for word in words if word.x1 > xs[0] and word.x0 < xs[-1]]
    lines = lay_out_lines(near)
    inner = [line for line in lines if any(band.top < (line.high + line.low) / 2 < band.bottom for band in chain)]
    inner = inner or [line for line in lines if chain[0].top < line.low < chain[-1].bottom + _AROUND]
    sizes = sorted(line.size for line in inner)
    size = sizes[len(sizes) // 2] if sizes else 0.0
    level = [
        rule.at
        for rule in rules
        if rule.is_level and abs(rule.start - xs[0]) <= _SAME and abs(rule.end - xs[-1]) <= _SAME
    ]
    return _Surroundings(lines, sorted(level), xs, size)


def _fits(line: TextLine, sheet: _Surroundings) -> bool:
    """Whether a line is one of the table: in its width, no larger, and no word of it over the edge of a column."""
    return (
        line.start >= sheet.xs[0] - _SAME
        and line.end <= sheet.xs[-1] + _SAME
        and abs(line.size - sheet.size) <= _OTHER_SIZE
        and not any(word.x0 + _CUT < x < word.x1 - _CUT for word in line.words for x in sheet.xs[1:-1])
    )


def _make_grid(chain: list[_Band], sheet: _Surroundings) -> RuledGrid:
    is_alternate = sum(after.top - before.bottom > _SAME for before, after in pairwise(chain)) * 2 >= len(chain) - 1
    is_alternate = is_alternate and len(chain) > 1 and not _has_rows_between(chain, sheet)
    edges = [chain[0].top, chain[-1].bottom]
    for before, after in pairwise(chain):
        if before.bottom == before.top or any(
            before.bottom < (line.high + line.low) / 2 < after.top for line in sheet.lines
        ):
            edges += [before.bottom, *_split(sheet, before.bottom, after.top, is_one_row=is_alternate), after.top]
        else:
            edges.append((before.bottom + after.top) / 2)
    above, below = _edge_above(chain[0].top, sheet), _edge_below(chain[-1].bottom, sheet)
    edges += [above, *_split(sheet, above, chain[0].top, is_one_row=False)]
    edges += [below, *_split(sheet, chain[-1].bottom, below, is_one_row=is_alternate)]
    ys = _apart(sorted(edges))
    cells = [
        GridCell(row, column, 1, 1, Box(x0, top, x1, bottom))
        for row, (top, bottom) in enumerate(pairwise(ys))
        for column, (x0, x1) in enumerate(pairwise(sheet.xs))
    ]
    return RuledGrid(sheet.xs, tuple(ys), tuple(cells))


def _has_rows_between(chain: list[_Band], sheet: _Surroundings) -> bool:
    """Whether there are several rows between all bands, as where every third row has a ground."""
    pairs = [(before.bottom, after.top) for before, after in pairwise(chain) if after.top - before.bottom > _SAME]
    padding = min((line.high - band.top for band in chain for line in _lines_in(band, sheet)), default=0.0)
    return bool(pairs) and all(
        any(_blank_at(y, sheet) >= padding * _TWICE for y in _split(sheet, *pair, is_one_row=False)) for pair in pairs
    )


def _lines_in(band: _Band, sheet: _Surroundings) -> list[TextLine]:
    return [line for line in sheet.lines if band.top < (line.high + line.low) / 2 < band.bottom]


def _blank_at(y: float, sheet: _Surroundings) -> float:
    """How high the blank is in which a place is."""
    above = max((line.low for line in sheet.lines if line.low <= y), default=y)
    return min((line.high for line in sheet.lines if line.high >= y), default=y) - above


def _apart(edges: list[float]) -> list[float]:
    """Edges without those that are the same twice."""
    kept = edges[:1]
    for edge in edges[1:]:
        if edge - kept[-1] > _SAME * 2:
            kept.append(edge)
    return kept


def _split(sheet: _Surroundings, top: float, bottom: float, *, is_one_row: bool) -> Iterator[float]:
    """Where rows end between two bands: at lines, and at blanks unless there can be but one row."""
    rules = [rule for rule in sheet.rules if top + _SAME < rule < bottom - _SAME]
    yield from rules
    if not is_one_row and not rules:
        lines = [line for line in sheet.lines if top - _CUT < (line.high + line.low) / 2 < bottom + _CUT]
        yield from split_at_strips((word for line in lines for word in line.words), sheet.xs)


def _edge_above(top: float, sheet: _Surroundings) -> float:
    """Where the rows on no ground above the first band begin."""
    lines = [line for line in sheet.lines if (line.high + line.low) / 2 < top]
    edge, usual = top, _usual_starts(sheet)
    for part in _split_parts(lines):
        is_near = edge - part[-1].low <= part[-1].size * (_PADDING if edge == top else _PITCH)
        is_apart = edge - part[-1].low > part[-1].size * _FAR
        if is_apart or not (is_near or _is_row(part, sheet, usual)):
            break
        fitting = list(takewhile(lambda line: _fits(line, sheet), reversed(part)))
        edge = fitting[-1].high - 1 if fitting else edge
        if len(fitting) < len(part):
            break
    found = [line for line in lines if line.high >= edge]
    # The rest of a row that the page before cut may be in one column: not the first, where texts begin too.
    if not _is_in_columns(found, sheet) and any(line.start < sheet.xs[1] for line in found):
        return top
    return max((rule for rule in sheet.rules if edge - sheet.size <= rule <= edge + _SAME), default=edge)


def _split_parts(lines: list[TextLine]) -> list[list[TextLine]]:
    """Lines without a blank between them, together; the last ones first."""
    parts: list[list[TextLine]] = []
    for line in reversed(lines):
        if parts and parts[-1][0].high - line.low <= line.size * _PITCH:
            parts[-1].insert(0, line)
        else:
            parts.append([line])
    return parts


def _is_row(part: list[TextLine], sheet: _Surroundings, usual: list[float]) -> bool:
    """Whether some lines are a row, such as the header, further from the next than the lines of a text are."""
    if not all(_fits(line, sheet) for line in part):
        return False
    starts = [_start_in(part, *pair) for pair in pairwise(sheet.xs)]
    begun = [abs(start - other) <= _SAME for start, other in zip(starts, usual, strict=True) if start and other]
    is_bold = all(line.is_bold for line in part)
    return len(begun) > max(1, len(starts) / 2) and (is_bold or all(begun))


def _usual_starts(sheet: _Surroundings) -> list[float]:
    """Where most texts in each column begin; 0 where none is."""
    lines = [line for line in sheet.lines if _fits(line, sheet)]
    found = [[x for line in lines if (x := _start_in([line], *pair))] for pair in pairwise(sheet.xs)]
    return [median(starts) if starts else 0.0 for starts in found]


def _start_in(lines: list[TextLine], x0: float, x1: float) -> float:
    """Where the texts in a column begin; 0 where none is."""
    return min((word.x0 for line in lines for word in line.words if x0 <= word.middle[0] < x1), default=0.0)


def _edge_below(bottom: float, sheet: _Surroundings) -> float:
    """Where the rows on no ground below the last band end."""
    lines = [line for line in sheet.lines if (line.high + line.low) / 2 > bottom]
    edge, usual = bottom, _usual_starts(sheet)
    for part in _split_parts(lines)[::-1]:
        is_near = part[0].high - edge <= part[0].size * (_PADDING if edge == bottom else _PITCH)
        is_apart = part[0].high - edge > part[0].size * _FAR
        if is_apart or not (is_near or _is_row(part, sheet, usual)):
            break
        fitting = list(takewhile(lambda line: _fits(line, sheet), part))
        edge = fitting[-1].low + 1 if fitting else edge
        if len(fitting) < len(part):
            break
    found = [line for line in lines if line.low <= edge]
    if not _is_in_columns(found, sheet):
        return bottom
    return min((rule for rule in sheet.rules if edge - _SAME <= rule <= edge + sheet.size), default=edge)


def _is_in_columns(lines: list[TextLine], sheet: _Surroundings) -> bool:
    """Whether words are in more than one column."""
    middles = [word.middle[0] for line in lines for word in line.words]
    return sum(any(x0 <= middle < x1 for middle in middles) for x0, x1 in pairwise(sheet.xs)) > 1
