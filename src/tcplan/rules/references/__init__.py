"""Ids and references (TC1xx): each id exists once, and every reference finds its target."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.references import (
    acceptance,
    ambiguous_earlier_id,
    continues_own_plan,
    copied_file,
    dependency_cycle,
    depends_on_closed,
    duplicate_id,
    gap_in_numbering,
    impossible_succession,
    into_closed,
    merged_without_into,
    missing_parent,
    not_in_workspace,
    open_under_closed,
    overlapping_plans,
    shadowed_file,
    uncontinued_action,
    unknown_case_study,
    unknown_form,
    unknown_framework_item,
    unknown_id_in_prose,
    unknown_measure_or_voice,
    unknown_parent,
    unknown_plan,
    unknown_question,
    unknown_reference,
)
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.DUPLICATE_ID, plan=(duplicate_id.duplicate_id,), submission=(duplicate_id.answered_twice,)),
    Rule(
        codes.UNKNOWN_REFERENCE,
        plan=(unknown_reference.unknown_reference,),
        submission=(unknown_reference.unknown_closing_reference,),
        case_study=(unknown_reference.unknown_entry_shown,),
    ),
    Rule(
        codes.UNKNOWN_FRAMEWORK_ITEM,
        plan=(unknown_framework_item.unknown_framework_item,),
        case_study=(unknown_framework_item.unknown_theme_of_case_study,),
    ),
    Rule(codes.UNKNOWN_MEASURE, plan=(unknown_measure_or_voice.unknown_measure,)),
    Rule(codes.UNKNOWN_VOICE, plan=(unknown_measure_or_voice.unknown_voice,)),
    Rule(codes.DEPENDENCY_CYCLE, plan=(dependency_cycle.dependency_cycle,)),
    Rule(codes.UNKNOWN_PARENT, plan=(unknown_parent.unknown_parent,)),
    Rule(
        codes.NOT_IN_WORKSPACE,
        plan=(not_in_workspace.not_in_workspace, not_in_workspace.framework_not_in_workspace),
        submission=(not_in_workspace.plan_of_submission_not_in_workspace,),
        case_study=(not_in_workspace.plan_of_case_study_not_in_workspace,),
    ),
    Rule(
        codes.UNKNOWN_CASE_STUDY,
        plan=(unknown_case_study.unknown_case_study,),
        submission=(unknown_case_study.unknown_case_study_of_submission,),
    ),
    Rule(codes.UNKNOWN_QUESTION, submission=(unknown_question.unknown_question,)),
    Rule(
        codes.UNKNOWN_PLAN,
        plan=(unknown_plan.unknown_plan,),
        submission=(unknown_plan.unknown_plan_of_submission,),
        case_study=(unknown_plan.unknown_plan_of_case_study,),
    ),
    Rule(codes.UNKNOWN_FORM, submission=(unknown_form.unknown_form,)),
    Rule(codes.SHADOWED_FILE, file=(shadowed_file.shadowed_file,)),
    Rule(codes.GAP_IN_NUMBERING, Profile.PLAN, plan=(gap_in_numbering.gap_in_numbering,)),
    Rule(codes.MISSING_PARENT, plan=(missing_parent.missing_parent,)),
    Rule(
        codes.UNKNOWN_ID_IN_PROSE,
        plan=(unknown_id_in_prose.unknown_id_in_prose,),
        submission=(unknown_id_in_prose.unknown_id_in_answers,),
    ),
    Rule(
        codes.UNCONTINUED_ACTION,
        Profile.PLAN,
        requires=(codes.REVERSED_PERIOD,),
        plan=(uncontinued_action.uncontinued_action,),
    ),
    Rule(codes.OPEN_UNDER_CLOSED, plan=(open_under_closed.open_under_closed,)),
    Rule(codes.INTO_CLOSED, plan=(into_closed.into_closed,)),
    Rule(codes.MERGED_WITHOUT_INTO, plan=(merged_without_into.merged_without_into,)),
    *(Rule(code, docstring=text) for code, text in acceptance.TEXTS.items()),
    Rule(codes.CONTINUES_OWN_PLAN, plan=(continues_own_plan.continues_own_plan,)),
    Rule(codes.DEPENDS_ON_CLOSED, plan=(depends_on_closed.depends_on_closed,)),
    Rule(
        codes.COPIED_FILE,
        plan=(copied_file.copied_file,),
        submission=(copied_file.copied_submission,),
        case_study=(copied_file.copied_case_study,),
    ),
    Rule(codes.OVERLAPPING_PLANS, Profile.PLAN, plan=(overlapping_plans.overlapping_plans,)),
    Rule(codes.AMBIGUOUS_EARLIER_ID, plan=(ambiguous_earlier_id.ambiguous_earlier_id,)),
    Rule(codes.IMPOSSIBLE_SUCCESSION, plan=(impossible_succession.impossible_succession,)),
)
