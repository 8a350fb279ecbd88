"""What a file is, by its content first, and by its name where the content leaves it open."""

import re
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final

from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.archive import Archive, damaged
from tcplan.importing.readers.encodings import decode_text
from tcplan.importing.readers.ole import SIGNATURE, stream_names
from tcplan.importing.readers.unreadable_kinds import (
    EMPTY,
    LINK_FILES,
    LOCK_FILE,
    OLE_KINDS,
    PACKED_NAMES,
    PICTURE,
    SIGNATURES,
    TEXT_KINDS,
    ZIP_KINDS,
    unknown_ole,
    unknown_zip,
)
from tcplan.importing.readers.word.package import main_part

_HEAD: Final = 65_536
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024
_ZIP_MARKS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_DELIMITED_NAMES: Final = frozenset({".csv", ".tsv", ".tab"})
_PAGE_NAMES: Final = frozenset({".html", ".htm", ".xhtml"})
_PROLOG: Final = {"<?": "?>", "<!--": "-->"}
_MAX_COMMENTS: Final = 50
_LINES_OF_A_TABLE: Final = 3
_MAX_TYPE: Final = 1000


class DocumentKind(Enum):
    """A kind of document that a reader reads."""

    WORD = "word"
    EXCEL = "excel"
    OLD_EXCEL = "old excel"
    PDF = "pdf"
    HTML = "html"
    DELIMITED = "delimited"
    TEXT = "text"


def recognise(path: Path) -> DocumentKind:
    """The kind of a document; UnreadableError that says what the file is where no reader reads it."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if path.name.startswith("~$"):
        raise LOCK_FILE.error()
    if not head.strip(b"\0\t\r\n "):
        raise EMPTY.error()
    if head.startswith(_ZIP_MARKS):
        return _recognise_zip(path)
    if head.startswith(SIGNATURE):
        return _recognise_ole(path)
    for pattern, kind in SIGNATURES:
        if re.match(pattern, head, re.DOTALL):
            raise kind.error()
    if _PDF in head[:_PDF_WITHIN]:
        return DocumentKind.PDF
    return _recognise_text(path.suffix.lower(), head)


def _recognise_zip(path: Path) -> DocumentKind:
    with Archive(path) as archive:
        # An old program may leave out what names the main part.
        folder = main_part(archive).partition("/")[0]
        if folder == "word" or "word/document.xml" in archive:
            return DocumentKind.WORD
        if folder == "xl" or "xl/workbook.xml" in archive:
            return DocumentKind.EXCEL
        names = archive.names()
        declared = archive.read("mimetype", _MAX_TYPE).decode("latin-1") if "mimetype" in archive else ""
    if "opendocument.spreadsheet" in declared:
        return DocumentKind.OLD_EXCEL
    for mark, kind in ZIP_KINDS.items():
        if mark in declared or any(name.startswith(mark) for name in names):
            raise kind.error()
    raise unknown_zip(names)


def _recognise_ole(path: Path) -> DocumentKind:
    streams = stream_names(path)
    if not streams:
        raise damaged()
    for name, kind in OLE_KINDS.items():
        if name in streams:
            raise kind.error()
    if streams & {"Workbook", "Book"}:
        return DocumentKind.OLD_EXCEL
    raise unknown_ole()


def _recognise_text(ending: str, head: bytes) -> DocumentKind:
    if ending in LINK_FILES:
        raise LINK_FILES[ending].error()
    text = _decode(ending, head)
    start = text.lstrip("\ufeff \t\r\n")
    for pattern, kind in TEXT_KINDS:
        if re.match(pattern, start, re.DOTALL):
            raise kind.error()
    first_element = _without_prolog(start)
    if _drawing_pattern().match(first_element):
        raise PICTURE.error()
    if ending in _PAGE_NAMES or _page_pattern().match(first_element):
        return DocumentKind.HTML
    if ending in _DELIMITED_NAMES or start.startswith("sep=") or _is_table(text):
        return DocumentKind.DELIMITED
    return DocumentKind.TEXT


def _decode(ending: str, head: bytes) -> str:
    try:
        return decode_text(head)
    except UnreadableError:
        if ending in PACKED_NAMES:
            raise damaged() from None
        raise


def _without_prolog(text: str) -> str:
    """A text of tags from its first element on: without an XML declaration and comments."""
    for _ in range(_MAX_COMMENTS):
        opening = next((one for one in _PROLOG if text.startswith(one)), "")
        end = text.find(_PROLOG[opening]) if opening else -1
        if end < 0:
            break
        text = text[end + len(_PROLOG[opening]) :].lstrip()
    return text


@cache
def _page_pattern() -> re.Pattern[str]:
    """How a web page, or a piece of one, begins."""
    tags = "html|head|body|meta|title|style|table|div|main|article|section|h[1-6]|p|ul|ol|span|b|strong|font|center"
    return re.compile(rf"<(?:!doctype\s+html|(?:{tags})[\s>])", re.IGNORECASE)


@cache
def _drawing_pattern() -> re.Pattern[str]:
    return re.compile(r"<(?:svg[\s>]|!doctype\s+svg)", re.IGNORECASE)


def _is_table(text: str) -> bool:
    """Whether a text is lines of cells with tabs between them, all with the same number of cells."""
    lines = [line for line in text.splitlines() if line.strip()]
    lines = lines[:-1] if len(lines) > _LINES_OF_A_TABLE else lines  # the last may be cut off
    tabs = {line.count("\t") for line in lines}
    return len(lines) >= _LINES_OF_A_TABLE and len(tabs) == 1 and tabs != {0}
