"""The end of a title that says who and when: `(HR to lead, by end June 2026)`, `[Lead: DTM, 2027]`, `- HR`."""

import re
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.found import Field, FoundEntry, FoundLevel, Words, every_entry
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.date_readings import read_date
from tcplan.importing.reading.owner_names import OwnerNames
from tcplan.importing.reading.owner_parts import owners_in
from tcplan.importing.reading.owner_words import is_abbreviation, is_short_for_end, post_pattern
from tcplan.values.person_names import people_in

_PEOPLE: Final = (Field.LEAD, Field.OWNERS)
_SHORTEST: Final = 8
"""Fewer characters before the brackets are no title of their own."""


class _Part(NamedTuple):
    """A part of what is in brackets: what it says, its words, and whether it is sure without another beside it."""

    field: Field
    text: str
    is_sure: bool


@cache
def _brackets_pattern() -> re.Pattern[str]:
    inside = r"[^()\[\]]{2,120}"
    several = rf"{inside}(?:[)\]]\s*[(\[]{inside}){{0,2}}"
    return re.compile(rf"(?P<head>.*?\S)\s*[(\[](?P<inside>{several})[)\]]\s*[.;]?\s*", re.DOTALL)


@cache
def _dash_pattern() -> re.Pattern[str]:
    """A name after a dash, which has to stand elsewhere."""
    return re.compile(r"(?P<head>.*\S)\s+[-\u2013\u2014]\s+(?P<inside>[^-\u2013\u2014()\[\]]{2,60}?)\s*\.?", re.DOTALL)


@cache
def _lead_pattern() -> re.Pattern[str]:
    """Who leads: `Lead: HR`, `HR to lead`, `led by HR`."""
    before = r"(?:action )?(?:lead|led by)\s*:?\s+(?P<before>\S.*)"
    return re.compile(rf"{before}|(?P<after>.*?\S)\s+(?:to lead|leads|leading|\(lead\)|lead)", re.IGNORECASE)


@cache
def _owner_label_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:action )?(?:owners?|who|responsible|responsibility)\s*:\s*", re.IGNORECASE)


@cache
def _due_pattern() -> re.Pattern[str]:
    """What says that a date is when something is due."""
    return re.compile(
        r"(?:(?:to be )?complet\w+ )?(?:by|due|before|until|deadline|timescale|when)\b[: ]*", re.IGNORECASE
    )


def read_title_brackets(plan: PlanContext, names: OwnerNames) -> None:
    """Give an action without an owner or a date what brackets at the end of its title say, if all in them is that."""
    actions = [entry for entry in every_entry(plan.found.entries) if entry.level is FoundLevel.ACTION]
    read = [entry for entry in actions if _read_ending(plan, entry, names, is_usual=False)]
    if any(Field.OWNERS in entry.fields or Field.LEAD in entry.fields for entry in read):
        for entry in actions:
            _read_ending(plan, entry, names, is_usual=True)


def _read_ending(plan: PlanContext, entry: FoundEntry, names: OwnerNames, *, is_usual: bool) -> bool:
    """Read the end of a title, where it can be; `is_usual` where other titles of the plan end with owners."""
    text = entry.title.text
    found = _brackets_pattern().fullmatch(text) or _dash_pattern().fullmatch(text)
    if found is None or len(found["head"]) < _SHORTEST:
        return False
    parts = _parts_in(found["inside"], names)
    if is_usual and is_abbreviation(found["inside"]) and not is_short_for_end(found["inside"], found["head"]):
        parts = [_Part(Field.OWNERS, found["inside"], is_sure=True)]
    if not parts or not _may_have(entry, parts):
        return False
    for part in parts:
        words = replace(entry.title, text=part.text, column="", fill="", day=None)
        entry.fields.setdefault(part.field, []).append(words)
    if not any(part.field is Field.DUE for part in parts):
        message = f"`{found['inside']}` at the end of the title is read as who does it"
        plan.tell("owner", message, entry.title.place, plan.id_of(entry))
    entry.title = replace(entry.title, text=found["head"].rstrip(" ,;-\u2013"))
    return True


def _may_have(entry: FoundEntry, parts: list[_Part]) -> bool:
    """Whether brackets say what no column does, and one part of them is sure."""
    new = {Field.OWNERS if part.field is Field.LEAD else part.field for part in parts}
    has = {field for field, every in entry.fields.items() if any(_says(words, entry) for words in every)}
    known = {Field.OWNERS if field is Field.LEAD else field for field in has}
    return not new & known and (len(new) > 1 or any(part.is_sure for part in parts))


def _says(words: Words, entry: FoundEntry) -> bool:
    return bool(words.text.strip()) and words is not entry.title


def _parts_in(inside: str, names: OwnerNames) -> list[_Part]:
    """What the parts of some brackets say; none where one of them says neither who nor when."""
    parts = [_part_of(one.strip(), names) for one in re.split(r"[;,]|[)\]]\s*[(\[]", inside) if one.strip()]
    return [part for part in parts if part] if all(parts) else []


def _part_of(text: str, names: OwnerNames) -> _Part | None:
    if (reading := read_date(text)).due and not reading.start and re.search("[0-9]{2}|year|ongoing", text):
        is_sure = _due_pattern().match(text) is not None
        return _Part(Field.DUE, text, is_sure)
    if lead := _lead_pattern().fullmatch(text):
        name = lead["before"] or lead["after"]
        return _Part(Field.LEAD, name, is_sure=True) if _may_be_owner(name, names) else None
    name = _owner_label_pattern().sub("", text)
    owners = owners_in(name, names)
    if not owners or not any(_may_be_owner(one, names) for one in owners):
        return None
    return _Part(Field.OWNERS, name, name != text or all(map(names.is_known, owners)))


def _may_be_owner(name: str, names: OwnerNames) -> bool:
    is_post = name[:1].isupper() and post_pattern().fullmatch(name) is not None
    return names.is_known(name) or is_abbreviation(name) or is_post or people_in(name) == (name,)
