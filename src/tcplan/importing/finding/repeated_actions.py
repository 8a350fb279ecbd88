"""The same actions in two tables of a plan: a summary and the detail, or a sheet for each year. Each is read once."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from tcplan.importing.finding.building import fold
from tcplan.importing.found import Doubt, Field, FoundEntry, FoundLevel, FoundPlan, Words
from tcplan.importing.ledger import Ledger

_FEWEST = 2
_MOST_OF = 0.6
"""How many of the actions of the smaller table the other has too, at the least, where it is the same list."""

_ALIKE = 0.7
_SINGLE = frozenset(
    {Field.DUE, Field.START, Field.OWNERS, Field.LEAD, Field.PRIORITY, Field.THEMES, Field.RAG, Field.REPORT_DATE}
)
"""What an action has once: where two tables differ, the words of one are taken, and the other's are kept in `about`."""

_REPORTED = frozenset({Field.RAG, Field.REPORT})


class _Placed(NamedTuple):
    """An action, and the list that it is in."""

    entry: FoundEntry
    siblings: list[FoundEntry]


def merge_repeats(plan: FoundPlan, ledger: Ledger) -> None:
    """Make one action of those that two tables of a plan have, and say so."""
    tables: dict[str, list[_Placed]] = {}
    for one in _actions(plan.entries):
        tables.setdefault(one.entry.place.part, []).append(one)
    tables.pop("", None)
    emptied: set[int] = set()
    for first, second in combinations(list(tables), 2):
        pairs = _pairs(tables[first], tables[second])
        if len(pairs) < max(_FEWEST, _MOST_OF * min(len(tables[first]), len(tables[second]))):
            continue
        is_first = _is_kept(first, second, pairs)
        for one, two in pairs:
            kept, other = (one, two) if is_first else (two, one)
            _merge(kept.entry, other.entry, ledger)
            other.siblings[:] = [entry for entry in other.siblings if entry is not other.entry]
            emptied.add(id(other.siblings))
        gone = second if is_first else first
        ends = {id(pair[1 if is_first else 0].entry) for pair in pairs}
        tables[gone] = [one for one in tables[gone] if id(one.entry) not in ends]
        _tell(plan, (first, second) if is_first else (second, first), len(pairs), tables[gone])
    _drop_empty(plan, plan.entries, emptied, ledger)


def _actions(entries: list[FoundEntry]) -> Iterator[_Placed]:
    for entry in entries:
        if entry.level is FoundLevel.ACTION:
            yield _Placed(entry, entries)
        else:
            yield from _actions(entry.children)


def _pairs(first: Sequence[_Placed], second: Sequence[_Placed]) -> list[tuple[_Placed, _Placed]]:
    """The actions of a table with those of another that are the same; each is the same as one."""
    pairs: list[tuple[_Placed, _Placed]] = []
    left = list(second)
    for one in first:
        found = next((two for two in left if _is_same(one.entry, two.entry)), None)
        if found is not None:
            pairs.append((one, found))
            left.remove(found)
    return pairs


def _is_same(one: FoundEntry, two: FoundEntry) -> bool:
    """Whether two actions have one title, or one id and titles that are alike."""
    first, second = fold(one.title.text), fold(two.title.text)
    if one.number and two.number:
        return one.number.strip(" .") == two.number.strip(" .") and _are_alike(first, second)
    return first == second


def _are_alike(first: str, second: str) -> bool:
    if first == second or first in second or second in first:
        return True
    one, two = Counter(first.split()), Counter(second.split())
    return (one & two).total() >= _ALIKE * max(one.total(), two.total())


def _is_kept(first: str, second: str, pairs: Sequence[tuple[_Placed, _Placed]]) -> bool:
    """Whether the words of the first table are taken: it is of a later year, or says more."""
    years = _year(first), _year(second)
    if all(years) and years[0] != years[1]:
        return years[0] > years[1]
    return sum(len(one.entry.fields) for one, _ in pairs) > sum(len(two.entry.fields) for _, two in pairs)


def _year(part: str) -> str:
    years = re.findall(r"\b20\d\d\b", part)
    return years[0] if len(years) == 1 else ""


def _merge(kept: FoundEntry, other: FoundEntry, ledger: Ledger) -> None:
    """Give an action what the other table says of it."""
    years = _year(kept.place.part), _year(other.place.part)
    are_dated = all(years) and years[0] != years[1]
    if are_dated:
        _forget_year(kept, years[0])
        _forget_year(other, years[1])
        for found in _REPORTED & set(kept.fields):
            kept.fields[found] = [_in_year(words, years[0]) for words in kept.fields[found]]
    _merge_titles(kept, other, ledger)
    kept.number = kept.number or other.number
    known = {fold(words.text) for several in kept.fields.values() for words in several}
    for found, several in other.fields.items():
        is_taken = found not in kept.fields or found not in _SINGLE
        for words in several:
            if are_dated and found in _REPORTED:
                kept.fields.setdefault(found, []).insert(0, _in_year(words, years[1]))
            elif words.text and fold(words.text) in known:
                ledger.put(words.paragraphs, "repeated")
            elif is_taken:
                kept.fields.setdefault(found, []).append(words)
            else:
                _keep_in_about(kept, words, found, other)
    titles = {fold(one.title.text) for one in kept.children}
    kept.children.extend(one for one in other.children if fold(one.title.text) not in titles)


def _forget_year(entry: FoundEntry, year: str) -> None:
    """The name of a sheet that shows how things were in a year is no date of its actions."""
    for found in (Field.DUE, Field.START):
        kept = [words for words in entry.fields.get(found, ()) if words.paragraphs or words.text != year]
        if kept:
            entry.fields[found] = kept
        else:
            entry.fields.pop(found, None)


def _in_year(words: Words, year: str) -> Words:
    """The words of a sheet of a year, whose header says no other day."""
    return words if re.search(r"20\d\d", words.column) else replace(words, column=f"{words.column or 'RAG'} {year}")


def _merge_titles(kept: FoundEntry, other: FoundEntry, ledger: Ledger) -> None:
    own, more = fold(kept.title.text), fold(other.title.text)
    if own != more and own in more:
        kept.title, other.title = other.title, kept.title
    if fold(other.title.text) in fold(kept.title.text):
        ledger.put(other.title.paragraphs, "repeated")
    else:
        _keep_in_about(kept, other.title, Field.ACTION, other)


def _keep_in_about(kept: FoundEntry, words: Words, found: Field, other: FoundEntry) -> None:
    column = f"{words.column or found.value.capitalize()} ({other.place.part})"
    kept.fields.setdefault(Field.ABOUT, []).append(replace(words, column=column))


def _tell(plan: FoundPlan, parts: tuple[str, str], count: int, rest: Sequence[_Placed]) -> None:
    kept, other = parts
    message = f"{count} actions are in {kept} and in {other}; each is in the file once, with the words of {kept}"
    if rest:
        titles = "; ".join(f"`{one.entry.title.text[:60]}`" for one in rest[:3])
        message += (
            f". {len(rest)} of {other} are not in {kept}, such as {titles}: check whether they are still in the plan"
        )
    place = next(iter(rest)).entry.place if rest else next(_actions(plan.entries)).entry.place
    plan.doubts.append(Doubt("plan", message, place))


def _drop_empty(plan: FoundPlan, entries: list[FoundEntry], emptied: set[int], ledger: Ledger) -> None:
    """Pillars and objectives whose actions are elsewhere now are about the plan, or named there again."""
    for entry in list(entries):
        if entry.level is FoundLevel.ACTION:
            continue
        had = bool(entry.children)
        _drop_empty(plan, entry.children, emptied, ledger)
        if entry.children or not (had or id(entry.children) in emptied):
            continue
        entries[:] = [one for one in entries if one is not entry]
        if fold(entry.title.text) in {fold(one.title.text) for one in _groups(plan.entries)}:
            ledger.put(entry.title.paragraphs, "repeated")
        elif entry.title.paragraphs:
            plan.about.append(entry.title)
        plan.about.extend(words for several in entry.fields.values() for words in several)


def _groups(entries: list[FoundEntry]) -> Iterator[FoundEntry]:
    for entry in entries:
        if entry.level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE}:
            yield entry
            yield from _groups(entry.children)
