"""Small builders of neutral documents: paragraphs, cells, rows and tables with their places."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from tcplan.importing.document import Block, Paragraph, SourceCell, SourceDocument, SourcePlace, SourceRow, SourceTable

Content = "str | SourceCell | Sequence[str | Block] | None"

_lines = count(1)


def para(  # noqa: PLR0913 -- a paragraph has that many sides
    text: str,
    *,
    heading: int = 0,
    depth: int = 0,
    number: str = "",
    bold: bool = False,
    struck: tuple[str, ...] = (),
    part: str = "",
) -> Paragraph:
    """A paragraph; `number` is what the program shows before it."""
    return Paragraph(text, SourcePlace(part, line=next(_lines)), heading, depth, number, bold, struck=struck)


def heading(text: str, level: int = 1) -> Paragraph:
    """A heading."""
    return para(text, heading=level)


def bullets(texts: Iterable[str], depth: int = 1) -> list[Block]:
    """Items of a list."""
    return [para(text, depth=depth, number="•") for text in texts]


def cell(  # noqa: PLR0913 -- so has a cell
    *content: str | Block,
    columns: int = 1,
    rows: int = 1,
    fill: str = "",
    bold: bool = False,
    number: str = "",
    is_header: bool = False,
) -> SourceCell:
    """A cell; each text is a paragraph of it."""
    blocks = tuple(para(one, bold=bold, number=number) if isinstance(one, str) else one for one in content)
    return SourceCell(blocks, SourcePlace(), columns, rows, fill, is_header=is_header)


def row(*cells: str | SourceCell, before: int = 0, is_header: bool = False) -> SourceRow:
    """A row of cells."""
    return SourceRow(tuple(one if isinstance(one, SourceCell) else cell(one) for one in cells), before, is_header)


def table(*rows: SourceRow | Sequence[str | SourceCell], name: str = "", is_sheet: bool = False) -> SourceTable:
    """A table, with the place of each cell."""
    made = [one if isinstance(one, SourceRow) else row(*one) for one in rows]
    part = f"sheet {name}" if is_sheet else "table"
    placed = tuple(
        replace(
            one,
            cells=tuple(
                replace(
                    each,
                    place=SourcePlace(part, index, column),
                    blocks=tuple(
                        replace(block, place=SourcePlace(part, index, column))
                        if isinstance(block, Paragraph)
                        else block
                        for block in each.blocks
                    ),
                )
                for column, each in enumerate(one.cells, 1 + one.before)
            ),
        )
        for index, one in enumerate(made, 1)
    )
    return SourceTable(placed, SourcePlace(part), name, is_sheet)


def document(*blocks: Block | Sequence[Block], title: str = "") -> SourceDocument:
    """A document of blocks, or of lists of blocks."""
    flat: list[Block] = []
    for one in blocks:
        flat.extend([one] if isinstance(one, (Paragraph, SourceTable)) else one)
    return SourceDocument("plan.docx", tuple(flat), title)
