"""Plans that cannot follow each other as they say (TC129)."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from tcplan.findings.codes import IMPOSSIBLE_SUCCESSION
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.sentences import join_names
from tcplan.workspace import PlanFile, find_plan
from tcplan.workspace.succession import succession_of

SHOWN_OF_CIRCLE: Final = 6


def impossible_succession(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A plan follows itself, plans follow each other in a circle, or a plan follows one that begins later.

    A plan that is named twice under `follows` is found too.

    Why: `follows` says which plan is the current one, and which entries a later plan has to carry on. tcplan cannot
    decide either if every plan comes after the other.

    Fix: Name under `follows` only plans that came before. Correct the period if the order is right.
    """
    seen: dict[str, int] = {}
    circle_of = succession_of(context.workspace).circle_of
    circle = circle_of(plan)
    for index, ref in enumerate(plan.plan.follows):
        earlier = find_plan(context.workspace, context.folder, ref).plan
        first = seen.setdefault(earlier.file.name if earlier else ref, index)
        message, help_text, also = "", "remove this reference", None
        if first != index:
            message, help_text, also = f"the plan follows `{ref}` twice", "remove one of the two", ("follows", first)
        elif earlier is plan:
            message = "the plan follows itself"
        elif earlier and circle and circle_of(earlier) is circle:
            message = f"the plan follows `{ref}`, which follows it: {_shown(circle, plan)}"
            help_text = "remove this reference, or the one in the other plan"
        elif earlier and _begins_later(earlier, plan):
            message = f"the plan follows `{ref}`, which begins later: {earlier.period.start}, not {plan.period.start}"
            help_text = "correct one of the periods, or remove this reference"
        if message:
            yield Problem(
                IMPOSSIBLE_SUCCESSION, ("follows", index), message, help_text, also=also, also_says="the first"
            )


def _shown(circle: list[PlanFile], plan: PlanFile) -> str:
    """The plans of a circle in a sentence, this one first."""
    others = islice((one for one in circle if one is not plan), SHOWN_OF_CIRCLE)
    names = [plan.name, *(one.name if one.folder == plan.folder else _long(one) for one in others)]
    if len(circle) > SHOWN_OF_CIRCLE:
        return f"{', '.join(names[:SHOWN_OF_CIRCLE])} and {len(circle) - SHOWN_OF_CIRCLE} more form a circle"
    return f"{join_names(names)} form a circle"


def _long(plan: PlanFile) -> str:
    return f"{plan.folder.rpartition('/')[2]}/{plan.name}"


def _begins_later(earlier: PlanFile, plan: PlanFile) -> bool:
    start, own = earlier.period.start, plan.period.start
    is_known = not earlier.unsure_of_start and not plan.unsure_of_start
    return is_known and start is not None and own is not None and start > own
