"""The words of a fragment, and those of them that only say what the others are."""

import re
from functools import cache
from typing import Final

from tcplan.importing.finding.header_texts import group_labels, says_only_field

_MOST_IN_LABEL: Final = 4
"""The words of the longest label within a line."""


@cache
def _word_pattern() -> re.Pattern[str]:
    """A word or a number: `3b` is two, so that an id that was made unique still holds its number."""
    return re.compile(r"[0-9]+|[^\W\d_]+")


@cache
def _unseen_pattern() -> re.Pattern[str]:
    return re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@cache
def _furniture_pattern() -> re.Pattern[str]:
    """What only counts pages, sheets, rows or items: `Page 2 of 9`, `Sheet1`, `Sheet`, `(b)`, `14`."""
    return re.compile(
        r"\W*(?:(?:page|sheet|slide|table|row|item|p)\.?\s*)?(?:[0-9]{1,3}|[a-z]|[ivx]{1,4})(?:\s*(?:of|/)\s*[0-9]{1,3})?\W*"
        r"|\W*(?:work)?sheet(?: ?[0-9]{1,3})?(?: ?\([0-9]{1,2}\))?\W*"
        r"|\W*(?:continued|cont'?d?\.?)(?: (?:overleaf|from .{1,30}))?\W*",
        re.IGNORECASE,
    )


def is_furniture(text: str) -> bool:
    """Whether a text only counts, or is the label of an entry with its number: `Action 3:`; `RAG` may be cut in two."""
    found = _numbered_label_pattern().match(text)
    is_label = found and found["label"].casefold() in group_labels() and not text[found.end() :].strip(" .:)")
    return bool(is_label) or says_only_field("".join(text.split())) or _furniture_pattern().fullmatch(text) is not None


@cache
def parts_pattern() -> re.Pattern[str]:
    """What is between the words that are said again and those that are added to them: `Visibility (continued)`."""
    return re.compile(r"[:;(\n]|\s[-\u2013\u2014]\s")


@cache
def _numbered_label_pattern() -> re.Pattern[str]:
    number = r"(?:(?:no|number)\b\.?\s*)?(?:[0-9]{1,3}(?![0-9])|[A-Z]{1,2}[0-9.:)\s])"
    return re.compile(rf"\W*(?P<label>[A-Za-z]+(?: [A-Za-z]+){{0,2}}?)\s*{number}")


@cache
def _end_pattern() -> re.Pattern[str]:
    """Where a label may begin within a line."""
    return re.compile(r"[;,.(\[\n|]")


@cache
def _list_mark_pattern() -> re.Pattern[str]:
    """The number of an item within a text, which a list has in another way."""
    return re.compile(r"(?:^|[;,:\n])\s*\(?([0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]\s", re.IGNORECASE)


def words_of_labels(text: str) -> set[str]:
    """The words of a text that only say what comes after them: `Objective 1.1`, `Lead: ...`, `b)`."""
    labels = [found["label"]] if (found := _numbered_label_pattern().match(text)) else []
    for before in text.split(":")[:-1]:
        last = _end_pattern().split(before)[-1].split()[-_MOST_IN_LABEL:]
        labels += [" ".join(last[at:]) for at in range(len(last))]
    marks = [found[1] for found in _list_mark_pattern().finditer(text)]
    return {word for label in (*filter(says_only_field, labels), *marks) for word in words_of(label)}


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, without case."""
    return _word_pattern().findall(_unseen_pattern().sub("", text).casefold())
