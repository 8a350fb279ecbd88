"""Counts the items of lists, as Word does while it shows them."""

import re
from functools import cache

from tcplan.importing.readers.word.number_formats import format_number
from tcplan.importing.readers.word.numbering import LEVELS, ListLevel, WordList


class ListCounters:
    """The counts of all lists up to a paragraph. Lists of one family share theirs."""

    def __init__(self, lists: dict[str, WordList]) -> None:
        self.lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def next_number(self, list_id: str, level: int) -> str:
        """Count an item, and return what stands before it: a number, a bullet, or nothing."""
        word_list = self.lists.get(list_id)
        if word_list is None or not 0 <= level < LEVELS:
            return ""
        counts = self._counts.setdefault(word_list.family, {})
        self._count(counts, list_id, word_list, level)
        return _shown(word_list, level, counts)

    def _count(self, counts: dict[int, int], list_id: str, word_list: WordList, level: int) -> None:
        if level in word_list.restarts and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            counts.pop(level, None)
        counts[level] = counts[level] + 1 if level in counts else _start(word_list, level)
        for above in range(level):
            counts.setdefault(above, _start(word_list, above))
        for below in range(level + 1, LEVELS):
            # `restart` counts levels from 1: 2 says that the first two levels start this one anew.
            restart = word_list.levels.get(below, ListLevel()).restart
            if level < (below if restart is None else min(restart, below)):
                counts.pop(below, None)


def _start(word_list: WordList, level: int) -> int:
    return word_list.restarts.get(level, word_list.levels.get(level, ListLevel()).start)


def _shown(word_list: WordList, level: int, counts: dict[int, int]) -> str:
    shown = word_list.levels.get(level, ListLevel())
    if shown.style == "bullet":
        return shown.text

    def count_in(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        counted = word_list.levels.get(at, ListLevel())
        style = "decimal" if shown.is_legal and counted.style != "none" else counted.style
        return format_number(counts[at], style, counted.custom) if at in counts else ""

    return _place_pattern().sub(count_in, shown.text).strip()


@cache
def _place_pattern() -> re.Pattern[str]:
    return re.compile(r"%([1-9])")
