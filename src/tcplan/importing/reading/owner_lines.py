"""The lines of a cell with owners, those joined again that are one name which was broken where the column ends."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.found import Field, FoundPlan, Words, every_entry
from tcplan.importing.reading.fragments import FragmentLine, lines_of
from tcplan.importing.reading.owner_words import ending_words, is_plural_post
from tcplan.values.name_parts import is_given_name, may_be_surname
from tcplan.workspace.glossary import fold_name

_BEFORE_NAMES: Final = """
    academic assistant associate chief corporate deputy digital executive faculty financial human organisational
    organizational professional senior strategic technical university vice
    """
"""Words that a name goes on after: a line that ends with one is not a whole name."""

_ALONE: Final = """
    chair deans directors heads leads managers officers partners president principal provost pvc registrar secretary
    staff technicians union unions
    """
"""Words at the end of a name that are also a name by themselves."""


class OwnerLine(NamedTuple):
    """A line with owners, and whether it was joined because of what its words are, and not of a word like "of"."""

    text: str
    is_guess: bool = False


@cache
def _open_pattern() -> re.Pattern[str]:
    """The end of a line that goes on in the next one."""
    return re.compile(r"(?:(?:^|\s)(?:of|and|for|the|in|with|by)|&|/|\+|\([^()]*)\s*$", re.IGNORECASE)


@cache
def _continued_pattern() -> re.Pattern[str]:
    """The beginning of a line that goes on from the one before."""
    return re.compile(
        r"(?:of|and|for|with|supported by|assisted by|alongside|(?:in|working|together|jointly) \w* ?with)\s|[&/+]"
        r"|\([^()]*\)$"
    )


@cache
def _number_pattern() -> re.Pattern[str]:
    """The number of an item in a list of owners: `1) HR`, `(a) HR`."""
    return re.compile(r"^\s*(?:\(?[0-9]{1,2}[.)]|\(?[a-h]\))\s+(?=\S)")


def number_of(line: str) -> str:
    """The numbers of a list before owners; empty where there is none."""
    found = (_number_pattern().match(item) for item in _items_of(line))
    return " ".join(one[0].strip() for one in found if one)


@cache
def _inner_number_pattern() -> re.Pattern[str]:
    """The number of a further owner on the same line: `1. HR 2. Library`."""
    return re.compile(r"(?:^|(?<=[\s,;]))\(?(?P<number>[0-9]{1,2}|[a-h])[.)]\s+(?=\S)")


def _items_of(line: str) -> list[str]:
    """The items of a list that is on one line, each with its number; the line where it is none."""
    found = list(_inner_number_pattern().finditer(line))
    numbers = [one["number"] for one in found]
    if len(found) < 2 or line[: found[0].start()].strip() or numbers not in _counts(len(numbers)):  # noqa: PLR2004 (two)
        return [line]
    ends = [*(one.start() for one in found[1:]), len(line)]
    return [line[one.start() : end].strip(" ,;") for one, end in zip(found, ends, strict=True)]


def _counts(length: int) -> tuple[list[str], list[str]]:
    """The first numbers and letters."""
    return [str(one) for one in range(1, length + 1)], list("abcdefgh"[:length])


def owner_lines(words: Words, alone: frozenset[str]) -> list[OwnerLine]:
    """The lines of some words, without the numbers of a list, and with the pieces of a broken name together.

    Args:
        words: What a document says of owners in one place.
        alone: The names that stand alone in the document, folded.
    """
    whole: list[OwnerLine] = []
    for line in (every._replace(text=item) for every in lines_of(words) for item in _items_of(every.text)):
        bare = _number_pattern().sub("", line.text)
        is_item = bool(line.depth or line.number or bare != line.text)
        join = _how_joined(whole[-1].text, bare, alone) if whole and not is_item else None
        if join is None:
            whole.append(OwnerLine(bare))
        else:
            before = whole.pop()
            whole.append(OwnerLine(f"{before.text} {bare}", join or before.is_guess))
    return whole


def _how_joined(first: str, second: str, alone: frozenset[str]) -> bool | None:
    """Whether two lines are joined by a guess (True), surely (False), or not at all (None)."""
    if ":" in second:
        return None  # a label
    if _open_pattern().search(first) or _continued_pattern().match(second):
        return False
    first, second = first.rstrip(" ,;"), second.rstrip(" .,;")
    is_first_alone, is_second_alone = fold_name(first) in alone, fold_name(second) in alone
    if fold_name(f"{first} {second}") in alone:
        return None if is_first_alone and is_second_alone else False
    if is_second_alone or is_first_alone:
        return True if not is_second_alone and _ends_name(first, second) and not is_plural_post(second) else None
    goes_on = (
        first.rpartition(" ")[2].lower() in _BEFORE_NAMES.split()
        or _ends_name(first, second)
        or _is_person(first, second)
    )
    return True if goes_on else None


def _ends_name(first: str, second: str) -> bool:
    """Whether the second line is only the last word of a name: `HR Business`, `Partner`."""
    last = first.rpartition(" ")[2].lower().rstrip(")")
    word = second.lower()
    return word in ending_words() and word not in _ALONE.split() and last not in ending_words()


def _is_person(first: str, second: str) -> bool:
    """`Jane`, `Okafor`; two given names are two people."""
    is_two_words = " " not in first and " " not in second
    return is_two_words and is_given_name(first) and may_be_surname(second) and not is_given_name(second)


def join_owner_places(plan: FoundPlan) -> None:
    """Put the pieces of a name together that stand in two rows of an entry, below each other."""
    alone = names_alone(plan)
    for entry in every_entry(plan.entries):
        for field in (Field.LEAD, Field.OWNERS):
            whole: list[Words] = []
            for words in entry.fields.get(field, []):
                if whole and _goes_on(whole[-1], words, alone):
                    first = whole.pop()
                    text = f"{first.text}\n{words.text}"
                    whole.append(replace(first, paragraphs=(*first.paragraphs, *words.paragraphs), text=text))
                else:
                    whole.append(words)
            if whole:
                entry.fields[field] = whole


def _goes_on(first: Words, second: Words, alone: frozenset[str]) -> bool:
    lines, others = lines_of(first), lines_of(second)
    is_below = bool(first.column) and first.column == second.column and first.place.row < second.place.row
    if not is_below or not lines or len(others) != 1 or others[0].depth or others[0].number:
        return False
    return _how_joined(lines[-1].text, others[0].text, alone) is not None


def names_alone(plan: FoundPlan) -> frozenset[str]:
    """The names that fill a line of their own, or are parted by signs in one; of places that have a single line."""
    names: set[str] = set()
    for entry in every_entry(plan.entries):
        for field in (Field.LEAD, Field.OWNERS):
            lines = [line for words in entry.fields.get(field, []) for line in lines_of(words)]
            if len(lines) == 1:
                names.update(_parts_of(lines[0]))
    return frozenset(names)


def _parts_of(line: FragmentLine) -> Iterator[str]:
    bare = _number_pattern().sub("", line.text)
    yield fold_name(bare)
    for part in re.split(r"[,;|/]|\s(?:and|&|\+)\s", bare):
        yield fold_name(part.strip(" .()"))


def owner_words_of(plan: FoundPlan) -> Iterator[Words]:
    """What the entries of a plan say about their lead and owners."""
    for entry in every_entry(plan.entries):
        yield from entry.fields.get(Field.LEAD, [])
        yield from entry.fields.get(Field.OWNERS, [])
