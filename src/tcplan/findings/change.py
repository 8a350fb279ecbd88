"""What may be changed in a file, as data: what an edit asks for, and what corrects a finding."""

from dataclasses import dataclass

from tcplan.findings.span import Path, Span, Value


@dataclass(frozen=True, slots=True)
class Set:
    """Give the entry at `path` another value; `note` are words of the old one that stay after it as a comment."""

    path: Path
    value: Value
    note: str = ""


@dataclass(frozen=True, slots=True)
class Insert:
    """Add an entry at `path`: a key that does not exist or is empty, or a place in a list, before its present item.

    `order` is the usual order of the keys of that mapping; the new one comes after the last that precedes it there.
    `written` are the lines of the entry as it is written in another file, from column 0 on, with its comments: what is
    added on lines of its own keeps them.
    """

    path: Path
    value: Value
    order: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Append:
    """Add an item to the end of the list at `path`; one bare value in its place is its first item."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove the entry at `path`."""

    path: Path


@dataclass(frozen=True, slots=True)
class Rename:
    """Give the key that `path` ends in another name."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class Reorder:
    """Put the items of the list at `path` in another order: the present index of each, in the new order."""

    path: Path
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Write the intended text at `path` over a stretch of the file that YAML takes for something else as well.

    No earlier change of the same edit may have moved the stretch.
    """

    path: Path
    value: str
    span: Span


Change = Set | Insert | Append | Remove | Rename | Reorder | Rewrite
