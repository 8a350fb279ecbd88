"""Which field each column of a table is: a scored assignment by header words and by what the cells hold."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tcplan.importing.finding.cell_kinds import Kind, is_rag, is_theme, is_timeline
from tcplan.importing.finding.column_facts import ColumnFacts
from tcplan.importing.finding.groups import names_group
from tcplan.importing.finding.header_texts import EXACT, named_fields, plain_header
from tcplan.importing.finding.headers import HeaderFinder
from tcplan.importing.finding.value_words import CROSSES, UNTICKED
from tcplan.importing.found import Field, FoundLevel

_ACCEPTED = 5.0
"""The least score of a column that is taken for a field."""

_MOST: Final[Mapping[Field, int]] = {
    Field.ID: 3,
    Field.PILLAR: 1,
    Field.OBJECTIVE: 1,
    Field.ACTION: 1,
    Field.STEP: 1,
    Field.PRIORITY: 3,
    Field.START: 1,
    Field.DUE: 3,
}
"""How many columns may be one field; any number of the others."""

_OTHER_MEANING: Final[Mapping[Field, tuple[Field, ...]]] = {
    Field.PRIORITY: (Field.OBJECTIVE,),
    Field.RAG: (Field.REPORT,),
    Field.REPORT: (Field.RAG,),
    Field.OBJECTIVE: (Field.PILLAR, Field.ACTION),
    Field.PILLAR: (Field.THEMES, Field.OBJECTIVE),
    Field.THEMES: (Field.PILLAR,),
    Field.ACTION: (Field.STEP,),
    Field.STEP: (Field.ACTION,),
    Field.DUE: (Field.START,),
}
"""What a header also means where another column is a better fit, or where the cells say so."""

_OTHER_COST = 3.0
_HARDLY_ANY = 0.2


@dataclass(slots=True)
class Column:
    """A column of a plan.

    Attributes:
        index: Its place.
        header: Its header, as it is written.
        field: What it says.
        level: About which entry of its row.
        second: The other field of a column that holds two, such as `Owner / Date`.
        is_unknown: Whether nothing told what it is.
        is_inferred: Whether it was taken for the action because of its words alone.
        was_objective: Whether it is a column of objectives in a table without actions.
        ticked: What a tick in it says: the theme, colour or time that is its header.
        rival: The field that it might as well be.
    """

    index: int
    header: str
    field: Field
    level: FoundLevel = FoundLevel.ACTION
    second: Field | None = None
    is_unknown: bool = False
    ticked: str = ""
    is_inferred: bool = False
    was_objective: bool = False
    rival: Field | None = None


def score_column(facts: ColumnFacts, finder: HeaderFinder) -> dict[Field, float]:
    """How well a column fits each field."""
    if names_group(facts.header):
        return {Field.ACTION: EXACT - 1}  # its actions are below it
    scores = dict(finder.score(facts.header))
    if facts.label != facts.header and max(scores.values(), default=0) < EXACT:
        for found, score in finder.score(facts.label).items():
            scores[found] = max(scores.get(found, 0), score)
    for found, score in list(scores.items()):
        for other in _OTHER_MEANING.get(found, ()):
            scores[other] = max(scores.get(other, 0), score - _OTHER_COST)
    for found in Field:
        content = _score_content(found, facts)
        if found in scores or content >= _ACCEPTED:
            scores[found] = scores.get(found, 0) + content
    return scores


def _score_content(found: Field, facts: ColumnFacts) -> float:  # noqa: C901, PLR0911 -- a table of weights
    """What the cells add to a field, or take from it."""
    if not facts.texts:
        return 0.0
    share = facts.share
    prose, values = share(Kind.PROSE), facts.share_of_values()
    match found:
        case Field.ID:
            few = 6 if share(Kind.ID) < _HARDLY_ANY else 0
            return 7 * share(Kind.ID) - 9 * prose - few - 3 * facts.share_without_digits()
        case Field.PRIORITY:
            return 7 * share(Kind.PRIORITY) - 7 * prose - (5 if not share(Kind.PRIORITY) + share(Kind.NUMBER) else 0)
        case Field.THEMES | Field.PILLAR:
            return 6 * share(Kind.THEME) - (3 * prose if found is Field.THEMES else 0) - 8 * share(Kind.TIMELINE)
        case Field.DUE | Field.START:
            return (
                (6 if found is Field.DUE else 5) * share(Kind.TIMELINE)
                - 5 * max(prose - share(Kind.TIMELINE), 0)
                - 8 * _unless(share(Kind.TIMELINE), share(Kind.NAMES))
            )
        case Field.RAG:
            return 6 * share(Kind.RAG) - 5 * max(prose - share(Kind.RAG), 0) - (3 if not share(Kind.RAG) else 0)
        case Field.OWNERS | Field.LEAD:
            return 2 * share(Kind.NAMES) - 3 * share(Kind.ACTION) - 8 * share(Kind.TIMELINE) - 4 * share(Kind.PRIORITY)
        case Field.ACTION | Field.STEP:
            return 3 * share(Kind.ACTION) + 2 * prose - 9 * values
        case Field.OBJECTIVE:
            return prose + share(Kind.ACTION) - 9 * values
        case Field.SUCCESS | Field.REPORT:
            dates = 6 * max(share(Kind.TIMELINE) - prose, 0) if found is Field.SUCCESS else 0
            return prose - 3 * share(Kind.PRIORITY) - 3 * share(Kind.RAG) - dates
        case _:
            return 0.0


def _unless(wanted: float, other: float) -> float:
    return other if not wanted else 0.0


def assign_columns(all_facts: Sequence[ColumnFacts], finder: HeaderFinder, *, has_action: bool = True) -> list[Column]:
    """The field of each column: the best pairs first, each field as often as it may be."""
    scores = {facts.index: score_column(facts, finder) for facts in all_facts}
    pairs = sorted(
        ((score, -index, found) for index, row in scores.items() for found, score in row.items() if score >= _ACCEPTED),
        key=lambda pair: (-pair[0], -pair[1], list(Field).index(pair[2])),
    )
    chosen: dict[int, Field] = {}
    used: dict[Field, int] = {}
    for _, negative, found in pairs:
        if -negative in chosen or used.get(found, 0) >= _MOST.get(found, len(all_facts)):
            continue
        chosen[-negative] = found
        used[found] = used.get(found, 0) + 1
    letters = {facts.header.strip().casefold() for facts in all_facts}
    colours = {"r", "a", "g", "b"} if {"r", "a", "g"} <= letters else set()
    initials = frozenset() if colours else _theme_initials(all_facts)
    columns = [
        _ticked(facts, colours, initials) or _column(facts, chosen.get(facts.index), scores[facts.index])
        for facts in all_facts
    ]
    _settle_objectives(columns, finder)
    _settle_ids(columns, finder)
    _settle_dates(columns, finder)
    if has_action:
        _settle_titles(columns, all_facts)
    _settle_names(columns, all_facts)
    return columns


def _settle_objectives(columns: Sequence[Column], finder: HeaderFinder) -> None:
    """Of two columns of aims before the action, such as `Goal` and `Objective`, the first makes pillars."""
    action = next((column.index for column in columns if column.field is Field.ACTION), len(columns))
    named = [
        column
        for column in columns
        if column.index < action
        and column.field in {Field.OBJECTIVE, Field.PILLAR}
        and finder.score(column.header).get(Field.OBJECTIVE, 0) >= EXACT - 1
    ]
    if len(named) == 2 and {column.field for column in named} == {Field.OBJECTIVE, Field.PILLAR}:  # noqa: PLR2004
        named[0].field, named[1].field = Field.PILLAR, Field.OBJECTIVE


_NUMBERED = frozenset({"objective", "aim", "goal", "pillar", "theme", "action", "step", "task", "activity", "sub"})


def _settle_ids(columns: Sequence[Column], finder: HeaderFinder) -> None:
    """Beside a column that says plainly that it has the ids, `Concordat ref` is what the actions refer to."""
    ids = [(column, finder.score(column.header)) for column in columns if column.field is Field.ID and column.header]
    if not any(scores.get(Field.ID, 0) >= EXACT - 1 for _, scores in ids):
        return
    for column, scores in ids:
        words = set(plain_header(column.header).split())
        if scores.get(Field.ID, 0) < EXACT - 1 and not words & _NUMBERED:
            column.field = Field.ALIGNS if Field.ALIGNS in scores else Field.ABOUT


def _settle_dates(columns: Sequence[Column], finder: HeaderFinder) -> None:
    """Beside a column that says plainly when actions are due, a date below any other words is something else.

    `Added`, `Signed off`, `Last touched`: lists of tasks keep many days for each.
    """
    dates = [column for column in columns if column.field in {Field.DUE, Field.START} and not column.ticked]
    if not any(finder.score(column.header).get(Field.DUE, 0) >= EXACT - 1 for column in dates):
        return
    for column in dates:
        says_when = set(finder.score(column.header)) & {Field.DUE, Field.START}
        if column.header.strip() and not says_when and not is_timeline(column.header):
            column.field, column.second, column.rival = Field.ABOUT, None, None


def _settle_names(columns: Sequence[Column], all_facts: Sequence[ColumnFacts]) -> None:
    """Take a column of names without a header for the owners, where no other is."""
    facts = {one.index: one for one in all_facts}
    if any(column.field in {Field.OWNERS, Field.LEAD} for column in columns):
        return
    for column in columns:
        own = facts[column.index]
        if column.is_unknown and not own.header and own.share(Kind.NAMES) >= 0.7 and own.share(Kind.ACTION) < 0.3:  # noqa: PLR2004 -- mostly names
            column.field, column.is_unknown, column.rival = Field.OWNERS, False, Field.ABOUT
            return


_THEME_INITIALS: Final = frozenset({"v", "vis", "r", "rec", "c", "cd", "s", "sus", "e", "ei"})
_FEW_INITIALS: Final = 3


def _theme_initials(all_facts: Sequence[ColumnFacts]) -> frozenset[str]:
    """The initials of themes that head columns of marks; only several beside each other mean themes."""
    letters = {one.header.strip().casefold() for one in all_facts if _has_marks(one)} & _THEME_INITIALS
    return frozenset(letters) if len(letters) >= _FEW_INITIALS else frozenset()


def _has_marks(facts: ColumnFacts) -> bool:
    """Whether a column has nothing but marks and empty boxes, or nothing at all: no action may have a theme."""
    unticked = all(text.strip() in UNTICKED for text in facts.texts)
    return unticked or facts.share(Kind.TICK) >= _NEARLY_ALL


_NEARLY_ALL: Final = 0.8


def _ticked(facts: ColumnFacts, colours: Collection[str], initials: Collection[str]) -> Column | None:
    """A column with a value as its header and ticks as its cells.

    `colours` and `initials` are the letters that mean colours and themes in this table.
    """
    marks = facts.share(Kind.TICK)
    is_unticked = bool(facts.texts) and all(text.strip() in UNTICKED for text in facts.texts)
    if not is_unticked and (marks < _NEARLY_ALL or _says_yes_and_no(facts)):
        return None
    header = facts.header.strip()
    letters = header.casefold()
    if letters in colours or (is_rag(header) and not is_theme(header)):
        return Column(facts.index, facts.label, Field.RAG, ticked=header)
    if is_theme(header) or (letters in _THEME_INITIALS and (letters in initials or is_theme_word(facts.label))):
        return Column(facts.index, facts.label, Field.THEMES, ticked=header)
    if letters in {"high", "medium", "low"}:
        return Column(facts.index, facts.label, Field.PRIORITY, ticked=header)
    if is_timeline(header):
        # Of two rows of a header, `2025` above `Q3`, both say when.
        both = facts.label if is_timeline(facts.label) else header
        return Column(facts.index, both, Field.DUE, ticked=both)
    return None


def _says_yes_and_no(facts: ColumnFacts) -> bool:
    """Whether a column has both ticks and crosses, so that a cross is no mark but a "no"."""
    marks = {text.strip().casefold() for text in facts.texts} - UNTICKED
    return bool(marks & CROSSES) and not marks <= CROSSES


def is_theme_word(label: str) -> bool:
    """Whether a header speaks of themes."""
    return bool({"theme", "pillar", "area", "commitment"} & set(plain_header(label).split()))


def _column(facts: ColumnFacts, found: Field | None, scores: Mapping[Field, float]) -> Column:
    if found is None:
        is_empty = not facts.texts
        return Column(facts.index, facts.label, Field.NOTHING if is_empty else Field.ABOUT, is_unknown=not is_empty)
    close = [other for other, score in scores.items() if other is not found and score >= scores[found] - 1]
    related = _OTHER_MEANING.get(found, ())
    rival = next(
        (other for other in close if other not in related and found not in _OTHER_MEANING.get(other, ())), None
    )
    names = named_fields(facts.header)
    second = next((other for other in names if {found, other} in _COMBINED and other is not found), None)
    return Column(facts.index, facts.label, found, second=second, rival=rival)


_COMBINED: Final = (
    {Field.OWNERS, Field.DUE},
    {Field.LEAD, Field.DUE},
    {Field.OWNERS, Field.START},
    {Field.LEAD, Field.START},
    {Field.RAG, Field.REPORT},
    {Field.RAG, Field.ABOUT},
)


def _settle_titles(columns: list[Column], all_facts: Sequence[ColumnFacts]) -> None:
    """Make sure that one column is the action: the nearest to it, where no header says so."""
    by_field = {column.field: column for column in columns}
    if Field.ACTION in by_field:
        return
    facts = {one.index: one for one in all_facts}
    if action := _beside_objectives(columns, facts):
        action.rival = action.field if action.field is not Field.ABOUT else None
        action.field, action.is_unknown = Field.ACTION, False
        return
    for instead in (Field.STEP, Field.OBJECTIVE):
        if instead in by_field:
            by_field[instead].field = Field.ACTION
            by_field[instead].was_objective = instead is Field.OBJECTIVE
            words = set(plain_header(by_field[instead].header).split())
            by_field[instead].is_inferred = not words & {"objective", "aim", "goal", "step", "activity", "task"}
            return
    likely = [
        column
        for column in columns
        if (column.is_unknown or column.field in {Field.SUCCESS, Field.PILLAR, Field.ALIGNS, Field.ABOUT, Field.REPORT})
        and facts[column.index].share(Kind.ACTION) >= 0.5  # noqa: PLR2004 -- half of them
        and len(facts[column.index].texts) > 1
    ]
    if not likely:
        likely = _only_prose(columns, facts)
    if likely:
        best = max(likely, key=lambda column: facts[column.index].share(Kind.ACTION))
        best.rival = best.field if best.field is not Field.ACTION else None
        best.field, best.is_unknown, best.is_inferred = Field.ACTION, False, True


def _beside_objectives(columns: Sequence[Column], facts: Mapping[int, ColumnFacts]) -> Column | None:
    """The column with more than one text for an objective before it, most of which read like something to do.

    Its header may be any: `Recommendation`, `Description`, `Deliverables`.
    """
    objective = next((column for column in columns if column.field is Field.OBJECTIVE), None)
    if objective is None:
        return None
    few = len(set(facts[objective.index].texts))
    likely = [
        column
        for column in columns
        if column.index > objective.index
        and (column.is_unknown or column.field in _MAY_BE_ACTIONS)
        and facts[column.index].share(Kind.ACTION) >= 0.5  # noqa: PLR2004 -- half of them
        and len(set(facts[column.index].texts)) >= _MORE * few
    ]
    return max(likely, key=lambda column: facts[column.index].share(Kind.ACTION), default=None)


_MORE = 1.5
_MAY_BE_ACTIONS = frozenset({Field.SUCCESS, Field.ALIGNS, Field.ABOUT, Field.REPORT, Field.STEP})
_TELLING = frozenset({Field.OWNERS, Field.LEAD, Field.DUE, Field.RAG, Field.PRIORITY, Field.SUCCESS})


def _only_prose(columns: Sequence[Column], facts: Mapping[int, ColumnFacts]) -> list[Column]:
    """The column of words that nothing told apart, in a table that has the other columns of a plan."""
    if len({column.field for column in columns} & _TELLING) < 2:  # noqa: PLR2004 -- such as owner and date
        return []
    unknown = [column for column in columns if column.is_unknown and facts[column.index].share(Kind.PROSE) >= 0.5]  # noqa: PLR2004
    return unknown[:1]
