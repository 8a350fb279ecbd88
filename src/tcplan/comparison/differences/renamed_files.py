"""Files that have another name in a later state: which ones, the likeness of their lines says, as git does it."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

LEAST_SHARE: Final = 0.5
"""The share of lines that two files have in common from which on one is likely to be the other; that of git."""


def likely_renames(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The new names of files that are gone by their old names, the most alike first, from the texts of both states.

    A file keeps its folder or its own name: one that has lost both is not looked for.
    """
    old, new = ({name: _lines(text) for name, text in texts.items()} for texts in (before, after))
    alike = ((-_share(old[one], new[other]), one, other) for one in old for other in new if _may_be_renamed(one, other))
    found: dict[str, str] = {}
    for share, one, other in sorted(alike):
        if -share >= LEAST_SHARE and one not in found and other not in found.values():
            found[one] = other
    return found


def _may_be_renamed(one: str, other: str) -> bool:
    (folder, _, name), (other_folder, _, other_name) = one.rpartition("/"), other.rpartition("/")
    return folder == other_folder or name == other_name


def _lines(text: str) -> Counter[str]:
    """The lines that say something, with the number of times that each is there."""
    return Counter(line.strip() for line in text.splitlines() if line.strip())


def _share(one: Counter[str], other: Counter[str]) -> float:
    """The share of the longer file's lines that both have."""
    return (one & other).total() / max(one.total(), other.total(), 1)
