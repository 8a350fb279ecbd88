"""Words that names of owners begin and end with, and letters that stand for words."""

import re
from functools import cache
from typing import Final

_BODIES: Final = """
board boards centre college committee committees council department departments directorate division faculty forum
forums group groups network networks office offices panel school service services team teams union unions unit units
"""
_POSTS: Final = """
adviser advisor advisors champion champions chair co-ordinator coordinator coordinators dean deans director directors
head heads lead leads manager managers officer officers partner partners president principal provost pvc registrar
representative representatives secretary staff technician technicians
"""
CONNECTORS: Final = ("of", "for", "and", "the", "in", "&", "-", "\u2013", "+", "/", "to", "with", "on")
"""Words and signs that no name begins or ends with."""


@cache
def ending_words() -> frozenset[str]:
    """The words that the name of a body or a post ends with."""
    return frozenset((*_BODIES.split(), *_POSTS.split()))


@cache
def body_pattern() -> re.Pattern[str]:
    """The end of the name of a body of people: `Learning and Teaching Committee`."""
    return re.compile(rf".*\b(?:{'|'.join(_BODIES.split())})\)?", re.IGNORECASE | re.DOTALL)


@cache
def post_pattern() -> re.Pattern[str]:
    """A post: by its first words, or by its last."""
    posts = "|".join(_POSTS.split())
    return re.compile(
        rf"(?:[\w'-]+ ){{0,2}}(?:{posts}|chief|vice|pro-vice)\b.*|.*\b(?:{posts})", re.IGNORECASE | re.DOTALL
    )


@cache
def _starting_post_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:head|director|dean|chair|manager|pvc|dvc|provost|vice|associate|deputy)", re.IGNORECASE)


def is_abbreviation(name: str) -> bool:
    """Whether a name is letters for words: `HROD`, `HR-OD`, `HoDs`, `R&I`."""
    return re.fullmatch(r"[A-Z][A-Za-z&]?[A-Z&-]*[A-Z]s?|[A-Z]o[A-Z]s?", name) is not None


def is_post(name: str) -> bool:
    """Whether one word is a post."""
    return name.lower() in _POSTS.split()


def is_complete(name: str) -> bool:
    """Whether some words look like the whole name of an owner: they end as one does, or begin as a post does."""
    words = name.split()
    if is_abbreviation(name):
        return True
    if len(words) == 1 or not name[:1].isupper():  # `Chair` alone is the end of another name
        return False
    last = re.sub(r"\W+$", "", words[-1]).lower()
    return last in ending_words() or name.endswith(")") or _starting_post_pattern().match(name) is not None


def stands_for(short: str, long: str) -> bool:
    """Whether letters are the first letters of words: `HROD` of Human Resources and Organisational Development."""
    letters = re.sub("[^A-Za-z]", "", short).upper().removesuffix("S" if short.endswith("s") else "")
    words = re.findall(r"[A-Za-z]+", long)
    every = "".join(word[0] for word in words).upper()
    main = "".join(word[0] for word in words if word.lower() not in ("of", "and", "the", "for", "in")).upper()
    return len(letters) > 1 and letters in (every, main)


def is_bare_post(name: str) -> bool:
    """Whether a post says of what only after a comma: `Dean, Faculty of Science`."""
    posts = r"dean|head|chair|director|manager|professor|technicians?|chief [\w ]+|vice[ -][\w ]+"
    return re.fullmatch(rf"(?:\w+ )?(?:{posts})", name, re.IGNORECASE) is not None


def is_short_for_end(letters: str, text: str) -> bool:
    """Whether letters stand for the last words of a text: `TEN` after `the Technical Excellence Network`."""
    words = text.split()
    return any(stands_for(letters, " ".join(words[-count:])) for count in range(2, min(len(words), 10) + 1))


def begins_as_post(name: str) -> bool:
    """Whether a name begins with a post: `Head of Estates`, `Associate Dean`."""
    posts = r"heads?|directors?|deans?|chair|manager|pvc|dvc|provost|(?:pro-?)?vice|chief"
    return re.match(rf"(?:[\w'-]+ ){{0,2}}(?:{posts})\b", name, re.IGNORECASE) is not None


def ends_as_post(name: str) -> bool:
    """Whether a name ends with a post, brackets apart: `Technical Manager (Physics)`."""
    return is_post(re.sub(r"\s*\([^()]*\)$|[\ue000-\uf8ff]", "", name).rpartition(" ")[2])


def is_plural_post(name: str) -> bool:
    """Whether a name is what several people are: `Technical Managers`, `Staff`, `Line managers`."""
    posts = "managers|heads|deans|directors|leads|officers|technicians|staff|partners|hods"
    return re.fullmatch(rf".*\b(?:{posts})", name, re.IGNORECASE) is not None


def is_body(name: str) -> bool:
    """Whether a name of several words is that of a body of people."""
    return " " in name and body_pattern().fullmatch(name) is not None


def is_one_directorate(text: str) -> bool:
    """Whether two names are so often those of one directorate that a sign between them parts nothing: `HR & OD`."""
    people = r"(?:hr|people|human resources)"
    development = r"(?:od|l ?& ?d|organi[sz]ational development|people development|development|culture)"
    return re.fullmatch(rf"{people}\s*(?:&|/|and|\+)\s*{development}", text.strip(), re.IGNORECASE) is not None
