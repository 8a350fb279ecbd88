"""Text from a plan made harmless to print: it may hold anything, and comes out as text."""

import re
from functools import cache
from typing import Final

_AT_START: Final = ("-", "+", "=", ":")
"""What begins a list, or makes a heading of the line above it, at the start of a line."""


@cache
def _marks_pattern() -> re.Pattern[str]:
    return re.compile(r"[\\`*_\[\]<>|~#]")


@cache
def entity_pattern() -> re.Pattern[str]:
    """What Markdown and HTML read as the beginning of a character reference."""
    return re.compile(r"&(?=#?\w+;)")


@cache
def _numbered_pattern() -> re.Pattern[str]:
    return re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


@cache
def _control_pattern() -> re.Pattern[str]:
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
    )


@cache
def _command_pattern() -> re.Pattern[str]:
    """The character to show as its code, so that a line is no command for the CI service whose log it is in.

    GitHub reads `::name::` at the start of a line, after any white space, and `##[name]` anywhere in one. Azure reads
    `##vso[name]`, TeamCity `##teamcity[name]`.
    """
    return re.compile(rf"^(?P<space>[^\S\n]*):(?=:)|{_logging_pattern().pattern}", re.MULTILINE)


@cache
def _logging_pattern() -> re.Pattern[str]:
    return re.compile(r"#(?=#\w*\[)")


def clean(text: str) -> str:
    """The text with every control character (terminal escapes, direction overrides) shown as its code.

    Line breaks and tabs stay: they are layout, and each output decides what to do with them.
    """
    if text.isprintable():  # most texts; no control character is
        return text
    return _control_pattern().sub(_shown, text.replace("\r\n", "\n").replace("\r", "\n"))


def log_lines(text: str) -> str:
    """Lines of text for a terminal or a log, cleaned; none of them is a command for a CI service."""
    return without_commands(clean(text))


def one_line(text: str) -> str:
    """The text on one line of a terminal or a log, cleaned."""
    return without_commands(" ".join(clean(text).split()))


def file_name(name: str) -> str:
    """The name of a file on one line; its spaces stay, so that it still opens the file."""
    return log_lines(name.replace("\r", "<U+000D>").replace("\n", "<U+000A>").replace("\t", "<U+0009>"))


def shown_characters(line: str) -> list[str]:
    """For each character of a line what is shown for it inside a line of a log, so that columns can be counted."""
    if line.isascii() and line.isprintable() and "##" not in line:
        return list(line)
    commands = {found.start() for found in _logging_pattern().finditer(line)}
    return ["<U+0023>" if at in commands else " " if char in "\t\r\n" else clean(char) for at, char in enumerate(line)]


def json_escaped(text: str) -> str:
    """JSON with control characters, and what a CI service would take for a command, as escapes: it means the same."""
    escaped = _control_pattern().sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return _logging_pattern().sub("\\\\u0023", escaped) if "##" in escaped else escaped


def without_commands(text: str) -> str:
    """Lines that are cleaned already, none of them a command for a CI service."""
    return _command_pattern().sub(_broken, text) if "::" in text or "##" in text else text


def _shown(found: re.Match[str]) -> str:
    return f"<U+{ord(found[0]):04X}>"


def _broken(found: re.Match[str]) -> str:
    space = found["space"]
    return "<U+0023>" if space is None else f"{space}<U+003A>"


def markdown_text(text: str) -> str:
    """A text on one line of Markdown: nothing in it is markup, wherever in a line it is put."""
    escaped = markdown_inline(" ".join(clean(text).split()))
    if escaped.startswith(_AT_START):
        return f"\\{escaped}"
    return _numbered_pattern().sub(r"\1\\\2", escaped) if escaped[:1].isdecimal() else escaped


def markdown_inline(text: str) -> str:
    """The text with a backslash before each character that Markdown or its tables could read as markup in a line."""
    escaped = _marks_pattern().sub(r"\\\g<0>", text) if _marks_pattern().search(text) else text  # most texts have none
    return entity_pattern().sub(r"\\&", escaped) if "&" in escaped else escaped
