"""Coverage (TC6xx): what the Technician Commitment asks of a plan as a whole."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.coverage import (
    no_impact_evaluation,
    no_technician_voice,
    objective_without_actions,
    theme_without_actions,
    unanswered_advice,
    unanswered_framework_item,
)
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.THEME_WITHOUT_ACTIONS, Profile.PLAN, plan=(theme_without_actions.theme_without_actions,)),
    Rule(codes.NO_IMPACT_EVALUATION, Profile.PLAN, plan=(no_impact_evaluation.no_impact_evaluation,)),
    Rule(codes.NO_TECHNICIAN_VOICE, Profile.PLAN, plan=(no_technician_voice.no_technician_voice,)),
    Rule(
        codes.UNANSWERED_FRAMEWORK_ITEM, Profile.SUBMISSION, plan=(unanswered_framework_item.unanswered_framework_item,)
    ),
    Rule(
        codes.OBJECTIVE_WITHOUT_ACTIONS,
        Profile.PLAN,
        requires=(codes.DUPLICATE_ID,),
        plan=(objective_without_actions.objective_without_actions,),
    ),
    Rule(codes.UNANSWERED_ADVICE, Profile.SUBMISSION, submission=(unanswered_advice.unanswered_advice,)),
)
