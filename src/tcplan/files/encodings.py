"""Encodings that a file may have by mistake, by the bytes that it begins with."""

from typing import Final

_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
"""Byte order marks, the longer ones first: that of UTF-32 begins like that of UTF-16."""

_ZEROS: Final = {"zzzt": "UTF-32", "tzzz": "UTF-32", "ztzt": "UTF-16", "tztz": "UTF-16"}
"""Which of the first four bytes are zero, and which text, where the first letters are Latin and there is no mark."""


def foreign_encoding(data: bytes) -> str:
    """The name of the encoding, where the bytes are text, but surely not UTF-8; else nothing."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    return _ZEROS.get("".join("t" if byte else "z" for byte in data[:4]), "")
