"""The blocks of a text in their order: paragraphs joined where their end is deleted, tables, and text boxes."""

from collections import Counter
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tcplan.importing.document import Block, Paragraph, Remark, SourcePlace
from tcplan.importing.readers.archive import too_large
from tcplan.importing.readers.limits import MAX_FRAGMENTS, MAX_WORDS
from tcplan.importing.readers.unreadable_kinds import EMBEDDED_ALONE, PICTURES_ALONE, UnreadableKind
from tcplan.importing.readers.word.drawings import read_drawing, tell_unread
from tcplan.importing.readers.word.paragraphs import (
    Standing,
    dots_of,
    ground_of,
    joined_text,
    make_paragraph,
    read_standing,
)
from tcplan.importing.readers.word.short_names import value
from tcplan.importing.readers.word.styles import WordStyle
from tcplan.importing.readers.word.tabbed_lines import has_cells, with_tabbed_tables
from tcplan.importing.readers.word.tables import ReadCell, WordTableReader
from tcplan.importing.readers.word.word_file import WordFile
from tcplan.importing.readers.word.words import Inline

_NOT_READ = {
    "w:altChunk": "a file that is embedded in the document was not read: open the document in Word and save it again",
    "w:subDoc": "a subdocument was not read: import it by itself",
}


@dataclass(slots=True)
class _Story:
    """A run of blocks: the text itself, a cell, or a text box.

    Attributes:
        place: Where it is; its lines are counted if it is not a cell.
        blocks: What has been read.
        grounds: The colour behind each paragraph.
        dots: The colours of dots.
        tabbed: The words of paragraphs with several tabs, by their place among the blocks.
        open: What paragraphs without an end hold; it belongs to the next one.
        line: The number of paragraphs that are shown.
    """

    place: SourcePlace
    blocks: list[Block] = field(default_factory=list)
    grounds: list[str] = field(default_factory=list)
    dots: set[str] = field(default_factory=set)
    tabbed: dict[int, str] = field(default_factory=dict)
    open: Inline = field(default_factory=Inline)
    line: int = 0


class BlockReader:
    """Reads the blocks of a Word file, and counts its tables, text boxes and pictures."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._tables = 0
        self._boxes = 0
        self._characters = 0
        self._fragments = 0
        self._unread: Counter[str] = Counter()
        self.remarks: list[Remark] = []

    def read_body(self, body: Element) -> tuple[Block, ...]:
        """All blocks of the text."""
        story = self._read(body, SourcePlace())
        blocks = tuple(with_tabbed_tables(story.blocks, story.tabbed, self._tables))
        self.remarks += tell_unread(self._unread)
        return blocks

    def why_empty(self) -> UnreadableKind | None:
        """What the document holds instead of words, where it holds none."""
        if any(one.message == _NOT_READ["w:altChunk"] for one in self.remarks):
            return EMBEDDED_ALONE
        return PICTURES_ALONE if self._unread["picture"] > 0 else None

    def _read_cell(self, cell: Element, place: SourcePlace) -> ReadCell:
        self._count()
        story = self._read(cell, place)
        return ReadCell(tuple(story.blocks), tuple(story.grounds), frozenset(story.dots))

    def _read(self, parent: Element, place: SourcePlace) -> _Story:
        story = _Story(place)
        last: tuple[Element | None, WordStyle] = (None, self._file.styles.paragraph(""))
        for child in parent:
            if child.tag == "w:p":
                last = self._read_paragraph(child, story)
            elif child.tag == "w:tbl":
                self._close(story, *last)
                self._read_table(child, story)
            elif child.tag in _NOT_READ:
                self.remarks.append(Remark(_NOT_READ[child.tag], place))
        self._close(story, *last)
        return story

    def _read_table(self, element: Element, story: _Story) -> None:
        self._tables += 1
        reader = WordTableReader(self._file.theme, self._file.table_styles, f"table {self._tables}", self._read_cell)
        table = reader.read(element)
        self.remarks += reader.remarks
        if table is not None:
            story.blocks.append(table)

    def _read_paragraph(self, element: Element, story: _Story) -> tuple[Element | None, WordStyle]:
        properties = element.find("w:pPr")
        style = self._file.styles.paragraph(value(properties, "w:pStyle"))
        self._file.words.read(element, style, story.open)
        mark = None if properties is None else properties.find("w:rPr")
        if not self._is_joined(mark, style):
            standing = read_standing(properties, style, self._file.counters)
            self._add(story, standing, properties, style)
        return properties, style

    def _is_joined(self, mark: Element | None, style: WordStyle) -> bool:
        """Whether the end of a paragraph is deleted, moved away or hidden: the next one goes on in its line."""
        if mark is not None and (mark.find("w:del") is not None or mark.find("w:moveFrom") is not None):
            return True
        return self._file.looks.is_mark_hidden(mark, style)

    def _close(self, story: _Story, properties: Element | None, style: WordStyle) -> None:
        """The words of paragraphs without an end, with nothing after them, are a paragraph."""
        if any(piece.text.strip() for piece in story.open.pieces):
            self._add(story, read_standing(properties, style, self._file.counters), properties, style)
        elif story.open.drawings:
            self._add(story, Standing(0, 0, ""), properties, style)

    def _add(self, story: _Story, standing: Standing, properties: Element | None, style: WordStyle) -> None:
        inline, story.open = story.open, Inline()
        notes = tuple(text for kind, note_id in inline.notes if (text := self._file.notes.take(kind, note_id)))
        in_text = not story.place.row
        place = story.place._replace(line=story.line + 1) if in_text else story.place
        paragraph = make_paragraph(inline.pieces, place, standing, notes)
        if _says_something(paragraph):
            text = joined_text(inline.pieces)
            if in_text and not paragraph.heading and has_cells(text):
                story.tabbed[len(story.blocks)] = text
            self._count(len(paragraph.text))
            story.line += 1
            story.blocks.append(paragraph)
            story.dots |= dots_of(inline.pieces)
            story.grounds.append(self._ground(inline, properties, style))
        for drawing in inline.drawings:
            self._read_drawing(drawing, story)

    def _ground(self, inline: Inline, properties: Element | None, style: WordStyle) -> str:
        own = None if properties is None else properties.find("w:shd")
        return ground_of(inline.pieces) or self._file.theme.ground(style.ground if own is None else own)

    def _count(self, characters: int = 0) -> None:
        """Count a paragraph or a cell, and refuse a document that no plan comes near."""
        self._fragments += 1
        self._characters += characters
        if self._characters > MAX_WORDS or self._fragments > MAX_FRAGMENTS:
            raise too_large("it has more text and cells than a plan can have")

    def _read_drawing(self, drawing: Element, story: _Story) -> None:
        drawn = read_drawing(drawing, self._file.package)
        self._unread.update(drawn.unread)
        for box in drawn.boxes:
            self._boxes += 1
            story.blocks += self._read(box, SourcePlace(f"text box {self._boxes}")).blocks
        if drawn.lines:
            self._boxes += 1
            part = f"text box {self._boxes}"
            story.blocks += [
                Paragraph(text, SourcePlace(part, line=at)) for at, text in enumerate(drawn.lines, start=1)
            ]


def _says_something(paragraph: Paragraph) -> bool:
    """Whether a paragraph is more than an empty line; a number without words can be the id of a row."""
    has_number = any(letter.isalnum() for letter in paragraph.number)
    return bool(paragraph.text or has_number or paragraph.struck or paragraph.notes)
