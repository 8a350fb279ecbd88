"""Reads a Word document (.docx): what Word shows when all changes are accepted, with numbers, colours and places."""

import re
from functools import cache
from pathlib import Path

from tcplan.importing.document import SourceDocument
from tcplan.importing.readers.archive import Archive, damaged
from tcplan.importing.readers.word.blocks import BlockReader
from tcplan.importing.readers.word.package import WordPackage
from tcplan.importing.readers.word.page_margins import tell_margins
from tcplan.importing.readers.word.word_file import WordFile


def read_word(path: Path) -> SourceDocument:
    """The document in a .docx file; UnreadableError where it is damaged or too large."""
    with Archive(path) as archive:
        return _read(WordPackage(archive), path.name)


def _read(package: WordPackage, name: str) -> SourceDocument:
    root = package.main_root()
    body = None if root is None else root.find("w:body")
    if body is None:
        raise damaged()
    file = WordFile(package)
    reader = BlockReader(file)
    blocks = reader.read_body(body)  # no deeper than `MAX_DEPTH`, which Python can follow
    if not blocks and (held := reader.why_empty()):
        raise held.error()
    return SourceDocument(name, blocks, _title(package), (*reader.remarks, *tell_margins(file, blocks)))


def _title(package: WordPackage) -> str:
    """The title in the properties, unless a program has put the name of a file or of nothing there."""
    properties = package.properties()
    found = None if properties is None else properties.find("dc:title")
    title = "" if found is None else " ".join((found.text or "").split())
    return "" if _made_up_pattern().fullmatch(title) else title


@cache
def _made_up_pattern() -> re.Pattern[str]:
    endings = r"docx?|docm|dotx?|odt|pdf|rtf"
    return re.compile(rf"Microsoft Word - .*|.*\.(?:{endings})|(?:Document|Title|Untitled)[ -]?\d*", re.IGNORECASE)
