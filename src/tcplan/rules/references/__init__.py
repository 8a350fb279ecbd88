"""Ids and references (TC1xx): each id stands once, and what refers to something finds it."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.findings.codes import REVERSED_PERIOD
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
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.DUPLICATE_ID, plan=(ids.duplicate_ids,), submission=(forms.answered_twice,)),
    Rule(
        codes.UNKNOWN_REFERENCE,
        plan=(targets.unknown_entries,),
        submission=(forms.unknown_closing_refs,),
        case_study=(case_studies.unknown_entries,),
    ),
    Rule(
        codes.UNKNOWN_FRAMEWORK_ITEM,
        plan=(frameworks.unknown_framework_items,),
        case_study=(case_studies.unknown_themes,),
    ),
    Rule(codes.UNKNOWN_MEASURE, plan=(targets.unknown_measures,)),
    Rule(codes.UNKNOWN_VOICE, plan=(targets.unknown_voices,)),
    Rule(codes.DEPENDENCY_CYCLE, plan=(ids.dependency_cycles,)),
    Rule(codes.UNKNOWN_PARENT, plan=(parents.unknown_parents,)),
    Rule(
        codes.NOT_IN_WORKSPACE,
        plan=(targets.plans_not_in_workspace, frameworks.frameworks_not_in_workspace),
        submission=(forms.plans_not_in_workspace,),
        case_study=(case_studies.plans_not_in_workspace,),
    ),
    Rule(codes.UNKNOWN_CASE_STUDY, plan=(targets.unknown_case_studies,), submission=(forms.unknown_case_studies,)),
    Rule(codes.UNKNOWN_QUESTION, submission=(forms.unknown_questions,)),
    Rule(codes.UNKNOWN_PLAN, plan=(targets.unknown_plans,), submission=(forms.unknown_plans,)),
    Rule(codes.UNKNOWN_FORM, submission=(forms.unknown_form,)),
    Rule(codes.SHADOWED_FILE, file=(shadowed_file.shadowed_file,)),
    Rule(codes.GAP_IN_NUMBERING, Profile.PLAN, plan=(numbering.gap_in_numbering,)),
    Rule(codes.MISSING_PARENT, plan=(parents.missing_parent,)),
    Rule(
        codes.UNKNOWN_ID_IN_PROSE,
        plan=(unknown_id_in_prose.unknown_id_in_prose,),
        submission=(unknown_id_in_prose.unknown_id_in_answers,),
    ),
    Rule(
        codes.UNCONTINUED_ACTION,
        Profile.PLAN,
        requires=(REVERSED_PERIOD,),
        plan=(succession.uncontinued_action,),
    ),
    Rule(codes.OPEN_UNDER_CLOSED, plan=(closures.open_under_closed,)),
    Rule(codes.INTO_CLOSED, plan=(closed_targets.into_closed,)),
    Rule(codes.MERGED_WITHOUT_INTO, plan=(closures.merged_without_into,)),
    *(Rule(code, told=text) for code, text in acceptance.TEXTS.items()),
    Rule(codes.CONTINUES_OWN_PLAN, plan=(succession.continues_own_plan,)),
    Rule(codes.DEPENDS_ON_CLOSED, plan=(closed_targets.depends_on_closed,)),
)
