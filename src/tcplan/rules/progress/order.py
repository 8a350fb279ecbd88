"""Progress: the days of reports, one by one and in their order (TC506, TC507, TC510, TC512)."""

from collections.abc import Iterator
from datetime import date

from tcplan.findings.change import Reorder
from tcplan.findings.codes import FUTURE_REPORT, REPORT_AFTER_CLOSURE, TWO_REPORTS_OF_ONE_DAY, UNORDERED_REPORTS
from tcplan.findings.finding import Problem
from tcplan.model.parts import Closed
from tcplan.rules.progress.lists import ReportList, lists_of_reports
from tcplan.rules.support.context import Context
from tcplan.workspace import PlanFile


def future_report(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A report is of a day that is still to come.

    The day is the one on which the plan is checked. A check of a day that `--as-of` names finds none: from there
    every later report lies ahead. A month or year that has begun is not still to come.

    Why: Nobody can have written it. Mostly the year is a slip, and until that day comes the report counts for nothing:
    the action looks as if nobody had reported.

    Mend: Put the date right.
    """
    for reports in lists_of_reports(plan):
        for index, update in enumerate(reports.updates):
            if update.date.first > context.as_of and not context.rewound:
                says = f"{reports.subject} has a report of {update.date.text}"
                message = f"{says}, which is after the day of this check, {context.as_of}"
                yield Problem(FUTURE_REPORT, reports.at(index, "date"), message, "put the date of the report right")


def unordered_reports(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """The reports on an entry do not stand with the oldest first.

    tcplan reads them by their dates, whatever their order. `tcplan validate --fix` puts them in order.

    Why: People read the last in the file as the latest, and add the next one behind it. If a date is the slip, and not
    the order, an old report counts as the present state.

    Mend: Look whether both dates are right, then put the reports in order, the oldest first.
    """
    for reports in lists_of_reports(plan):
        latest = 0
        for index, update in enumerate(reports.updates):
            before = reports.updates[latest].date
            if update.date.last < before.first:
                message = f"{reports.subject} has a report of {update.date.text} behind one of {before.text}"
                help_text = "if both dates are right, put the oldest report first"
                path, also = reports.at(index, "date"), reports.at(latest, "date")
                fix = Reorder(reports.path, _oldest_first(reports))
                yield Problem(UNORDERED_REPORTS, path, message, help_text, also=also, also_says="a later day", fix=fix)
                break
            if update.date.first > before.first:
                latest = index


def two_reports_of_one_day(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """An entry has two reports of the same day.

    Why: Only the later in the file counts, so that the colour of the other is never shown. That may be meant, as a
    correction; or two people have reported, and one of them does not know of the other.

    Mend: Make one report of the two, or give each its own day. If the later corrects the earlier, nothing is wrong.
    """
    for reports in lists_of_reports(plan):
        first: dict[tuple[date, date], int] = {}
        for index, update in enumerate(reports.updates):
            other = first.setdefault((update.date.first, update.date.last), index)
            if other != index:
                message = f"{reports.subject} has two reports of {update.date.text}; the later in the file counts"
                help_text = "make one of the two, or put the date of one right"
                path, also = reports.at(index, "date"), reports.at(other, "date")
                yield Problem(TWO_REPORTS_OF_ONE_DAY, path, message, help_text, also=also, also_says="the first")


def report_after_closure(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A report states a colour for work that had been closed before.

    A report without a colour may follow a closure: it adds a word and says nothing of where the work stands.

    Why: An entry cannot have ended and still be on its way. Reports leave closed work out, so the later colour is never
    shown, and whoever wrote it thinks that the work goes on.

    Mend: If the work goes on, take out `closed`. If it goes on under another id, move the report to that entry. Else
    put right which of the two dates is wrong.
    """
    for reports in lists_of_reports(plan):
        closed = reports.node.entry.closed if reports.node else plan.plan.closed
        found = _coloured_after(reports, closed) if closed else None
        if closed and found is not None:
            stated = reports.updates[found]
            message = f"{reports.subject} is stated {stated.rag} on {stated.date.text}, "
            message += f"after it was closed on {closed.date.text}, as {closed.how}"
            help_text = f"report on {closed.into} instead" if closed.into else "take out `closed` if the work goes on"
            path, also = reports.at(found, "rag"), (*reports.path[:-1], "closed", "date")
            yield Problem(REPORT_AFTER_CLOSURE, path, message, help_text, also=also, also_says="the closure")


def _oldest_first(reports: ReportList) -> tuple[int, ...]:
    return tuple(sorted(range(len(reports.updates)), key=lambda index: reports.updates[index].date.last))


def _coloured_after(reports: ReportList, closed: Closed) -> int | None:
    """The first report with a colour from after a closure."""
    after = (
        index
        for index, update in enumerate(reports.updates)
        if update.rag is not None and update.date.first > closed.date.last
    )
    return next(after, None)
