"""Page one of a submission: what became of the plan that it reviews, else how the plan that it submits is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from tcplan.model import Submission
from tcplan.model.submission import Review
from tcplan.progress import assess
from tcplan.progress.closing_rag import RagBasis
from tcplan.progress.history import nodes_in_plan
from tcplan.values.dates import Day
from tcplan.values.rag import LETTERS, SYMBOLS, Colour
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.measure_tables import (
    measure_states,
    outcome_table,
    progress_table,
    worst_measures,
)
from tcplan.views.documents.page_one.bar import BarCount, colour_bar
from tcplan.views.documents.page_one.due_years import due_table
from tcplan.views.documents.page_one.exceptions import MOST_EXCEPTIONS, ExceptionRow, exceptions_table
from tcplan.views.documents.page_one.page import PageOne
from tcplan.views.documents.page_one.plan_page import is_signed, more_measures
from tcplan.views.documents.parts import Cell, Row, Table, TextItem, cell, ours, plural
from tcplan.views.documents.plan_review import plan_review
from tcplan.views.documents.review import ReviewPart, reviewed_actions
from tcplan.views.documents.reviewed_rows import ReviewedRow
from tcplan.views.documents.sections import Sections
from tcplan.workspace import Level, PlanFile

_BEST_FIRST: Final = (Colour.BLUE, Colour.GREEN, Colour.AMBER, Colour.RED, Colour.GREY)
_USUAL: Final = (Colour.GREEN, Colour.AMBER, Colour.RED)
_UNCOLOURED: Final = {RagBasis.MISSING: ("·", "no colour yet"), RagBasis.CLOSED: ("×", "closed")}


@dataclass(frozen=True, slots=True)
class SubmittedParts:
    """What page one of a submission is made from."""

    submission: Submission
    reviewed: Sequence[Review]
    reviews: Sequence[ReviewPart]
    plan: PlanFile | None
    due: Day | None


def page_one_of_submission(context: DocumentContext, parts: SubmittedParts) -> PageOne:
    """The first review whose plan can be read, else the plan that is submitted."""
    for review, part in zip(parts.reviewed, parts.reviews, strict=True):
        if plan := plan_review(context, review).plan:
            return _of_review(context, parts, review, part, plan)
    asked = tuple(_asked(context, parts, []))
    if parts.plan is None:
        return PageOne(None, "No plan is submitted yet.", (), None, None, "", None, None, None, None, asked)
    return _of_plan(context, parts.plan, asked)


def _of_plan(context: DocumentContext, plan: PlanFile, asked: tuple[TextItem, ...]) -> PageOne:
    """A plan at its beginning: nothing is reported yet, so its actions are counted by the year that they are due."""
    now, states = assess(context.workspace, context.folder, plan, context.as_of), measure_states(plan, context.as_of)
    return PageOne(
        badge=None,
        headline=f"This submission has a plan of {plural(_count(context, plan, Level.ACTION), 'action')}.",
        sentences=tuple(_new_plan(context, plan)),
        bar=None,
        counts=due_table(now),
        counted="",
        exceptions=None,
        more_exceptions=None,
        measures=progress_table(plan, worst_measures(states), context.as_of, "Measures: from baseline to target"),
        more_measures=more_measures(len(states), Sections().measures.anchor, "in the plan"),
        asked=asked,
    )


def _of_review(
    context: DocumentContext, parts: SubmittedParts, review: Review, part: ReviewPart, plan: PlanFile
) -> PageOne:
    there = plan_review(context, review).context
    rows = reviewed_actions(part.entries)
    worrying = sorted((row for row in rows if _rank(row) is not None), key=lambda row: _rank(row) or 0)
    states = measure_states(plan, there.as_of)
    title, day = plan.plan.title, long_day(there.as_of)
    return PageOne(
        badge=None,
        headline=_headline(rows),
        sentences=tuple(_sentences(context, parts, rows)),
        bar=colour_bar([*_bar_counts(rows)]),
        counts=_counts_table(rows, f"Reviewed actions by pillar on {day}") if rows else None,
        counted=f"These are the actions of {title}, each with the colour that is submitted for it.",
        exceptions=exceptions_table([_exception(row) for row in worrying], "What was not achieved, or not wholly"),
        more_exceptions=_more_in_review(len(worrying) - MOST_EXCEPTIONS, part),
        measures=outcome_table(plan, worst_measures(states), f"Measures of {title}"),
        more_measures=more_measures(len(states), part.anchor, "in the review"),
        asked=tuple(_asked(context, parts, rows)),
    )


def _headline(rows: Sequence[ReviewedRow]) -> str:
    if not rows:
        return "The reviewed plan has no actions."
    *first, last = [f"{one.count} {one.words.text}" for one in _bar_counts(rows) if one.count]
    number, _, rest = (f"{', '.join(first)} and {last}" if first else last).partition(" ")
    return f"Of {plural(len(rows), 'reviewed action')}, {number} {'is' if number == '1' else 'are'} {rest}."


def _sentences(context: DocumentContext, parts: SubmittedParts, rows: Sequence[ReviewedRow]) -> Iterator[TextItem]:
    proposed = sum(row.basis is RagBasis.PROPOSED for row in rows)
    if proposed:
        colours = "colour is" if proposed == 1 else "colours are"
        yield ours(f"{proposed} of these {colours} proposed from the last report, and marked so in the review.")
    if parts.plan:
        continued = sum(bool(row.continued) for row in rows)
        if continued:
            yield ours(f"{plural(continued, 'action')} {'is' if continued == 1 else 'are'} continued in the new plan.")
        yield from _new_plan(context, parts.plan)
    if parts.reviews[1:]:
        yield ours("Also in this document:")
        yield from (TextItem(one.title, anchor=one.anchor) for one in parts.reviews[1:])


def _new_plan(context: DocumentContext, plan: PlanFile) -> Iterator[TextItem]:
    """The plan that is submitted, how large it is, and how long it runs."""
    pillars, actions = _count(context, plan, Level.PILLAR), _count(context, plan, Level.ACTION)
    under = f" under {plural(pillars, 'pillar')}" if pillars else ""
    period = plan.plan.period
    dates = (
        f", from {day_words(period.start)} to {day_words(period.end)}" if period and period.start and period.end else ""
    )
    yield ours("The new plan is")
    yield TextItem(plan.plan.title, anchor=Sections().plan.anchor)
    yield ours(f"with {plural(actions, 'action')}{under}{dates}.")


def _count(context: DocumentContext, plan: PlanFile, level: Level) -> int:
    """How many entries of a level the plan has on the day of the document."""
    return sum(node.level is level for node in nodes_in_plan(plan, context.as_of))


def _bar_counts(rows: Sequence[ReviewedRow]) -> Iterator[BarCount]:
    colours = Counter(row.colour for row in rows)
    for one in _BEST_FIRST:
        yield BarCount(one.value, SYMBOLS[one], LETTERS[one], ours(one.value), colours[one])
    bases = Counter(row.basis for row in rows if row.colour is None)
    for basis, (symbol, words) in _UNCOLOURED.items():
        label = "with no colour yet" if basis is RagBasis.MISSING else words
        yield BarCount(basis.value, symbol, "", ours(label), bases[basis])


def _counts_table(rows: Sequence[ReviewedRow], caption: str) -> Table:
    """The reviewed actions of each pillar by colour."""
    whole = Counter(map(_counted_as, rows))
    columns: list[Colour | RagBasis] = [one for one in _BEST_FIRST if whole[one] or one in _USUAL]
    columns += [one for one in _UNCOLOURED if whole[one]]
    groups = groupby(rows, lambda row: row.group)
    named: dict[TextItem | None, list[ReviewedRow]] = {}
    for name, group in groups:
        named.setdefault(name, []).extend(group)
    lines = [
        Row(cell(name or ours("Outside the pillars")), _numbers(Counter(map(_counted_as, group)), columns))
        for name, group in named.items()
    ]
    if len(lines) > 1:
        lines.append(Row(cell(ours("All pillars")), _numbers(whole, columns)))
    heads = [cell(ours(_column(one)), number=True) for one in columns]
    return Table(caption, (cell(ours("Pillar")), *heads, cell(ours("All"), number=True)), tuple(lines))


def _counted_as(row: ReviewedRow) -> Colour | RagBasis | None:
    return row.colour or row.basis


def _column(one: Colour | RagBasis) -> str:
    if isinstance(one, Colour):
        return f"{SYMBOLS[one]} {one.value.capitalize()}"
    symbol, words = _UNCOLOURED[one]
    return f"{symbol} {words.capitalize()}"


def _numbers(counts: Counter[Colour | RagBasis | None], columns: Sequence[Colour | RagBasis]) -> tuple[Cell, ...]:
    numbers = [counts[one] for one in columns]
    return tuple(cell(str(one), number=True) for one in (*numbers, sum(counts.values())))


def _rank(row: ReviewedRow) -> int | None:
    """Red before those without a colour before amber; the others are no exceptions."""
    if row.basis is RagBasis.MISSING:
        return 1
    return {Colour.RED: 0, Colour.AMBER: 2}.get(row.colour) if row.colour else None


def _exception(row: ReviewedRow) -> ExceptionRow:
    return ExceptionRow(
        name=TextItem(f"{row.id} {row.title}", anchor=row.anchor),
        badge=TextItem("", badge=row.badge),
        who=row.who,
        since=row.since,
        ahead=row.continued or (ours("No later action named"),),
    )


def _more_in_review(count: int, part: ReviewPart) -> TextItem | None:
    if count <= 0:
        return None
    return TextItem(f"{plural(count, 'more action')} {'is' if count == 1 else 'are'} in the review", anchor=part.anchor)


def _asked(context: DocumentContext, parts: SubmittedParts, rows: Sequence[ReviewedRow]) -> Iterator[TextItem]:
    """What the sponsor is asked for until the submission is approved, and its reviewers after."""
    sections, submission = Sections(), parts.submission
    if is_signed(submission.sign_off, context):
        reviews = ", what became of the earlier plan" if rows else ""
        plan = " and the new plan" if parts.plan else ""
        yield ours(f"For reviewers: read the answers{reviews}{plan}, and say what is strong and what could be better.")
        return
    proposed = sum(row.basis is RagBasis.PROPOSED for row in rows)
    missing = sum(row.basis is RagBasis.MISSING for row in rows)
    reviews = sections.reviews.anchor
    if proposed:
        yield TextItem(f"Confirm the {plural(proposed, 'proposed colour')}.", anchor=reviews, ours=True)
    if missing:
        yield TextItem(f"State a colour for {plural(missing, 'action')} without one.", anchor=reviews, ours=True)
    due = f", due {_due_words(parts.due, context.as_of)}" if parts.due else ""
    yield TextItem(f"Approve and sign this submission{due}.", anchor=sections.sign_off.anchor, ours=True)


def _due_words(due: Day, as_of: date) -> str:
    return f"{day_words(due)}{', which has passed' if due.last < as_of else ''}"
