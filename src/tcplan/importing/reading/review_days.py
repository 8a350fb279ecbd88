"""On which day something was reported: by the title of a plan, the header of a column, or the words of a note."""

import re
from functools import cache
from typing import Final

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
        r"\b(?:review(?:ed)?|progress|update[sd]?|status|rag|as (?:at|of)|position|report(?:ed)?|monitoring|closing)\b",
        re.IGNORECASE,
    )


def day_of_review(found: FoundPlan) -> str:
    """The day of a review that the title or the introduction of a plan names: `RAG status June 2024`."""
    texts = [found.title, *(line.text for words in (*found.about, *found.key) for line in lines_of(words))]
    return next(filter(None, (_day_of_review_in(text) for text in texts if len(text) <= _MOST_TITLE)), "")


def _day_of_review_in(text: str) -> str:
    mention = _review_pattern().search(text)
    dates = [one for one in dates_in(text) if _is_report_day(one)]
    if not mention or len(dates) != 1 or re.search(r"\b(?:next|annual(?:ly)?|every|will be)\b", text, re.IGNORECASE):
        return ""
    distance = max(dates[0].start - mention.end(), mention.start() - dates[0].end)
    return dates[0].written if distance <= _NEAR else ""


def _is_report_day(one: DateInText) -> bool:
    """A day, a month or a quarter; a year is that of a plan."""
    return one.is_certain and re.fullmatch(r"[0-9]{4}-.+", one.written) is not None


def day_in_header(words: Words) -> str:
    """The day that the header of a column names: `RAG June 2024`; empty for one without."""
    header = on_one_line(words.column)
    dates = [one for one in dates_in(header) if one.is_certain and re.match("[0-9]{4}", one.written)]
    return dates[-1].written if dates and (_is_report_day(dates[-1]) or _review_pattern().search(header)) else ""


def dated_notes(words: Words) -> list[tuple[str, str]]:
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
        found.append((reading.due[0], text_as_markdown(one["note"])))
    return found
