"""How much an entry matters, in the words of the document."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from tcplan.importing.draft import ImportQuestion
from tcplan.importing.found import Field, FoundEntry, Words
from tcplan.importing.reading.context import EntryContext, PlanContext, label_of
from tcplan.importing.reading.fragments import on_one_line
from tcplan.values.words import Priority

_WORDS: Final = {
    "very high": Priority.HIGH,
    "high": Priority.HIGH,
    "top": Priority.HIGH,
    "critical": Priority.HIGH,
    "urgent": Priority.HIGH,
    "essential": Priority.HIGH,
    "h": Priority.HIGH,
    "medium": Priority.MEDIUM,
    "med": Priority.MEDIUM,
    "moderate": Priority.MEDIUM,
    "m": Priority.MEDIUM,
    "low": Priority.LOW,
    "very low": Priority.LOW,
    "l": Priority.LOW,
}
_SCALE: Final = {"1": Priority.HIGH, "2": Priority.MEDIUM, "3": Priority.LOW}


@cache
def _word_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_WORDS, key=len, reverse=True))
    return re.compile(rf"(?:[1-5]\s*[-\u2013:.)(]\s*)?(?P<word>{words})\b\.?(?: priority)?(?P<rest>.*)", re.IGNORECASE)


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:p|priority )?([1-3])(?:st|nd|rd)?(?: priority)?", re.IGNORECASE)


def ask_scale(plan: PlanContext, entries: Iterable[FoundEntry]) -> dict[str, Priority]:
    """What numbers in the place of a priority mean, where a document has numbers from 1 to 3 and no words."""
    places = [words for entry in entries for words in entry.fields.get(Field.PRIORITY, []) if words.text.strip()]
    numbers = {found[1] for words in places if (found := _number_pattern().fullmatch(on_one_line(words.text)))}
    is_scale = places and all(_number_pattern().fullmatch(on_one_line(words.text)) for words in places)
    if not is_scale or "1" not in numbers:
        return {}
    choices = (
        ("1-is-high", "1 is high, 2 medium, 3 low"),
        ("1-is-low", "1 is low, 2 medium, 3 high"),
        ("neither", "they are not priorities"),
    )
    question = ImportQuestion(
        "scale-of-priorities", "What do the numbers of the priorities mean?", choices, "1-is-high"
    )
    answer = plan.ask(question, places[0].place)
    if answer == "neither":
        return {}
    return _SCALE if answer == "1-is-high" else dict(zip(_SCALE, reversed(_SCALE.values()), strict=True))


def is_priority(text: str) -> bool:
    """Whether a text is a priority in words, and nothing more."""
    found = _word_pattern().fullmatch(text.strip())
    return found is not None and not found["rest"]


def read_priority(entry: EntryContext, scale: dict[str, Priority]) -> None:
    """Read the priority of an entry; what is not one goes into `about`."""
    for words in entry.words(Field.PRIORITY):
        text = on_one_line(words.text)
        found, number = _word_pattern().fullmatch(text), _number_pattern().fullmatch(text)
        if number and scale:
            priority, rest = scale[number[1]], ""
        elif found and not _is_between(found["rest"]):
            priority, rest = _WORDS[found["word"].lower()], found["rest"].strip(" -\u2013\u2014:;,()")
        else:
            _leave(entry, words)
            continue
        _set(entry, priority, words, text)
        if rest:
            entry.add_about(words, label_of(words, "Priority"))


def _set(entry: EntryContext, priority: Priority, words: Words, text: str) -> None:
    known = entry.draft.keys.get("priority")
    if known and known.value != priority:
        _leave(entry, words)
        return
    entry.put((words,), "priority")
    entry.set("priority", priority.value, words, "" if text.lower() == priority else text)


def _is_between(rest: str) -> bool:
    """`High/Medium` is neither."""
    return re.match(r"\s*(?:/|-|\u2013|to|or|and|&)\s*(?:high|medium|med|low|[hml])\b", rest, re.IGNORECASE) is not None


def _leave(entry: EntryContext, words: Words) -> None:
    entry.add_about(words, label_of(words, "Priority"))
    entry.tell("priority", f"`{on_one_line(words.text)}` is not high, medium or low; it is in `about`", words.place)
