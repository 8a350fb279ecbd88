"""Comments in a text, `<!-- ... -->`: remarks of somebody who writes, which no document prints."""

import re
from bisect import bisect_right
from functools import cache
from typing import Final, NamedTuple

START: Final = "<!--"
_END: Final = "-->"
_EMPTY: Final = ("<!-->", "<!--->")


class Comment(NamedTuple):
    """A comment as it was typed; `is_closed` unless it goes on to the end of the text."""

    text: str
    is_closed: bool


@cache
def _event_pattern() -> re.Pattern[str]:
    """What may begin code or a comment: a fence at the beginning of a line, backquotes, or the mark of a comment."""
    fence = r"^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*"
    return re.compile(rf"{fence}|(?P<ticks>`+)|(?P<comment>{START})", re.MULTILINE)


@cache
def _paragraph_end_pattern() -> re.Pattern[str]:
    return re.compile(r"\n[ \t]*(?=\n)")


@cache
def _ticks_pattern() -> re.Pattern[str]:
    return re.compile("`+")


def without_comments(text: str) -> tuple[str, tuple[Comment, ...]]:
    """The text as it is printed, and its comments; what is in code is not a comment, and is printed.

    A comment that is never closed goes on to the end of the text: what nobody meant to print is not printed.
    """
    if START not in text:
        return text, ()
    spans = _CodeSpans(text)
    kept: list[str] = []
    comments: list[Comment] = []
    place = printed = 0
    while found := _event_pattern().search(text, place):
        if found["fence"]:
            place = _after_fence(text, found)
        elif found["ticks"]:
            place = spans.end_of(found.start(), found.end())
        else:
            end = _after_comment(text, found.start())
            comments.append(Comment(text[found.start() : end], text.endswith(_END, found.start(), end)))
            start, end = _with_its_line(text, found.start(), end)
            kept.append(text[printed:start])
            place = printed = end
    return "".join((*kept, text[printed:])), tuple(comments)


class _CodeSpans:
    """Where code between backquotes ends: at as many of them as it begins with, in the same paragraph."""

    def __init__(self, text: str) -> None:
        self._paragraphs = [found.start() for found in _paragraph_end_pattern().finditer(text)]
        self._ends: dict[int, list[int]] = {}
        for found in _ticks_pattern().finditer(text):
            self._ends.setdefault(found.end() - found.start(), []).append(found.end())

    def end_of(self, start: int, end: int) -> int:
        """The end of the code that begins with these backquotes, or of the backquotes if they begin none."""
        ends = self._ends.get(end - start, [])
        number = bisect_right(ends, end)
        paragraph = bisect_right(self._paragraphs, start)
        last = self._paragraphs[paragraph] if paragraph < len(self._paragraphs) else None
        is_closed = number < len(ends) and (last is None or ends[number] <= last)
        return ends[number] if is_closed else end


def _after_fence(text: str, opened: re.Match[str]) -> int:
    fence = opened["fence"]
    closing = re.compile(rf"^[ \t>]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$", re.MULTILINE)
    found = closing.search(text, opened.end())
    return found.end() if found else len(text)


def _after_comment(text: str, start: int) -> int:
    for empty in _EMPTY:
        if text.startswith(empty, start):
            return start + len(empty)
    end = text.find(_END, start + len(START))
    return end + len(_END) if end >= 0 else len(text)


def _with_its_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Where to cut: the whole line if there is nothing else in it, so that the paragraph around it stays one."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    if text[line_start:start].strip() or text[end:line_end].strip():
        return start, end
    return line_start, line_end
