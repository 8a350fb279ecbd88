"""Where the entries of a file are, in little memory: most files are read, checked, and seldom asked for a place.

As paths and spans the marks of a file took some fourteen times its bytes, as numbers they take less than one.
"""

from array import array
from bisect import bisect_right
from collections.abc import Collection, ItemsView, Iterable, Iterator, Mapping, ValuesView
from itertools import compress
from struct import Struct
from typing import Any, Final

from tcplan.findings.span import EntryMark, NodeStyle, Path, Span, Value

_STYLES: Final = tuple(NodeStyle)
STYLE_NUMBERS: Final = {style: number for number, style in enumerate(_STYLES)}
"""What stands for a style among the numbers of a mark."""

NO_KEY: Final = -1
"""What an entry of a list has as the start and as the end of its key."""

_PARTS: Final = 6
"""Of each entry: the start and end of its key, or `NO_KEY`; those of its value; its style; its size."""

_START: Final = 2
_END: Final = 3
_STYLE: Final = 4
_SIZE: Final = 5
"""The size is the number of entries that it is with all that are in it."""

_NUMBERS: Final = "i"  # four bytes: no file that is read has more than 16 million characters
_pack_entry: Final = Struct(f"{_PARTS}{_NUMBERS}").pack

WHOLE: Final = -1
"""What stands for the whole file where an entry is known by its number in the order of the text."""


class MarkList:
    """The marks of a file while it is read: entries are added in the order of the text, each before those in it.

    An entry is known by the number that `add` returns. A style is given by its number, since one is for every value.
    """

    def __init__(self) -> None:
        self._numbers = array(_NUMBERS)  # a list would hold an object for each number while a file is read

    def add(self, key_start: int, key_end: int, start: int, end: int, style: int) -> int:
        """One more entry: its key, in a list `NO_KEY` twice, where its value starts and ends, and how it is written."""
        numbers = self._numbers
        entry = len(numbers)
        numbers.frombytes(_pack_entry(key_start, key_end, start, end, style, 1))
        return entry

    def replace(self, entry: int, start: int, end: int, style: int) -> None:
        """Another value for an entry that has none in it."""
        self._numbers[entry + _START : entry + _SIZE] = array(_NUMBERS, (start, end, style))

    def close(self, entry: int, end: int | None = None) -> None:
        """The end of a collection, after all its entries were added; None where reading ended before it."""
        if end is not None:
            self._numbers[entry + _END] = end
        self._numbers[entry + _SIZE] = (len(self._numbers) - entry) // _PARTS

    def mark(self, entry: int) -> EntryMark:
        """What is known of an entry."""
        return _mark(self._numbers[entry : entry + _PARTS])

    def entries_in(self, entry: int | None) -> list[int]:
        """The entries directly in the last collection that is open; `entry` is None where that is the root."""
        found = []
        child = 0 if entry is None else entry + _PARTS
        while child < len(self._numbers):
            found.append(child)
            child += _PARTS * self._numbers[child + _SIZE]
        return found

    def of(self, data: Value) -> "Marks":
        """The marks of the data that were read; every collection is closed."""
        return Marks(data, self._numbers)


class Marks(Mapping[Path, EntryMark]):
    """The marks of a file by the paths of its data, in the order of the text."""

    def __init__(self, data: Value = None, numbers: "array[int] | None" = None) -> None:
        self._data = data
        self._numbers = array(_NUMBERS) if numbers is None else numbers
        self._entries: dict[int, dict[str | int, int]] = {}
        self._ordered: dict[int, tuple[list[int], list[str | int]]] = {}

    def __getitem__(self, path: Path) -> EntryMark:
        """The mark of a path; raises KeyError."""
        entry, known = -_PARTS, self._entries
        holder: Any = self._data
        for step in path:
            found = known.get(entry)
            if found is None:
                found = self._entries_in(entry, holder)
            entry, holder = found[step], holder[step]
        if not path:
            raise KeyError(path)
        return _mark(self._numbers[entry : entry + _PARTS])

    def __iter__(self) -> Iterator[Path]:
        """The paths in the order of the text."""
        found: list[Path] = []
        _add_paths(self._data, (), found)
        return iter(found)

    def __len__(self) -> int:
        """The number of entries."""
        return len(self._numbers) // _PARTS

    def items(self) -> ItemsView[Path, EntryMark]:
        """All paths with their marks."""
        return _Items(self)

    def values(self) -> ValuesView[EntryMark]:
        """All marks."""
        return _Values(self)

    def first_in(self, path: Path) -> EntryMark | None:
        """The first entry of a collection; None where there is none."""
        holder: Any = self._data
        for step in path:
            holder = holder[step]
        steps = _steps(holder)
        return self[(*path, next(iter(steps)))] if steps else None

    def values_in(self, *styles: NodeStyle) -> Iterator[tuple[int, int, int]]:
        """The values in some styles: the number of each entry in the order of the text, its value's start and end.

        Where hardly any of them is looked for, this is much faster than to ask for all paths and marks.
        """
        wanted = {STYLE_NUMBERS[style] for style in styles}
        numbers = self._numbers
        values = zip(range(len(self)), numbers[_START::_PARTS], numbers[_END::_PARTS], strict=True)
        return compress(values, map(wanted.__contains__, numbers[_STYLE::_PARTS]))

    def at(self, number: int) -> EntryMark:
        """The mark of an entry by its number in the order of the text."""
        return _mark(self._numbers[number * _PARTS : (number + 1) * _PARTS])

    def numbers_in(self, number: int) -> Iterator[int]:
        """The numbers of the entries that are directly in an entry, or in the `WHOLE` file."""
        sizes = self._numbers
        size = len(self) + 1 if number == WHOLE else sizes[number * _PARTS + _SIZE]
        child, end = number + 1, number + size
        while child < end:
            yield child
            child += sizes[child * _PARTS + _SIZE]

    def path_of(self, number: int) -> Path:
        """The path of an entry by its number in the order of the text."""
        wanted, entry = number * _PARTS, -_PARTS
        path: Path = ()
        holder: Any = self._data
        while entry != wanted:
            entry, step = self._last_before(wanted, entry, holder)
            path, holder = (*path, step), holder[step]
        return path

    def in_order(self) -> Iterator[EntryMark]:
        """All marks, one after the other."""
        numbers = self._numbers
        return (_mark(numbers[entry : entry + _PARTS]) for entry in range(0, len(numbers), _PARTS))

    def entries(self) -> Iterator[tuple[int, int, int, int, NodeStyle, int]]:
        """All marks as numbers, one after the other: much faster than an object for each.

        Where a key starts and ends, in a list -1; the same of its value; its style; and its size, the number of
        entries that it is with all that are in it.
        """
        numbers = self._numbers
        styles = map(_STYLES.__getitem__, numbers[_SIZE - 1 :: _PARTS])
        starts = (numbers[part::_PARTS] for part in range(_SIZE - 1))
        return zip(*starts, styles, numbers[_SIZE::_PARTS], strict=True)

    def _last_before(self, wanted: int, entry: int, holder: Value) -> tuple[int, str | int]:
        """The last entry of a collection that is not after another one, and its step."""
        if entry not in self._ordered:
            found = self._entries_in(entry, holder)
            self._ordered[entry] = list(found.values()), list(found)
        starts, steps = self._ordered[entry]
        index = bisect_right(starts, wanted) - 1
        return starts[index], steps[index]

    def _entries_in(self, entry: int, holder: Value) -> dict[str | int, int]:
        """The entries of a collection by their steps.

        They are kept: a list of ten thousand actions that was searched for each finding anew would take minutes.
        """
        found = self._entries.get(entry)
        if found is None:
            found = self._entries[entry] = {}
            at = entry + _PARTS
            for step in _steps(holder):
                found[step] = at
                at += _PARTS * self._numbers[at + _SIZE]
        return found


class _Items(ItemsView[Path, EntryMark]):
    def __init__(self, marks: Marks) -> None:
        super().__init__(marks)
        self._marks = marks

    def __iter__(self) -> Iterator[tuple[Path, EntryMark]]:
        return zip(self._marks, self._marks.in_order(), strict=True)


class _Values(ValuesView[EntryMark]):
    def __init__(self, marks: Marks) -> None:
        super().__init__(marks)
        self._marks = marks

    def __iter__(self) -> Iterator[EntryMark]:
        return self._marks.in_order()


def _mark(numbers: Iterable[int]) -> EntryMark:
    key_start, key_end, start, end, style, _ = numbers
    key = None if key_start < 0 else Span(key_start, key_end)
    return EntryMark(key, Span(start, end), _STYLES[style])


def _steps(holder: Value) -> Collection[str | int]:
    """The keys of a mapping or the indices of a list; of all else nothing."""
    return holder if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ()


def _add_paths(data: Value, path: Path, found: list[Path]) -> None:
    """The paths of all entries, each before those in it."""
    holder: Any = data
    for step in _steps(data):
        here = (*path, step)
        found.append(here)
        if isinstance(value := holder[step], dict | list):
            _add_paths(value, here, found)
