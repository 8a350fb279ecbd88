"""The words of a paragraph as they are shown, in pieces that look alike, and what hangs on them."""

from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.fields import FieldStack, url_of_instruction
from tcplan.importing.readers.word.looks import WordLook, WordLookReader
from tcplan.importing.readers.word.styles import WordStyle
from tcplan.importing.readers.word.symbols import symbol_of, symbol_text

_SIGNS: Final = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_NOTES: Final = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes", "w:commentReference": "comments"}
_MAX_SIGNS: Final = 3
"""The number of letters in a font of symbols that are signs; more are words that were given this font by mistake."""

_DRAWINGS: Final = frozenset({"w:drawing", "w:pict", "w:object"})
_IGNORED: Final = frozenset(
    {"w:pPr", "w:rPr", "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd", "w:fldData", "m:ctrlPr"}
)


_SIGNS_BEFORE: Final = {"m:den": "/", "m:sup": "^"}
"""The parts of an equation that are drawn in another place, and what is written for that in a line."""


@cache
def _plain_letters() -> dict[int, str | None]:
    """Line ends and tabs in the XML are spaces; hyphens that say where lines may end are plain ones, or unseen."""
    return {**dict.fromkeys(b"\n\r\t", " "), 0x2011: "-", 0xAD: None, 0x200B: None, 0xFEFF: None}


class TextPiece(NamedTuple):
    """Words that look alike, and where they lead."""

    text: str
    look: WordLook
    url: str = ""


@dataclass(slots=True)
class Inline:
    """What is in a paragraph.

    Attributes:
        pieces: Its words.
        notes: The notes that hang on it, by kind and id.
        drawings: The pictures, text boxes and diagrams that are anchored in it.
    """

    pieces: list[TextPiece] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)


class WordsReader:
    """Reads the words of paragraphs. `urls` are the addresses of links by the ids of their relationships."""

    def __init__(self, looks: WordLookReader, urls: dict[str, str]) -> None:
        self._looks = looks
        self._urls = urls
        self.fields = FieldStack()

    def read(self, paragraph: Element, style: WordStyle, inline: Inline) -> None:
        """Add what is in a paragraph."""
        for child in paragraph:
            self._read_part(child, style, inline, "")
        self.fields.end_paragraph()

    def _read_part(self, element: Element, style: WordStyle, inline: Inline, url: str) -> None:
        tag = element.tag
        if tag in {"w:r", "m:r"}:
            self._read_run(element, style, inline, url)
        elif tag not in _IGNORED:
            if tag == "w:hyperlink":
                url = self._target(element) or url
            elif tag == "w:fldSimple":
                url = url_of_instruction(element.get("w:instr", "")) or url
            for place, child in enumerate(element):
                if place and child.tag in _SIGNS_BEFORE:
                    self._add(inline, _SIGNS_BEFORE[child.tag], self._looks.look(None, style), url)
                self._read_part(child, style, inline, url)

    def _target(self, link: Element) -> str:
        url = self._urls.get(link.get("r:id", ""), "")
        anchor = link.get("w:anchor", "")
        return f"{url}#{anchor}" if url and anchor and "#" not in url else url

    def _read_run(self, run: Element, style: WordStyle, inline: Inline, url: str) -> None:
        look = self._looks.look(run.find("w:rPr"), style)
        for child in run:
            tag = child.tag
            if tag in {"w:t", "m:t"}:
                self._add(inline, (child.text or "").translate(_plain_letters()), look, url)
            elif tag in _SIGNS:
                self._add(inline, _SIGNS[tag], look, url)
            elif tag == "w:sym":
                self._add(inline, symbol_of(child), look._replace(font=""), url)
            elif tag == "w:fldChar":
                self._add(inline, self.fields.mark(child), look, url)
            elif tag == "w:instrText":
                self.fields.add_instruction(child.text or "")
            elif not look.is_hidden:
                self._add_anchored(child, style, inline, url)

    def _add_anchored(self, element: Element, style: WordStyle, inline: Inline, url: str) -> None:
        if element.tag in _NOTES:
            inline.notes.append((_NOTES[element.tag], element.get("w:id", "")))
        elif element.tag in _DRAWINGS:
            inline.drawings.append(element)
        elif element.tag == "w:ruby":
            for base in element.findall("w:rubyBase"):
                self._read_part(base, style, inline, url)

    def _add(self, inline: Inline, text: str, look: WordLook, url: str) -> None:
        if not text or look.is_hidden or self.fields.is_in_instruction:
            return
        self.fields.note_words()
        if look.font and len(text.strip()) <= _MAX_SIGNS:
            text = symbol_text(text, look.font)
        inline.pieces.append(TextPiece(text, look, url or self.fields.url))
