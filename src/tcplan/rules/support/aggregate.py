"""One finding for what nearly all actions of a plan lack, instead of one for each."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from tcplan.findings.finding import Code, Problem
from tcplan.findings.span import Path
from tcplan.rules.support.sentences import join_names
from tcplan.workspace import Node

MANY: Final = 10
"""With this many or more, one finding covers nearly all as well."""

_ACTIONS: Final = ("actions",)


class GroupMessage(NamedTuple):
    """The words of one finding for many: the sentence for all, for most the part after "12 of the 15", the help."""

    of_all: str
    of_most: str
    help: str


def plan_problem(  # noqa: PLR0913, PLR0917 (the parts of a problem)
    code: Code, about: Iterable[Path], message: str, help_text: str, path: Path = _ACTIONS, of: int = 0
) -> Problem:
    """A problem of the whole plan about some of its entries, at the key that the path ends in."""
    return Problem(code, path, message, help_text, on_key=True, about=tuple(about), of=of)


def aggregate(
    code: Code, lacking: Sequence[Node], of: int, says: GroupMessage, path: Path = _ACTIONS
) -> Problem | None:
    """One problem for what all or nearly all of the actions lack; None if each should have a problem of its own.

    `lacking` are the actions without it, `of` is the number of those that should have it.
    """
    if not _is_one_problem(len(lacking), of):
        return None
    ids = join_names([node.id for node in lacking])
    message = says.of_all if len(lacking) == of else f"{len(lacking)} of the {of} {says.of_most}: {ids}"
    return plan_problem(code, (node.path for node in lacking), message, says.help, path, of)


def _is_one_problem(lacking: int, of: int) -> bool:
    """Whether all of several actions lack something, or three in four of many.

    Otherwise a plan would get fifty-nine findings as soon as one of its sixty actions has a criterion.
    """
    return 1 < lacking == of or (lacking >= MANY and 4 * lacking >= 3 * of)
