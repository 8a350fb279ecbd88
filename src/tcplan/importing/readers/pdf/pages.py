"""The pages of an open PDF file, one after another, each with what is drawn on it."""

from collections.abc import Iterator

from pdfminer.pdfpage import PDFPage

from tcplan.importing.readers.pdf.drawing import BoundedFonts, Drawn, Interpreter, Recorder
from tcplan.importing.readers.pdf.links import read_links
from tcplan.importing.readers.pdf.marks import PageMarks


def draw_pages(pages: list[PDFPage]) -> Iterator[PageMarks]:
    """Draw the pages within the limits of the whole file."""
    fonts = BoundedFonts()
    recorder = Recorder(fonts, Drawn())
    for number, page in enumerate(pages, start=1):
        width, height = _size(page)
        marks = PageMarks(number, width, height)
        recorder.start_page(marks)
        Interpreter(fonts, recorder).process_page(page)
        marks.links.extend(read_links(page, height))
        yield marks


def _size(page: PDFPage) -> tuple[float, float]:
    x0, y0, x1, y1 = page.mediabox
    width, height = abs(x1 - x0), abs(y1 - y0)
    return (height, width) if page.rotate in {90, 270} else (width, height)
