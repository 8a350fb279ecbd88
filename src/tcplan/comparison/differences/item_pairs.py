"""Which item of a list is which in another state of it: by what names it, by `formerly` or `continues`, by likeness."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

from tcplan.comparison.differences.item_keys import content_key, item_key, title_key, whole_key
from tcplan.findings.span import Value
from tcplan.model import Shape
from tcplan.model.parts import Update

LIKE: Final = 0.6
"""The share of words that two items have in common from which on one is likely to be the other, reworded."""

MOST_LIKENED: Final = 200
"""If more items than this are left over in a list, none is taken for another: it would take long, and be a guess."""

MOST_WORDS: Final = 400


class PairedBy(StrEnum):
    """Why two items are taken for the same one."""

    NAME = "name"
    FORMERLY = "formerly"
    CONTINUES = "continues"
    CONTINUED = "continued"
    TITLE = "title"
    LIKENESS = "likeness"

    @property
    def is_likely(self) -> bool:
        """Whether it is only likely."""
        return self in (PairedBy.TITLE, PairedBy.LIKENESS)


class ItemStep(NamedTuple):
    """An item of a list by its index in both states; in one of them it may not be there."""

    before: int | None
    after: int | None
    by: PairedBy = PairedBy.NAME


class EntryLinks(NamedTuple):
    """What continues what in one table of two plans that follow each other, by the indices in both states.

    Of an entry that is continued by several, one can be the pair. All that has a link is in `earlier` and `later`.
    """

    pairs: tuple[tuple[int, int], ...]
    earlier: frozenset[int]
    later: frozenset[int]
    by: PairedBy


PlanLinks = Mapping[str, EntryLinks]
"""The links of two plans, by the table."""


def pair_items(
    before: list[Value],
    after: list[Value],
    shape: type[Shape] | None,
    *,
    is_certain: bool = False,
    links: EntryLinks | None = None,
) -> list[ItemStep]:
    """Each item of both lists once: in the order of the later one, then those that are no longer there.

    `is_certain` leaves out what is only like another item. With `links` the lists are of two plans that follow each
    other: what continues an entry is its pair, and an id alone says nothing, since the later plan counts anew.
    """
    pairing = _Pairing(before, after)
    if links is not None:
        pairing.take(links.pairs, links.by)
        pairing.set_aside(links.earlier, links.later)
    pairing.match(whole_key, PairedBy.NAME)
    has_ids = any(isinstance(item, dict) and "id" in item for item in (*before, *after)) and shape is not None
    if has_ids:
        pairing.match(lambda item: title_key(item) and f"{item_key(item, shape)}\0{title_key(item)}", PairedBy.NAME)
        pairing.take(_renamed(before, after), PairedBy.FORMERLY)
        pairing.match(title_key, PairedBy.TITLE, is_unique=True)
    if links is None:
        pairing.match(lambda item: item_key(item, shape), PairedBy.NAME)
    if shape is not None and not is_certain:
        pairing.match(lambda item: content_key(item, shape), PairedBy.LIKENESS)
        if shape is not Update:
            pairing.take(pairing.alike(_title_words if has_ids else _all_words), PairedBy.LIKENESS)
    return pairing.steps()


class _Pairing:
    """Items of two lists that have found each other, and those that have not."""

    def __init__(self, before: list[Value], after: list[Value]) -> None:
        self._before, self._after = before, after
        self._found: dict[int, ItemStep] = {}
        self._taken: set[int] = set()
        self._aside: tuple[frozenset[int], frozenset[int]] = frozenset(), frozenset()

    def set_aside(self, before: frozenset[int], after: frozenset[int]) -> None:
        """Leave items as they are: what is known of them is not to be guessed."""
        self._aside = before, after

    def match(self, key: Callable[[Value], str], by: PairedBy, *, is_unique: bool = False) -> None:
        """Pair items that are left and have the same key, the first with the first; an empty key matches none.

        `is_unique` asks for keys that one item of each list has.
        """
        old, new = self._by_key(self._before, self._left_before(), key), self._by_key(self._after, self._left(), key)
        often = self._repeated(key) if is_unique else set()
        for words, indices in new.items():
            if words not in often:
                self.take(zip(old.get(words, []), indices, strict=False), by)

    def take(self, pairs: Iterable[tuple[int, int]], by: PairedBy) -> None:
        """Pair items by their indices, as far as they are left."""
        for before, after in pairs:
            if before not in self._taken and after not in self._found:
                self._taken.add(before)
                self._found[after] = ItemStep(before, after, by)

    def alike(self, words_of: Callable[[Value], Counter[str]]) -> list[tuple[int, int]]:
        """The items that are left and have most of their words in common, the most alike first."""
        old, new = self._left_before(), self._left()
        if not old or not new or max(len(old), len(new)) > MOST_LIKENED:
            return []
        words = {index: words_of(self._before[index]) for index in old}
        likeness = [
            (_likeness(words[before], own), before, after)
            for after in new
            for own in [words_of(self._after[after])]
            for before in old
        ]
        best = sorted((one for one in likeness if one[0] >= LIKE), key=lambda one: (-one[0], one[1], one[2]))
        return [(before, after) for _, before, after in best]

    def steps(self) -> list[ItemStep]:
        """All items."""
        gone = [ItemStep(index, None) for index in range(len(self._before)) if index not in self._taken]
        return [self._found.get(index) or ItemStep(None, index) for index in range(len(self._after))] + gone

    def _left_before(self) -> list[int]:
        return [one for one in range(len(self._before)) if one not in self._taken and one not in self._aside[0]]

    def _left(self) -> list[int]:
        return [one for one in range(len(self._after)) if one not in self._found and one not in self._aside[1]]

    def _repeated(self, key: Callable[[Value], str]) -> set[str]:
        """The keys that several items of one list have: of two with one title, it is not clear which is meant."""
        counts = (Counter(map(key, items)) for items in (self._before, self._after))
        return {words for one in counts for words, count in one.items() if count > 1}

    @staticmethod
    def _by_key(items: list[Value], indices: list[int], key: Callable[[Value], str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for index in indices:
            if words := key(items[index]):
                found[words].append(index)
        return found


def _renamed(before: list[Value], after: list[Value]) -> Iterator[tuple[int, int]]:
    """Entries with what they were called before; what was said already in the state before has happened earlier."""
    old = {one["id"]: index for index, one in reversed([*_with_id(before)])}
    new = {one["id"]: index for index, one in reversed([*_with_id(after)])}
    for index, entry in _with_id(after):
        known = _names_known(entry, old, before)
        yield from ((old[name], index) for name in _formerly(entry) if name in old and name not in known)
    for index, entry in _with_id(before):  # the other way round, so that a comparison backwards finds the same
        known = _names_known(entry, new, after)
        yield from ((index, new[name]) for name in _formerly(entry) if name in new and name not in known)


def _names_known(entry: dict[str, Any], indices: dict[str, int], items: list[Value]) -> list[str]:
    """The earlier ids that the entry of the same id has in another state."""
    other = items[indices[entry["id"]]] if entry["id"] in indices else None
    return _formerly(other) if isinstance(other, dict) else []


def _with_id(items: list[Value]) -> Iterator[tuple[int, dict[str, Any]]]:
    for index, item in enumerate(items):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield index, item


def _formerly(entry: dict[str, Any]) -> list[str]:
    names = entry.get("formerly", [])
    names = names if isinstance(names, list) else []
    return [name for name in names if isinstance(name, str) and name != entry.get("id")]


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"\w+")


def _title_words(item: Value) -> Counter[str]:
    return Counter(_word_pattern().findall(title_key(item))[:MOST_WORDS])


def _all_words(item: Value) -> Counter[str]:
    """The words of all texts in an item."""
    return Counter(_word_pattern().findall(" ".join(_texts(item)).casefold())[:MOST_WORDS])


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words of both that they have in common."""
    every = one.total() + other.total()
    return 2 * (one & other).total() / every if every else 0
