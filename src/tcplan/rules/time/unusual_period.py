"""Plans of a length that no form asks for (TC308)."""

from collections.abc import Iterable, Iterator

from tcplan.findings.codes import UNUSUAL_PERIOD
from tcplan.findings.finding import Problem
from tcplan.model import Framework
from tcplan.rules.support.context import Context
from tcplan.rules.support.period_lengths import LengthAsked, length_asked, stretch_of
from tcplan.rules.support.plan_state import is_over, is_supporter
from tcplan.rules.support.sentences import join_choices, join_names
from tcplan.values.words import FrameworkType
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace, find_plan
from tcplan.workspace.charters import charter_of_plan, is_same_charter


def unusual_period(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The plan runs for a length of time that no form asks for.

    The lengths are facts of each stage: stages 2 and 3 of the Technician Commitment ask for the next 36 months, stage 1
    for 24 to 36. A plan that follows another one is not that of a stage 1. A month more or less does not count. If the
    period is given in years, it may begin and end on any day of them. This rule leaves out plans whose period is over,
    and supporters, which submit no stages. Only the forms of the charter of the plan count. For a plan that a
    submission names see unfit-plan-length.

    Why: The plan is reviewed at the next submission, two or three years later. A shorter plan leaves a gap until then;
    a longer one is submitted when much of it cannot be reviewed yet.

    Fix: Correct the dates of `period`. If another length was agreed, accept the finding with the reason.
    """
    if is_over(plan, context) or is_supporter(context.folder.institution) or _is_submitted(plan, context):
        return
    lengths, stretch = _lengths_asked(plan, context), stretch_of(plan)
    if stretch and lengths and not any(map(stretch.is_as_asked, lengths)):
        message = f"the plan runs for {stretch.length}, {stretch.words}, not {_in_words(lengths)}"
        help_text = f"correct the dates, or accept this with the reason; in months, {_by_form(lengths)}"
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


def _lengths_asked(plan: PlanFile, context: Context) -> dict[LengthAsked, list[str]]:
    """How many months the plan may run by the forms that it can be submitted with, and which forms say so.

    A plan that follows another is submitted with a form that reviews earlier plans.
    """
    workspace, found = context.workspace, dict[LengthAsked, list[str]]()
    charter = charter_of_plan(workspace, context.folder, plan)
    for name in workspace.framework_names():
        form = workspace.framework(name)
        if form is None or form.type is not FrameworkType.FORM or not _is_of(form, charter):
            continue
        asked = length_asked(form)
        if asked and (form.reviews_earlier_plans or not plan.plan.follows):
            found.setdefault(asked, []).append(name)
    return found


def _is_of(form: Framework, charter: str | None) -> bool:
    """Whether a plan of a charter can be submitted with a form: one that names no charter is for any."""
    return form.charter is None or (charter is not None and is_same_charter(form.charter, charter))


def _in_words(lengths: Iterable[LengthAsked]) -> str:
    """All lengths that fit, without those that are part of another."""
    wide = [
        one
        for one in lengths
        if not any(other.fewest <= one.fewest and one.most <= other.most for other in lengths if other != one)
    ]
    return join_choices([one.words for one in sorted(wide)])


def _by_form(lengths: dict[LengthAsked, list[str]]) -> str:
    """Which forms ask for which length."""
    said = (
        f"{join_names(forms)} {'asks' if len(forms) == 1 else 'ask'} for {asked.words}"
        for asked, forms in lengths.items()
    )
    return ", ".join(said)
