"""Changes to a copy of the data that make a faulty value harmless, so that the rest can be read.

List items are never removed: their indices are places. What a mend touches is tainted, and rules stay
silent about it.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, Protocol

from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.shape.short_forms import PathMap


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
    """A problem and the mend that lets the rest be read."""

    problem: Problem
    mend: Recovery


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Give a value the key that was meant; what stands below is read as if it had been written so.

    `value`, where given, takes the place of what stands there. A guess that does not fit the value is not told.
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


def value_or_none(root: Any, path: Path) -> Any:
    """What stands at a path, or None where the data have no such place."""
    for step in path:
        try:
            root = root[step]
        except (KeyError, IndexError, TypeError):
            return None
    return root
