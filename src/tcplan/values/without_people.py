"""What a name says without the people in it: the role, `HR` of `HR (Jane Smith)`."""

import re
from collections.abc import Iterable
from functools import cache

from tcplan.values.name_parts import may_be_surname, on_one_line
from tcplan.values.person_names import BEFORE_AND_AFTER, PRONOUNS, people_in


@cache
def _degree_pattern() -> re.Pattern[str]:
    """Degrees and honours without the name before them."""
    degree = r"[BM]Sc|[BM]A|[BM]Eng|MPhil|MRes|MBA|PhD|DPhil|EngD|Hons|PG[Cc]ert"
    honour = r"[MF]IScT|[CR]Sci|RSciTech|S?FHEA|[OMC]BE|Jr|Sr"
    return re.compile(rf"^(?:\W*\b(?:{degree}|{honour})\b\W*)+$")


@cache
def _remark_pattern() -> re.Pattern[str]:
    """What is said of a person who is no longer in a name: brackets with nothing in them, pronouns, a time."""
    time = rf"(?:{BEFORE_AND_AFTER})\b[^()\[\]]*"
    return re.compile(
        rf"[(\[][\s,;]*(?:(?:she|he|they)\s*/\s*\w+\s*|{time})?[)\]]|{PRONOUNS}|^\W*{time}$|<[^<>]*>", re.IGNORECASE
    )


@cache
def _edge_pattern() -> re.Pattern[str]:
    """What is left at the ends of a name without the people in it, and says nothing by itself."""
    sign = r"[\s,;:/|+&.•–—-]"
    first, last = (
        "and|or|with|by|via|c/o|on behalf of|led|lead|owned|chaired|managed",
        "and|or|with|by|on behalf of|until",
    )
    return re.compile(rf"^(?:{sign}|(?:{first})(?:\s|$))+|(?:{sign}|\s(?:{last})$)+$", re.IGNORECASE)


@cache
def _bracketed_pattern() -> re.Pattern[str]:
    return re.compile(r"\W*[(\[]([^()\[\]]*)[)\]]\W*")


def without_people(name: str, people: Iterable[str] | None = None) -> str:
    """What is left of a name, such as a role, without these or all people in it; empty if that says nothing."""
    rest = on_one_line(name)
    for person in people_in(name) if people is None else people:
        rest = rest.replace(person, "")
    if rest.startswith(("'s", "’s")):
        return ""
    rest = _edge_pattern().sub("", _edge_pattern().sub("", _remark_pattern().sub("", rest)))
    bracketed = _bracketed_pattern().fullmatch(rest)
    rest = on_one_line(bracketed[1] if bracketed else rest)
    rest = _degree_pattern().sub("", rest)
    if may_be_surname(rest) and any(len(person.split()) == 1 for person in people_in(name)):
        return ""  # the other part of a name, as in `Smith (Jane)`
    return rest.replace("\n", ", ") if re.search(r"[^\W\d_]{2}", rest) else ""
