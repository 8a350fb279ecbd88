"""Empty cells are cut out of the XML of a sheet before it is parsed: an area with borders has millions of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tcplan.importing.readers.archive import Archive

_MOST_STYLES: Final = 200
"""With more looks that count, cells with a look are left to the parser."""


@dataclass(frozen=True)
class WithoutEmptyCells:
    """A source of sheets without the cells that have neither content nor a look that counts.

    Only cells that name their place are cut out, so that others can still be counted. No text can be mistaken for a
    cell, as XML has no `<` in a text.
    """

    archive: Archive
    styles_that_count: set[str]

    def chunks(self, name: str, /) -> Iterator[bytes]:
        """The bytes of a part."""
        pattern = self._pattern()
        rest = b""
        for chunk in self.archive.chunks(name):
            # No tag is cut in two: what follows the last one waits for the next chunk.
            whole, end, after = chunk.rpartition(b">")
            if end:
                yield pattern.sub(b"", rest + whole + end)
                rest = after
            else:
                yield rest + after
                rest = b""
        yield rest

    def _pattern(self) -> re.Pattern[bytes]:
        styles = "|".join(sorted(self.styles_that_count))
        look = f'(?: s="(?!(?:{styles})")[0-9]+")?' if len(self.styles_that_count) <= _MOST_STYLES else ""
        return re.compile(f'<(?:[a-z]+:)?c r="[A-Z]+[0-9]+"{look}(?: t="[a-z]+")? ?/>'.encode())
