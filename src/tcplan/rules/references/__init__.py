"""Ids and references (TC1xx): each id stands once, and what refers to something finds it."""

from typing import Final

from tcplan.rules.references import acceptance, case_studies, files, forms, ids, targets
from tcplan.rules.rule import Rule

RULES: Final = (
    Rule(ids.DUPLICATE_ID, plan=(ids.duplicate_ids,), submission=(forms.answered_twice,)),
    Rule(
        targets.UNKNOWN_REFERENCE,
        plan=(targets.unknown_entries,),
        submission=(forms.unknown_closing_refs,),
        case_study=(case_studies.unknown_entries,),
    ),
    Rule(
        targets.UNKNOWN_FRAMEWORK_ITEM,
        plan=(targets.unknown_framework_items,),
        case_study=(case_studies.unknown_themes,),
    ),
    Rule(targets.UNKNOWN_MEASURE, plan=(targets.unknown_measures,)),
    Rule(targets.UNKNOWN_VOICE, plan=(targets.unknown_voices,)),
    Rule(ids.DEPENDENCY_CYCLE, plan=(ids.dependency_cycles,)),
    Rule(ids.UNKNOWN_PARENT, plan=(ids.unknown_parents,)),
    Rule(
        targets.NOT_IN_WORKSPACE,
        plan=(targets.plans_not_in_workspace, targets.frameworks_not_in_workspace),
        submission=(forms.plans_not_in_workspace,),
        case_study=(case_studies.plans_not_in_workspace,),
    ),
    Rule(targets.UNKNOWN_CASE_STUDY, plan=(targets.unknown_case_studies,), submission=(forms.unknown_case_studies,)),
    Rule(forms.UNKNOWN_QUESTION, submission=(forms.unknown_questions,)),
    Rule(targets.UNKNOWN_PLAN, plan=(targets.unknown_plans,), submission=(forms.unknown_plans,)),
    Rule(forms.UNKNOWN_FORM, submission=(forms.unknown_form,)),
    Rule(files.SHADOWED_FILE, file=(files.shadowed_file,)),
    *(Rule(code, told=text) for code, text in acceptance.TEXTS.items()),
)
