"""The items of a list as it is typed: lines, numbers within a line, and semicolons between whole phrases."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tcplan.importing.reading.dates_in_text import dates_in
from tcplan.importing.reading.fragments import FragmentLine

_LONGEST: Final = 5_000
"""A line of more characters is not looked at for semicolons."""

_MOST_PARTS: Final = 200
"""A line with more semicolons is not a list."""

_SHORTEST: Final = 2
"""The least words of a part before or after a semicolon that is an item of its own."""


@cache
def _numbered_pattern() -> re.Pattern[str]:
    """Numbers or letters of a list within a line: `1) ... 2) ...`, `(a) ... (b) ...`, `i. ... ii. ...`."""
    return re.compile(r"(?:^|(?<=\s))(?:\((?P<in>[1-9]|[a-h]|i{1,3}|iv)\)|(?P<out>[1-9]|[a-h]|i{1,3}|iv)[.)])\s+(?=\S)")


@cache
def _goes_on_pattern() -> re.Pattern[str]:
    """The end of a line that goes on in the next."""
    return re.compile(r"(?:,|\b(?:and|or|of|the|a|to|for|with|in|by))$", re.IGNORECASE)


def items_of(lines: Iterable[FragmentLine]) -> list[str]:
    """The items of some lines, in order; a date alone belongs to the item before it."""
    items: list[str] = []
    for line in _without_numbers(_whole_lines(lines)):
        for part in _parts(line):
            if items and is_date_alone(part):
                items[-1] = f"{items[-1]}; {part}"
            else:
                items.append(part)
    return items


def is_date_alone(text: str) -> bool:
    """Whether a text is a date, with a word at most that says so: `by March 2026`, `Due: March 2026`."""
    dates = dates_in(text)
    if len(dates) != 1:
        return False
    others = text[: dates[0].start] + text[dates[0].end :]
    return not re.sub(r"\b(?:by|in|due|from|date|deadline|target|completion)\b|\W", "", others, flags=re.IGNORECASE)


def _whole_lines(lines: Iterable[FragmentLine]) -> list[str]:
    """Lines, those together of which the first does not end."""
    whole: list[str] = []
    for line in lines:
        if whole and not line.depth and _goes_on_pattern().search(whole[-1]) and line.text[:1].islower():
            whole[-1] = f"{whole[-1]} {line.text}"
        else:
            whole.append(line.text)
    return whole


def _without_numbers(lines: list[str]) -> list[str]:
    """Lines without the numbers of a list, where each line has the next number."""
    found = [_numbered_pattern().match(line) for line in lines]
    marks = [(one["in"] or one["out"]) if one else "" for one in found]
    starts = ("1", "2", "3", "4", "5", "6", "7", "8", "9"), tuple("abcdefgh"), ("i", "ii", "iii", "iv")
    if len(lines) > 1 and any(tuple(marks) == start[: len(marks)] for start in starts):
        return [line[one.end() :] for line, one in zip(lines, found, strict=True) if one]
    return lines


def _parts(text: str) -> Iterator[str]:
    """The items of one line."""
    numbers = list(_numbered_pattern().finditer(text))
    marks = [(one["in"] or one["out"]) for one in numbers]
    if len(numbers) > 1 and marks[0] in ("1", "a", "i") and len(set(marks)) == len(marks):
        ends = [*(one.start() for one in numbers[1:]), len(text)]
        before = text[: numbers[0].start()].strip()
        yield from ([before] if before else [])
        yield from (text[one.end() : end].strip(" ;,") for one, end in zip(numbers, ends, strict=True))
        return
    parts = re.split(r";(?![^()]*\))", text) if len(text) <= _LONGEST else [text]
    parts = [part.strip() for part in parts if part.strip()]
    if len(parts) > _MOST_PARTS or not all(map(_is_phrase, parts)):
        yield text.strip(" ;")
        return
    yield from parts


def _is_phrase(part: str) -> bool:
    """Whether a part between semicolons is an item, or the date of one, and not a word or a number of a series."""
    has_words = len(part.split()) >= _SHORTEST and re.search("[A-Za-z]{3}", part) is not None
    return has_words or is_date_alone(part)
