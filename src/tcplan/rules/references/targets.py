"""References that lead nowhere: entries, plans, measures, voice entries and case studies."""

from collections.abc import Iterator

from tcplan.findings.codes import UNKNOWN_CASE_STUDY, UNKNOWN_MEASURE, UNKNOWN_PLAN, UNKNOWN_REFERENCE, UNKNOWN_VOICE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import (
    entries_mentioned,
    evidence_mentioned,
    measures_mentioned,
    plans_mentioned,
    voices_mentioned,
)
from tcplan.rules.support.suggestions import Find, absent, missing, misspelt_plans, not_among
from tcplan.workspace import PlanFile, find_case_study, find_plan, resolve


def unknown_entries(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An id is named that its plan does not have.

    This is about `depends_on`, `related`, `continues` and the `into` of a closure in plans, about closing entries in
    submissions, and about `shows` in case studies. An id listed under `formerly` still counts.

    Why: The link leads nowhere. A report cannot print what stands there, and a dependency or a continuation that
    somebody relies on is not followed.

    Mend: Write the id that the entry has today. If it was renumbered, put the old id under `formerly` of the entry,
    and every reference to it holds again.
    """
    yield from missing(UNKNOWN_REFERENCE, entries_mentioned(plan), _finder(context, plan))


def unknown_plans(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The name of a plan is one slip of the finger away from that of a plan in the workspace.

    A name that is quite different, or differs in its number only, is taken for a plan that is kept elsewhere, and is
    a piece of advice.

    Why: Nothing behind the name can be checked or followed, though the plan is there.

    Mend: Write the name of the file without its ending, such as `phase-1` for `phase-1.yaml`.
    """
    yield from misspelt_plans(UNKNOWN_PLAN, entries_mentioned(plan), _finder(context, plan))
    yield from misspelt_plans(
        UNKNOWN_PLAN, plans_mentioned(plan), lambda ref: find_plan(context.workspace, context.home, ref)
    )


def plans_not_in_workspace(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A plan or framework is named that is not in the workspace.

    There is one piece of advice for each plan, with the number of references to it, and one for all frameworks.

    Why: Nothing is wrong with that: an early plan may exist on paper only. But a mistyped id in such a reference
    stays unnoticed, and a report prints the bare id where it could print a title.

    Mend: Add the file of the plan, if only with its ids and titles. For a framework, add a list of its items in the
    folder `frameworks`. Or leave it as it is.
    """
    mentions = [*plans_mentioned(plan), *entries_mentioned(plan)]
    whole = set(plans_mentioned(plan))
    entry = _finder(context, plan)
    yield from absent(
        mentions, lambda m: find_plan(context.workspace, context.home, m.ref) if m in whole else entry(m.ref)
    )


def unknown_measures(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """`measured_by` names a measure that the plan does not have.

    Why: The number that is to show success is followed nowhere. No report can say how far it has come.

    Mend: Write the id of the measure as it stands under `measures`, or add the measure there.
    """
    if not plan.has_unread("measures"):
        known = [one.id for one in plan.plan.measures]
        yield from not_among(UNKNOWN_MEASURE, "measure", measures_mentioned(plan), known)


def unknown_voices(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A quote comes from a voice entry that the plan does not have.

    Why: A reader cannot see when and where technicians said this. A submission has to show that their voice shaped
    the plan.

    Mend: Write the id of the survey or meeting as it stands under `voice`, or add it there.
    """
    if not plan.has_unread("voice"):
        known = [one.id for one in plan.plan.voice]
        yield from not_among(UNKNOWN_VOICE, "voice entry", voices_mentioned(plan), known)


def unknown_case_studies(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Evidence names a case study that is not there.

    Why: The evidence is missing from every report and submission that relies on it.

    Mend: Write the name of the file in the institution's folder without its ending, such as
    `case-studies/open-day`, or add the file.
    """
    yield from missing(
        UNKNOWN_CASE_STUDY, evidence_mentioned(plan), lambda ref: find_case_study(context.home, ref), whole=True
    )


def _finder(context: Context, plan: PlanFile) -> Find:
    return lambda ref: resolve(context.workspace, context.home, plan, ref)
