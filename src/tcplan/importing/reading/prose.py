"""Text of a document as Markdown that shows what the document shows."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from tcplan.importing.document import SourceLink
from tcplan.importing.found import Words
from tcplan.importing.reading.fragments import FragmentLine, lines_of
from tcplan.values.plain_text import clean, markdown_text

_LONGEST: Final = 3_000
"""A longer line is not tried as it is: its signs are escaped."""


@cache
def _sign_pattern() -> re.Pattern[str]:
    """What may be a sign of Markdown or HTML; a text without it is shown as it is."""
    return re.compile(r"[\\`*_\[\]<>|~#&]|^\s*(?:[-+=:]|[0-9]{1,9}[.)](?:\s|$))|://|  $", re.MULTILINE)


@cache
def _plain_target_pattern() -> re.Pattern[str]:
    """An address that can stand in a link of Markdown without signs around it."""
    return re.compile(r"(?:https?://|mailto:)[^\s<>()\[\]\\]+")


def as_markdown(words: Words) -> str:
    """Some words as Markdown: a paragraph for each line, and items where the document has items."""
    return lines_as_markdown(lines_of(words))


def lines_as_markdown(lines: Iterable[FragmentLine]) -> str:
    """Lines as Markdown."""
    text, was_item = "", False
    for line in lines:
        shown = _with_links(text_as_markdown(line.text), line.links)
        if line.is_heading and not line.depth:
            shown = f"## {shown}"
        elif line.depth:
            shown = f"{'  ' * (line.depth - 1) if was_item else ''}- {shown}"
        text += ("\n" if was_item and line.depth else "\n\n") if text else ""
        text, was_item = text + shown, line.depth > 0
    return text


def text_as_markdown(text: str) -> str:
    """One line of text as Markdown; signs are escaped only where they would not be shown."""
    line = " ".join(clean(text).split())
    if _sign_pattern().search(line) is None or _is_shown_as_it_is(line):
        return line
    return markdown_text(line)


def _is_shown_as_it_is(line: str) -> bool:
    from tcplan.markdown.parser import parse  # noqa: PLC0415 (most documents have no such signs)

    if len(line) > _LONGEST or re.search(r"[<\\`|]|\]\(|&#?\w+;", line):
        return False
    tokens = parse(line)
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return False
    children = tokens[1].children or []
    return all(child.type == "text" for child in children) and "".join(child.content for child in children) == line


def _with_links(text: str, links: Iterable[SourceLink]) -> str:
    """A text with its links, where their words are in it as they are."""
    for link in links:
        shown = text_as_markdown(link.text)
        if not shown or link.text == link.url or not _plain_target_pattern().fullmatch(link.url):
            continue
        before, found, after = text.partition(shown)
        if found and not before.endswith("["):
            text = f"{before}[{shown}]({link.url}){after}"
    return text
