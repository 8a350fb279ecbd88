"""Time (TC3xx): dates that exist, are within the plan and follow each other."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.support.rule import Rule
from tcplan.rules.time import (
    crowded_month,
    dependency_due_later,
    done_in_future,
    due_before_start,
    due_outside_period,
    future_date,
    no_due_date,
    no_period,
    part_after_action,
    reversed_period,
    slipped_often,
    slipped_past_end,
    tbc_due_after_start,
    unusual_period,
)

RULES: Final = (
    Rule(
        codes.DUE_OUTSIDE_PERIOD,
        requires=(codes.DUE_BEFORE_START, codes.REVERSED_PERIOD),
        plan=(due_outside_period.due_outside_period,),
    ),
    Rule(codes.DUE_BEFORE_START, plan=(due_before_start.due_before_start,)),
    Rule(codes.REVERSED_PERIOD, plan=(reversed_period.reversed_period,)),
    Rule(codes.NO_DUE_DATE, Profile.PLAN, plan=(no_due_date.no_due_date,)),
    Rule(
        codes.PART_AFTER_ACTION,
        requires=(codes.DUE_OUTSIDE_PERIOD, codes.DUE_BEFORE_START),
        plan=(part_after_action.part_after_action,),
    ),
    Rule(
        codes.DEPENDENCY_DUE_LATER,
        requires=(codes.DEPENDENCY_CYCLE, codes.DUE_OUTSIDE_PERIOD, codes.DUE_BEFORE_START),
        plan=(dependency_due_later.dependency_due_later,),
    ),
    Rule(codes.UNUSUAL_PERIOD, Profile.PLAN, requires=(codes.REVERSED_PERIOD,), plan=(unusual_period.unusual_period,)),
    Rule(codes.CROWDED_MONTH, Profile.PLAN, plan=(crowded_month.crowded_month,)),
    Rule(codes.SLIPPED_OFTEN, Profile.PLAN, plan=(slipped_often.slipped_often,)),
    Rule(codes.DONE_IN_FUTURE, plan=(done_in_future.done_in_future,)),
    Rule(codes.TBC_DUE_AFTER_START, Profile.PLAN, plan=(tbc_due_after_start.tbc_due_after_start,)),
    Rule(codes.NO_PERIOD, Profile.PLAN, plan=(no_period.no_period,)),
    Rule(
        codes.SLIPPED_PAST_END,
        Profile.PLAN,
        requires=(codes.REVERSED_PERIOD,),
        plan=(slipped_past_end.slipped_past_end,),
    ),
    Rule(
        codes.FUTURE_DATE,
        plan=(future_date.future_date,),
        submission=(future_date.future_in_submission,),
        case_study=(future_date.future_in_case_study,),
        institution=(future_date.future_in_institution,),
    ),
)
