"""What is wrong with a file, as values: a rule's `Problem` first, and once it has a place, a `Finding`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Where something stands in the data: `("actions", 3, "due", 0)`."""


class Severity(StrEnum):
    """How much a finding matters: an error means that the file cannot be trusted."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Code(NamedTuple):
    """The identity of a kind of finding. The code never changes; the name says the bad pattern."""

    code: str
    name: str
    severity: Severity


class Span(NamedTuple):
    """A stretch of a file's text: offsets in characters, the end not included."""

    start: int
    end: int


class Mark(NamedTuple):
    """Where one entry stands: its key (None in a list), its value, and how the value is written.

    `style` is `plain`, `'`, `"`, `|` or `>` for text, `block` or `flow` for a collection.
    """

    key: Span | None
    value: Span
    style: str


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Give the key that the path ends in another name."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class GiveValue:
    """Write another text in the place of the value at the path."""

    path: Path
    value: str


@dataclass(frozen=True, slots=True)
class SortList:
    """Put the items of the list at the path in another order: the present index of each, in the order to come."""

    path: Path
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WriteWhole:
    """Write the text that stands at the path over a stretch of the file, of which YAML takes a part for something else.

    It comes in quotes or as a block of lines, so that nothing is taken from it any more.
    """

    path: Path
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class ReplaceTabs:
    """Write other words over a stretch of a file that cannot be read for its tabs; they differ in blanks only."""

    span: Span
    words: str
    path: Path = ()


Repair = RenameKey | GiveValue | SortList | WriteWhole | ReplaceTabs
"""A change whose meaning is certain; `tcplan validate --fix` makes it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a path of the data, before anybody knows the line.

    `on_key` points at the key instead of the value; `words`, where they stand in the value, at them alone; `span`,
    where it is known, wins over the path. `also` is a second path that the first disagrees with, `also_says` the words
    printed beside it. `about` are the entries that a problem said once for the whole file is about. `repair` is what
    would mend it, only where that is certain.
    """

    code: Code
    path: Path
    message: str
    help: str
    on_key: bool = False
    span: Span | None = None
    also: Path | None = None
    also_says: str = ""
    words: str = ""
    about: tuple[Path, ...] = ()
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file in the terms of an editor: lines and columns count from 1, the end column is not included."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its place; `where` says the same place in plan terms, such as `action 2.3.1 > lead`.

    `file` is the file's name within its workspace, whatever the folder that it is looked at from.
    """

    file: str
    code: Code
    message: str
    help: str
    where: str
    place: Place
    also: Place | None = None
    repair: Repair | None = None

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be trusted because of this."""
        return self.code.severity is Severity.ERROR

    @property
    def identity(self) -> tuple[str, ...]:
        """What it is known by while its line moves."""
        return (self.file, self.code.code, self.message, self.where)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that the keepers of the file accept, with their reason."""

    finding: Finding
    why: str
