"""What an entry of the next plan says under `continues`."""

from collections.abc import Iterable

from tcplan.comparison.carried_actions import ActionOutcome, CarryOutcome
from tcplan.findings.span import Value
from tcplan.workspace import Node


def continued_as(node: Node, ref: str, outcomes: Iterable[ActionOutcome]) -> Value:
    """How the next plan continues an entry of the old one that it takes over; None where it does not say so.

    An action as somebody decided. An objective or a pillar without `how`, as part of it has ended, or as identical
    where all its actions go on.
    """
    below = [one for one in outcomes if any(above is node for above in one.node.line())]
    decided = next((one.decision for one in below if one.node is node), None)
    if decided:
        return {"ref": ref, "how": decided.how.value}
    # What is continued covers what is below it: an action that was dropped, and is open still, would count as going on.
    if any(one.outcome is CarryOutcome.DROPPED for one in below):
        return None
    is_whole = all(one.outcome is CarryOutcome.CARRIED for one in below)
    return {"ref": ref, "how": "identical"} if is_whole else ref
