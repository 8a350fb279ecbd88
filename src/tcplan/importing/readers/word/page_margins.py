"""What stands at the top and bottom of the pages of a Word file: it belongs to no action, and is told."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from tcplan.importing.document import Block, Remark, paragraphs_in
from tcplan.importing.readers.word.blocks import BlockReader
from tcplan.importing.readers.word.word_file import WordFile

_KINDS: Final = ("header", "footer")
_MOST_PARTS: Final = 12
_MOST_TEXTS: Final = 8
_LONGEST: Final = 200


def tell_margins(file: WordFile, blocks: Sequence[Block]) -> Iterator[Remark]:
    """Say what headers and footers hold that is nowhere in the text; numbers of pages are nothing.

    Args:
        file: The Word file.
        blocks: What was read of its text.
    """
    known = " ".join(_plain(one.text) for one in paragraphs_in(tuple(blocks)))
    texts = dict.fromkeys(text for text in _texts(file) if _plain(text) not in known)
    if texts:
        said = ", ".join(f"“{text[:_LONGEST]}”" for text in list(texts)[:_MOST_TEXTS])
        yield Remark(f"what stands at the top or bottom of the pages was left out: {said}")


def _texts(file: WordFile) -> Iterator[str]:
    for root in file.package.roots(_KINDS, _MOST_PARTS):
        for paragraph in paragraphs_in(BlockReader(file).read_body(root)):
            text = " ".join(paragraph.text.split())
            if not _page_pattern().fullmatch(text):
                yield text


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def _page_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\W|\d|\b(?:page|p|of)\b)*", re.IGNORECASE)
