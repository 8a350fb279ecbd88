"""Plans as the reader of plans finds them, made of plain words, and what is read from them."""

from collections.abc import Mapping, Sequence
from datetime import date

from tcplan.findings.span import Value
from tcplan.importing.document import Paragraph, SourceDocument, SourcePlace
from tcplan.importing.draft import DraftEntry, DraftPlan
from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan, Words
from tcplan.importing.ledger import Ledger
from tcplan.importing.reading import ReadOptions, read_plan

Said = str | Words | Sequence[str | Words]
"""What a document says in a field: in one place, or in several."""


def words(
    *lines: str | Paragraph,
    column: str = "",
    fill: str = "",
    day: date | None = None,
    row: int = 0,
    bullets: bool = False,
) -> Words:
    """What a cell says, a paragraph for each line."""
    place = SourcePlace("table 1", row, 1)
    paragraphs = tuple(
        line if isinstance(line, Paragraph) else Paragraph(line, place, depth=int(bullets)) for line in lines
    )
    return Words(paragraphs, "\n".join(one.text for one in paragraphs), place, column, fill, day)


def entry(level: FoundLevel, number: str, title: str, *children: FoundEntry, **fields: Said) -> FoundEntry:
    """An entry with what is said about it, by the names of the fields."""
    said = {Field(name.replace("_", "-")): _places(value) for name, value in fields.items()}
    return FoundEntry(level, number, words(title), SourcePlace("table 1", 1, 1), said, list(children))


def pillar(number: str, title: str, *children: FoundEntry, **fields: Said) -> FoundEntry:
    """A pillar."""
    return entry(FoundLevel.PILLAR, number, title, *children, **fields)


def objective(number: str, title: str, *children: FoundEntry, **fields: Said) -> FoundEntry:
    """An objective."""
    return entry(FoundLevel.OBJECTIVE, number, title, *children, **fields)


def action(number: str = "", title: str = "Hold a workshop", *steps: FoundEntry, **fields: Said) -> FoundEntry:
    """An action."""
    return entry(FoundLevel.ACTION, number, title, *steps, **fields)


def step(title: str, number: str = "", **fields: Said) -> FoundEntry:
    """A step."""
    return entry(FoundLevel.STEP, number, title, **fields)


def plan(*entries: FoundEntry, title: str = "", about: Said = (), key: Said = ()) -> FoundPlan:
    """A plan with these entries on top."""
    return FoundPlan(title, list(entries), _places(about), _places(key))


def read(found: FoundPlan, reviewed: str = "", answers: Mapping[str, str] | None = None) -> DraftPlan:
    """What is read from a plan."""
    return read_plan(found, Ledger(SourceDocument("plan.docx", ())), ReadOptions(reviewed, answers or {}))


def read_entry(*entries: FoundEntry, reviewed: str = "", **more: Said) -> DraftEntry:
    """The last of some entries as it is read."""
    return read(plan(*entries, **more), reviewed).entries[-1]  # type: ignore[arg-type]


def values_of(one: DraftEntry) -> dict[str, Value]:
    """The keys of an entry with their values."""
    return {key: value.value for key, value in one.keys.items()}


def kinds_of(draft: DraftPlan) -> list[str]:
    """The kinds of the doubts of a draft."""
    return [doubt.kind for doubt in draft.doubts]


def _places(said: Said) -> list[Words]:
    if isinstance(said, Words):
        return [said]
    if isinstance(said, str):
        return [words(said)]
    return [words(one) if isinstance(one, str) else one for one in said]
