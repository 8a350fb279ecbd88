"""Who approved a plan or a submission last, and whether it has changed since."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tcplan.comparison.approvals.content import Content, plan_content, submission_content
from tcplan.comparison.approvals.fingerprint import changed_parts
from tcplan.model.parts import SignOff
from tcplan.workspace import InstitutionFolder, PlanFile, SubmissionFile, Workspace

NOT_KNOWN: Sequence[str] = ("its form",)
"""What has changed where a fingerprint is not that of such a file at all."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One approval: `index` is its place in the list.

    `is_recorded` says that `tcplan sign` wrote what it was given to; `changed` are the parts that are different now.
    """

    sign_off: SignOff
    index: int
    is_recorded: bool
    changed: tuple[str, ...]

    @property
    def has_lapsed(self) -> bool:
        """Whether what was approved is not what stands there now."""
        return bool(self.changed)


def plan_approval(folder: InstitutionFolder, plan: PlanFile, day: date) -> Approval | None:
    """The last approval of a plan of an institution on a day."""
    return _last_approval(plan.plan.sign_off, day, lambda: plan_content(plan, folder.glossary, day))


def submission_approval(
    workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile, day: date
) -> Approval | None:
    """The last approval of a submission on a day. Once it is sent, what joins the plan later changes nothing."""
    sent = file.submission.sent
    until = min(day, sent.last) if sent else day
    return _last_approval(file.submission.sign_off, day, lambda: submission_content(workspace, folder, file, until))


def _last_approval(sign_off: Sequence[SignOff], day: date, content: Callable[[], Content]) -> Approval | None:
    """The last in the file of those with the latest day; one without a day comes before all others."""
    given = [(index, one) for index, one in enumerate(sign_off) if one.date is None or one.date.first <= day]
    if not given:
        return None
    index, last = max(given, key=lambda each: (each[1].date.first if each[1].date else date.min, each[0]))
    if last.fingerprint is None:
        return Approval(last, index, is_recorded=False, changed=())
    changed = changed_parts(content(), last.fingerprint)
    return Approval(last, index, is_recorded=True, changed=tuple(NOT_KNOWN if changed is None else changed))
