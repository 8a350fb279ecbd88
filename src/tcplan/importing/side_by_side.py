"""The rows of the report: what the document says about each entry, beside what the plan says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tcplan.findings.span import Value
from tcplan.importing.document import paragraphs_in
from tcplan.importing.draft import DraftEntry, DraftPlan
from tcplan.importing.found import Doubt
from tcplan.importing.import_plans import ImportedDocument


@dataclass(frozen=True)
class FragmentWords:
    """A fragment: its words, and its place."""

    text: str
    place: str


@dataclass(frozen=True)
class FieldRow:
    """A key of an entry: what the document says, and what the plan says.

    `is_same` says that both are the same words, so that nobody has to read them twice.
    """

    key: str
    source: list[FragmentWords]
    values: list[str]
    is_same: bool


@dataclass(frozen=True)
class CheckRow:
    """An entry as it is checked: from the document, into the plan, and what is doubtful about it."""

    level: str
    id: str
    title: str
    fields: list[FieldRow]
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
    doubts = _doubts_by_entry(document, draft.doubts)
    title = draft.keys.get("title")
    rows = [
        CheckRow(one.level.value, one.id, one.title, _fields(one, sources.get(id(one), {})), doubts.pop(one.id, []))
        for one in draft.entries
    ]
    rest = [f"{entry}: {words}" if entry else words for entry, found in doubts.items() for words in found]
    return CheckedPlan(document.document.name, file, str(title.value) if title else "", rows, rest)


def _fields(entry: DraftEntry, sources: dict[str, list[FragmentWords]]) -> list[FieldRow]:
    """The keys of an entry in the order of the file, then what went to a key that the file does not have."""
    values = {"title": [entry.title]} | {key: list(_value_words(one.value)) for key, one in entry.keys.items()}
    keys = [*values, *(key for key in sources if key not in values)]
    return [_field_row(key, entry, sources.get(key, []), values.get(key, [])) for key in keys]


def _field_row(key: str, entry: DraftEntry, source: list[FragmentWords], values: list[str]) -> FieldRow:
    words = [entry.id, *values] if key == "title" else values  # the number may stand before the title
    is_same = bool(values) and _folded(line.text for line in source) in {_folded(values), _folded(words)}
    return FieldRow(key, source, values, is_same)


def _folded(texts: Iterable[str]) -> str:
    """The letters and digits of some texts: signs of Markdown and of lists do not count."""
    return "".join(char for text in texts for char in text.casefold() if char.isalnum())


def _sources_by_entry(document: ImportedDocument) -> dict[int, dict[str, list[FragmentWords]]]:
    found: dict[int, dict[str, list[FragmentWords]]] = {}
    for paragraph in paragraphs_in(document.document.blocks):
        line = FragmentWords(f"{paragraph.number} {paragraph.text}".strip(), document.where(paragraph.place))
        for one in document.ledger.placements_of(paragraph):
            if isinstance(one.holder, DraftEntry):
                found.setdefault(id(one.holder), {}).setdefault(one.key, []).append(line)
    return found


def _doubts_by_entry(document: ImportedDocument, doubts: Iterable[Doubt]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in doubts:
        place = document.where(one.place)
        found.setdefault(one.entry, []).append(f"{one.message} ({place})" if place else one.message)
    return found


def _value_words(value: Value) -> Iterator[str]:
    """A value in words, an item of a list each."""
    if isinstance(value, list):
        for one in value:
            yield from _value_words(one)
    elif isinstance(value, dict):
        yield "; ".join(f"{key}: {', '.join(_value_words(one))}" for key, one in value.items())
    elif value is not None:
        yield value
