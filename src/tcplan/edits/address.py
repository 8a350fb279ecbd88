"""The words with which `tcplan set` names a place, shortest first: what `resolve_path` reads."""

from collections.abc import Iterator
from typing import Any

from tcplan.edits.edit_target import SearchScope
from tcplan.edits.setting import TABLES
from tcplan.findings.plan_terms import NAMING_KEYS
from tcplan.findings.span import Path, Value


def addresses(scope: SearchScope, name: str, data: Value, path: Path) -> Iterator[str]:
    """The ways to write a path of the file called `name`; which of them is clear is for `resolve_path` to say."""
    parts = list(_parts(data, path))
    if path[0] in TABLES and len(path) > 1 and isinstance(path[1], int):
        parts = parts[1:]  # an entry of a plan is named by its id alone
        yield "/".join(parts)
    for folder in scope.workspace.folders.values():
        members = (*folder.plans.values(), *folder.submissions.values(), *folder.case_studies.values())
        names = [member.name for member in members if member.file.name == name]
        names += ["institution"] if folder.file and folder.file.name == name else []
        for one in names:
            yield "/".join([one, *parts])
            yield "/".join([folder.key, one, *parts])


def _parts(value: Value, path: Path) -> Iterator[str]:
    """The steps of a path in words: keys as they are, items by what names them or counted from 1."""
    data: Any = value
    for step in path:
        if isinstance(step, int):
            yield _item_name(data, step)
            data = data[step]
        else:
            yield step
            data = data.get(step) if isinstance(data, dict) else None


def _item_name(items: list[Any], index: int) -> str:
    """What names an item and no other of its list; else its number."""
    names = [name for item in items for name in set(_names(item))]
    own = (name for name in _names(items[index]) if names.count(name) == 1 and not {"/", ">"} & set(name))
    return next(own, str(index + 1))


def _names(item: Value) -> list[str]:
    found = [item.get(key) for key in NAMING_KEYS] if isinstance(item, dict) else [item]
    return [name for name in found if isinstance(name, str) and name.strip()]
