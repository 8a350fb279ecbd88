"""Ids of the entries: as the document has them where it can be, and else as near to them as the file allows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, count
from typing import Final

from tcplan.importing.found import Field, FoundEntry, Level
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.fragments import on_one_line
from tcplan.values.unicode_form import composed

_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_LONGEST_NUMBER: Final = 60
"""What is longer is not the number of an entry; all ids that are made of one still fit into a file."""

_MOST_SIBLINGS: Final = 60
"""Of more entries below one parent, each is numbered by itself."""

_LONGEST_NAME: Final = 4
"""The words of a title that an id is made of where no number is free."""


@cache
def _date_pattern() -> re.Pattern[str]:
    """What a spreadsheet makes of 1.1, 1-2 or 1/3."""
    return re.compile(
        rf"[0-9]{{1,2}}[- /](?:{_MONTHS})[a-z]*(?:[- /][0-9]{{2,4}})?|(?:{_MONTHS})[a-z]*[- /][0-9]{{1,4}}"
        r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?: 00:00:00)?|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}",
        re.IGNORECASE,
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    """What says that a number follows."""
    return re.compile(
        r"(?:action|objective|pillar|theme|aim|goal|ref(?:erence)?|no|number|id|step)s?\b[.:# ]*|#\s*", re.IGNORECASE
    )


@cache
def _id_pattern() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9](?:[\w.()&+-]*[\w)])?")


@dataclass(slots=True)
class _Numbering:
    """The entries of a plan with their parents, and the ids that are given out."""

    plan: PlanContext
    entries: list[tuple[FoundEntry, FoundEntry | None]]
    raw: dict[int, str]
    places: dict[int, int]
    action_numbers: set[str]
    siblings: dict[int, list[FoundEntry]]
    restarting: set[Level] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    reserved: set[str] = field(default_factory=set)
    apart: set[Level] = field(default_factory=set)

    def is_taken(self, id_: str) -> bool:
        """Whether an entry has this id, or a later one keeps it."""
        return id_ in self.taken or id_ in self.reserved


def assign_ids(plan: PlanContext) -> None:
    """Give each pillar, objective and action an id that no other has, and tell what is not as it is written."""
    entries = list(_with_parents(plan.found.entries))
    raw = {id(entry): _number_of(plan, entry) for entry, _ in entries}
    of_actions = {raw[id(entry)] for entry, _ in entries if entry.level is Level.ACTION}
    numbering = _Numbering(plan, entries, raw, _places_of(entries), of_actions, _siblings_of(entries))
    has_numbers = any(raw[id(entry)] for entry, _ in entries if entry.level is Level.ACTION)
    plan.draft.ids_assigned = not has_numbers
    numbering.restarting = {level for level in Level if _restarts(numbering, level)}
    _reserve(numbering)
    numbering.apart = _numbered_apart(numbering)
    for entry, parent in entries:
        plan.ids[id(entry)] = id_ = _choose(numbering, entry, parent)
        numbering.taken.add(id_)
        plan.levels[id_] = entry.level
    _tell_restart(numbering)
    _tell_without_number(numbering, has_numbers=has_numbers)


def has_number(plan: PlanContext, entry: FoundEntry) -> bool:
    """Whether the id of an entry was made of its number."""
    allowed = _allowed(on_one_line(entry.number))
    return bool(allowed) and not _is_date(entry) and allowed in plan.id_of(entry)


def parent_by_id(id_: str, levels: dict[str, Level], level: Level) -> str:
    """The entry that an id belongs to by its form: that with the longest id it extends, of a higher level."""
    ranks = list(Level)
    prefix = id_
    while "." in prefix:
        prefix = prefix.rpartition(".")[0]
        if prefix in levels and ranks.index(levels[prefix]) < ranks.index(level):
            return prefix
    return ""


def _with_parents(
    entries: Iterable[FoundEntry], parent: FoundEntry | None = None
) -> Iterator[tuple[FoundEntry, FoundEntry | None]]:
    for entry in entries:
        if entry.level is Level.STEP:
            continue
        yield entry, parent
        yield from _with_parents(entry.children, entry)


def _number_of(plan: PlanContext, entry: FoundEntry) -> str:
    """The number of an entry as an id may be; empty where it has none, or a date that was one."""
    written = on_one_line(entry.number)
    if _is_date(entry):
        shown = written or on_one_line(entry.fields[Field.ID][0].text)
        message = (
            f"`{shown}` is a date where an id should be: a spreadsheet makes one of 1.1, and its number is not guessed"
        )
        plan.tell("id", message, entry.place)
        return ""
    allowed = _allowed(written) if len(written) <= _LONGEST_NUMBER else ""
    if written and not allowed:
        plan.tell("id", f"`{written[:80]}` cannot be an id in a file", entry.place)
    if allowed and re.sub(r"[\W_]", "", allowed) != re.sub(r"[\W_]", "", _word_pattern().sub("", written, count=1)):
        plan.tell("id", f"the id `{written}` cannot be written in a file, and is {allowed} there", entry.place)
    return allowed


def _is_date(entry: FoundEntry) -> bool:
    is_day = any(words.day for words in entry.fields.get(Field.ID, []))
    return is_day or _date_pattern().fullmatch(on_one_line(entry.number)) is not None


def _allowed(written: str) -> str:
    """An id without what may not be in one."""
    number = composed(_word_pattern().sub("", written, count=1)).strip(" .:;,)([]-\u2013\u2014")
    number = re.sub(r"\s*([./-])\s*", r"\1", number.replace("\u2013", "-").replace("\u2014", "-"))
    number = re.sub(r"[^\w.()&+-]+", "-", number).strip(".-_(&+")
    if number.count("(") != number.count(")"):
        number = re.sub(r"[()]", "", number)
    return number if _id_pattern().fullmatch(number) and re.search(r"[0-9A-Za-z]", number) else ""


def _groups(numbering: _Numbering, level: Level) -> list[list[str]]:
    """The numbers of a level, a list for each parent."""
    groups: dict[int, list[str]] = {}
    for entry, parent in numbering.entries:
        if entry.level is level and numbering.raw[id(entry)]:
            groups.setdefault(id(parent), []).append(numbering.raw[id(entry)])
    return list(groups.values())


def _restarts(numbering: _Numbering, level: Level) -> bool:
    """Whether the numbers of a level begin again under each parent, and are not only by mistake the same."""
    groups = _groups(numbering, level)
    firsts = Counter(group[0] for group in groups)
    if len(groups) < 2 or not firsts:  # noqa: PLR2004 (one after the other)
        return False
    first, count = firsts.most_common(1)[0]
    return count > 1 and ("." not in first or count * 2 >= len(groups))


def _reserve(numbering: _Numbering) -> None:
    """Keep the numbers that stay as they are for those that have them: actions first, which people cite."""
    for level in (Level.ACTION, Level.OBJECTIVE, Level.PILLAR):
        if level in numbering.restarting:
            continue
        numbering.reserved.update(
            raw for entry, _ in numbering.entries if entry.level is level and (raw := numbering.raw[id(entry)])
        )


def _choose(numbering: _Numbering, entry: FoundEntry, parent: FoundEntry | None) -> str:
    raw, above = numbering.raw[id(entry)], numbering.plan.ids[id(parent)] if parent else ""
    if not raw:
        return _without_number(numbering, entry, parent)
    if entry.level in numbering.restarting and above and not raw.startswith(f"{above}."):
        return _free(f"{above}.{raw}", numbering)
    if raw not in numbering.taken and not _belongs_to_action(numbering, entry, raw):
        return raw
    if entry.level is not Level.ACTION:
        id_ = _named(numbering, entry)
        why = f"an action has the number {raw} as well"
        if raw in numbering.taken and not _belongs_to_action(numbering, entry, raw):
            why = f"the number {raw} is there twice"
    else:
        id_, why = _free(raw, numbering, is_own=True), f"the id {raw} is there twice"
    title = on_one_line(entry.title.text)
    numbering.plan.tell("id", f"{why}: `{title[:80]}` is {id_} in the file", entry.place, id_)
    return id_


def _belongs_to_action(numbering: _Numbering, entry: FoundEntry, raw: str) -> bool:
    """Whether an action of a numbering that does not begin again has the number of a pillar or objective."""
    if entry.level is Level.ACTION or Level.ACTION in numbering.restarting:
        return False
    return raw in numbering.action_numbers


def _without_number(numbering: _Numbering, entry: FoundEntry, parent: FoundEntry | None) -> str:
    """The number that an entry's children extend, else its place among its siblings, else words of its title."""
    if (shared := _shared_prefix(numbering, entry)) and not numbering.is_taken(shared):
        return shared
    place = numbering.places[id(entry)]
    above = f"{numbering.plan.ids[id(parent)]}." if parent else ""
    if not above and entry.level is not Level.ACTION and entry.level in numbering.apart:
        return _named(numbering, entry)
    id_ = f"{above}{place}"
    while numbering.is_taken(id_):
        place += 1
        id_ = f"{above}{place}"
    return id_


def _numbered_apart(numbering: _Numbering) -> set[Level]:
    """The levels on top of which the places are numbers of another level, which does not extend them."""
    counts = Counter(entry.level for entry, parent in numbering.entries if parent is None)
    taken = [int(raw) for raw in numbering.reserved if re.fullmatch("[0-9]{1,6}", raw)]
    return {level for level, count in counts.items() if any(1 <= number <= count for number in taken)}


def _siblings_of(entries: Iterable[tuple[FoundEntry, FoundEntry | None]]) -> dict[int, list[FoundEntry]]:
    """The entries of the same level below the same parent, for those of which there are few enough to compare."""
    groups: dict[tuple[int, Level], list[FoundEntry]] = {}
    for entry, parent in entries:
        groups.setdefault((id(parent), entry.level), []).append(entry)
    return {id(one): group for group in groups.values() if len(group) <= _MOST_SIBLINGS for one in group}


def _places_of(entries: Iterable[tuple[FoundEntry, FoundEntry | None]]) -> dict[int, int]:
    """The place of each entry among its siblings of the same level, from 1."""
    counts: Counter[tuple[int, Level]] = Counter()
    places = {}
    for entry, parent in entries:
        counts[id(parent), entry.level] += 1
        places[id(entry)] = counts[id(parent), entry.level]
    return places


def _shared_prefix(numbering: _Numbering, entry: FoundEntry) -> str:
    """What the numbers below an entry extend, all of them: 2 of 2.1.1 and 2.2.1, as far as its siblings have it."""
    if any(child.level in numbering.restarting for child in entry.children):
        return ""
    siblings = numbering.siblings.get(id(entry), [entry])
    prefixes = [_common_parts(numbering, one) for one in siblings if not numbering.raw[id(one)]]
    depth = min(len(parts) for parts in prefixes)
    shared = [".".join(parts[:depth]) for parts in prefixes]
    own = ".".join(_common_parts(numbering, entry)[:depth])
    return own if shared.count(own) == 1 else ""


def _common_parts(numbering: _Numbering, entry: FoundEntry) -> list[str]:
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


def _named(numbering: _Numbering, entry: FoundEntry) -> str:
    words = re.findall(r"[a-z0-9]+", on_one_line(entry.title.text).lower())
    stem = "-".join(words[:_LONGEST_NAME]) or str(entry.level)
    return _free(stem, numbering)


def _free(id_: str, numbering: _Numbering, *, is_own: bool = False) -> str:
    """An id, with a letter or number after it where it is taken; `is_own` says that the entry is why it is reserved."""
    if not numbering.is_taken(id_) or (is_own and id_ not in numbering.taken):
        return id_
    joint = "" if id_[-1].isdigit() else "-"
    letters = (f"{id_}{joint}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
    numbers = (f"{id_}-{number}" for number in count(2))
    return next(one for one in chain(letters, numbers) if not numbering.is_taken(one))


def _tell_restart(numbering: _Numbering) -> None:
    for level in numbering.restarting:
        changed = [
            (entry, raw, id_)
            for entry, _ in numbering.entries
            if entry.level is level
            and (raw := numbering.raw[id(entry)])
            and (id_ := numbering.plan.ids[id(entry)]) != raw
        ]
        if changed:
            entry, raw, id_ = changed[-1]
            message = f"the numbers of the {level}s begin again under each entry above: the last {raw} is {id_} here"
            numbering.plan.tell("id", message, entry.place)


def _tell_without_number(numbering: _Numbering, *, has_numbers: bool) -> None:
    """Which entries have ids of ours; where none has a number the file says so itself."""
    for level in (Level.PILLAR, Level.OBJECTIVE, Level.ACTION):
        every = [entry for entry, _ in numbering.entries if entry.level is level]
        without = [entry for entry in every if not numbering.raw[id(entry)]]
        if not without or (level is Level.ACTION and not has_numbers) or not any(numbering.raw.values()):
            continue
        ids = [numbering.plan.ids[id(entry)] for entry in without]
        shown = ", ".join(ids[:12]) + (f" and {len(ids) - 12} more" if len(ids) > 12 else "")  # noqa: PLR2004
        what = (
            f"no {level} has a number"
            if len(without) == len(every)
            else f"{len(without)} of {len(every)} {level}s have no number"
        )
        numbering.plan.tell("id", f"{what} in the document; the ids {shown} are ours", without[0].place)
