"""How long a text is, in words and in columns of a terminal, and a text cut to the length of a message."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

MAX_SHOWN: Final = 60
MAX_MESSAGE: Final = 200
"""The number of characters of a text, or of a message with one in it, that are shown; the excerpt shows the rest."""

MAX_QUOTED: Final = 300
MAX_SENTENCE: Final = 1_000
"""The number of characters of a value that a finished message quotes, and of the message: then its middle is cut."""

JOINER: Final = "\u200d"
EMOJI_STYLE: Final = "\ufe0f"
SKIN_TONES: Final = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


_LONG_DASHES: Final = {0x2013: " ", 0x2014: " "}


@cache
def _ideograph_pattern() -> re.Pattern[str]:
    """The signs of Chinese, Japanese and Korean, which are written without blanks: each counts as a word."""
    scripts = r"\u1100-\u11ff\u2e80-\u2fdf\u2ff0-\u2fff\u3001-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
    forms = r"\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
    return re.compile(f"[{scripts}{forms}]")


@cache
def _quoted_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<=`)[^`]{{{MAX_QUOTED + 1},}}(?=`)")


def count_words(text: str) -> int:
    """The number of words of a text as LibreOffice counts them, since a form's limit is checked with a word processor.

    A word is what is between two blanks or long dashes, and a sign that stands alone is one too: `R & D` has three.
    Microsoft Word takes a long dash for a part of a word, or for a word if it stands alone. The text is taken as it is;
    `markdown.word_count` counts what a document shows of Markdown.
    """
    text = text.translate(_LONG_DASHES)
    if text.isascii():
        return len(text.split())
    return len(_ideograph_pattern().sub(" x ", text).split())


def display_width(text: str) -> int:
    """The number of columns of a terminal that a text takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_width_of, _characters(text)))


def _characters(text: str) -> Iterator[str]:
    """The characters as a reader sees them: with their accents, and a joined emoji or a flag as one."""
    character = ""
    for char in text:
        if character and not _continues(character, char):
            yield character
            character = ""
        character += char
    if character:
        yield character


def _continues(character: str, char: str) -> bool:
    """Whether `char` is shown as a part of the character before it."""
    if character[-1] == JOINER:
        return _is_pictograph(character[0]) and _is_pictograph(char)
    if _is_flag_letter(char):
        return len(character) == 1 and _is_flag_letter(character)
    return not _stands_alone(char)


def _width_of(character: str) -> int:
    first = character[0]
    if not _stands_alone(first):
        return 0
    is_emoji = len(character) > 1 and (EMOJI_STYLE in character or _is_flag_letter(first))
    return 2 if is_emoji or unicodedata.east_asian_width(first) in "WF" else 1


def _stands_alone(char: str) -> bool:
    """Whether a character takes columns by itself: neither accents nor signs without a shape do, nor shades of skin."""
    return not (unicodedata.category(char) in ("Mn", "Me", "Cf") or char in SKIN_TONES)


def _is_pictograph(char: str) -> bool:
    return unicodedata.category(char) == "So"


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def shortened(text: str, most: int = MAX_SHOWN) -> str:
    """The text on one line, and after `most` characters an ellipsis."""
    text = " ".join(text.splitlines())
    return text if len(text) <= most else f"{text[:most].rstrip()} ..."


def cut_middle(text: str, most: int) -> str:
    """The text, with an ellipsis in place of its middle if it has more than `most` characters."""
    if len(text) <= most:
        return text
    begin = most * 2 // 3
    return f"{text[:begin]} ... {text[len(text) - most + begin :]}"


def cut_sentence(text: str) -> str:
    """A message with the middle cut out of each long value in it, and out of what is still too long.

    A message may quote whatever a file holds, and a file may hold an id of a million characters.
    """
    if len(text) <= MAX_QUOTED:
        return text
    return cut_middle(_quoted_pattern().sub(lambda found: cut_middle(found[0], MAX_QUOTED), text), MAX_SENTENCE)
