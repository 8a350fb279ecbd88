"""Several names in one sentence."""

from collections.abc import Sequence
from typing import Final

MOST_LISTED: Final = 8


def join_names(names: Sequence[str], most: int = MOST_LISTED, *, comma: str = ",") -> str:
    """Some names as part of a sentence: `2.1, 2.2 and 2.3`; of many names the first and the number of the others.

    `comma` is the mark between names that are long themselves; then it is before the "and" as well.
    """
    if len(names) > most:
        names = [*names[:most], f"{len(names) - most} more"]
    *first, last = names
    return f"{f'{comma} '.join(first)}{'' if comma == ',' else comma} and {last}" if first else last


def join_choices(names: Sequence[str]) -> str:
    """Some names of which one would do: `phase-1, phase-2 or phase-3`."""
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last
