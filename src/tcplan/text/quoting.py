"""Writing a text so that YAML reads it back as it is."""

import re

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NEEDS_ESCAPE = re.compile(r'[\\"\n\t\r\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')


def quoted(text: str) -> str:
    """The text in quotes, single ones where that saves escapes, so that it stays on one line."""
    if not _NEEDS_ESCAPE.search(text):
        return f'"{text}"'
    if "'" not in text and not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", text):
        return f"'{text}'"
    return '"' + _NEEDS_ESCAPE.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), text) + '"'


_PLAIN = re.compile(r"[A-Za-z](?:[\w &'’.,()/-]*[\w.)])?")


def as_scalar(text: str) -> str:
    """The text as a value in block style: plain where that is beyond doubt, else in quotes."""
    return text if _PLAIN.fullmatch(text) and text.lower() != "null" else quoted(text)
