"""The table of rules. A rule is a small pure function that yields problems: a path, a message and a help.

Registration is this table and nothing else: a rule that does not stand here does not run.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from tcplan.finding import Code, Problem
from tcplan.rules import case_studies, files, forms, ids, references, reports, times
from tcplan.shape import codes as shape_codes
from tcplan.text import codes as text_codes
from tcplan.workspace import CaseStudyFile, Home, PlanFile, SubmissionFile, Workspace

PlanRule = Callable[[PlanFile, Home, Workspace], Iterator[Problem]]
SubmissionRule = Callable[[SubmissionFile, Home, Workspace], Iterator[Problem]]
CaseStudyRule = Callable[[CaseStudyFile, Home, Workspace], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A code and the function that finds its problems in one file."""

    code: Code
    check: Callable[[Any, Home, Workspace], Iterator[Problem]]


PLAN_RULES: Final = (
    Rule(ids.DUPLICATE_ID, ids.duplicate_ids),
    Rule(ids.UNKNOWN_PARENT, ids.unknown_parents),
    Rule(references.UNKNOWN_REFERENCE, references.unknown_entries),
    Rule(references.UNKNOWN_PLAN, references.unknown_plans),
    Rule(references.UNKNOWN_FRAMEWORK_ITEM, references.unknown_framework_items),
    Rule(references.UNKNOWN_MEASURE, references.unknown_measures),
    Rule(references.UNKNOWN_VOICE, references.unknown_voices),
    Rule(references.UNKNOWN_CASE_STUDY, references.unknown_case_studies),
    Rule(references.NOT_IN_WORKSPACE, references.plans_not_in_workspace),
    Rule(references.NOT_IN_WORKSPACE, references.frameworks_not_in_workspace),
    Rule(ids.DEPENDENCY_CYCLE, ids.dependency_cycles),
    Rule(times.DUE_BEFORE_START, times.due_before_start),
    Rule(times.REVERSED_PERIOD, times.reversed_period),
)
SUBMISSION_RULES: Final = (
    Rule(forms.UNKNOWN_FORM, forms.unknown_form),
    Rule(forms.UNKNOWN_QUESTION, forms.unknown_questions),
    Rule(ids.DUPLICATE_ID, forms.answered_twice),
    Rule(references.UNKNOWN_REFERENCE, forms.unknown_closing_refs),
    Rule(references.UNKNOWN_PLAN, forms.unknown_plans),
    Rule(references.NOT_IN_WORKSPACE, forms.plans_not_in_workspace),
    Rule(references.UNKNOWN_CASE_STUDY, forms.unknown_case_studies),
)
CASE_STUDY_RULES: Final = (
    Rule(references.UNKNOWN_REFERENCE, case_studies.unknown_entries),
    Rule(references.NOT_IN_WORKSPACE, case_studies.plans_not_in_workspace),
    Rule(references.UNKNOWN_FRAMEWORK_ITEM, case_studies.unknown_themes),
)

CODES: Final[tuple[Code, ...]] = tuple(
    dict.fromkeys(
        (
            *text_codes.CODES,
            *shape_codes.CODES,
            files.SHADOWED_FILE,
            reports.UNFIT_REPORT,
            *(rule.code for rule in (*PLAN_RULES, *SUBMISSION_RULES, *CASE_STUDY_RULES)),
        ),
    ),
)
"""Every code that a finding can have."""
