"""The texts of a file as it was read, each with its place: also those that no model has a field for."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from tcplan.findings.plan_terms import plan_terms
from tcplan.findings.span import Path
from tcplan.values.dates import DateError, parse_day
from tcplan.workspace import File

INTERNAL: Final = "internal"
NEVER_PRINTED: Final = (INTERNAL, "accepted")
NAMING: Final = ("lead", "owners", "by", "contact", "name", "long", "also", "role")
"""The keys that hold names, in whose place documents may print a role."""

_PROSE: Final = ("about", "note", "summary", "text", "why", "endorsement", "accessibility")
"""The keys whose texts are Markdown; those of all others are printed as they are."""

_PLANNED: Final = "due"
"""What it holds is planned: a day that has not come is no secret there."""


class WrittenText(NamedTuple):
    """A text of a file; `later` if it is part of something that happens after a day."""

    file: File
    path: Path
    text: str
    later: bool = False

    @property
    def is_internal(self) -> bool:
        """Whether it is, or is in, a note that is never published."""
        return any(_is_key(step, INTERNAL) for step in self.path)

    @property
    def is_printed(self) -> bool:
        """Whether documents may print it."""
        return not any(_is_key(step, key) for step in self.path for key in NEVER_PRINTED)

    @property
    def is_name(self) -> bool:
        """Whether it is, or is in, the name of somebody."""
        return any(step in NAMING for step in self.path)

    @property
    def is_prose(self) -> bool:
        """Whether it is Markdown."""
        return bool(self.path) and self.path[-1] in _PROSE

    @property
    def line(self) -> int:
        """The line of the file that it is in."""
        start = self.file.locator().span(self.path, on_key=False).start
        return self.file.document.text.count("\n", 0, start) + 1

    @property
    def where(self) -> str:
        """The place in plan terms."""
        return plan_terms(self.path, self.file.document.data)


def written_texts(file: File, day: date) -> Iterator[WrittenText]:
    """All texts of a file in their order; what is dated after the day is marked."""
    waiting: list[tuple[Path, Any, bool]] = [((), file.document.data, False)]
    while waiting:
        path, value, later = waiting.pop()
        if isinstance(value, dict):
            later = later or _is_later(path, value, day)
            waiting += [((*path, key), one, later) for key, one in reversed(value.items())]
        elif isinstance(value, list | tuple):
            waiting += [((*path, index), one, later) for index, one in reversed([*enumerate(value)])]
        elif isinstance(value, str) and value.strip():
            yield WrittenText(file, path, value, later)


def _is_later(path: Path, value: dict[Any, Any], day: date) -> bool:
    """Whether a report, a closure, an approval or an entry is dated after the day."""
    if _PLANNED in path:
        return False
    dated = value.get("date") or value.get("added")
    try:
        when = parse_day(dated) if isinstance(dated, str) else None
    except DateError:
        return False
    # A report or a closure of a month is one of its last day; all else may have been there when the month began.
    is_at_end = "updates" in path or path[-1:] == ("closed",)
    return when is not None and (when.last if is_at_end else when.first) > day


def _is_key(step: object, key: str) -> bool:
    return isinstance(step, str) and step.strip().casefold() == key
