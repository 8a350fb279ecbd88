"""The number of words of a text in Markdown, as a word processor counts them in the document that is made of it.

The addresses of links, the bars of tables and the marks of headings and emphasis are not in the document. The bullet or
number of a list item is: LibreOffice counts it as a word. Microsoft Word does not, so it counts fewer in a list.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tcplan.values.text_length import count_words

if TYPE_CHECKING:
    from markdown_it.token import Token


@cache
def _mark_pattern() -> re.Pattern[str]:
    """What may mean something in Markdown: most answers have none of it, and loading the parser takes long."""
    return re.compile(r"[*_`\[\]<>&\\|#~]|^[ \t]*(?:[-+=]|[0-9]{1,9}[.)])|^(?: {4}|\t)", re.MULTILINE)


def count_shown_words(text: str) -> int:
    """The words that a document shows of a text in Markdown; see `count_words` for what a word is."""
    if not _mark_pattern().search(text):
        return count_words(text)
    from tcplan.markdown.parser import parse  # noqa: PLC0415 (slow to import, and few texts need it)

    tokens = parse(text)
    items = sum(token.type == "list_item_open" for token in tokens)
    return items + sum(count_words("".join(_words_of(token))) for token in tokens)


def _words_of(block: "Token") -> Iterator[str]:
    """The words of a paragraph, a heading, a cell or a stretch of code."""
    if block.children is None:
        yield block.content
    for token in block.children or ():
        if token.type == "image":
            yield f"Image: {token.content or 'without a description'}"
        else:
            yield " " if token.type.endswith("break") else token.content
