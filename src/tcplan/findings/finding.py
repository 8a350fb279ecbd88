"""What is wrong with a file, as values: a rule's `Problem` first, and once it has a place, a `Finding`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tcplan.findings.change import Remove, Rename, Reorder, Rewrite, Set
from tcplan.findings.span import Path, Span


class Severity(StrEnum):
    """How much a finding matters: an error means that the file cannot be trusted."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class GapKind(NamedTuple):
    """What a submission lacks where a rule finds something, in the words of a document.

    `title` is the heading of such gaps. `of_all` is printed once if it applies to all actions of a plan, with their
    number in place of the braces. With a gap that `blocks` there is no final document.
    """

    title: str
    of_all: str = ""
    blocks: bool = True


class Code(NamedTuple):
    """The identity of a kind of finding. The code never changes; the name says the bad pattern.

    A finding of a code with a `gap` is a gap in the submission whose file it is in.
    """

    code: str
    name: str
    severity: Severity
    gap: GapKind | None = None


@dataclass(frozen=True, slots=True)
class ReplaceTabs:
    """Write other words over a stretch of a file that tabs, or characters that nobody sees, make unreadable.

    The words differ only in these. `says` is what is done, in a few words.
    """

    span: Span
    words: str
    path: Path = ()
    says: str = "spaces for tabs"


Fix = Remove | Rename | Set | Reorder | Rewrite | ReplaceTabs
"""A change whose meaning is certain; `tcplan validate --fix` makes it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a path of the data, before its line is known.

    `on_key` points at the key instead of the value; `words` only at these words, if the value has them; `span`,
    if it is known, wins over the path. `also` is a second path that the first disagrees with, `also_says` the words
    printed beside it. `about` are the entries that one problem of the whole file is about. `fix` is the
    change that corrects it, if only one is possible. `number` is more than one if it stands for others of its kind,
    which are so many that they were not made.

    `entries` names what the problem is about where the file has no place for it: a question without an answer. `of` is
    the number of entries that should have what those it is `about` lack, if one problem is about many.
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
    fix: Fix | None = None
    number: int = 1
    entries: tuple[str, ...] = ()
    of: int = 0


class Place(NamedTuple):
    """A stretch of a file in the terms of an editor: lines and columns count from 1, the end column is not included.

    `excerpt` is the first of its lines. If that is very long, it is the part around the stretch: `cut` is then the
    number of characters before the part, and an ellipsis stands in place of the first or last character of it.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    says: str = ""
    cut: int = 0


class Rest(NamedTuple):
    """How many findings of a rule in a file are only counted, and how many of them `--fix` can fix."""

    number: int
    fixable: int


class Finding(NamedTuple):
    """A problem with its place; `where` says the same place in plan terms, such as `action 2.3.1 > lead`.

    `file` is the file's name within its workspace, whatever folder the check runs in. A finding with a `rest`
    stands for others of its rule in its file, which are so many that they are only counted. `about` are the entries
    that it is about, in plan terms; none if it is about the file. `of` is the number of those that it could be about.
    """

    file: str
    code: Code
    message: str
    help: str
    where: str
    place: Place
    also: Place | None = None
    fix: Fix | None = None
    rest: Rest | None = None
    about: tuple[str, ...] = ()
    of: int = 0

    @property
    def stands_for(self) -> int:
        """The number of findings that it stands for."""
        return self.rest.number if self.rest else 1

    @property
    def fixable(self) -> int:
        """How many of these `--fix` can fix."""
        return self.rest.fixable if self.rest else int(self.fix is not None)

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be trusted because of this."""
        return self.code.severity is Severity.ERROR

    @property
    def identity(self) -> tuple[str, ...]:
        """What identifies it while its line moves: in one workspace, or as seen from one folder."""
        return (self.place.file, self.code.code, self.message, self.where)


class AcceptedFinding(NamedTuple):
    """A finding that the people who keep the file accept, with their reason."""

    finding: Finding
    why: str
