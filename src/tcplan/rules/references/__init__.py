"""Ids and references (TC1xx): each id stands once, and what refers to something finds it."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.rules.references import (
    acceptance,
    case_studies,
    closed_targets,
    closures,
    forms,
    frameworks,
    ids,
    numbering,
    parents,
    shadowed_file,
    succession,
    targets,
    unknown_id_in_prose,
)
from tcplan.rules.support import suggestions
from tcplan.rules.support.rule import Rule
from tcplan.rules.time.limits import REVERSED_PERIOD

RULES: Final = (
    Rule(ids.DUPLICATE_ID, plan=(ids.duplicate_ids,), submission=(forms.answered_twice,)),
    Rule(
        targets.UNKNOWN_REFERENCE,
        plan=(targets.unknown_entries,),
        submission=(forms.unknown_closing_refs,),
        case_study=(case_studies.unknown_entries,),
    ),
    Rule(
        frameworks.UNKNOWN_FRAMEWORK_ITEM,
        plan=(frameworks.unknown_framework_items,),
        case_study=(case_studies.unknown_themes,),
    ),
    Rule(targets.UNKNOWN_MEASURE, plan=(targets.unknown_measures,)),
    Rule(targets.UNKNOWN_VOICE, plan=(targets.unknown_voices,)),
    Rule(ids.DEPENDENCY_CYCLE, plan=(ids.dependency_cycles,)),
    Rule(parents.UNKNOWN_PARENT, plan=(parents.unknown_parents,)),
    Rule(
        suggestions.NOT_IN_WORKSPACE,
        plan=(targets.plans_not_in_workspace, frameworks.frameworks_not_in_workspace),
        submission=(forms.plans_not_in_workspace,),
        case_study=(case_studies.plans_not_in_workspace,),
    ),
    Rule(targets.UNKNOWN_CASE_STUDY, plan=(targets.unknown_case_studies,), submission=(forms.unknown_case_studies,)),
    Rule(forms.UNKNOWN_QUESTION, submission=(forms.unknown_questions,)),
    Rule(targets.UNKNOWN_PLAN, plan=(targets.unknown_plans,), submission=(forms.unknown_plans,)),
    Rule(forms.UNKNOWN_FORM, submission=(forms.unknown_form,)),
    Rule(shadowed_file.SHADOWED_FILE, file=(shadowed_file.shadowed_file,)),
    Rule(numbering.GAP_IN_NUMBERING, Profile.PLAN, plan=(numbering.gap_in_numbering,)),
    Rule(parents.MISSING_PARENT, plan=(parents.missing_parent,)),
    Rule(
        unknown_id_in_prose.UNKNOWN_ID_IN_PROSE,
        plan=(unknown_id_in_prose.unknown_id_in_prose,),
        submission=(unknown_id_in_prose.unknown_id_in_answers,),
    ),
    Rule(
        succession.UNCONTINUED_ACTION,
        Profile.PLAN,
        requires=(REVERSED_PERIOD,),
        plan=(succession.uncontinued_action,),
    ),
    Rule(closures.OPEN_UNDER_CLOSED, plan=(closures.open_under_closed,)),
    Rule(closed_targets.INTO_CLOSED, plan=(closed_targets.into_closed,)),
    Rule(closures.MERGED_WITHOUT_INTO, plan=(closures.merged_without_into,)),
    *(Rule(code, told=text) for code, text in acceptance.TEXTS.items()),
    Rule(succession.CONTINUES_OWN_PLAN, plan=(succession.continues_own_plan,)),
    Rule(closed_targets.DEPENDS_ON_CLOSED, plan=(closed_targets.depends_on_closed,)),
)
