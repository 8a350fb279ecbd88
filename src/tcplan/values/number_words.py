"""Numbers in words and with signs: `5k`, `3 out of 10`, `half`, `increase by 10%`; and what to write for them."""

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple


class MeantNumber(NamedTuple):
    """What to say of a text that is not a number, and the number that it is, if that is certain."""

    help: str
    certain: str = ""


_UNITS: Final = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
_TEENS: Final = "seventeen|eighteen|nineteen"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_PARTS: Final = {"half": "50%", "a half": "50%", "a third": "33%", "a quarter": "25%", "three quarters": "75%"}
_FRACTIONS: Final = {"\u00bc": ".25", "\u00bd": ".5", "\u00be": ".75"}
_THOUSANDS: Final = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_NUMBER: Final = r"(?P<number>-?[0-9]{1,3}(?:[, ][0-9]{3})+|-?[0-9]{1,12})(?P<part>\.[0-9]{1,6})?"
_NO_NUMBER: Final = ("n/a", "na", "none", "-", "tbc", "tbd", "unknown", "?", "not known")
_PERCENT: Final = r" ?(?:%|percent|per cent|pct?\.?|p\.c\.)"
_MOST_CHARACTERS: Final = 80
"""A longer text is a sentence with a number in it."""

_REMARK: Final = "units and remarks go into the title or into `source`"
_MOST_OF: Final = 100_000
"""A share of more than this is not written as a count of people."""


@cache
def _spelling_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<before>\D*?){_NUMBER}(?P<percent>{_PERCENT})?(?P<after>.*)", re.IGNORECASE | re.DOTALL)


@cache
def _thousands_pattern() -> re.Pattern[str]:
    """Thousands and millions; `m` alone may be metres, but not after the sign of a currency."""
    return re.compile(
        r"(?P<before>[^\w.-]*)(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?) ?"
        r"(?P<unit>k|thousand|million|(?<=[$\u20ac\u00a3][0-9])m)\b(?P<after>.*)"
    )


@cache
def _share_pattern() -> re.Pattern[str]:
    """`3 of 10`, `3/10`, and `1 in 4`, but not `10 in 2027`."""
    part, whole = r"(?P<part>[0-9]{1,6}(?:\.[0-9]{1,2})?)", r"(?P<whole>[1-9][0-9]{0,5})"
    return re.compile(rf"{part} ?(?:/|of|out of|in(?= [0-9]{{1,2}}\b)) ?(?:the )?{whole}\b(?P<after> .*)?")


@cache
def _change_pattern() -> re.Pattern[str]:
    """Words for how much something changes, but not for a bound: `10 or more` is a number to reach."""
    return re.compile(
        r"\b(?:increas\w*|decreas\w*|reduc\w*|grow\w*|ris(?:e|ing)|improv\w*|doubl\w*|trebl\w*|tripl\w*|halv\w*"
        r"|up by|down by|higher|lower)\b|^[x\u00d7] ?[0-9]|[0-9] ?[x\u00d7]$|^\+ ?[0-9]"
    )


@cache
def _letters_pattern() -> re.Pattern[str]:
    """Letters that look like digits among digits."""
    return re.compile(r"(?=[ilo]*[0-9])[0-9ilo]{2,6}( ?%)?", re.IGNORECASE)


def read_number(text: str) -> MeantNumber | None:
    """What a number in another spelling comes to (`1,200`, `30 per cent`, `30 staff`); None for what has none."""
    if text.strip().lower() in _NO_NUMBER:
        return MeantNumber("leave it out until there is a number")
    if len(text) > _MOST_CHARACTERS:
        return None
    words = " ".join(unicodedata.normalize("NFKC", text).split()).rstrip(".")
    found = _spelling_pattern().fullmatch(words)
    return _read_words(text) or (found and _with_unit(found))


def _with_unit(found: re.Match[str]) -> MeantNumber:
    """A number with words or signs around it."""
    written = re.sub("[, ]", "", found["number"]) + (found["part"] or "") + ("%" if found["percent"] else "")
    before, after = found["before"].strip(), found["after"].strip()
    if not before and not after:
        return MeantNumber(f"write {written}", written)
    if comma := re.match(r",(?P<part>[0-9]+)", after):
        return MeantNumber(f"write {written}.{comma['part']} with a point, or the whole number without the comma")
    if re.match(r"(?:-|to|or|/|\u2013)? ?[0-9]", after):
        return MeantNumber("write one number; a measure has one for each date")
    return MeantNumber(f"write {written}; {_REMARK}")


def _read_words(text: str) -> MeantNumber | None:
    """What a text comes to that is more than a number with a unit; None for anything else."""
    words = " ".join(unicodedata.normalize("NFKC", _with_fractions(text)).lower().split()).rstrip(".")
    if _change_pattern().search(words):
        return MeantNumber("write the number to reach, not the change")
    if found := _share_pattern().fullmatch(words):
        return _share(found)
    if found := _thousands_pattern().fullmatch(words):
        number = Decimal(found["number"]) * _THOUSANDS[found["unit"]]
        rest = f"; {_REMARK}" if found["before"] or found["after"] else ""
        return MeantNumber(f"write {number.normalize():f}{rest}")
    if re.search("[ilo]", words) and _letters_pattern().fullmatch(words):
        digits = words.translate(str.maketrans("ilo", "110"))
        return MeantNumber(f"write {digits}: there is a letter among the digits")
    written = _in_digits(words, text)
    return MeantNumber(f"write {written}") if written else None


def _with_fractions(text: str) -> str:
    """A text with `3½` as 3.5."""
    return re.sub(r"([0-9]*) ?([\u00bc\u00bd\u00be])", lambda found: f"{found[1] or 0}{_FRACTIONS[found[2]]}", text)


def _in_digits(words: str, text: str) -> str:
    """A number below a hundred in words, a part of a whole, `3\u00bd` or `1e3`; empty for anything else."""
    if words in _PARTS or words in ("dozen", "a dozen"):
        return _PARTS.get(words, "12")
    if re.fullmatch("[0-9]{1,3}e[0-9]", words):
        return str(int(float(words)))
    if any(one in text for one in _FRACTIONS) and re.fullmatch(r"[0-9]+\.[0-9]+ ?%?", words):
        return words
    units, tens = [*_UNITS.split("|"), *_TEENS.split("|")], _TENS.split("|")
    first, _, second = words.replace("-", " ").partition(" ")
    if first in units and not second:
        return str(units.index(first))
    if first in tens and second in ("", *units[1:10]):
        return str(20 + 10 * tens.index(first) + (units.index(second) if second else 0))
    return ""


def _share(found: re.Match[str]) -> MeantNumber | None:
    part, whole = Decimal(found["part"]), int(found["whole"])
    if part > whole or whole > _MOST_OF:
        return None
    if "." in found["part"]:
        return MeantNumber(f"write {found['part']}, and say in the title that it is out of {whole}")
    percent = f"{(100 * part / whole).quantize(Decimal('0.1')).normalize():f}%"
    return MeantNumber(f"write {percent}, or {found['part']} if the title says how many there are")
