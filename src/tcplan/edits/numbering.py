"""The next free id: of an entry under another, or of a measure by its title."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from tcplan.errors import UsageError
from tcplan.workspace import Level, Node, PlanFile


@cache
def _last_number_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<stem>.*?)(?P<number>[0-9]{1,9})")


MOST_WORDS = 4


def next_id(plan: PlanFile, under: Node | None, level: Level) -> str:
    """The id after the last of those that extend `under`; numbers are never used again, not even former ones.

    Raises UsageError where its siblings' ids are not numbers, so that it is not clear which comes next.
    """
    prefix = f"{under.id}." if under else ""
    taken = [*plan.tree.by_id, *(old for node in plan.tree.nodes for old in node.entry.formerly)]
    if not under and (own := [node.id for node in plan.tree.of(level)]):
        taken, others = own, taken  # at the top each level may count for itself: pillars 1 and 2, actions A1 and A2
    else:
        others = taken
    siblings = [id_.removeprefix(prefix).partition(".")[0] for id_ in taken if id_.startswith(prefix)]
    numbered = [found for id_ in siblings if (found := _last_number_pattern().fullmatch(id_))]
    if siblings and not numbered:
        raise UsageError(
            f"the ids next to it, such as {prefix}{siblings[-1]}, are not numbers", "choose an id with --id"
        )
    stem = numbered[-1]["stem"] if numbered else ""
    number = max((int(found["number"]) for found in numbered if found["stem"] == stem), default=0) + 1
    while f"{prefix}{stem}{number}" in others:
        number += 1
    return f"{prefix}{stem}{number}"


def extended_entry(plan: PlanFile, id_: str, levels: Collection[Level]) -> Node | None:
    """The entry of one of these levels that an id extends, of several the one with the longest id."""
    prefix = id_
    while "." in prefix:
        prefix = prefix.rpartition(".")[0]
        node = plan.tree.by_id.get(prefix)
        if node and node.level in levels:
            return node
    return None


def id_of_title(title: str, taken: Collection[str]) -> str:
    """A name for a measure from the first words of its title, such as `staff-with-registration`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL_WORDS]
    stem = "-".join(words[:MOST_WORDS]) or "measure"
    return next(_free(stem, taken))


def _free(stem: str, taken: Collection[str]) -> Iterator[str]:
    if stem not in taken:
        yield stem
    number = 2
    while True:
        if f"{stem}-{number}" not in taken:
            yield f"{stem}-{number}"
        number += 1


_SMALL_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "with", "who", "that", "and", "or", "by"]
)
