"""Reports of a day that is still to come (TC506)."""

from collections.abc import Iterator

from tcplan.findings.codes import FUTURE_REPORT
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.report_places import report_lists
from tcplan.workspace import PlanFile


def future_report(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A report is of a day that is still to come.

    The day is the one on which the plan is checked. A check of a day that `--as-of` names finds none: from there
    every later report lies ahead. A month or year that has begun is not still to come.

    Why: Nobody can have written it. Mostly the year is a slip, and until that day comes the report counts for nothing:
    the action looks as if nobody had reported.

    Fix: Put the date right.
    """
    for reports in report_lists(plan):
        for index, update in enumerate(reports.updates):
            if update.date.first > context.as_of and not context.rewound:
                says = f"{reports.subject} has a report of {update.date.text}"
                message = f"{says}, which is after the day of this check, {context.as_of}"
                yield Problem(FUTURE_REPORT, reports.at(index, "date"), message, "put the date of the report right")
