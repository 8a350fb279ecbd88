"""Text boxes that are drawn on a sheet."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tcplan.importing.document import Paragraph, SourcePlace
from tcplan.importing.readers.archive import Archive
from tcplan.importing.readers.excel.parts import Relation, parts_of_kind, read_plain_tree
from tcplan.importing.readers.whole_numbers import read_whole

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")


class TextBox(NamedTuple):
    """A text box and the row of the sheet at which it begins."""

    row: int
    paragraphs: tuple[Paragraph, ...]


def read_text_boxes(archive: Archive, relations: dict[str, Relation], sheet: str) -> list[TextBox]:
    """The text boxes of a sheet that hold words, from top to bottom."""
    boxes: list[TextBox] = []
    for part in parts_of_kind(relations, "drawing", archive):
        for anchor in read_plain_tree(archive, part):
            if anchor.tag in _ANCHORS:
                boxes.extend(_read_anchor(anchor, sheet, len(boxes)))
    return sorted(boxes, key=lambda box: box.row)


def _read_anchor(anchor: Element, sheet: str, count: int) -> Iterator[TextBox]:
    row = read_whole(anchor.findtext("from/row")) + 1
    for body in _bodies(anchor):
        count += 1
        place = SourcePlace(f"text box {count} of {sheet}")
        lines = [_read_paragraph(one) for one in body.iter("p")]
        paragraphs = tuple(Paragraph(line, place._replace(line=at)) for at, line in enumerate(lines, 1) if line)
        if paragraphs:
            yield TextBox(row, paragraphs)


def _bodies(element: Element) -> Iterator[Element]:
    """The texts of shapes, also of those in groups; not the copies for programs that cannot draw a shape."""
    for child in element:
        if child.tag == "txBody":
            yield child
        elif child.tag != "Fallback":
            yield from _bodies(child)


def _read_paragraph(paragraph: Element) -> str:
    parts = (one.text or "" if one.tag == "t" else "\n" for one in paragraph.iter() if one.tag in {"t", "br"})
    return "".join(parts).strip()
