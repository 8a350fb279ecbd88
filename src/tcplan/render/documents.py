"""A document in one of the formats."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from tcplan.render.environment import make_environment
from tcplan.render.escape import html_without_commands
from tcplan.render.page_policy import guard_page
from tcplan.render.table_widths import with_table_widths
from tcplan.render.workspace_templates import has_templates
from tcplan.views.documents.header import RenderedDocument

HTML: Final = "html"

_BLOCK: Final = 100_000
"""How many characters are put together before they become bytes: a piece of text is one value, or a whole entry."""


def render_document(document: RenderedDocument, to: str, root: Path, templates: str = "") -> bytearray:
    """The document as UTF-8; templates of the workspace at `root` replace those of tcplan.

    They are in the folder named like the format, unless `templates` names another.

    Raises: UsageError where such a template has a mistake, RefusedError where it may not be read or takes too much.
    """
    template = f"{templates or to}/{document.template}.{to}.j2"
    if has_templates(root):
        from tcplan.render.own_process import RenderTask, run_within_limits  # noqa: PLC0415 (most workspaces have none)

        text = run_within_limits(RenderTask(document, to, template, root)).rstrip()
        pieces: Iterable[str] = [_guarded(document, text) if to == HTML else text]
    else:
        environment = make_environment(to, None, document.head.language)
        pieces = environment.get_template(template).generate(doc=document)
    if to == HTML:
        return _encode(_blocks(pieces), html_without_commands)
    return _encode([with_table_widths("".join(pieces))], str)


def _guarded(document: RenderedDocument, text: str) -> str:
    """The text of a template of the workspace: a page that loads and runs nothing but what ours do."""
    script = getattr(document, "script", None)
    return guard_page(text, script.source if script else "")


def _blocks(pieces: Iterable[str]) -> Iterator[str]:
    """The same text in pieces of about the same length."""
    kept, length = [], 0
    for piece in pieces:
        kept.append(piece)
        length += len(piece)
        if length >= _BLOCK:
            yield "".join(kept)
            kept, length = [], 0
    yield "".join(kept)


def _encode(pieces: Iterable[str], finish: Callable[[str], str]) -> bytearray:
    """Finish a text line by line and encode it, with one line break at its end.

    As one string it would take twice as much memory as its bytes, and three times as much while it is put together.
    """
    encoded, begun = bytearray(), ""
    for piece in pieces:
        lines, end, begun = f"{begun}{piece}".rpartition("\n")
        encoded += finish(lines + end).encode()
    encoded += finish(begun).encode()
    while encoded[-1:].isspace():
        del encoded[-1:]
    encoded += b"\n"
    return encoded
