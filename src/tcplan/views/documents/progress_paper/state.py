"""The first part of the paper: the headline in plain words, and the actions counted now and before."""

from dataclasses import dataclass

from tcplan.comparison.movement import ComparedAction
from tcplan.progress import Assessment, Headline
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.parts import Badge, Row, Table, cell, colour_badge, ours, plural, upper_first
from tcplan.views.documents.progress_paper.comparison import ProgressComparison, not_begun_words
from tcplan.views.documents.progress_paper.states import (
    column_heads,
    count_cells,
    count_columns,
    headline_words,
    plain_reason,
    plan_counts,
)


@dataclass(frozen=True, slots=True)
class ProgressState:
    """Where the plan is: `badge` is the colour of its headline, `headline` says it, `reason` says why."""

    badge: Badge
    headline: str
    reason: str
    before: str
    notes: tuple[str, ...]
    counts: Table


def progress_state(found: ProgressComparison) -> ProgressState:
    """The headline of the whole plan, what it was before, and the counts of both days."""
    now = found.now
    headline = now.headline()
    return ProgressState(
        badge=colour_badge(headline.colour),
        headline=f"The plan is {headline_words(headline)}.",
        reason=f"{upper_first(plain_reason(headline))}.",
        before=_before(found, headline),
        notes=tuple(one for one in (_closed(now), not_begun_words(found), _reports(found)) if one),
        counts=_counts(found),
    )


def _before(found: ProgressComparison, headline: Headline) -> str:
    if found.before is None or not found.compares:
        return ""
    was = found.before.headline()
    if (was.colour, was.words) == (headline.colour, headline.words):
        return f"It was the same {found.on_day_before}."
    return f"{upper_first(found.on_day_before)} it was {headline_words(was)}."


def _closed(now: Assessment) -> str:
    closed, end = now.plan.plan.closed, now.plan.period.end
    if closed and closed.date.last <= now.as_of:
        return f"The plan was closed on {day_words(closed.date)}."
    return f"The plan ended on {long_day(end)}." if end and end < now.as_of else ""


def _reports(found: ProgressComparison) -> str:
    """How many actions have a report since."""
    if found.moved is None or not found.compares:
        return ""
    count = sum(map(_is_reported_since, found.moved.actions))
    have = "has" if count == 1 else "have"
    return (
        f"Since then, {plural(count, 'action')} {have} a new report." if count else "Nothing was reported since then."
    )


def _is_reported_since(action: ComparedAction) -> bool:
    known = action.before.updates if action.before else ()
    return action.after is not None and action.after.in_plan and any(one not in known for one in action.after.updates)


def _counts(found: ProgressComparison) -> Table:
    """A row for each day, and their difference."""
    now, before = plan_counts(found.now), plan_counts(found.before) if found.before and found.compares else {}
    columns = count_columns(now, before)
    rows = [Row(cell(ours(long_day(found.now.as_of))), count_cells(now, columns))]
    if found.compares:
        rows.insert(0, Row(cell(ours(found.heading_before)), count_cells(before, columns)))
        wholes = [(now.get(one, 0), before.get(one, 0)) for one in columns]
        differences = [*wholes, (sum(now.values()), sum(before.values()))]
        numbers = (cell(_signed(new - old), number=True) for new, old in differences)
        rows.append(Row(cell(ours("Difference")), tuple(numbers)))
    heads = (cell(ours("Day")), *column_heads(found.now, columns))
    return Table("Actions by their last report", heads, tuple(rows))


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else f"\N{MINUS SIGN}{-number}" if number else "0"
