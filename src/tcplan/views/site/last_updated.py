"""The last day that the data knows of: that of a report, a reading, an approval or the like, never of the clock."""

from collections.abc import Iterable, Iterator
from datetime import date

from tcplan.model import Plan
from tcplan.progress.history import nodes_in_plan
from tcplan.values.dates import Day
from tcplan.views.documents.days import day_words
from tcplan.views.site.publication import PublicFiles
from tcplan.workspace import PlanFile


def last_updated(public: PublicFiles, day: date) -> str:
    """The latest day up to that of the site on which something happened, in words; empty if none is recorded."""
    known = [one for one in _days(public, day) if one.last <= day]
    return day_words(max(known, key=lambda one: (one.last, one.first))) if known else ""


def _days(public: PublicFiles, day: date) -> Iterator[Day]:
    for plan in public.plans:
        yield from _days_of_plan(plan, day)
    for file in public.submissions:
        submission = file.submission
        yield from _given((submission.sent, *(one.date for one in submission.sign_off)))


def _days_of_plan(file: PlanFile, day: date) -> Iterator[Day]:
    plan = file.plan
    yield from _given(one.date for one in plan.sign_off)
    yield from (one.date for one in plan.updates)
    yield from _days_of_measures(plan)
    for node in nodes_in_plan(file, day):
        entry = node.entry
        yield from (one.date for one in entry.updates)
        yield from _given((entry.added, entry.closed.date if entry.closed else None))
        steps = (*entry.success, *(node.action.steps if node.action else ()))
        yield from _given(one.done for one in steps)


def _days_of_measures(plan: Plan) -> Iterator[Day]:
    for measure in plan.measures:
        yield from measure.actual


def _given(days: Iterable[Day | None]) -> Iterator[Day]:
    return (one for one in days if one)
