"""A file as a tree of lines, each item of a block with the comments that belong to it, and the style to write it in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from tcplan.findings.span import Path
from tcplan.yaml_editor.layout.source_lines import SourceLine


@dataclass(frozen=True)
class Style:
    """`order` gives the keys of the mapping at a path in order, or nothing where they stay as they are.

    `apart` says whether a blank line parts what is at a path from what is above it.
    """

    order: Callable[[Path], tuple[str, ...]]
    apart: Callable[[Path], bool]

    def arranged(self, path: Path, steps: Sequence[str | int]) -> Sequence[int]:
        """The positions of the entries of the collection at a path in order: unknown keys at the end, lists as is."""
        order = self.order(path) if isinstance(steps[0], str) else ()
        if not order:
            return range(len(steps))
        ranks = _ranks(order)
        return sorted(range(len(steps)), key=lambda position: ranks.get(steps[position], len(ranks)))


@cache
def _ranks(order: tuple[str, ...]) -> Mapping[str | int, int]:
    return {key: rank for rank, key in enumerate(order)}


@dataclass(slots=True)
class LayoutItem:
    """A key of a mapping or a dash of a list, with its value; `is_apart` says that a blank line parts it from others.

    `head` is `key:` or `-`, `rest` what follows on its line: a value or its beginning, an end-of-line comment. `body`
    is further lines of the value, which are where they should be when the head is in column `origin`; `block` a
    value of items. `lead` is comments and blank lines above the head, `tail` those below the value.
    """

    step: str | int
    is_apart: bool
    column: int
    head: str
    rest: SourceLine
    origin: int
    lead: Sequence[SourceLine]
    block: "LayoutBlock | None" = None
    body: Sequence[SourceLine] = ()
    tail: Sequence[SourceLine] = ()
    is_block_text: bool = False
    keeps_blanks: bool = False

    @property
    def is_compact(self) -> bool:
        """Whether the first item of the value is on the line of the dash."""
        return self.head == "-" and self.block is not None and not self.rest.text


@dataclass(slots=True)
class LayoutBlock:
    """The items of a block collection; `trail` is the comments at its end."""

    path: Path
    items: list[LayoutItem] = field(default_factory=list)
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
