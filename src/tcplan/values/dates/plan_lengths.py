"""Lengths of time, rhythms and years of the plan in other words: `24m`, `6-12 months`, `Y2`, `every six months`."""

import re
from collections.abc import Callable
from typing import Final

from tcplan.values.dates.plain_words import plain_words
from tcplan.values.dates.suggestion import CHECKPOINTS, LAST_MONTH, Suggestion, certainly, probably

Reader = Callable[[re.Match[str]], Suggestion | None]
Row = tuple[str, Reader | Suggestion]
"""A spelling, and what to say of it."""

RHYTHMS: Final = {
    "weekly": "1 week",
    "fortnightly": "2 weeks",
    "monthly": "1 month",
    "bimonthly": "2 months",
    "quarterly": "3 months",
    "termly": "4 months",
    "half-yearly": "6 months",
    "six-monthly": "6 months",
    "6-monthly": "6 months",
    "biannually": "6 months",
    "biannual": "6 months",
    "twice a year": "6 months",
    "yearly": "12 months",
    "annual": "12 months",
    "annually": "12 months",
    "once a year": "12 months",
    "every year": "12 months",
    "each year": "12 months",
    "every term": "4 months",
    "each term": "4 months",
}
UNCERTAIN_RHYTHMS: Final = ("bimonthly", "termly", "every term", "each term", "biannually", "biannual")
"""Those that come to one length or another: a term may be three months or four, biannual every two years."""

_Y: Final = "(?:y|yr|year)s?"
_UNITS: Final = {"m": "months", "w": "weeks", "y": "years", "d": "days"}
_UNIT: Final = "(?P<unit>m|mth|mths|months?|mos?|w|wk|wks|weeks?|y|yr|yrs|years?|days?)"
_WITHIN: Final = "(?:within |in )?(?:the )?"
PLAN: Final = r"(?:(?:action |current |whole |\w+[ -]year )?(?:plan|period|plan period)|action plan period)"


def _unit(found: re.Match[str]) -> str:
    return _UNITS[found["unit"][0]]


def _in_units(count: int, unit: str) -> str:
    return f"{count} {unit}" if count > 1 else f"1 {unit.removesuffix('s')}"


def _plan_year(found: re.Match[str]) -> Suggestion:
    return certainly(f"year {int(found['n'])}")


def _end_of_year(found: re.Match[str]) -> Suggestion:
    return certainly(f"year {int(found['n'] or found['m'])}", is_end=True)


def _plan_years(found: re.Match[str]) -> Suggestion:
    return Suggestion(f"write year {found['last']} as due, and year {found['first']} as start")


def _list_of_years(found: re.Match[str]) -> Suggestion:
    years = ", ".join(f"year {number}" for number in re.findall("[0-9]+", found[0]))
    return Suggestion(f"write [{years}]: {CHECKPOINTS}")


def _quarter_of_plan_year(found: re.Match[str]) -> Suggestion:
    year, quarter = int(found["n"]), int(found["q"])
    return probably(
        months := f"{12 * (year - 1) + 3 * quarter} months",
        f"write {months} for the end of quarter {quarter} of the plan's year {year}",
    )


def _middle_of_plan_year(found: re.Match[str]) -> Suggestion:
    year = int(found["n"])
    return Suggestion(f"write {12 * year - 6} months for the middle of the plan's year {year}")


def _length(found: re.Match[str]) -> Suggestion:
    return certainly(_in_units(int(found["n"]), _unit(found)))


def _half_years(found: re.Match[str]) -> Suggestion:
    return certainly(f"{12 * int(found['n'] or 0) + 6} months")


def _lengths(found: re.Match[str]) -> Suggestion:
    first, last = (_in_units(int(found[name]), _unit(found)) for name in ("n", "last"))
    if not int(found["n"]):
        return probably(last)
    return Suggestion(f"write {last}, or [{first}, {last}] if {first} is a checkpoint", is_end=True)


def _length_from(found: re.Match[str]) -> Suggestion:
    length = _in_units(int(found["n"]), _unit(found))
    if re.fullmatch(rf"(?:the )?(?:start|beginning)(?: date)?(?: of (?:the )?{PLAN})?", found["from"]):
        return certainly(length, keeps_words=True)
    return Suggestion(f"write the date; {length} would count from the start of the plan")


def _month_of_plan(found: re.Match[str]) -> Suggestion:
    count = int(found["last"] or found["n"])
    return probably(f"{count} months", f"write {count} months for the end of the plan's month {count}")


LENGTH_ROWS: Final[tuple[Row, ...]] = (
    (rf"{_Y}[ -]?(?P<n>[1-9][0-9]?)", _plan_year),
    (rf"(?:(?:end|close) of )?(?P<n>[1-9])(?:st|nd|rd|th) year(?: of (?:the )?{PLAN})?", _plan_year),
    (rf"(?:end|close) (?:of )?(?:the )?{_Y}[ -]?(?P<n>[1-9][0-9]?)|{_Y}[ -]?(?P<m>[1-9][0-9]?) end", _end_of_year),
    (rf"{_Y}[ -]?(?P<first>[1-9]) ?(?:-|to) ?(?:{_Y})?[ -]?(?P<last>[1-9])", _plan_years),
    (rf"{_Y}[ -]?[1-9](?: ?(?:,|&|\+|/|and|, and) ?(?:{_Y})?[ -]?[1-9])+", _list_of_years),
    (rf"{_Y}[ -]?(?P<n>[1-9])[ ,-]*q(?:uarter )?(?P<q>[1-4])", _quarter_of_plan_year),
    (rf"q(?:uarter )?(?P<q>[1-4])[ ,-]*(?:of )?{_Y}[ -]?(?P<n>[1-9])", _quarter_of_plan_year),
    (rf"(?:mid|middle of|halfway through)[ -](?:the )?{_Y}[ -]?(?P<n>[1-9])", _middle_of_plan_year),
    (
        rf"(?:start|beginning|early) (?:of |in )?{_Y}[ -]?[1-9]|{_Y}[ -]?[1-9][ ,-]*(?:term|semester) ?[1-3]",
        Suggestion(f"{LAST_MONTH}, or the whole year of the plan, such as year 2"),
    ),
    (rf"{_WITHIN}(?P<n>[1-9][0-9]{{0,3}})[ -]*{_UNIT}", _length),
    (r"(?:(?P<n>[0-9])(?:\.5| 1/2|½| and a half) years|half a year)", _half_years),
    (rf"(?P<n>[0-9]{{1,3}}) ?(?:-|to|/|or) ?(?P<last>[0-9]{{1,3}})[ -]*{_UNIT}", _lengths),
    (
        (
            rf"{_WITHIN}(?P<n>[0-9]{{1,3}})[ -]*{_UNIT} "
            r"(?:from|after|of|post|following|since|before|prior to|into)\b ?(?P<from>.*)"
        ),
        _length_from,
    ),
    (rf"(?:after|{_WITHIN}next|over the next) (?P<n>[0-9]{{1,3}})[ -]*{_UNIT}(?P<from>)", _length_from),
    (r"(?:month|m)s? ?(?P<n>[0-9]{1,2})(?: ?(?:-|to) ?(?:month|m)? ?(?P<last>[0-9]{1,2}))?", _month_of_plan),
)


def suggest_length(text: str) -> Suggestion | None:
    """What to write for a rhythm or a length of time in other words: `termly`, `every six months`."""
    words = plain_words(text).rstrip(". ")
    if (written := RHYTHMS.get(words)) is not None:
        return certainly(written) if words not in UNCERTAIN_RHYTHMS else probably(written)
    words = re.sub(r"^(?:every|each|once every|once in) |(?<=[0-9])-monthly$", "", words)
    words = re.sub(r"^a (?=year|month|week)|^(?=(?:year|month|week)$)", "1 ", words)
    found = re.fullmatch(rf"(?P<n>[1-9][0-9]{{0,3}})[ -]*{_UNIT}", words)
    return _length(found) if found else None
