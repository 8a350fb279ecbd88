"""Time (TC3xx): dates that exist, lie in the plan and follow each other."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.rules.references.ids import DEPENDENCY_CYCLE
from tcplan.rules.support.rule import Rule
from tcplan.rules.time import (
    crowded_month,
    dependency_due_later,
    future_date,
    limits,
    missing_due_date,
    parts,
    period,
    slips,
)

RULES: Final = (
    Rule(
        limits.DUE_OUTSIDE_PERIOD,
        requires=(limits.DUE_BEFORE_START, limits.REVERSED_PERIOD),
        plan=(limits.due_outside_period,),
    ),
    Rule(limits.DUE_BEFORE_START, plan=(limits.due_before_start,)),
    Rule(limits.REVERSED_PERIOD, plan=(limits.reversed_period,)),
    Rule(missing_due_date.NO_DUE_DATE, Profile.PLAN, plan=(missing_due_date.no_due_date,)),
    Rule(
        parts.PART_AFTER_ACTION,
        requires=(limits.DUE_OUTSIDE_PERIOD, limits.DUE_BEFORE_START),
        plan=(parts.part_after_action,),
    ),
    Rule(
        dependency_due_later.DEPENDENCY_DUE_LATER,
        requires=(DEPENDENCY_CYCLE, limits.DUE_OUTSIDE_PERIOD, limits.DUE_BEFORE_START),
        plan=(dependency_due_later.dependency_due_later,),
    ),
    Rule(period.UNUSUAL_PERIOD, Profile.PLAN, requires=(limits.REVERSED_PERIOD,), plan=(period.unusual_period,)),
    Rule(crowded_month.CROWDED_MONTH, Profile.PLAN, plan=(crowded_month.crowded_month,)),
    Rule(slips.SLIPPED_OFTEN, Profile.PLAN, plan=(slips.slipped_often,)),
    Rule(parts.DONE_IN_FUTURE, plan=(parts.done_in_future,)),
    Rule(missing_due_date.TBC_DUE_AFTER_START, Profile.PLAN, plan=(missing_due_date.tbc_due_after_start,)),
    Rule(period.NO_PERIOD, Profile.PLAN, plan=(period.no_period,)),
    Rule(slips.SLIPPED_PAST_END, Profile.PLAN, requires=(limits.REVERSED_PERIOD,), plan=(slips.slipped_past_end,)),
    Rule(
        future_date.FUTURE_DATE,
        plan=(future_date.future_date,),
        submission=(future_date.future_in_submission,),
        case_study=(future_date.future_in_case_study,),
        institution=(future_date.future_in_institution,),
    ),
)
