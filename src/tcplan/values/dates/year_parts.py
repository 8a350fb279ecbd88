"""The beginning and the end of an academic year, and months, days and quarters whose year is missing."""

import re
from functools import cache
from typing import Final

from tcplan.values.dates.plain_words import plain_words, without_lead
from tcplan.values.dates.seasons import suggest_season
from tcplan.values.dates.spellings import month_alone
from tcplan.values.dates.suggestion import Suggestion, last_month_of

_YEAR: Final = r"(?P<year>20[0-9]{2})(?: ?[/-] ?(?:20)?[0-9]{2})?"
_QUARTERS: Final = 4


@cache
def _end_pattern() -> re.Pattern[str]:
    """The end of an academic year; the end of a calendar year is among the spellings."""
    return re.compile(r"(?:the )?(?:end|close) (?:of )?(?:the )?(?P<rest>.+)")


@cache
def _start_pattern() -> re.Pattern[str]:
    part = r"(?P<part>(?:term|semester|trimester)(?: ?[123])?[ ,-]*(?:of )?)?"
    return re.compile(
        rf"(?P<before>before |prior to )?(?:the )?(?:start|beginning) (?:of )?(?:the )?{part}"
        rf"(?:ay ?|academic year )?{_YEAR}(?: academic year)?"
    )


@cache
def _quarter_pattern() -> re.Pattern[str]:
    return re.compile(r"q(?:uarter |tr ?)?(?P<quarter>[1-9])(?: of the year)?(?P<year>[ ,/-]*20[0-9]{2})?")


def suggest_year_part(text: str) -> Suggestion | None:
    """What to write for one of these; None for anything else."""
    words = without_lead(plain_words(text))
    if found := _start_pattern().fullmatch(words):
        return _start(found)
    if found := _end_pattern().fullmatch(words):
        ended = suggest_season(found["rest"])
        return ended._replace(is_end=True, keeps_words=True) if ended and ended.written else ended
    if example := month_alone(words):
        return Suggestion(f"add the year, such as {example}")
    found = _quarter_pattern().fullmatch(words)
    return _quarter(int(found["quarter"])) if found else None


def _start(found: re.Match[str]) -> Suggestion:
    if found["part"]:
        return Suggestion("write the month in which it begins", is_end=True)
    return last_month_of([f"{found['year']}-{'08' if found['before'] else '09'}"])


def _quarter(quarter: int) -> Suggestion:
    return Suggestion(
        f"add the year, such as 2028-Q{quarter}" if quarter <= _QUARTERS else "quarters run from Q1 to Q4"
    )
