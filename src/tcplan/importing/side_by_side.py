"""The rows of the report: what the document says about each entry, beside what the plan says."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tcplan.findings.span import Value
from tcplan.importing.document import paragraphs_in
from tcplan.importing.draft import DraftEntry, DraftPlan
from tcplan.importing.found import Doubt, FoundLevel
from tcplan.importing.import_plans import ImportedDocument

_SHORT: Final = 90
"""The most characters of a field that is shown on one line."""

_FIELDS: Final = {
    "owners": "owner",
    "start": "start",
    "due": "due date",
    "success": "success criteria",
    "priority": "priority",
    "themes": "themes",
    "updates": "progress",
}
"""The fields that are told where they are empty, in words."""

_COLOUR: Final = "the colour of the cell"
"""What stands for a report in a document where it has no words."""

_ALWAYS: Final = ("owners", "due")


@dataclass(frozen=True)
class FragmentWords:
    """A fragment: its words, and its place."""

    text: str
    place: str


@dataclass(frozen=True)
class FieldRow:
    """A key of an entry: what the document says, and what the plan says, an entry or paragraph each.

    `is_short` where both fit on one line.
    """

    key: str
    source: list[FragmentWords]
    values: list[str]
    is_short: bool


@dataclass(frozen=True)
class CheckedEntry:
    """An entry as it is checked: from the document, into the plan, and what is doubtful about it.

    Attributes:
        level: What it is.
        id: Its id in the plan.
        title: Its title.
        place: Where it is in the document.
        same: The keys that are word for word what the document says, so that nobody has to compare them.
        parted: The keys with the same words, which tcplan parted into several entries.
        fields: The other keys, which have to be compared.
        empty: The fields that have nothing in the plan, in words.
        doubts: What is doubtful.
    """

    level: str
    id: str
    title: str
    place: str
    same: list[str]
    parted: list[FieldRow]
    fields: list[FieldRow]
    empty: list[str]
    doubts: list[str]


@dataclass(frozen=True)
class CheckedPlan:
    """A plan of the report."""

    document: str
    file: str
    title: str
    rows: list[CheckedEntry]
    doubts: list[str]
    missing: list[str]
    """The fields that no action has, although plans do, in words."""

    @property
    def settled(self) -> int:
        """How many entries have nothing to compare."""
        return sum(not (row.fields or row.parted or row.doubts or row.empty) for row in self.rows)


def checked_plan(
    document: ImportedDocument, draft: DraftPlan, file: str, line_of: Callable[[Doubt], int | None]
) -> CheckedPlan:
    """A plan and the document that it comes from, entry by entry; `line_of` says where a doubt is settled."""
    sources = _sources_by_entry(document)
    doubts = _doubts_by_entry(document, draft.doubts, line_of)
    title = draft.keys.get("title")
    usual = _usual_fields(draft)
    rows = []
    for one in draft.entries:
        source = sources.get(id(one), {})
        if "updates" in one.keys and "updates" not in source:
            source["updates"] = [FragmentWords(_COLOUR, document.where(one.keys["updates"].place))]
        rows.append(_check_row(one, source, document.where(one.place), usual, doubts.pop(one.id, [])))
    rest = [f"{entry}: {words}" if entry else words for entry, found in doubts.items() for words in found]
    missing = [_FIELDS[one] for one in _ALWAYS if rows and not any(_has(entry, one) for entry in draft.entries)]
    return CheckedPlan(document.document.name, file, str(title.value) if title else "", rows, rest, missing)


def _check_row(
    entry: DraftEntry, source: dict[str, list[FragmentWords]], place: str, usual: Iterable[str], doubts: list[str]
) -> CheckedEntry:
    same, parted, fields = [], [], []
    said = _folded(line.text for lines in source.values() for line in lines)
    for row in _fields(entry, source):
        if not _is_same(entry, row, said):
            fields.append(row)
        elif _is_parted(row):
            parted.append(row)
        else:
            same.append(row.key)
    empty = [_FIELDS[one] for one in usual if not _has(entry, one)] if entry.level is FoundLevel.ACTION else []
    return CheckedEntry(entry.level.value, entry.id, entry.title, place, same, parted, fields, empty, doubts)


def _usual_fields(draft: DraftPlan) -> list[str]:
    """The fields that are told where they are empty: owner and due date if any has them, and what most have."""
    actions = [one for one in draft.entries if one.level is FoundLevel.ACTION]
    counts = {one: sum(_has(action, one) for action in actions) for one in _FIELDS}
    return [one for one, count in counts.items() if (one in _ALWAYS and count) or 2 * count > len(actions)]


def _has(entry: DraftEntry, field: str) -> bool:
    return field in entry.keys or (field == "owners" and "lead" in entry.keys)


def _fields(entry: DraftEntry, sources: dict[str, list[FragmentWords]]) -> Iterator[FieldRow]:
    """The keys of an entry in the order of the file, then what went to a key that the file does not have."""
    values = {"title": [entry.title]} | {key: list(_value_words(one.value)) for key, one in entry.keys.items()}
    for key in (*values, *(one for one in sources if one not in values)):
        source, said = sources.get(key, []), values.get(key, [])
        is_short = len(source) == 1 and len(said) == 1 and len(source[0].text) + len(", ".join(said)) <= _SHORT
        yield FieldRow(key, source, said, is_short)


def _is_same(entry: DraftEntry, row: FieldRow, said: str) -> bool:
    """Whether a key has the words of the document; the number may stand before the title.

    Args:
        entry: The entry that has it.
        row: The key.
        said: All that the document says of the entry, folded: a quotation or a theme may be a part of another field.
    """
    if row.values and not row.source:
        return all(_folded([value.removeprefix("text: ")]) in said for value in row.values)
    words = [entry.id, *row.values] if row.key == "title" else row.values
    return bool(row.values) and _folded(one.text for one in row.source) in {_folded(row.values), _folded(words)}


def _is_parted(row: FieldRow) -> bool:
    """Whether words of one paragraph or cell are several entries: how they were parted is what has to be checked."""
    source = [_folded([one.text]) for one in row.source]
    return bool(source) and len(row.values) > 1 and [_folded([one]) for one in row.values] != source


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


def _doubts_by_entry(
    document: ImportedDocument, doubts: Iterable[Doubt], line_of: Callable[[Doubt], int | None]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in doubts:
        line = line_of(one)
        places = ", ".join(filter(None, (document.where(one.place), f"line {line} of the file" if line else "")))
        found.setdefault(one.entry, []).append(f"{one.message} ({places})" if places else one.message)
    return found


def _value_words(value: Value) -> Iterator[str]:
    """A value in words, an item of a list or a paragraph each."""
    if isinstance(value, list):
        for one in value:
            yield from _value_words(one)
    elif isinstance(value, dict):
        yield "; ".join(f"{key}: {', '.join(_value_words(one))}" for key, one in value.items())
    elif value is not None:
        yield from filter(None, map(str.strip, value.split("\n\n")))
