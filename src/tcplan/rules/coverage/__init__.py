"""Coverage (TC6xx): what the Technician Commitment asks of a plan as a whole."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.findings.codes import DUPLICATE_ID
from tcplan.rules.coverage import frameworks, impact, themes, work
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.THEME_WITHOUT_ACTIONS, Profile.PLAN, plan=(themes.theme_without_actions,)),
    Rule(codes.NO_IMPACT_EVALUATION, Profile.PLAN, plan=(impact.no_impact_evaluation,)),
    Rule(codes.NO_TECHNICIAN_VOICE, Profile.PLAN, plan=(impact.no_technician_voice,)),
    Rule(codes.UNANSWERED_FRAMEWORK_ITEM, Profile.SUBMISSION, plan=(frameworks.unanswered_framework_item,)),
    Rule(
        codes.OBJECTIVE_WITHOUT_ACTIONS,
        Profile.PLAN,
        requires=(DUPLICATE_ID,),
        plan=(work.objective_without_actions,),
    ),
)
