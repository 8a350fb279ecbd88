"""Example files of the rules, found by themselves: tests/data/rules/<CODE>/{bad,good}-<why>.yaml.

The first line may be a comment that says the name of the file in its workspace and the day of the check:

    # as phase-1.yaml, on 2026-06-30

A folder of the same name beside it, without the ending, holds other files of the workspace. In a bad file a comment
is above each offending line, or that many lines further up where a comment cannot be in between:

    # expect TC302
    # expect TC801 +2

In the first line of a file, where the finding is about the file as a whole, `+0` is the line itself.

The example of a rule about folders and links is the listing of a folder, and begins with `# as folder`: names with what
they are, see `rules/listings.py`. What is found is compared with the lines that name the files.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from rules.listings import found_in_listing

from tcplan.check import Checked, check
from tcplan.edits.answers import AnswerOptions, import_answers
from tcplan.edits.edit_target import SearchScope
from tcplan.files.settings import Profile, Settings
from tcplan.files.sources import FolderSource
from tcplan.findings.finding import Code, Finding
from tcplan.model import AnswersFile
from tcplan.rules import RULES
from tcplan.workspace import File, Workspace

FOLDER = Path(__file__).parent.parent / "data/rules"
TODAY = date(2026, 6, 30)
"""The day of the check, if an example does not give another."""

_HEAD = re.compile(r"# as (?P<name>[\w./-]+?)(?:, on (?P<day>\d{4}-\d{2}-\d{2}))?(?P<rest>[ ].*)?$", re.MULTILINE)
_FOR_TESTS = re.compile(
    rb"^[ \t]*#[^\r\n]*\bexpect TC\d{3}[^\r\n]*(?:\r\n|\n|\r)|^# as [\w./-]+[^\r\n]*\r?\n", re.MULTILINE
)
_MARK = re.compile(r"#.*?\bexpect (?P<code>TC\d{3})(?: \+(?P<lines>\d+))?")


@dataclass(frozen=True)
class Example:
    """One example file; `code` is the rule that it is about."""

    path: Path

    @property
    def code(self) -> str:
        """The name of its folder."""
        return self.path.parent.name

    @property
    def is_bad(self) -> bool:
        """Whether the rule should find something in it."""
        return self.path.name.startswith("bad-")

    @property
    def id(self) -> str:
        """Its name in a test."""
        return f"{self.code}/{self.path.stem}"

    @cached_property
    def text(self) -> str:
        """What is written in it; not all of it may be UTF-8."""
        return self.path.read_bytes().decode("utf-8", "replace")

    @property
    def as_of(self) -> date:
        """The day of the check."""
        head = _HEAD.match(self.text)
        return date.fromisoformat(head["day"]) if head and head["day"] else TODAY

    @property
    def name(self) -> str:
        """What it is called in its workspace."""
        head = _HEAD.match(self.text)
        return f"plans/u/{head['name'] if head else 'plan.yaml'}"

    @property
    def expected(self) -> Counter[tuple[int, str]]:
        """The line and the code of each finding that the comments announce."""
        found: Counter[tuple[int, str]] = Counter()
        for number, line in enumerate(re.split(r"\r\n|\r|\n", self.text), start=1):
            for mark in _MARK.finditer(line):
                found[number + int(mark["lines"] or 1), mark["code"]] += 1
        return found

    @property
    def beside(self) -> FolderSource:
        """The files beside it."""
        folder = self.path.with_suffix("")
        return FolderSource(folder if folder.is_dir() else FOLDER / "nothing")

    @cached_property
    def workspace(self) -> Workspace:
        """The example and the files beside it as a workspace."""
        return Workspace(_Beside(self.beside, self.name, self.path.read_bytes()))

    @property
    def shown(self) -> bytes:
        """The example as it is shown to readers: without the comments that are for the tests."""
        return _FOR_TESTS.sub(b"", self.path.read_bytes())

    @property
    def said(self) -> list[Finding]:
        """What its rule says of the example as it is shown."""
        if self.is_listing:
            return found_in_listing(self.text)
        workspace = Workspace(_Beside(self.beside, self.name, self.shown))
        return [one for one in self._findings(workspace, self.codes) if one.code.code == self.code]

    @property
    def is_listing(self) -> bool:
        """Whether it is a folder with files, and not one file."""
        return self.text.startswith("# as folder")

    def found(self) -> Counter[tuple[int, str]]:
        """The line and the code of each finding in the file, of its rule and of all that count in a draft."""
        if self.is_listing:
            lines = self.text.splitlines()
            names = {line.partition(": ")[0]: number for number, line in enumerate(lines, start=1)}
            return Counter((names[one.file], one.code.code) for one in found_in_listing(self.text))
        return Counter((one.place.line, one.code.code) for one in self._findings(self.workspace, self.codes))

    @property
    def command(self) -> str:
        """The command that finds it: only entering a file of answers shows what the plan already has."""
        return "tcplan report --answers" if self._holds_answers(self.workspace) else "tcplan validate"

    @property
    def codes(self) -> frozenset[Code]:
        """The codes that count in an example: its rule, and all that count in a draft.

        An example is short, so that people can read it; it may leave out what a whole plan needs.
        """
        draft = {rule.code for rule in RULES if rule.profile is Profile.DRAFT}
        return frozenset(draft | {rule.code for rule in RULES if rule.code.code == self.code})

    def checked(self, codes: frozenset[Code]) -> Checked:
        """What some rules find in it."""
        return self._checked(self.workspace, codes)

    def _checked(self, workspace: Workspace, codes: frozenset[Code]) -> Checked:
        return check(workspace, lambda name: name == self.name, as_of=self.as_of, codes=codes)

    def _findings(self, workspace: Workspace, codes: frozenset[Code]) -> list[Finding]:
        """What some rules find in it or, for a file of answers, what prevents it from being entered."""
        if not self._holds_answers(workspace):
            return self._checked(workspace, codes).findings
        scope = SearchScope(workspace, Path("/"), Path("/"), self.as_of)
        return import_answers(self._file(workspace), scope, AnswerOptions(self.as_of)).findings

    def _holds_answers(self, workspace: Workspace) -> bool:
        return isinstance(self._file(workspace).shaped.model, AnswersFile)

    def _file(self, workspace: Workspace) -> File:
        return next(file for file in workspace.files if file.name == self.name)


@dataclass(frozen=True)
class _Beside:
    """The example's bytes, and the files beside it; all of them in the folder of the institution `u`."""

    folder: FolderSource
    name: str
    data: bytes
    settings: Settings = Settings()

    def names(self) -> tuple[str, ...]:
        """The example and the files beside it."""
        return tuple(sorted({self.name, *(f"plans/u/{name}" for name in self.folder.names())}))

    def read(self, name: str) -> bytes:
        """The bytes of one of them."""
        return self.data if name == self.name else self.folder.read(name.removeprefix("plans/u/"))


def examples() -> list[Example]:
    """All examples, by code and name."""
    return [Example(path) for path in sorted(FOLDER.glob("TC*/*.yaml"))]
