"""Prose of a plan on a terminal: its paragraphs and list items, wrapped; the marks of its Markdown stay as typed."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.terminal.page import Page


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")


def add_prose(out: Page, text: str | None, *, indent: int, style: str = "") -> None:
    """Add a text, if there is one; a line that begins an item of a list stays the beginning of a line."""
    for paragraph in paragraphs(text or ""):
        out.paragraph(out.screen.fit(paragraph), indent=indent, style=style)


def paragraphs(text: str) -> Iterator[str]:
    """The parts of a text that are wrapped by themselves."""
    lines: list[str] = []
    for line in (*text.splitlines(), ""):
        if lines and (not line.strip() or _item_pattern().match(line)):
            yield " ".join(lines)
            lines = []
        if line.strip():
            lines.append(line.strip())
