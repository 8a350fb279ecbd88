"""A file as a tree of lines, each item of a block with the comments that belong to it, and the style to write it in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tcplan.findings.span import Path
from tcplan.yaml_editor.layout.source_lines import SourceLine


@dataclass(frozen=True)
class Style:
    """`order` gives the keys of the mapping at a path in order, or nothing where they stay as they are.

    `apart` says whether a blank line parts what is at a path from what is above it.
    """

    order: Callable[[Path], tuple[str, ...]]
    apart: Callable[[Path], bool]

    def arranged(self, path: Path, entries: Sequence[Path]) -> Sequence[Path]:
        """The entries of the collection at a path in order: unknown keys at the end, lists as they are."""
        order = self.order(path) if isinstance(entries[0][-1], str) else ()
        if not order:
            return entries
        ranks: dict[str | int, int] = {key: rank for rank, key in enumerate(order)}
        return sorted(entries, key=lambda entry: ranks.get(entry[-1], len(ranks)))


@dataclass(slots=True)
class LayoutItem:
    """A key of a mapping or a dash of a list, with its value.

    `head` is `key:` or `-`, `rest` what follows on its line: a value or its beginning, an end-of-line comment. `body`
    is further lines of the value, which are where they should be when the head is in column `origin`; `block` a
    value of items. `lead` is comments and blank lines above the head, `tail` those below the value.
    """

    path: Path
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
