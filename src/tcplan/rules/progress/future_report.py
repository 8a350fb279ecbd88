"""Reports that are dated in the future (TC506)."""

from collections.abc import Iterator

from tcplan.findings.codes import FUTURE_REPORT
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.report_places import report_lists
from tcplan.workspace import PlanFile


def future_report(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A report is dated in the future.

    A day is in the future if it is after the day of the check; a month or year that has begun is not. A check with
    `--as-of` leaves this rule out: seen from an earlier day, every later report is in the future.

    Why: Nobody can have written it yet. Usually the year is wrong, and until that day comes the report counts for
    nothing: the action looks as if nobody had reported.

    Fix: Correct the date.
    """
    for reports in report_lists(plan):
        for index, update in enumerate(reports.updates):
            if update.date.first > context.as_of and not context.rewound:
                says = f"{reports.subject} has a report of {update.date.text}"
                message = f"{says}, which is after the day of this check, {context.as_of}"
                yield Problem(FUTURE_REPORT, reports.at(index, "date"), message, "correct the date of the report")
