"""The parser of Markdown: CommonMark and tables, HTML is text; with what people paste and type beside it.

Pasted lists are lists, bare addresses are links, and comments are nothing.
"""

from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline, backtick, image, link, text
from markdown_it.token import Token
from markdown_it.utils import EnvType

from tcplan.markdown.addresses import BareAddress, bare_addresses
from tcplan.markdown.comments import without_comments
from tcplan.markdown.cost import is_costly
from tcplan.markdown.pasted_lists import mark_lists

DEEPEST: Final = 40
"""Markdown that is nested deeper than this is read as plain text; `cost.py` has the other reasons."""

_ADDRESSES: Final = "addresses"
"""The key of the environment of a parser with the bare addresses of its paragraph."""

__all__ = ["Token", "Typed", "as_printed", "parse", "parser"]

_Rule = Callable[[StateInline, bool], bool]


class Typed(NamedTuple):
    """Where in its paragraph a link, an image or code was typed, as offsets; `label` is the end of its label."""

    start: int
    label: int
    end: int


@cache
def parser() -> MarkdownIt:
    """The parser; its tokens for links, images and code have their place in the paragraph as `meta["typed"]`."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table")
    markdown.inline.ruler.at("text", _text_before_address)
    markdown.inline.ruler.before("text", "bare_address", _bare_address)
    markdown.inline.ruler.at("link", _with_place(link, "link_open"))
    markdown.inline.ruler.at("image", _with_place(image, "image"))
    markdown.inline.ruler.at("backticks", _with_place(backtick, "code_inline"))
    return markdown


def parse(typed: str, env: EnvType | None = None) -> list[Token]:
    """The tokens of a text; `env` receives the addresses that it defines by name, as markdown-it hands them out."""
    written = as_printed(typed)
    if is_costly(written):
        return MarkdownIt("zero").parse(written)
    tokens = parser().parse(written, env)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        return MarkdownIt("zero").parse(written)
    return tokens


def as_printed(text: str) -> str:
    """The Markdown that a document has of a text: without its comments, and with pasted lists as lists."""
    return mark_lists(without_comments(text)[0]).text


def _address_at(state: StateInline) -> BareAddress | None:
    """The first bare address that begins at the place of the parser or later; all are looked for once."""
    known = state.env.setdefault(_ADDRESSES, {})
    if state.src not in known:
        known.clear()  # the paragraph before
        found = [*bare_addresses(state.src)]
        known[state.src] = ([one.start for one in found], found)
    starts, found = known[state.src]
    number = bisect_left(starts, state.pos)
    return found[number] if number < len(found) and state.linkLevel == 0 else None


def _text_before_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it calls it so)
    """The rule for text, which ends where an address begins."""
    start, following = state.pos, _address_at(state)
    if not text(state, silent=True):
        return False
    state.pos = min(state.pos, following.start) if following else state.pos
    if not silent:
        state.append_pending(state.src[start : state.pos])
    return state.pos > start


def _bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it calls it so)
    """A rule that makes a bare address a link, with the address as its words."""
    found = _address_at(state)
    if found is None or found.start != state.pos:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": found.href}
        state.push("text", "", 0).content = found.words
        state.push("link_close", "a", -1)
    state.pos = found.end
    return True


def _with_place(rule: _Rule, kind: str) -> _Rule:
    """A rule of markdown-it that also records where the token of this kind was typed.

    The tokens themselves know only the lines of their paragraph.
    """

    def rule_with_place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it calls it so)
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        # Text that was pending becomes a token first, and an unmatched backquote makes none.
        token = None if silent else next((one for one in state.tokens[count:] if one.type == kind), None)
        if token is not None:
            opened = state.src.find("[", start, state.pos)
            label = parseLinkLabel(state, opened) + 1 if kind != "code_inline" else state.pos
            token.meta = {"typed": Typed(start, label, state.pos)}
        return True

    return rule_with_place
