"""Documents into which text was pasted from Markdown: their words without the marks, as a text file has them."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from tcplan.importing.document import Block, Paragraph, SourceCell, SourceDocument, paragraphs_in

_FEWEST: Final = 2
"""Of one paragraph with marks nobody knows whether they are marks."""


@cache
def _mark_pattern() -> re.Pattern[str]:
    """Marks that nobody types for another reason: bold words, and words with an address beside them."""
    return re.compile(r"\*\*(?=[^\s*])[^*\n]+(?<=\S)\*\*|\[[^\[\]\n]+\]\((?:https?://|mailto:|#|/)[^()\s]*\)")


@cache
def _open_pattern() -> re.Pattern[str]:
    """Bold words that begin in one paragraph and end in the next."""
    return re.compile(r"^\*\*(?=[^\s*])|(?<=[^\s*])\*\*$")


def without_pasted_marks(document: SourceDocument) -> SourceDocument:
    """The document; where several of its paragraphs have marks of Markdown, without them."""
    marked = sum(_mark_pattern().search(one.text) is not None for one in paragraphs_in(document.blocks))
    if marked < _FEWEST:
        return document
    return replace(document, blocks=tuple(map(_block, document.blocks)))


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block)
    rows = (replace(row, cells=tuple(map(_cell, row.cells))) for row in block.rows)
    return replace(block, rows=tuple(rows))


def _cell(cell: SourceCell) -> SourceCell:
    return replace(cell, blocks=tuple(map(_block, cell.blocks)))


def _paragraph(one: Paragraph) -> Paragraph:
    """A paragraph without its marks; signs that mark nothing stay."""
    from tcplan.importing.readers.text.inline_marks import read_inline  # noqa: PLC0415 (most have no marks)

    if re.search(r"\*\*|\]\(|<(?:https?://|mailto:)", one.text) is None:
        return one
    plain = read_inline(_open_pattern().sub("", one.text) if one.text.count("**") % 2 else one.text)
    return replace(one, text=plain.text, is_bold=one.is_bold or plain.is_bold, links=(*one.links, *plain.links))
