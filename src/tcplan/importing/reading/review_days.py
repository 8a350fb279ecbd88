"""On which day something was reported: by the title of a plan, the header of a column, or the words of a note."""

import re
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from tcplan.importing.found import FoundPlan, Words
from tcplan.importing.reading.date_readings import read_date
from tcplan.importing.reading.dates_in_text import DateInText, dates_in
from tcplan.importing.reading.fragments import lines_of, on_one_line
from tcplan.importing.reading.prose import text_as_markdown

_MOST_TITLE: Final = 300
_NEAR: Final = 40
"""How far a date may be from the word that says that it is of a review, in characters."""


@cache
def _review_pattern() -> re.Pattern[str]:
    """What says that the date of a title is that of a review."""
    return re.compile(
        r"\b(?:review(?:ed)?|progress|update[sd]?|status|rag|as (?:at|of)|position|report(?:ed)?|monitoring|closing"
        r"|assess(?:ed|ment)|rat(?:ed|ing)|evaluated|checked|correct at)\b",
        re.IGNORECASE,
    )


def day_of_review(found: FoundPlan) -> str:
    """The day of a review that the title or the text around a plan names: `RAG status June 2024`, `As at` in a cell."""
    around = (*found.about, *found.key, *found.left)
    lines = [f"{words.column} {line.text}".strip() for words in around for line in lines_of(words)]
    label_and_day = [f"{label} {day}" for label, day in pairwise(lines) if _is_label_of_review(label)]
    texts = (found.title, *lines, *label_and_day)
    return next(filter(None, (_day_of_review_in(text) for text in texts if len(text) <= _MOST_TITLE)), "")


def _is_label_of_review(text: str) -> bool:
    """Whether a cell only says that the next one has the day: `RAG as at`, `Date of review:`."""
    return len(text) <= _NEAR and bool(_review_pattern().search(text)) and not dates_in(text)


def _day_of_review_in(text: str) -> str:
    """The date that is nearest to a word about reviews."""
    if re.search(r"\b(?:next|annual(?:ly)?|every|will be)\b", text, re.IGNORECASE):
        return ""
    dates = [one for one in dates_in(text) if _is_report_day(one)]
    near = [
        (max(one.start - mention.end(), mention.start() - one.end), one.written)
        for mention in _review_pattern().finditer(text)
        for one in dates
    ]
    days = {day for distance, day in near if distance <= _NEAR}
    return min(near)[1] if len(days) == 1 else ""


def _is_report_day(one: DateInText) -> bool:
    """A day, a month or a quarter; a year is that of a plan."""
    return one.is_certain and re.fullmatch(r"[0-9]{4}-.+", one.written) is not None


def day_in_header(words: Words) -> str:
    """The day that the header of a column names: `RAG June 2024`; empty for one without."""
    header = on_one_line(words.column)
    dates = [one for one in dates_in(header) if one.is_certain and re.match("[0-9]{4}", one.written)]
    return dates[-1].written if dates and (_is_report_day(dates[-1]) or _review_pattern().search(header)) else ""


class DatedNote(NamedTuple):
    """A note that begins with its day: the day, as it is written too, and the rest."""

    day: str
    written: str
    note: str


def dated_notes(words: Words) -> list[DatedNote]:
    """Notes of which each line begins with its day: `June 2024: two sessions held`."""
    found = []
    for line in lines_of(words):
        one = re.match(r"(?P<day>[^:\u2013\u2014]{4,24}?)\s*(?::|\s[-\u2013\u2014])\s*(?P<note>\S.*)", line.text)
        reading = read_date(one["day"]) if one else None
        if (
            not one
            or not reading
            or len(reading.due) != 1
            or reading.doubt
            or not re.fullmatch("[0-9]{4}-[0-9]{2}.*", reading.due[0])
        ):
            return []
        found.append(DatedNote(reading.due[0], one["day"], text_as_markdown(one["note"])))
    return found
