"""Merged work that does not say where it went (TC120)."""

from collections.abc import Iterator

from tcplan.findings.codes import MERGED_WITHOUT_INTO
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.id_format import words_for
from tcplan.values.words import Ending
from tcplan.workspace import PlanFile


def merged_without_into(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Something was closed as merged, and nothing says into what.

    Work that was superseded may have been replaced by something outside the plan, so that it needs no `into`.

    Why: Merged work goes on elsewhere. Without its new place nobody can report on it, and a reader of the plan takes
    it for dropped.

    Fix: Add `into` with the id of the entry that carries the work on, such as `into: 2.3`. If none does, close it as
    `withdrawn` or `superseded`.
    """
    closed = [(node.path, words_for(node), node.entry.closed) for node in plan.tree.nodes if node.entry.closed]
    for path, words, one in [((), "the plan", plan.plan.closed), *closed]:
        if one and one.how is Ending.MERGED and not one.into:
            message = f"{words} was merged on {one.date.last}, but nothing says into what"
            help_text = "add `into` with the id of what takes it over, or close it as withdrawn"
            yield Problem(MERGED_WITHOUT_INTO, (*path, "closed", "into"), message, help_text)
