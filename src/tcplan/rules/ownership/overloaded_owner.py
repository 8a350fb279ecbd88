"""One owner for much of the plan (TC207)."""

from collections.abc import Iterator

from tcplan.findings.codes import OVERLOADED_OWNER
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import OwnerMention, owners_of
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.values.text_length import shortened
from tcplan.workspace import PlanFile, fold_name, is_placeholder

FEWEST_ACTIONS = 10
"""In a shorter plan a third is no load."""


def overloaded_owner(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """One owner leads or owns more than a third of the plan's unfinished actions.

    Counted are actions that are neither complete nor closed, in a plan with at least ten of them whose period is not
    over; all spellings of the glossary count as one owner. It is said once for each owner, at the first such action.

    Why: When that one owner changes or falls behind, much of the plan does. A committee can stand for many actions, but
    then it is often its members who do the work, and the plan does not say which.

    Fix: Share the actions out, or name as `lead` who does the work for the committee. Where the load is intended,
    accept this with the reason.
    """
    glossary, states = context.folder.glossary, unfinished_actions(plan, context)
    if len(states) < FEWEST_ACTIONS:
        return
    places: dict[str, list[OwnerMention]] = {}
    for state in states:
        named = [one for one in owners_of(state.node) if not is_placeholder(one.name)]
        for name, one in {fold_name(glossary.canonical(one.name)): one for one in reversed(named)}.items():
            places.setdefault(name, []).append(one)
    for ones in places.values():
        if 3 * len(ones) > len(states):
            name = shortened(glossary.canonical(ones[0].name))
            message = f"`{name}` leads or owns {len(ones)} of the {len(states)} unfinished actions"
            help_text = "share them out, or name who does the work as the lead of each"
            yield Problem(OVERLOADED_OWNER, ones[0].path, message, help_text)
