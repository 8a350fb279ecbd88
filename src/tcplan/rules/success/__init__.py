"""Success and measures (TC4xx): how it will be seen that an action has done what it is for."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.rules.success import criteria, measure_register, pasted_list, readings, sharing, targets
from tcplan.rules.support.rule import Rule
from tcplan.rules.time.limits import REVERSED_PERIOD

RULES: Final = (
    Rule(criteria.NO_SUCCESS_CRITERION, Profile.PLAN, plan=(criteria.no_success_criterion,)),
    Rule(criteria.NOTHING_TO_SEE, Profile.PLAN, plan=(criteria.nothing_to_see,)),
    Rule(
        readings.TARGET_WITHOUT_READING,
        Profile.PLAN,
        requires=(targets.MIXED_UNITS, targets.TARGET_OUTSIDE_PLAN, readings.FUTURE_READING),
        plan=(readings.target_without_reading,),
    ),
    Rule(
        targets.EASY_TARGET,
        requires=(targets.MIXED_UNITS, targets.TARGET_OUTSIDE_PLAN, readings.FUTURE_READING),
        plan=(targets.easy_target,),
    ),
    Rule(measure_register.SAME_MEASURE_TWICE, plan=(measure_register.same_measure_twice,)),
    Rule(criteria.REVIEW_ONLY_CRITERION, Profile.PLAN, plan=(criteria.review_only_criterion,)),
    Rule(
        criteria.ONGOING_WITHOUT_MEASURE,
        Profile.PLAN,
        requires=(criteria.NO_SUCCESS_CRITERION, criteria.NOTHING_TO_SEE),
        plan=(criteria.ongoing_without_measure,),
    ),
    Rule(targets.MIXED_UNITS, plan=(targets.mixed_units,)),
    Rule(
        measure_register.UNUSED_MEASURE,
        Profile.PLAN,
        requires=(measure_register.SAME_MEASURE_TWICE,),
        plan=(measure_register.unused_measure,),
    ),
    Rule(targets.TARGET_OUTSIDE_PLAN, requires=(REVERSED_PERIOD,), plan=(targets.target_outside_plan,)),
    Rule(readings.FUTURE_READING, plan=(readings.future_reading,)),
    Rule(sharing.SHARED_MEASURE, Profile.PLAN, plan=(sharing.shared_measure,)),
    Rule(
        sharing.FLAT_TARGET,
        Profile.PLAN,
        requires=(targets.MIXED_UNITS, targets.TARGET_OUTSIDE_PLAN),
        plan=(sharing.flat_target,),
    ),
    Rule(pasted_list.PASTED_LIST, plan=(pasted_list.pasted_list,)),
)
