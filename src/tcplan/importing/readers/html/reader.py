"""A web page as a document."""

import re
from functools import cache
from pathlib import Path
from typing import Final

from tcplan.importing.document import Block, Remark, SourceDocument, SourcePlace
from tcplan.importing.readers.encodings import decode_text, read_bytes
from tcplan.importing.readers.html.copies import find_copies
from tcplan.importing.readers.html.elements import HtmlElement, parse_html
from tcplan.importing.readers.html.flow import FlowReader
from tcplan.importing.readers.html.note_marks import find_notes
from tcplan.importing.readers.html.page import HtmlPage
from tcplan.importing.readers.html.panels import find_panels
from tcplan.importing.readers.html.site_foot import find_feet, tell_feet
from tcplan.importing.readers.html.spoken_words import find_skip_links
from tcplan.importing.readers.html.styles import PageStyles, read_style_sheet
from tcplan.importing.readers.html.tables import read_table

_HEAD: Final = 4096
_HIDDEN: Final = "parts of the page that a wide screen does not show were not read"
_PANELS: Final = "parts of the page that a tab or a button shows were read too"
_NAVIGATION: Final = "the navigation of the site was not read"


def read_html(path: Path) -> SourceDocument:
    """The document in a web page that was saved as a file. Nothing that it names is fetched."""
    content = read_bytes(path)
    root = parse_html(decode_text(content, _find_charset(content[:_HEAD])))
    page = HtmlPage(read_style_sheet(root))
    page.leave_out(find_skip_links(root))
    page.leave_out(feet := find_feet(root))
    if copies := find_copies(root):
        page.leave_out(copies)
        page.has_hidden = True
    notes = find_notes(root)
    page.hang_notes(notes.marks)
    page.leave_out(notes.notes)
    panels = find_panels(root, page.styles)
    page.show_panels(panels.titles)
    page.leave_out(panels.controls)
    blocks = FlowReader(page, SourcePlace(), read_table).read(root)
    seen = ((page.has_hidden, _HIDDEN), (page.has_navigation, _NAVIGATION), (page.has_panels, _PANELS))
    remarks = (*(Remark(text) for is_seen, text in seen if is_seen), *tell_feet(feet))
    return SourceDocument(path.name, blocks, _find_title(root), remarks)


def read_fragment(text: str, place: SourcePlace) -> tuple[Block, ...]:
    """The blocks of some HTML within another document, such as a cell of text with `<p>` in it."""
    return FlowReader(HtmlPage(PageStyles()), place, read_table).read(parse_html(text))


def _find_charset(head: bytes) -> str:
    """The encoding that a page says it has."""
    found = _charset_pattern().search(head.decode("latin-1"))
    return found[1] if found else ""


def _find_title(root: HtmlElement) -> str:
    title = next((one for one in root.walk() if one.tag == "title"), None)
    return " ".join(title.text().split()) if title else ""


@cache
def _charset_pattern() -> re.Pattern[str]:
    return re.compile(r"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_-]{2,30})", re.IGNORECASE)
