"""Where the entries of a file are, in little memory: most files are read, checked, and seldom asked for a place.

As paths and spans the marks of a file take some fourteen times its bytes, as offsets less than one.
"""

from array import array
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from tcplan.findings.span import EntryMark, NodeStyle, Path, Span, Value

_STYLES: Final = tuple(NodeStyle)
_NO_KEY: Final = -1
_PARTS: Final = 5
"""Of each entry: the start and end of its key, or twice `_NO_KEY`; those of its value; its style."""

UNPACKED: Final = 4
"""The marks of so many files are kept as they are asked for; findings are placed one file after the other."""


def pack_marks(marks: Mapping[Path, EntryMark], data: Value) -> Mapping[Path, EntryMark]:
    """The same marks in little memory; as they are, where they are not those of the data in its order."""
    if list(marks) != _paths(data):
        return marks
    return PackedMarks(marks, data)


class PackedMarks(Mapping[Path, EntryMark]):
    """Marks as offsets, in the order in which the data is walked through: so the paths need not be kept."""

    def __init__(self, marks: Mapping[Path, EntryMark], data: Value) -> None:
        self._data = data
        self._offsets = array("i")  # four bytes each: no file that is read has more than 16 million characters
        for key, value, style in marks.values():
            self._offsets.extend((*(key or (_NO_KEY, _NO_KEY)), *value, _STYLES.index(style)))

    def __getitem__(self, path: Path) -> EntryMark:
        """The mark of a path; raises KeyError."""
        return _unpack(self)[path]

    def __iter__(self) -> Iterator[Path]:
        """The paths in the order of the text."""
        return iter(_paths(self._data))

    def __len__(self) -> int:
        """The number of entries."""
        return len(self._offsets) // _PARTS

    __hash__ = object.__hash__
    __eq__ = object.__eq__

    def unpacked(self) -> dict[Path, EntryMark]:
        """The marks by path."""
        parts = iter(self._offsets)
        found = {}
        for path in self:
            key = Span(next(parts), next(parts))
            value = Span(next(parts), next(parts))
            found[path] = EntryMark(None if key.start == _NO_KEY else key, value, _STYLES[next(parts)])
        return found


@lru_cache(maxsize=UNPACKED)
def _unpack(marks: PackedMarks) -> dict[Path, EntryMark]:
    return marks.unpacked()


def _paths(data: Value) -> list[Path]:
    """The paths of all entries, each before those in it."""
    found: list[Path] = []
    _add_paths(data, (), found)
    return found


def _add_paths(data: Any, path: Path, found: list[Path]) -> None:
    steps: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        here = (*path, step)
        found.append(here)
        if isinstance(value, dict | list):
            _add_paths(value, here, found)
