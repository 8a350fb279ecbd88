"""An import as a page: what was read, what is doubtful, what is left over, and what was written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from tcplan.importing.draft import DraftEntry, DraftPlan, DraftValue
from tcplan.importing.found import Doubt, FoundLevel
from tcplan.importing.import_plans import ImportedDocument

FORMAT: Final = 1
FilePlace = Callable[[DraftPlan, Doubt], tuple[str, int | None]]
"""The file and the line of it in which a doubt about a plan is settled."""


@dataclass(frozen=True)
class DateRow:
    """A date of the plan: the words of the document, and what was read out of them, as it is in the file."""

    written: str
    read: str | list[str]


@dataclass(frozen=True)
class ImportedGroupRow:
    """A pillar or an objective; `keys` are its other keys as they are in the file."""

    id: str
    title: str
    source: str
    keys: dict[str, Any]


@dataclass(frozen=True)
class ImportedActionRow:
    """An action; `source` is its place in the document, and `objective` and `pillar` are the entries above it."""

    id: str
    title: str
    pillar: str | None
    objective: str | None
    themes: list[str]
    priority: str | None
    lead: str | None
    owners: list[str]
    start: DateRow | None
    due: DateRow | None
    success: list[Any]
    steps: list[Any]
    updates: list[Any]
    aligns: list[Any]
    continues: list[Any]
    related: list[Any]
    quotes: list[Any]
    measured_by: list[Any]
    about: str | None
    source: str


@dataclass(frozen=True)
class ImportedPlanRow:
    """A plan of the document. `status` says what became of it: `new`, `same` as the file that is there, or `changed`.

    `patch` is what would change in the file that is there.
    """

    file: str
    title: str
    document: str
    status: Literal["new", "same", "changed"]
    patch: str
    ids_assigned: bool
    pillars: list[ImportedGroupRow]
    objectives: list[ImportedGroupRow]
    actions: list[ImportedActionRow]


@dataclass(frozen=True)
class DoubtRow:
    """Something that a person should look at: in which document, where in it, and about which entry.

    `file` and `line` are where to correct it, in a plan that is new; the line is null where it is about a whole plan.
    """

    kind: str
    message: str
    document: str
    place: str
    entry: str
    file: str
    line: int | None


@dataclass(frozen=True)
class OfferRow:
    """A success criterion with numbers that could be followed as a measure, and the `targets` that it would have."""

    criterion: str
    targets: str
    document: str
    place: str
    entry: str


@dataclass(frozen=True)
class LeftOverRow:
    """A fragment that found no field, with its place; its words are in the `about` of the plan."""

    text: str
    document: str
    place: str


@dataclass(frozen=True)
class FragmentCounts:
    """How many paragraphs and cells of the documents hold words, and where these went."""

    total: int
    placed: int
    left_over: int


@dataclass(frozen=True)
class UnfinishedRow:
    """A finding about a plan as it is written: what is left to finish, by its line."""

    code: str
    severity: str
    file: str
    line: int
    message: str
    help: str


@dataclass(frozen=True)
class DecisionRow:
    """Something that was decided by default, and how it was decided."""

    question: str
    answer: str


@dataclass(frozen=True)
class ImportPage:
    """The whole import. `command` runs it again in the same way; `wrote` are the files that were written."""

    format: Literal[1]
    tcplan: str
    written: bool
    wrote: list[str]
    plans: list[ImportedPlanRow]
    doubts: list[DoubtRow]
    offers: list[OfferRow]
    left_over: list[LeftOverRow]
    fragments: FragmentCounts
    unfinished: list[UnfinishedRow]
    questions: list[DecisionRow]
    command: str


def plan_row(
    document: ImportedDocument, draft: DraftPlan, file: str, status: Literal["new", "same", "changed"], patch: str
) -> ImportedPlanRow:
    """A plan of a document, with the name of its file as it is shown."""
    title = draft.keys.get("title")
    return ImportedPlanRow(
        file=file,
        title=str(title.value) if title else "",
        document=document.document.name,
        status=status,
        patch=patch,
        ids_assigned=draft.ids_assigned,
        pillars=group_rows(document, draft, FoundLevel.PILLAR),
        objectives=group_rows(document, draft, FoundLevel.OBJECTIVE),
        actions=action_rows(document, draft),
    )


def group_rows(document: ImportedDocument, draft: DraftPlan, level: FoundLevel) -> list[ImportedGroupRow]:
    """The pillars or the objectives of a plan."""
    return [
        ImportedGroupRow(
            one.id, one.title, document.where(one.place), {key: value.value for key, value in one.keys.items()}
        )
        for one in draft.entries
        if one.level is level
    ]


def action_rows(document: ImportedDocument, draft: DraftPlan) -> list[ImportedActionRow]:
    """The actions of a plan in the order of the document."""
    levels = {one.id: one for one in draft.entries if one.level is not FoundLevel.ACTION}
    return [
        _action_row(one, levels, document.where(one.place)) for one in draft.entries if one.level is FoundLevel.ACTION
    ]


def doubt_rows(document: ImportedDocument, place_in_file: FilePlace) -> Iterator[DoubtRow]:
    """What a person should look at in a document: what the reader left out, and what was not sure."""
    name = document.document.name
    for remark in document.document.remarks:
        yield DoubtRow("not read", remark.message, name, document.where(remark.place), "", "", None)
    for draft in document.drafts:
        for one in draft.doubts:
            place = document.where(one.place)
            yield DoubtRow(one.kind, one.message, name, place, one.entry, *place_in_file(draft, one))


def offer_rows(document: ImportedDocument) -> Iterator[OfferRow]:
    """The numbers of a document that could be followed as measures."""
    name = document.document.name
    every = (one for draft in document.drafts for one in draft.offers)
    return (OfferRow(one.criterion, one.targets, name, document.where(one.place), one.entry) for one in every)


def left_over_rows(document: ImportedDocument) -> Iterator[LeftOverRow]:
    """The fragments of a document that found no field."""
    name = document.document.name
    return (LeftOverRow(one.text, name, document.where(one.place)) for one in document.left_over)


def _action_row(entry: DraftEntry, levels: dict[str, DraftEntry], source: str) -> ImportedActionRow:
    above = {one.level: one.id for one in _above(entry, levels)}
    keys = entry.keys
    return ImportedActionRow(
        id=entry.id,
        title=entry.title,
        pillar=above.get(FoundLevel.PILLAR),
        objective=above.get(FoundLevel.OBJECTIVE),
        themes=_list_of(keys.get("themes")),
        priority=_text_of(keys.get("priority")),
        lead=_text_of(keys.get("lead")),
        owners=_list_of(keys.get("owners")),
        start=_start_of(keys),
        due=_date_of(keys.get("due")),
        success=_list_of(keys.get("success")),
        steps=_list_of(keys.get("steps")),
        updates=_list_of(keys.get("updates")),
        aligns=_list_of(keys.get("aligns")),
        continues=_list_of(keys.get("continues")),
        related=_list_of(keys.get("related")),
        quotes=_list_of(keys.get("quotes")),
        measured_by=_list_of(keys.get("measured_by")),
        about=_text_of(keys.get("about")),
        source=source,
    )


def _above(entry: DraftEntry, levels: dict[str, DraftEntry]) -> Iterator[DraftEntry]:
    """The entries above an entry, the nearest first: by `under`, else by the id that its own extends."""
    seen = {entry.id}
    while True:
        under = _text_of(entry.keys.get("under"))
        parent = levels.get(under) if under else _extended(entry.id, levels)
        if parent is None or parent.id in seen:
            return
        seen.add(parent.id)
        yield parent
        entry = parent


def _extended(id_: str, levels: dict[str, DraftEntry]) -> DraftEntry | None:
    """The entry whose id this one extends, the longest first."""
    parts = id_.split(".")
    return next(
        (levels[".".join(parts[:n])] for n in range(len(parts) - 1, 0, -1) if ".".join(parts[:n]) in levels), None
    )


def _list_of(value: DraftValue | None) -> list[Any]:
    if value is None or value.value is None:
        return []
    return list(value.value) if isinstance(value.value, list) else [value.value]


def _text_of(value: DraftValue | None) -> str | None:
    return value.value if value and isinstance(value.value, str) else None


def _start_of(keys: dict[str, DraftValue]) -> DateRow | None:
    """The start with its words, which are those of the due date where one text says both."""
    start, due = keys.get("start"), keys.get("due")
    if start and due and not start.written and start.place == due.place:
        start = start._replace(written=due.written)
    return _date_of(start)


def _date_of(value: DraftValue | None) -> DateRow | None:
    if value is None or value.value is None:
        return None
    read = [str(one) for one in value.value] if isinstance(value.value, list) else str(value.value)
    return DateRow(value.written or (", ".join(read) if isinstance(read, list) else read), read)
