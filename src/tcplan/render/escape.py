"""Escapes addresses, so that they are never read as markup."""

import re
from functools import cache
from urllib.parse import quote

from tcplan.values.plain_text import clean, entity_pattern


def link_target(url: str) -> str:
    """An address for HTML and Markdown, with the characters that an address cannot have percent-encoded."""
    return quote(url, safe="/:?#@!$&'*+,;=%~._-[]", encoding="utf-8", errors="replace")


def markdown_target(url: str) -> str:
    """An address for the brackets of a Markdown link and the cell of a table."""
    return (
        entity_pattern()
        .sub(r"\\&", link_target(url))
        .replace("[", "%5B")
        .replace("]", "%5D")
        .replace("*", "%2A")
        .replace("_", "\\_")
    )


@cache
def _css_pattern() -> re.Pattern[str]:
    """What is not surely a plain character inside a string of a style sheet that is inside a page."""
    return re.compile(r"[^\w .,;()/+-]")


def css_text(text: str) -> str:
    """A text for a string of a style sheet, on one line: no character in it can end the string or the sheet."""
    return _css_pattern().sub(lambda found: f"\\{ord(found[0]):x} ", " ".join(clean(text).split()))


@cache
def _command_pattern() -> re.Pattern[str]:
    return re.compile(r"^(\s*):(?=:)|#(?=#\w*\[)", re.MULTILINE)


def html_without_commands(text: str) -> str:
    """A page that reads the same, and in which a CI service that prints it into a log finds no command."""
    if "::" not in text and "##" not in text:
        return text
    return _command_pattern().sub(lambda found: "&#35;" if found[1] is None else f"{found[1]}&#58;", text)


def refuse_surrogates(text: str) -> str:
    """The text; raises UnicodeError where it has half a character, which cannot be written."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        half = ord(error.object[error.start])
        raise UnicodeError(f"it makes half of a character (U+{half:04X}), which no file can hold") from None
    return text
