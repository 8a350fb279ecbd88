"""What a column is by the rows that it is filled in, where its header may mean two things."""

from collections.abc import Mapping, Sequence

from tcplan.importing.finding.column_facts import ColumnFacts
from tcplan.importing.finding.columns import Column
from tcplan.importing.finding.header_texts import plain_header
from tcplan.importing.found import Field

_REASONS = frozenset({"issue", "challenge", "need", "gap", "problem", "improvement"})
"""The words of headers that are objectives where several actions answer one, and else the reason for an action."""


def settle_by_rows(columns: Sequence[Column], facts: Mapping[int, ColumnFacts]) -> None:
    """Tell reasons and outcomes from objectives, and steps from success criteria, by which rows have one."""
    by_field = {column.field: column for column in reversed(columns)}
    action = by_field.get(Field.ACTION)
    if action is None:
        return
    begins = set(facts[action.index].rows)
    objective = by_field.get(Field.OBJECTIVE)
    if objective is not None and _is_reason(objective, facts[objective.index], begins):
        objective.field = Field.ABOUT
    if objective is None and (outcome := _outcome_of_several(columns, facts, action, begins)):
        outcome.field = Field.OBJECTIVE
    if Field.STEP not in by_field:
        _settle_milestones(columns, facts, begins)


def _is_reason(column: Column, facts: ColumnFacts, begins: set[int]) -> bool:
    """Whether each action has an issue of its own, which then is why it is done."""
    words = set(plain_header(column.header).split())
    is_each = len(begins) > 1 and len(set(facts.texts)) == len(facts.texts) and begins <= set(facts.rows)
    return bool(words & _REASONS) and not words & {"objective", "aim", "goal"} and is_each


def _outcome_of_several(
    columns: Sequence[Column], facts: Mapping[int, ColumnFacts], action: Column, begins: set[int]
) -> Column | None:
    """A column of outcomes before the actions, each for several of them, beside another that says what success is."""
    successes = [column for column in columns if column.field is Field.SUCCESS]
    for column in successes:
        own = facts[column.index]
        words = set(plain_header(column.header).split())
        values = len(set(own.texts))
        is_shared = 1 < values < len(begins) and (set(own.rows) < begins or _in_blocks(own.texts))
        if len(successes) > 1 and column.index < action.index and words & _OUTCOMES and is_shared:
            return column
    return None


def _in_blocks(texts: Sequence[str]) -> bool:
    runs = sum(1 for place, text in enumerate(texts) if place == 0 or texts[place - 1] != text)
    return runs == len(set(texts))


_OUTCOMES = frozenset({"outcome", "impact", "result", "benefit"})


def _settle_milestones(columns: Sequence[Column], facts: Mapping[int, ColumnFacts], begins: set[int]) -> None:
    """Milestones in rows of their own below an action are its steps, if its success is said in another column."""
    successes = [column for column in columns if column.field is Field.SUCCESS]
    steps = [one for one in successes if "milestone" in plain_header(one.header).split()]
    others = [one for one in successes if not any(one is other for other in steps)]
    if len(steps) != 1 or not others:
        return
    rows = set(facts[steps[0].index].rows)
    if begins < rows and all(set(facts[one.index].rows) <= begins for one in others):
        steps[0].field = Field.STEP
