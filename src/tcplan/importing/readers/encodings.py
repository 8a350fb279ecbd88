"""The text in a file, whatever wrote it: a byte order mark, strict UTF-8, UTF-16 without a mark, else Windows-1252."""

import codecs
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from tcplan.importing.document import UnreadableError
from tcplan.importing.readers.archive import too_large

MAX_TEXT: Final = 32_000_000
"""The number of bytes of a text, which no plan comes near."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN: Final = frozenset(
    {"iso-8859-1", "latin-1", "latin1", "iso8859-1", "us-ascii", "ascii", "windows-1252", "cp1252"}
)
_SAMPLE: Final = 4096
_ZERO_SHARE: Final = 0.3
"""Text in UTF-16 is half zeros where it is in English; text in any other encoding has none."""


def read_text_file(path: Path) -> str:
    """The text of a file, with line ends of one kind."""
    return decode_text(read_bytes(path)).replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of text; UnreadableError where there are more than a plan can have."""
    with path.open("rb") as file:
        content = file.read(MAX_TEXT + 1)
    if len(content) > MAX_TEXT:
        raise too_large("it is larger than a plan can be")
    return content


def decode_text(content: bytes, declared: str = "") -> str:
    """The text that bytes stand for; `declared` is what the file says of itself, and is believed last.

    UnreadableError for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(encoding, "replace"))
    if encoding := _guess_wide(content[:_SAMPLE]):
        return _checked(content.decode(encoding, "replace"))
    if b"\0" in content[:_SAMPLE]:
        raise _no_text()
    return _checked(next(text for text in _narrow_texts(content, declared.strip().lower()) if text is not None))


def _narrow_texts(content: bytes, declared: str) -> Iterator[str | None]:
    yield _try_decoding(content, "utf-8")
    if declared not in _LATIN and _charset_pattern().fullmatch(declared):
        yield _try_decoding(content, declared)
    yield content.decode("latin-1").translate(_windows_table())


def _try_decoding(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _guess_wide(sample: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte is zero."""
    if len(sample) < len("ab") * 2:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _ZERO_SHARE and even < _ZERO_SHARE / 10:
        return "utf-16-le"
    return "utf-16-be" if even > _ZERO_SHARE and odd < _ZERO_SHARE / 10 else ""


def _checked(text: str) -> str:
    """The text, unless it is full of characters that no text has."""
    sample = text[:_SAMPLE]
    controls = sum(one < " " and one not in "\t\n\r\f\v" for one in sample)
    if controls > len(sample) / 20:
        raise _no_text()
    return text


def _no_text() -> UnreadableError:
    return UnreadableError(
        "this file is not a text", "open it in the program that made it and save it as .docx, .xlsx, .csv or .txt"
    )


@cache
def _charset_pattern() -> re.Pattern[str]:
    # Python has codecs that are no encodings of texts, and some that take the square of the length.
    return re.compile(r"(iso-?8859-|windows-|cp|koi8-|mac|big5|gb|shift|euc)[a-z0-9_-]{0,12}")


@cache
def _windows_table() -> dict[int, str]:
    """What Windows-1252 has in the places that Latin-1 leaves to controls; five of them it leaves empty too."""
    codes = {code: bytes([code]).decode("windows-1252", "ignore") for code in range(0x80, 0xA0)}
    return {code: text for code, text in codes.items() if text}
