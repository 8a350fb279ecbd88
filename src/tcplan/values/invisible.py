"""Characters that nobody sees: which there are, where they belong to a text, and what it is without them."""

import re
import unicodedata
from functools import cache
from typing import Final

_UNSEEN: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e0fff"
)
"""Zero-width spaces, joiners, direction marks, soft hyphens, fillers, variation selectors and tags, for a class."""

_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""Spaces that look like an ordinary one, for a class."""

_MOST_NAMED: Final = 3


@cache
def invisible_pattern() -> re.Pattern[str]:
    """One character that nobody sees, or that looks like an ordinary space."""
    return re.compile(f"[{_UNSEEN}{_SPACES}]")


@cache
def _unseen_pattern() -> re.Pattern[str]:
    return re.compile(f"[{_UNSEEN}]")


@cache
def _space_pattern() -> re.Pattern[str]:
    return re.compile(f"[{_SPACES}]")


@cache
def _joiner_pattern() -> re.Pattern[str]:
    """What belongs to the letters of a script that is joined, or written from right to left, and to emoji.

    A joiner, direction mark or selector beside such a letter, and the tags of a flag.
    """
    scripts = "\u0590-\u08ff\u0900-\u109f\u1780-\u18af\ua840-\ua87f\ufb1d-\ufdff\ufe70-\ufefc"
    emoji = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
    # A run begins only after what is none, and gives nothing back: else a long one would take quadratic time.
    marks = "\u061c\u180b-\u180e\u200c-\u200f\u202a-\u202e\u2066-\u2069"
    return re.compile(
        f"(?<=[{scripts}])[{marks}]++|(?<![{marks}])[{marks}]++(?=[{scripts}])"
        f"|(?<=[{emoji}])\ufe0f|(?<=[0-9#*])\ufe0f(?=\u20e3)|(?<=[{emoji}\ufe0f])\u200d(?=[{emoji}])|(?<=[\U0001f3f4])[\U000e0020-\U000e007f]+"
    )


def has_invisible(text: str) -> bool:
    """Whether there is a character in a text that nobody sees, or that looks like an ordinary space."""
    return not text.isascii() and invisible_pattern().search(text) is not None


def has_override(text: str) -> bool:
    """Whether a text changes the direction in which it is written, which outputs show as codes."""
    return re.search("[\u202a-\u202e\u2066-\u2069]", text) is not None


def without_unseen(text: str) -> str:
    """A text without the characters that nobody sees, but those that belong to its letters or emoji."""
    if text.isascii() or not _unseen_pattern().search(text):
        return text
    kept = {index for found in _joiner_pattern().finditer(text) for index in range(*found.span())}
    return "".join(char for index, char in enumerate(text) if index in kept or not _unseen_pattern().match(char))


def plain(text: str) -> str:
    """A text without characters that nobody sees, and with ordinary spaces, none at its ends."""
    return _space_pattern().sub(" ", without_unseen(text)).strip(" ")


def with_ordinary_spaces(text: str) -> str:
    """A text in which spaces that look like ordinary ones are, and are gone from its ends."""
    if text.isascii():
        return text
    edges = _space_pattern().sub("\0", text).strip("\0")
    return edges.replace("\0", " ")


def show(text: str) -> str:
    """A text in which every such character is shown as its code: `high<U+200B>`."""
    return invisible_pattern().sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def name_characters(text: str, meant: str) -> str:
    """The characters that are in a text and not in what is meant: `U+200B ZERO WIDTH SPACE and U+00AD SOFT HYPHEN`."""
    found = [char for char in dict.fromkeys(invisible_pattern().findall(text)) if char not in meant]
    named = [f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}" for char in found[:_MOST_NAMED]]
    if len(found) > _MOST_NAMED:
        named.append(f"{len(found) - _MOST_NAMED} more")
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1]))) if named else ""
