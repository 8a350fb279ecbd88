"""About which entry of its row each column speaks: the pillar, the objective, the action or the step."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from tcplan.importing.finding.cell_kinds import Kind
from tcplan.importing.finding.column_facts import NEXT_TABLE, ColumnFacts
from tcplan.importing.finding.columns import Column
from tcplan.importing.finding.header_texts import plain_header
from tcplan.importing.finding.value_words import THEMES
from tcplan.importing.found import Field, FoundLevel

_MOST_THEME_WORDS = 7
_LONG_TITLE = 8
_TITLES = {
    Field.PILLAR: FoundLevel.PILLAR,
    Field.OBJECTIVE: FoundLevel.OBJECTIVE,
    Field.ACTION: FoundLevel.ACTION,
    Field.STEP: FoundLevel.STEP,
}


def settle_levels(columns: Sequence[Column], facts: Mapping[int, ColumnFacts], merged: frozenset[int]) -> None:
    """Say of each column which entry it is about; `merged` are the columns with cells that span several rows."""
    titles = {column.field: column for column in columns if column.field in _TITLES}
    upper = FoundLevel.OBJECTIVE if Field.OBJECTIVE in titles and Field.ACTION not in titles else FoundLevel.ACTION
    for column in columns:
        column.level = _TITLES.get(column.field, upper)
    starts = {found: _starts(facts[column.index]) for found, column in titles.items()}
    for column in columns:
        if column.field not in _TITLES and facts[column.index].rows and Field.ACTION in titles:
            column.level = _level_of(column, titles, starts, facts, merged)


def _starts(facts: ColumnFacts) -> list[int]:
    """The rows where another pillar, objective or action begins."""
    rows: list[int] = []
    before = ""
    for row, text in zip(facts.rows, facts.texts, strict=True):
        if text != before:
            rows.append(row)
        before = text
    return rows


def _level_of(
    column: Column,
    titles: Mapping[Field, Column],
    starts: Mapping[Field, list[int]],
    facts: Mapping[int, ColumnFacts],
    merged: frozenset[int],
) -> FoundLevel:
    action = titles.get(Field.ACTION)
    is_merged = column.index in merged
    if action is None:
        return FoundLevel.ACTION
    for found, level in ((Field.OBJECTIVE, FoundLevel.OBJECTIVE), (Field.PILLAR, FoundLevel.PILLAR)):
        title = titles.get(found)
        if title is None:
            continue
        spans = (is_merged, title.index in merged)
        rows = (starts[found], starts[Field.ACTION])
        if _is_of_group(column, title, facts, rows, spans=spans, is_left=column.index < action.index):
            return level
    step = titles.get(Field.STEP)
    if (
        step
        and not set(facts[column.index].rows) <= set(starts[Field.ACTION])
        and not is_merged
        and column.index > step.index
    ):
        return FoundLevel.STEP
    if step and column.field is Field.ID and column.index > action.index:
        return FoundLevel.STEP
    return FoundLevel.ACTION


def _is_of_group(  # noqa: PLR0913 -- what decides it
    column: Column,
    title: Column,
    facts: Mapping[int, ColumnFacts],
    starts: tuple[Sequence[int], Sequence[int]],
    *,
    spans: tuple[bool, bool],
    is_left: bool,
) -> bool:
    """Whether a column says something about a pillar or an objective: by its header, or before the action by its cells.

    After the action a cell is the action's, even where only the first action of each objective has one.

    Args:
        column: The column.
        title: The column of the pillars or objectives.
        facts: What is in the columns.
        starts: The rows where these begin, and those where actions begin.
        spans: Whether some of its cells span several rows, and whether some of the pillars or objectives do.
        is_left: Whether it is before the action.
    """
    own, (groups, actions) = facts[column.index], starts
    words = plain_header(column.header).split()
    if "action" in words:
        return False
    if _names_group(words, title):
        return column.field is Field.ID or is_left or set(own.rows) <= set(groups)
    if not is_left or len(groups) >= len(actions) or not groups:
        return False
    rows = set(own.rows)
    if rows <= set(groups):  # where objectives span their rows, what is said of them does too; else all have it
        return spans[0] if spans[1] else set(groups) <= rows
    are_repeated = set(actions) <= rows and set(actions) <= set(facts[title.index].rows)
    return are_repeated and _repeats(own, groups)


def _names_group(words: Sequence[str], title: Column) -> bool:
    """Whether a header says whose it is: `Objective priority`, or in the document's own words, `Goal owner`."""
    main = plain_header(title.header).split(" ")[-1]
    return title.field.value in words or (len(words) > 1 and main in words)


def _repeats(facts: ColumnFacts, starts: Sequence[int]) -> bool:
    """Whether a column says the same in all rows of an objective, and not the same in all objectives."""
    ordered = sorted(starts)
    said: dict[int, set[str]] = {}
    place = 0
    for row, text in sorted(zip(facts.rows, facts.texts, strict=True)):
        while place + 1 < len(ordered) and ordered[place + 1] <= row:
            place += 1
        said.setdefault(place, set()).add(text)
    is_constant = all(len(texts) == 1 for texts in said.values())
    return is_constant and len({text for texts in said.values() for text in texts}) == len(said) > 1


def settle_pillars(columns: Sequence[Column], facts: Mapping[int, ColumnFacts], *, has_titles: bool) -> None:
    """Tell a column that groups the rows from one that says which themes each action serves.

    Args:
        columns: The columns of the table.
        facts: What is in them.
        has_titles: Whether rows of one cell stand between the others, which may be the titles of groups.
    """
    action = next((column.index for column in columns if column.field is Field.ACTION), len(columns))
    objective = next((column.index for column in columns if column.field is Field.OBJECTIVE), action)
    for column in columns:
        if column.field in {Field.PILLAR, Field.THEMES} and not column.ticked:
            groups = column.index < min(action, objective) and _is_grouping(facts[column.index])
            column.field = Field.PILLAR if groups else Field.THEMES
    if not has_titles and not any(column.field is Field.PILLAR for column in columns):
        _group_by_blocks(columns, facts, starts=len(facts[action].rows) if action in facts else 0)
    starts = len(facts[action].rows) if action in facts else 0
    for column in columns:
        own = facts[column.index]
        is_nameless = column.is_unknown and not own.header and column.index < min(action, objective)
        if is_nameless and 1 < len(own.rows) <= starts / 2:
            is_long = sum(len(text.split()) for text in own.texts) / len(own.texts) > _LONG_TITLE
            column.field, column.is_unknown = Field.OBJECTIVE if is_long else Field.PILLAR, False
    pillars = [column for column in columns if column.field is Field.PILLAR]
    for other in pillars[1:]:
        other.field = Field.OBJECTIVE if objective == action else Field.THEMES
    for column in columns:
        if column.field is Field.THEMES and facts[column.index].texts and not _has_themes(facts[column.index]):
            column.field = Field.ABOUT if not plain_header(column.header) else column.field


def _group_by_blocks(columns: Sequence[Column], facts: Mapping[int, ColumnFacts], starts: int) -> None:
    """Where nothing groups the rows before their actions, one theme after the other does, wherever its column is."""
    for column in columns:
        own = facts[column.index]
        if column.field is not Field.THEMES or column.ticked or len(own.texts) < starts:
            continue
        values = {" ".join(text.casefold().split()) for text in own.texts}
        if 1 < len(values) <= len(own.texts) / 2 and _stand_in_blocks(own) and _is_grouping(own):
            column.field = Field.PILLAR
            return


def _stand_in_blocks(facts: ColumnFacts) -> bool:
    """Whether no value comes again after another, in the whole document or in each of several tables that have more."""
    values = [" ".join(text.casefold().split()) for text in facts.texts]
    if _count_runs(values) == len(set(values)):
        return True
    tables = [[value for value, _ in run] for _, run in groupby(zip(values, facts.rows, strict=True), key=_table_of)]
    return all(_count_runs(one) == len(set(one)) for one in tables) and any(len(set(one)) > 1 for one in tables)


def _table_of(value_and_row: tuple[str, int]) -> int:
    return value_and_row[1] // NEXT_TABLE


def _count_runs(values: Sequence[str]) -> int:
    return sum(1 for place, value in enumerate(values) if place == 0 or values[place - 1] != value)


def _has_themes(facts: ColumnFacts) -> bool:
    return facts.share(Kind.THEME) > 0 or any(name in text.casefold() for text in facts.texts for name in THEMES)


def _names_several(value: str) -> bool:
    """Whether a value is the names of several themes."""
    named = sum(name in value for name in ("visib", "recogn", "career", "sustain"))
    return named > 1 and len(value.split()) <= _MOST_THEME_WORDS


def _is_grouping(facts: ColumnFacts) -> bool:
    """Whether a column's values stand in blocks, each one name."""
    values = [" ".join(text.casefold().split()) for text in facts.texts]
    if not values or (facts.share(Kind.TICK) > 0 and facts.share(Kind.THEME) == 0):
        return False
    if any(_names_several(value) for value in values):
        return False
    if all(len(part) <= 2 for value in values for part in re.split(r"[\s,;/&+]+", value)):  # noqa: PLR2004
        return False  # letters of themes, such as `V/R`
    return _stand_in_blocks(facts) or facts.share(Kind.THEME) < 0.5  # noqa: PLR2004 -- half of them
