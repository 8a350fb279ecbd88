"""A list or mapping that is being read, while its end is not known."""

from dataclasses import dataclass, field
from typing import Any, Final

from tcplan.findings.span import NodeStyle, Path, Span

BLOCK_TEXT: Final = (NodeStyle.LITERAL, NodeStyle.FOLDED)
"""The styles of a text in lines below its key."""


@dataclass(slots=True)
class OpenCollection:
    """A collection being filled. In a discarded one everything is read and nothing kept.

    `entry` is what `MarkList` knows it by, and `entries` those in it; a discarded one and the root have no mark.
    `lost_words` are keys inside braces that no colon follows: the words after a comma. `repeated` are keys that were
    there already, `count_of_repeated` is the number of them all.
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
    entry: int | None = None
    entries: list[int] = field(default_factory=list)
    key: str | None = None
    key_span: Span = Span(0, 0)
    skip_value: bool = False
    keys: set[str] = field(default_factory=set)
    lost_words: list[Span] = field(default_factory=list)
    repeated: list[tuple[str, Span]] = field(default_factory=list)
    count_of_repeated: int = 0

    @property
    def next_path(self) -> Path:
        """The path of what comes next; of a key, that of the mapping."""
        if not self.is_mapping:
            return (*self.path, len(self.values))
        return self.path if self.key is None else (*self.path, self.key)
