"""Changes to a copy of the data that make a faulty value harmless, so that the rest can be read.

List items are never removed: their indices are places. What a recovery touches is tainted, and rules stay
silent about it.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Final, NamedTuple, Protocol

from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.shape.fields import FieldKind
from tcplan.shape.short_forms import PathMap

NO_ID: Final = "unknown"


@cache
def _numbered_id_pattern() -> re.Pattern[str]:
    return re.compile(r"([A-Za-z0-9][\w.()&+-]*?)?([0-9]{1,9})")


class Recovery(Protocol):
    """One change; `path` is tainted by it. Of one round those with a lower `rank` come first."""

    rank: ClassVar[int]

    @property
    def path(self) -> Path:
        """Where the fault is."""
        ...

    def apply(self, root: Any, path_map: PathMap) -> None:
        """Change the data."""
        ...


class RecoverableProblem(NamedTuple):
    """A problem and the recovery that lets the rest be read."""

    problem: Problem
    recovery: Recovery


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Give a value the key that was meant; what is below is read as if it had been written so.

    `value`, where given, takes the place of the value. A guess that does not fit the value is dropped silently.
    """

    rank: ClassVar[int] = 1  # after the values below, which are replaced at their old paths

    path: Path
    key: str
    value: str | None = None
    is_guess: bool = False

    @property
    def target(self) -> Path:
        """The path after the renaming."""
        return (*self.path[:-1], self.key)

    def apply(self, root: Any, path_map: PathMap) -> None:
        """Rename in place, keeping the order of the keys."""
        holder = value_or_none(root, self.path[:-1])
        if not isinstance(holder, dict) or self.path[-1] not in holder or self.key in holder:
            return
        entries = [(self.key, self.value or old) if key == self.path[-1] else (key, old) for key, old in holder.items()]
        holder.clear()
        holder.update(entries)
        path_map.note(self.target, self.path)


@dataclass(frozen=True, slots=True)
class DropKey:
    """Leave a key out."""

    rank: ClassVar[int] = 2  # last, or a value replaced below it would bring it back

    path: Path

    def apply(self, root: Any, path_map: PathMap) -> None:
        """Remove the key if it is still there."""
        del path_map
        holder = value_or_none(root, self.path[:-1])
        if isinstance(holder, dict):
            holder.pop(self.path[-1], None)


@dataclass(frozen=True, slots=True)
class ReplaceValue:
    """Put a harmless value in the place of a faulty or missing one."""

    rank: ClassVar[int] = 0

    path: Path
    value: Any

    def apply(self, root: Any, path_map: PathMap) -> None:
        """Set the value, unless what holds it has gone in the same round."""
        del path_map
        holder: Any = value_or_none(root, self.path[:-1])
        if holder is not None:
            holder[self.path[-1]] = self.value


class Placeholders:
    """Harmless values for the places of faulty or missing ones, of data that do not change meanwhile."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._taken: dict[tuple[Path, str], set[str]] = {}

    def value(self, path: Path, field: FieldKind | None) -> Any:
        """A value for one place."""
        if field is None or field.leaf is None:
            return {}
        if path[-1] in ("id", "question") and not field.mapping:
            return self._guess_id(path[:-1], str(path[-1]))
        return field.leaf.placeholder

    def _guess_id(self, entry: Path, key: str) -> str:
        """The id that an entry without one most probably has, so that references to it do not dangle as well.

        The id after that of the entry before, or before that of the one after, unless another entry has it.
        """
        index = entry[-1] if entry else 0
        siblings = value_or_none(self._root, entry[:-1])
        if not isinstance(index, int) or not isinstance(siblings, list):
            return NO_ID
        taken = self._ids_in(entry[:-1], key, siblings)
        for neighbour, step in ((index - 1, 1), (index + 1, -1)):
            if 0 <= neighbour < len(siblings) and isinstance(siblings[neighbour], dict):
                found = _count_on(str(siblings[neighbour].get(key, "")), step)
                if found and found not in taken:
                    return found
        return f"entry-{index + 1}"

    def _ids_in(self, table: Path, key: str, siblings: list[Any]) -> set[str]:
        """The ids of a list, collected once: thousands of its entries may have none."""
        if (table, key) not in self._taken:
            self._taken[table, key] = {str(one.get(key)) for one in siblings if isinstance(one, dict)}
        return self._taken[table, key]


def value_or_none(root: Any, path: Path) -> Any:
    """The value at a path, or None where the data have no such place."""
    for step in path:
        try:
            root = root[step]
        except (KeyError, IndexError, TypeError):
            return None
    return root


def _count_on(text: str, step: int) -> str:
    match = _numbered_id_pattern().fullmatch(text)
    if match is None or int(match[2]) + step < 1:
        return ""
    return f"{match[1] or ''}{int(match[2]) + step}"
