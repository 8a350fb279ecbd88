"""Writing a text so that YAML reads it back as it is."""

import re
from typing import Final

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_INVISIBLE = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_NEEDS_ESCAPE = re.compile(rf'[\\"{_INVISIBLE}]')
_NEEDS_DOUBLE = re.compile(f"[{_INVISIBLE}]")

NULL_WORDS: Final = ("~", "null", "Null", "NULL")
"""Plain words that mean nothing to YAML."""

_ODD_START = re.compile(r"[\s?:,\[\]{}#&*!|>'\"%@`~=<]|-(?![0-9A-Za-z])|\.\.\.")
_ENDS_VALUE = re.compile(r":(?=\s|$)|\s#|[\s'\"]$")
_ENDS_VALUE_IN_BRACKETS = re.compile(r"[,\[\]{}:#?]|[\s'\"]$")
"""A quote at the end is none of YAML's, but looks as if one had been lost at the beginning."""


def quoted(text: str) -> str:
    """The text in quotes, single ones where that saves escapes, so that it stays on one line."""
    if not _NEEDS_ESCAPE.search(text):
        return f'"{text}"'
    if "'" not in text and not _NEEDS_DOUBLE.search(text):
        return f"'{text}'"
    return '"' + _NEEDS_ESCAPE.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), text) + '"'


def as_scalar(text: str, *, in_brackets: bool = False) -> str:
    """The text as a value or key on one line: plain, or in quotes where it must be.

    `in_brackets` is for a value inside `[]` or `{}`, where a comma or a bracket would end it.
    """
    ends = _ENDS_VALUE_IN_BRACKETS if in_brackets else _ENDS_VALUE
    plain = text and text not in NULL_WORDS and not (_ODD_START.match(text) or ends.search(text))
    return text if plain and not _NEEDS_DOUBLE.search(text) else quoted(text)
