"""Ids as words: what they look like, and whether all are known."""

import re

from tcplan.workspace import Node, PlanFile


def words_for(node: Node) -> str:
    """An entry as part of a sentence: `action 2.3.1`."""
    return f"{node.level} {node.id}"


def id_form(id_: str) -> str:
    """What an id looks like, whatever its letters and numbers: `#.#` of 2.3, `a#` of A1."""
    return re.sub(r"[0-9]+", "#", re.sub(r"[^\W\d_]+", "a", id_))


def ids_are_known(plan: PlanFile) -> bool:
    """Whether every entry of the plan could be read, with its id."""
    keys = ("id", "formerly", "under")
    return not plan.has_unread_entries and not any(
        len(path) > 2 and path[2] in keys  # noqa: PLR2004 (table, entry, key)
        for path in plan.file.shaped.tainted
    )
