"""Time (TC3xx): dates that exist, lie in the plan and follow each other."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.findings.codes import DEPENDENCY_CYCLE
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
        codes.DUE_OUTSIDE_PERIOD,
        requires=(codes.DUE_BEFORE_START, codes.REVERSED_PERIOD),
        plan=(limits.due_outside_period,),
    ),
    Rule(codes.DUE_BEFORE_START, plan=(limits.due_before_start,)),
    Rule(codes.REVERSED_PERIOD, plan=(limits.reversed_period,)),
    Rule(codes.NO_DUE_DATE, Profile.PLAN, plan=(missing_due_date.no_due_date,)),
    Rule(
        codes.PART_AFTER_ACTION,
        requires=(codes.DUE_OUTSIDE_PERIOD, codes.DUE_BEFORE_START),
        plan=(parts.part_after_action,),
    ),
    Rule(
        codes.DEPENDENCY_DUE_LATER,
        requires=(DEPENDENCY_CYCLE, codes.DUE_OUTSIDE_PERIOD, codes.DUE_BEFORE_START),
        plan=(dependency_due_later.dependency_due_later,),
    ),
    Rule(codes.UNUSUAL_PERIOD, Profile.PLAN, requires=(codes.REVERSED_PERIOD,), plan=(period.unusual_period,)),
    Rule(codes.CROWDED_MONTH, Profile.PLAN, plan=(crowded_month.crowded_month,)),
    Rule(codes.SLIPPED_OFTEN, Profile.PLAN, plan=(slips.slipped_often,)),
    Rule(codes.DONE_IN_FUTURE, plan=(parts.done_in_future,)),
    Rule(codes.TBC_DUE_AFTER_START, Profile.PLAN, plan=(missing_due_date.tbc_due_after_start,)),
    Rule(codes.NO_PERIOD, Profile.PLAN, plan=(period.no_period,)),
    Rule(codes.SLIPPED_PAST_END, Profile.PLAN, requires=(codes.REVERSED_PERIOD,), plan=(slips.slipped_past_end,)),
    Rule(
        codes.FUTURE_DATE,
        plan=(future_date.future_date,),
        submission=(future_date.future_in_submission,),
        case_study=(future_date.future_in_case_study,),
        institution=(future_date.future_in_institution,),
    ),
)
