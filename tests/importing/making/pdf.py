"""PDF files as tests draw them: words at places, lines, areas of colour, links; nothing that a program would add."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pdfminer.fontmetrics import FONT_METRICS

FONTS: Final = ("Helvetica", "Helvetica-Bold", "ZapfDingbats")
PADDING: Final = 4.0
PITCH: Final = 1.2


@dataclass
class MadePage:
    """A page that is being drawn; all measures are points from its top left corner."""

    width: float = 842
    height: float = 595
    operators: list[str] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)
    has_picture: bool = False

    def text(  # noqa: PLR0913 - all that can be said of a line of text
        self,
        x: float,
        top: float,
        words: str,
        size: float = 10,
        *,
        font: str = FONTS[0],
        turn: int = 0,
        about: str = "",
    ) -> None:
        """Write a line of text; `about` are operators before it, such as a colour or the space between letters."""
        cos, sin = {0: (1, 0), 90: (0, 1), 270: (0, -1)}[turn]
        y = self.height - top - (size if turn == 0 else 0)
        number = FONTS.index(font)
        escaped = words.encode("cp1252").decode("latin-1").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.operators.append(
            f"q BT /F{number} {size} Tf {about} {cos} {sin} {-sin} {cos} {x:.2f} {y:.2f} Tm ({escaped}) Tj ET Q"
        )

    def line(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """Draw a thin line."""
        self.operators.append(f"0.5 w {x0:.2f} {self.height - top:.2f} m {x1:.2f} {self.height - bottom:.2f} l S")

    def area(self, x0: float, top: float, x1: float, bottom: float, colour: tuple[float, float, float]) -> None:
        """Fill an area with a colour."""
        red, green, blue = colour
        box = f"{x0:.2f} {self.height - bottom:.2f} {x1 - x0:.2f} {bottom - top:.2f}"
        self.operators.append(f"q {red} {green} {blue} rg {box} re f Q")

    def dot(self, x: float, top: float, wide: float, *, is_filled: bool = True) -> None:
        """Draw a disc or a ring of four curves, whose upper left end is at a place."""
        half, bow = wide / 2, wide * 0.276
        cx, cy = x + half, self.height - top - half
        quarters = [
            ((half, bow), (bow, half), (0, half)),
            ((-bow, half), (-half, bow), (-half, 0)),
            ((-half, -bow), (-bow, -half), (0, -half)),
            ((bow, -half), (half, -bow), (half, 0)),
        ]
        drawn = [" ".join(f"{cx + dx:.3f} {cy + dy:.3f}" for dx, dy in curve) + " c" for curve in quarters]
        self.operators.append(f"{cx + half:.3f} {cy:.3f} m {' '.join(drawn)} h {'f' if is_filled else 'S'}")

    def bevel(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """Fill the four sides of a cell in two colours; the upright ones have cut corners, as browsers print them."""
        self.area(x0, top, x1, top + 0.75, (0.6, 0.6, 0.6))
        self.area(x0, bottom - 0.75, x1, bottom, (0.9, 0.9, 0.9))
        y0, y1 = self.height - top, self.height - bottom
        for outer, inner in ((x0, x0 + 0.75), (x1, x1 - 0.75)):
            corners = [(outer, y0), (outer, y1), (inner, y1 + 0.75), (inner, y0 - 0.75)]
            first, *rest = [f"{x:.2f} {y:.2f}" for x, y in corners]
            self.operators.append(f"q 0.6 g {first} m {' '.join(f'{point} l' for point in rest)} f Q")

    def frame(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """Draw the four lines around a cell."""
        for line in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)):
            self.line(*line)

    def picture(self) -> None:
        """Cover the page with a picture."""
        self.has_picture = True
        self.operators.append(f"q {self.width} 0 0 {self.height} 0 0 cm /Im Do Q")

    def link(self, x0: float, top: float, x1: float, bottom: float, url: str) -> None:
        """Make an area lead somewhere."""
        self.links.append(((x0, self.height - bottom, x1, self.height - top), url))


def text_width(words: str, size: float = 10, font: str = FONTS[0]) -> float:
    """How wide a text is."""
    widths: dict[str, int] = FONT_METRICS[font][1]
    return sum(widths.get(letter, 556) for letter in words) * size / 1000


def wrap(text: str, width: float, size: float = 10, font: str = FONTS[0]) -> list[str]:
    """A text as lines that are no wider than `width`; a line end in it stays one; a word that is too long is cut."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if text_width(longer, size, font) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while text_width(line, size, font) > width:
                fits = next(n for n in range(len(line), 0, -1) if text_width(line[:n], size, font) <= width)
                lines.append(line[:fits])
                line = line[fits:]
        lines.append(line)
    return lines


@dataclass
class TableFlow:
    """Draws a table over as many pages as it takes, and cuts rows where a page ends, as Word and LibreOffice do.

    Attributes:
        widths: Of the columns.
        top: Where it begins on the first page.
        bottom: Where each page ends.
        header: The number of rows that each page repeats.
        has_rules: Whether lines are drawn around the cells.
        fills: Colours of cells, by row and column.
    """

    widths: Sequence[float]
    left: float = 40
    top: float = 60
    bottom: float = 540
    size: float = 10
    header: int = 0
    has_rules: bool = True
    gap: float = 0
    fills: dict[tuple[int, int], tuple[float, float, float]] = field(default_factory=dict)
    pages: list[MadePage] = field(default_factory=list)
    y: float = 0

    def draw(self, rows: Iterable[Sequence[str]]) -> list[MadePage]:
        """Draw the rows; the pages that it took."""
        self.pages = self.pages or [MadePage()]
        self.y = self.top
        all_rows = [list(row) for row in rows]
        for number, row in enumerate(all_rows):
            self._draw_row(number, row, all_rows[: self.header])
        return self.pages

    def _draw_row(self, number: int, row: list[str], header: list[list[str]]) -> None:
        left = [
            wrap(text, width - 2 * PADDING, self.size) if text else []
            for text, width in zip(row, self.widths, strict=True)
        ]
        while True:
            space = int((self.bottom - self.y - 2 * PADDING) / (self.size * PITCH))
            if space < 1:
                self._next_page(header)
                continue
            self._draw_part(number, [lines[:space] for lines in left])
            left = [lines[space:] for lines in left]
            if not any(left):
                return
            self._next_page(header)

    def _next_page(self, header: list[list[str]]) -> None:
        self.pages.append(MadePage())
        self.y = self.top
        for number, row in enumerate(header):
            self._draw_row(number, row, [])

    def _draw_part(self, number: int, cells: list[list[str]]) -> None:
        page = self.pages[-1]
        high = max(1, *(len(lines) for lines in cells)) * self.size * PITCH + 2 * PADDING
        x = self.left
        for column, (lines, width) in enumerate(zip(cells, self.widths, strict=True)):
            if colour := self.fills.get((number, column)):
                page.area(x, self.y, x + width, self.y + high, colour)
            if self.has_rules:
                page.frame(x, self.y, x + width, self.y + high)
            for at, line in enumerate(lines):
                page.text(x + PADDING, self.y + PADDING + at * self.size * PITCH, line, self.size)
            x += width
        self.y += high + self.gap


def make_pdf(path: Path, *pages: MadePage, catalog: str = "", info: str = "", resources: str = "") -> Path:
    """Write pages as a PDF file."""
    objects = ["<< /Type /Catalog /Pages 2 0 R " + catalog + " >>", ""]
    fonts = " ".join(f"/F{number} {number + 3} 0 R" for number in range(len(FONTS)))
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font}"
        + (" /Encoding /WinAnsiEncoding >>" if font != "ZapfDingbats" else " >>")
        for font in FONTS
    ]
    picture = stream_object(
        b"\x00", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    objects.append(picture)
    kids = []
    for page in pages:
        notes = " ".join(
            f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(map(str, box))}] /A << /S /URI /URI ({url}) >> >>"
            for box, url in page.links
        )
        used = f"/Font << {fonts} >> /XObject << /Im {len(FONTS) + 3} 0 R >> {resources}"
        content = zlib.compress("\n".join(page.operators).encode("latin-1"))
        objects.append(stream_object(content, "/Filter /FlateDecode"))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Contents {len(objects)} 0 R"
            f" /Annots [{notes}] /Resources << {used} >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>"
    objects.append(f"<< {info} >>")
    path.write_bytes(write_objects(objects, f"/Root 1 0 R /Info {len(objects)} 0 R"))
    return path


def write_objects(objects: list[str], trailer: str) -> bytes:
    """A whole file of its objects, which are numbered from 1."""
    written = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    start = len(written)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    written += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    return written + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def stream_object(data: bytes, about: str = "") -> str:
    """A stream as an object of a file."""
    return f"<< /Length {len(data)} {about} >>\nstream\n" + data.decode("latin-1") + "\nendstream"
