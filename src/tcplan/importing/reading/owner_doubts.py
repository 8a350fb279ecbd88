"""What to tell of owners that were parted, or not: where somebody has to look whether it is right."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tcplan.importing.reading.owner_names import OwnerNames
from tcplan.importing.reading.owner_words import CONNECTORS, begins_as_post, is_abbreviation
from tcplan.values.person_names import people_in

_LONG_NAME: Final = 5
"""Of so many words in a row, without `of` or a sign, somebody should look whether they are one owner."""


def doubts_of_owners(text: str, parts: list[str], names: OwnerNames) -> Iterator[tuple[str, str]]:
    """What to tell of a text with owners, each with its kind; nothing where signs part it into names that are known."""
    for part in parts:
        if inside := names.known_within(part):
            yield "owner", f"`{part}` is read as one owner; `{inside}`, which is in it, is an owner elsewhere"
        elif _is_long(part) and not names.is_settled(part):
            yield "owner", f"`{part}` is read as one owner; it may be several"
    if len(parts) > 1 and not re.search(r"[,;/&+|\\]|\band\b|\bwith\b|\bsupport|\bthen\b", text):
        yield "owners-in-a-row", f"names without a sign between them are read as several owners: `{'; '.join(parts)}`"
        return
    for first, second in pairwise(parts):
        cut = next((cut for sign in ("and", "&") if (cut := f"{first} {sign} {second}") in text), "")
        if cut and not any(map(is_abbreviation, (first, second))) and _may_be_one(first, second, names):
            yield "owner", f"`{cut}` may be one name; it is read as two owners: `{first}; {second}`"
            return


def _is_long(name: str) -> bool:
    """Whether a name has more words than one owner is likely to have, brackets apart, and none such as `of`."""
    words = re.sub(r"\([^()]*\)", "", name).split()
    return len(words) >= _LONG_NAME and not any(word.lower() in CONNECTORS for word in words)


def _may_be_one(first: str, second: str, names: OwnerNames) -> bool:
    """Whether what "and" parts are not both known, nor people, nor two posts."""
    are_known = names.is_known(first) and names.is_known(second)
    return not are_known and not begins_as_post(second) and not people_in(first) and not people_in(second)
