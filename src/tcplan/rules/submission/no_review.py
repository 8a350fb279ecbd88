"""Submissions that review no earlier plan (TC709)."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from tcplan.findings.codes import NO_REVIEW
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.sentences import join_names
from tcplan.rules.support.submissions import form_of, is_read, submitted_plan
from tcplan.workspace import InstitutionFolder, PlanFile, ReferenceOutcome, SubmissionFile, find_plan


def no_review(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The form asks for a review of earlier plans, but the submission has none, or none of a plan that is here.

    Earlier plans are those that the submitted plan follows, and those of the institution that began before it. They may
    also be none of the workspace yet. A review of the submitted plan itself does not count. A submission that has been
    sent is left out.

    Why: From stage 2 a self-assessment begins with what became of the earlier plans. Without a review the document has
    no RAG analysis.

    Fix: Name the earlier plan under `reviews`, with the date of the review. tcplan then lists its actions with the
    colours that were last reported. If it is only a document so far, `tcplan import` makes a plan file of it.
    """
    form, submitted = form_of(file, context), submitted_plan(file, context)
    asked = form is not None and bool(form.reviews_earlier_plans) and is_read(file.file, "reviews")
    if not asked:
        return
    reviewed = [find_plan(context.workspace, context.folder, review.plan).plan for review in file.submission.reviews]
    yield from _of_absent_plans(file, context)
    if any(plan is None or plan is not submitted for plan in reviewed):
        return
    earlier = [*submitted.plan.follows, *_begun_before(submitted, context)] if submitted else []
    has = f"reviews only {file.submission.submits}, which it submits" if reviewed else "has none"
    if not earlier:
        message = f"{file.submission.form} asks for a review of earlier plans, but the submission {has}"
        help_text = (
            "name the earlier plan under `reviews`; if it is only a document, `tcplan import` makes a plan of it"
        )
        yield Problem(NO_REVIEW, ("form",), message, help_text)
    else:
        names = join_names(list(dict.fromkeys(earlier)))
        message = f"{file.submission.form} asks for a review of earlier plans ({names}), but the submission {has}"
        help_text = f"add `reviews: [{{plan: {earlier[0]}, date: {context.as_of}}}]` with the day of the review"
        yield Problem(NO_REVIEW, ("form",), message, help_text)


def _of_absent_plans(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    for index, review in enumerate(file.submission.reviews):
        if find_plan(context.workspace, context.folder, review.plan).outcome is ReferenceOutcome.ABSENT:
            message = f"the plan {review.plan} is not in this workspace, so its review has no RAG analysis"
            help_text = "add the file of the plan: `tcplan import` makes one of a Word document; or correct the name"
            yield Problem(NO_REVIEW, ("reviews", index, "plan"), message, help_text)


def _begun_before(submitted: PlanFile, context: Context) -> list[str]:
    """The plans of the institution that began before the submitted one, the first to begin first."""
    start, folder = submitted.period.start, context.folder
    plans = context.workspace.compute_once(("starts", folder.path), lambda: _by_start(folder))
    return [name for _, name in plans[: bisect_left(plans, start, key=itemgetter(0))]] if start else []


def _by_start(folder: InstitutionFolder) -> list[tuple[date, str]]:
    known = [(plan.period.start, name) for name, plan in folder.plans.items() if plan.period.start]
    return sorted(known, key=itemgetter(0))
