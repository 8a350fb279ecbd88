"""The headlines of all pillars, now and before, with their actions counted."""

from tcplan.comparison.entry_pairs import pair_entries
from tcplan.progress import Assessment
from tcplan.progress.action_counts import TallyCell
from tcplan.views.documents.days import long_day
from tcplan.views.documents.parts import Badge, Cell, Row, Table, TextItem, cell, ours, upper_first
from tcplan.views.documents.progress_paper.action_groups import ActionGroup, action_groups, group_title
from tcplan.views.documents.progress_paper.comparison import ProgressComparison
from tcplan.views.documents.progress_paper.states import (
    Counts,
    column_heads,
    count_cells,
    count_columns,
    counts_of,
    headline_mark,
    plan_counts,
)


def overview_table(found: ProgressComparison) -> Table:
    """The headline of each pillar now and before, and its actions counted; the last row is the whole plan."""
    now = found.now
    groups = action_groups(now)
    counts = [counts_of(now.states_of(group.actions), now) for group in groups]
    whole = plan_counts(now)
    columns = count_columns(whole)
    before = _headlines_before(found)
    rows = [
        Row(cell(group_title(group)), _overview_cells(now, group, before, count, columns))
        for group, count in zip(groups, counts, strict=True)
    ]
    rows.append(Row(cell(ours("Whole plan")), _overview_cells(now, None, before, whole, columns)))
    heads = [ours("Pillar"), ours("State"), *([ours(upper_first(found.on_day_before))] if found.compares else [])]
    caption = f"Pillars and actions on {long_day(now.as_of)}"
    return Table(caption, (*(cell(one) for one in heads), *column_heads(now, columns)), tuple(rows))


def _overview_cells(
    now: Assessment,
    group: ActionGroup | None,
    before: dict[int, Badge] | None,
    counts: Counts,
    columns: list[TallyCell],
) -> tuple[Cell, ...]:
    headline = now.headline(group.actions if group else None)
    key = id(group.node) if group and group.node else 0 if group is None else -1
    was = () if before is None else (cell(TextItem("", badge=before[key]) if key in before else ours("–")),)
    return (cell(TextItem("", badge=headline_mark(headline))), *was, *count_cells(counts, columns))


def _headlines_before(found: ProgressComparison) -> dict[int, Badge] | None:
    """The earlier headline by the pillar of today; 0 is the whole plan, -1 what is under no pillar."""
    before = found.before
    if before is None or not found.compares:
        return None
    badges = {0: headline_mark(before.headline())}
    groups = {id(group.node) if group.node else -1: group for group in action_groups(before)}
    if -1 in groups:
        badges[-1] = headline_mark(before.headline(groups[-1].actions))
    today = [group.node for group in action_groups(found.now) if group.node]
    for pair in pair_entries([group.node for group in groups.values() if group.node], today):
        if pair.before and pair.after:
            badges[id(pair.after)] = headline_mark(before.headline(groups[id(pair.before)].actions))
    return badges
