"""References to entries that their plan does not have (TC102)."""

from collections.abc import Iterator
from functools import partial

from tcplan.findings.codes import UNKNOWN_REFERENCE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import Mention, entries_mentioned, entries_shown
from tcplan.rules.support.suggestions import missing
from tcplan.workspace import CaseStudyFile, PlanFile, SubmissionFile, Target, find_plan, resolve


def unknown_reference(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A reference names an id that its plan does not have.

    This rule looks at `depends_on`, `related`, `continues` and the `into` of a closure in plans, at closing entries in
    submissions, and at `shows` in case studies. An id listed under `formerly` still counts.

    Why: The link leads nowhere. A report cannot print what it refers to, and a dependency or a continuation that
    somebody relies on is lost.

    Fix: Write the id that the entry has now. If it was renumbered, put the old id under `formerly` of the entry, and
    every reference to it works again.
    """
    yield from missing(
        UNKNOWN_REFERENCE, entries_mentioned(plan), partial(resolve, context.workspace, context.folder, plan)
    )


def unknown_closing_reference(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A closing colour for an action that the reviewed plan does not have."""
    for number, review in enumerate(file.submission.reviews):
        plan = find_plan(context.workspace, context.folder, review.plan).plan
        if plan is None:
            continue
        base = ("reviews", number, "closing")
        says = f"the review of {review.plan} has a closing entry for"
        mentions = [Mention((*base, index, "ref"), closing.ref, says) for index, closing in enumerate(review.closing)]
        yield from missing(UNKNOWN_REFERENCE, mentions, partial(_entry_of, review.plan, context))


def unknown_entry_shown(file: CaseStudyFile, context: Context) -> Iterator[Problem]:
    """A case study for an entry that its plan does not have, or for one without the name of its plan."""
    yield from missing(
        UNKNOWN_REFERENCE, entries_shown(file), partial(resolve, context.workspace, context.folder, None)
    )
    for mention in entries_shown(file):
        if "/" not in mention.ref:
            message = f"the case study shows `{mention.ref}`, but does not say of which plan"
            yield Problem(
                UNKNOWN_REFERENCE, mention.path, message, f"write the plan before the id, such as phase-1/{mention.ref}"
            )


def _entry_of(plan: str, context: Context, ref: str) -> Target:
    """The entry of a reviewed plan, which may be named with its plan or without."""
    return resolve(context.workspace, context.folder, None, ref if "/" in ref else f"{plan}/{ref}")
