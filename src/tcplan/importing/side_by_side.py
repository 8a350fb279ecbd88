"""The rows of the report: what the document says about each entry, beside what the plan says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tcplan.findings.span import Value
from tcplan.importing.document import Paragraph, paragraphs_in
from tcplan.importing.draft import DraftPlan, DraftValue
from tcplan.importing.found import Doubt
from tcplan.importing.import_plans import ImportedDocument
from tcplan.importing.places import place_words


@dataclass(frozen=True)
class SourceLine:
    """A fragment: its words, its place, and the key of the entry that it went to."""

    text: str
    place: str
    key: str


@dataclass(frozen=True)
class PlanLine:
    """A key of an entry with its value in words, and the words that it was read from where they are others."""

    key: str
    values: list[str]
    written: str


@dataclass(frozen=True)
class CheckRow:
    """An entry as it is checked: from the document, into the plan, and what is doubtful about it."""

    level: str
    id: str
    title: str
    source: list[SourceLine]
    plan: list[PlanLine]
    doubts: list[str]


@dataclass(frozen=True)
class CheckedPlan:
    """A plan of the report."""

    document: str
    file: str
    title: str
    rows: list[CheckRow]
    doubts: list[str]


def checked_plan(document: ImportedDocument, draft: DraftPlan, file: str) -> CheckedPlan:
    """A plan and the document that it comes from, entry by entry."""
    sources = _sources_by_entry(document)
    doubts = _doubts_by_entry(draft.doubts)
    title = draft.keys.get("title")
    rows = [
        CheckRow(
            one.level.value,
            one.id,
            one.title,
            sources.get(one.id, []),
            list(_plan_lines(one.keys)),
            doubts.get(one.id, []),
        )
        for one in draft.entries
    ]
    return CheckedPlan(document.document.name, file, str(title.value) if title else "", rows, doubts.get("", []))


def _sources_by_entry(document: ImportedDocument) -> dict[str, list[SourceLine]]:
    found: dict[str, list[SourceLine]] = {}
    for paragraph in paragraphs_in(document.document.blocks):
        for entry, key in _went_to(document, paragraph):
            line = SourceLine(_shown(paragraph), place_words(paragraph.place), key)
            found.setdefault(entry, []).append(line)
    return found


def _went_to(document: ImportedDocument, paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """The entries and keys that the words of a paragraph went to."""
    for where in document.ledger.places_of(paragraph):
        entry, arrow, key = where.partition(" > ")
        if arrow:
            yield entry, key


def _shown(paragraph: Paragraph) -> str:
    return f"{paragraph.number} {paragraph.text}".strip()


def _doubts_by_entry(doubts: Iterable[Doubt]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in doubts:
        place = place_words(one.place)
        found.setdefault(one.entry, []).append(f"{one.message} ({place})" if place else one.message)
    return found


def _plan_lines(keys: dict[str, DraftValue]) -> Iterator[PlanLine]:
    for key, value in keys.items():
        yield PlanLine(key, list(_value_words(value.value)), value.written)


def _value_words(value: Value) -> Iterator[str]:
    """A value in words, an item of a list each."""
    if isinstance(value, list):
        for one in value:
            yield from _value_words(one)
    elif isinstance(value, dict):
        yield "; ".join(f"{key}: {', '.join(_value_words(one))}" for key, one in value.items())
    elif value is not None:
        yield value
