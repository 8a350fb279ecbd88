"""Two reports for the same day on one entry (TC510)."""

from collections.abc import Iterator
from datetime import date

from tcplan.findings.codes import TWO_REPORTS_OF_ONE_DAY
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.report_places import report_lists
from tcplan.workspace import PlanFile


def two_reports_of_one_day(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """An entry has two reports for the same day.

    A month counts as its last day, so that reports for `2026-06` and `2026-06-30` are reports of one day.

    Why: Only the later one in the file counts, so the colour of the other is never shown. It may be a correction; or
    two people have reported, and one of them does not know about the other.

    Fix: Combine the two reports, or give each its own day. If the later one corrects the earlier, nothing is wrong.
    """
    for reports in report_lists(plan):
        first: dict[date, int] = {}
        for index, update in enumerate(reports.updates):
            other = first.setdefault(update.date.last, index)
            if other != index:
                texts = dict.fromkeys((reports.updates[other].date.text, update.date.text))
                same = ", which end on the same day" if len(texts) > 1 else ""
                message = f"{reports.subject} has two reports for {' and '.join(texts)}{same}"
                message += "; the later one in the file counts"
                help_text = "combine the two, or correct the date of one"
                path, also = reports.at(index, "date"), reports.at(other, "date")
                yield Problem(TWO_REPORTS_OF_ONE_DAY, path, message, help_text, also=also, also_says="the first")
