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
"""In a shorter plan a third of the actions is not much work."""


def overloaded_owner(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """One owner leads or owns more than a third of the plan's unfinished actions.

    This rule counts actions that are neither complete nor closed, in a plan with at least ten of them whose period is
    not over. All spellings in the glossary count as one owner. There is one finding for each owner, at the first such
    action.

    Why: If that one owner changes or falls behind, so does much of the plan. A committee can be responsible for many
    actions, but then its members often do the work, and the plan does not say which of them.

    Fix: Share out the actions, or name as `lead` the role or team that does the work for the committee. If the load is
    intended, accept the finding with the reason.
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
            help_text = "share them out, or write the role or team that does the work as the lead"
            yield Problem(OVERLOADED_OWNER, ones[0].path, message, help_text)
