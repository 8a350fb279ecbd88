"""Reads a Word document (.docx): what Word shows when all changes are accepted, with numbers, colours and places."""

from pathlib import Path

from tcplan.importing.document import Document, UnreadableError
from tcplan.importing.readers.archive import Archive, damaged
from tcplan.importing.readers.unreadable_kinds import PICTURES_ALONE
from tcplan.importing.readers.word.blocks import BlockReader
from tcplan.importing.readers.word.package import WordPackage
from tcplan.importing.readers.word.word_file import WordFile


def read_word(path: Path) -> Document:
    """The document in a .docx file; UnreadableError where it is damaged or too large."""
    with Archive(path) as archive:
        return _read(WordPackage(archive), path.name)


def _read(package: WordPackage, name: str) -> Document:
    root = package.main_root()
    body = None if root is None else root.find("w:body")
    if body is None:
        raise damaged()
    reader = BlockReader(WordFile(package))
    try:
        blocks = reader.read_body(body)
    except RecursionError:
        raise UnreadableError(
            "this file is not read: tables in it are nested deeper than in any document",
            "copy the table with the plan into a new document, and import that",
        ) from None
    if not blocks and reader.has_pictures:
        raise PICTURES_ALONE.error()
    return Document(name, blocks, _title(package), tuple(reader.remarks))


def _title(package: WordPackage) -> str:
    properties = package.properties()
    title = None if properties is None else properties.find("dc:title")
    return "" if title is None else " ".join((title.text or "").split())
