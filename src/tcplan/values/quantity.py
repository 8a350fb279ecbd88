"""Numbers as measures hold them: a count or a percentage, never a mixture."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

MOST_CHARACTERS: Final = 80
"""A longer text is a sentence with a number in it."""


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"(-?[0-9]{1,12}(?:\.[0-9]{1,6})?)( ?%)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or a reading as written; `value` is 30 for both `30` and `30%`."""

    text: str
    value: Decimal
    percent: bool


def parse_quantity(text: str) -> Quantity | None:
    """Read `212`, `0.5` or `30%`; None for anything else."""
    match = _number_pattern().fullmatch(text)
    return Quantity(text, Decimal(match[1]), match[2] is not None) if match else None


class MeantNumber(NamedTuple):
    """What to say of a text that is not a number, and the number that it is, if that is certain."""

    help: str
    certain: str = ""


_NUMBER: Final = r"(?P<number>-?[0-9]{1,3}(?:[, ][0-9]{3})+|-?[0-9]{1,12})(?P<part>\.[0-9]{1,6})?"
_NO_NUMBER: Final = ("n/a", "na", "none", "-", "tbc", "tbd", "unknown", "?", "not known")
_PERCENT: Final = r" ?(?:%|percent|per cent|pct?\.?|p\.c\.)"


@cache
def _spelling_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<before>\D*?){_NUMBER}(?P<percent>{_PERCENT})?(?P<after>.*)", re.IGNORECASE | re.DOTALL)


def read_number(text: str) -> MeantNumber | None:
    """What a number in another spelling comes to (`1,200`, `30 per cent`, `30 staff`); None for what has none."""
    if text.strip().lower() in _NO_NUMBER:
        return MeantNumber("leave it out until there is a number")
    words = " ".join(text.replace("\u00a0", " ").split()).rstrip(".")
    found = _spelling_pattern().fullmatch(words) if len(words) <= MOST_CHARACTERS else None
    if found is None:
        return None
    written = re.sub("[, ]", "", found["number"]) + (found["part"] or "") + ("%" if found["percent"] else "")
    before, after = found["before"].strip(), found["after"].strip()
    if not before and not after:
        return MeantNumber(f"write {written}", written)
    if comma := re.match(r",(?P<part>[0-9]+)", after):
        return MeantNumber(f"write {written}.{comma['part']} with a point, or the whole number without the comma")
    if re.match(r"(?:-|to|or|/|\u2013)? ?[0-9]", after):
        return MeantNumber("write one number; a measure has one for each date")
    return MeantNumber(f"write {written}; units and remarks go into the title or into `source`")
