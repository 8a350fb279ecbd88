"""Plain text and addresses, so that they come out as they are and never as markup."""

import re
from typing import Final
from urllib.parse import quote

from tcplan.clean import one_line

_MARKS: Final = re.compile(r"[\\`*_\[\]<>|~#]")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_AT_START: Final = re.compile(r"^([-+=:])")
_NUMBERED: Final = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def markdown_text(text: str) -> str:
    """A text on one line of Markdown: nothing in it is markup, wherever in a line it stands."""
    escaped = markdown_inline(one_line(text))
    return _NUMBERED.sub(r"\1\\\2", _AT_START.sub(r"\\\1", escaped))


def markdown_inline(text: str) -> str:
    """Every character that Markdown or its tables could read as markup inside a line, behind a backslash."""
    return _ENTITY.sub(r"\\&", _MARKS.sub(r"\\\g<0>", text))


def link_target(url: str) -> str:
    """An address with what no address holds in plain form percent-encoded; fit for HTML and Markdown."""
    return quote(url, safe="/:?#@!$&'*+,;=%~._-[]", encoding="utf-8", errors="replace")


def markdown_target(url: str) -> str:
    """An address as it may stand in the brackets of a Markdown link or in the cell of a table."""
    return (
        _ENTITY.sub(r"\\&", link_target(url))
        .replace("[", "%5B")
        .replace("]", "%5D")
        .replace("*", "%2A")
        .replace("_", "\\_")
    )
