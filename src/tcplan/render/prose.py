"""Prose of a plan, which is Markdown, as HTML and as Markdown inside another document."""

from functools import cache
from typing import Final

import nh3
from markupsafe import Markup, escape

from tcplan.markdown.parser import Token, parser
from tcplan.render.plain_prose import is_plain, plain_html
from tcplan.render.tokens import prose_tokens
from tcplan.values.plain_text import log_lines, one_line
from tcplan.views.documents.parts import Prose

_BLOCKS: Final = frozenset(
    {"paragraph_open", "heading_open", "list_item_open", "blockquote_open", "th_open", "td_open"}
)
_ALLOWED_TAGS: Final = {
    *(
        "a",
        "blockquote",
        "br",
        "code",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "ul",
    ),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
_ALLOWED_ATTRIBUTES: Final = {
    "*": {"dir"},
    "a": {"href"},
    "ol": {"start"},
    "th": {"class", "scope"},
    "td": {"class"},
}

CODE: Final = frozenset({"fence", "code_block", "code_inline"})


@cache
def _cleaner() -> nh3.Cleaner:
    """What cleans HTML; to make it takes longer than to clean a paragraph."""
    return nh3.Cleaner(
        tags=_ALLOWED_TAGS,
        attributes=_ALLOWED_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )


def prose_html(prose: Prose) -> Markup:
    """The prose as HTML that is safe and closes all its tags, whatever was typed."""
    if is_plain(prose.text):
        return Markup(f'<p dir="auto">{plain_html(prose.text)}</p>')  # noqa: S704 (made of words alone)
    return parsed_html(prose)


def parsed_html(prose: Prose) -> Markup:
    """The same for any prose: it is parsed, and the HTML that is made of it is cleaned."""
    tokens = prose_tokens(prose.text, prose.below)
    for token in tokens:
        _set_attributes(token)
    markdown = parser()
    raw = markdown.renderer.render(tokens, markdown.options, {})
    safe = _cleaner().clean(raw)
    caption = f"<caption>Table: {escape(one_line(prose.subject))}</caption>"
    opened = f'<div class="wide" role="region" aria-label="Table" tabindex="0"><table>{caption}'
    framed = safe.strip().replace("<table>", opened).replace("</table>", "</table></div>")
    return Markup(framed)  # noqa: S704 (cleaned above)


def prose_markdown(prose: Prose) -> Markup:
    """The prose as Markdown that cannot open or close anything in the document around it."""
    if is_plain(prose.text):
        return Markup(prose.text.rstrip())  # noqa: S704 (no sign in it but asterisks is one of Markdown)
    return parsed_markdown(prose)


def prose_in_cell(prose: Prose) -> Markup:
    """The prose as the content of one cell of a Markdown table: its paragraphs and list items follow each other."""
    if is_plain(prose.text):
        return Markup(" ".join(prose.text.split()))  # noqa: S704 (no sign in it but asterisks is one of Markdown)
    from tcplan.render.markdown_writer import write_cell  # noqa: PLC0415 (mdformat is not needed for HTML)

    return Markup(write_cell(prose_tokens(prose.text, prose.below)))  # noqa: S704 (escaped by the writer)


def parsed_markdown(prose: Prose) -> Markup:
    """The same for any prose: it is parsed, and written from its tokens."""
    from tcplan.render.markdown_writer import write_markdown  # noqa: PLC0415 (mdformat is not needed for HTML)

    tokens = prose_tokens(prose.text, prose.below)
    for block in tokens:
        for token in (block, *(block.children or ())):
            if token.type in CODE:
                token.content = log_lines(token.content)  # nothing in code can be escaped
    return Markup(write_markdown(tokens, prose.text))  # noqa: S704 (escaped by the writer)


def _set_attributes(token: Token) -> None:
    """The direction of each block from its own text; columns that are named; alignment as a class."""
    if token.type in _BLOCKS:
        token.attrSet("dir", "auto")
    if token.type in ("th_open", "td_open"):
        style = str(token.attrs.pop("style", ""))
        if style.endswith("right"):
            token.attrSet("class", "number")
    if token.type == "th_open":
        token.attrSet("scope", "col")
