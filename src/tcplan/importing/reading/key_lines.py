"""The lines of a key to colours, and which of them are the key of a plan."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.draft import ImportQuestion
from tcplan.importing.found import Words
from tcplan.importing.reading.colour_words import fill_name, is_about_something_else, is_no_progress, meaning_of
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.fragments import lines_of

_NAMES: Final = "red|amber|yellow|orange|green|blue|grey|gray|black|white|purple"
_LETTERS: Final = {"r": "red", "a": "amber", "g": "green", "b": "blue", "y": "yellow"}
_LONGEST: Final = 600
"""A longer line of an introduction is not a key."""


class KeyLine(NamedTuple):
    """A colour by its name, what it stands for, where that is said, and whether that is in a cell of its own."""

    name: str
    text: str
    words: Words
    is_joined: bool = False


@cache
def _part_pattern() -> re.Pattern[str]:
    """What is between the colours in one line of a key."""
    return re.compile(rf"\s*(?:[;|\t]|,(?=\s*(?:{_NAMES})\b))\s*", re.IGNORECASE)


@cache
def _line_pattern() -> re.Pattern[str]:
    """`Green: complete`, `G = complete`, `Blue text - complete`."""
    return re.compile(
        rf"\W*(?P<name>{_NAMES}|[RAGBY])\b(?:\s*(?:text|shading|rating|status))?\s*"
        r"(?P<sign>[:=(\u2013\u2014-]|is\b|means\b|indicates\b)?\s*(?P<rest>.*?)\)?$",
        re.IGNORECASE,
    )


@cache
def _title_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:(?:rag|colour|status|progress)\s+)*(?:key|legend|ratings?)\b\s*[:\u2013-]?\s*", re.IGNORECASE
    )


def key_lines(plan: PlanContext) -> list[KeyLine]:
    """The lines of the key that a document has; some have it as a line of their introduction."""
    lines = list(_joined(_lines_of_key(words) for words in plan.found.key))
    if all(line.is_joined for line in lines) and not any(map(_speaks_of_colours, lines)):
        lines = []  # lists of what cells may say, of which one has colours
    if any(line.text for line in lines):
        return lines
    for words in plan.found.about:
        found = [line for line in _lines_of_key(words) if line.name] if len(words.text) <= _LONGEST else []
        if len(found) > 1 and all(meaning_of(line.text) for line in found):
            return found
    return []


def _joined(places: Iterable[list[KeyLine]]) -> Iterator[KeyLine]:
    """The lines of a key of several cells: a colour may be in one, and what it stands for in the next."""
    every = [line for lines in places for line in lines]
    if every and not every[0].name and every[-1].name and not every[-1].text:
        every.reverse()  # the words are before the colours
    before: KeyLine | None = None
    for line in every:
        if before and not line.name and line.text:
            yield before._replace(text=line.text, words=line.words, is_joined=True)
            before = None
        elif line.name and line.text:
            yield line
            before = None
        elif line.name:
            before = line


def _speaks_of_colours(line: KeyLine) -> bool:
    """Whether words say something that colours are used for: a state, a cost, a kind of text."""
    return meaning_of(line.text) is not None or is_no_progress(line.text)


def _lines_of_key(words: Words) -> list[KeyLine]:
    """The lines of one place; without a name where it only says what a colour stands for."""
    fill = fill_name(words.fill)
    texts = [_title_pattern().sub("", line.text, count=1) for line in lines_of(words)]
    parts = [part for text in texts for part in _part_pattern().split(text) if part.strip()]
    return [_key_line(part, fill, words) for part in parts] or ([KeyLine(fill, "", words)] if fill else [])


def _key_line(part: str, fill: str, words: Words) -> KeyLine:
    found = _line_pattern().match(part)
    is_name = found and (len(found["name"]) > 1 or found["sign"] or not found["rest"])
    if found and is_name:
        name = found["name"].lower()
        return KeyLine(_LETTERS.get(name, name), found["rest"].strip(" .:-\u2013"), words)
    return KeyLine(fill, part.strip(" .:-\u2013"), words)


def said_by_key(words: Words, chosen: Iterable[KeyLine]) -> Iterator[str]:
    """The words of one place that the key of the plan stands for: its colours, what they mean, and that it is a key."""
    for line in chosen:
        yield from (line.name, line.name[:1])
        if line.words is words:
            yield line.text
    if title := _title_pattern().match(words.text):
        yield title[0]


def are_progress(plan: PlanContext, lines: list[KeyLine]) -> bool:
    """Whether the lines of a key speak of progress; those of cost or of kinds of text are asked about."""
    about_else = sum(is_about_something_else(line.text) for line in lines)
    if not lines or about_else * 2 <= len(lines):
        return True
    choices = (("no", "no: they go into `about`"), ("yes", "yes, they are the RAG of the actions"))
    shown = "; ".join(f"{line.name}: {line.text}" for line in lines[:5])
    text = f"The key to the colours does not seem to speak of progress ({shown}). Are the colours a RAG?"
    return plan.ask(ImportQuestion("colours-are-progress", text, choices, "no"), lines[0].words.place) == "yes"


def choose_key(plan: PlanContext, lines: list[KeyLine]) -> list[KeyLine]:
    """The lines of one key, where a document has two that differ."""
    first: dict[str, KeyLine] = {}
    second: dict[str, KeyLine] = {}
    for line in lines:
        (second if line.name in first else first).setdefault(line.name, line)
    if all(meaning_of(first[name].text) is meaning_of(line.text) for name, line in second.items()):
        return list(first.values())
    choices = tuple(
        (str(number), "; ".join(f"{name}: {line.text}" for name, line in one.items()))
        for number, one in ((1, first), (2, second))
    )
    text = "The document has two keys to its colours. Which is that of this plan?"
    answer = plan.ask(ImportQuestion("key-of-colours", text, choices, "1"), lines[0].words.place)
    return list((first if answer == "1" else first | second).values())
