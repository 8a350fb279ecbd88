"""Where lines begin and end: after and before a newline, a carriage return, or both."""

import re
from functools import cache


@cache
def line_break_pattern() -> re.Pattern[str]:
    """A line break of any system."""
    return re.compile(r"\r\n?|\n")


def line_start(text: str, offset: int) -> int:
    """The offset at which the line of an offset begins."""
    if text[max(offset - 1, 0) : offset + 1] == "\r\n":
        offset -= 1
    newline = text.rfind("\n", 0, offset)
    return max(newline, text.rfind("\r", newline + 1, offset)) + 1


def line_end(text: str, offset: int, most: int | None = None) -> int:
    """The offset of the line break that ends the line of an offset, or of the end of the text, or `most`."""
    most = len(text) if most is None else min(most, len(text))
    newline = text.find("\n", offset, most)
    newline = most if newline < 0 else newline
    carriage_return = text.find("\r", offset, newline)
    return newline if carriage_return < 0 else carriage_return
