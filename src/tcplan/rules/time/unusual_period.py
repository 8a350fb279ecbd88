"""Plans of a length that no form asks for (TC308)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNUSUAL_PERIOD
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.period_lengths import stretch_of
from tcplan.rules.support.plan_state import is_over, is_supporter
from tcplan.rules.support.sentences import join_choices
from tcplan.values.words import FrameworkType
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace, find_plan


def unusual_period(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The plan does not run for 24 or 36 months.

    These are the lengths that the forms of the Technician Commitment give for the plan that is submitted with them. A
    month more or less does not count. If the period is given in years, it may begin and end on any day of them. This
    rule leaves out plans whose period is over, and supporters, which submit no stages. For a plan that a submission
    names see unfit-plan-length.

    Why: The plan is reviewed at the next submission, two or three years later. A shorter plan leaves a gap until then;
    a longer one is submitted when much of it cannot be reviewed yet.

    Fix: Correct the dates of `period`. If another length was agreed, accept the finding with the reason.
    """
    if is_over(plan, context) or is_supporter(context.folder.institution) or _is_submitted(plan, context):
        return
    lengths, stretch = _lengths_asked(context.workspace), stretch_of(plan)
    if stretch and lengths and not stretch.is_one_of(lengths):
        asked = join_choices([str(length) for length in lengths])
        message = f"the plan runs for {stretch.length}, {stretch.words}, not {asked}"
        help_text = f"correct the dates, or accept this with the reason; the forms ask for a plan of {asked} months"
        yield Problem(UNUSUAL_PERIOD, ("period",), message, help_text)


def _is_submitted(plan: PlanFile, context: Context) -> bool:
    """Whether a submission of the institution submits the plan: then unfit-plan-length checks how long it runs."""
    workspace, folder = context.workspace, context.folder
    return plan.file.name in workspace.compute_once(("submitted", folder.path), lambda: _submitted(workspace, folder))


def _submitted(workspace: Workspace, folder: InstitutionFolder) -> set[str]:
    """The files of all plans that submissions of an institution submit."""
    names = {one.submission.submits for one in folder.submissions.values() if one.submission.submits}
    plans = (find_plan(workspace, folder, name).plan for name in names)
    return {plan.file.name for plan in plans if plan}


def _lengths_asked(workspace: Workspace) -> list[int]:
    """How many months a plan may run by the forms of the workspace."""
    frameworks = (workspace.framework(name) for name in workspace.framework_names())
    forms = (one for one in frameworks if one and one.type is FrameworkType.FORM)
    return sorted({months for form in forms for months in form.plan_months})
