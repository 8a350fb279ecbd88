"""Owner and date in one cell: `HROD, December 2025`, `CWGDecember 2023`."""

import re
from dataclasses import replace
from functools import cache

from tcplan.importing.finding.cell_kinds import is_timeline
from tcplan.importing.found import Field, Words

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)


@cache
def _end_pattern() -> re.Pattern[str]:
    """The end of a text where a date may begin, also without a space before it."""
    return re.compile(
        r"(?:^|(?<=[\s,;:(/–—-])|(?<=[a-zA-Z)])(?=[A-Z0-9]))"
        r"(?:(?i:by |end of |end |mid[- ]|early |late |from |until )*"
        rf"(?:(?i:{_MONTHS})\b|\d{{1,2}}(?:st|nd|rd|th)?[ /.-]|20\d\d|(?i:year|yr) \d|Q[1-4]"
        r"|(?i:ongoing|annual(?:ly)?|tbc|spring|summer|autumn|winter)\b|\d+ (?i:months?|years?)))"
    )


def split_owner_date(words: Words, owners: Field) -> list[tuple[Field, Words]]:
    """The owner and the date of a cell that may hold both."""
    text = words.text
    if is_timeline(text):
        return [(Field.DUE, words)]
    lines = text.split("\n")
    dated = [line for line in lines if is_timeline(line)]
    if dated and len(dated) < len(lines):
        rest = "\n".join(line for line in lines if line not in dated)
        return [(owners, replace(words, text=rest)), (Field.DUE, replace(words, text="\n".join(dated)))]
    for found in _end_pattern().finditer(text):
        head, tail = text[: found.start()].strip(" ,;:/(–—-\n"), text[found.start() :].strip(" ,;:()")
        if head and is_timeline(tail) and not head.casefold().endswith((" by", " in")):
            return [(owners, replace(words, text=head)), (Field.DUE, replace(words, text=tail))]
        head = re.sub(r"(?i)\s+(?:by|in)$", "", head)
        if head and is_timeline(tail):
            return [(owners, replace(words, text=head)), (Field.DUE, replace(words, text=tail))]
    return [(owners, words)] if text else []
