"""References to plans and frameworks that are not in the workspace (TC108)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from tcplan.findings.codes import NOT_IN_WORKSPACE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import (
    Mention,
    alignments,
    entries_mentioned,
    entries_shown,
    plans_mentioned,
    plans_of_submission,
)
from tcplan.rules.support.suggestions import Find, misspelt
from tcplan.workspace import CaseStudyFile, PlanFile, ReferenceOutcome, SubmissionFile, Target, find_plan, resolve


def not_in_workspace(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A reference names a plan or framework that is not in the workspace.

    There is one finding for each plan, with the number of references to it, and one for all frameworks.

    Why: Nothing is wrong with that: an early plan may exist only on paper. But nobody would notice a mistyped id in
    such a reference, and a report prints the id where it could print a title.

    Fix: Add the file of the plan, even if it has only ids and titles. For a framework, add a list of its items to the
    folder `frameworks`. Or leave it as it is.
    """
    find_entry = partial(resolve, context.workspace, context.folder, plan)
    find_whole = partial(find_plan, context.workspace, context.folder)
    yield from _absent_plans([*_found(plans_mentioned(plan), find_whole), *_found(entries_mentioned(plan), find_entry)])


def framework_not_in_workspace(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Frameworks that the plan aligns to and that are not kept here, in one finding."""
    unknown = [
        mention
        for mention in alignments(plan)
        if context.workspace.framework(name := mention.ref.partition("/")[0]) is None
        and name not in context.workspace.unreadable_frameworks
        and not misspelt(name, context.workspace.framework_names())
    ]
    names = Counter(mention.ref.partition("/")[0] for mention in unknown)
    if names:
        listed = ", ".join(f"{name} ({count})" for name, count in sorted(names.items()))
        what = "a framework that is" if len(names) == 1 else "frameworks that are"
        message = f"the plan aligns to {what} not in this workspace: {listed}"
        help_text = "nothing is wrong; to have these references checked, add frameworks/<name>.yaml with the items"
        yield Problem(NOT_IN_WORKSPACE, unknown[0].path, message, help_text)


def plan_of_submission_not_in_workspace(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A plan that is reviewed or submitted and not kept here: that part of the submission stays empty."""
    yield from _absent_plans(_found(plans_of_submission(file), partial(find_plan, context.workspace, context.folder)))


def plan_of_case_study_not_in_workspace(file: CaseStudyFile, context: Context) -> Iterator[Problem]:
    """A case study for an entry of a plan that is not kept here."""
    mentions = [mention for mention in entries_shown(file) if "/" in mention.ref]
    yield from _absent_plans(_found(mentions, partial(resolve, context.workspace, context.folder, None)))


def _found(mentions: Iterable[Mention], find: Find) -> Iterator[tuple[Mention, Target]]:
    """Each mention with what a search for it found."""
    return ((mention, find(mention.ref)) for mention in mentions)


def _absent_plans(found: Iterable[tuple[Mention, Target]]) -> Iterator[Problem]:
    """One problem for each plan that is mentioned and not in the workspace, at its first mention."""
    mentions: dict[str, list[Mention]] = {}
    for mention, target in found:
        if target.outcome is ReferenceOutcome.ABSENT and not misspelt(target.searched, target.choices):
            mentions.setdefault(target.searched, []).append(mention)
    for name, ones in mentions.items():
        times = f"{len(ones)} references to it are" if len(ones) > 1 else "the reference to it is"
        message = f"plan `{name}` is not in this workspace; {times} not checked"
        yield Problem(NOT_IN_WORKSPACE, ones[0].path, message, "nothing is wrong; add its file to have them checked")
