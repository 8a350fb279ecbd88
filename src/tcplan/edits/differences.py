"""What an edit has changed in the data of a file: the entries that it added, removed or gave another value."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.findings.span import Path, Value


class Difference(NamedTuple):
    """One place: `path` in the data after the edit; `old` is None for what was added, `new` for what was removed."""

    path: Path
    old: Value
    new: Value


def differences(old: Value, new: Value, path: Path = ()) -> Iterator[Difference]:
    """The places at which two states of a file differ, each as deep as it goes; None is no value."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*new, *(key for key in old if key not in new)]:
            yield from differences(old.get(key), new.get(key), (*path, key))
    elif isinstance(new, list) and isinstance(old, list | str | dict):
        yield from _in_lists(old if isinstance(old, list) else [old], old, new, path)
    elif isinstance(new, list) and any(isinstance(item, dict) for item in new) and old is None:
        yield from (Difference((*path, index), None, item) for index, item in enumerate(new))
    else:
        yield Difference(path, old, new)


def _in_lists(items: list[Value], old: Value, new: list[Value], path: Path) -> Iterator[Difference]:
    """The items that were added, or those that changed in their place; else the list as a whole."""
    most = min(len(items), len(new))
    same = next((index for index in range(most) if items[index] != new[index]), most)
    last = next((index for index in range(most - same) if items[-1 - index] != new[-1 - index]), most - same)
    if same + last == len(items):
        yield from (Difference((*path, index), None, new[index]) for index in range(same, len(new) - last))
    elif len(items) == len(new):
        for index in range(same, len(new) - last):
            yield from differences(items[index], new[index], (*path, index))
    else:
        yield Difference(path, old, new)
