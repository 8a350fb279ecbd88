"""The actions of a plan by pillar and by the year that they are due, for a plan that has only begun."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from tcplan.progress import Assessment, EntryState
from tcplan.views.documents.parts import Cell, Row, Table, cell, ours
from tcplan.views.documents.progress_paper.action_groups import action_groups, group_title

_NO_YEAR: Final = "No end date"


def due_table(now: Assessment) -> Table | None:
    """How many actions of each pillar are due in which year; None in a plan without actions."""
    groups = action_groups(now)
    counts = [_years(now.states_of(group.actions)) for group in groups]
    whole = sum(counts, Counter[str]())
    if not whole:
        return None
    columns = sorted(whole, key=lambda year: (year == _NO_YEAR, year))
    rows = [
        Row(cell(group_title(group)), _numbers(count, columns)) for group, count in zip(groups, counts, strict=True)
    ]
    if len(rows) > 1:
        rows.append(Row(cell(ours("Whole plan")), _numbers(whole, columns)))
    heads = (f"Due in {one}" if one != _NO_YEAR else one for one in columns)
    numbers = (cell(ours(one), number=True) for one in (*heads, "All"))
    return Table("Actions by pillar and year", (cell(ours("Pillar")), *numbers), tuple(rows))


def _years(states: Iterable[EntryState]) -> Counter[str]:
    return Counter(str(state.due.year) if state.due else _NO_YEAR for state in states)


def _numbers(counts: Counter[str], columns: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(cell(str(number), number=True) for number in (*(counts[one] for one in columns), counts.total()))
