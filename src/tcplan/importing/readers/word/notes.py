"""Footnotes, endnotes and comments: what they say, by their ids."""

from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.looks import WordLookReader
from tcplan.importing.readers.word.package import WordPackage
from tcplan.importing.readers.word.short_names import value
from tcplan.importing.readers.word.styles import WordStyles
from tcplan.importing.readers.word.words import Inline, WordsReader

_NOTE_TAGS = {"footnotes": "w:footnote", "endnotes": "w:endnote", "comments": "w:comment"}


class NoteReader:
    """Reads a kind of notes when the first of them is asked for."""

    def __init__(self, package: WordPackage, styles: WordStyles, looks: WordLookReader) -> None:
        self._package = package
        self._styles = styles
        self._looks = looks
        self._texts: dict[str, dict[str, str]] = {}

    def take(self, kind: str, note_id: str) -> str:
        """What a note says; empty if there is none, or if it has been taken before."""
        if kind not in self._texts:
            root = self._package.root(kind)
            notes = () if root is None else root.iter(_NOTE_TAGS[kind])
            self._texts[kind] = {note.get("w:id", ""): self._read(note) for note in notes}
        return self._texts[kind].pop(note_id, "")

    def _read(self, note: Element) -> str:
        reader = WordsReader(self._looks, {})
        lines = []
        for paragraph in note.iter("w:p"):
            inline = Inline()
            style = self._styles.paragraph(value(paragraph.find("w:pPr"), "w:pStyle"))
            reader.read(paragraph, style, inline)
            lines.append("".join(piece.text for piece in inline.pieces if not piece.look.is_struck).strip())
        return "\n".join(line for line in lines if line)
