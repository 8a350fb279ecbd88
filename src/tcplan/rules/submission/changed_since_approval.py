"""An approval of something that has changed since (TC730)."""

from collections.abc import Iterator

from tcplan.comparison.approvals.approval import Approval, plan_approval, submission_approval
from tcplan.findings.codes import CHANGED_SINCE_APPROVAL
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.sentences import join_names
from tcplan.rules.support.submissions import form_of
from tcplan.workspace import PlanFile, SubmissionFile


def changed_plan(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """What was approved is not what the files say now.

    `tcplan sign` records a fingerprint of what was approved. Reports, readings and closures change nothing, and neither
    do comments, quotes and line breaks. A change of wording, owner, date, colour or evidence does, and so does an
    action that joins the plan. Only the last approval counts, and only if it has a fingerprint. A submission that has
    been sent is left out, and so is a plan that has ended.

    Why: A sponsor signs what is in front of them. If an answer or an action changes afterwards, the institution would
    submit something that nobody has approved.

    Fix: Show the sponsor what has changed, and record the new approval with `tcplan sign`. If the change was a slip,
    take it back: then the approval stands again.
    """
    if plan.file.shaped.tainted or (plan.running_until and plan.running_until < context.as_of):
        return
    yield from _lapsed(plan_approval(context.folder, plan, context.as_of), "the plan", "plan")


def changed_submission(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The same of a submission, with the plans and case studies in it."""
    if form_of(file, context) is None or file.file.shaped.tainted:
        return
    approval = submission_approval(context.workspace, context.folder, file, context.as_of)
    yield from _lapsed(approval, f"the {file.submission.form} submission", file.submission.form.replace("-", ""))


def _lapsed(approval: Approval | None, what: str, word: str) -> Iterator[Problem]:
    if approval is None or not approval.has_lapsed:
        return
    signed = approval.sign_off
    when = f" on {signed.date.text}" if signed.date else ""
    message = f"{what} has changed since {signed.role} approved it{when}: {join_names(approval.changed)}"
    help_text = f'have the change approved: `tcplan sign {word} --role "{signed.role}"` records it'
    yield Problem(CHANGED_SINCE_APPROVAL, ("sign_off", approval.index, "fingerprint"), message, help_text)
