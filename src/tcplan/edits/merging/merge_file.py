"""A plan file that two branches have changed, merged by id and field on top of its bytes.

The lines that git merges by itself are taken as they are, with their comments. What is missing then is written by
surgical edits, read again, and compared with the data that the merge was meant to give. No comment of either branch
may be lost, and the result may have no error that neither branch had; otherwise it is a conflict.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from tcplan.check import check
from tcplan.comparison.differences.any_order import in_one_order
from tcplan.comparison.differences.comparable import ComparableFile, comparable_file
from tcplan.comparison.merging.merge_data import MergedData, merge_data
from tcplan.edits.merging.comment_grafts import with_comments
from tcplan.edits.merging.conflict_marks import WholeLines, mark_differences
from tcplan.edits.merging.conflict_words import conflict_words
from tcplan.edits.merging.plan_edits import EditPlanner, WrittenSource
from tcplan.edits.merging.same_ids import TwiceGivenId, comments_of_whole, twice_given_id, whole_lines
from tcplan.files.sources import MAX_BYTES, FolderSource, OverlaySource, SourcePart
from tcplan.files.text_merge import MARKER, merge_lines
from tcplan.findings.finding import Severity
from tcplan.workspace import Workspace
from tcplan.yaml_editor.editor import EditError, edit
from tcplan.yaml_editor.written_entry import comments_of, source_view
from tcplan.yaml_reader.reader import Document, read_text

_BY_LINES: Final = "it was merged line by line, because a version of it cannot be read as a plan file"
_AROUND_COMMENTS: Final = "both sides changed lines that cannot be brought together without losing a comment or a line"

_SOME_DAY: Final = date(2100, 1, 1)
"""After all dates of plans: whether a file is sound does not depend on the day on which it is merged."""


@dataclass(frozen=True)
class MergedFile:
    """The merged bytes; with `conflicts`, which are sentences, git's markers are in them. `notes` are to be said."""

    content: bytes
    conflicts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Version:
    """The file in one state."""

    content: bytes
    document: Document
    data: ComparableFile


def merge_file(base: bytes, ours: bytes, theirs: bytes, name: str, *, marker: int = MARKER) -> MergedFile:
    """Merge three states of a file called `name`; what cannot be read as a plan file is merged line by line.

    Raises: UsageError where there is no git.
    """
    before, own, other = (_version(one, name) for one in (base, ours, theirs))
    if before is None or own is None or other is None or not _are_of_one_kind(before, own, other):
        return _merge_by_lines((base, ours, theirs), own, other, marker)
    return _merge_by_ids(before, own, other, marker)


def merge_after_fault(base: bytes, ours: bytes, theirs: bytes, *, marker: int = MARKER) -> MergedFile:
    """What git makes of a file after a fault of tcplan; always a conflict, so that somebody looks at it."""
    merged = merge_lines(base, ours, theirs, marker=marker)
    return MergedFile(merged.content, ("tcplan could not merge it; it was merged line by line, so look at it",))


def _are_of_one_kind(before: _Version, own: _Version, other: _Version) -> bool:
    """Whether all versions are of one kind of file; if it is new in both branches, the first is empty."""
    is_new = before.document.data is None
    return own.data.shape is other.data.shape is not None and (is_new or before.data.shape is own.data.shape)


def _merge_by_ids(before: _Version, own: _Version, other: _Version, marker: int) -> MergedFile:
    merged = merge_data(before.data, own.data, other.data)
    result = next(_candidates(before, own, other, merged), None)
    if result is None:
        return _conflict_by_lines(before, own, other, marker)
    if merged.conflicts:
        sentences = tuple(map(conflict_words, merged.conflicts))
        twice = _twice_given(merged)
        contrary = _edited(result, merged.theirs, other, twice) or other.document
        whole = WholeLines(whole_lines(result, twice), whole_lines(contrary, twice)) if twice else None
        return MergedFile(_marked(result, contrary.text, marker, whole), sentences)
    if new := _new_errors(result, own, other):
        return MergedFile(_marked(own.document, result.text, marker), new)
    return MergedFile(result.encoded())


def _version(content: bytes, name: str) -> _Version | None:
    """A state of the file; None where it is not a sound plan file. An empty one is a file that is not there."""
    if len(content) > MAX_BYTES:
        return None
    try:
        document = read_text(content.decode(), name)
    except UnicodeDecodeError:
        return None
    data = comparable_file(document.data)
    is_there = isinstance(document.data, dict) and data.shape is not None
    is_sound = not document.problems and (is_there or not content.strip())
    return _Version(content, document, data) if is_sound else None


def _candidates(before: _Version, own: _Version, other: _Version, merged: MergedData) -> Iterator[Document]:
    """Texts that hold the merged data and all comments: on top of what git merges by itself, or else of ours."""
    by_lines = merge_lines(before.content, own.content, other.content, takes_ours=True)
    start = _version(by_lines.content, own.document.name) if by_lines.is_made else None
    apart = comments_of_whole(other.document, _twice_given(merged))
    for version in (start, own):
        if version is None or version.data.shape is not own.data.shape:
            continue
        found = _edited(version.document, merged.ours, other)
        found = _with_lost_comments(found, before, own, other, apart) if found else None
        if found is not None:
            yield found


def _twice_given(merged: MergedData) -> frozenset[TwiceGivenId]:
    return frozenset(filter(None, map(twice_given_id, merged.conflicts)))


def _with_lost_comments(
    found: Document, before: _Version, own: _Version, other: _Version, apart: Counter[str]
) -> Document | None:
    """A merged text with the comments of both branches; None where one would be lost that neither has deleted.

    Those `apart` are of entries of theirs that are not in this text, but whole between the markers.
    """
    base, ours, theirs = (comments_of(one.document) for one in (before, own, other))
    wanted = (ours | (theirs - base)) - (base - theirs)
    wanted -= apart
    lost = wanted - comments_of(found)
    if not lost:
        return found
    text = with_comments(found.text, other.document.text, lost)
    grafted = replace(read_text(text, found.name), has_bom=found.has_bom)
    is_whole = grafted.data == found.data and not grafted.problems and not wanted - comments_of(grafted)
    return grafted if is_whole else None


def _edited(
    document: Document, wanted: dict[str, Any], other: _Version, replaced: Collection[TwiceGivenId] = ()
) -> Document | None:
    """A document with the intended data, by changes that leave all else; None where they cannot be made."""
    data = comparable_file(document.data)
    source = WrittenSource(source_view(other.document), other.data)
    changes = EditPlanner(document.data, data, source, replaced).plan(wanted)
    try:
        found = edit(document, changes)
    except EditError:
        return None
    made = comparable_file(found.data)
    is_meant = in_one_order(made.data, made.shape) == in_one_order(wanted, made.shape)
    return found if is_meant and not found.problems else None


def _new_errors(result: Document, own: _Version, other: _Version) -> tuple[str, ...]:
    """The errors that the merged file has, and neither branch has."""
    known = {message for one in (own.document, other.document) for message in _errors(one)}
    return tuple(dict.fromkeys(message for message in _errors(result) if message not in known))


def _errors(document: Document) -> list[str]:
    nothing = SourcePart(FolderSource(Path()), ())
    workspace = Workspace(OverlaySource(nothing, {document.name: document.text}))
    found = check(workspace, as_of=_SOME_DAY, rewound=True).findings
    return [f"{one.where}: {one.message}" for one in found if one.code.severity is Severity.ERROR]


def _merge_by_lines(
    contents: tuple[bytes, bytes, bytes], own: _Version | None, other: _Version | None, marker: int
) -> MergedFile:
    """What git makes of it. A file that was sound in a branch must not be taken for merged if it cannot be read."""
    merged = merge_lines(*contents, marker=marker)
    if not merged.is_made:
        return MergedFile(contents[1], ("git cannot merge it, because it is not a text; ours was kept",))
    if merged.has_conflict:
        return MergedFile(merged.content, (_BY_LINES,))
    if (own or other) and _version(merged.content, "merged") is None:
        return MergedFile(merged.content, (f"{_BY_LINES}, and neither can the merged one",))
    return MergedFile(merged.content, (), (_BY_LINES,))


def _conflict_by_lines(before: _Version, own: _Version, other: _Version, marker: int) -> MergedFile:
    """A conflict as git finds it or, where git finds none, between the two texts."""
    merged = merge_lines(before.content, own.content, other.content, marker=marker)
    content = merged.content
    if not (merged.is_made and merged.has_conflict):
        content = _marked(own.document, other.document.text, marker)
    return MergedFile(content, (_AROUND_COMMENTS,))


def _marked(ours: Document, theirs: str, marker: int, whole: WholeLines | None = None) -> bytes:
    text = mark_differences(ours.text, theirs, marker=marker, whole=whole)
    return (("\ufeff" if ours.has_bom else "") + text).encode()
