"""Targets whose day has passed without a reading (TC403)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tcplan.findings.codes import TARGET_WITHOUT_READING
from tcplan.findings.finding import Problem
from tcplan.progress.history import added_on
from tcplan.rules.support.aggregate import plan_problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import DatedValue, MeasureSeries, measure_series, readings_are_known
from tcplan.rules.support.plan_state import is_over
from tcplan.rules.support.sentences import join_names
from tcplan.values.dates import add
from tcplan.workspace import Node, PlanFile


class DueReading(NamedTuple):
    """A measure that should have been read: for a target whose day has passed, or as the baseline."""

    of: MeasureSeries
    target: DatedValue | None
    last: DatedValue | None
    is_there: bool


def target_without_reading(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A measure has a target, but the reading for it is missing.

    This rule looks at the last target whose day has passed, and there is a finding if the last reading is more than one
    review period older. A percentage has a baseline from the first day, so there is a finding for a measure without any
    reading as soon as the plan has run for a review period; if what names the measure joined the plan later, from that
    day. The rule leaves out measures of closed work, and plans that are over. If every measure that is due a reading
    lacks it, there is one finding.

    Why: A target that nobody reads is a promise that nobody keeps. And without a baseline even a good result proves
    nothing, since nobody can say where it began.

    Fix: Ask the person who keeps the figure, and add it under `actual` with its date. If you cannot get it, follow a
    number that you can get.
    """
    due = [] if is_over(plan, context) else list(due_readings(plan, context))
    missing = [one for one in due if not one.is_there]
    if len(missing) == len(due) > 1:
        ids = join_names([one.of.measure.id for one in missing])
        message = f"none of the {len(due)} measures that are due a reading by {context.as_of} has one: {ids}"
        help_text = "add the readings you have under `actual`, and agree who takes the others, and when"
        yield plan_problem(
            TARGET_WITHOUT_READING, (one.of.path for one in missing), message, help_text, ("measures",), len(due)
        )
        return
    for one in missing:
        yield _missing_reading(one)


def due_readings(plan: PlanFile, context: Context) -> Iterator[DueReading]:
    """The measures that should have been read by the day of the check, each with whether it was."""
    every, start = context.assessment(plan).policy.review_every, plan.period.start
    closed = _measures_of_closed_work(plan, context)
    for one in measure_series(plan):
        if one.measure.id in closed or not one.targets or not readings_are_known(plan, one):
            continue
        readings = [reading for reading in one.readings if reading.last <= context.as_of]
        passed = [target for target in one.targets if target.last < context.as_of]
        last = readings[-1] if readings else None
        if passed:
            yield DueReading(one, passed[-1], last, last is not None and add(last.last, every) >= passed[-1].last)
        elif one.targets[-1].quantity.percent and _has_run(plan, one.measure.id, start, context):
            yield DueReading(one, None, last, last is not None)


def _has_run(plan: PlanFile, measure: str, start: date | None, context: Context) -> bool:
    """Whether a measure has been followed for a review period: since the plan began, or what names it has joined."""
    every = context.assessment(plan).policy.review_every
    naming = context.compute_once(("naming", plan.file.name), lambda: _naming(plan)).get(measure)
    joined = [added_on(node) for node in naming] if naming and measure not in plan.plan.measured_by else []
    days = [day for day in joined if day]
    since = min(days) if joined and len(days) == len(joined) and start and min(days) > start else start
    return since is not None and add(since, every) <= context.as_of


def _naming(plan: PlanFile) -> dict[str, list[Node]]:
    """The entries that name each measure."""
    found: dict[str, list[Node]] = {}
    for node in plan.tree.nodes:
        for measure in dict.fromkeys(node.entry.measured_by):
            found.setdefault(measure, []).append(node)
    return found


def _missing_reading(one: DueReading) -> Problem:
    id_, target = one.of.measure.id, one.target
    if target is None:
        aim = one.of.targets[-1]
        message = f"measure {id_} aims at {aim.quantity.text} by {aim.when}, but has no reading to start from"
        help_text = "add the percentage at the start of the plan under `actual`, with its date"
        return Problem(TARGET_WITHOUT_READING, aim.path, message, help_text)
    message = f"measure {id_} was to reach {target.quantity.text} by {target.when}, but has had no reading"
    help_text = "add what it reached under `actual`, with its date"
    if one.last is None:
        return Problem(TARGET_WITHOUT_READING, target.path, message, help_text)
    message += f" since {one.last.when}"
    return Problem(
        TARGET_WITHOUT_READING, target.path, message, help_text, also=one.last.path, also_says="the last reading"
    )


def _measures_of_closed_work(plan: PlanFile, context: Context) -> set[str]:
    """The measures that closed entries name, and no open one."""
    closed: set[str] = set()
    followed_on = set(plan.plan.measured_by)
    for node in plan.tree.nodes:
        named = followed_on if context.assessment(plan).state(node).is_open else closed
        named.update(node.entry.measured_by)
    return closed - followed_on
