"""Opens a document of any kind: chooses its reader, by content first."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from tcplan.importing.document import SourceDocument
from tcplan.importing.readers.file_kinds import DocumentKind, recognise
from tcplan.importing.readers.pasted_markdown import without_pasted_marks
from tcplan.importing.readers.unreadable_kinds import FOLDER, FORBIDDEN, MISSING, NO_FILE

Progress = Callable[[int, int], None]

_READERS: Final = {
    DocumentKind.WORD: ("word.document", "read_word"),
    DocumentKind.EXCEL: ("excel.workbook", "read_excel"),
    DocumentKind.OLD_EXCEL: ("old_excel", "read_old_excel"),
    DocumentKind.PDF: ("pdf.reader", "read_pdf"),
    DocumentKind.HTML: ("html.reader", "read_html"),
    DocumentKind.DELIMITED: ("delimited", "read_delimited"),
    DocumentKind.TEXT: ("text.reader", "read_text"),
}
"""The module and the function that read a kind of document. A reader is loaded when its first document comes."""


def open_document(path: Path, progress: Progress | None = None) -> SourceDocument:
    """The document in a file; `progress` hears of the pages of a long one that are read, and of how many there are.

    Raises: UnreadableError, which says what the file is and what to do, where there is no document to read.
    """
    try:
        _check_file(path)
        kind = recognise(path)
        module, function = _READERS[kind]
        read = getattr(import_module(f"{__package__}.{module}"), function)
        document = cast("SourceDocument", read(path, progress) if kind is DocumentKind.PDF else read(path))
        return document if kind is DocumentKind.TEXT else without_pasted_marks(document)
    except OSError:
        raise FORBIDDEN.error() from None


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise FOLDER.error()
    if not path.exists():
        raise MISSING.error()
    if not path.is_file():
        raise NO_FILE.error()  # a pipe or a device may never end
