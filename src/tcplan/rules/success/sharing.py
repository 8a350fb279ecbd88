"""Measures: one number that several actions follow, and one that is promised twice (TC412, TC413)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tcplan.findings.codes import FLAT_TARGET, SHARED_MEASURE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.progress import EntryState
from tcplan.rules.success.targets import WHOLE
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import measure_series
from tcplan.workspace import PlanFile


def shared_measure(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Two actions follow the same number and are due on different days.

    Only open actions count that name the measure themselves and have a due date. A measure of their objective, of a
    pillar or of the plan is shared by what stands below it and is not meant.

    Why: When the number is missed, each of the two can point at the other, and when it is reached on the first day,
    nobody knows what is left for the second.

    Mend: Name the measure at the action that answers for it, or at the objective that both serve, and give the other
    a measure or a criterion of its own.
    """
    users = _users(plan, context)
    for one in measure_series(plan):
        named = sorted(users.get(one.measure.id, ()), key=lambda user: user[0].due or date.max)
        if len(named) > 1 and named[0][0].due != named[-1][0].due:
            (first, _), (last, also) = named[0], named[-1]
            message = f"measure {one.measure.id} is followed by action {first.node.id}, due {first.due}, "
            message += f"and by action {last.node.id}, due {last.due}"
            help_text = "name it at the one that answers for it, or at what both stand under"
            path = (*one.path, "id")
            yield Problem(SHARED_MEASURE, path, message, help_text, also=also, also_says="named again here")


def flat_target(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A target asks for the same number as the target before it.

    It is said once for each measure. Targets of 0 and of 100% are left out: they can only be kept.

    Why: By the plan's own words nothing is to change between the two days. Mostly one of the numbers, or one of the
    dates, is left over from an earlier wording; where a level is to be kept, the title should say so ("in a year").

    Mend: Put the number right, or delete the later target. Where the same is wanted each time, accept this with that
    reason.
    """
    for one in measure_series(plan):
        for before, after in pairwise(one.targets):
            number = after.quantity
            kept = number.value == 0 or (number.percent and number.value == WHOLE)
            same = (number.value, number.percent) == (before.quantity.value, before.quantity.percent)
            if kept or not same:
                continue
            message = f"measure {one.measure.id} is to be {number.text} by {after.when}, as by {before.when} already"
            help_text = "ask for more by the later date, or delete one of the two"
            path, also = after.path, before.path
            yield Problem(FLAT_TARGET, path, message, help_text, also=also, also_says="the target before")
            break


def _users(plan: PlanFile, context: Context) -> dict[str, list[tuple[EntryState, Path]]]:
    """The open actions that name a measure themselves, and where."""
    found: defaultdict[str, list[tuple[EntryState, Path]]] = defaultdict(list)
    assessment = context.assessment(plan)
    for node in plan.tree.of("action"):
        state = assessment.state(node)
        if state.is_open and not state.is_complete and state.due is not None:
            for index, name in enumerate(node.entry.measured_by):
                found[name].append((state, (*node.path, "measured_by", index)))
    return found
