"""Who leads an entry and who carries it out."""

import re
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.found import Field, Words
from tcplan.importing.reading.context import EntryContext, label_of
from tcplan.importing.reading.fragments import on_one_line
from tcplan.importing.reading.owner_doubts import doubts_of_owners
from tcplan.importing.reading.owner_end_dates import take_date
from tcplan.importing.reading.owner_lines import number_of, owner_lines
from tcplan.importing.reading.owner_names import OwnerNames
from tcplan.importing.reading.owner_parts import owners_in
from tcplan.workspace.glossary import TO_BE_CONFIRMED, fold_name, is_placeholder

_LONGEST: Final = 160
"""A longer part is a sentence about owners, and not a name."""

_SAID: Final = "and with lead led by joint jointly co tbc tbd tba to be confirmed decided determined agreed"
"""Words that the places of owners in the file stand for, or `tbc`."""


class OwnerRead(NamedTuple):
    """An owner that is read: the name, and whether the words say that it leads."""

    name: str
    is_lead: bool = False


@cache
def _label_pattern() -> re.Pattern[str]:
    """A label before owners: `Lead:`, `Supported by:`."""
    return re.compile(
        r"(?P<lead>(?:action |project |overall |institutional )?leads?|accountab\w+|responsib\w+|led by|lead by)?"
        r"(?:owners?|action owners?|support(?:ed by|ing|)?|with|partners?|contributors?|others?|team|consulted|informed"
        r"|delivery|delivered by|key contacts?|who)?(?:\s*:|(?<=[a-z])\s+[-\u2013\u2014]\s)\s*(?=\S)",
        re.IGNORECASE,
    )


@cache
def _lead_mark_pattern() -> re.Pattern[str]:
    """What is beside the name of the lead: `(lead)`, `- lead`, `*`."""
    return re.compile(
        r"\s*(?:[(\[]\s*(?:(?:joint|co)-?\s*)?leads?\s*[)\]]|\s[-\u2013\u2014]\s*lead)\s*$|^\s*[(\[]\s*lead\s*[)\]]\s*",
        re.IGNORECASE,
    )


@cache
def _until_pattern() -> re.Pattern[str]:
    """Until or from when somebody is the owner, in brackets."""
    return re.compile(r"\s*\((?:until|till|to|from|since|up to|after)\b[^()]*[0-9]{2}[^()]*\)$", re.IGNORECASE)


@cache
def _placeholder_alone_pattern() -> re.Pattern[str]:
    """A placeholder that says nothing more."""
    return re.compile(
        r"tb[cda]|t\.b\.[cda]\.?|to be \w+|vacan(?:t|cy)(?: post| role| position)?|unassigned|unfilled", re.IGNORECASE
    )


def read_people(entry: EntryContext, names: OwnerNames) -> None:
    """Read the lead and the owners of an entry, and a date that is run together with them."""
    leads = [one for words in entry.words(Field.LEAD) for one in _people_in(entry, words, names)]
    owners = [one for words in entry.words(Field.OWNERS) for one in _people_in(entry, words, names)]
    marked = [one for one in owners if one.is_lead]
    lead = leads[:1] or marked[:1]
    rest = [one.name for one in (*leads[1:], *owners) if not lead or one is not lead[0]]
    places = entry.words(Field.LEAD, Field.OWNERS)
    if lead:
        entry.set("lead", lead[0].name, places[0])
    if len(leads) > 1 or len(marked) > 1:
        _tell_several(entry, places, [one.name for one in leads or marked])
    unique = list(
        {fold_name(name): name for name in rest if not lead or fold_name(name) != fold_name(lead[0].name)}.values()
    )
    if unique:
        entry.set("owners", list(unique), places[-1])


def _tell_several(entry: EntryContext, places: list[Words], names: list[str]) -> None:
    """Say who of several leads is the lead, with the words that were read: they may have been one name."""
    lead, others = names[0], " and ".join(f"`{name}`" for name in names[1:])
    written = " / ".join(on_one_line(words.text) for words in places if any(name in words.text for name in names))
    entry.tell(
        "owner",
        f"`{written}` is read as several leads: `{lead}` is the lead in the file, and {others} "
        f"{'an owner' if len(names) == 2 else 'owners'}",  # noqa: PLR2004 (a lead and one more)
        places[0].place,
    )


def _people_in(entry: EntryContext, words: Words, names: OwnerNames) -> list[OwnerRead]:
    key = "lead" if words in entry.found.fields.get(Field.LEAD, []) else "owners"
    found: list[OwnerRead] = []
    for line in owner_lines(words, names.alone):
        if line.is_guess:
            entry.tell("owner", f"`{line.text}` is on two lines; it is read as one owner", words.place, once=True)
        found += _of_line(entry, words, line.text, names)
    labels = " ".join(one[0] for one in _label_pattern().finditer(words.text))
    numbers = " ".join(number_of(line) for line in words.text.splitlines())
    entry.put((words,), key, f"{_SAID} {labels} {numbers}")
    return found


def _of_line(entry: EntryContext, words: Words, text: str, names: OwnerNames) -> list[OwnerRead]:
    text = re.sub(r"^(?:jointly )?led by\s+(?!:)", "Lead: ", take_date(entry, words, text), flags=re.IGNORECASE)
    found: list[OwnerRead] = []
    leads = False
    for label, part in _labelled_parts(text):
        leads = bool(label and label["lead"])
        found += _of_part(entry, words, part, names, leads=leads)
    return found


def _labelled_parts(text: str) -> list[tuple[re.Match[str] | None, str]]:
    """The parts of a line after labels; a line without one is a part."""
    labels = [
        one
        for one in re.finditer(rf"(?:(?<=^)|(?<=[;,. ]))(?:{_label_pattern().pattern})", text, re.IGNORECASE)
        if one[0].strip(" :")
    ]
    if not labels:
        return [(None, text)]
    ends = [*(one.start() for one in labels[1:]), len(text)]
    before = [(None, text[: labels[0].start()])] if text[: labels[0].start()].strip(" ,;") else []
    return [*before, *((one, text[one.end() : end].strip(" ,;")) for one, end in zip(labels, ends, strict=True))]


def _of_part(entry: EntryContext, words: Words, text: str, names: OwnerNames, *, leads: bool) -> list[OwnerRead]:
    found = []
    parts = owners_in(text, names)
    for kind, message in doubts_of_owners(text, parts, names):
        entry.tell(kind, message, words.place, once=True)
    for part in parts:
        name = _lead_mark_pattern().sub("", part).strip(' ,;\u201c\u201d\u2018\u2019"')
        if len(name) > _LONGEST:
            entry.about.append(f"{label_of(words, 'Owners')}: {name}")
            entry.tell("owner", "what is said of the owners is a sentence; it is in `about`", words.place)
        elif name and is_placeholder(name):
            found.append(OwnerRead(TO_BE_CONFIRMED, leads))
            _keep_remark(entry, words, name)
        elif name and (bare := _without_doubt(entry, words, name)):
            found.append(OwnerRead(bare, leads or name != part.strip(" ,;")))
    return found


def _without_doubt(entry: EntryContext, words: Words, name: str) -> str:
    """A name without a question mark, or until when it holds; both are kept and told."""
    bare = _until_pattern().sub("", re.sub(r"\s*(?:\(\s*\?+\s*\)|\?+)$", "", name)).strip()
    if bare != name:
        entry.about.append(f"{label_of(words, 'Owners')}: {on_one_line(words.text)}")
        message = (
            f"`{on_one_line(words.text)}` says more than who it is; {bare} is in the file, and the words in `about`"
        )
        entry.tell("owner", message, words.place)
    return bare


def _keep_remark(entry: EntryContext, words: Words, name: str) -> None:
    """What a placeholder says beyond that: `TBC by the new director`."""
    if not _placeholder_alone_pattern().fullmatch(name.strip(" .()[]?")):
        entry.about.append(f"{label_of(words, 'Owners')}: {name}")
    if re.search(r"vacan|unassigned|unfilled", name, re.IGNORECASE):
        entry.tell("owner", f"`{name}` is read as {TO_BE_CONFIRMED}: nobody is named", words.place, once=True)
