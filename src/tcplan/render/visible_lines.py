"""The words of a document as its reader sees them, line by line, for comparing two of them."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

_UNSEEN: Final = frozenset({"head", "style", "script"})
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "br", "code", "em", "i", "span", "strong", "sub", "sup", "text", "tspan"}
)


def visible_lines(document: str, *, is_html: bool) -> list[str]:
    """The lines that a reader sees; of a page one for each block."""
    if not is_html:
        return [line for line in (" ".join(line.split()) for line in document.splitlines()) if line]
    reader = _Reader()
    reader.feed(document)
    reader.close()
    return list(reader.lines())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[list[str]] = [[]]
        self._unseen = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._new_block(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self._new_block(tag)

    def handle_data(self, data: str) -> None:
        if self._unseen <= 0:
            self._blocks[-1].append(data)

    def _new_block(self, tag: str) -> None:
        if tag not in _INLINE and self._blocks[-1]:
            self._blocks.append([])

    def lines(self) -> Iterator[str]:
        """The blocks that have words."""
        for block in self._blocks:
            if line := " ".join("".join(block).split()):
                yield line
