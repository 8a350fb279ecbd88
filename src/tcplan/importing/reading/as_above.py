"""Cells that only say that the one above them holds: `as above`, `ditto`, a sign of repetition."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from tcplan.importing.found import Field, FoundEntry, FoundLevel, Words, every_entry
from tcplan.importing.ledger import EMPTY
from tcplan.importing.reading.context import PlanContext, label_of
from tcplan.importing.reading.fragments import on_one_line

_FIELDS: Final = (
    Field.LEAD,
    Field.OWNERS,
    Field.START,
    Field.DUE,
    Field.PRIORITY,
    Field.THEMES,
    Field.SUCCESS,
    Field.RESOURCES,
)
"""What is the same in two rows without being a fact of its own day; a state of the work is none of these."""


@cache
def _as_above_pattern() -> re.Pattern[str]:
    signs = "[\"'\u201c\u201d\u2019\u2033\u3003\u02ba]{1,2}"
    return re.compile(
        rf"(?:-\s*)?{signs}(?:\s*-)?|\(?(?:(?:as|see|same as|as per|as for|repeat)\s+(?:the )?(?:row |one |action )?"
        r"(?:above|before|previous(?: row| action)?)|ditto|same|the same)\)?\.?",
        re.IGNORECASE,
    )


@cache
def _as_number_pattern() -> re.Pattern[str]:
    """`as 1.1`, `same as action 1.1`."""
    return re.compile(
        r"\(?(?:as|see|same as|as per|as for|as in)\s+(?:action |row |no\.? )?(?P<number>[0-9]+(?:\.[0-9]+)*)\)?\.?",
        re.IGNORECASE,
    )


def read_as_above(plan: PlanContext) -> None:
    """Put what is above in the place of words that only point to it, and tell each; what points nowhere is kept."""
    every = [entry for entry in every_entry(plan.found.entries) if entry.level is not FoundLevel.STEP]
    by_number = {on_one_line(entry.number).strip(" .:)"): entry for entry in every if entry.number.strip()}
    above: dict[FoundLevel, FoundEntry] = {}
    for entry in every:
        for field in _FIELDS:
            for index, words in enumerate(list(entry.fields.get(field, []))):
                if _as_above_pattern().fullmatch(words.text.strip()):
                    _take(plan, entry, field, index, above.get(entry.level))
                elif found := _as_number_pattern().fullmatch(on_one_line(words.text)):
                    _take(plan, entry, field, index, by_number.get(found["number"]))
        above[entry.level] = entry


def _take(plan: PlanContext, entry: FoundEntry, field: Field, index: int, other: FoundEntry | None) -> None:
    words = entry.fields[field][index]
    source = next((one for one in _said(other, field) if one.column == words.column), None)
    said = on_one_line(words.text)
    if source is None:
        plan.tell("above", f"`{said}` has nothing above it to repeat; it is in `about`", words.place, plan.id_of(entry))
        entry.fields[field][index] = replace(words, paragraphs=(), text="")
        label = label_of(words, str(field).capitalize())
        entry.fields.setdefault(Field.ABOUT, []).append(replace(words, column=label))
        return
    entry.fields[field][index] = replace(words, text=source.text, day=source.day)
    plan.ledger.put(words.paragraphs, EMPTY, read=words.text)
    message = f"`{said}` is read as `{on_one_line(source.text)}`, which it repeats"
    plan.tell("above", message, words.place, plan.id_of(entry))


def _said(entry: FoundEntry | None, field: Field) -> list[Words]:
    return [words for words in entry.fields.get(field, []) if words.text.strip()] if entry else []
