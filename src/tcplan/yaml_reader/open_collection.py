"""A list or mapping that is being read, while its end is not known."""

from dataclasses import dataclass
from typing import Any, Final

from tcplan.findings.span import NodeStyle, Path, Span

BLOCK_TEXT: Final = (NodeStyle.LITERAL, NodeStyle.FOLDED)
"""The styles of a text in lines below its key."""


@dataclass(slots=True)
class OpenCollection:
    """A collection being filled. In a discarded one everything is read and nothing kept.

    `entry` is what `MarkList` knows it by; a discarded one and the root have no mark. `key_start` and `key_end` are
    where the last key was. `lost_words` are keys inside braces that no colon follows: the words after a comma.
    `repeated` are keys that were there already, `count_of_repeated` is the number of them all. There are as many
    collections as entries, and in most of them nothing is lost or repeated: those lists are made when they are needed.
    """

    values: Any
    path: Path
    start: int
    column: int
    flow: bool
    discarded: bool
    is_key: bool
    end: int
    is_mapping: bool
    entry: int | None
    key: str | None = None
    key_start: int = 0
    key_end: int = 0
    skip_value: bool = False
    lost_words: list[Span] | None = None
    repeated: list[tuple[str, Span]] | None = None
    count_of_repeated: int = 0

    @property
    def next_path(self) -> Path:
        """The path of what comes next; of a key, that of the mapping."""
        if not self.is_mapping:
            return (*self.path, len(self.values))
        return self.path if self.key is None else (*self.path, self.key)
