"""The ids of entries that a text in English speaks of: `links with action 6.2.3`."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tcplan.rules.support.prose import Passage

_ID: Final = r"(?:[a-z][\w-]*/)*[a-z]{0,4}\d+(?:\.\d+)*(?![\w%]|\.\d)"


@cache
def _spoken_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<level>action|objective|pillar)(?P<many>s?)\s+(?:(?:points?|items?)\s+)?(?:nos?\.?\s*|numbers?\s+|\(|#)?"
        rf"(?P<ids>{_ID}(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to|&)\s+|\s*[–/-]\s*){_ID})*)",
        re.IGNORECASE,
    )


@cache
def _sentence_end_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<=[.!?])\s+(?=[^\W\d])")


@cache
def _paragraph_end_pattern() -> re.Pattern[str]:
    return re.compile(r"\n[ ]*\n")


@cache
def _earlier_pattern() -> re.Pattern[str]:
    """Words by which a paragraph speaks of another plan: the ids in it may be that plan's."""
    return re.compile(
        r"\b(?:phases?|stages?|previous|earlier|former|formerly|predecessor|successor|prior)\b"
        r"|\b(?:first|second|third|fourth|last|next|new|later|old|original|other|another)\s+(?:action\s+)?plans?\b",
        re.IGNORECASE,
    )


@cache
def _elsewhere_pattern() -> re.Pattern[str]:
    """Words by which a sentence speaks of a document that is no plan, or says that there is no such entry."""
    return re.compile(
        r"\b(?:strategy|concordat|charter|swan|N8)\b|\b(?!(?:this|our|the|action|a|same|whole)\b)[\w'’-]+\s+plans?\b"
        r"|\b(?:other|university|college|institution)['’s]*\s+(?:\w+\s+)?action\s+plans?\b"
        r"|\bno\s+(?:longer|action|objective|pillar)\b|\bnot\s+exist|\btaken\s+out\b|\bmerged\b"
        r"|\b(?:dropped|removed|deleted|renumbered|numbered|missing|discontinued|withdrawn)\b",
        re.IGNORECASE,
    )


@cache
def _of_another_pattern() -> re.Pattern[str]:
    """What follows an id of another document: `objective 4.2 of the University`, `action 3 in the 2021 document`."""
    return re.compile(
        r"""[,\s]*(?:
        (?:of|from)\s+(?!\d|(?:this|these)\b|(?:the|our)\s+(?:same\s+)?(?:action\s+)?plan\b|pillar|objective)
      | (?:in|under|within)\s+(?:the|our|their|its)\s+(?:[\w'’-]+\s+){0,4}?
        (?:documents?|frameworks?|submissions?|awards?|programmes?|policy|vision|roadmap|university|[A-Z][\w-]*\s+action\s+plan)\b
      | \((?:19|20)\d\d\b)""",
        re.VERBOSE,
    )


@cache
def _by_another_pattern() -> re.Pattern[str]:
    """What stands before an id of another document: `GEAP objective 3.1`, `Silver award action 3.2.1`."""
    return re.compile(
        r"(?:(?!TC\b)\b[A-Z]{2,}[A-Za-z]*|(?<=[\w,;] )[A-Z][a-z]+|\b(?:award|framework|policy|vision)(?:['’]s)?)\s+$"
    )


_BEFORE: Final = 40
"""So many characters before an id are read for the name of its document."""

_YEAR_DIGITS: Final = 4


class IdMention(NamedTuple):
    """An id in a text, with the level that it is said to have."""

    passage: Passage
    level: str
    id: str

    def says(self, of: str) -> str:
        """The words that say what does not exist; `of` names the plans that an id without a plan would be of."""
        plan = self.id.rpartition("/")[0]
        return f"{self.level} {self.id}, which does not exist in {f'plan {plan}' if plan else of}"


def id_mentions(passage: Passage) -> Iterator[IdMention]:
    """The ids that a text speaks of, where it is likely to mean its own plan."""
    if not _spoken_pattern().search(passage.text):
        return
    for paragraph in _paragraph_end_pattern().split(passage.text):
        elsewhere = _earlier_pattern().search(paragraph) is not None
        for sentence in _sentence_end_pattern().split(paragraph):
            doubtful = elsewhere or _elsewhere_pattern().search(sentence) is not None
            for match in _spoken_pattern().finditer(sentence):
                is_ours = not (doubtful or _is_of_another(match))
                for id_ in _ids_in(match):
                    if "/" in id_ or is_ours:
                        yield IdMention(passage, match["level"].lower(), id_)


def _is_of_another(match: re.Match[str]) -> bool:
    """Whether the words around an id say that it is another document's."""
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    return (
        _by_another_pattern().search(before) is not None
        or _of_another_pattern().match(match.string, match.end()) is not None
    )


def _ids_in(match: re.Match[str]) -> list[str]:
    """The ids of a match: not a year, and of whole numbers none where they may count the actions (`30 actions 20`)."""
    ids = re.findall(_ID, match["ids"], re.IGNORECASE)
    if len(ids) == 1 and match["many"] and ids[0].isdigit():
        return []
    return [id_ for id_ in ids if not (id_.isdigit() and len(id_) >= _YEAR_DIGITS)]
