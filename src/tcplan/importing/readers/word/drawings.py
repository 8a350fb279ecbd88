"""What is drawn: text boxes, the words of shapes and diagrams, and pictures, which nobody can read here."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.document import Remark
from tcplan.importing.readers.word.package import WordPackage

_BOX: Final = "w:txbxContent"
_DIAGRAM: Final = "dgm:relIds"
_SHAPED_WORDS: Final = "v:textpath"
_UNREAD: Final = {
    "a:blip": "picture",
    "v:imagedata": "picture",
    "c:chart": "chart",
    "o:OLEObject": "embedded worksheet or object",
}


@dataclass(slots=True)
class WordDrawing:
    """What is in a drawing.

    Attributes:
        boxes: The text boxes: their paragraphs and tables are read like those of the text.
        lines: The words of shapes and diagrams that hold no text boxes.
        unread: The number of pictures and other things that hold no words.
    """

    boxes: list[Element] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)


def read_drawing(drawing: Element, package: WordPackage) -> WordDrawing:
    """WordLook at all that is in a drawing."""
    drawn = WordDrawing()
    _look_into(drawing, drawn, package)
    return drawn


def tell_unread(counts: Counter[str]) -> Iterator[Remark]:
    """What was seen in the drawings of a document and not read."""
    # An object of another program has a picture of itself.
    counts["picture"] -= counts["embedded worksheet or object"]
    for name, count in counts.items():
        if count > 0:
            yield Remark(f"1 {name} was not read" if count == 1 else f"{count} {name}s were not read")


def _look_into(element: Element, drawn: WordDrawing, package: WordPackage) -> None:
    for child in element:
        if child.tag == _BOX:
            drawn.boxes.append(child)
        elif child.tag == "a:p":
            drawn.lines += _lines(child)
        elif child.tag == _DIAGRAM:
            drawn.lines += _diagram_lines(package.take_diagram(child.get("r:dm", "")))
        else:
            if child.tag == _SHAPED_WORDS and child.get("string"):
                drawn.lines.append(child.get("string", ""))
            if child.tag in _UNREAD:
                drawn.unread[_UNREAD[child.tag]] += 1
            _look_into(child, drawn, package)


def _diagram_lines(root: Element | None) -> Iterator[str]:
    """The words of the points of a diagram, in the order in which they are stored."""
    for paragraph in () if root is None else root.iter("a:p"):
        yield from _lines(paragraph)


def _lines(paragraph: Element) -> Iterator[str]:
    text = "".join(one.text or "" for one in paragraph.iter("a:t")).strip()
    if text:
        yield text
