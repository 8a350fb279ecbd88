"""Success and measures (TC4xx): how people will see that an action has achieved its aim."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.success import (
    easy_target,
    flat_target,
    future_reading,
    incomplete_measure,
    mixed_units,
    no_success_criterion,
    nothing_to_see,
    ongoing_without_measure,
    pasted_list,
    review_only_criterion,
    same_measure_twice,
    shared_measure,
    target_outside_plan,
    target_without_reading,
    unused_measure,
)
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.NO_SUCCESS_CRITERION, Profile.PLAN, plan=(no_success_criterion.no_success_criterion,)),
    Rule(codes.NOTHING_TO_SEE, Profile.PLAN, plan=(nothing_to_see.nothing_to_see,)),
    Rule(
        codes.TARGET_WITHOUT_READING,
        Profile.PLAN,
        requires=(codes.MIXED_UNITS, codes.TARGET_OUTSIDE_PLAN, codes.FUTURE_READING),
        plan=(target_without_reading.target_without_reading,),
    ),
    Rule(
        codes.EASY_TARGET,
        requires=(codes.MIXED_UNITS, codes.TARGET_OUTSIDE_PLAN, codes.FUTURE_READING),
        plan=(easy_target.easy_target,),
    ),
    Rule(codes.SAME_MEASURE_TWICE, plan=(same_measure_twice.same_measure_twice,)),
    Rule(codes.REVIEW_ONLY_CRITERION, Profile.PLAN, plan=(review_only_criterion.review_only_criterion,)),
    Rule(
        codes.ONGOING_WITHOUT_MEASURE,
        Profile.PLAN,
        requires=(codes.NO_SUCCESS_CRITERION, codes.NOTHING_TO_SEE),
        plan=(ongoing_without_measure.ongoing_without_measure,),
    ),
    Rule(codes.MIXED_UNITS, plan=(mixed_units.mixed_units,)),
    Rule(
        codes.UNUSED_MEASURE,
        Profile.PLAN,
        requires=(codes.SAME_MEASURE_TWICE,),
        plan=(unused_measure.unused_measure,),
    ),
    Rule(codes.TARGET_OUTSIDE_PLAN, requires=(codes.REVERSED_PERIOD,), plan=(target_outside_plan.target_outside_plan,)),
    Rule(codes.FUTURE_READING, plan=(future_reading.future_reading,)),
    Rule(codes.SHARED_MEASURE, Profile.PLAN, plan=(shared_measure.shared_measure,)),
    Rule(
        codes.FLAT_TARGET,
        Profile.PLAN,
        requires=(codes.MIXED_UNITS, codes.TARGET_OUTSIDE_PLAN),
        plan=(flat_target.flat_target,),
    ),
    Rule(codes.PASTED_LIST, fixes=True, file=(pasted_list.pasted_list,), plan=(pasted_list.pasted_criteria,)),
    Rule(
        codes.MEASURE_WITHOUT_READING,
        Profile.SUBMISSION,
        requires=(codes.MIXED_UNITS, codes.FUTURE_READING),
        plan=(incomplete_measure.measure_without_reading,),
    ),
    Rule(codes.MEASURE_WITHOUT_TARGET, Profile.SUBMISSION, plan=(incomplete_measure.measure_without_target,)),
    Rule(codes.MEASURE_WITHOUT_SOURCE, Profile.SUBMISSION, plan=(incomplete_measure.measure_without_source,)),
)
