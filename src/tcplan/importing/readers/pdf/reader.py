"""The way into the reader of PDF files: it takes a library that not everybody has installed."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from tcplan.importing.document import SourceDocument, UnreadableError


def read_pdf(path: Path, progress: Callable[[int, int], None] | None = None) -> SourceDocument:
    """The document in a PDF file; UnreadableError for what is none, is too large, or cannot be read here.

    Args:
        path: The file.
        progress: Is called after each page, with the number of pages that were read and of all pages.
    """
    if find_spec("pdfminer") is None:
        raise UnreadableError(
            "reading a PDF file needs an addition to tcplan", 'install it with: pip install "tcplan[pdf]"'
        )
    from tcplan.importing.readers.pdf.document import read_drawn_pdf  # noqa: PLC0415 - only where it is installed

    return read_drawn_pdf(path, progress)
