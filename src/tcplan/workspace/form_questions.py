"""Which question of a form is meant: `q2`, `2`, `Q2` and `Question 2` are the same to people."""

import re
from collections.abc import Sequence


def question_by_number(words: str, known: Sequence[str]) -> str | None:
    """The one question with the same number: `2`, `Q2`, `Question 2` and `2.` are `q2`."""
    numbers = re.findall("[0-9]+", words)
    is_number = re.fullmatch(r"(?i)(?:q|question|no|number)?[ ._-]*[0-9]+[a-z]?[.)]?", words.strip())
    found = [one for one in known if re.findall("[0-9]+", one) == numbers] if numbers and is_number else []
    letter = re.sub("[^a-z]", "", words.lower().removeprefix("question").removeprefix("q"))
    found = [one for one in found if not letter or one.endswith(letter)]
    return found[0] if len(found) == 1 else None
