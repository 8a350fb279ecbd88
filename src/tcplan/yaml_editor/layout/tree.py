"""A file as a tree of lines, each item of a block with the comments that belong to it, and the style to write it in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tcplan.findings.span import Path
from tcplan.yaml_editor.layout.source_lines import SourceLine


@dataclass(frozen=True)
class Style:
    """`order` gives the keys of the mapping at a path in order, or nothing where they stay as they are.

    `apart` says whether a blank line parts what is at a path from what is above it. All items of a list are alike:
    the numbers in these paths are 0.
    """

    order: Callable[[Path], tuple[str, ...]]
    apart: Callable[[Path], bool]

    def arranged(self, place: "LayoutPlace", keys: Iterable[str]) -> Sequence[int] | None:
        """The positions of the keys of a mapping in order, unknown ones at the end; None where they are in order."""
        ranks = place.ranks
        if not ranks:
            return None
        last = len(ranks)
        found = [ranks.get(key, last) for key in keys]
        if found == sorted(found):
            return None
        return sorted(range(len(found)), key=found.__getitem__)


class LayoutPlace:
    """Where the mappings, the lists or the values of one kind are in a file, such as the `due` of all actions.

    What a style says of them is asked once: a plan has a hundred thousand entries in a hundred such places.
    """

    def __init__(self, style: Style, path: Path = ()) -> None:
        self.path = path
        self.is_apart = bool(path) and style.apart(path)
        self._style = style
        self._children: dict[str | int, LayoutPlace] = {}

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The rank of each key of the mappings here; none where their keys stay as they are."""
        return {key: rank for rank, key in enumerate(self._style.order(self.path))}

    def child(self, step: str | int) -> "LayoutPlace":
        """The place of a key in the mappings here, or of the items of the lists."""
        step = 0 if isinstance(step, int) else step
        found = self._children.get(step)
        if found is None:
            found = self._children[step] = LayoutPlace(self._style, (*self.path, step))
        return found


@dataclass
class LayoutItem:
    """A key of a mapping or a dash of a list, with its value; `is_apart` says that a blank line parts it from others.

    `head` is `key:` or `-`, `rest` what follows on its line: a value or its beginning, an end-of-line comment. `end` is
    the line break. `lead` is comments and blank lines above the head.

    What few items have is no argument, since making a hundred thousand items takes most of the time: `body` is further
    lines of the value, which are where they should be when the head is in column `origin`; `block` a value of items.
    `tail` is the comments below the value. Once an item is `written`, it has no block any more; `leaders` are then the
    items with comments above that begin on its line.
    """

    is_apart: bool
    column: int
    head: str
    rest: str
    end: str
    lead: Sequence[SourceLine]
    origin: int = field(default=-1, init=False)
    block: "LayoutBlock | None" = field(default=None, init=False)
    body: Sequence[SourceLine] = field(default=(), init=False)
    tail: Sequence[SourceLine] = field(default=(), init=False)
    is_block_text: bool = field(default=False, init=False)
    keeps_blanks: bool = field(default=False, init=False)
    written: "WrittenItem | None" = field(default=None, init=False)

    @property
    def is_compact(self) -> bool:
        """Whether the first item of the value is on the line of the dash."""
        return self.head == "-" and self.block is not None and not self.rest

    @property
    def leaders(self) -> "Iterator[LayoutItem]":
        """The items that begin on the line of this one: it, and the first one after its dash."""
        yield self
        if self.written is not None:
            yield from self.written.leaders
        elif self.block is not None and self.is_compact:
            yield from self.block.items[0].leaders


class WrittenItem(NamedTuple):
    """The text of an item, from its head on, and what `LayoutWriter` has to know after it.

    `leaders` are the further items with comments above that begin on its line.
    """

    text: str
    sealed: bool
    leaders: Sequence[LayoutItem]


@dataclass(slots=True)
class LayoutBlock:
    """The items of a block collection in order, the `last` one in the file, and the comments at its end."""

    items: list[LayoutItem]
    last: LayoutItem
    trail: list[SourceLine] = field(default_factory=list)


@dataclass(slots=True)
class LayoutTree:
    """A whole file; `head` is the comments at its top."""

    head: Sequence[SourceLine]
    root: LayoutBlock


class LayoutError(Exception):
    """The file cannot be laid out: why, the offset of what is in the way, and what to do about it."""

    def __init__(self, message: str, offset: int, help_text: str) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.help = help_text
