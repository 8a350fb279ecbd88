"""The rows of a comparison, for a screen, for Markdown and for scripts."""

from dataclasses import dataclass
from typing import Any, Literal

from tcplan.comparison.differences.data_changes import DataChangeKind
from tcplan.values.rag import Colour
from tcplan.views.diff.word_changes import ChangedWords

JsonValue = str | list[Any] | dict[str, Any] | None
"""A value as it is written in the file, with its short forms written out."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One thing that differs: `path` says where, in plan terms; `words` are those of a text that was reworded.

    `keys` leads there from the top of the file: keys, and items of lists by their index, which is that in the earlier
    state for what was removed.
    """

    kind: DataChangeKind
    path: str
    keys: tuple[str | int, ...]
    before: JsonValue
    after: JsonValue
    sentence: str
    words: tuple[ChangedWords, ...]


@dataclass(frozen=True, slots=True)
class EntryDiffRow:
    """An entry that differs, or what is not in any entry (then `level` is the kind of the file, and `id` is empty).

    `earlier_id` is what it was called before, if that was something else; `likely` says that this is not certain.
    `continuation` says that it is another plan's: this entry `continues` the earlier one, or is `continued` by it.
    `moved_from` and `moved_to` are its parents, if it was moved. `rag_before` and `rag_after` are the colours of the
    last reports, if they differ. `holds` are sentences on what an entry says that was added or removed as a whole.
    `reports_left` is the number of reports of the earlier of two plans that follow each other: none has a sentence.
    """

    level: str
    id: str
    title: str
    change: Literal["added", "removed", "closed", "changed"]
    earlier_id: str | None
    likely: bool
    continuation: Literal["continues", "continued"] | None
    moved_from: str | None
    moved_to: str | None
    rag_before: Colour | None
    rag_after: Colour | None
    facts: tuple[FactRow, ...]
    holds: tuple[str, ...]
    reports_left: int


@dataclass(frozen=True, slots=True)
class FileDiffRow:
    """A file that differs; `before` or `after` is None where it is not there. `name` is what it is called.

    `likely` says that the file had another name before, which is not certain.
    """

    name: str
    title: str
    before: str | None
    after: str | None
    likely: bool
    entries: tuple[EntryDiffRow, ...]


@dataclass(frozen=True, slots=True)
class DiffPage:
    """The output of `tcplan diff --format json`; `before` and `after` say in words what is compared."""

    format: Literal[1]
    tcplan: str
    before: str
    after: str
    files: tuple[FileDiffRow, ...]
