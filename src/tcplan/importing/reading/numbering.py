"""The numbers of a plan as a whole: which begin again, which are taken, and what entries without one extend."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from tcplan.importing.found import FoundEntry, FoundLevel
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.id_text import number_of

_MOST_SIBLINGS: Final = 60
"""Of more entries below one parent, each is numbered by itself."""


@dataclass(slots=True)
class PlanNumbering:
    """The entries of a plan with their parents, and the ids that are given out."""

    plan: PlanContext
    entries: list[tuple[FoundEntry, FoundEntry | None]]
    raw: dict[int, str]
    places: dict[int, int]
    action_numbers: set[str]
    siblings: dict[int, list[FoundEntry]]
    restarting: set[FoundLevel] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    reserved: set[str] = field(default_factory=set)
    apart: set[FoundLevel] = field(default_factory=set)

    def is_taken(self, id_: str) -> bool:
        """Whether an entry has this id, or a later one keeps it."""
        return id_ in self.taken or id_ in self.reserved


def look_at_numbers(plan: PlanContext) -> PlanNumbering:
    """The numbers of a plan that was found, and what they say together."""
    entries = list(_with_parents(plan.found.entries))
    raw = {id(entry): number_of(plan, entry) for entry, _ in entries}
    of_actions = {raw[id(entry)] for entry, _ in entries if entry.level is FoundLevel.ACTION}
    numbering = PlanNumbering(plan, entries, raw, _places_of(entries), of_actions, _siblings_of(entries))
    numbering.restarting = {level for level in FoundLevel if _restarts(numbering, level)}
    _reserve(numbering)
    numbering.apart = _numbered_apart(numbering)
    return numbering


def _with_parents(
    entries: Iterable[FoundEntry], parent: FoundEntry | None = None
) -> Iterator[tuple[FoundEntry, FoundEntry | None]]:
    for entry in entries:
        if entry.level is FoundLevel.STEP:
            continue
        yield entry, parent
        yield from _with_parents(entry.children, entry)


def _groups(numbering: PlanNumbering, level: FoundLevel) -> list[list[str]]:
    """The numbers of a level, a list for each parent."""
    groups: dict[int, list[str]] = {}
    for entry, parent in numbering.entries:
        if entry.level is level and numbering.raw[id(entry)]:
            groups.setdefault(id(parent), []).append(numbering.raw[id(entry)])
    return list(groups.values())


def _restarts(numbering: PlanNumbering, level: FoundLevel) -> bool:
    """Whether the numbers of a level begin again under each parent, and are not only by mistake the same."""
    groups = _groups(numbering, level)
    firsts = Counter(group[0] for group in groups)
    if len(groups) < 2 or not firsts:  # noqa: PLR2004 (one after the other)
        return False
    first, count = firsts.most_common(1)[0]
    return count > 1 and ("." not in first or count * 2 >= len(groups))


def _reserve(numbering: PlanNumbering) -> None:
    """Keep the numbers that stay as they are for those that have them: actions first, which people cite."""
    for level in (FoundLevel.ACTION, FoundLevel.OBJECTIVE, FoundLevel.PILLAR):
        if level in numbering.restarting:
            continue
        numbering.reserved.update(
            raw for entry, _ in numbering.entries if entry.level is level and (raw := numbering.raw[id(entry)])
        )


def _numbered_apart(numbering: PlanNumbering) -> set[FoundLevel]:
    """The levels on top of which the places are numbers of another level, which does not extend them."""
    counts = Counter(entry.level for entry, parent in numbering.entries if parent is None)
    taken = [int(raw) for raw in numbering.reserved if re.fullmatch("[0-9]{1,6}", raw)]
    return {level for level, count in counts.items() if any(1 <= number <= count for number in taken)}


def _siblings_of(entries: Iterable[tuple[FoundEntry, FoundEntry | None]]) -> dict[int, list[FoundEntry]]:
    """The entries of the same level below the same parent, for those of which there are few enough to compare."""
    groups: dict[tuple[int, FoundLevel], list[FoundEntry]] = {}
    for entry, parent in entries:
        groups.setdefault((id(parent), entry.level), []).append(entry)
    return {id(one): group for group in groups.values() if len(group) <= _MOST_SIBLINGS for one in group}


def _places_of(entries: Iterable[tuple[FoundEntry, FoundEntry | None]]) -> dict[int, int]:
    """The place of each entry among its siblings of the same level, from 1."""
    counts: Counter[tuple[int, FoundLevel]] = Counter()
    places = {}
    for entry, parent in entries:
        counts[id(parent), entry.level] += 1
        places[id(entry)] = counts[id(parent), entry.level]
    return places


def shared_prefix(numbering: PlanNumbering, entry: FoundEntry) -> str:
    """What the numbers below an entry extend, all of them: 2 of 2.1.1 and 2.2.1, as far as its siblings have it."""
    if any(child.level in numbering.restarting for child in entry.children):
        return ""
    siblings = numbering.siblings.get(id(entry), [entry])
    prefixes = [_common_parts(numbering, one) for one in siblings if not numbering.raw[id(one)]]
    depth = min(len(parts) for parts in prefixes)
    shared = [".".join(parts[:depth]) for parts in prefixes]
    own = ".".join(_common_parts(numbering, entry)[:depth])
    return own if shared.count(own) == 1 else ""


def _common_parts(numbering: PlanNumbering, entry: FoundEntry) -> list[str]:
    """The parts that the numbers below an entry have in common, the last part of each left out."""
    raws = [numbering.raw[id(child)] for child in _below(entry) if numbering.raw.get(id(child))]
    parts = [raw.split(".")[:-1] for raw in raws]
    common = []
    for same in zip(*parts, strict=False):
        if len(set(same)) > 1:
            break
        common.append(same[0])
    return common


def _below(entry: FoundEntry) -> Iterator[FoundEntry]:
    for child in entry.children:
        yield child
        yield from _below(child)
