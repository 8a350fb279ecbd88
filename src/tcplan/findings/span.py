"""What a file holds and where: as data that a path leads through, and as stretches of its text."""

from enum import StrEnum
from typing import NamedTuple

Value = str | list["Value"] | dict[str, "Value"] | None
"""What a file says, before it has a meaning: every bare value is text."""

Path = tuple[str | int, ...]
"""Where something is in the data: `("actions", 3, "due", 0)`."""


class Span(NamedTuple):
    """A stretch of a file's text: offsets in characters, the end not included."""

    start: int
    end: int


class NodeStyle(StrEnum):
    """How a value is written, as YAML 1.2 calls it (section 3.2.3.1): five styles of texts, two of collections.

    The values of the quoted and block texts are the characters that they begin with, as parsers name these styles.
    """

    PLAIN = "plain"
    SINGLE_QUOTED = "'"
    DOUBLE_QUOTED = '"'
    LITERAL = "|"
    FOLDED = ">"
    BLOCK = "block"
    FLOW = "flow"


class EntryMark(NamedTuple):
    """The place of one entry: its key (None in a list), its value, and how the value is written."""

    key: Span | None
    value: Span
    style: NodeStyle
