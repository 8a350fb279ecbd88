"""Rows whose cells have slid sideways: put back by what the cells hold."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from tcplan.importing.finding.cell_kinds import Kind, kinds_of
from tcplan.importing.finding.columns import Column
from tcplan.importing.finding.grids import GridRow, Slot
from tcplan.importing.finding.ids import id_parts, split_number
from tcplan.importing.found import Field

_GAIN = 2.5
"""How much better (in natural logarithms of likelihood) a shifted row must be."""

_SHIFT_COST = 1.0
_SMOOTHING = 0.3
_SIGNATURES = 14
_MOST_CELLS = 30

_EXPECTED: Mapping[Field, str] = {
    Field.ID: "id",
    Field.PRIORITY: "priority",
    Field.THEMES: "theme",
    Field.DUE: "timeline",
    Field.START: "timeline",
    Field.RAG: "rag",
    Field.OWNERS: "names",
    Field.LEAD: "names",
    Field.ACTION: "prose",
    Field.OBJECTIVE: "prose",
    Field.SUCCESS: "prose",
    Field.ABOUT: "prose",
}


@cache
def _token_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w'\u2019-]+")


@lru_cache(maxsize=20000)
def signature(text: str) -> str:
    """What a cell looks like, in one word."""
    kinds = kinds_of(text)
    for kind in (Kind.PRIORITY, Kind.THEME, Kind.TIMELINE, Kind.RAG, Kind.ID, Kind.NUMBER, Kind.TICK):
        if kind in kinds:
            return kind.value
    split = split_number(text)
    if split and split.is_certain and split.number:
        return f"numbered {len(id_parts(split.number))}"
    if Kind.ACTION in kinds and Kind.PROSE in kinds:
        return "prose"
    if Kind.NAMES in kinds:
        return "names"
    return "prose" if Kind.PROSE in kinds else "words"


class RowAligner:
    """Knows what each column of a table looks like, and where the cells of a row belong."""

    def __init__(self, columns: Sequence[Column], width: int) -> None:
        self._width = width
        self._counts: list[Counter[str]] = [Counter() for _ in range(width)]
        self._tokens: list[Counter[str]] = [Counter() for _ in range(width)]
        self._ignored = {column.index for column in columns if column.field is Field.NOTHING}
        for column in columns:
            if column.field in _EXPECTED and column.index < width:
                self._counts[column.index][_EXPECTED[column.field]] += 2

    def learn(self, cells: Iterable[tuple[int, Slot]]) -> None:
        """Take a row as an example."""
        for column, slot in cells:
            self._counts[column][signature(slot.text)] += 1
            self._tokens[column].update(set(_tokens(slot.text)))

    def forget(self, cells: Iterable[tuple[int, Slot]]) -> None:
        """Take an example back, so that a row is not judged by itself."""
        for column, slot in cells:
            self._counts[column][signature(slot.text)] -= 1
            self._tokens[column].subtract(set(_tokens(slot.text)))

    def align(self, cells: Sequence[tuple[int, Slot]], blocked: frozenset[int]) -> dict[int, Slot] | None:
        """The columns of the cells of a row, if they are not those where the cells stand."""
        if len(cells) < 2 or len(cells) > min(self._width, _MOST_CELLS):  # noqa: PLR2004 -- one cell says too little
            return None
        fits = [[self._fit(slot, column) for column in range(self._width)] for _, slot in cells]
        as_is = sum(row[column] for row, (column, _) in zip(fits, cells, strict=True))
        strange = sum(row[column] < max(row) - 2 for row, (column, _) in zip(fits, cells, strict=True))
        if strange < 2:  # noqa: PLR2004 -- one odd cell is an odd cell
            return None
        best, placed = self._best(fits, cells, blocked)
        if best < as_is + _GAIN:
            return None
        return {column: slot for column, (_, slot) in zip(placed, cells, strict=True)}

    def _fit(self, slot: Slot, column: int) -> float:
        counts = self._counts[column]
        total = sum(counts.values())
        if not total or column in self._ignored:
            return math.log(1 / _SIGNATURES) - 1
        likely = math.log((counts[signature(slot.text)] + _SMOOTHING) / (total + _SMOOTHING * _SIGNATURES))
        return likely + 2 * self._known_words(slot.text, column)

    def _known_words(self, text: str, column: int) -> float:
        """The share of the words of a short cell that other cells of the column have too."""
        tokens = _tokens(text)
        if not tokens or len(tokens) > _MOST_CELLS:
            return 0.0
        return sum(self._tokens[column][token] > 0 for token in tokens) / len(tokens)

    def _best(
        self, fits: Sequence[Sequence[float]], cells: Sequence[tuple[int, Slot]], blocked: frozenset[int]
    ) -> tuple[float, list[int]]:
        """The best places in the same order; each change of the distance to where a cell stands costs something."""
        scores: dict[int, tuple[float, list[int]]] = {}
        for place, row in enumerate(fits):
            stands = cells[place][0]
            following: dict[int, tuple[float, list[int]]] = {}
            for column in range(self._width):
                if column in blocked:
                    continue
                if place == 0:
                    cost = _SHIFT_COST if column != stands else 0.0
                    following[column] = (row[column] - cost, [column])
                    continue
                before = max(
                    (
                        (score - (_SHIFT_COST if column - stands != earlier - cells[place - 1][0] else 0.0), path)
                        for earlier, (score, path) in scores.items()
                        if earlier < column
                    ),
                    key=lambda pair: pair[0],
                    default=None,
                )
                if before is not None:
                    following[column] = (before[0] + row[column], [*before[1], column])
            scores = following
        return max(scores.values(), key=lambda pair: pair[0], default=(-math.inf, []))


def _tokens(text: str) -> list[str]:
    return [token.casefold() for token in _token_pattern().findall(text)] if len(text) < 400 else []  # noqa: PLR2004 -- prose


def align_rows(
    rows: Sequence[tuple[int, GridRow, list[tuple[int, Slot]]]],
    aligner: RowAligner,
    examples: Mapping[int, Mapping[int, Slot]],
) -> dict[int, dict[int, Slot]]:
    """The rows that have slid, with the columns where their cells belong; `examples` are those that were learned."""
    moved: dict[int, dict[int, Slot]] = {}
    for index, row, cells in rows:
        blocked = frozenset(column for column, slot in enumerate(row) if slot and slot.row < index and slot.text)
        learned = examples.get(index, {})
        aligner.forget(learned.items())
        if found := aligner.align(cells, blocked):
            moved[index] = found
        aligner.learn(learned.items())
    return moved
