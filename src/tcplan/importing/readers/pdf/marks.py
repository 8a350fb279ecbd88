"""What is drawn on a page, in points from its top left corner."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Box(NamedTuple):
    """A part of a page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


class LetterStyle(NamedTuple):
    """How a letter looks.

    Attributes:
        size: Its height in points, to the half.
        is_bold: Whether its font is a bold one.
        colour: Its colour as `rrggbb`; empty for black and greys.
        is_symbol: Whether its font holds signs instead of letters.
        turn: How its line runs: 0 to the right, 90 up, 270 down, 180 to the left.
    """

    size: float
    is_bold: bool = False
    colour: str = ""
    is_symbol: bool = False
    turn: int = 0


class Glyph(NamedTuple):
    """A letter, or several that are drawn as one."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    style: LetterStyle


class Word(NamedTuple):
    """Letters without a blank between them.

    Attributes:
        is_struck: Whether a line goes through it.
        url: Where it leads.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    style: LetterStyle
    is_struck: bool = False
    url: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


class DrawnLine(NamedTuple):
    """A straight thin line, level or upright: from one end to the other, at a distance from the top or left edge."""

    is_level: bool
    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """An area of one colour, as `rrggbb`."""

    box: Box
    colour: str


class LinkArea(NamedTuple):
    """An area that leads somewhere."""

    box: Box
    url: str


@dataclass
class PageMarks:
    """All that is drawn on a page.

    Attributes:
        number: From 1.
        dots: Small shapes that are as high as they are wide, which may be bullets.
        has_unknown: The number of letters of which the file does not say what they are.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[DrawnLine] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    unknown: int = 0
