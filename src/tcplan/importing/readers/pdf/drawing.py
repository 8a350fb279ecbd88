"""What a page draws, taken down within limits: letters, lines, areas of colour, pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, list_value, resolve1, stream_value
from pdfminer.utils import Matrix, PathSegment, Rect, apply_matrix_pt

from tcplan.importing.readers.pdf.bounds import MAX_CODES, MAX_DRAWN, MAX_LETTERS, MAX_SHAPES, too_much
from tcplan.importing.readers.pdf.colours import is_grey, read_colour
from tcplan.importing.readers.pdf.marks import Box, DrawnLine, Fill, Glyph, LetterStyle, PageMarks

_THIN: Final = 2.5
_LEVEL: Final = 0.7
_MAX_NESTED: Final = 12
_BOLD: Final = ("bold", "black", "heavy", "demi")
_SYMBOLS: Final = ("wingdings", "symbol", "webdings", "dingbats")
_STROKED: Final = 2
_CORNERS: Final = 2.5
_LEAST_DOT, _MOST_DOT, _ROUND = 1.0, 14.0, 1.4
_WHITE: Final = "ffffff"


@dataclass
class Drawn:
    """How much was drawn so far on all pages."""

    letters: int = 0
    shapes: int = 0
    size: int = 0

    def add_letter(self) -> None:
        """Count a letter."""
        self.letters += 1
        if self.letters > MAX_LETTERS:
            raise too_much(f"it has more than {MAX_LETTERS:,} letters")

    def add_shape(self) -> None:
        """Count a line, an area or a picture."""
        self.shapes += 1
        if self.shapes > MAX_SHAPES:
            raise too_much(f"it has more than {MAX_SHAPES:,} lines and areas, which is a drawing and not a plan")

    def add_size(self, size: int) -> None:
        """Count what is about to be drawn."""
        self.size += size
        if self.size > MAX_DRAWN:
            raise too_much("drawing its pages takes more than a plan can")


class BoundedFonts(PDFResourceManager):
    """The fonts of a file; one whose table of widths has no end is refused."""

    def get_font(self, objid: object, spec: Any) -> PDFFont:  # noqa: ANN401 - whatever the file holds
        """The font of a description."""
        for key in ("W", "W2"):
            numbers = [resolve1(one) for one in list_value(spec.get(key, []))[:MAX_CODES]]
            for first, last in pairwise(numbers):
                if isinstance(first, int) and isinstance(last, int) and last - first > MAX_CODES:
                    raise too_much("its fonts describe more letters than any script has")
        return super().get_font(objid, spec)


class Interpreter(PDFPageInterpreter):
    """Draws a page, and what it is put together from, as long as that is not too much."""

    device: "Recorder"

    def execute(self, streams: Sequence[object]) -> None:
        """Draw some parts of a page."""
        self.device.nested += 1
        if self.device.nested > _MAX_NESTED:
            raise too_much("its pages are put together from parts within parts without an end")
        for stream in streams:
            self.device.drawn.add_size(len(stream_value(stream).get_data()) + 100)
        super().execute(streams)
        self.device.nested -= 1

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802, ANN401 - the name of the operator
        """Draw a part that has a name; pdfminer forgets where it was before."""
        super().do_Do(xobjid_arg)
        self.device.set_ctm(self.ctm)


class Recorder(PDFTextDevice):
    """Takes down what is drawn."""

    def __init__(self, fonts: PDFResourceManager, drawn: Drawn) -> None:
        super().__init__(fonts)
        self.drawn = drawn
        self.nested = 0
        self.render_mode = 0
        self.page = PageMarks(0, 0, 0)
        self._styles: dict[object, LetterStyle] = {}

    def start_page(self, page: PageMarks) -> None:
        """Take down what is drawn from now on for another page."""
        self.page, self.nested, self.render_mode = page, 0, 0

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Nothing: the page was set by `start_page`."""

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - what pdfminer calls it with
        """Take down where a picture is; it is never unpacked."""
        self.drawn.add_shape()
        self.page.pictures.append(self._box([(0, 0), (1, 1), (0, 1), (1, 0)]))

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        """Nothing: pictures and parts are placed by the matrix."""

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,  # noqa: FBT001 - what pdfminer calls it with
        fill: bool,  # noqa: FBT001
        evenodd: bool,  # noqa: ARG002, FBT001
        path: Sequence[PathSegment],
    ) -> None:
        """Take down lines, and areas with a colour."""
        for points, is_straight, is_rectangle in _split_path(path):
            self.drawn.add_shape()
            box = self._box(points)
            is_painted = fill and read_colour(graphicstate.ncolor) != _WHITE
            if _is_dot(box) and (is_painted or (stroke and not is_straight)):
                self.page.dots.append(box)
            if is_rectangle or (is_straight and fill and _is_bevelled(points, box)):
                self._add_area(box, graphicstate, is_filled=fill, is_stroked=stroke)
            elif is_straight and stroke:
                placed = [self._point(x, y) for x, y in points]
                for start, end in pairwise(placed):
                    self._add_line(start, end)

    def _add_area(self, box: Box, state: PDFGraphicState, *, is_filled: bool, is_stroked: bool) -> None:
        """An area is a line if it is thin, and has a line on each side if it is stroked."""
        if min(box.width, box.height) <= _THIN:
            is_shown = is_stroked or (is_filled and read_colour(state.ncolor) != _WHITE)
            if is_shown and max(box.width, box.height) > min(box.width, box.height):
                self._add_thin(box)
            return
        if is_filled:
            self.page.fills.append(Fill(box, read_colour(state.ncolor)))
        if is_stroked:
            corners = [(box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom)]
            for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
                self._add_line(start, end)

    def _add_thin(self, box: Box) -> None:
        if box.width >= box.height:
            self.page.rules.append(DrawnLine(True, (box.top + box.bottom) / 2, box.x0, box.x1))  # noqa: FBT003
        else:
            self.page.rules.append(DrawnLine(False, (box.x0 + box.x1) / 2, box.top, box.bottom))  # noqa: FBT003

    def _add_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (x0, y0), (x1, y1) = start, end
        if abs(x0 - x1) <= _LEVEL or abs(y0 - y1) <= _LEVEL:
            self._add_thin(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        placed_x, placed_y = apply_matrix_pt(self._matrix, (x, y))
        return placed_x, self.page.height - placed_y

    @property
    def _matrix(self) -> Matrix:
        return self.ctm or (1, 0, 0, 1, 0, 0)

    def _box(self, points: Sequence[tuple[float, float]]) -> Box:
        placed = [self._point(x, y) for x, y in points]
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def render_char(  # noqa: PLR0913, PLR0917 - what pdfminer calls it with
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002
        graphicstate: PDFGraphicState,
    ) -> float:
        """Take down a letter."""
        self.drawn.add_letter()
        width = font.char_width(cid) * fontsize * scaling
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = "\ufffd"
            self.page.unknown += 1
        descent = font.get_descent() * fontsize
        a, b, c, d, e, f = matrix
        low, high = descent + rise, descent + rise + fontsize
        xs = (c * low + e, a * width + c * high + e)
        ys = (b * 0 + d * low + f, b * width + d * high + f)
        style = self._style(matrix, font, fontsize, graphicstate.ncolor)
        top, bottom = self.page.height - max(ys), self.page.height - min(ys)
        self.page.glyphs.append(Glyph(text, min(xs), top, max(xs), bottom, style))
        return width

    def _style(self, matrix: Matrix, font: PDFFont, fontsize: float, colour: Any) -> LetterStyle:  # noqa: ANN401
        key = (matrix[:4], id(font), fontsize, str(colour), self.render_mode)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = _read_style(matrix, font, fontsize, colour, self.render_mode)
        return style

    def render_string(
        self,
        textstate: PDFTextState,
        seq: Any,  # noqa: ANN401
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Take down a text; one without a font, or that is as large as nothing, is not shown."""
        if textstate.font is not None and textstate.fontsize:
            self.render_mode = textstate.render
            super().render_string(textstate, seq, ncs, graphicstate)


def _is_bevelled(points: Sequence[tuple[float, float]], box: Box) -> bool:
    """Whether a shape is the side of a cell whose corners are cut, as browsers print a border in two colours."""
    corners = len(points) - (points[0] == points[-1])
    thin, long = sorted((box.width, box.height))
    return corners == 4 and 0 < thin <= _THIN and long > thin * _CORNERS  # noqa: PLR2004 - of a trapezium


def _is_dot(box: Box) -> bool:
    """Whether a shape can be a bullet: small, and about as high as it is wide."""
    low, high = sorted((box.width, box.height))
    return low >= _LEAST_DOT and high <= min(_MOST_DOT, low * _ROUND)


def _read_style(matrix: Matrix, font: PDFFont, fontsize: float, colour: object, mode: int) -> LetterStyle:
    a, b, c, d = matrix[:4]
    size = abs(fontsize) * (c * c + d * d) ** 0.5
    name = str(getattr(font, "fontname", "") or getattr(font, "basefont", "")).casefold()
    shown = read_colour(colour)
    return LetterStyle(
        round(size * 2) / 2,
        is_bold=mode == _STROKED or any(word in name for word in _BOLD) or getattr(font, "flags", 0) & 0x40000 != 0,
        colour="" if is_grey(shown) else shown,
        is_symbol=any(word in name for word in _SYMBOLS),
        turn=_read_turn(a, b),
    )


def _read_turn(a: float, b: float) -> int:
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 180
    return 90 if b > 0 else 270


def _split_path(path: Sequence[PathSegment]) -> list[tuple[list[tuple[float, float]], bool, bool]]:
    """The strokes of a path: their points, whether all are straight, and whether it is a rectangle."""
    strokes: list[tuple[list[tuple[float, float]], bool]] = []
    for segment in path:
        operator, numbers = segment[0], [float(number) for number in segment[1:]]
        if operator == "m" or not strokes:
            strokes.append(([], True))
        points, is_straight = strokes[-1]
        if operator == "h":
            points.extend(points[:1])
        elif len(numbers) >= 2:  # noqa: PLR2004 - a point
            points.append((numbers[-2], numbers[-1]))
        strokes[-1] = points, is_straight and operator in {"m", "l", "h"}
    return [(points, straight, straight and _is_rectangle(points)) for points, straight in strokes if len(points) > 1]


def _is_rectangle(points: list[tuple[float, float]]) -> bool:
    """Whether four corners lie on two upright and two level lines."""
    corners = points[:-1] if points[0] == points[-1] else points
    if len(corners) != 4:  # noqa: PLR2004 - the corners of a rectangle
        return False
    xs, ys = {round(x, 1) for x, _ in corners}, {round(y, 1) for _, y in corners}
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    return (
        len(xs) <= 2  # noqa: PLR2004
        and len(ys) <= 2  # noqa: PLR2004
        and all(abs(x0 - x1) < 0.1 or abs(y0 - y1) < 0.1 for (x0, y0), (x1, y1) in sides)  # noqa: PLR2004
    )
