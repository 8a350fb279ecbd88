"""What nearly all actions lack is said once for the plan, and not of each."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from tcplan.findings.finding import Code, Problem
from tcplan.findings.span import Path
from tcplan.rules.support.sentences import join_names
from tcplan.workspace import Node

MANY: Final = 10
"""From so many on, not all need to lack it."""

_ACTIONS: Final = ("actions",)


class GroupMessage(NamedTuple):
    """How it is said: the sentence for all of them, for most of them what follows "12 of the 15", and the help."""

    of_all: str
    of_most: str
    help: str


def plan_problem(code: Code, about: Iterable[Path], message: str, help_text: str, path: Path = _ACTIONS) -> Problem:
    """What is said of the whole plan, at the key that the path ends in, about some of its entries."""
    return Problem(code, path, message, help_text, on_key=True, about=tuple(about))


def aggregate(
    code: Code, lacking: Sequence[Node], of: int, says: GroupMessage, path: Path = _ACTIONS
) -> Problem | None:
    """What some of so many actions lack, said once where all or nearly all do; else None."""
    if not _is_said_once(len(lacking), of):
        return None
    ids = join_names([node.id for node in lacking])
    message = says.of_all if len(lacking) == of else f"{len(lacking)} of the {of} {says.of_most}: {ids}"
    return plan_problem(code, (node.path for node in lacking), message, says.help, path)


def _is_said_once(lacking: int, of: int) -> bool:
    """Whether so many actions lack something that it is said once: all of several, or three in four of many.

    With the first of sixty criteria a plan must not come by fifty-nine findings.
    """
    return 1 < lacking == of or (lacking >= MANY and 4 * lacking >= 3 * of)
