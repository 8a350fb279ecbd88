"""On which line of a plan file a doubt is settled: the line of the key that it is about, else that of its entry."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from tcplan.importing.found import Doubt
from tcplan.importing.writing.plan_text import TABLES

KeyLines = Mapping[str, Mapping[str, int]]
"""The lines of the keys of each entry, by its id; those at the top of the file under no id."""

_PEOPLE: Final = ("owners", "lead")
_DATES: Final = ("due", "start")
_KEYS: Final = {
    "owner": _PEOPLE,
    "owners-in-a-row": _PEOPLE,
    "person": _PEOPLE,
    "date": _DATES,
    "impossible-date": _DATES,
    "colour": ("updates",),
    "closed": ("closed",),
    "priority": ("priority",),
    "themes": ("themes",),
    "title": ("title",),
}
"""The keys that doubts of a kind are about, the first that the entry has."""


@cache
def _key_pattern() -> re.Pattern[str]:
    """A key at the top, or of an entry: our own files are in the house style."""
    return re.compile(r"(?P<before>|    |  - )(?P<key>[a-z_]+):(?: (?P<value>[^#\s]+))?")


def key_lines(text: str) -> KeyLines:
    """The lines of the keys in the text of a plan file."""
    found: dict[str, dict[str, int]] = {"": {}}
    table, entry = "", ""
    for number, line in enumerate(text.splitlines(), 1):
        one = _key_pattern().match(line)
        if one is None:
            continue
        if not one["before"]:
            table, entry = one["key"], ""
        elif table not in TABLES.values():
            continue
        elif one["before"] == "  - ":
            entry = (one["value"] or "").strip("\"'")
        found.setdefault(entry, {}).setdefault(one["key"], number)
    return found


def line_of(doubt: Doubt, lines: KeyLines) -> int | None:
    """The line where a doubt is settled; None where it is about the plan as a whole, or the file is not ours."""
    keys = lines.get(doubt.entry) if doubt.entry else None
    if not keys:
        return None
    wanted = ("about",) if "is in `about`" in doubt.message else _KEYS.get(doubt.kind, ())
    return next((keys[key] for key in (*wanted, "id") if key in keys), None)
