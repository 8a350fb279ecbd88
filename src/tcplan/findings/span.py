"""What a file holds and where: as data that a path leads through, and as stretches of its text."""

from typing import NamedTuple

Value = str | list["Value"] | dict[str, "Value"] | None
"""What a file says, before it has a meaning: every bare value is text."""

Path = tuple[str | int, ...]
"""Where something is in the data: `("actions", 3, "due", 0)`."""


class Span(NamedTuple):
    """A stretch of a file's text: offsets in characters, the end not included."""

    start: int
    end: int


class EntryMark(NamedTuple):
    """The place of one entry: its key (None in a list), its value, and how the value is written.

    `style` is `plain`, `'`, `"`, `|` or `>` for text, `block` or `flow` for a collection.
    """

    key: Span | None
    value: Span
    style: str
