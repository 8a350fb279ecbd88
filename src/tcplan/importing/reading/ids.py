"""Ids of the entries: as the document has them where it can be, and else as near to them as the file allows."""

import re
from itertools import chain, count
from typing import Final

from tcplan.importing.found import FoundEntry, FoundLevel
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.fragments import on_one_line
from tcplan.importing.reading.numbering import PlanNumbering, look_at_numbers, shared_prefix

_LONGEST_NAME: Final = 4
"""The words of a title that an id is made of where no number is free."""


def assign_ids(plan: PlanContext) -> None:
    """Give each pillar, objective and action an id that no other has, and tell what is not as it is written."""
    numbering = look_at_numbers(plan)
    has_numbers = bool(numbering.action_numbers - {""})
    plan.draft.ids_assigned = not has_numbers
    for entry, parent in numbering.entries:
        plan.ids[id(entry)] = id_ = _choose(numbering, entry, parent)
        numbering.taken.add(id_)
        plan.levels[id_] = entry.level
    _tell_restart(numbering)
    _tell_without_number(numbering, has_numbers=has_numbers)


def parent_by_id(id_: str, levels: dict[str, FoundLevel], level: FoundLevel) -> str:
    """The entry that an id belongs to by its form: that with the longest id it extends, of a higher level."""
    ranks = list(FoundLevel)
    prefix = id_
    while "." in prefix:
        prefix = prefix.rpartition(".")[0]
        if prefix in levels and ranks.index(levels[prefix]) < ranks.index(level):
            return prefix
    return ""


def _choose(numbering: PlanNumbering, entry: FoundEntry, parent: FoundEntry | None) -> str:
    raw, above = numbering.raw[id(entry)], numbering.plan.ids[id(parent)] if parent else ""
    if not raw:
        return _without_number(numbering, entry, parent)
    if entry.level in numbering.restarting and above and not raw.startswith(f"{above}."):
        return _free(f"{above}.{raw}", numbering)
    if raw not in numbering.taken and not _belongs_to_action(numbering, entry, raw):
        return raw
    if entry.level is not FoundLevel.ACTION:
        id_ = _named(numbering, entry)
        why = f"an action has the number {raw} as well"
        if raw in numbering.taken and not _belongs_to_action(numbering, entry, raw):
            why = f"the number {raw} is there twice"
    else:
        id_, why = _free(raw, numbering, is_own=True), f"the id {raw} is there twice"
    title = on_one_line(entry.title.text)
    numbering.plan.tell("id", f"{why}: `{title[:80]}` is {id_} in the file", entry.place, id_)
    return id_


def _belongs_to_action(numbering: PlanNumbering, entry: FoundEntry, raw: str) -> bool:
    """Whether an action of a numbering that does not begin again has the number of a pillar or objective."""
    if entry.level is FoundLevel.ACTION or FoundLevel.ACTION in numbering.restarting:
        return False
    return raw in numbering.action_numbers


def _without_number(numbering: PlanNumbering, entry: FoundEntry, parent: FoundEntry | None) -> str:
    """The number that an entry's children extend, else its place among its siblings, else words of its title."""
    if (shared := shared_prefix(numbering, entry)) and not numbering.is_taken(shared):
        return shared
    place = numbering.places[id(entry)]
    above = f"{numbering.plan.ids[id(parent)]}." if parent else ""
    if not above and entry.level is not FoundLevel.ACTION and entry.level in numbering.apart:
        return _named(numbering, entry)
    id_ = f"{above}{place}"
    while numbering.is_taken(id_):
        place += 1
        id_ = f"{above}{place}"
    return id_


def _named(numbering: PlanNumbering, entry: FoundEntry) -> str:
    words = re.findall(r"[a-z0-9]+", on_one_line(entry.title.text).lower())
    stem = "-".join(words[:_LONGEST_NAME]) or str(entry.level)
    return _free(stem, numbering)


def _free(id_: str, numbering: PlanNumbering, *, is_own: bool = False) -> str:
    """An id, with a letter or number after it where it is taken; `is_own` says that the entry is why it is reserved."""
    if not numbering.is_taken(id_) or (is_own and id_ not in numbering.taken):
        return id_
    joint = "" if id_[-1].isdigit() else "-"
    letters = (f"{id_}{joint}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
    numbers = (f"{id_}-{number}" for number in count(2))
    return next(one for one in chain(letters, numbers) if not numbering.is_taken(one))


def _tell_restart(numbering: PlanNumbering) -> None:
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
            message = f"the numbers of the {level}s begin again under each heading: the last {raw} is {id_} in the file"
            numbering.plan.tell("id", message, entry.place)


def _tell_without_number(numbering: PlanNumbering, *, has_numbers: bool) -> None:
    """Which entries have ids of ours; where none has a number the file says so itself."""
    for level in (FoundLevel.PILLAR, FoundLevel.OBJECTIVE, FoundLevel.ACTION):
        every = [entry for entry, _ in numbering.entries if entry.level is level]
        without = [entry for entry in every if not numbering.raw[id(entry)]]
        if not without or (level is FoundLevel.ACTION and not has_numbers) or not any(numbering.raw.values()):
            continue
        ids = [numbering.plan.ids[id(entry)] for entry in without]
        shown = ", ".join(ids[:12]) + (f" and {len(ids) - 12} more" if len(ids) > 12 else "")  # noqa: PLR2004
        what = (
            f"no {level} has a number"
            if len(without) == len(every)
            else f"{len(without)} of {len(every)} {level}s have no number"
        )
        # Where most have a number, one without may be no entry at all.
        kind = "ids-given" if len(without) == len(every) else "id"
        numbering.plan.tell(kind, f"{what} in the document; tcplan gave the ids {shown}", without[0].place)
