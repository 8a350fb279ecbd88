"""How the actions of a plan ended, in the colours of a self-assessment: stated in a review, else proposed."""

from datetime import date

from tcplan.model import Framework
from tcplan.model.submission import Review
from tcplan.progress.plan_ending import PlanEnding, ReviewedAs, ending_on
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace, find_plan


def plan_ending(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date) -> PlanEnding:
    """A plan as its last review before a day has it; without a review, as it was at its end, or on that day."""
    reviewed = _last_review(workspace, folder, plan, as_of)
    form, review = reviewed or (None, None)
    reviewed_on = review.date.last if review and review.date else None
    day = reviewed_on or min(as_of, plan.running_until or as_of)
    return ending_on(workspace, folder, plan, day, ReviewedAs(form, review.closing if review else ()))


def _last_review(
    workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date
) -> tuple[Framework | None, Review] | None:
    found = [
        (workspace.framework(file.submission.form), review)
        for file in folder.submissions.values()
        for review in file.submission.reviews
        if find_plan(workspace, folder, review.plan).plan is plan and not (review.date and review.date.last > as_of)
    ]
    return max(found, key=lambda one: one[1].date.last if one[1].date else date.min, default=None)
