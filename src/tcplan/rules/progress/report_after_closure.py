"""Colours reported for work after it was closed (TC512)."""

from collections.abc import Iterator

from tcplan.findings.codes import REPORT_AFTER_CLOSURE
from tcplan.findings.finding import Problem
from tcplan.model.parts import Closed
from tcplan.rules.support.context import Context
from tcplan.rules.support.report_places import ReportList, report_lists
from tcplan.workspace import PlanFile


def report_after_closure(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A report gives a colour for work that was already closed.

    A report without a colour may follow a closure: it adds a remark, and does not say how the work is going.

    Why: An entry cannot be closed and still under way. Reports leave closed work out, so the later colour is never
    shown, and its writer believes that the work goes on.

    Fix: If the work goes on, remove `closed`. If it goes on under another id, move the report to that entry. Otherwise
    correct the date that is wrong.
    """
    for reports in report_lists(plan):
        closed = reports.node.entry.closed if reports.node else plan.plan.closed
        found = _coloured_after(reports, closed) if closed else None
        if closed and found is not None:
            stated = reports.updates[found]
            message = f"{reports.subject} was reported as {stated.rag} on {stated.date.text}, "
            message += f"after it was closed as {closed.how} on {closed.date.text}"
            help_text = f"report on {closed.into} instead" if closed.into else "remove `closed` if the work goes on"
            path, also = reports.at(found, "rag"), (*reports.path[:-1], "closed", "date")
            yield Problem(REPORT_AFTER_CLOSURE, path, message, help_text, also=also, also_says="the closure")


def _coloured_after(reports: ReportList, closed: Closed) -> int | None:
    """The first report with a colour from after a closure."""
    after = (
        index
        for index, update in enumerate(reports.updates)
        if update.rag is not None and update.date.first > closed.date.last
    )
    return next(after, None)
