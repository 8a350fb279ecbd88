"""Measures without a reading, a target or a source (TC416, TC417, TC418)."""

from collections.abc import Iterator

from tcplan.findings.codes import MEASURE_WITHOUT_READING, MEASURE_WITHOUT_SOURCE, MEASURE_WITHOUT_TARGET
from tcplan.findings.finding import Code, Problem
from tcplan.rules.success.target_without_reading import due_readings
from tcplan.rules.support.aggregate import plan_problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import MeasureSeries, measure_series, readings_are_known
from tcplan.rules.support.plan_state import is_over
from tcplan.rules.support.sentences import join_names
from tcplan.workspace import PlanFile


def measure_without_reading(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A measure has no reading yet, so it has no baseline.

    If a reading is due already, see target-without-reading. If no measure has one, there is one finding. Plans that are
    over are left out.

    Why: A target says where you want to be. If nobody knows where you begin, nobody can say how far it is, or whether
    the plan has changed anything.

    Fix: Write the number at the start of the plan under `actual`, with its date. If nobody has it, agree who takes it.
    """
    measures = _measures(plan, context)
    known = [one for one in measures if readings_are_known(plan, one)]
    late = {one.of.path for one in due_readings(plan, context) if not one.is_there} if measures else set()
    bare = [one for one in known if one.path not in late and not _was_read(one, context)]
    help_text = "write the number at the start of the plan under `actual:`, with its date"
    yield from _problems(MEASURE_WITHOUT_READING, "actual", "no reading", bare, len(measures), help_text)


def measure_without_target(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A measure has no target.

    If no measure has one, there is one finding. Plans that are over are left out.

    Why: Without a target a number can go up or down, and nobody can say whether that is what was wanted.

    Fix: Agree what the number should be at the end of the plan, and write it under `targets`, such as
    `targets: {end: 40%}`. If it is only context, say so in the text of the plan instead.
    """
    measures = _measures(plan, context)
    bare = [one for one in measures if not one.measure.targets]
    help_text = "agree the number to reach, and write it as `targets: {end: ...}`"
    yield from _problems(MEASURE_WITHOUT_TARGET, "targets", "no target", bare, len(measures), help_text)


def measure_without_source(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A measure has readings, and does not say where they come from.

    If no measure with readings does, there is one finding. Plans that are over are left out.

    Why: In two years somebody else has to take the same number in the same way. If nobody knows where it came from, the
    two readings cannot be compared.

    Fix: Write as `source` where the number comes from, such as "HR system, headcount in July".
    """
    measures = [one for one in _measures(plan, context) if one.readings]
    bare = [one for one in measures if not one.measure.source]
    help_text = "write as `source:` where the number comes from"
    yield from _problems(MEASURE_WITHOUT_SOURCE, "source", "no source", bare, len(measures), help_text)


def _was_read(one: MeasureSeries, context: Context) -> bool:
    return any(reading.last <= context.as_of for reading in one.readings)


def _measures(plan: PlanFile, context: Context) -> list[MeasureSeries]:
    return [] if is_over(plan, context) else list(measure_series(plan))


def _problems(  # noqa: PLR0913, PLR0917 (the words of a rule)
    code: Code, key: str, lacks: str, bare: list[MeasureSeries], of: int, help_text: str
) -> Iterator[Problem]:
    if 1 < len(bare) == of:
        ids = join_names([one.measure.id for one in bare])
        message = f"each of the {of} measures has {lacks}: {ids}"
        yield plan_problem(code, (one.path for one in bare), message, help_text, ("measures",), of)
        return
    for one in bare:
        yield Problem(code, (*one.path, key), f"measure {one.measure.id} has {lacks}", help_text)
