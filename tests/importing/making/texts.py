"""Texts for tests, written from a neutral document: what is laid out once can be read in this format too."""

from pathlib import Path

from tcplan.importing.document import Block, Paragraph, SourceCell, SourceDocument, SourceTable, paragraphs_in


def make_text(path: Path, document: SourceDocument) -> Path:
    """Write a text as a program writes one: tabs between cells, marks before items, a blank line between blocks."""
    parts = [_write_block(block) for block in document.blocks]
    text = "\n".join(
        f"\n{part}" if isinstance(block, SourceTable) else part
        for part, block in zip(parts, document.blocks, strict=True)
    )
    path.write_text(text, encoding="utf-8")
    return path


def _write_block(block: Block) -> str:
    return _write_table(block) if isinstance(block, SourceTable) else _write_paragraph(block)


def _write_paragraph(paragraph: Paragraph) -> str:
    text = f"\n{'#' * paragraph.heading} {_line(paragraph)}\n" if paragraph.heading else _line(paragraph)
    return "  " * max(0, paragraph.depth - 1) + (f"**{text}**" if paragraph.is_bold and not paragraph.heading else text)


def _line(paragraph: Paragraph) -> str:
    return f"{paragraph.number} {paragraph.text}" if paragraph.number else paragraph.text


def _write_table(table: SourceTable) -> str:
    """A line for each row; cells below a cell of several rows are empty, as are those beside one of several columns."""
    taken: set[tuple[int, int]] = set()
    lines = []
    for at, row in enumerate(table.rows):
        made: dict[int, str] = {}
        column = row.before
        for cell in row.cells:
            while (at, column) in taken:
                column += 1
            made[column] = _write_cell(cell)
            taken |= {(at + y, column + x) for y in range(cell.rows) for x in range(cell.columns)}
            column += cell.columns
        lines.append("\t".join(made.get(one, "") for one in range(max(made, default=-1) + 1)))
    return "\n".join(lines) + "\n"


def _write_cell(cell: SourceCell) -> str:
    lines = (f"**{_line(one)}**" if one.is_bold else _line(one) for one in paragraphs_in(cell.blocks))
    text = "\n".join(lines)
    return '"' + text.replace('"', '""') + '"' if "\n" in text else text
