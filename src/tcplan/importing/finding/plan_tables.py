"""Tables that hold actions: their columns, and whether they are plans at all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tcplan.importing.finding.alignment import RowAligner, align_rows, signature
from tcplan.importing.finding.cell_kinds import Kind, is_timeline, kinds_of
from tcplan.importing.finding.column_facts import ColumnFacts, merge_facts
from tcplan.importing.finding.column_rows import settle_by_rows
from tcplan.importing.finding.columns import Column, assign_columns
from tcplan.importing.finding.fills import are_states, hue_of
from tcplan.importing.finding.grids import Slot, filled
from tcplan.importing.finding.header_texts import EXACT, plain_header, score_header
from tcplan.importing.finding.headers import HeaderFinder, Segment, foreign_headers
from tcplan.importing.finding.identities import PlanIdentity
from tcplan.importing.finding.levels import settle_levels, settle_pillars
from tcplan.importing.found import Field

_SAMPLE = 400
_MOST_ALIGNED = 3000

_FEWEST_EXAMPLES = 3

KIND_OF: Mapping[Field, Kind] = {
    Field.ID: Kind.ID,
    Field.PRIORITY: Kind.PRIORITY,
    Field.DUE: Kind.TIMELINE,
    Field.RAG: Kind.RAG,
    Field.THEMES: Kind.THEME,
}
"""What the cells of a column hold whose field has only values of one kind."""

_OWN_COLOURS = frozenset({Field.RESOURCES, Field.PRIORITY, Field.PILLAR, Field.THEMES, Field.ALIGNS})
_GRADES = frozenset({"risk", "cost", "impact", "likelihood", "effort", "budget", "difficulty", "level"})
"""The words of headers whose cells have colours for something else than progress."""

_SUPPORT = frozenset(Field) - {Field.ACTION, Field.NOTHING, Field.ABOUT, Field.EVIDENCE}


@dataclass(slots=True)
class PlanTable:
    """A part of a table that holds actions.

    Attributes:
        segment: Its rows and header.
        columns: What its columns are.
        cells: What each row of its body says, by column; merged cells at each row that they span.
        colours: The column whose cells are coloured by state, in a table without a column of states; else -1.
        is_objectives: Whether it holds objectives, whose actions are in other tables.
        is_continued: Whether it goes on with the table before, without a header of its own.
        side: The header of its actions, where another plan is beside it in the same table; else empty.
        identity: Which plan that header says it is.
    """

    segment: Segment
    columns: list[Column]
    cells: dict[int, dict[int, Slot]] = field(default_factory=dict)
    is_continued: bool = False
    colours: int = -1
    is_objectives: bool = False
    side: str = ""
    identity: PlanIdentity | None = None

    @property
    def is_inferred(self) -> bool:
        """Whether no header says that it holds actions."""
        action = self.column_of(Field.ACTION)
        return not self.is_continued and (not self.segment.header_rows or bool(action and action.is_inferred))

    def column_of(self, found: Field) -> Column | None:
        """The column of a field."""
        return next((column for column in self.columns if column.field is found), None)


def collect_facts(segment: Segment) -> dict[int, ColumnFacts]:
    """What the cells of each column hold; rows that are one cell over all columns do not count."""
    grid = segment.grid
    labels = segment.labels
    facts = {column: ColumnFacts(column, segment.headers[column], labels[column]) for column in range(grid.width)}
    for index in segment.body[:_SAMPLE]:
        cells = filled(grid.rows[index], index)
        if (
            len(cells) == 1
            and (cells[0][1].cell.columns > 1 or cells[0][0] == 0)
            and grid.width > 1
            and len(segment.body) > 1
        ):
            continue
        for column, slot in cells:
            facts[column].texts.append(slot.text)
            facts[column].fills.append(slot.cell.fill)
            facts[column].rows.append(index)
    _add_colours(segment, facts)
    return facts


def _add_colours(segment: Segment, facts: Mapping[int, ColumnFacts]) -> None:
    """Cells that are only a colour, in columns that have no words and more than one colour."""
    for column, one in facts.items():
        if one.texts:
            continue
        coloured = [
            (index, slot)
            for index in segment.body[:_SAMPLE]
            if (slot := segment.grid.rows[index][column]) and slot.row == index and slot.cell.fill
        ]
        is_said = bool(coloured) and Field.RAG in (*score_header(one.header), *score_header(segment.parents[column]))
        is_bar = is_timeline(one.header) and bool(coloured) and not is_said
        if is_bar or is_said or are_states(slot.cell.fill for _, slot in coloured):
            one.texts.extend("x" if is_bar else "" for _ in coloured)
            one.fills.extend(slot.cell.fill for _, slot in coloured)
            one.rows.extend(index for index, _ in coloured)


def merged_columns(segment: Segment) -> frozenset[int]:
    """The columns with cells that span several rows."""
    rows = segment.grid.rows
    return frozenset(
        column for index in segment.body for column, slot in filled(rows[index], index) if slot.cell.rows > 1
    )


def read_table(segment: Segment, finder: HeaderFinder) -> PlanTable | None:
    """The part of a table as a plan; None if it is a table of another kind."""
    facts = collect_facts(segment)
    columns = assign_columns(list(facts.values()), finder)
    table = PlanTable(segment, columns)
    if not _is_plan(table, facts):
        return None
    settle_by_rows(columns, facts)
    settle_pillars(columns, facts, has_titles=_has_title_rows(segment))
    return table


def _has_title_rows(segment: Segment) -> bool:
    """Whether rows of one cell stand between the others, which may be the titles of groups."""
    rows = segment.grid.rows
    return segment.grid.width > 1 and any(len(filled(rows[index], index)) == 1 for index in segment.body)


def _is_plan(table: PlanTable, facts: dict[int, ColumnFacts]) -> bool:
    action = table.column_of(Field.ACTION)
    if action is None or not facts[action.index].texts:
        return False
    own = facts[action.index]
    is_said = score_header(action.header).get(Field.ACTION, 0) >= EXACT - 1
    are_names = own.share(Kind.NAMES) > 0.7 and own.share(Kind.ACTION) < 0.3  # noqa: PLR2004 -- mostly names
    if own.share_of_values() > 0.5 or (are_names and not is_said):  # noqa: PLR2004 -- mostly values
        return False
    fields = {column.field for column in table.columns if not column.is_unknown}
    support = len(fields & _SUPPORT)
    foreign = foreign_headers([column.header for column in table.columns])
    if not table.segment.header_rows:
        typed = fields & {Field.DUE, Field.PRIORITY, Field.RAG, Field.ID, Field.THEMES}
        is_like = own.share(Kind.ACTION) >= 0.5 or len(typed) > 1  # noqa: PLR2004 -- half of them
        return len(typed) >= 1 and is_like and len(own.texts) > 1
    if foreign > support:
        return False
    return support >= 1 or table.segment.grid.width == 1 or own.share(Kind.ACTION) > 0.3  # noqa: PLR2004 -- a few of them


def continue_table(segment: Segment, before: PlanTable) -> PlanTable | None:
    """A table without a header as the rest of the one before, if its columns hold the same."""
    if segment.header_rows or segment.grid.width > before.segment.grid.width or not segment.body:
        return None
    if segment.grid.width < before.segment.grid.width and segment.grid.width < 2:  # noqa: PLR2004 -- one cell is a note
        return None
    facts = collect_facts(segment)
    tried, fitting = 0, 0
    for column in before.columns:
        kind = KIND_OF.get(column.field)
        if kind and column.index in facts and facts[column.index].texts:
            tried += 1
            fitting += facts[column.index].share(kind) >= 0.5  # noqa: PLR2004 -- half of them
    action = before.column_of(Field.ACTION)
    if action is None or action.index not in facts:
        return None
    own = facts[action.index]
    is_prose = own.share(Kind.PROSE) >= 0.5 and own.share_of_values() < 0.3  # noqa: PLR2004
    if not (fitting * 2 >= tried and (is_prose or (tried and fitting == tried and not own.texts))):
        return None
    _take_columns(segment, before)
    return PlanTable(segment, before.columns, is_continued=True)


def _take_columns(segment: Segment, before: PlanTable) -> None:
    """Give a continued table the headers and the width of the one before."""
    width = before.segment.grid.width
    for row in segment.grid.rows:
        row.extend([None] * (width - len(row)))
    segment.grid.width = width
    segment.headers, segment.parents = before.segment.headers, before.segment.parents


def align_tables(tables: Sequence[PlanTable], finder: HeaderFinder) -> None:
    """Say which cell of each row belongs to which column; tables with the same header teach each other."""
    groups: dict[tuple[str, ...], list[PlanTable]] = {}
    for table in tables:
        groups.setdefault(tuple(table.segment.headers), []).append(table)
    for group in groups.values():
        if len(group) > 1 and not group[0].is_objectives and any(group[0].segment.headers):
            _share_columns(group, finder)
        _align_group(group)
        _settle_group(group)


def _share_columns(tables: Sequence[PlanTable], finder: HeaderFinder) -> None:
    """Read the columns of tables with the same header as those of one table."""
    facts = merge_facts([collect_facts(table.segment) for table in tables])
    columns = assign_columns(list(facts.values()), finder)
    settle_by_rows(columns, facts)
    settle_pillars(columns, facts, has_titles=any(_has_title_rows(table.segment) for table in tables))
    if any(column.field is Field.ACTION for column in columns):
        for table in tables:
            table.columns = columns


def _settle_group(tables: Sequence[PlanTable]) -> None:
    """Say about which entry each column is, by the rows as they are now aligned."""
    for table in tables:
        table.colours = _coloured_column(table)
    facts = merge_facts([_aligned_facts(table) for table in tables])
    merged = frozenset().union(*(merged_columns(table.segment) for table in tables))
    for columns in {id(table.columns): table.columns for table in tables}.values():
        settle_levels(columns, facts, merged)


def _coloured_column(table: PlanTable) -> int:
    """The column whose cells have the colours of states in most rows, if there is no column of states."""
    if table.column_of(Field.RAG) is not None:
        return -1
    rows = [index for index in table.segment.body if len(filled(table.segment.grid.rows[index], index)) > 1]
    for column in table.columns:
        if column.ticked or column.field in _OWN_COLOURS or _GRADES & set(plain_header(column.header).split()):
            continue
        fills = [
            slot.cell.fill for index in rows if (slot := table.cells[index].get(column.index)) and slot.row == index
        ]
        if are_states(fills) and sum(bool(hue_of(fill)) for fill in fills) >= len(rows) / 2:
            return column.index
    return -1


def _aligned_facts(table: PlanTable) -> dict[int, ColumnFacts]:
    facts = {column.index: ColumnFacts(column.index, column.header, column.header) for column in table.columns}
    for index in table.segment.body:
        for column, slot in table.cells[index].items():
            if (
                slot.row == index
                and slot.text
                and column in facts
                and slot.cell.columns < max(2, table.segment.grid.width / 2)
            ):
                facts[column].texts.append(slot.text)
                facts[column].fills.append(slot.cell.fill)
                facts[column].rows.append(index)
    return facts


def _usual_depths(rows: Sequence[list[tuple[int, Slot]]]) -> dict[int, str]:
    """The depth that most ids in front of the words of a column have, such as two for `1.1`."""
    counts: dict[int, Counter[str]] = {}
    for cells in rows:
        for column, slot in cells:
            if (look := signature(slot.text)).startswith("numbered"):
                counts.setdefault(column, Counter())[look] += 1
    return {column: found.most_common(1)[0][0] for column, found in counts.items()}


def _is_odd(cells: Sequence[tuple[int, Slot]], columns: Sequence[Column], depths: Mapping[int, str]) -> bool:
    """Whether a row has words in a column of dates, priorities, themes, states or ids that are none of these.

    So is a row with an id of another depth than is usual in its column.
    """
    looks = [(column, signature(slot.text)) for column, slot in cells]
    if any(look.startswith("numbered") and depths[column] != look for column, look in looks):
        return True
    fields = {column.index: column.field for column in columns}
    kinds = [(KIND_OF.get(fields.get(column, Field.ABOUT)), kinds_of(slot.text)) for column, slot in cells]
    return any(kind is not None and kind not in found and Kind.NO_VALUE not in found for kind, found in kinds)


def _align_group(tables: Sequence[PlanTable]) -> None:
    rows = [
        (table, index, filled(table.segment.grid.rows[index], index))
        for table in tables
        for index in table.segment.body
    ]
    moved: dict[tuple[int, int], dict[int, Slot]] = {}
    if len(rows) <= _MOST_ALIGNED:
        depths = _usual_depths([cells for _, _, cells in rows])
        in_place = [one for one in rows if not _is_odd(one[2], tables[0].columns, depths)]
        kept = {(id(table), index) for table, index, _ in in_place}
        examples = in_place if len(in_place) >= _FEWEST_EXAMPLES else rows
        for _ in range(2):
            aligner = RowAligner(tables[0].columns, tables[0].segment.grid.width)
            learned = {
                (id(table), index): moved.get((id(table), index), dict(cells)) for table, index, cells in examples
            }
            for cells_of_row in learned.values():
                aligner.learn(cells_of_row.items())
            moved = {}
            for table in tables:
                own = [(index, table.segment.grid.rows[index], cells) for other, index, cells in rows if other is table]
                known = {index: cells_of_row for (owner, index), cells_of_row in learned.items() if owner == id(table)}
                moved.update({(id(table), index): found for index, found in align_rows(own, aligner, known).items()})
            examples = [one for one in rows if (id(one[0]), one[1]) in kept or (id(one[0]), one[1]) in moved]
    for table, index, _ in rows:
        as_is = {column: slot for column, slot in enumerate(table.segment.grid.rows[index]) if slot is not None}
        shifted = moved.get((id(table), index))
        if shifted is not None:
            held = {column: slot for column, slot in as_is.items() if slot.row < index}
            as_is = {**held, **shifted}
        table.cells[index] = as_is
