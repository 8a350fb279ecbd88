"""The owners that a document and the glossary name beyond doubt, by which names that are run together are parted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tcplan.importing.found import Field, FoundEntry, FoundPlan
from tcplan.importing.reading.fragments import lines_of, on_one_line
from tcplan.values.person_names import looks_like_person
from tcplan.workspace.glossary import Glossary, fold_name, is_placeholder, spellings_of

_ROUNDS: Final = 4
"""How often what is left beside known names is looked at: a round may find names beside those of the last."""

_SHORTEST: Final = 4
"""A shorter word between two names may be a part of one."""

_LONG: Final = 3
"""A name of so many words is hardly the end of another one."""

_MOST_LINES: Final = 600
"""Of more lines than this, the rest is not looked at for names in a row."""

_MOST_WORDS: Final = 40
"""More words in a row are prose."""

_BODIES: Final = """
board boards centre college committee committees council department departments directorate division faculty forum
forums group groups network networks office offices panel school services team teams union unions unit units
"""
_POSTS: Final = """
adviser advisor advisors champion champions chair co-ordinator coordinator coordinators dean deans director directors
head heads lead leads manager managers officer officers partner partners president principal provost pvc registrar
representative representatives secretary staff technician technicians
"""
_CONNECTORS: Final = ("of", "for", "and", "the", "in", "&", "-", "\u2013", "+", "/", "to", "with", "on")


@cache
def _ending_words() -> frozenset[str]:
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


def is_abbreviation(name: str) -> bool:
    """Whether a name is letters for words: `HROD`, `HR-OD`, `HoDs`, `R&I`."""
    return re.fullmatch(r"[A-Z][A-Za-z&]?[A-Z&-]*[A-Z]s?|[A-Z]o[A-Z]s?", name) is not None


class OwnerNames:
    """Names that stand alone in a document, or in the glossary, and how often each is met."""

    def __init__(self, plan: FoundPlan, glossary: Glossary) -> None:
        self.glossary = {fold_name(spelling) for owner in glossary.owners for _, spelling in spellings_of(owner)}
        self.long = dict(_explained(plan))
        self.defined = {fold_name(name) for pair in self.long.items() for name in pair}
        self.whole: Counter[str] = Counter()
        """Lines that are not parted by a sign; those with "and" in them may still be several owners."""
        self._known: dict[str, str] = {}
        lines = [*_lines(plan)]
        for line in lines:
            self.whole[fold_name(line)] += 1
            if _is_single(line):
                self._known.setdefault(fold_name(line), line)
        unique = sorted({line for line in lines if len(line.split()) <= _MOST_WORDS}, key=lambda one: (len(one), one))
        self._learn(unique[:_MOST_LINES])

    def is_known(self, name: str) -> bool:
        """Whether a name stands alone somewhere, or is listed."""
        return fold_name(name) in self._known or self.is_listed(name)

    def is_listed(self, name: str) -> bool:
        """Whether a whole name is one of the glossary's, or one that the document explains."""
        folded = fold_name(name)
        return folded in self.glossary or folded in self.defined

    def part(self, text: str) -> list[str]:
        """The owners of a text in which names follow each other without a sign; one if it is not certain enough."""
        segments = self._segments(text)
        if len(segments) < 2 or not self._is_certain(segments):  # noqa: PLR2004 (one name)
            return [text]
        return [name for name, _ in segments]

    def _learn(self, lines: list[str]) -> None:
        """Part the lines that are names in a row by those that are not, until nothing new is found."""
        for _ in range(_ROUNDS):
            before = len(self._known)
            changed = False
            for line in dict.fromkeys((*lines, *list(self._known.values())[:_MOST_LINES])):
                changed = self._learn_from(line) or changed
            if not changed and len(self._known) == before:
                return

    def _learn_from(self, line: str) -> bool:
        """Forget a line that is several names, and keep these; whether there was something to do."""
        folded = fold_name(line)
        whole = self._known.pop(folded, None)
        segments = self._segments(line)
        if len(segments) > 1 and self._is_certain(segments):
            new = {fold_name(name): name for name, is_known in segments if not is_known}
            self._known.update(new)
            return bool(new) or whole is not None
        if whole is not None:
            self._known[folded] = whole
        return False

    def _is_certain(self, segments: list[tuple[str, bool]]) -> bool:
        """Whether each part is a known name, or looks like a whole one beside its neighbours."""
        return all(self._may_stand(segments, index) for index in range(len(segments)))

    def _may_stand(self, segments: list[tuple[str, bool]], index: int) -> bool:
        name, is_known = segments[index]
        before = segments[index - 1] if index else ("", True)
        after = segments[index + 1] if index + 1 < len(segments) else ("", True)
        if is_known:
            # One word, such as `Library`, is often a part of the name beside it.
            is_alone = after[1] or (_is_post(name) and is_abbreviation(after[0]))
            is_after_body = before[1] or body_pattern().fullmatch(before[0]) is not None or before[0].endswith(")")
            return " " in name or is_abbreviation(name) or (is_alone and is_after_body)
        if is_complete(name) or not name[:1].isupper():
            return is_complete(name)
        if " " in name:  # `Marketing and Communications` before the long name of a committee
            return not index and len(after[0].split()) >= _LONG
        is_between = bool(before[0] and after[0]) and len(name) >= _SHORTEST
        return is_between or (" " in before[0] and name.endswith("s") and name.lower() in _ending_words())

    def _segments(self, text: str) -> list[tuple[str, bool]]:
        """The parts of a text that are known names, and what is between them; the fewest unknown words win."""
        words = text.split()
        if len(words) > _MOST_WORDS:
            return [(text, False)]
        best: list[tuple[float, list[tuple[str, bool]]]] = [(0, [])]
        for end in range(1, len(words) + 1):
            best.append(min(self._ways_to(words, end, best), key=lambda way: way[0]))
        return best[-1][1]

    def _ways_to(
        self, words: list[str], end: int, best: list[tuple[float, list[tuple[str, bool]]]]
    ) -> Iterator[tuple[float, list[tuple[str, bool]]]]:
        for start in range(end):
            piece = words[start:end]
            if (start and piece[0].lower() in _CONNECTORS) or (end < len(words) and piece[-1].lower() in _CONNECTORS):
                continue
            if start and words[start - 1].lower() in _CONNECTORS:
                continue
            name = " ".join(piece)
            is_known = self.is_known(name)
            if is_known and end < len(words) and is_abbreviation(name) and not self._begins_known(words, end):
                continue  # `HR Business Partner` is not two owners
            before_cost, before = best[start]
            is_after = not is_known and bool(before) and _is_after_name(name, before[-1][0])
            if not is_known and before and not before[-1][1] and not is_after:
                continue  # two unknown parts are one
            cost = before_cost + (1 if is_known else 0.5 if is_after else 2 + 3 * len(piece))
            yield cost, [*before, (name, is_known)]
        if end:
            yield 10_000.0 + end, [(" ".join(words[:end]), False)]

    def _begins_known(self, words: list[str], start: int) -> bool:
        """Whether a known name or another abbreviation follows."""
        if is_abbreviation(words[start]) and words[start].isupper():
            return True
        return any(
            self.is_known(" ".join(words[start:end])) for end in range(start + 1, min(len(words), start + 8) + 1)
        )


def _is_post(name: str) -> bool:
    return name.lower() in _POSTS.split()


def _is_after_name(name: str, before: str) -> bool:
    """Whether an abbreviation after what looks like a whole name is a name of its own: `Department Managers HoDs`."""
    return is_abbreviation(name) and len(name) >= _SHORTEST - 1 and is_complete(before) and not is_abbreviation(before)


def is_complete(name: str) -> bool:
    """Whether some words look like the whole name of an owner: they end as one does, or begin as a post does."""
    words = name.split()
    if is_abbreviation(name):
        return True
    if len(words) < 2 or not words[0][:1].isupper():  # noqa: PLR2004 (`Chair` alone is the end of another name)
        return False
    last = re.sub(r"\W+$", "", words[-1]).lower()
    starts_as_post = re.match(
        r"(?:head|director|dean|chair|manager|pvc|dvc|provost|vice|associate|deputy)", words[0], re.IGNORECASE
    )
    return last in _ending_words() or bool(starts_as_post) or name.endswith(")")


def _lines(plan: FoundPlan) -> Iterator[str]:
    for entry in _every(plan.entries):
        for one in (Field.LEAD, Field.OWNERS):
            for words in entry.fields.get(one, []):
                for line in lines_of(words):
                    yield from (on_one_line(part) for part in re.split(r"[;|]", line.text) if part.strip())


def _every(entries: Iterable[FoundEntry]) -> Iterator[FoundEntry]:
    for entry in entries:
        yield entry
        yield from _every(entry.children)


def _is_single(line: str) -> bool:
    """Whether a line can only be one name: without a sign or word that may stand between two."""
    if is_placeholder(line) or len(line) > 80 or line.endswith((".", ":")):  # noqa: PLR2004 (a sentence)
        return False
    outside = re.sub(r"\([^()]*\)", "", line)
    if re.search(r"[,/&+\\]|\band\b|\bor\b|\bwith\b|[0-9]{4}", outside):
        return looks_like_person(line) and "," in line and len(line.split()) == 2  # noqa: PLR2004 (`Smith, Jane`)
    return len(outside.split()) <= 8 and outside[:1].isupper()  # noqa: PLR2004 (more is names in a row)


def _explained(plan: FoundPlan) -> Iterator[tuple[str, str]]:
    """Abbreviations that the text explains: `HROD: Human Resources and ...`, `Human Resources (HR)`."""
    texts = [line.text for words in (*plan.about, *plan.key) for line in lines_of(words)]
    for text in texts:
        pairs = re.findall(r"^([A-Z][A-Za-z&/-]{1,9})\s*(?:[-\u2013\u2014:=]|\t)\s*([A-Z][^.:;]{4,90})$", text)
        pairs += [
            (short, long)
            for long, short in re.findall(
                r"((?:[A-Z][\w'-]+ (?:(?:of|and|for|the|&) )*){2,9})\(([A-Z][A-Za-z&/-]{1,9})\)", text
            )
        ]
        for short, long in pairs:
            if stands_for(short, long):
                yield short, on_one_line(long)


def stands_for(short: str, long: str) -> bool:
    """Whether letters are the first letters of words: `HROD` of Human Resources and Organisational Development."""
    letters = re.sub("[^A-Za-z]", "", short).upper().removesuffix("S" if short.endswith("s") else "")
    words = re.findall(r"[A-Za-z]+", long)
    every = "".join(word[0] for word in words).upper()
    main = "".join(word[0] for word in words if word.lower() not in ("of", "and", "the", "for", "in")).upper()
    return len(letters) > 1 and letters in (every, main)
