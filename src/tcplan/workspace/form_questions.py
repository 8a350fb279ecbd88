"""Which question of a form is meant: `q2`, `2`, `Q2` and `Question 2` are the same to people."""

import re
from collections.abc import Sequence


def question_by_number(words: str, known: Sequence[str]) -> str | None:
    """The one question with the same number: `2`, `Q2`, `Question 2` and `2.` are `q2`."""
    typed = re.fullmatch(r"(?i)(?:q|question|no|number)?[ ._-]*([0-9]+)([a-z]?)[.)]?", words.strip())
    if typed is None:
        return None
    number, letter = typed[1], typed[2].casefold()
    found = [one for one in known if re.findall("[0-9]+", one) == [number] and one.endswith(letter)]
    return found[0] if len(found) == 1 else None


def find_question(words: str, known: Sequence[str]) -> str | None:
    """The id of the question that somebody means: by its id, by its number, or by its place where ids are words."""
    folded = words.strip().casefold()
    exact = next((one for one in known if one.casefold() == folded), None)
    return exact or question_by_number(words, known) or _by_place(words, known)


def question_number(id_: str, known: Sequence[str]) -> str:
    """The number that a document prints: that in the id or, if the id is a word, the place in the form."""
    found = re.search("[0-9]+[a-z]?", id_)
    return found[0] if found else str(known.index(id_) + 1)


def _by_place(words: str, known: Sequence[str]) -> str | None:
    found = re.fullmatch(r"(?i)(?:q|question|no|number)?[ ._-]*([0-9]{1,3})[.)]?", words.strip())
    place = int(found[1]) if found else 0
    is_there = 1 <= place <= len(known) and not re.search("[0-9]", known[place - 1])
    return known[place - 1] if is_there else None
