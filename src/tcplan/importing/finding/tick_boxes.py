"""Cells with several boxes, each with its words: `☐ Visibility ☒ Recognition` says Recognition and nothing else."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from tcplan.importing.document import SourceCell, SourceTable
from tcplan.importing.finding.cell_kinds import is_priority, is_rag, is_theme

_EMPTY = "\u2610\u25a1\u25fb\u274f\u2751\u2b1c\u2717\u2718"
_FULL = "\u2611\u2612\u25a0\u2713\u2714\u2705\U0001f5f9"


class TickBox(NamedTuple):
    """A box and the words after it."""

    is_ticked: bool
    words: str


@cache
def _box_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<box>[{_EMPTY}{_FULL}]|\[[ xX]?\])\ufe0f?\s*")


def tick_boxes(text: str) -> list[TickBox]:
    """The boxes that a text is made of; none where it is no list of boxes with words."""
    found = list(_box_pattern().finditer(text))
    if not found or text[: found[0].start()].strip():
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    boxes = [
        TickBox(one["box"] in _FULL or one["box"].casefold() == "[x]", text[one.end() : end].strip(" \n\t,;|/"))
        for one, end in zip(found, ends, strict=True)
    ]
    return boxes if all(one.words for one in boxes) else []


def is_known_choice(words: str) -> bool:
    """Whether the words after a box are one of the values that plans have: a theme, a colour, a priority."""
    return is_theme(words) or is_rag(words) or is_priority(words)


def choose_ticked(table: SourceTable) -> SourceTable:
    """A table in which cells with boxes say what is ticked.

    What is not ticked could have been chosen: the same words stand in other rows, or are values that all plans have.
    A list of steps with a box for each that is done is something else, and stays as it is.
    """
    cells = [cell for row in table.rows for cell in row.cells]
    often = Counter(labels for cell in cells if (labels := _labels(cell)))
    if not often:
        return table
    rows = [replace(row, cells=tuple(_chosen(cell, often) for cell in row.cells)) for row in table.rows]
    return replace(table, rows=tuple(rows))


def _labels(cell: SourceCell) -> tuple[str, ...]:
    """The words of all boxes of a cell; empty for a cell with fewer than two."""
    labels = tuple(one.words.casefold() for one in tick_boxes(cell.text))
    return labels if len(labels) > 1 else ()


def _chosen(cell: SourceCell, often: Counter[tuple[str, ...]]) -> SourceCell:
    labels = _labels(cell)
    if not labels or (often[labels] == 1 and not _are_known(labels)):
        return cell
    return replace(cell, chosen=", ".join(one.words for one in tick_boxes(cell.text) if one.is_ticked))


def _are_known(labels: Iterable[str]) -> bool:
    return all(map(is_known_choice, labels))
