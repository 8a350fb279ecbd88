"""Headings by how they look: larger than the text, or bold and alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tcplan.importing.document import Paragraph
from tcplan.importing.readers.pdf.marks import Word
from tcplan.importing.readers.pdf.paragraphs import DrawnParagraph

_LARGER: Final = 1.0
_TITLE: Final = 1.4
_MAX_LETTERS: Final = 200
_MAX_BOLD: Final = 120
_MAX_LEVEL: Final = 6
_MANY: Final = 150


def usual_size(outside: Iterable[Word], words: Iterable[Word]) -> float:
    """The size of most letters outside of tables; where there are few, of all."""
    sizes = _count_sizes(outside)
    if sizes.total() < _MANY:
        sizes = _count_sizes(words)
    return sizes.most_common(1)[0][0] if sizes else 0


def _count_sizes(words: Iterable[Word]) -> Counter[float]:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.style.size] += len(word.text)
    return sizes


def mark_headings(paragraphs: list[DrawnParagraph], size: float) -> list[Paragraph]:
    """The paragraphs outside of tables, those that are headings with their level.

    Args:
        paragraphs: From the first to the last.
        size: The size of the text.
    """
    looks = sorted({_look(one) for one in paragraphs if _is_heading(one, size)}, reverse=True)
    levels = {look: min(_MAX_LEVEL, level) for level, look in enumerate(looks, start=1)}
    return [
        _as_heading(one.paragraph, levels[_look(one)]) if _is_heading(one, size) else one.paragraph
        for one in paragraphs
    ]


def _as_heading(paragraph: Paragraph, level: int) -> Paragraph:
    """A heading is no item of a list: its number belongs to its words."""
    text = f"{paragraph.number} {paragraph.text}" if paragraph.number else paragraph.text
    return replace(paragraph, text=text, number="", depth=0, heading=level)


def _look(one: DrawnParagraph) -> tuple[float, bool]:
    return one.size, one.paragraph.is_bold


def _is_heading(one: DrawnParagraph, size: float) -> bool:
    paragraph = one.paragraph
    text = paragraph.text
    if not any(letter.isalpha() for letter in text) or len(text) > _MAX_LETTERS:
        return False
    if paragraph.number and not paragraph.number[:1].isdigit():
        return False
    if one.size >= size * _TITLE and len(text) <= _MAX_BOLD:
        return True
    if one.size >= size + _LARGER:
        return not text.endswith((".", ",", ";")) or paragraph.is_bold
    return one.size >= size and paragraph.is_bold and len(text) <= _MAX_BOLD and not text.endswith((".", ":", ",", ";"))
