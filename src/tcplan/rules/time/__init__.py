"""Time (TC3xx): dates that exist, lie in the plan and follow each other."""

from typing import Final

from tcplan.rules.rule import Rule
from tcplan.rules.time import limits

RULES: Final = (
    Rule(limits.DUE_BEFORE_START, plan=(limits.due_before_start,)),
    Rule(limits.REVERSED_PERIOD, plan=(limits.reversed_period,)),
)
