"""Several owners in one name: the signs and words that people write between two of them.

`HR / Library` is two owners and `Marketing and Communications` may be one, so a sign alone seldom decides.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from tcplan.values.person_names import people_in

_LONGEST: Final = 300
"""A longer text is not a list of names."""

_FEW_WORDS: Final = 2
"""The most words of a name beside an abbreviation with "and" between them: `HR and Technical Services`."""


@cache
def _sign_pattern() -> re.Pattern[str]:
    """What parts owners and is seldom in the name of one; not the slash of `A/V`, nor the plus of `LGBT+`."""
    return re.compile(
        r"\s*[;|\n\r\u2022\u00b7]\s*|\s+[/\\]+\s*|\s*[/\\]+\s+|(?<=\w\w)(?<!\band)[/\\](?=\w\w)|\s\+\s|(?<=\w\w)\+(?=\w\w)"
    )


@cache
def _any_pattern() -> re.Pattern[str]:
    """Also what is often in the name of one owner: a comma, "and"."""
    together = r"supported by|assisted by|alongside|(?:in \w+|together|jointly|working|along) with"
    words = rf"\s+(?:{together}|and/or|and|or|with|plus)\s+|\s*\(\s*(?:{together}|and|with|plus)\s+(?=[^()]+\)$)"
    words += r"|\s*,\s*(?:and\s+|&\s*)?|\s+&\s+|(?<=\w\w)&(?=\w\w)"
    return re.compile(f"{words}|{_sign_pattern().pattern}", re.IGNORECASE)


@cache
def _dash_pattern() -> re.Pattern[str]:
    """A dash, which between known owners parts them; else a hyphen is before a part of one: `RIS - Systems`."""
    return re.compile(r"\s+[-\u2010-\u2015\u2212]+\s+")


@cache
def _post_pattern() -> re.Pattern[str]:
    """The beginning of a post or a faculty, which goes on after a comma: `Dean, Faculty of Science`."""
    return re.compile(
        r"(?:\w+ )?(?:dean|head|director|manager|chair|chief|professor|provost|pvc|dvc|officer|leader|lead|registrar"
        r"|secretary|vice|pro-vice|pro|president|principal|deputy|associate|assistant|senior|faculty|school|department"
        r"|college|institute|centre|office|division|members?|representatives?|technicians?|managers|heads|deans"
        r"|directors)\b(?! (?:group|forum|network|committee|team)\b)",
        re.IGNORECASE,
    )


@cache
def _of_one_pattern() -> re.Pattern[str]:
    """What makes one team of all that is before it: `EDI and Culture Team`."""
    return re.compile(
        r".*\b(?:teams?|units?|groups?|committees?|boards?|networks?|forums?|services?|offices?)", re.IGNORECASE
    )


def joined_parts(name: str, is_known: Callable[[str], bool]) -> list[str]:
    """The owners that a name seems to be; one if nothing says that they are several.

    Every part is an owner that is known, or one of them is; or there is a sign between names with a capital, or a comma
    or "and" beside an abbreviation.
    """
    name = name.strip()
    people = people_in(name)
    if len(name) > _LONGEST or people == (name,):
        return [name]  # a person may be written as `Smith, Jane`
    by_dash = _parts(_dash_pattern(), name)
    if len(by_dash) > 1 and (all(map(is_known, by_dash)) or (" - " not in name and any(map(is_known, by_dash)))):
        return by_dash
    parts, signs = _parts(_any_pattern(), name), _parts(_sign_pattern(), name)
    if len(parts) > 1 and any(map(is_known, parts)):
        # What is beside a known owner may have a comma or "and" of its own.
        return signs if len(signs) > 1 and any(map(is_known, signs)) and not all(map(is_known, parts)) else parts
    return [name] if len(parts) <= 1 else _unknown_parts(name, parts, signs)


def _unknown_parts(name: str, parts: list[str], signs: list[str]) -> list[str]:
    """The owners that a name seems to be if none of them is known."""
    people = people_in(name)
    if len(people) > 1:
        return parts
    if people and len(signs) == 1:
        return [name]  # a person with a role
    if len(signs) > 1:
        return signs if _are_names(name, signs) else [name]
    return parts if _has_abbreviation(name, parts) or _is_list(name, parts) else [name]


def _parts(pattern: re.Pattern[str], name: str) -> list[str]:
    parts = (part.strip() for part in pattern.split(name) if part)
    # `HR (with Library)` leaves the end of the brackets.
    return [part.removesuffix(")") if "(" not in part else part for part in parts if part]


def _are_names(name: str, parts: list[str]) -> bool:
    """Whether what a sign parts are names; not `Teaching/Research Fellows`."""
    if not all(part[:1].isupper() and len(part) > 1 for part in parts):
        return False
    is_close = not re.search(r"\s[/\\|+]|[/\\|+]\s|[;\n\r]", name)
    return not is_close or any(map(_is_abbreviation, parts)) or all(len(part.split()) == 1 for part in parts)


def _is_abbreviation(part: str) -> bool:
    return len(part) > 1 and part.isupper() and part.isalpha()


def _has_abbreviation(name: str, parts: list[str]) -> bool:
    """Whether one part is only an abbreviation and the others are names: `HR & Estates`, `HR, Dean of Science`."""
    if not all(part[:1].isupper() and len(part) > 1 for part in parts) or not any(map(_is_abbreviation, parts)):
        return False
    if _dash_pattern().search(name):
        return False
    if re.search(r"\band\b|&|\bor\b|\bwith\b", name):
        return all(len(part.split()) <= _FEW_WORDS for part in parts) and not _of_one_pattern().fullmatch(parts[-1])
    return not _post_pattern().match(parts[0])


def _is_list(name: str, parts: list[str]) -> bool:
    """Whether names are parted by commas alone, and none is a post that may go on after one."""
    return (
        all(part[:1].isupper() for part in parts)
        and not re.search(r"\b(?:and|or|of|for)\b|&", name)
        and not _dash_pattern().search(name)
        and not any(_post_pattern().match(part) for part in parts)
    )
