"""Word files for tests, written from a neutral document: what is laid out once can be read in this format too."""

from pathlib import Path

from importing.making import word
from importing.making.spans import spread, width

from tcplan.importing.document import Block, Paragraph, SourceCell, SourceDocument, SourceTable


def write_docx(path: Path, document: SourceDocument) -> Path:
    """Write a document as Word does: numbers are automatic, fills and spans are those of cells."""
    writer = _WordWriter()
    blocks: list[str] = []
    for one in document.blocks:
        # Word shows tables without a paragraph between them as one.
        blocks += (
            [word.paragraph()] if blocks and blocks[-1].startswith("<w:tbl>") and isinstance(one, SourceTable) else []
        )
        blocks.append(writer.block(one))
    return word.write_word(path, *blocks, numbering=writer.numbering(), title=document.title)


class _WordWriter:
    """Writes blocks, and remembers the lists that they need."""

    def __init__(self) -> None:
        self._counts: list[int] = []
        self._typed: list[str] = []

    def block(self, block: Block) -> str:
        """A paragraph or a table."""
        return self._table(block) if isinstance(block, SourceTable) else self._paragraph(block)

    def numbering(self) -> str:
        """The usual lists, and one for each number that none of them would give."""
        families = range(10, 10 + len(self._typed))
        definitions = [
            word.definition(one, word.level(0, text)) for one, text in zip(families, self._typed, strict=True)
        ]
        return word.NUMBERING.replace("<w:num ", "".join(definitions) + "<w:num ", 1) + "".join(
            word.number_list(one, one) for one in families
        )

    def _paragraph(self, paragraph: Paragraph) -> str:
        runs = [word.run(paragraph.text, "<w:b/>" if paragraph.is_bold else "")] if paragraph.text else []
        runs += [word.run(one, "<w:strike/>") for one in paragraph.struck]
        if paragraph.place.part.startswith("text box"):
            return word.paragraph(word.text_box(word.paragraph(*runs)))
        style = f"Heading{paragraph.heading}" if paragraph.heading else ""
        return word.paragraph(*runs, style=style, properties=self._number(paragraph))

    def _number(self, paragraph: Paragraph) -> str:
        if not paragraph.number:
            return ""
        if paragraph.number == "•":
            return word.list_properties(word.BULLETS, paragraph.depth - 1)
        parts = [int(one) for one in paragraph.number.strip(".").split(".")]
        level = len(parts) - 1
        counts = self._counts[: level + 1] if len(self._counts) > level else [*self._counts, 0]
        if parts == [*counts[:-1], counts[-1] + 1]:
            self._counts = parts
            return word.list_properties(word.NUMBERS, level)
        self._typed.append(paragraph.number)
        return word.list_properties(9 + len(self._typed))

    def _table(self, table: SourceTable) -> str:
        rows = []
        for row, places in zip(table.rows, spread(table), strict=True):
            cells = [self._cell(one.cell, is_begin=one.is_begin) for one in places]
            rows.append(word.row(*cells, before=row.before, is_header=row.is_header))
        return word.table(*rows, columns=width(table))

    def _cell(self, cell: SourceCell, *, is_begin: bool) -> str:
        merged = ("restart" if is_begin else "continue") if cell.rows > 1 else ""
        blocks = [self.block(one) for one in cell.blocks] if is_begin else []
        return word.cell(*blocks, columns=cell.columns, merged=merged, fill=cell.fill.upper())
