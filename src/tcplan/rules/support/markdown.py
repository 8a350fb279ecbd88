"""The links and images of Markdown, as far as a check needs them; only `render` reads Markdown as a whole."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


@cache
def _fenced_pattern() -> re.Pattern[str]:
    return re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)


@cache
def _code_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!`)(`+)(?!`)[^`].{0,500}?(?<!`)\1(?!`)", re.DOTALL)


@cache
def _link_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\\)(?P<image>!?)\[(?P<text>(?:[^\[\]\\]|\\.)*)\](?=\(|\[)", re.DOTALL)


class Link(NamedTuple):
    """A link or image: its text, and that text with the brackets around it as it is written."""

    text: str
    written: str
    is_image: bool


def without_code(text: str) -> str:
    """The text with what is code blanked out: it is printed as it is, and links nowhere."""
    if "`" not in text and "~~~" not in text:
        return text
    return _code_pattern().sub(_blank, _fenced_pattern().sub(_blank, text))


def links_in(text: str) -> Iterator[Link]:
    """The links and images of a text, in its order."""
    for found in _link_pattern().finditer(without_code(text)) if "[" in text else ():
        yield Link(found["text"], found[0], bool(found["image"]))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
