"""The parser of Markdown: CommonMark and tables; HTML is text."""

from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline, backtick, image, link
from markdown_it.token import Token
from markdown_it.utils import EnvType

from tcplan.markdown.cost import is_costly

DEEPEST: Final = 40
"""Markdown that is nested deeper than this is read as plain text; `cost.py` has the other reasons."""

__all__ = ["Token", "Typed", "parse", "parser"]

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
    markdown.inline.ruler.at("link", _with_place(link, "link_open"))
    markdown.inline.ruler.at("image", _with_place(image, "image"))
    markdown.inline.ruler.at("backticks", _with_place(backtick, "code_inline"))
    return markdown


def parse(text: str, env: EnvType | None = None) -> list[Token]:
    """The tokens of a text; `env` receives the addresses that it defines by name, as markdown-it hands them out."""
    if is_costly(text):
        return MarkdownIt("zero").parse(text)
    tokens = parser().parse(text, env)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        return MarkdownIt("zero").parse(text)
    return tokens


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
