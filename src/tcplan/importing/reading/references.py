"""References in prose: to entries of the same plan, and to those of the plan before it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from tcplan.importing.found import Field, FoundLevel, Words
from tcplan.importing.reading.context import EntryContext
from tcplan.importing.reading.fragments import on_one_line

_NUMBER: Final = r"(?:[A-Za-z]{1,4}[-.]?)?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}(?:\.?[a-z](?![a-z]))?"
_KINDS: Final = (
    r"(?:key )?(?:action(?: point| item)?|objective|aim|point|priority|recommendation|item|section|goal|pillar)s?"
)
_NUMBERS: Final = {
    "one": "1",
    "two": "2",
    "three": "3",
    "first": "1",
    "second": "2",
    "third": "3",
    "i": "1",
    "ii": "2",
    "iii": "3",
}
_LONGEST: Final = 1500
"""A sentence of more characters is none."""

_WIDTH: Final = 90
"""How far apart the numbers and the name of the earlier plan may be, in characters."""


@cache
def _list_pattern() -> re.Pattern[str]:
    """Numbers of entries after a word for what they are: `actions 3.1, 3.4 and 4.2`."""
    return re.compile(
        rf"(?P<kind>\b{_KINDS}\s+(?:no\.?\s*|numbers?\s+)?)?(?P<list>(?<![\w./%\u00a3-]){_NUMBER}(?:\s*(?:,|;|&|and|or|/)\s*(?:and\s+)?(?:{_KINDS}\s+)?{_NUMBER}(?![\w%]))*)(?![\w%/]|\.[0-9])",
        re.IGNORECASE,
    )


@cache
def _depends_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:depend(?:s|ent|ing)\s+(?:up)?on|subject to|requires?|once|(?:following|after) (?:the )?completion of)\b"
        r"[^.;]{0,40}$",
        re.IGNORECASE,
    )


@cache
def _earlier_pattern() -> re.Pattern[str]:
    """The name of a plan before this one."""
    plan = r"(?:technician commitment\s+|tc\s+)?(?:action\s+)?plan\b"
    return re.compile(
        r"\b(?:phase|stage)\s*(?P<phase>one|two|three|i{1,3}|[1-9])\b"
        rf"|\b(?P<nth>first|second|third)\s+{plan}|\b(?:previous|earlier|last|former|prior|original)\s+{plan}",
        re.IGNORECASE,
    )


@cache
def _builds_pattern() -> re.Pattern[str]:
    """What says that work goes on from another plan."""
    return re.compile(
        r"\b(?:build(?:s|ing)?|built|continu(?:es|ing|ed|ation)|carr(?:y|ies|ied) (?:on|over|forward)|follows? on"
        r"|progress(?:es|ing)? from|extend(?:s|ing)?"
        r"|develop(?:s|ing)? (?:on|from|further)|roll(?:s|ed) (?:over|forward)"
        r"|originat\w+|formerly|previously|was)\b",
        re.IGNORECASE,
    )


def read_references(entry: EntryContext, ids: Mapping[str, str], phase: int) -> None:
    """Read the references in the prose of an entry; the words stay where they are.

    `ids` are the ids of the plan by the numbers that the document has; `phase` is the number of the plan, 0 if unknown.
    """
    related: list[str] = []
    depends: list[str] = []
    continues: list[str] = []
    for words in _prose_of(entry):
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z\u201c\"])|\n", words.text):
            if len(sentence) <= _LONGEST:
                _read_sentence(on_one_line(sentence), ids, phase, (related, depends, continues))
    own = {entry.draft.id}
    for key, found in (("continues", continues), ("depends_on", depends), ("related", related)):
        own_key = "related" if key == "depends_on" and entry.found.level is not FoundLevel.ACTION else key
        new = [one for one in dict.fromkeys(found) if one not in own and (key != "related" or one not in depends)]
        if new and own_key not in entry.draft.keys:
            entry.set(own_key, list(new))


def _prose_of(entry: EntryContext) -> Iterable[Words]:
    fields = (Field.ABOUT, Field.SUCCESS, Field.RESOURCES, Field.REPORT, Field.ALIGNS)
    return [entry.found.title, *entry.words(*fields)]


def _read_sentence(text: str, ids: Mapping[str, str], phase: int, into: tuple[list[str], list[str], list[str]]) -> None:
    related, depends, continues = into
    plans = [(one, _phase_named(one, phase)) for one in _earlier_pattern().finditer(text)]
    earlier = [(one, which) for one, which in plans if not phase or which < phase]
    for found in _list_pattern().finditer(text):
        numbers = re.findall(rf"(?<![\w.]){_NUMBER}", found["list"])
        if any(one.start() < found.end() and found.start() < one.end() for one, _ in plans):
            continue  # the 1 of `phase 1`
        if which := next((which for one, which in earlier if _distance(one, found) <= _WIDTH), 0):
            is_point = found["kind"] or all("." in number for number in numbers)
            if _builds_pattern().search(text) and is_point:
                continues += [f"phase-{which}/{number}" for number in numbers]
            continue
        known = [ids[number] for number in numbers if number in ids]
        before = text[: found.start()]
        if earlier or len(known) != len(numbers) or not (found["kind"] or _is_linked(before, numbers)):
            continue
        (depends if _depends_pattern().search(before) else related).extend(known)


def _phase_named(one: re.Match[str], phase: int) -> int:
    """The number of the plan that is named; `the previous plan` is the one before this; 0 where that is unknown."""
    number = one["phase"] or one["nth"]
    return int(_NUMBERS.get(number.lower(), number)) if number else max(phase - 1, 0)


def _distance(one: re.Match[str], other: re.Match[str]) -> int:
    return max(one.start() - other.end(), other.start() - one.end())


@cache
def _linked_pattern() -> re.Pattern[str]:
    """Words that link, right before a number."""
    return re.compile(
        r"(?:\blink\w*|\bsee|\bcf\.?|\brelate\w*|\brefer\w*|\bdepend(?:s|ent|ing)(?: up)?(?= on))\b"
        r"(?: also| to| with| in| on| closely)*\s*:?\s*\(?$",
        re.IGNORECASE,
    )


def _is_linked(before: str, numbers: list[str]) -> bool:
    """Numbers of several parts alone, after words that link: `links with 6.2.3`, `see 2a`."""
    have_parts = all(re.fullmatch(r".*[0-9]\.?[a-z]|.*\..*", number) for number in numbers)
    return have_parts and _linked_pattern().search(before) is not None
