"""One number that actions with different due dates follow (TC412)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from tcplan.findings.codes import SHARED_MEASURE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.progress import EntryState
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import measure_series
from tcplan.workspace import Level, PlanFile


def shared_measure(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Two actions with different due dates follow the same number.

    This rule counts only open actions that name the measure themselves and have a due date. Actions may share a measure
    of their objective, of a pillar or of the plan.

    Why: If the number is missed, each of the two can point at the other. If it is reached on the first date, nobody
    knows what is left for the second.

    Fix: Name the measure in the action that is responsible for it, or in the objective that both serve, and give the
    other action a measure or a criterion of its own.
    """
    users = _users(plan, context)
    for one in measure_series(plan):
        named = sorted(users.get(one.measure.id, ()), key=lambda user: user[0].due or date.max)
        if len(named) > 1 and named[0][0].due != named[-1][0].due:
            (first, _), (last, also) = named[0], named[-1]
            message = f"measure {one.measure.id} is followed by action {first.node.id}, due {first.due}, "
            message += f"and by action {last.node.id}, due {last.due}"
            help_text = "name it only in the action that is responsible for it, or in the entry above both"
            path = (*one.path, "id")
            yield Problem(SHARED_MEASURE, path, message, help_text, also=also, also_says="named again here")


def _users(plan: PlanFile, context: Context) -> dict[str, list[tuple[EntryState, Path]]]:
    """The open actions that name a measure themselves, and where."""
    found: defaultdict[str, list[tuple[EntryState, Path]]] = defaultdict(list)
    assessment = context.assessment(plan)
    for node in plan.tree.of(Level.ACTION):
        state = assessment.state(node)
        if state.is_open and not state.is_complete and state.due is not None:
            for index, name in enumerate(node.entry.measured_by):
                found[name].append((state, (*node.path, "measured_by", index)))
    return found
