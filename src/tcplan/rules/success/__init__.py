"""Success and measures (TC4xx): how it will be seen that an action has done what it is for."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.findings.codes import REVERSED_PERIOD
from tcplan.rules.success import criteria, measure_register, pasted_list, readings, sharing, targets
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.NO_SUCCESS_CRITERION, Profile.PLAN, plan=(criteria.no_success_criterion,)),
    Rule(codes.NOTHING_TO_SEE, Profile.PLAN, plan=(criteria.nothing_to_see,)),
    Rule(
        codes.TARGET_WITHOUT_READING,
        Profile.PLAN,
        requires=(codes.MIXED_UNITS, codes.TARGET_OUTSIDE_PLAN, codes.FUTURE_READING),
        plan=(readings.target_without_reading,),
    ),
    Rule(
        codes.EASY_TARGET,
        requires=(codes.MIXED_UNITS, codes.TARGET_OUTSIDE_PLAN, codes.FUTURE_READING),
        plan=(targets.easy_target,),
    ),
    Rule(codes.SAME_MEASURE_TWICE, plan=(measure_register.same_measure_twice,)),
    Rule(codes.REVIEW_ONLY_CRITERION, Profile.PLAN, plan=(criteria.review_only_criterion,)),
    Rule(
        codes.ONGOING_WITHOUT_MEASURE,
        Profile.PLAN,
        requires=(codes.NO_SUCCESS_CRITERION, codes.NOTHING_TO_SEE),
        plan=(criteria.ongoing_without_measure,),
    ),
    Rule(codes.MIXED_UNITS, plan=(targets.mixed_units,)),
    Rule(
        codes.UNUSED_MEASURE,
        Profile.PLAN,
        requires=(codes.SAME_MEASURE_TWICE,),
        plan=(measure_register.unused_measure,),
    ),
    Rule(codes.TARGET_OUTSIDE_PLAN, requires=(REVERSED_PERIOD,), plan=(targets.target_outside_plan,)),
    Rule(codes.FUTURE_READING, plan=(readings.future_reading,)),
    Rule(codes.SHARED_MEASURE, Profile.PLAN, plan=(sharing.shared_measure,)),
    Rule(
        codes.FLAT_TARGET,
        Profile.PLAN,
        requires=(codes.MIXED_UNITS, codes.TARGET_OUTSIDE_PLAN),
        plan=(sharing.flat_target,),
    ),
    Rule(codes.PASTED_LIST, plan=(pasted_list.pasted_list,)),
)
