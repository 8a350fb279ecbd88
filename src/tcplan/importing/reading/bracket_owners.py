"""Titles that end with the names of owners and nothing else, known as such because the same names end many of them."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.found import Field, FoundEntry, FoundLevel, every_entry
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.dates_in_text import dates_in
from tcplan.importing.reading.owner_words import (
    is_abbreviation,
    is_body,
    is_plural_post,
    is_short_for_end,
    post_pattern,
)
from tcplan.importing.reading.priorities import is_priority
from tcplan.importing.reading.themes import is_theme
from tcplan.values.person_names import people_in

_PEOPLE: Final = (Field.LEAD, Field.OWNERS)

_FEWEST: Final = 4
"""Fewer titles with an ending say nothing about what endings of this plan mean."""

_MOST: Final = 2 / 3
"""The share of the titles that has to end alike, and of the endings whose names come again."""

_LONGEST_NAME: Final = 8
"""More words are no name."""

_SHORTEST: Final = 8
"""Fewer characters before the ending are no title of their own."""


class _TitleEnd(NamedTuple):
    """The end of a title: the action, the words before it, its words, and the names in it."""

    entry: FoundEntry
    head: str
    inside: str
    names: tuple[str, ...]


@cache
def _ending_patterns() -> tuple[re.Pattern[str], ...]:
    """Brackets at the end, or what is after a dash."""
    return (
        re.compile(r"(?P<head>.*?\S)\s*[(\[](?P<inside>[^()\[\]]{2,120})[)\]]\s*[.;]?\s*", re.DOTALL),
        re.compile(r"(?P<head>.*\S)\s+[-\u2013\u2014]\s+(?P<inside>[^\u2013\u2014()\[\]]{2,90}?)\s*\.?", re.DOTALL),
    )


def read_bracket_owners(plan: PlanContext) -> None:
    """Give actions the owners that end their titles, where no field has any and the same names end most of them."""
    actions = [entry for entry in every_entry(plan.found.entries) if entry.level is FoundLevel.ACTION]
    if any(words.text.strip() for one in actions for field in _PEOPLE for words in one.fields.get(field, [])):
        return
    for pattern in _ending_patterns():
        endings = [ending for one in actions if (ending := _ending_of(one, pattern))]
        if _are_owners(endings, len(actions)):
            for ending in endings:
                _take(ending)
            first = endings[0]
            end = f"{len(endings)} titles end with names that come again, as `{first.inside}`"
            message = f"{end}; they are read as who does it"
            plan.tell("owner", message, first.entry.title.place, plan.id_of(first.entry))
            return


def _ending_of(entry: FoundEntry, pattern: re.Pattern[str]) -> _TitleEnd | None:
    """The end of a title, where it may be names."""
    found = pattern.fullmatch(entry.title.text)
    if found is None or len(found["head"]) < _SHORTEST or is_short_for_end(found["inside"], found["head"]):
        return None
    names = tuple(
        one.strip() for one in re.split(r"\s*[,;/]\s*(?:and\s+)?|\s+(?:and|&|\+)\s+", found["inside"]) if one.strip()
    )
    return _TitleEnd(entry, found["head"], found["inside"], names) if names and all(map(_may_be_name, names)) else None


def _may_be_name(text: str) -> bool:
    is_other = is_theme(text) or is_priority(text) or dates_in(text) or re.search("[0-9]", text)
    return text[:1].isupper() and len(text.split()) <= _LONGEST_NAME and not is_other


def _are_owners(endings: list[_TitleEnd], actions: int) -> bool:
    """Whether the ends of titles are owners: most titles have one, most names come again and look like an owner."""
    if len(endings) < _FEWEST or len(endings) < _MOST * actions:
        return False
    counts = Counter(name.casefold() for ending in endings for name in ending.names)
    again = [ending for ending in endings if all(counts[name.casefold()] > 1 for name in ending.names)]
    owners = [name for ending in endings for name in ending.names if _looks_like_owner(name)]
    return len(again) >= _MOST * len(endings) and 2 * len(owners) > counts.total()


def _looks_like_owner(name: str) -> bool:
    is_post = post_pattern().fullmatch(name) is not None
    return is_post or is_body(name) or is_plural_post(name) or is_abbreviation(name) or people_in(name) == (name,)


def _take(ending: _TitleEnd) -> None:
    title = ending.entry.title
    words = replace(title, text=ending.inside, column="", fill="", day=None)
    ending.entry.fields.setdefault(Field.OWNERS, []).append(words)
    ending.entry.title = replace(title, text=ending.head.rstrip(" ,;-\u2013"))
