"""The links of a page: areas, and the addresses that they lead to. Nothing is fetched."""

from collections.abc import Iterator
from typing import Final

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from tcplan.importing.readers.pdf.marks import Box, LinkArea

_MAX_LINKS: Final = 500
_MAX_URL: Final = 2000


def read_links(page: PDFPage, height: float) -> Iterator[LinkArea]:
    """The links of a page whose top is at `height`."""
    found = resolve1(page.annots)
    for reference in found[:_MAX_LINKS] if isinstance(found, list) else []:
        note = resolve1(reference)
        action = resolve1(note.get("A")) if isinstance(note, dict) else None
        url = resolve1(action.get("URI")) if isinstance(action, dict) else None
        box = [resolve1(number) for number in resolve1(note.get("Rect")) or []] if isinstance(note, dict) else []
        if isinstance(url, bytes) and len(box) == 4 and all(isinstance(one, int | float) for one in box):  # noqa: PLR2004
            address = url.decode("utf-8", "replace").strip()[:_MAX_URL]
            yield LinkArea(_place(page, box, height), address)


def _place(page: PDFPage, box: list[float], height: float) -> Box:
    left, low = page.mediabox[0], page.mediabox[1]
    x0, x1 = sorted((box[0] - left, box[2] - left))
    y0, y1 = sorted((box[1] - low, box[3] - low))
    if page.rotate == 90:  # noqa: PLR2004 - degrees
        return Box(y0, x0, y1, x1)
    if page.rotate == 270:  # noqa: PLR2004
        wide = page.mediabox[3] - low
        tall = page.mediabox[2] - left
        return Box(wide - y1, tall - x1, wide - y0, tall - x0)
    return Box(x0, height - y1, x1, height - y0)
