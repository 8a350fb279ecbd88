"""What differs in a file, entry by entry, in the order of the plan."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, Literal, NamedTuple

from tcplan.comparison.differences.comparable import ComparableFile
from tcplan.comparison.differences.data_changes import DataChange, DataChangeKind, DataPath, compare_data, inner_changes
from tcplan.comparison.differences.item_pairs import ItemStep, PairedBy, PlanLinks
from tcplan.findings.plan_terms import plan_terms
from tcplan.findings.span import Value
from tcplan.values.dates import DateError, parse_day
from tcplan.values.rag import Colour
from tcplan.views.diff.labels import noun_of
from tcplan.views.diff.places import ComparedFile, PlaceFinder
from tcplan.views.diff.rows import EntryDiffRow, FactRow
from tcplan.views.diff.sentences import index_path, sentence_of

_TABLES: Final = frozenset(
    {"pillars", "objectives", "actions", "measures", "voice", "answers", "reviews", "questions", "items", "reports"}
)
"""Tables whose items have a heading of their own."""

_HEADING: Final = (("id",), ("title",))
"""Keys that the heading of an entry says."""


class _EntryChanges(NamedTuple):
    """The changes of one entry, or of what is in none."""

    place: DataPath
    changes: list[DataChange]


def entry_rows(old: ComparedFile, new: ComparedFile, links: PlanLinks | None = None) -> tuple[EntryDiffRow, ...]:
    """The entries that differ, in the order of the plan: first what is in no entry; what is gone is where it was.

    `links` are those of two plans that follow each other.
    """
    before, after = old.data, new.data
    groups: dict[DataPath, _EntryChanges] = {(): _EntryChanges((), [])}
    for change in compare_data(before, after, links):
        place = _entry_place(change.path)
        groups.setdefault(place, _EntryChanges(place, [])).changes.append(change)
    finder, left = PlaceFinder(old, new, links), _left_kind(links)
    for place in finder.moved():  # an entry may be moved by nothing of its own: its parent got the id
        groups.setdefault(place, _EntryChanges(place, []))
    found = sorted((one for one in groups.values() if one.changes or one.place), key=lambda one: finder.rank(one.place))
    return tuple(_row(group, before, after, finder, left) for group in found)


def _entry_place(path: DataPath) -> DataPath:
    is_entry = len(path) > 1 and path[0] in _TABLES and isinstance(path[1], ItemStep)
    return path[:2] if is_entry else ()


def _left_kind(links: PlanLinks | None) -> DataChangeKind | None:
    """What becomes of the reports of the earlier of two plans that follow each other: the later one begins without."""
    if links is None:
        return None
    is_backwards = any(one.by is PairedBy.CONTINUED for one in links.values())
    return DataChangeKind.ADDED if is_backwards else DataChangeKind.REMOVED


def _is_left(change: DataChange, kind: DataChangeKind | None) -> bool:
    """Whether a change is a report of the earlier plan."""
    return kind is not None and change.kind is kind and change.path[2:3] == ("updates",)


def _row(
    group: _EntryChanges,
    before: ComparableFile,
    after: ComparableFile,
    finder: PlaceFinder,
    left: DataChangeKind | None,
) -> EntryDiffRow:
    old, new = finder.entry(group.place, is_later=False), finder.entry(group.place, is_later=True)
    shown = new if new is not None else old
    step = group.place[1] if group.place else None
    name, title = _name(shown), _title(shown)
    was = _name(old) if old is not None and new is not None and _name(old) != name else None
    moved_from, moved_to = finder.parents(group.place) if old is not None and new is not None else (None, None)
    rag = (_last_colour(old), _last_colour(new)) if old is not None and new is not None else (None, None)
    rag = rag if rag[0] is not rag[1] else (None, None)
    return EntryDiffRow(
        level=noun_of(str(group.place[0])).removesuffix(" of").removesuffix(" on") if group.place else _kind(after),
        id=name if group.place else "",
        title=title,
        change=_what_happened(group, old, new),
        earlier_id=was,
        likely=isinstance(step, ItemStep) and step.by.is_likely,
        continuation=_continuation(step),
        moved_from=moved_from,
        moved_to=moved_to,
        rag_before=rag[0],
        rag_after=rag[1],
        facts=tuple(_facts(group, before, after, left)),
        holds=tuple(_held(group, before, after, left)),
        reports_left=sum(_is_left(one, left) for one in (*group.changes, *_inner(group, before, after))),
    )


def _continuation(step: object) -> Literal["continues", "continued"] | None:
    """Which of two plans says that its entry continues the other one."""
    by = step.by if isinstance(step, ItemStep) else None
    if by is PairedBy.CONTINUES:
        return "continues"
    return "continued" if by is PairedBy.CONTINUED else None


def _what_happened(group: _EntryChanges, old: Value, new: Value) -> Literal["added", "removed", "closed", "changed"]:
    if group.place and old is None:
        return "added"
    if group.place and new is None:
        return "removed"
    closes = (*group.place, "closed")
    return "closed" if any(one.path == closes and one.before is None for one in group.changes) else "changed"


def _facts(
    group: _EntryChanges, before: ComparableFile, after: ComparableFile, left: DataChangeKind | None
) -> Iterator[FactRow]:
    for change in group.changes:
        sentence, words = sentence_of(change, before, after, len(group.place))
        is_whole = change.path == group.place
        keys = index_path(change.path, is_later=change.after is not None)
        terms = plan_terms(keys, before.data if change.after is None else after.data)
        said = "" if is_whole or _is_left(change, left) else sentence
        yield FactRow(change.kind, terms, keys, change.before, change.after, said, words)


def _inner(group: _EntryChanges, before: ComparableFile, after: ComparableFile) -> Iterable[DataChange]:
    """What an entry that was added or removed as a whole says, as changes."""
    whole = next((one for one in group.changes if one.path == group.place), None)
    return inner_changes(whole, after if whole.before is None else before) if whole and group.place else ()


def _held(
    group: _EntryChanges, before: ComparableFile, after: ComparableFile, left: DataChangeKind | None
) -> Iterator[str]:
    """What an entry that was added or removed says beside what its heading says, a sentence for each thing."""
    for change in _inner(group, before, after):
        if change.path[2:] not in _HEADING and not _is_left(change, left):
            yield sentence_of(change, before, after, len(group.place), is_whole=True)[0]


def _kind(file: ComparableFile) -> str:
    kind = file.data.get("kind")
    return kind if isinstance(kind, str) else "file"


def _name(entry: Value) -> str:
    """What an entry is called: its id, the question or the entry that it answers, or the plan that it reviews."""
    names = (entry.get(key) for key in ("id", "question", "ref", "plan")) if isinstance(entry, dict) else ()
    return next((name for name in names if isinstance(name, str)), "")


def _title(entry: Value) -> str:
    title = entry.get("title") if isinstance(entry, dict) else None
    return title if isinstance(title, str) else ""


def _last_colour(entry: Value) -> Colour | None:
    """The colour of the last report that states one; of two of one day, the later in the file."""
    reports = entry.get("updates") if isinstance(entry, dict) else None
    found: tuple[date, Colour] | None = None
    for report in reports if isinstance(reports, list) else ():
        colour, day = _stated(report)
        if colour and day and (found is None or day >= found[0]):
            found = day, colour
    return found[1] if found else None


def _stated(report: Value) -> tuple[Colour | None, date | None]:
    if not isinstance(report, dict) or report.get("rag") not in tuple(Colour):
        return None, None
    try:
        return Colour(str(report["rag"])), parse_day(str(report.get("date"))).last
    except DateError:
        return None, None
