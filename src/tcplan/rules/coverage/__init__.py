"""Coverage (TC6xx): what the Technician Commitment asks of a plan as a whole."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.rules.coverage import frameworks, impact, themes, work
from tcplan.rules.references.ids import DUPLICATE_ID
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(themes.THEME_WITHOUT_ACTIONS, Profile.PLAN, plan=(themes.theme_without_actions,)),
    Rule(impact.NO_IMPACT_EVALUATION, Profile.PLAN, plan=(impact.no_impact_evaluation,)),
    Rule(impact.NO_TECHNICIAN_VOICE, Profile.PLAN, plan=(impact.no_technician_voice,)),
    Rule(frameworks.UNANSWERED_FRAMEWORK_ITEM, Profile.SUBMISSION, plan=(frameworks.unanswered_framework_item,)),
    Rule(
        work.OBJECTIVE_WITHOUT_ACTIONS,
        Profile.PLAN,
        requires=(DUPLICATE_ID,),
        plan=(work.objective_without_actions,),
    ),
)
