"""A document as its reader sees it, whatever its format: blocks in order, and where each of them stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class SourcePlace(NamedTuple):
    """Where something stands, in the terms of the person who has the document open; all counts begin with 1.

    Attributes:
        part: "table 3", "sheet 2025", "text box 1", "page 2"; empty in the running text.
        row: The row of the table; 0 outside of tables.
        column: The column of the table; 0 outside of tables.
        cell: "C7", where the program that shows the document names its cells.
        line: The paragraph, or the line of a text, outside of tables; 0 where that says nothing.
    """

    part: str = ""
    row: int = 0
    column: int = 0
    cell: str = ""
    line: int = 0


class SourceLink(NamedTuple):
    """Words that lead somewhere."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it is shown: without hidden, deleted and struck-out words. It is the fragment of the ledger.

    Attributes:
        text: The words; a line break within the paragraph is a line break here.
        place: Where it stands.
        heading: The level of a heading, from 1; 0 for other text.
        depth: The depth of a list item, from 1; 0 for other text.
        number: The number that the program shows before it, such as "1.1.2", "a)" or "•".
        is_bold: Whether all its words are bold.
        colour: The colour of all its words as `rrggbb`; empty for the usual one, or several.
        struck: The words that are struck out.
        links: The links in it.
        notes: The footnotes and comments that hang on it.
    """

    text: str
    place: SourcePlace
    heading: int = 0
    depth: int = 0
    number: str = ""
    is_bold: bool = False
    colour: str = ""
    struck: tuple[str, ...] = ()
    links: tuple[SourceLink, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceCell:
    """One cell, in the row and column where it begins.

    Attributes:
        blocks: What is in it.
        place: Where it is.
        columns: The number of columns that it spans.
        rows: The number of rows that it spans.
        fill: The colour of its ground as `rrggbb`; empty for none and for white.
        day: The date, where a spreadsheet holds one as a date; the text is the date as it is shown.
        is_header: Whether the document says that it is a heading of its row or column.
        chosen: What is ticked, where it is a choice with a box for each answer; None for all other cells.
    """

    blocks: "tuple[Block, ...]"
    place: SourcePlace
    columns: int = 1
    rows: int = 1
    fill: str = ""
    day: date | None = None
    is_header: bool = False
    chosen: str | None = None

    @property
    def text(self) -> str:
        """All its words that count, a paragraph a line."""
        if self.chosen is not None:
            return self.chosen
        return "\n".join(paragraph.text for paragraph in paragraphs_in(self.blocks) if paragraph.text)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of a table.

    Attributes:
        cells: Those that begin in it.
        before: The number of columns that it begins late.
        is_header: Whether the document repeats it at the top of each page.
        is_hidden: Whether a filter hides it.
    """

    cells: tuple[SourceCell, ...]
    before: int = 0
    is_header: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table, or a sheet of a spreadsheet; `name` is the name of the sheet, or the caption."""

    rows: tuple[SourceRow, ...]
    place: SourcePlace
    name: str = ""
    is_sheet: bool = False


Block = Paragraph | SourceTable


class Remark(NamedTuple):
    """Something that a reader saw and did not read: a hidden sheet, colours that a rule gives, a deleted row."""

    message: str
    place: SourcePlace = SourcePlace()


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A whole document.

    Attributes:
        name: The name of its file.
        blocks: What it holds, in the order in which it is read.
        title: The title in its properties, or what an HTML page calls itself.
        remarks: What was seen and not read.
    """

    name: str
    blocks: tuple[Block, ...]
    title: str = ""
    remarks: tuple[Remark, ...] = ()


class UnreadableError(Exception):
    """Why a file cannot be read as a document, and what its owner can do; both are sentences for people."""

    def __init__(self, message: str, help_text: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help_text


def paragraphs_in(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """All paragraphs of some blocks, those in tables too, in the order in which they are read."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_in(cell.blocks)
