"""Reports that are not in the order of their dates (TC507)."""

from collections.abc import Iterator

from tcplan.findings.change import Reorder
from tcplan.findings.codes import UNORDERED_REPORTS
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.report_places import ReportList, report_lists
from tcplan.workspace import PlanFile


def unordered_reports(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """The reports on an entry are not in order, with the oldest first.

    tcplan reads them by their dates, whatever their order. `tcplan validate --fix` puts them in order.

    Why: People read the last report in the file as the latest, and add the next one after it. If the date is wrong, and
    not the order, an old report counts as the present state.

    Fix: Check that both dates are right, then put the reports in order, the oldest first.
    """
    for reports in report_lists(plan):
        latest = 0
        for index, update in enumerate(reports.updates):
            before = reports.updates[latest].date
            if update.date.last < before.first:
                message = f"the report of {update.date.text} on {reports.subject} comes after that of {before.text}"
                help_text = "if both dates are right, put the oldest report first"
                path, also = reports.at(index, "date"), reports.at(latest, "date")
                fix = Reorder(reports.path, _oldest_first(reports))
                yield Problem(UNORDERED_REPORTS, path, message, help_text, also=also, also_says="a later date", fix=fix)
                break
            if update.date.first > before.first:
                latest = index


def _oldest_first(reports: ReportList) -> tuple[int, ...]:
    return tuple(sorted(range(len(reports.updates)), key=lambda index: reports.updates[index].date.last))
