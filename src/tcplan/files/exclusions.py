"""The patterns of `exclude`, which are compared with every name below a root at once, and which of them are of use."""

import os
import re
from fnmatch import translate

from tcplan.files.settings import has_wildcard
from tcplan.values.unicode_form import composed


class Exclusions:
    """Which names are excluded; it remembers the patterns that have matched something."""

    def __init__(self, entries: tuple[str, ...]) -> None:
        self._entries = entries
        self._exact: dict[str, list[int]] = {}
        self._patterns: dict[int, re.Pattern[str]] = {}
        self._used: set[int] = set()
        for number, entry in enumerate(entries):
            name = _normal(entry.rstrip("/"))
            if has_wildcard(entry):
                self._patterns[number] = re.compile(translate(name))
            else:
                self._exact.setdefault(name, []).append(number)
        every = "|".join(pattern.pattern for pattern in self._patterns.values())
        self._any = re.compile(every) if every else None

    def __call__(self, name: str) -> bool:
        """Whether a file or folder of this name, from the root on, is excluded."""
        if not self._entries:
            return False
        name = _normal(name)
        found = self._exact.get(name, ())
        self._used.update(found)
        if self._any is None or not self._any.match(name):
            return bool(found)
        self._used.update(number for number, pattern in self._patterns.items() if pattern.match(name))
        return True

    def covers(self, name: str) -> bool:
        """Whether a file or folder is excluded, or a folder that it is in."""
        return any(self(name[:end]) for end, sign in enumerate(name) if sign == "/") or self(name)

    def unused(self) -> list[str]:
        """The entries that have matched nothing so far, in their order."""
        return [entry for number, entry in enumerate(self._entries) if number not in self._used]


def _normal(name: str) -> str:
    """As the system compares names, on Windows without regard to case; both forms of an accent are the same."""
    return os.path.normcase(composed(name))
