"""How deep the items of a list are: by how far they begin from the left, and by their marks where that is the same."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tcplan.importing.readers.text.lines import MarkedLine

_INDENT: Final = 2
_FAMILIES: Final = ("•●·∙\u2043\uf0b7", "○◦o", "▪■□§\uf0a7", "-–—")


class ItemLevel(NamedTuple):
    """A level of a list: where its items begin, and what marks they have."""

    indent: int
    family: str


def find_levels(levels: Sequence[ItemLevel], line: MarkedLine) -> list[ItemLevel]:
    """The levels down to that of an item, of those that were open above it.

    Programs that save a list as text write its deeper items as far to the left as the others, with another mark.
    """
    own = ItemLevel(line.indent, _family_of(line.mark))
    left = [level for level in levels if level.indent <= own.indent]
    if not left or own.indent >= left[-1].indent + _INDENT:
        return [*left, own]
    beside = [at for at, level in enumerate(left) if own.indent < level.indent + _INDENT and level.family == own.family]
    return left[: beside[-1] + 1] if beside else [*left, own]


def _family_of(mark: str) -> str:
    """What marks of one level have in common: the kind of bullet, or the kind of number and what stands around it."""
    for family in _FAMILIES:
        if mark in family:
            return family
    kind = "".join("1" if letter.isdigit() else "a" if letter.isalpha() else letter for letter in mark)
    return re.sub("[1.]+", "1", re.sub("a+", "a", kind)) if any(map(str.isalnum, mark)) else mark
