"""Seasons, terms and years of other kinds: their last month depends on who is asked, so that none is certain."""

import re
from functools import cache
from typing import Final

from tcplan.values.dates.plain_words import plain_words, without_lead
from tcplan.values.dates.spellings import year_of
from tcplan.values.dates.suggestion import LAST_MONTH, Suggestion, certainly, last_month_of, one_of, probably

_LAST_MONTHS: Final = {
    "spring": (0, 5),
    "summer": (0, 8),
    "autumn": (0, 11),
    "fall": (0, 11),
    "winter": (1, 2),
    "spring term": (0, 4),
    "summer term": (0, 7),
    "autumn term": (0, 12),
    "easter": (0, 4),
    "christmas": (0, 12),
    "xmas": (0, 12),
    "michaelmas": (0, 12),
    "martinmas": (0, 12),
    "hilary": (0, 3),
    "lent": (0, 3),
    "epiphany": (0, 3),
    "candlemas": (0, 5),
    "trinity": (0, 6),
    "whitsun": (0, 6),
}
"""The last month of each in a calendar year: in that year (0) or the next (1)."""

_FIRST_IN_ACADEMIC_YEAR: Final = ("autumn", "fall", "winter", "christmas", "xmas", "michaelmas", "martinmas")
_OF_ACADEMIC_YEAR: Final = {
    ("term", 1): (0, 12),
    ("term", 2): (1, 4),
    ("term", 3): (1, 7),
    ("trimester", 1): (0, 12),
    ("trimester", 2): (1, 4),
    ("trimester", 3): (1, 8),
    ("semester", 1): (1, 1),
    ("semester", 2): (1, 6),
}
"""The last month of each in an academic year: in the year that it begins in (0) or the next (1)."""

_TERMS: Final = r"term|semester|sem\.?|trimester|teaching block|tb|t(?=[123])|s(?=[12])"
_TERMS_IN_SHORT: Final = {
    "sem": "semester",
    "sem.": "semester",
    "s": "semester",
    "tb": "semester",
    "teaching block": "semester",
    "t": "term",
}

_FINANCIAL_QUARTERS: Final = ((0, 6), (0, 9), (0, 12), (1, 3))
_ACADEMIC_QUARTERS: Final = ((0, 10), (1, 1), (1, 4), (1, 7))

_YEAR: Final = r"(?P<year>(?:20|19)[0-9]{2}|'?[0-9]{2})(?: ?[/-] ?(?:20)?(?P<next>[0-9]{2}))?"
_SEASON: Final = "spring|summer|autumn|fall|winter|easter|christmas|xmas|michaelmas|martinmas|hilary|lent|epiphany"
_SEASONS: Final = f"(?:{_SEASON}|candlemas|trinity|whitsun)"


@cache
def _season_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:early|late|mid|end of|start of|beginning of|before|after|next|this|last)[ -])*"
        rf"(?:{_SEASONS} ?(?:/|-|to|or|and|&) ?)?(?P<season>{_SEASONS})(?P<term> (?:term|semester))?"
        rf"(?: (?:break|vacation|vac|recess|holidays?))?"
        rf"[ ,-]*(?:of )?(?:{_YEAR})?"
    )


@cache
def _term_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:end of )?(?:(?P<kind>{_TERMS}) ?(?P<number>[123])|(?P<ordinal>[123])(?:st|nd|rd) "
        rf"(?P<of>term|semester|trimester))[ ,-]*(?:of )?(?:ay ?)?(?:{_YEAR})?"
    )


@cache
def _year_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:q(?P<quarter>[1-4])[ ,-]*(?:of )?)?(?P<kind>ay|academic year|academic|fy|financial year|year)?[ :]*"
        rf"{_YEAR}(?P<after> (?:academic|financial) year)?"
    )


@cache
def _quarter_after_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:fy|ay) ?)?{_YEAR}[ ,-]*q(?P<quarter>[1-4])")


def suggest_season(text: str) -> Suggestion | None:
    """What to write for a season, a term, or a financial or academic year; None for anything else."""
    words = without_lead(plain_words(text))
    if found := _season_pattern().fullmatch(words):
        return _season(found)
    if found := _term_pattern().fullmatch(words):
        return _term(found)
    if found := _year_pattern().fullmatch(words) or _quarter_after_pattern().fullmatch(words):
        return _year(found)
    return Suggestion("write the year itself, such as 2028") if re.fullmatch("(?:next|this|last) year", words) else None


def first_month(text: str) -> str:
    """The month in which a season with a year begins, for an example; empty for anything else."""
    found = re.search(r"(spring|summer|autumn|fall|winter)\b.*?(20[0-9]{2}|'?[0-9]{2})\b", plain_words(text))
    if found is None:
        return ""
    months = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
    return f"{year_of(found[2])}-{months[found[1]]:02}"


def _season(found: re.Match[str]) -> Suggestion:
    if not found["year"]:
        return Suggestion(f"{LAST_MONTH}, with its year", is_end=True)
    name = found["season"] + (" term" if found["term"] else "")
    later, month = _LAST_MONTHS.get(name) or _LAST_MONTHS[found["season"]]
    year = year_of(found["year"])
    if found["next"]:
        second = found["season"] not in _FIRST_IN_ACADEMIC_YEAR
        return last_month_of([f"{year + max(later, int(second))}-{month:02}"])
    months = [f"{year}-12", f"{year + 1}-{month:02}"] if later else [f"{year}-{month:02}"]
    return last_month_of(months)


def _term(found: re.Match[str]) -> Suggestion:
    kind, number = (
        _TERMS_IN_SHORT.get(found["kind"], found["kind"] or found["of"]),
        int(found["number"] or found["ordinal"]),
    )
    if not found["year"]:
        return Suggestion("write the last month of it, with its year", is_end=True)
    if (kind, number) not in _OF_ACADEMIC_YEAR:
        return Suggestion("write its last month", is_end=True)
    later, month = _OF_ACADEMIC_YEAR[kind, number]
    year = year_of(found["year"])
    if found["next"]:
        return Suggestion(f"write its last month, such as {year + later}-{month:02}", is_end=True)
    here, before = f"{year + later}-{month:02}", f"{year - 1 + later}-{month:02}"
    return one_of((here, f"a year that begins in {year}"), (before, f"one that ends in {year}"), is_end=True)


def _year(found: re.Match[str]) -> Suggestion | None:
    parts = found.groupdict()
    kind = f"{parts.get('kind') or ''}{parts.get('after') or ''}"
    if not parts["next"]:
        return _one_year(parts, kind)
    year, following = year_of(parts["year"]), int(parts["next"])
    if following != (year + 1) % 100:
        return None
    if parts["quarter"]:
        return _quarter_of(int(parts["quarter"]), year, is_academic="academic" in kind or "ay" in kind)
    return _year_of_kind(found[0], kind, year)


def _year_of_kind(text: str, kind: str, year: int) -> Suggestion:
    """`2026/27` as a year of universities, of ministries, or from one calendar year to the next."""
    academic = f"{year}/{(year + 1) % 100:02}"
    if "fy" in kind or "financial" in kind:
        return one_of((academic, "a year to 31 July"), (f"{year + 1}-03", "a year to 31 March"), is_end=True)
    if "academic" in kind or "ay" in kind:
        return certainly(academic)
    if re.search("[0-9]{4} ?- ?20", text):
        return one_of((academic, "the academic year"), (str(year + 1), f"the end of {year + 1}"), is_end=True)
    return probably(academic)


def _one_year(parts: dict[str, str], kind: str) -> Suggestion | None:
    """`FY27` ends in 2027; `AY27` may begin or end in it."""
    if not kind or parts["quarter"]:
        return _financial_quarter(parts) if kind and parts["quarter"] else None
    year = year_of(parts["year"])
    if "fy" in kind or "financial" in kind:
        return one_of(
            (f"{year - 1}/{year % 100:02}", "a year to 31 July"),
            (f"{year}-03", f"a year to 31 March {year}"),
            is_end=True,
        )
    if "academic" in kind or "ay" in kind:
        return one_of(
            (f"{year}/{(year + 1) % 100:02}", f"the year that begins in {year}"),
            (f"{year - 1}/{year % 100:02}", f"the one that ends in {year}"),
        )
    return certainly(str(year)) if len(parts["year"]) > 2 else None  # noqa: PLR2004 (`year 2` is one of the plan)


def _financial_quarter(parts: dict[str, str]) -> Suggestion:
    return _quarter_of(int(parts["quarter"]), year_of(parts["year"]) - 1)


def _quarter_of(quarter: int, year: int, *, is_academic: bool = False) -> Suggestion:
    """A quarter of a year that begins in one calendar year and ends in the next."""
    april, august = (ends[quarter - 1] for ends in (_FINANCIAL_QUARTERS, _ACADEMIC_QUARTERS))
    if is_academic:
        return last_month_of([f"{year + august[0]}-{august[1]:02}"])
    return one_of(
        (f"{year + april[0]}-{april[1]:02}", "a year that begins in April"),
        (f"{year + august[0]}-{august[1]:02}", "one that begins in August"),
        is_end=True,
    )
