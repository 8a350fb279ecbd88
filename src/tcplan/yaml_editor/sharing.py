"""Entries that an edit leaves alone are kept once in memory, for the file before and for the file after it.

A large plan is read twice for every edit: what is the same in both need not be kept, nor shaped, twice.
"""

from tcplan.findings.span import Value


def share_entries(data: Value, old: Value) -> None:
    """Put the very entries of `old` in the place of those in `data` that say the same in the same order of keys.

    In each table they are looked for from both ends. What is between the first and the last change stays as it is, or,
    where no entry came or went, shares the lists that say the same.
    """
    if isinstance(data, dict) and isinstance(old, dict):
        for key, table in data.items():
            if isinstance(table, list) and isinstance(old_table := old.get(key), list):
                _share_items(table, old_table)


def _share_items(items: list[Value], old: list[Value]) -> None:
    common = min(len(items), len(old))
    first = next((index for index in range(common) if not _is_same(items[index], old[index])), common)
    items[:first] = old[:first]
    for index in range(-1, first - common - 1, -1):
        if not _is_same(items[index], old[index]):
            break
        items[index] = old[index]
    if len(items) == len(old):
        for item, old_item in zip(items, old, strict=True):
            if isinstance(item, dict) and isinstance(old_item, dict) and item is not old_item:
                _share_values(item, old_item)


def _share_values(entry: dict[str, Value], old: dict[str, Value]) -> None:
    """The same for what is in an entry that has changed: its reports may be most of it."""
    for key, value in entry.items():
        if isinstance(value, list | dict) and _is_same(value, old.get(key)):
            entry[key] = old[key]


def _is_same(one: Value, other: Value) -> bool:
    """Whether both say the same in the same order; `==` takes mappings for equal whose keys are in another order."""
    return repr(one) == repr(other)
