"""The links and images of a text as they were typed, and the text without its code.

Loading the parser takes longer than checking a plan, so a text is parsed only if it may have something to find.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it.token import Token


class Link(NamedTuple):
    """A link or image: its label, and the label with the brackets around it, both as they were typed."""

    label: str
    written: str
    is_image: bool


@cache
def _brackets_pattern() -> re.Pattern[str]:
    """What may be a label: words in brackets, without other brackets except those after a backslash."""
    return re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)


def links_labelled(text: str, is_meant: Callable[[str], bool]) -> Iterator[Link]:
    """The links and images whose label `is_meant` accepts, in the order of the text.

    An address that is a link by itself has no label. Only a text with such a label in brackets is parsed.
    """
    if "[" in text and any(map(is_meant, _brackets_pattern().findall(text))):
        yield from (link for link in _links(text) if is_meant(link.label))


def without_code(text: str) -> str:
    """The text without its code, in which nothing is a link; paragraphs and cells are separate.

    Only the addresses that a text defines by name are moved, to its end.
    """
    if not _may_hold_code(text):
        return text
    from tcplan.markdown.parser import parse  # noqa: PLC0415 (slow to import, and few texts need it)

    env: dict[str, dict[str, dict[str, str]]] = {}
    paragraphs = [_without_spans(token) for token in parse(text, env) if token.type == "inline"]
    return "\n\n".join([*paragraphs, *(one["href"] for one in env.get("references", {}).values())])


def _links(text: str) -> Iterator[Link]:
    from tcplan.markdown.parser import parse  # noqa: PLC0415 (as above)

    for paragraph in parse(text):
        for token in paragraph.children or []:
            if token.type in ("link_open", "image") and "typed" in token.meta:
                typed = token.meta["typed"]
                written = paragraph.content[typed.start : typed.label]
                yield Link(written.removeprefix("!")[1:-1], written, token.type == "image")


def _may_hold_code(text: str) -> bool:
    return "`" in text or "~~~" in text or "    " in text or "\t" in text


def _without_spans(paragraph: "Token") -> str:
    """The words of a paragraph, with a space in the place of each span of code."""
    parts, end = [], 0
    for token in paragraph.children or []:
        if token.type == "code_inline":
            typed = token.meta["typed"]
            parts.append(paragraph.content[end : typed.start])
            end = typed.end
    return " ".join([*parts, paragraph.content[end:]])
