"""The owners that a document and the glossary name beyond doubt, by which names that are run together are parted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tcplan.importing.found import FoundPlan
from tcplan.importing.reading.fragments import lines_of, on_one_line
from tcplan.importing.reading.hidden_signs import show
from tcplan.importing.reading.owner_lines import names_alone, owner_lines, owner_words_of
from tcplan.importing.reading.owner_segments import MOST_WORDS, are_certain, certain_parts, segments_of
from tcplan.importing.reading.owner_words import (
    CONNECTORS,
    begins_as_post,
    is_abbreviation,
    is_bare_post,
    is_complete,
    stands_for,
)
from tcplan.values.person_names import looks_like_person
from tcplan.workspace.glossary import Glossary, fold_name, is_placeholder, spellings_of

_ROUNDS: Final = 4
"""How often what is left beside known names is looked at: a round may find names beside those of the last."""

_MOST_LINES: Final = 400
"""Of more lines than this, the rest is not looked at for names in a row."""

_LONGEST: Final = 80
"""A line of more characters is not one name; one of more words than the next is several."""

_MOST_NAME_WORDS: Final = 8


class OwnerNames:
    """Names that stand alone in a document, or in the glossary, and how often each line is met."""

    def __init__(self, plan: FoundPlan, glossary: Glossary) -> None:
        self.long = dict(_explained(plan))
        self.alone = names_alone(plan)
        self.whole: Counter[str] = Counter()
        """Lines that are not parted by a sign; those with "and" in them may still be several owners."""
        self.with_and: set[str] = set()
        """Names with "and" or such a sign in them, which stand alone and are one owner."""
        self._listed = {fold_name(spelling) for owner in glossary.owners for _, spelling in spellings_of(owner)}
        self._listed.update(fold_name(name) for pair in self.long.items() for name in pair)
        self._known: dict[str, str] = {}
        self.lines = list(_lines(plan, self.alone))
        """The lines with owners, as they stand."""
        for line in self.lines:
            self.whole[fold_name(line)] += 1
            if _is_single(line):
                self._known.setdefault(fold_name(line), line)
        for name in _with_neighbours(self.lines):
            self._known.setdefault(fold_name(name), name)
        unique = sorted(
            {line for line in self.lines if len(line.split()) <= MOST_WORDS}, key=lambda one: (len(one), one)
        )
        self._learn(unique[:_MOST_LINES])

    def is_known(self, name: str) -> bool:
        """Whether a name stands alone somewhere, or is listed."""
        return self._is_known(fold_name(show(name)))

    def is_listed(self, name: str) -> bool:
        """Whether a whole name is one of the glossary's, or one that the document explains."""
        return fold_name(name) in self._listed

    def is_settled(self, name: str) -> bool:
        """Whether a name is listed, or fills more than one line."""
        return self.is_listed(name) or self.whole[fold_name(name)] > 1

    def known_within(self, name: str) -> str:
        """A name of several words that stands alone elsewhere and is only a part of this one; empty where none is."""
        if self.is_settled(name):
            return ""
        words = name.split()
        if len(words) > MOST_WORDS:
            return ""
        for length in range(len(words) - 2, 1, -1):
            for start in range(len(words) - length + 1):
                inside = " ".join(words[start : start + length])
                if self.is_known(inside) and is_complete(inside) and _is_apart(words, start, length):
                    return inside
        return ""

    def part(self, text: str) -> list[str]:
        """The owners of a text in which names follow each other without a sign; one if it is not certain enough."""
        return certain_parts(segments_of(text, self._is_known))

    def keep_whole(self, names: Iterable[str]) -> None:
        """Know from now on that some names with a sign in them are one owner each."""
        self.with_and.update(names)
        self._known.update({fold_name(name): name for name in names})

    def parted_within(self, text: str) -> list[str]:
        """Known names that follow each other without a space: `HRDTM`, `Technical ManagersHR`; one where none do."""
        if len(text) > _LONGEST or self.is_listed(text):
            return [text]
        is_often = self.whole[fold_name(text)] > 1
        for index in _glued_places(text):
            first, rest = text[:index], text[index:]
            if self.is_known(first) and not (is_often and first[-1].isupper()):
                others = self.parted_within(rest)
                if len(others) > 1 or self.is_known(rest):
                    return [first, *others]
        return [text]

    def _is_known(self, folded: str) -> bool:
        return folded in self._known or folded in self._listed

    def _learn(self, lines: list[str]) -> None:
        """Part the lines that are names in a row by those that are not, until nothing new is found."""
        for _ in range(_ROUNDS):
            known = list(self._known.values())[:_MOST_LINES]
            changed = [self._learn_from(line) for line in dict.fromkeys((*lines, *known))]
            if not any(changed):
                return

    def _learn_from(self, line: str) -> bool:
        """Forget a line that is several names, and keep these; whether there was something to do."""
        folded = fold_name(line)
        whole = self._known.pop(folded, None)
        segments = segments_of(line, self._is_known)
        if len(segments) > 1 and are_certain(segments):
            new = {fold_name(segment.name): segment.name for segment in segments if not segment.is_known}
            self._known.update(new)
            return bool(new) or whole is not None
        if whole is not None:
            self._known[folded] = whole
        return False


def _lines(plan: FoundPlan, alone: frozenset[str]) -> Iterator[str]:
    for words in owner_words_of(plan):
        for line in owner_lines(words, alone):
            parts = re.split(r"[;|]|\s[+/]\s", line.text)
            yield from (on_one_line(part) for part in parts if part.strip())


def _with_neighbours(lines: list[str]) -> Iterator[str]:
    """Whole names that stand in lists beside different others, and so are no part of the one beside them."""
    beside: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    for line in lines:
        sign = r"\s*[,/]\s*" if re.search("[,/]", line) else r"\s+&\s+"  # `IT & AV, HR`
        parts = [part.strip() for part in re.split(sign, line) if part.strip()]
        for part, first, last in zip(parts, ["", *parts], [*parts[1:], ""], strict=False) if len(parts) > 1 else ():
            beside.setdefault(part, set()).update(fold_name(other) for other in parts if other != part)
            before.setdefault(part, set()).add(fold_name(first))
            after.setdefault(part, set()).add(fold_name(last))
    for name, others in beside.items():
        is_name = is_abbreviation(name) or (" " in name and (is_complete(name) or begins_as_post(name)))
        # `Equality` always has the rest of its committee after it; `Estates` has others on both sides.
        is_free = min(len(before[name]), len(after[name])) > 1 and not is_bare_post(name)
        if len(others) > 1 and (is_name or is_free) and _is_single(name):
            yield name


def _is_apart(words: list[str], start: int, length: int) -> bool:
    """Whether words within others could be a name of their own: no connector is beside them."""
    before, after = words[:start], words[start + length :]
    return not any(word.lower() in CONNECTORS for word in (*before[-1:], *after[:1]))


def _glued_places(text: str) -> Iterator[int]:
    """Where a name may begin within a word: a capital after a letter or bracket."""
    return (one.start() for one in re.finditer(r"(?<=[A-Za-z)])(?=[A-Z])", text))


def _is_single(line: str) -> bool:
    """Whether a line can only be one name: without a sign or word that may stand between two."""
    if is_placeholder(line) or len(line) > _LONGEST or line.endswith((".", ":")):
        return False
    outside = re.sub(r"\([^()]*\)", "", line)
    if re.search(r"[,/&+\\]|\band\b|\bor\b|\bwith\b|[0-9]{4}", outside):
        return looks_like_person(line) and re.fullmatch(r"[^\s,]+, [^\s,]+", line) is not None  # `Smith, Jane`
    return len(outside.split()) <= _MOST_NAME_WORDS and outside[:1].isupper()


@cache
def _short_first_pattern() -> re.Pattern[str]:
    """`HROD: Human Resources and Organisational Development`."""
    return re.compile(r"^(?P<short>[A-Z][A-Za-z&/-]{1,9})\s*(?:[-\u2013\u2014:=]|\t)\s*(?P<long>[A-Z][^.:;]{4,90})$")


@cache
def _long_first_pattern() -> re.Pattern[str]:
    """`Human Resources (HR)`."""
    return re.compile(
        r"\b(?P<long>(?:[A-Z][\w'-]{1,30} (?:(?:of|and|for|the|&) ){0,2}){2,9})\((?P<short>[A-Z][A-Za-z&/-]{1,9})\)"
    )


def _explained(plan: FoundPlan) -> Iterator[tuple[str, str]]:
    """Abbreviations that the text explains, with their words."""
    for text in (line.text for words in (*plan.about, *plan.key) for line in lines_of(words)):
        for pattern in (_short_first_pattern(), _long_first_pattern()):
            for found in pattern.finditer(text):
                if stands_for(found["short"], found["long"]):
                    yield found["short"], on_one_line(found["long"])
