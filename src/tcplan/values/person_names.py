"""Names of people among names of offices, as far as words can show it.

Nobody can know whether `Ashley Cross` is a person or a place. What looks like a person's name is asked about once, and
documents do not print it before there is an answer: see `workspace/consent.py`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from tcplan.values.name_words import (
    GIVEN_NAMES,
    OFFICE_WORDS,
    OFFICE_WORDS_ELSEWHERE,
    OTHER_WORDS,
    PARTICLES,
    SURNAMES,
)

_MOST_WORDS: Final = 5
"""A name of more words is a description."""

_LONGEST: Final = 120
"""A longer text is not a name."""

_LONGEST_ABBREVIATION: Final = 4
"""A word of more capitals is a name that somebody has typed in capitals."""

_NAMES_KEPT: Final = 4096
"""So many names are looked at once: every rule asks for them."""

TITLES: Final = "Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Rev|Revd|Doctor|Lord|Lady|Baroness|Baron|Cllr"
"""What may stand before the name of a person, as a pattern."""

_AROUND: Final = " .?!*_~`\"'\u201c\u201d\u2018\u2019\u201e"
"""What may be around a name without being part of it."""

_QUOTES: Final = ("'", '"', "\u2018", "\u201c")

_POSTS: Final = """
administrator adviser advisor analyst assistant chair champion coordinator co-ordinator dean deputy director engineer
head lead leader librarian manager officer partner president principal professor provost registrar scientist secretary
sponsor supervisor technician technologist vice-chancellor chancellor
"""
"""What one person is, as the last word after a name: in `Jane Smith Technical Manager`, not in `John Innes Centre`."""

_PLACE_NAMES: Final = ("victoria", "albert", "kelvin", "milton", "clifton")
_PLACES: Final = ("park", "hall", "street", "court")
"""Given names that before these are those of places."""

_BODIES: Final = """
award building campus centre center college fellowship foundation hall hospital house institute institution lab
laboratory library museum prize school society trust university
"""
"""What is called after people: their names are part of the name of it, also before a post."""

_OFFICES_IN_SHORT: Final = ("HR", "IT", "PS", "TC", "PA", "QA", "UK", "EU", "AV", "VC")
"""Two capitals that are no initials."""


_PRONOUNS: Final = r"\b(?i:she|he|they)\s*/\s*(?i:hers?|hi[ms]|them|theirs)\b"
_BEFORE_AND_AFTER: Final = (
    r"[Ff]ormerly|[Pp]reviously|[Ww]as|[Nn]ow|[Ee]x-?|[Uu]ntil|[Ss]ince|[Ss]upported|[Aa]ssisted|[Ll]ed"
)
"""What is said of somebody who came or went: `formerly Jane Smith`."""


@cache
def _split_pattern() -> re.Pattern[str]:
    """What stands between people and their roles: signs, and a few words."""
    return re.compile(
        rf"{_PRONOUNS}|[()\[\]{{}}<>;:/|+&,\n\r•]|\s[-–—]+\s|[’']s\b"
        rf"|\b(?:and|with|for|on behalf of|of|at|in|from|to|or|as|c/o|via|by|is|{_BEFORE_AND_AFTER})\b"
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    """A word of a name: `Jane`, `O'Neill-Jones`, `McDonald`, `J.`, `J.A.`."""
    return re.compile(r"(?:[^\W\d_]\.)+-?(?:[^\W\d_]\.)*|[^\W\d_]+(?:['’\u02bc.-][^\W\d_]+)*\.?")


@cache
def _letters_pattern() -> re.Pattern[str]:
    """What follows a name: degrees and honours, `PhD`, `MBE`, `FIScT`."""
    return re.compile(r"(?=[^A-Z]*[A-Z][^A-Z]*[A-Z])[A-Z][A-Za-z]{1,8}|Jr|Sr|Esq")


@cache
def _degree_pattern() -> re.Pattern[str]:
    """Degrees and honours without the name before them."""
    degree = r"[BM]Sc|[BM]A|[BM]Eng|MPhil|MRes|MBA|PhD|DPhil|EngD|Hons|PG[Cc]ert"
    honour = r"[MF]IScT|[CR]Sci|RSciTech|S?FHEA|[OMC]BE|Jr|Sr"
    return re.compile(rf"^(?:\W*\b(?:{degree}|{honour})\b\W*)+$")


@cache
def _initial_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]\.)+-?(?:[^\W\d_]\.?)*|[A-Z]{1,2}")


@cache
def _capital_pattern() -> re.Pattern[str]:
    """A second capital that belongs to a surname: `McDonald`, `DeSouza`."""
    return re.compile(r"(?:Mc|Mac|Fitz|De|Di|Le|La|Van|O)[A-Z][a-z]+")


@cache
def _surname_first_pattern() -> re.Pattern[str]:
    """The surname and what follows: after a comma, or initials, or after a surname in capitals a given name."""
    return re.compile(
        r"([^\W\d_][^,\s]*(?: [^,\s]+)?), ?([^,\s]+)(?: [^\W\d_]\.?)?"
        r"|([^\W\d_][^,\s]+) ((?:[^\W\d_]\.)+|[A-Z](?: [A-Z])?|[^\W\d_][^,\s]+)"
    )


@cache
def _remark_pattern() -> re.Pattern[str]:
    """What is said of a person who is no longer in a name: brackets with nothing in them, pronouns, a time."""
    time = rf"(?:{_BEFORE_AND_AFTER})\b[^()\[\]]*"
    return re.compile(
        rf"[(\[][\s,;]*(?:(?:she|he|they)\s*/\s*\w+\s*|{time})?[)\]]|{_PRONOUNS}|^\W*{time}$|<[^<>]*>", re.IGNORECASE
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


@lru_cache(_NAMES_KEPT)
def people_in(name: str) -> tuple[str, ...]:
    """The parts of a lead or owner that look like the name of a person: `Jane Smith` of `HR (Jane Smith)`."""
    name = on_one_line(name)
    if len(name) > _LONGEST:
        return ()
    if _is_surname_first(name):
        return (name,)
    parts = (_person(part.strip(_AROUND).split()) for part in _split_pattern().split(name))
    return tuple(dict.fromkeys(filter(None, parts)))


def looks_like_person(name: str) -> bool:
    """Whether something in a name looks like the name of a person."""
    return bool(people_in(name))


def is_surely_person(person: str) -> bool:
    """Whether the name of a person has more than its form to show it: a title, a common given name or an initial."""
    words = person.replace(",", " ").split()
    return has_title(person) or any(is_given_name(word) or _is_initial(word) for word in words)


def has_title(person: str) -> bool:
    """Whether a name begins with a title, such as `Dr` or `Ms`."""
    return person.split(maxsplit=1)[0].casefold().strip(".") in _words_of(TITLES)


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
    if _may_be_surname(rest) and any(len(person.split()) == 1 for person in people_in(name)):
        return ""  # the other part of a name, as in `Smith (Jane)`
    return rest.replace("\n", ", ") if re.search(r"[^\W\d_]{2}", rest) else ""


def is_office(name: str) -> bool:
    """Whether a name has a word of an office in it, or is an abbreviation such as `HROD`."""
    words = re.findall(r"[^\W_]+", name)
    return any(_is_office_word(word) or (len(word) > 1 and word.isupper()) for word in words)


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name and nothing else."""
    return _is_given(word) and _folded(word) not in _words_of(OTHER_WORDS)


def on_one_line(name: str) -> str:
    """A name with single ordinary spaces and composed accents; the ends of its lines, which may part names, stay."""
    name = name if name.isascii() else unicodedata.normalize("NFC", name)
    return "\n".join(filter(None, (" ".join(line.split()) for line in name.splitlines())))


@cache
def _words_of(words: str) -> frozenset[str]:
    return frozenset(map(_folded, words.replace("|", " ").split()))


def _folded(word: str) -> str:
    """A word in lower case without its accents, which many leave out."""
    if word.isascii():
        return word.casefold()
    return "".join(one for one in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(one))


def _is_given(word: str) -> bool:
    folded = _folded(word)
    return folded in _words_of(GIVEN_NAMES) or folded.split("-")[0] in _words_of(GIVEN_NAMES)


def _is_office_word(word: str) -> bool:
    """Whether a word, or a part of it with a hyphen, is one of an office; an s at its end makes no difference."""
    every = _words_of(OFFICE_WORDS) | _words_of(OFFICE_WORDS_ELSEWHERE)
    parts = _folded(word).strip(".").split("-")
    return any(part in every or part.removesuffix("s") in every for part in parts)


def _may_be_surname(word: str) -> bool:
    return word.isalpha() and word[:1].isupper() and not _is_office_word(word) and not _is_abbreviation(word)


def _is_abbreviation(word: str) -> bool:
    return len(word) < _LONGEST_ABBREVIATION and word.isupper()


def _is_surname_first(name: str) -> bool:
    """`Smith, Jane`, `Smith, J.`, `Smith J` and `SMITH Jane`, as lists of staff have it."""
    found = _surname_first_pattern().fullmatch(name)
    if found is None:
        return False
    surname, given = (found[1].split()[-1], found[2]) if found[1] else (found[3], found[4])
    if _is_office_word(surname) or _is_given(surname) or _is_abbreviation(surname):
        return False
    if surname.islower() and given.islower():
        return bool(found[1]) and is_given_name(given)
    if surname.isupper():
        return given.istitle() and is_given_name(given)
    is_initial = "." in given or re.fullmatch("[A-Z](?: [A-Z])?", given)
    return _is_name_word(surname) and bool(is_initial or (found[1] and _is_given(given) and _is_name_word(given)))


def _person(words: list[str]) -> str:
    """The name of a person that a part of a name is, or has before or after a role; empty if there is none."""
    title = next((index for index, word in enumerate(words) if word.casefold().strip(".") in _words_of(TITLES)), None)
    if title is not None:
        titled = _without_post(words[title:], 3)
        if _is_titled(titled):
            return " ".join(titled)
    if words and words[0].casefold() in ("st", "saint", "queen", "king"):
        return ""
    words = _without_post(_without_role(words), 2)
    return " ".join(words) if words and (_is_name(words) or (len(words) == 1 and _is_address(words[0]))) else ""


def _without_role(words: list[str]) -> list[str]:
    """Words without a role before a name that no sign parts from it: `Provost Jane Smith`, `HR Jane Smith`."""
    while len(words) > 1 and not _is_given(words[0]):
        before_name = words[0].isupper() and len(words[0]) > 1 and is_given_name(words[1])
        if not _is_office_word(words[0]) and not before_name:
            break
        words = words[1:]
    return words


def _without_post(words: list[str], shortest: int) -> list[str]:
    """Words without a post after a name: `Jane Smith Technical Manager`."""
    end = len(words)
    while end > shortest and _is_office_word(words[end - 1]):
        end -= 1
    is_post = end < len(words) and (_folded(words[-1]) in _words_of(_POSTS) or words[-1] == "team")
    if any(_folded(word) in _words_of(_BODIES) for word in words[end:-1]):
        return words
    if not is_post or not is_given_name(words[shortest - 2]) or _is_given(words[end - 1]):
        return words
    return words[:end]


def _is_address(word: str) -> bool:
    """Whether a word is an address or a user name with the name of a person in it: `jane.smith@example.ac.uk`."""
    parts = word.partition("@")[0].replace("_", ".").split(".")
    if len(parts) == 1 or not all(map(str.isalpha, parts)) or any(map(_is_office_word, parts)):
        return False
    has_initial = len(parts[0]) == 1 and len(parts[-1]) > len("HR")
    return has_initial or is_given_name(parts[0])


def _is_titled(words: list[str]) -> bool:
    """Whether a name follows a title: `Dr Reed`, not `Professor Technical Practice` or `Prof. Services`."""
    rest = [word for word in words if word.casefold().strip(".") not in _words_of(TITLES)]
    is_written_as_name = bool(rest) and (rest[0][:1].isupper() or (len(rest) > 1 and is_given_name(rest[0])))
    if not is_written_as_name or len(rest) > _MOST_WORDS:
        return False
    return not any(_is_office_word(word) and word.casefold() not in _words_of(SURNAMES) for word in rest) and (
        len(rest) == 1 or not _is_office_word(rest[-1]) or _is_given(rest[0]) or _is_initial(rest[0])
    )


def _is_name(words: list[str]) -> bool:
    """Whether words are a name: a given name or an initial, or words that are none of an office."""
    words = [word for word in words if word[:1] not in _QUOTES] or words  # `Jane "Jan" Smith`
    while len(words) > 2 and _letters_pattern().fullmatch(words[-1]) and not words[0].isupper():  # noqa: PLR2004
        words = words[:-1]
    if len(words) > _MOST_WORDS or not all(_word_pattern().fullmatch(word) for word in words):
        return False
    first, rest = words[0], [word for word in words[1:] if word.casefold() not in _words_of(PARTICLES)]
    if not rest:
        return len(words) == 1 and (first.istitle() or first.islower()) and is_given_name(first)
    if any(map(_is_office_word, rest)) and not _has_surname_of_office(first, rest):
        return False
    if _folded(first) in _PLACE_NAMES and _folded(rest[-1]) in _PLACES:
        return False
    return _is_written_as_name(first, rest)


def _has_surname_of_office(first: str, rest: list[str]) -> bool:
    """Whether the one word of an office is a surname: in `Helen Dean` and `Jo Ann Hall`, not in `Ada Lovelace Day`."""
    *middle, last = rest
    if not _is_given(first) or _folded(last) not in _words_of(SURNAMES):
        return False
    return all(
        (_is_given(word) or _is_initial(word)) and (_is_given(word) or not _is_office_word(word)) for word in middle
    )


def _is_written_as_name(first: str, rest: list[str]) -> bool:
    """Whether words of which none is one of an office are written as a name; in capitals only a given name shows it."""
    every = (first, *rest)
    if is_given_name(first) and all(_is_any_name_word(word) for word in rest):
        return True
    if all(map(str.islower, every)) or (len(first) > 1 and all(map(str.isupper, every))):
        return False
    if not all(_is_name_word(word) or _is_initial(word) for word in every):
        return False
    if _is_initial(rest[-1]):
        return len(rest) == 1 and is_given_name(first)
    return _is_given(first) or _is_initial(first) or not _is_office_word(first)


def _is_any_name_word(word: str) -> bool:
    """Whether a word after a given name may be a surname, in any case; an abbreviation such as `HR` is none."""
    return len(word) > _LONGEST_ABBREVIATION or (len(word) > 1 and not word.isupper()) or _is_name_word(word)


def _is_initial(word: str) -> bool:
    return _initial_pattern().fullmatch(word) is not None and word not in _OFFICES_IN_SHORT


def _is_name_word(word: str) -> bool:
    """Whether a word is written as a name: a capital first, and not an abbreviation such as `HR` or `HoDs`."""
    parts = [part for part in re.split(r"[-’'\u02bc.]", word) if part]
    return word[:1].isupper() and all(
        (part[:1].isupper() or part is not parts[0])
        and (part[1:].islower() or len(part) == 1 or _capital_pattern().fullmatch(part) is not None)
        for part in parts
    )
