"""Single days, months, quarters and years as published plans spell them: `May-19`, `31/03/2026`, `Q1 2026`."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from tcplan.values.dates.calculation import month_end
from tcplan.values.dates.plain_words import plain_words, without_lead
from tcplan.values.dates.suggestion import (
    Suggestion,
    certainly,
    day_in_words,
    in_full,
    is_day,
    last_month_of,
    month_in_words,
    one_of,
    probably,
)
from tcplan.values.dates.values import MONTHS

_YEAR: Final = r"(?P<year>20[0-9]{2}|19[0-9]{2})"
_SHORT_YEAR: Final = r"(?P<year>(?:20|19)[0-9]{2}|'?[0-9]{2})"
_MONTH: Final = rf"(?P<word>sept|{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS).lower()})(?![a-z])\.?"
_DAY: Final = r"(?P<day>[0-9]{1,2})(?: ?'?(?:st|nd|rd|th)(?![a-z]))?"
_WEEKDAY: Final = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?"
_BETWEEN: Final = r"[ ,./-]*(?:of )?"
_WEEK: Final = r"(?:w/[ce]|week (?:commencing|ending|of)|wk)[ :]*"
_END: Final = r"(?:(?:before )?(?:the )?(?:end|close) (?:of )?(?:the )?(?:calendar )?(?:year )?)"
_NEAR: Final = {
    "1st week of": 5,
    "1st week in": 5,
    "2nd week of": 12,
    "2nd week in": 12,
    "3rd week of": 19,
    "3rd week in": 19,
    "last week of": 26,
    "last week in": 26,
    "early": 10,
    "start of": 10,
    "beginning of": 10,
    "mid": 15,
    "middle of": 15,
    "late": 25,
}

_LAST_LIKELY_YEAR: Final = 30
"""In `Dec 31` a larger number is rather a day than a year."""

Reader = Callable[[re.Match[str]], Suggestion | None]


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple(
        (re.compile(pattern), reader)
        for pattern, reader in (
            (
                rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?P<sign>[/. -])(?P<month>[0-9]{{1,2}})(?P=sign){_SHORT_YEAR}",
                _numbers,
            ),
            (_YEAR + r"[/. -](?P<month>[0-9]{1,2})[/. -](?P<day>[0-9]{1,2})", _day),
            (r"(?P<month>[0-9]{1,2})[/. -]" + _YEAR, _month),
            (_YEAR + r"[/. -](?P<month>[0-9]{1,2})", _month_or_years),
            (r"(?P<month>0?[1-9]|1[0-2])/(?P<year>1[3-9]|[2-9][0-9])", _month_of_word),
            (rf"(?:q|quarter |qtr ?)(?P<quarter>[1-4])[ ,/-]*(?:of )?{_SHORT_YEAR}", _quarter),
            (rf"(?P<quarter>[1-4])(?:(?:st|nd|rd|th) (?:quarter|qtr)|q)[ ,/-]*(?:of )?{_SHORT_YEAR}", _quarter),
            (rf"{_YEAR}[ ,/-]*(?:q|quarter )(?P<quarter>[1-4])", _quarter),
            (rf"{_WEEKDAY}{_DAY}{_BETWEEN}{_MONTH}{_BETWEEN}{_SHORT_YEAR}", _day),
            (
                rf"{_WEEK}{_DAY}{_BETWEEN}{_MONTH}{_BETWEEN}{_SHORT_YEAR}",
                _week,
            ),
            (rf"{_WEEKDAY}{_MONTH} (?:the )?{_DAY}[ ,]+{_SHORT_YEAR}", _day),
            (rf"{_MONTH}(?P<gap>{_BETWEEN}){_SHORT_YEAR}", _month_of_word),
            (rf"{_YEAR}{_BETWEEN}{_MONTH}", _month),
            (rf"{_END}{_MONTH}{_BETWEEN}{_SHORT_YEAR}", _month_end),
            (rf"(?P<near>{'|'.join(_NEAR)})[ -]{_MONTH}{_BETWEEN}{_SHORT_YEAR}", _in_month),
            (rf"(?:before|prior to) {_MONTH}{_BETWEEN}{_SHORT_YEAR}", _before),
            (rf"(?:circa|c\.?|ca\.?|approx(?:imately)?\.?|around|about|~) ?{_MONTH}{_BETWEEN}{_SHORT_YEAR}", _about),
            (
                rf"{_END}(?:q|quarter |qtr ?)(?P<quarter>[1-4])[ ,/-]*(?:of )?{_SHORT_YEAR}",
                lambda found: _quarter(found)._replace(is_end=True, keeps_words=True),
            ),
            (
                rf"{_WEEK}(?P<rest>[0-9]{{1,2}}(?P<sign>[/.-])[0-9]{{1,2}}(?P=sign)(?:20)?[0-9]{{2}})",
                _week_of,
            ),
            (
                rf"(?:circa|c\.?|ca\.?|approx(?:imately)?\.?|around|about|~) ?{_YEAR}",
                lambda found: probably(found["year"]),
            ),
            (rf"(?:before|prior to) {_YEAR}", _before_year),
            (rf"(?:ye|eoy|year[ -]end) {_YEAR}", lambda found: probably(f"{found['year']}-12")),
            (rf"new year {_YEAR}", lambda found: last_month_of([f"{found['year']}-01"])),
            (rf"(?P<half>[12])h[ ,-]*{_SHORT_YEAR}", _half),
            (rf"{_END}{_YEAR}", lambda found: certainly(f"{found['year']}-12", is_end=True)),
            (rf"(?:start|beginning) of {_YEAR}|early[ -](?P<early>20[0-9]{{2}})", _early),
            (rf"(?:mid|middle of)[ -]?{_YEAR}", lambda found: last_month_of([f"{found['year']}-06"])),
            (rf"late[ -]{_YEAR}", lambda found: last_month_of([f"{found['year']}-12"])),
            (rf"(?:h|half )(?P<half>[12])[ ,-]*{_SHORT_YEAR}", _half),
            (rf"(?P<half>[12])(?:st|nd) half (?:of )?{_SHORT_YEAR}", _half),
            (_YEAR + r"\.0", lambda found: certainly(found["year"])),
        )
    )


def suggest_spelling(text: str) -> Suggestion | None:
    """What to write for one day, month, quarter or year in another spelling; None for anything else."""
    if is_day(text.strip()):
        return certainly(text.strip())._replace(help=f"write {text.strip()} without the spaces around it")
    plain = plain_words(text)
    words = without_lead(plain)
    if is_day(words):
        return _by_year(words) if plain.startswith("by ") and words.isdigit() else certainly(words)
    # `31 / 12 / 2026` and `2026 - 12` where nothing else is meant.
    for spelling in dict.fromkeys((words, re.sub(r"(?<=[0-9]) ?([/.-]) ?(?=[0-9])", r"\1", words))):
        for pattern, reader in _spellings():
            if (found := pattern.fullmatch(spelling)) and (suggestion := reader(found)):
                return suggestion
    return None


def _by_year(year: str) -> Suggestion:
    """`by 2027` may be before it begins."""
    return one_of((year, f"the end of {year}"), (f"{int(year) - 1}-12", "its beginning"), is_end=True)


def year_of(text: str) -> int:
    """The year of four digits or two."""
    digits = text.removeprefix("'")
    return int(digits) if len(digits) > 2 else 2000 + int(digits)  # noqa: PLR2004 (a short year)


def _month_number(found: re.Match[str]) -> int:
    parts = found.groupdict()
    if word := parts.get("word"):
        return next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word[:3]))
    return int(parts["month"])


def _numbers(found: re.Match[str]) -> Suggestion | None:
    """A day and a month of numbers; in the British order first, and certain where the other one is no date."""
    year, first, second = year_of(found["year"]), int(found["day"]), int(found["month"])
    written = [f"{year}-{month:02}-{day:02}" for day, month in ((first, second), (second, first))]
    possible = [one for one in dict.fromkeys(written) if is_day(one)]
    if len(possible) > 1:
        return one_of(*((one, day_in_words(one)) for one in possible))
    return certainly(possible[0]) if possible else _impossible(year, second, first)


def _day(found: re.Match[str]) -> Suggestion | None:
    year, month, day = year_of(found["year"]), _month_number(found), int(found["day"])
    written = f"{year}-{month:02}-{day:02}"
    if not is_day(written):
        return _impossible(year, month, day)
    weekday = found.groupdict().get("weekday")
    if weekday and not f"{date(year, month, day):%a}".lower().startswith(weekday):
        return probably(written, f"write {written}, and check the day: it is not the one of the week that you name")
    return certainly(written)


def _impossible(year: int, month: int, day: int) -> Suggestion | None:
    """A day that its month does not have."""
    if not 1 <= month <= 12 or not 1 <= day <= 31:  # noqa: PLR2004 (no date in any order)
        return None
    last = month_end(year, month)
    why = f"does not exist: {month_in_words(year, month)} has {last.day} days"
    return Suggestion(f"write {last} for its last day", message=why)


def _month(found: re.Match[str]) -> Suggestion | None:
    month = _month_number(found)
    return certainly(f"{found['year']}-{month:02}") if 1 <= month <= 12 else None  # noqa: PLR2004 (months of a year)


def _month_or_years(found: re.Match[str]) -> Suggestion | None:
    """`2026.3` and `2026-3` are months; `2026/7` may be the academic year as well."""
    year, month = int(found["year"]), int(found["month"])
    if month == (year + 1) % 10 and len(found["month"]) == 1:
        following = f"{year}/{(year + 1) % 100:02}"
        return one_of((following, "the academic year"), (f"{year}-{month:02}", month_in_words(year, month)))
    return _month(found)


def _month_of_word(found: re.Match[str]) -> Suggestion:
    """`Dec 2026`; after a space two digits may be a day: `Sept 26`."""
    year, month = year_of(found["year"]), _month_number(found)
    written = f"{year}-{month:02}"
    if len(found["year"]) == len("26") and found.groupdict().get("gap", "-") != "-":
        if year % 100 > month_end(year, month).day:
            return certainly(written)
        month_name = month_in_words(year, month)
        if year % 100 > _LAST_LIKELY_YEAR:
            return Suggestion(f"add the year if {year % 100} is the day, or write {written} for {month_name}")
        return Suggestion(f"write {written} for {month_name}; if you mean the day, add its year", written)
    return certainly(written) if len(found["year"]) != len("26") else probably(written)


def _month_end(found: re.Match[str]) -> Suggestion:
    return certainly(f"{year_of(found['year'])}-{_month_number(found):02}", is_end=True)


def _week(found: re.Match[str]) -> Suggestion | None:
    day = _day(found)
    return Suggestion(f"write a day of that week, such as {day.written}") if day and day.written else None


def _week_of(found: re.Match[str]) -> Suggestion | None:
    """A week whose day has a month in digits; as the first day of one it is a Monday or a Friday in one order only."""
    inner = suggest_spelling(found["rest"])
    days = re.findall(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", inner.help) if inner else []
    return Suggestion(f"write a day of that week, such as {days[0]}") if days else None


def _before_year(found: re.Match[str]) -> Suggestion:
    year = int(found["year"])
    return one_of((f"{year - 1}-12", f"the month before {year}"), (str(year), f"the end of {year}"), is_end=True)


def _in_month(found: re.Match[str]) -> Suggestion:
    written = f"{year_of(found['year'])}-{_month_number(found):02}"
    return Suggestion(
        f"write {in_full(written)}, or the day that you mean, such as {written}-{_NEAR[found['near']]:02}"
    )


def _about(found: re.Match[str]) -> Suggestion:
    return probably(f"{year_of(found['year'])}-{_month_number(found):02}")


def _before(found: re.Match[str]) -> Suggestion:
    year, month = year_of(found["year"]), _month_number(found)
    earlier = (year, month - 1) if month > 1 else (year - 1, 12)
    before = (f"{earlier[0]}-{earlier[1]:02}", f"the month before {MONTHS[month - 1]}")
    return one_of(before, (f"{year}-{month:02}", f"{month_in_words(year, month)} itself"), is_end=True)


def _quarter(found: re.Match[str]) -> Suggestion:
    return certainly(f"{year_of(found['year'])}-Q{found['quarter']}")


def _half(found: re.Match[str]) -> Suggestion:
    year = year_of(found["year"])
    last = f"{year}-{int(found['half']) * 6:02}"
    return Suggestion(f"write {last}, its last month", last, is_end=True)


def _early(found: re.Match[str]) -> Suggestion:
    return last_month_of([f"{found['year'] or found['early']}-03"])


def month_alone(words: str) -> str:
    """For a month or a day whose year is missing, the same with a year as an example; empty for anything else."""
    found = _month_alone_pattern().fullmatch(words)
    if found is None:
        return ""
    if found["number"]:
        first, second = int(found["first"]), int(found["number"])
        days = [f"2028-{month:02}-{day:02}" for day, month in ((first, second), (second, first))]
        return next(filter(is_day, days), "")
    number, day = _month_number(found), found["day"] or found["after"]
    written = f"2028-{number:02}"
    return f"{written}-{int(day):02}" if day and is_day(f"{written}-{int(day):02}") else written


@cache
def _month_alone_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:early|mid|late|end of|end|by end of|start of|beginning of|{_WEEK})[ -]?)?"
        rf"(?:(?:{_DAY}[ -]?(?:of )?)?{_MONTH}(?: (?P<after>[0-9]{{1,2}})(?:st|nd|rd|th))?"
        rf"|(?P<first>[0-9]{{1,2}})[/.](?P<number>[0-9]{{1,2}}))"
    )
