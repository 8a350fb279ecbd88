"""A text with line ends as paragraphs: the cells of programs that know no paragraphs."""

from tcplan.importing.document import Paragraph, SourcePlace
from tcplan.importing.readers.list_marks import split_bullet


def read_typed_lines(text: str, place: SourcePlace) -> tuple[Paragraph, ...]:
    """A paragraph for each line that is not empty; a typed bullet is the mark of an item."""
    paragraphs = []
    for line in text.splitlines():
        if stripped := line.strip():
            bullet, words = split_bullet(stripped)
            paragraphs.append(Paragraph(words, place, depth=1 if bullet else 0, number=bullet))
    return tuple(paragraphs)
