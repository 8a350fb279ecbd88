"""What is drawn: text boxes, the words of shapes and diagrams, and pictures, which nobody can read here."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.package import WordPackage

_BOX: Final = "w:txbxContent"
_DIAGRAM: Final = "dgm:relIds"
_PICTURES: Final = frozenset({"a:blip", "v:imagedata"})
_CHART: Final = "c:chart"


@dataclass(slots=True)
class WordDrawing:
    """What is in a drawing.

    Attributes:
        boxes: The text boxes: their paragraphs and tables are read like those of the text.
        lines: The words of shapes and diagrams that hold no text boxes.
        pictures: The number of pictures.
        charts: The number of charts.
    """

    boxes: list[Element] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    pictures: int = 0
    charts: int = 0


def read_drawing(drawing: Element, package: WordPackage) -> WordDrawing:
    """WordLook at all that is in a drawing."""
    drawn = WordDrawing()
    _look_into(drawing, drawn, package)
    return drawn


def _look_into(element: Element, drawn: WordDrawing, package: WordPackage) -> None:
    for child in element:
        if child.tag == _BOX:
            drawn.boxes.append(child)
        elif child.tag == "a:p":
            drawn.lines += _lines(child)
        elif child.tag == _DIAGRAM:
            drawn.lines += _diagram_lines(package.take_diagram(child.get("r:dm", "")))
        else:
            drawn.pictures += child.tag in _PICTURES
            drawn.charts += child.tag == _CHART
            _look_into(child, drawn, package)


def _diagram_lines(root: Element | None) -> Iterator[str]:
    """The words of the points of a diagram, in the order in which they are stored."""
    for paragraph in () if root is None else root.iter("a:p"):
        yield from _lines(paragraph)


def _lines(paragraph: Element) -> Iterator[str]:
    text = "".join(one.text or "" for one in paragraph.iter("a:t")).strip()
    if text:
        yield text
