"""The files of a site as bytes."""

from collections.abc import Iterable
from pathlib import Path

from tcplan.render.documents import render_document
from tcplan.render.record import DocumentRecord, with_record
from tcplan.views.site.pages import SiteFile


def render_site(files: Iterable[SiteFile], root: Path) -> dict[str, bytes]:
    """The content of each file by its path in the site; templates of the workspace at `root` replace those of tcplan.

    Raises: UsageError where such a template has a mistake, RefusedError where it may not be read or takes too much.
    """
    return {one.path: _content(one, root) for one in files}


def _content(one: SiteFile, root: Path) -> bytes:
    if isinstance(one.content, str):
        return one.content.encode()
    rendered = render_document(one.content, one.to, root, one.templates)
    if one.origin:
        what, file, day, was_asked = one.origin
        rendered = with_record(rendered, DocumentRecord(what, file, day.isoformat(), was_asked, public=True))
    return bytes(rendered)
