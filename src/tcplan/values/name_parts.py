"""What a single word of a name may be: a given name, a surname, an initial, or a word of an office."""

import re
import unicodedata
from functools import cache
from typing import Final

from tcplan.values.name_words import GIVEN_NAMES, OFFICE_WORDS, OFFICE_WORDS_ELSEWHERE, OTHER_WORDS

_LONGEST_ABBREVIATION: Final = 4
"""A word of more capitals is a name that somebody has typed in capitals."""

TITLES: Final = "Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Rev|Revd|Doctor|Lord|Lady|Baroness|Baron|Cllr"
"""What may stand before the name of a person, as a pattern."""

_OFFICES_IN_SHORT: Final = ("HR", "IT", "PS", "TC", "PA", "QA", "UK", "EU", "AV", "VC")
"""Two capitals that are no initials."""


@cache
def _initial_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W\d_]\.)+-?(?:[^\W\d_]\.?)*|[A-Z]{1,2}")


@cache
def _capital_pattern() -> re.Pattern[str]:
    """A second capital that belongs to a surname: `McDonald`, `DeSouza`."""
    return re.compile(r"(?:Mc|Mac|Fitz|De|Di|Le|La|Van|O)[A-Z][a-z]+")


def has_title(person: str) -> bool:
    """Whether a name begins with a title, such as `Dr` or `Ms`."""
    return person.split(maxsplit=1)[0].casefold().strip(".") in words_of(TITLES)


def is_office(name: str) -> bool:
    """Whether a name has a word of an office in it, or is an abbreviation such as `HROD`."""
    words = re.findall(r"[^\W_]+", name)
    return any(is_office_word(word) or (len(word) > 1 and word.isupper()) for word in words)


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name and nothing else."""
    return is_given(word) and without_accents(word) not in words_of(OTHER_WORDS)


def on_one_line(name: str) -> str:
    """A name with single ordinary spaces and composed accents; the ends of its lines, which may part names, stay."""
    name = name if name.isascii() else unicodedata.normalize("NFC", name)
    return "\n".join(filter(None, (" ".join(line.split()) for line in name.splitlines())))


@cache
def words_of(words: str) -> frozenset[str]:
    """The words of a list, as `without_accents` makes them."""
    return frozenset(map(without_accents, words.replace("|", " ").split()))


def without_accents(word: str) -> str:
    """A word in lower case without its accents, which many leave out."""
    if word.isascii():
        return word.casefold()
    return "".join(one for one in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(one))


def is_given(word: str) -> bool:
    """Whether a word, or its part before a hyphen, is a common given name; it may be another word as well."""
    folded = without_accents(word)
    return folded in words_of(GIVEN_NAMES) or folded.split("-")[0] in words_of(GIVEN_NAMES)


@cache
def _words_of_offices() -> frozenset[str]:
    return words_of(OFFICE_WORDS) | words_of(OFFICE_WORDS_ELSEWHERE)


def is_office_word(word: str) -> bool:
    """Whether a word, or a part of it with a hyphen, is one of an office; an s at its end makes no difference."""
    every = _words_of_offices()
    parts = without_accents(word).strip(".").split("-")
    return any(part in every or part.removesuffix("s") in every for part in parts)


def may_be_surname(word: str) -> bool:
    """Whether a word is written as a surname, and is not one of an office."""
    return word.isalpha() and word[:1].isupper() and not is_office_word(word) and not is_abbreviation(word)


def is_abbreviation(word: str) -> bool:
    """Whether a word is in capitals and short: a longer one is a name that somebody has typed in capitals."""
    return len(word) < _LONGEST_ABBREVIATION and word.isupper()


def is_any_name_word(word: str) -> bool:
    """Whether a word after a given name may be a surname, in any case; an abbreviation such as `HR` is none."""
    return len(word) > _LONGEST_ABBREVIATION or (len(word) > 1 and not word.isupper()) or is_name_word(word)


def is_initial(word: str) -> bool:
    """Whether a word is initials: `J.`, `J.A.`, `JA`."""
    return _initial_pattern().fullmatch(word) is not None and word not in _OFFICES_IN_SHORT


def is_name_word(word: str) -> bool:
    """Whether a word is written as a name: a capital first, and not an abbreviation such as `HR` or `HoDs`."""
    parts = [part for part in re.split(r"[-’'\u02bc.]", word) if part]
    return word[:1].isupper() and all(
        (part[:1].isupper() or part is not parts[0])
        and (part[1:].islower() or len(part) == 1 or _capital_pattern().fullmatch(part) is not None)
        for part in parts
    )
