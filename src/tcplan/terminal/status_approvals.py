"""The approvals of a status page: who signed what, and whether it has changed since."""

from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.views.status.rows import ApprovalRow, PlanPage

_LABEL, _INDENT = "Signed  ", 8


def add_approvals(out: Page, plan: PlanPage) -> None:
    """Add a line for each approval that `tcplan sign` recorded; what others were given to is not known."""
    for one in plan.approvals:
        if one.recorded:
            first = ((_LABEL, STRONG if one.changed else QUIET),)
            out.paragraph(out.screen.fit(approval_words(one)), indent=_INDENT, first=first)


def approval_words(one: ApprovalRow) -> str:
    """An approval as a sentence."""
    what = "the plan" if one.what == "plan" else one.what
    when = f" on {one.on}" if one.on else ""
    where = f" ({one.meeting})" if one.meeting else ""
    since = f"; changed since: {', '.join(one.changed)}" if one.changed else "; nothing has changed since"
    return f"{what}, by {one.by}{when}{where}{since}"
