"""The place of a fragment in words, as the person who has the document open would look for it."""

from collections.abc import Iterable, Iterator, Mapping

from tcplan.importing.document import SourcePlace
from tcplan.importing.found import FoundEntry, FoundPlan, Words

Headers = Mapping[tuple[str, int], str]
"""The headers of columns, by the table and the number of the column."""


def headers_of(plans: Iterable[FoundPlan]) -> Headers:
    """The headers of all columns whose words are in some plans."""
    return {
        (words.place.part, words.place.column): " ".join(words.column.split())
        for plan in plans
        for words in _words_in(plan.entries)
        if words.column.strip() and words.place.column
    }


def place_words(place: SourcePlace, headers: Headers) -> str:
    """The place: "table 3, row 5, column Owner", "sheet 2025, C7", "paragraph 12"; empty where nothing is known."""
    parts = [place.part]
    if place.cell:
        parts.append(place.cell)
    elif place.row:
        parts.append(f"row {place.row}")
        parts.append(f"column {headers.get((place.part, place.column), place.column)}" if place.column else "")
    elif place.line:
        parts.append(f"paragraph {place.line}")
    return ", ".join(part for part in parts if part)


def _words_in(entries: Iterable[FoundEntry]) -> Iterator[Words]:
    for entry in entries:
        yield entry.title
        for found in entry.fields.values():
            yield from found
        yield from _words_in(entry.children)
