"""A PDF file that is open, with its pages; why one cannot be opened, in words for people."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.pdf.bounds import (
    MAX_FILE,
    MAX_LINES,
    MAX_OBJECTS,
    MAX_PAGES,
    MAX_SIDE,
    damaged_pdf,
    too_much,
)
from tcplan.importing.readers.pdf.guarded import GuardedParser, check_nesting

_MAX_TITLE = 300


class OpenPdf:
    """A PDF file that is open."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self.pages = self._list_pages()

    def title(self) -> str:
        """The title in its properties; empty where it only names a file."""
        for info in self._document.info:
            found = resolve1(info.get("Title"))
            if isinstance(found, bytes):
                return " ".join(decode_text(found).split())[:_MAX_TITLE]
        return ""

    def is_xfa(self) -> bool:
        """Whether it is a form that only Adobe's own programs show."""
        form = resolve1(self._document.catalog.get("AcroForm"))
        return isinstance(form, dict) and "XFA" in form

    def _list_pages(self) -> list[PDFPage]:
        pages = []
        for page in PDFPage.create_pages(self._document):
            pages.append(page)
            if len(pages) > MAX_PAGES:
                raise too_much(f"it has more than {MAX_PAGES} pages")
        if any(max(map(abs, page.mediabox)) > MAX_SIDE for page in pages):
            raise too_much("a page of it is more than five metres wide or high")
        return pages


@contextmanager
def open_pdf(path: Path) -> Iterator[OpenPdf]:
    """Open a PDF file; UnreadableError for one that is protected, damaged or too large."""
    if path.stat().st_size > MAX_FILE:
        raise too_much(f"it has more than {MAX_FILE // 1_000_000} million bytes")
    with path.open("rb") as file:
        _check_bytes(file.read())
        file.seek(0)
        with explain_errors():
            opened = OpenPdf(PDFDocument(GuardedParser(file)))
            if not opened.pages:
                raise damaged_pdf()
            yield opened


def _check_bytes(data: bytes) -> None:
    """Refuse what is no PDF file, and what would take pdfminer minutes to look through."""
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("this is not a PDF file", "open it in the program that made it, and save it again")
    if data.count(b" obj") > MAX_OBJECTS or data.count(b"00000 n") > MAX_OBJECTS:
        raise too_much(f"it has more than {MAX_OBJECTS:,} objects")
    if data.count(b"\n") + data.count(b"\r") > MAX_LINES:
        raise damaged_pdf()
    check_nesting(data)


@contextmanager
def explain_errors() -> Iterator[None]:
    """Whatever pdfminer raises about a broken file, in words for people."""
    try:
        yield
    except UnreadableError:
        raise
    except PDFPasswordIncorrect:
        raise UnreadableError(
            "this PDF file is protected by a password", "save a copy without the password, or ask for the Word file"
        ) from None
    except PDFEncryptionError:
        raise UnreadableError(
            "this PDF file is protected in a way that cannot be read here",
            "save a copy without protection, or ask for the Word file",
        ) from None
    except Exception:  # noqa: BLE001 - pdfminer checks little: a broken file raises any of thirty kinds of error
        raise damaged_pdf() from None


def plain(found: Any) -> Any:  # noqa: ANN401 - whatever the file holds
    """An object itself where the file refers to it."""
    return resolve1(found)
