"""A PDF file as a document."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from tcplan.importing.document import (
    Block,
    Paragraph,
    Remark,
    SourceCell,
    SourceDocument,
    SourcePlace,
    SourceRow,
    SourceTable,
    UnreadableError,
)
from tcplan.importing.readers.pdf.coloured import find_page_grids
from tcplan.importing.readers.pdf.drawn_bullets import add_bullets
from tcplan.importing.readers.pdf.furniture import drop_furniture
from tcplan.importing.readers.pdf.headings import mark_headings, usual_size
from tcplan.importing.readers.pdf.joining import join_tables
from tcplan.importing.readers.pdf.lines import TextLine
from tcplan.importing.readers.pdf.marks import PageMarks
from tcplan.importing.readers.pdf.opening import OpenPdf, explain_errors, open_pdf
from tcplan.importing.readers.pdf.page_layout import ReadPage, TextRun, lay_out_page, share_limits
from tcplan.importing.readers.pdf.pages import draw_pages
from tcplan.importing.readers.pdf.paragraphs import DrawnParagraph, Limits, ParagraphReader, goes_on, set_depths
from tcplan.importing.readers.pdf.stray_lines import move_headers, move_rests
from tcplan.importing.readers.pdf.tables import DrawnCell, DrawnTable
from tcplan.importing.readers.pdf.vocabulary import count_words
from tcplan.importing.readers.pdf.words import read_words

_LARGE: Final = 0.25
_FEW: Final = 20
_UNKNOWN: Final = 0.3

Progress = Callable[[int, int], None]
"""Is told how many pages were read, and of how many."""


def read_drawn_pdf(path: Path, progress: Progress | None) -> SourceDocument:
    """The document in a PDF file; UnreadableError for what is none, or too large."""
    with open_pdf(path) as opened:
        pages = []
        for marks in draw_pages(opened.pages):
            pages.append(_read_page(marks))
            if progress:
                progress(marks.number, len(opened.pages))
        _refuse_unreadable(pages, opened)
        with explain_errors():
            title = opened.title()
    remarks = tuple(_remark_on(pages))
    blocks = tuple(_read_blocks(pages))
    return SourceDocument(path.name, blocks, title, remarks)


def _read_page(marks: PageMarks) -> ReadPage:
    words, rules = read_words(marks)
    words = add_bullets(words, marks.dots)
    area = marks.width * marks.height
    has_picture = sum(box.width * box.height for box in marks.pictures) > area * _LARGE
    grids = find_page_grids(rules, marks.fills, marks.height, words)
    return ReadPage(
        marks.number, marks.width, marks.height, words, marks.fills, grids, rules, has_picture, marks.unknown
    )


def _refuse_unreadable(pages: list[ReadPage], opened: OpenPdf) -> None:
    """Refuse a document without words: pictures of one, a form that only one program shows, letters without meaning."""
    letters = sum(len(word.text) for page in pages for word in page.words)
    if opened.is_xfa() and letters < _FEW * 20:
        raise UnreadableError(
            "this PDF file is a form that only Adobe Reader shows",
            "print it to a PDF file from Adobe Reader, or ask for the Word file",
        )
    if letters < _FEW and any(page.has_picture for page in pages):
        raise UnreadableError(
            "this PDF file is a picture of a document: it was scanned and holds no text",
            "make it searchable with a program that recognises text, or ask for the Word file",
        )
    if not letters:
        raise UnreadableError("this PDF file holds no text", "ask for the Word file that it was made from")
    if sum(page.unknown for page in pages) > letters * _UNKNOWN:
        raise UnreadableError(
            "this PDF file does not say which letters its fonts show",
            "make it searchable with a program that recognises text, or ask for the Word file",
        )


def _remark_on(pages: list[ReadPage]) -> Iterator[Remark]:
    scanned = [page.number for page in pages if page.has_picture and not page.words]
    for number in scanned:
        yield Remark("this page is a picture and was not read", SourcePlace(f"page {number}"))
    running = drop_furniture(pages)
    if running:
        said = ", ".join(f"“{text}”" for text in running)
        yield Remark(f"what stands at the top or bottom of several pages was left out: {said}")


def _read_blocks(pages: list[ReadPage]) -> list[Block]:
    laid_out: list[list[TextRun | DrawnTable]] = []
    for page in pages:
        last = laid_out[-1][-1] if laid_out and laid_out[-1] else None
        laid_out.append(lay_out_page(page, last.xs if isinstance(last, DrawnTable) else ()))
    move_headers(laid_out)
    move_rests(laid_out)
    lines = (line for page in laid_out for block in page for line in _lines_of(block))
    vocabulary = count_words([word.text for word in line.words] for line in lines)
    blocks = join_tables(laid_out)
    share_limits(blocks)
    outside = [word for block in blocks if isinstance(block, TextRun) for line in block.lines for word in line.words]
    size = usual_size(outside, (word for page in pages for word in page.words))
    return BlockMaker(ParagraphReader(vocabulary), size).make(blocks)


def _lines_of(block: TextRun | DrawnTable) -> Iterator[TextLine]:
    """The lines of a text, or of all cells: what stands at the edge of a cell is at the edge of a line."""
    if isinstance(block, TextRun):
        yield from block.lines
        return
    for cell in block.cells:
        for lines in cell.lines:
            yield from lines
        for table in cell.tables:
            yield from _lines_of(table)


class BlockMaker:
    """Makes the blocks of a document of what is drawn."""

    def __init__(self, reader: ParagraphReader, size: float) -> None:
        self._reader = reader
        self._size = size

    def make(self, drawn: list[TextRun | DrawnTable]) -> list[Block]:
        """The blocks, headings with their level."""
        read: list[list[DrawnParagraph] | SourceTable] = []
        last: TextRun | None = None
        for one in drawn:
            if isinstance(one, DrawnTable):
                read.append(self._table(one))
                last = None
            else:
                text = self._text(one)
                before = read[-1] if read else None
                if (
                    last
                    and isinstance(before, list)
                    and before
                    and text
                    and goes_on(last.lines, one.lines, last.limits)
                ):
                    before[-1] = self._reader.join(before[-1], text.pop(0))
                if last and isinstance(before, list) and not (last.is_column or one.is_column):
                    before[:] = set_depths([*before, *text])  # a list goes on over the end of a page
                else:
                    read.append(text)
                last = one
        texts = [one for found in read if isinstance(found, list) for one in found]
        headings = iter(mark_headings(texts, self._size))
        blocks: list[Block] = []
        for found in read:
            if isinstance(found, SourceTable):
                blocks.append(found)
            else:
                blocks += [next(headings) for _ in found]
        return blocks

    def _text(self, run: TextRun) -> list[DrawnParagraph]:
        return self._reader.read(run.lines, run.limits, SourcePlace(f"page {run.page}"), run.first_line)

    def _table(self, drawn: DrawnTable) -> SourceTable:
        rows = []
        for number in range(drawn.row_count):
            cells = sorted(drawn.row(number), key=lambda cell: cell.column)
            before = cells[0].column if cells else 0
            made = tuple(self._cell(cell, is_header=number < drawn.repeated) for cell in cells)
            rows.append(SourceRow(made, before=0 if not cells else before, is_header=number < drawn.repeated))
        return SourceTable(tuple(rows), SourcePlace(drawn.part))

    def _cell(self, cell: DrawnCell, *, is_header: bool) -> SourceCell:
        place = SourcePlace(cell.place[0], cell.place[1], cell.place[2])
        blocks: list[Block] = []
        for lines in cell.lines:
            blocks += self._paragraphs(lines, cell, place)
        blocks += [self._table(table) for table in cell.tables]
        return SourceCell(tuple(blocks), place, cell.columns, cell.rows, cell.fill, is_header=is_header)

    def _paragraphs(self, lines: list[TextLine], cell: DrawnCell, place: SourcePlace) -> list[Paragraph]:
        limits = cell.limits
        if lines[0].words[0].style.turn or not limits.end:
            limits = Limits(min(line.start for line in lines), max(line.end for line in lines))
        return [one.paragraph for one in self._reader.read(lines, limits, place)]
