"""Prose of a plan on a terminal: its paragraphs and list items, wrapped; the marks of its Markdown stay as typed."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.terminal.page import Page


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:[-*+]|\d{1,3}[.)])\s")


def add_prose(out: Page, text: str | None, *, indent: int, style: str = "", spaced: bool = False) -> None:
    """Add a text, if there is one; `spaced` keeps the empty lines between its paragraphs.

    A line that begins an item of a list stays the beginning of a line.
    """
    for number, paragraph in enumerate(paragraphs(text or "")):
        if spaced and number:
            out.blank()
        for part in _parts(paragraph):
            out.paragraph(out.screen.fit(part), indent=indent, style=style)


def paragraphs(text: str) -> Iterator[list[str]]:
    """The lines of each paragraph."""
    lines: list[str] = []
    for line in (*text.splitlines(), ""):
        if line.strip():
            lines.append(line.strip())
        elif lines:
            yield lines
            lines = []


def _parts(lines: list[str]) -> Iterator[str]:
    """The lines of a paragraph joined, but for those that begin an item."""
    part = lines[0]
    for line in lines[1:]:
        if _item_pattern().match(line):
            yield part
            part = line
        else:
            part = f"{part} {line}"
    yield part
