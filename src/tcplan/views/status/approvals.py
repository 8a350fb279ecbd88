"""Who approved the plan and the submissions that are not sent yet, and what has changed since."""

from collections.abc import Iterator
from datetime import date

from tcplan.comparison.approvals.approval import Approval, plan_approval, submission_approval
from tcplan.views.status.rows import ApprovalRow
from tcplan.workspace import Glossary, InstitutionFolder, PlanFile, Workspace
from tcplan.workspace.consent import published_signatory


def approval_rows(
    workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date
) -> tuple[ApprovalRow, ...]:
    """The last approval of the plan, and of each submission of it that has not been sent."""
    found = (("plan", plan_approval(folder, plan, as_of)), *_of_submissions(workspace, folder, plan, as_of))
    return tuple(approval_row(what, approval, folder.glossary) for what, approval in found if approval)


def approval_row(what: str, approval: Approval, glossary: Glossary) -> ApprovalRow:
    """One approval; the person is named only with consent."""
    signed = approval.sign_off
    return ApprovalRow(
        what=what,
        by=published_signatory(signed, glossary),
        on=signed.date.text if signed.date else None,
        meeting=signed.meeting,
        recorded=approval.is_recorded,
        changed=approval.changed,
    )


def _of_submissions(
    workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date
) -> Iterator[tuple[str, Approval | None]]:
    for file in folder.submissions.values():
        sent = file.submission.sent
        if file.submission.submits == plan.name and not (sent and sent.first <= as_of):
            yield file.name, submission_approval(workspace, folder, file, as_of)
