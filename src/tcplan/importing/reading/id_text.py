"""Numbers of a document as ids of a file may be, and those that a spreadsheet has made into dates."""

import re
from functools import cache
from typing import Final

from tcplan.importing.found import Field, FoundEntry
from tcplan.importing.reading.context import PlanContext
from tcplan.importing.reading.fragments import on_one_line
from tcplan.values.unicode_form import composed

_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_LONGEST_NUMBER: Final = 60
"""What is longer is not the number of an entry; all ids that are made of one still fit into a file."""


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


def number_of(plan: PlanContext, entry: FoundEntry) -> str:
    """The number of an entry as an id may be; empty where it has none, or a date that was one."""
    written = on_one_line(entry.number)
    if is_date(entry):
        shown = written or on_one_line(entry.fields[Field.ID][0].text)
        message = (
            f"`{shown}` is a date where an id should be: a spreadsheet makes one of 1.1, and its number is not guessed"
        )
        plan.tell("id", message, entry.place)
        return ""
    allowed = allowed_id(written) if len(written) <= _LONGEST_NUMBER else ""
    if written and not allowed:
        plan.tell("id", f"`{written[:80]}` cannot be an id in a file", entry.place)
    if allowed and re.sub(r"[\W_]", "", allowed) != re.sub(r"[\W_]", "", _word_pattern().sub("", written, count=1)):
        plan.tell("id", f"the id `{written}` cannot be written in a file, and is {allowed} there", entry.place)
    return allowed


def has_number(plan: PlanContext, entry: FoundEntry) -> bool:
    """Whether the id of an entry was made of its number."""
    allowed = allowed_id(on_one_line(entry.number))
    return bool(allowed) and not is_date(entry) and allowed in plan.id_of(entry)


def is_date(entry: FoundEntry) -> bool:
    """Whether a date is where the id of an entry should be."""
    is_day = any(words.day for words in entry.fields.get(Field.ID, []))
    return is_day or _date_pattern().fullmatch(on_one_line(entry.number)) is not None


def allowed_id(written: str) -> str:
    """An id without what may not be in one."""
    number = composed(_word_pattern().sub("", written, count=1)).strip(" .:;,)([]-\u2013\u2014")
    number = re.sub(r"\s*([./-])\s*", r"\1", number.replace("\u2013", "-").replace("\u2014", "-"))
    number = re.sub(r"[^\w.()&+-]+", "-", number).strip(".-_(&+")
    if number.count("(") != number.count(")"):
        number = re.sub(r"[()]", "", number)
    return number if _id_pattern().fullmatch(number) and re.search(r"[0-9A-Za-z]", number) else ""
