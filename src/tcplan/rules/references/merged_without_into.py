"""Entries and plans that were merged, without saying into what (TC120)."""

from collections.abc import Iterator

from tcplan.findings.codes import MERGED_WITHOUT_INTO
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.id_format import words_for
from tcplan.values.words import Ending
from tcplan.workspace import PlanFile


def merged_without_into(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """An entry or a plan was closed as merged, and nothing says into what.

    Superseded work needs no `into`, because something outside the plan may have replaced it.

    Why: Merged work goes on elsewhere. Without its new place nobody can report on it, and a reader of the plan thinks
    that it was dropped.

    Fix: Add `into` with the id of the entry that carries on the work, such as `into: 2.3`. If there is none, close it
    as `withdrawn` or `superseded`.
    """
    closed = [(node.path, words_for(node), node.entry.closed) for node in plan.tree.nodes if node.entry.closed]
    for path, words, one in [((), "the plan", plan.plan.closed), *closed]:
        if one and one.how is Ending.MERGED and not one.into:
            message = f"{words} was merged on {one.date.last}, but nothing says into what"
            help_text = "add `into` with the id of what takes it over, or close it as withdrawn"
            yield Problem(MERGED_WITHOUT_INTO, (*path, "closed", "into"), message, help_text)
