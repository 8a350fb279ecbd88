"""Different entries that two branches have added with one id: each is kept whole, and one of them needs another id."""

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from tcplan.comparison.differences.comparable import comparable_file
from tcplan.comparison.differences.item_keys import title_key
from tcplan.comparison.merging.merge_data import MergeConflict
from tcplan.findings.span import Value
from tcplan.yaml_editor.written_entry import comments_of, source_view, written_span
from tcplan.yaml_reader.reader import Document, read_text


class TwiceGivenId(NamedTuple):
    """An id of a table of the file."""

    table: str
    id: str


def twice_given_id(conflict: MergeConflict) -> TwiceGivenId | None:
    """The id of two different entries, which have other titles; None for any other conflict."""
    ours, theirs = conflict.ours, conflict.theirs
    if len(conflict.path) != len(TwiceGivenId._fields) or not isinstance(ours, dict) or not isinstance(theirs, dict):
        return None
    is_one = "id" not in ours or ours["id"] != theirs.get("id") or title_key(ours) == title_key(theirs)
    return None if is_one else TwiceGivenId(*conflict.path)


def is_twice_given(item: Value, table: str, ids: Collection[TwiceGivenId]) -> bool:
    """Whether an item of a table is one of such entries."""
    return isinstance(item, dict) and TwiceGivenId(table, str(item.get("id"))) in ids


def whole_lines(document: Document, ids: Collection[TwiceGivenId]) -> frozenset[int]:
    """The numbers of the lines of such entries, counted from 0."""
    view, file = source_view(document), comparable_file(document.data)
    found: set[int] = set()
    for table in {one.table for one in ids}:
        items = file.data.get(table)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            span = written_span(view, file.origin((table, index))) if is_twice_given(item, table, ids) else None
            if span:
                start = len(view.text[: span.start].splitlines())
                found |= {*range(start, start + len(view.text[span.start : span.end].splitlines()))}
    return frozenset(found)


def comments_of_whole(document: Document, ids: Collection[TwiceGivenId]) -> Counter[str]:
    """The comments of such entries."""
    numbers = whole_lines(document, ids) if ids else ()
    lines = document.text.splitlines(keepends=True) if numbers else []
    return comments_of(read_text("".join(lines[number] for number in sorted(numbers)), document.name))
