"""Tabs outside quotes and block text: the parsers disagree about those, so none is taken."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from tcplan.findings.finding import ReplaceTabs
from tcplan.findings.marks import Marks
from tcplan.findings.span import EntryMark, NodeStyle, Span, Value
from tcplan.yaml_reader.lines import line_end, line_start
from tcplan.yaml_reader.values_and_places import Composition


@cache
def _tab_pattern() -> re.Pattern[str]:
    return re.compile(r"\t")


@cache
def _indentation_pattern() -> re.Pattern[str]:
    return re.compile(r"^ *\t[ \t]*", re.MULTILINE)


@cache
def _at_end_pattern() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:[\r\n]|$)")


@cache
def _comment_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)#", re.MULTILINE)


_QUOTED_STYLES: Final = (NodeStyle.SINGLE_QUOTED, NodeStyle.DOUBLE_QUOTED, NodeStyle.LITERAL, NodeStyle.FOLDED)

WIDTHS: Final = (2, 4, 8, 1, 3, 5, 6, 7)
"""The columns from one stop of the tab key to the next, that of our own style first."""


MOST_CHARACTERS: Final = 60_000
"""A text is read sixteen times to know that spaces are certain; a longer one would take more than a few seconds."""


def loose_tabs(text: str, marks: Marks) -> list[Span]:
    """The tabs outside quotes, block text and comments."""
    if "\t" not in text:
        return []
    quoted = sorted(_quoted_spans(text, marks))
    position, found = 0, []
    line, end, after, comment = 0, -1, -1, 0
    for tab in _tab_pattern().finditer(text):
        while position < len(quoted) and quoted[position].end <= tab.start():
            position += 1
        if position < len(quoted) and quoted[position].start <= tab.start():
            continue
        if tab.start() > end:  # a line may have thousands of tabs, and is looked at once
            line, end = line_start(text, tab.start()), line_end(text, tab.start())
        unquoted = max(line, quoted[position - 1].end if position else 0)
        if unquoted != after:
            after, comment = unquoted, _comment_start(text, unquoted, end)
        if tab.start() < comment:
            found.append(Span(*tab.span()))
    return found


def certain_spaces(text: str, read: Callable[[str], Composition | None]) -> ReplaceTabs | None:
    """Spaces in the place of the tabs, where the text says the same however wide a tab was meant to be.

    Not where one is between two words: it may be what is left between two cells of a table. `read` returns None
    for a text in which anything is wrong.
    """
    if len(text) > MOST_CHARACTERS:
        return None
    widths = WIDTHS if _indentation_pattern().search(text) else WIDTHS[:1]
    found: list[tuple[str, Value]] = []
    for width in widths:
        indented = _indentation_pattern().sub(lambda tabs: tabs[0].expandtabs(width), text)  # noqa: B023 (called at once)
        composed = read(indented.replace("\t", " "))  # no offset moves, so its quotes are those of the text
        if composed is None:
            continue
        tabs = loose_tabs(indented, composed.marks)
        if _are_inside(composed.marks.values(), tabs, indented):
            return None
        spaced = _replace_tabs(indented, tabs)
        again = read(spaced)
        # Twice the same: the tabs outside quotes were nothing but space. Else one of them was part of a value.
        if again is None or _without_tabs(again.root) != _without_tabs(composed.root):
            return None
        found.append((spaced, again.root))
    if not found or any(root != found[0][1] for _, root in found):
        return None
    return None if found[0][0] == text else _difference(text, found[0][0])


def _comment_start(text: str, start: int, end: int) -> int:
    """Where the comment of a line begins, or the end of the line."""
    found = _comment_pattern().search(text, start, end)
    return found.end() if found else end


def _quoted_spans(text: str, marks: Marks) -> Iterator[Span]:
    for mark in marks.values():
        if mark.style in _QUOTED_STYLES:
            yield mark.value
        if mark.key is not None and text[mark.key.start : mark.key.start + 1] in ("'", '"'):
            yield mark.key


def _are_inside(marks: Iterable[EntryMark], tabs: Iterable[Span], text: str) -> bool:
    """Whether one of some tabs is between the words of a key or of a plain value."""
    inner = {tab.start for tab, is_last in _with_ends(tabs, text) if not is_last}
    plain = [
        span for mark in marks for span in (mark.key, mark.value if mark.style is NodeStyle.PLAIN else None) if span
    ]
    return bool(inner) and any(not inner.isdisjoint(range(*span)) for span in plain)


def _replace_tabs(text: str, tabs: Iterable[Span]) -> str:
    """The text with a space for each of the tabs, and nothing for those at the end of a line."""
    parts, end = [], 0
    for tab, is_last in _with_ends(tabs, text):
        parts += [text[end : tab.start], "" if is_last else " "]
        end = tab.end
    return "".join([*parts, text[end:]])


def _with_ends(tabs: Iterable[Span], text: str) -> list[tuple[Span, bool]]:
    """The tabs, each with whether nothing but space is after it on its line.

    From the last to the first, so that a run of them is looked through once and not once for each.
    """
    found: list[tuple[Span, bool]] = []
    for tab in reversed(list(tabs)):
        following, is_last = found[-1] if found else (Span(len(text), len(text)), True)
        between = text[tab.end : following.start]
        if between.strip(" "):
            is_last = _at_end_pattern().match(text, tab.end) is not None
        found.append((tab, is_last))
    return found[::-1]


def _without_tabs(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _without_tabs(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_tabs(one) for one in value]
    return value and value.replace("\t", " ")


def _difference(text: str, spaced: str) -> ReplaceTabs:
    """The stretch from the first tab that is replaced to the last."""
    shortest = min(len(text), len(spaced))
    start = next((index for index in range(shortest) if text[index] != spaced[index]), shortest)
    shortest -= start
    after = next((index for index in range(shortest) if text[-1 - index] != spaced[-1 - index]), shortest)
    return ReplaceTabs(Span(start, len(text) - after), spaced[start : len(spaced) - after])
