"""The ids of entries that a text in English names: `links with action 6.2.3`. Only TC116 reads texts in this way."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tcplan.rules.support.prose import Passage, PublishedTexts
from tcplan.workspace import Level

_ID: Final = r"(?:[a-z][\w-]*/)*[a-z]{0,4}\d+(?:\.\d+)*(?![\w%]|\.\d)"
_AND: Final = r"(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to|&)\s+|\s*[–/-]\s*)"


@cache
def _rough_pattern() -> re.Pattern[str]:
    """What all mentions have: a level, perhaps a word such as `point`, and a digit in what follows it."""
    return re.compile(rf"(?:{'|'.join(Level)})s?\s+(?:(?:points?|items?|numbers?|nos?\.?)\s+)?\S*\d")


@cache
def _mention_pattern() -> re.Pattern[str]:
    """A level and one or more ids, with the words beside them that name the document they are from."""
    return re.compile(
        rf"""(?P<before>(?-i:\b(?!TC\b)[A-Z]{{2,}})\s+)?                    # GEAP objective 3.1
        \b(?P<level>action|objective|pillar)(?P<many>s?)\s+
        (?:(?:points?|items?|numbers?|nos?\.?)\s+)?
        (?P<ids>{_ID}(?:{_AND}{_ID})*)
        (?P<after>\s+(?:of|from|in\ (?:the|our))\b(?!\ (?:this|the|our)\ plan\b))?  # objective 4.2 of the University
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _elsewhere_pattern() -> re.Pattern[str]:
    """Words of a paragraph about another plan or document, or about entries that are gone: ids may be from there."""
    return re.compile(
        r"""\b(?:phases?|stages?|previous|earlier|former|formerly|predecessor|successor|prior
        |(?:first|second|third|next|last|new|old|original|other|another)\s+(?:action\s+)?plans?
        |strategy|concordat|charter|framework|policy|award|documents?
        |no\s+(?:longer|action|objective|pillar)|renumbered|merged|dropped|removed|deleted|withdrawn|missing)\b""",
        re.IGNORECASE | re.VERBOSE,
    )


_YEAR_DIGITS: Final = 4
"""A whole number with this many digits is a year."""


class IdMention(NamedTuple):
    """An id in a text, with the level that the text gives it."""

    passage: Passage
    level: str
    id: str

    def says(self, of: str) -> str:
        """The words that say what does not exist; `of` names the plans that an id without a plan would be of."""
        plan = self.id.rpartition("/")[0]
        return f"{self.level} {self.id}, which does not exist in {f'plan {plan}' if plan else of}"


def may_mention_ids(texts: PublishedTexts) -> list[Passage]:
    """The texts of a file that may name an id: many have the word `action`, few a number after it."""
    return texts.matching(_rough_pattern())


def id_mentions(passage: Passage) -> Iterator[IdMention]:
    """The ids that a text names: those with the name of a plan, and those that are likely to be of its own plan."""
    for paragraph in passage.text.split("\n\n"):
        matches = list(_mention_pattern().finditer(paragraph))
        is_elsewhere = bool(matches) and _elsewhere_pattern().search(paragraph) is not None
        for match in matches:
            is_own = not (is_elsewhere or match["before"] or match["after"])
            for id_ in _ids_in(match):
                if is_own or "/" in id_:
                    yield IdMention(passage, match["level"].lower(), id_)


def _ids_in(match: re.Match[str]) -> list[str]:
    """The ids of a match, without years, and without a number that may count the actions (`of the actions 20`)."""
    ids = re.findall(_ID, match["ids"], re.IGNORECASE)
    if len(ids) == 1 and match["many"] and ids[0].isdigit():
        return []
    return [id_ for id_ in ids if not (id_.isdigit() and len(id_) >= _YEAR_DIGITS)]
