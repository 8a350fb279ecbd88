"""A file as a tree of lines: each item of a block with the comments that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tcplan.findings.span import Path
from tcplan.yaml_reader.lines import line_break_pattern


class SourceLine(NamedTuple):
    """A line of a file, and the line break that ends it."""

    text: str
    end: str

    @property
    def column(self) -> int:
        """The column of what stands on the line, counted from 0."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on the line."""
        return not self.text or self.text.isspace()


@dataclass(slots=True)
class LayoutItem:
    """A key of a mapping or a dash of a list, with its value.

    `head` is `key:` or `-`, `rest` what follows on its line: a value or its beginning, an end-of-line comment. `body`
    is further lines of the value, which stand where they should when the head stands in column `origin`; `block` a
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
        """Whether the first item of the value stands on the line of the dash."""
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


def split_lines(text: str) -> list[SourceLine]:
    """The lines of a text; what stands behind the last line break is none."""
    lines, position = [], 0
    for found in line_break_pattern().finditer(text):
        lines.append(SourceLine(text[position : found.start()], found[0]))
        position = found.end()
    return lines
