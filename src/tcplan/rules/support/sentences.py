"""Several names in one sentence."""

from collections.abc import Sequence
from typing import Final

MOST_LISTED: Final = 8


def join_names(names: Sequence[str], most: int = MOST_LISTED, *, comma: str = ",") -> str:
    """Some names as they stand in a sentence: `2.1, 2.2 and 2.3`, of many the first and how many more.

    `comma` is what stands between names that are long themselves; then it stands before the "and" as well.
    """
    if len(names) > most:
        names = [*names[:most], f"{len(names) - most} more"]
    *first, last = names
    return f"{f'{comma} '.join(first)}{'' if comma == ',' else comma} and {last}" if first else last


def join_choices(names: Sequence[str]) -> str:
    """Some names of which one would do: `phase-1, phase-2 or phase-3`."""
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last
