"""Names of plans with a typing error (TC111)."""

from collections.abc import Iterable, Iterator
from functools import partial

from tcplan.findings.codes import UNKNOWN_PLAN
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import (
    Mention,
    entries_mentioned,
    entries_shown,
    plans_mentioned,
    plans_of_submission,
)
from tcplan.rules.support.suggestions import Find, misspelt
from tcplan.workspace import CaseStudyFile, PlanFile, ReferenceOutcome, SubmissionFile, find_plan, resolve


def unknown_plan(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The name of a plan is one typing error away from that of a plan in the workspace.

    If the name is quite different, or differs only in its number, it probably means a plan that is kept elsewhere: see
    not-in-workspace.

    Why: tcplan cannot check or follow the reference, although the plan is there.

    Fix: Write the name of the file without its ending, such as `phase-1` for `phase-1.yaml`.
    """
    find_entry = partial(resolve, context.workspace, context.folder, plan)
    yield from _misspelt_plans(entries_mentioned(plan), find_entry)
    yield from _misspelt_plans(plans_mentioned(plan), partial(find_plan, context.workspace, context.folder))


def unknown_plan_of_submission(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A plan that a submission reviews or submits."""
    yield from _misspelt_plans(plans_of_submission(file), partial(find_plan, context.workspace, context.folder))


def unknown_plan_of_case_study(file: CaseStudyFile, context: Context) -> Iterator[Problem]:
    """The plan of an entry that a case study shows."""
    yield from _misspelt_plans(entries_shown(file), partial(resolve, context.workspace, context.folder, None))


def _misspelt_plans(mentions: Iterable[Mention], find: Find) -> Iterator[Problem]:
    """Problems for the mentions of a plan whose name is nearly that of an existing plan."""
    for mention in mentions:
        target = find(mention.ref)
        if target.outcome is ReferenceOutcome.ABSENT and (meant := misspelt(target.searched, target.choices)):
            message = f"{mention.says} `{mention.ref}`, but there is no plan `{target.searched}` in this workspace"
            yield Problem(UNKNOWN_PLAN, mention.path, message, f"did you mean `{meant}`?", words=target.searched)
