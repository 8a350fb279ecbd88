"""Entries that an edit leaves alone are kept once in memory, for the file before and for the file after it.

A large plan is read twice for every edit: what is the same in both need not be kept, nor shaped, twice.
"""

from tcplan.findings.span import Value


def share_entries(data: Value, old: Value) -> None:
    """Put the very entries of `old` in the place of those in `data` that say the same in the same order of keys.

    In each table they are looked for from both ends; what is between the first and the last change stays as it is.
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
            return
        items[index] = old[index]


def _is_same(one: Value, other: Value) -> bool:
    """Whether both say the same in the same order; `==` takes mappings for equal whose keys are in another order."""
    return repr(one) == repr(other)
