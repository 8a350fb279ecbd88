"""Text from a plan made harmless to print: it may hold anything, and comes out as text."""

import re
from functools import cache


@cache
def _marks_pattern() -> re.Pattern[str]:
    return re.compile(r"[\\`*_\[\]<>|~#]")


@cache
def entity_pattern() -> re.Pattern[str]:
    """What Markdown and HTML read as the beginning of a character reference."""
    return re.compile(r"&(?=#?\w+;)")


@cache
def _at_start_pattern() -> re.Pattern[str]:
    return re.compile(r"^([-+=:])")


@cache
def _numbered_pattern() -> re.Pattern[str]:
    return re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


@cache
def _control_pattern() -> re.Pattern[str]:
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
    )


def clean(text: str) -> str:
    """The text with every control character (terminal escapes, direction overrides) shown as its code.

    Line breaks and tabs stay: they are layout, and each output decides what to do with them.
    """
    return _control_pattern().sub(
        lambda found: f"<U+{ord(found[0]):04X}>", text.replace("\r\n", "\n").replace("\r", "\n")
    )


def one_line(text: str) -> str:
    """The text, cleaned, on one line."""
    return " ".join(clean(text).split())


def file_name(name: str) -> str:
    """The name of a file on one line; its spaces stay, so that it still opens the file."""
    return clean(name).replace("\n", "<U+000A>").replace("\t", "<U+0009>")


def markdown_text(text: str) -> str:
    """A text on one line of Markdown: nothing in it is markup, wherever in a line it is put."""
    escaped = markdown_inline(one_line(text))
    return _numbered_pattern().sub(r"\1\\\2", _at_start_pattern().sub(r"\\\1", escaped))


def markdown_inline(text: str) -> str:
    """The text with a backslash before each character that Markdown or its tables could read as markup in a line."""
    return entity_pattern().sub(r"\\&", _marks_pattern().sub(r"\\\g<0>", text))
