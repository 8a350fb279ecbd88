"""What the columns with people say beside each other: who sponsors, who is accountable, who does the work."""

import re
from dataclasses import replace
from functools import cache

from tcplan.importing.found import Field, FoundEntry, FoundPlan, Words, every_entry
from tcplan.importing.reading.context import label_of


@cache
def _sponsor_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\w+ )?sponsor(?:ed by|s)?", re.IGNORECASE)


@cache
def _support_pattern() -> re.Pattern[str]:
    """Columns of people who help: beside them a sponsor is the only one who leads."""
    return re.compile(
        r".*\b(?:support\w*|partners?|contacts?|contributors?|stakeholders?|consulted|informed|with|involved)\b.*",
        re.IGNORECASE,
    )


@cache
def _accountable_pattern() -> re.Pattern[str]:
    return re.compile(r"a|accountab\w+(?: \w+)?", re.IGNORECASE)


@cache
def _responsible_pattern() -> re.Pattern[str]:
    return re.compile(r"r|(?:person |people )?responsib\w+(?: person| people)?", re.IGNORECASE)


def settle_people_columns(plan: FoundPlan) -> None:
    """Give each column with people its part beside the others of the plan.

    A sponsor beside an owner or lead does not carry the action out: who it is goes into `about`. Beside a column for
    who is accountable, those who are responsible do the work.
    """
    columns = {_name(words) for entry in every_entry(plan.entries) for words in _people(entry)} - {""}
    sponsors = {one for one in columns if _sponsor_pattern().fullmatch(one)}
    others = {one for one in columns - sponsors if not _support_pattern().fullmatch(one)}
    accountable = any(_accountable_pattern().fullmatch(one) for one in columns)
    for entry in every_entry(plan.entries):
        if others:
            _move(entry, sponsors, Field.ABOUT)
        if accountable:
            _move(entry, {one for one in columns if _responsible_pattern().fullmatch(one)}, Field.OWNERS)


def _move(entry: FoundEntry, columns: set[str], field: Field) -> None:
    """Move what some columns of leads say to another field."""
    leads = entry.fields.get(Field.LEAD, [])
    moved = [words for words in leads if _name(words) in columns]
    if not moved:
        return
    entry.fields[Field.LEAD] = [words for words in leads if _name(words) not in columns]
    entry.fields.setdefault(field, []).extend(replace(words, column=label_of(words, "Lead")) for words in moved)


def _name(words: Words) -> str:
    return " ".join(words.column.split()).strip(" :*")


def _people(entry: FoundEntry) -> list[Words]:
    return [*entry.fields.get(Field.LEAD, []), *entry.fields.get(Field.OWNERS, [])]
