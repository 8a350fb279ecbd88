"""The sound files that mistakes are made in, and what is where in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path as FilePath
from typing import NamedTuple

from support import EXAMPLES, REPOSITORY

from tcplan.files.sources import FolderSource
from tcplan.findings.span import EntryMark, Path, Span
from tcplan.model import Shape
from tcplan.model.leaf import Leaf
from tcplan.shape.fields import FieldKind, field_at, fields_of
from tcplan.workspace import File, Workspace

ROOTS = (EXAMPLES, REPOSITORY / "plans")
"""The workspaces: an invented university with three cycles, and two published plans as they are kept."""

SCALARS = ("plain", "'", '"', "|", ">")
BLOCK_TEXT = ("|", ">")


class Spot(NamedTuple):
    """One value of a file: its place, what it is read as, and how it is written."""

    path: Path
    mark: EntryMark
    field: FieldKind
    leaf: Leaf
    written: str

    @property
    def is_plain(self) -> bool:
        """Whether it is written without quotes and is not empty."""
        return self.mark.style == "plain" and bool(self.written)


@dataclass(frozen=True)
class Mutation:
    """One mistake in one file.

    `text` is the file with the mistake in line `line`, `meant` the file as its writer meant it to be read; `what` says
    in a few words what the mistake is.
    """

    kind: str
    what: str
    base: "BaseFile"
    text: str
    line: int
    meant: str

    @property
    def shown(self) -> str:
        """The mistake on one line, for a test that fails."""
        lines = self.text.split("\n")
        written = lines[self.line - 1] if self.line <= len(lines) else ""
        return f"{self.kind}: {self.what}: {self.base.name}:{self.line}: {written.strip()[:90]}"


@dataclass(frozen=True, eq=False)
class BaseFile:
    """One sound file of a workspace; `root` is the folder of the workspace."""

    root: FilePath
    workspace: Workspace
    file: File

    @property
    def name(self) -> str:
        """The file's name within its workspace."""
        return self.file.name

    @property
    def text(self) -> str:
        """What is written in it."""
        return self.file.document.text

    @property
    def shape(self) -> type[Shape]:
        """The shape of the file."""
        return type(self.file.shaped.model or Shape())

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every single value."""
        return tuple(self._spots())

    @cached_property
    def keys(self) -> tuple[tuple[Path, Span], ...]:
        """Every key that the format has a name for, with its place; not the dates and colours that are keys too."""
        return tuple(
            (path, mark.key)
            for path, mark in self.file.document.marks.items()
            if mark.key is not None and not self.is_by_name(path[:-1])
        )

    def is_by_name(self, path: Path) -> bool:
        """Whether the value at a path is a mapping whose keys are free, such as `targets`."""
        field = field_at(self.shape, path)
        return field is not None and field.mapping and path[-1] == field.name

    def beside(self, path: Path) -> Iterator[Spot]:
        """The values of the same key in the other items of the same list."""
        for spot in self.spots:
            same = len(spot.path) == len(path) and spot.path[:-2] == path[:-2] and spot.path[-1] == path[-1]
            if same and spot.path != path:
                yield spot

    def line_of(self, offset: int) -> int:
        """The number of the line of an offset."""
        return self.text.count("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """The offset of the end of a line."""
        return self.text.index("\n", offset)

    def replaced(self, span: Span, words: str) -> str:
        """The file with other words in the place of a stretch."""
        return self.text[: span.start] + words + self.text[span.end :]

    def mistake(self, kind: str, what: str, span: Span, words: str, meant: str | None = None) -> Mutation:
        """Other words in the place of a stretch; `meant` are the ones that were meant, else those that are there."""
        intended = self.text if meant is None else self.replaced(span, meant)
        return Mutation(kind, what, self, self.replaced(span, words), self.line_of(span.start), intended)

    def _spots(self) -> Iterator[Spot]:
        for path, mark in self.file.document.marks.items():
            if mark.style in SCALARS and (field := field_at(self.shape, path)):
                written = self.text[mark.value.start : mark.value.end]
                if field.shape is not None:
                    field = fields_of(field.shape).get(field.shape.main_for(written))
                if field is not None and field.leaf is not None:
                    yield Spot(path, mark, field, field.leaf, written)


def base_files() -> tuple[BaseFile, ...]:
    """All files of the workspaces, each with nothing in it that keeps it from being read."""
    found = chain.from_iterable(_of_workspace(root) for root in ROOTS)
    return tuple(base for base in found if not base.file.shaped.problems)


def is_date(written: str) -> bool:
    """Whether a text is a day or a month of the calendar."""
    return re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", written) is not None


def _of_workspace(root: FilePath) -> Iterator[BaseFile]:
    workspace = Workspace(FolderSource(root))
    for file in workspace.files:
        yield BaseFile(root, workspace, file)
