"""Columns with dates that are about the column beside them, as `Date` after `Review` is."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tcplan.importing.found import Field, FoundEntry, Words, every_entry
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.fragments import on_one_line

_OF_ITS_OWN = frozenset({Field.RAG, Field.REPORT, Field.ABOUT, Field.EVIDENCE, Field.RESOURCES})
"""What may have a date of its own beside it."""


@cache
def _plain_pattern() -> re.Pattern[str]:
    """A header that does not say of what it is the date."""
    return re.compile(r"(?:date|when|by when|month|year|time)[ :?]*", re.IGNORECASE)


def settle_date_columns(plan: PlanContext) -> None:
    """Take the second of two columns with the same header for the date of the column before it, and tell that."""
    for entry in every_entry(plan.found.entries):
        for words, field, beside in list(_of_neighbours(entry)):
            entry.fields[Field.DUE].remove(words)
            is_report = field in {Field.RAG, Field.REPORT}
            label = f"{on_one_line(words.column)} ({beside})"
            moved = replace(words, column=label)
            entry.fields.setdefault(Field.REPORT_DATE if is_report else Field.ABOUT, []).append(moved)
            kept = "it is the day of the report" if is_report else "it is in `about`"
            message = f"“{on_one_line(words.column)}” beside “{beside}” is the date of that, and not a due date; {kept}"
            plan.tell_once("date", message, words.place)


def _of_neighbours(entry: FoundEntry) -> Iterator[tuple[Words, Field, str]]:
    """The dates of an action that are about the column before theirs: its field and header."""
    dues = entry.fields.get(Field.DUE, [])
    for words in dues[1:]:
        has_twin = words.column and words.column == dues[0].column and words.place.column > dues[0].place.column
        if has_twin and _plain_pattern().fullmatch(on_one_line(words.column)):
            before = _before(entry, words)
            if before is not None:
                yield words, *before


def _before(entry: FoundEntry, words: Words) -> tuple[Field, str] | None:
    for field, every in entry.fields.items():
        for one in every:
            is_beside = (one.place.part, one.place.row, one.place.column + 1) == words.place[:3]
            if field in _OF_ITS_OWN and is_beside and one.column:
                return field, on_one_line(one.column)
    return None
