"""One text with owners, parted into the owners that it names."""

import re
from functools import cache
from typing import Final

from tcplan.importing.found import FoundPlan
from tcplan.importing.reading.hidden_signs import hide_brackets, hide_names, show
from tcplan.importing.reading.owner_names import OwnerNames
from tcplan.importing.reading.owner_words import (
    begins_as_post,
    body_pattern,
    ends_as_post,
    is_abbreviation,
    is_bare_post,
    is_body,
    is_one_directorate,
    is_plural_post,
    post_pattern,
)
from tcplan.values.joined_names import joined_parts
from tcplan.values.person_names import people_in
from tcplan.workspace.glossary import Glossary, fold_name, is_placeholder

_LONGEST_POST: Final = 6
"""More words before "and" are names in a row, and not a post."""

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
        return [text] if "," in text else _by_ampersand(text, names)
    if _is_list(parts, names):
        first = [one for part in parts[:-1] for one in ([part] if "," in part else _by_and(part, names))]
        return [*first, *_last(parts[-1], names)]
    found = joined_parts(text, names.is_known)
    return found if len(found) in (1, len(parts)) else parts


def _last(text: str, names: OwnerNames) -> list[str]:
    """The last of a list may be two with "and" between them: `HR, OD and Technical Services`."""
    halves = _halves(text)
    if len(halves) == 2 and (names.is_known(halves[0]) or is_abbreviation(halves[0])):  # noqa: PLR2004 (two owners)
        return halves
    return [text] if "," in text else _by_and(text, names)


def _halves(text: str) -> list[str]:
    return [half.strip() for half in re.split(r"\s+(?:and|&)\s+", text, maxsplit=1) if half.strip()]


def _with_bodies(parts: list[str], names: OwnerNames) -> list[str]:
    """Parts with those together that are one body: `Equality`, `Diversity and Inclusion Committee`."""
    whole: list[str] = []
    for part in parts:
        halves = _halves(part)
        if len(halves) > 1 and body_pattern().fullmatch(halves[1]) and not _is_owner(halves[0], names):
            while whole and len(whole[-1].rpartition(" - ")[2].split()) <= _FEW and not _is_owner(whole[-1], names):
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
    if len(last) == 1 and _is_owner(last[0], names):
        return all(part[:1].isupper() for part in parts)  # `Library, Heads of School`
    return all(part[:1].isupper() and (" " in part or _is_owner(part, names)) for part in (*parts[:-1], *last))


def _is_one_of_two(first: str, second: str, names: OwnerNames) -> bool:
    """`Dean, Faculty of Science`, `Dean, Jane Smith` and `Jane Smith, Workshop Manager` are one owner."""
    is_person = people_in(first) == (first,)
    if is_person and not names.is_known(second):
        return not people_in(second)
    if re.fullmatch("director|head|manager", first, re.IGNORECASE) and not names.is_known(first):
        return post_pattern().fullmatch(second) is None  # `Director, HR`
    if is_bare_post(first):
        return not _is_owner(second, names) or (people_in(second) == (second,))
    return _part_pattern().fullmatch(second) is not None and post_pattern().fullmatch(first) is not None


def _is_one_body(parts: list[str], last: list[str], names: OwnerNames) -> bool:
    """Whether single words and the last with the name of a body are one: all before it are what it is for."""
    words = [*parts[:-1], *last[:-1]]
    is_owner = any(names.is_known(one) or is_abbreviation(one) or len(one.split()) > _FEW for one in words)
    return body_pattern().fullmatch(last[-1]) is not None and not is_owner


def _is_owner(part: str, names: OwnerNames) -> bool:
    """Whether a part is surely an owner: known, an abbreviation, a person, a body, a post, or several people."""
    is_named = is_body(part) or is_plural_post(part) or (" " in part and post_pattern().fullmatch(part) is not None)
    is_known = names.is_known(part) or is_placeholder(part)
    return is_known or is_abbreviation(part) or is_named or bool(people_in(part))


def _by_ampersand(text: str, names: OwnerNames) -> list[str]:
    """`Steering Group & Learning and Teaching`: beside a known name an ampersand parts more than an "and"."""
    sides = [side.strip() for side in text.split(" & ")]
    if len(sides) > 1 and " and " in text and any(map(names.is_known, sides)):
        return [one for side in sides for one in _by_and(side, names)]
    return _by_and(text, names)


def _by_and(text: str, names: OwnerNames) -> list[str]:
    """Names with "and", a slash or an ampersand between them."""
    parts = [part.strip() for part in re.split(r"\s+(?:and|&|with)\s+", text) if part.strip()]
    if names.is_listed(text) or is_one_directorate(text):
        sides = [side.strip() for side in re.split(r"[/+]", text)] if len(parts) == 1 else parts
        return sides if all(map(names.is_known, sides)) and not names.is_listed(text) else [text]
    if len(parts) == 1:
        return _by_slash(text, names)
    is_known = any(map(names.is_known, parts))
    is_often_whole = names.whole[fold_name(show(text))] > 1 and not is_known
    if "&" in text and is_often_whole:
        return [text]  # `IT & AV` wherever it is
    if all(names.is_known(part) or is_abbreviation(part) for part in parts) or len(people_in(text)) == len(parts):
        return parts
    if (are_several := _are_posts_or_bodies(parts, names)) is not None:
        return parts if are_several else [text]
    return [text] if is_often_whole else joined_parts(text, names.is_known)


def _is_known_post(name: str, names: OwnerNames) -> bool:
    """Whether a name is a post that stands alone elsewhere, and so does not go on after "and"."""
    return names.is_known(name) and begins_as_post(name) and " of " not in name


def _by_slash(text: str, names: OwnerNames) -> list[str]:
    sides = [side.strip() for side in text.split("/")]
    if len(sides) > 1 and all(_is_owner(side, names) for side in sides):
        return sides
    return joined_parts(text, names.is_known)


def _are_posts_or_bodies(parts: list[str], names: OwnerNames) -> bool | None:
    """Whether what "and" parts are several owners, where the first is a post or a body; None where it is neither."""
    first, last = parts[0], parts[-1]
    if len(first.split()) > _LONGEST_POST:
        return None  # names in a row
    is_post = begins_as_post(last) or is_plural_post(last)
    is_other = is_post or is_abbreviation(last) or is_body(last)
    if (is_abbreviation(first) and is_post) or people_in(first) == (first,):
        return True  # `HR and Faculty Technical Managers`, `Jane Smith and HR`
    if (ends_as_post(first) or _is_known_post(first, names)) and last[:1].isupper():
        return True  # `Technical Managers & Outreach`
    if begins_as_post(first) or is_plural_post(first):
        # `Deputy Head of IT and Digital Services` is one, where nobody else is called Digital Services.
        is_of_both = " of " in first and re.fullmatch(r".* services", last, re.IGNORECASE) is not None
        return is_post or (is_other and not is_of_both)
    return True if is_body(first) and is_other else None
