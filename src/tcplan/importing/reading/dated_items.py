"""A success criterion or step with the date that its words name."""

import re
from functools import cache
from typing import Final, NamedTuple

from tcplan.findings.span import Value
from tcplan.importing.reading.dates_in_text import DateInText, dates_in
from tcplan.importing.reading.fragments import on_one_line
from tcplan.values.limits import MAX_TITLE

_SHORTEST: Final = 4
"""Fewer characters before a date are not a title of their own."""


class DatedItem(NamedTuple):
    """A criterion or step: its words, when it is due, and when it was done."""

    title: str
    due: str = ""
    done: str = ""

    def value(self) -> Value:
        """What is written in the file."""
        more: dict[str, Value] = {key: value for key, value in (("due", self.due), ("done", self.done)) if value}
        return {"title": self.title, **more} if more else self.title


@cache
def _done_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:completed?|done|achieved|delivered|finished)\b[ :,-]*(?:in|on)?\s*$", re.IGNORECASE)


@cache
def _apart_pattern() -> re.Pattern[str]:
    """A title, and the sign that parts a date from it."""
    due = r"(?:(?:due|by|in|before|deadline|target date)[ :]+)*"
    return re.compile(rf"(?P<title>.*?\S)\s*(?:[;,(\[|:]|\s[-\u2013\u2014])\s*{due}", re.IGNORECASE)


@cache
def _until_pattern() -> re.Pattern[str]:
    """What says that the date after it is when something is due."""
    return re.compile(r"\b(?:by|before|in|until|due)\s+(?:the )?$", re.IGNORECASE)


def words_taken(text: str, item: DatedItem) -> str:
    """The words of a text that its item has as a date, and no longer in its title."""
    return " ".join(on_one_line(text).split(item.title, 1)) if item.due or item.done else ""


def read_item(text: str) -> DatedItem:
    """An item with its date: what is apart from the words is taken out of them, what is within them stays."""
    text = on_one_line(text)[:MAX_TITLE]
    dates = [one for one in dates_in(text) if one.is_certain and not one.written.startswith("year")]
    if not dates:
        return DatedItem(text)
    last = dates[-1]
    is_at_end = not text[last.end :].strip(" .)]")
    if is_at_end and (found := _done_pattern().search(text[: last.start])):
        title = text[: found.start()].rstrip(" (\u005b;,:\u2013-")
        return DatedItem(title or text, done=last.written)
    if len(dates) > 1:
        return DatedItem(text)
    return _with_last_date(text, last) if is_at_end else _with_first_date(text, last)


def _with_last_date(text: str, one: DateInText) -> DatedItem:
    """`CEDARS results 23/25; April 2023`, `Report published by March 2026`."""
    before = text[: one.start]
    apart = _apart_pattern().fullmatch(before)
    if apart:
        title = apart["title"].rstrip(" ;,(:-\u2013\u2014")
        return DatedItem(title if len(title) >= _SHORTEST else text, due=one.written)
    until = _until_pattern().search(before)
    is_target = until is not None and not (until[0].lower().startswith("in") and one.written.isdigit())
    return DatedItem(text, due=one.written if is_target else "")


def _with_first_date(text: str, one: DateInText) -> DatedItem:
    """`March 2026: report published`, `By March 2026 all staff know`."""
    before, after = text[: one.start], text[one.end :]
    if _until_pattern().fullmatch(before):
        return DatedItem(text, due=one.written)
    rest = re.match(r"\s*(?::|\s[-\u2013\u2014])\s*(?=\S)", after) if not before else None
    has_words = rest is not None and re.search("[A-Za-z]{3}", after) is not None
    return DatedItem(after[rest.end() :], due=one.written) if rest and has_words else DatedItem(text)
