"""One text with owners, parted into the owners that it names."""

import re
from functools import cache
from typing import Final

from tcplan.importing.found import FoundPlan
from tcplan.importing.reading.hidden_signs import hide_brackets, hide_names, show
from tcplan.importing.reading.owner_conjunctions import by_ampersand, by_and, is_owner
from tcplan.importing.reading.owner_names import OwnerNames
from tcplan.importing.reading.owner_words import (
    body_pattern,
    is_abbreviation,
    is_bare_post,
    post_pattern,
)
from tcplan.values.joined_names import joined_parts
from tcplan.values.person_names import people_in
from tcplan.workspace.glossary import Glossary

_FEW: Final = 2
"""The most words of what a body is for, before a comma."""


@cache
def _sign_pattern() -> re.Pattern[str]:
    """What is never in the name of one owner."""
    support = r"(?:support|input|help|advice|assistance)\s+(?:from|by|of)"
    together = r"(?:working|together|jointly|along|in \w+)\s+with|alongside|supported by|assisted by|then"
    return re.compile(
        rf"\s*[;|\u2022\t]\s*|\s+[/+]\s+|(?:,\s*|\s+)(?:and\s+)?(?:with\s+{support}|{support}|{together})\s+|,\s*with\s+",
        re.IGNORECASE,
    )


@cache
def _part_pattern() -> re.Pattern[str]:
    """What a post may be of, after a comma."""
    return re.compile(r"(?:faculty|school|department|college|institute|centre|division) of\b.*", re.IGNORECASE)


def owners_in(text: str, names: OwnerNames) -> list[str]:
    """The owners that one line names, in order; signs and words between names part it, and known names in a row do."""
    text = text.strip(" ,;.\u2022")
    if not text:
        return []
    if names.is_listed(text) or people_in(text) == (text,):
        return [text]
    hidden = hide_names(hide_brackets(text), names.with_and)
    pieces = [piece for piece in _sign_pattern().split(hidden) if piece.strip()]
    parts = [show(part).strip(" ,;") for piece in pieces for part in _by_commas(piece, names)]
    return [one.strip() for part in parts for one in _in_a_row(part, names) if one.strip()]


def read_names(plan: FoundPlan, glossary: Glossary) -> OwnerNames:
    """The names of a plan, also those with "and" in them that stand alone and are not parted."""
    names = OwnerNames(plan, glossary)
    lines = [line.strip(" ,;.") for line in dict.fromkeys(names.lines) if re.search(r"[,/&]|\band\b", line)]
    for line in sorted(filter(None, lines), key=lambda one: len(one.split())):
        if owners_in(line, names) == [line]:
            names.keep_whole([line])  # a longer line may be this name and another in a row
    return names


def _in_a_row(text: str, names: OwnerNames) -> list[str]:
    """Names that follow each other with a space between them, or without one."""
    return [one for part in names.part(text) for one in names.parted_within(part)]


def _by_commas(text: str, names: OwnerNames) -> list[str]:
    parts = [part.strip() for part in re.split(r",\s*(?:and\s+|&\s*)?", text) if part.strip()]
    parts = _with_bodies(parts, names)
    if len(parts) == 1:
        return [text] if "," in text else by_ampersand(text, names)
    if _is_list(parts, names):
        first = [one for part in parts[:-1] for one in ([part] if "," in part else by_and(part, names))]
        return [*first, *_last(parts[-1], names)]
    found = joined_parts(text, names.is_known)
    return found if len(found) in (1, len(parts)) else parts


def _last(text: str, names: OwnerNames) -> list[str]:
    """The last of a list may be two with "and" between them: `HR, OD and Technical Services`."""
    halves = _halves(text)
    if len(halves) == 2 and (names.is_known(halves[0]) or is_abbreviation(halves[0])):  # noqa: PLR2004 (two owners)
        return halves
    return [text] if "," in text else by_and(text, names)


def _halves(text: str) -> list[str]:
    return [half.strip() for half in re.split(r"\s+(?:and|&)\s+", text, maxsplit=1) if half.strip()]


def _with_bodies(parts: list[str], names: OwnerNames) -> list[str]:
    """Parts with those together that are one body: `Equality`, `Diversity and Inclusion Committee`."""
    whole: list[str] = []
    for part in parts:
        halves = _halves(part)
        if len(halves) > 1 and body_pattern().fullmatch(halves[1]) and not is_owner(halves[0], names):
            while whole and len(whole[-1].rpartition(" - ")[2].split()) <= _FEW and not is_owner(whole[-1], names):
                part = f"{whole.pop()}, {part}"  # noqa: PLW2901 (it grows)
        whole.append(part)
    return whole


def _is_list(parts: list[str], names: OwnerNames) -> bool:
    """Whether commas are between owners, and not in the name of one, as in `Learning, Teaching and Quality Unit`."""
    last = _halves(parts[-1])
    if len(parts) == 2 and _is_one_of_two(parts[0], parts[1], names):  # noqa: PLR2004 (a post and what it is of)
        return False
    if any(names.is_known(part) or is_abbreviation(part) or people_in(part) == (part,) for part in (*parts, *last)):
        return len(last) == 1 or not _is_one_body(parts, last, names)
    if len(last) > 1 and _is_one_body(parts, last, names):
        return False
    if len(last) == 1 and is_owner(last[0], names):
        return all(part[:1].isupper() for part in parts)  # `Library, Heads of School`
    return all(part[:1].isupper() and (" " in part or is_owner(part, names)) for part in (*parts[:-1], *last))


def _is_one_of_two(first: str, second: str, names: OwnerNames) -> bool:
    """`Dean, Faculty of Science`, `Dean, Jane Smith` and `Jane Smith, Workshop Manager` are one owner."""
    is_person = people_in(first) == (first,)
    if is_person and not names.is_known(second):
        return not people_in(second)
    if re.fullmatch("director|head|manager", first, re.IGNORECASE) and not names.is_known(first):
        return post_pattern().fullmatch(second) is None  # `Director, HR`
    if is_bare_post(first):
        return not is_owner(second, names) or (people_in(second) == (second,))
    return _part_pattern().fullmatch(second) is not None and post_pattern().fullmatch(first) is not None


def _is_one_body(parts: list[str], last: list[str], names: OwnerNames) -> bool:
    """Whether single words and the last with the name of a body are one: all before it are what it is for."""
    words = [*parts[:-1], *last[:-1]]
    is_owner = any(names.is_known(one) or is_abbreviation(one) or len(one.split()) > _FEW for one in words)
    return body_pattern().fullmatch(last[-1]) is not None and not is_owner
