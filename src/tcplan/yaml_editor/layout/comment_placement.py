"""What the comments between two items belong to: by their column, the item above or the next one."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tcplan.yaml_editor.layout.source_lines import SourceLine
from tcplan.yaml_editor.layout.tree import LayoutItem


@cache
def _item_like_pattern() -> re.Pattern[str]:
    return re.compile(r" *# ?- ")


class CommentPlace(NamedTuple):
    """Where comments from a column on may go."""

    column: int
    lines: list[SourceLine]


def place_comments(gap: Sequence[SourceLine], above: LayoutItem | None, column: int) -> Sequence[SourceLine]:
    """Give comments that are deeper than `column` to what is in the item above.

    Returns the lines that lead what comes next, which is in that column. A comment goes to the innermost level
    that is not deeper than itself; once one has left a level, those below it have left it too.
    """
    if not gap or above is None:
        return gap
    places = _places(above)
    blanks: list[SourceLine] = []
    own_list = False  # whether the line above is a commented-out item of a list in the column of its key
    for number, line in enumerate(gap):
        if line.is_blank:
            blanks.append(line)
            own_list = False
            continue
        own_list = own_list or _item_like_pattern().match(line.text) is not None
        if not places or not _stays(line.column, places[0].column, column, own_list=own_list):
            return [*blanks, *gap[number:]]
        while len(places) > 1 and not _fits(line.column, places, own_list=own_list):
            places.pop()
        places[-1].lines.extend([*blanks, line])
        blanks = []
    return blanks


def _stays(column: int, inner: int, next_column: int, *, own_list: bool) -> bool:
    """Whether a comment belongs to what is above; `inner` is the column of what is inside that."""
    return column > next_column or (own_list and column == inner == next_column)


def _fits(column: int, places: list[CommentPlace], *, own_list: bool) -> bool:
    """Whether a comment belongs to the innermost place; a list may be in the column of the mapping that it is in."""
    outer, inner = places[-2], places[-1]
    return column > inner.column or (column == inner.column and (own_list or outer.column < column))


def _places(item: LayoutItem) -> list[CommentPlace]:
    """The ends of all levels inside an item, the outermost first; below block text a comment would become text."""
    places = []
    while item.block is not None:
        last = item.block.last
        places.append(CommentPlace(last.column, item.block.trail))
        item = last
    if not item.is_block_text:
        tail: list[SourceLine] = []
        item.tail = tail
        places.append(CommentPlace(item.column + 1, tail))
    return places
