"""Whole numbers that a file writes in an attribute."""

from typing import Final

_MOST_DIGITS: Final = 9


def read_whole(text: str | None, otherwise: int = -1) -> int:
    """A whole number from 0 on; `otherwise` for what is none, or larger than any that means something."""
    if text and len(text) <= _MOST_DIGITS and text.isascii() and text.isdecimal():
        return int(text)
    return otherwise
