"""Writing a text so that YAML reads it back as it is."""

import re
from functools import cache
from typing import Final

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_INVISIBLE = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"


@cache
def _needs_escape_pattern() -> re.Pattern[str]:
    return re.compile(rf'[\\"{_INVISIBLE}]')


@cache
def _needs_double_pattern() -> re.Pattern[str]:
    return re.compile(f"[{_INVISIBLE}]")


NULL_WORDS: Final = frozenset(("~", "null", "Null", "NULL"))
"""Plain words that mean nothing to YAML."""


@cache
def _odd_start_pattern() -> re.Pattern[str]:
    return re.compile(r"[\s?:,\[\]{}#&*!|>'\"%@`~=<]|-(?![0-9A-Za-z])|\.\.\.")


@cache
def _ends_value_pattern() -> re.Pattern[str]:
    return re.compile(r":(?=\s|$)|\s#|[\s'\"]$")


@cache
def _ends_value_in_brackets_pattern() -> re.Pattern[str]:
    """A quote at the end means nothing to YAML, but looks as if one had been lost at the beginning."""
    return re.compile(r"[,\[\]{}:#?]|[\s'\"]$")


def quoted(text: str) -> str:
    """The text in quotes, single ones where that saves escapes, so that it stays on one line."""
    if not _needs_escape_pattern().search(text):
        return f'"{text}"'
    if "'" not in text and not _needs_double_pattern().search(text):
        return f"'{text}'"
    return (
        '"' + _needs_escape_pattern().sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), text) + '"'
    )


def as_scalar(text: str, *, in_brackets: bool = False) -> str:
    """The text as a value or key on one line: plain, or in quotes where it must be.

    `in_brackets` is for a value inside `[]` or `{}`, where a comma or a bracket would end it.
    """
    ends = _ends_value_in_brackets_pattern() if in_brackets else _ends_value_pattern()
    plain = text and text not in NULL_WORDS and not (_odd_start_pattern().match(text) or ends.search(text))
    return text if plain and not _needs_double_pattern().search(text) else quoted(text)
