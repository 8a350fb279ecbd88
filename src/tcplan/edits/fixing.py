"""Fixing what can be fixed without asking: as many findings as can be, and no file for the worse."""

from collections import Counter
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tcplan.check import Checked, fixing_codes
from tcplan.edits.diff import make_diff
from tcplan.edits.fix_text import FixError, describe, last_first, with_fixes
from tcplan.files.sources import MAX_BYTES, OverlaySource, SourcePart
from tcplan.findings.codes import CODES
from tcplan.findings.finding import Code, Finding, Fix, Severity
from tcplan.findings.span import Path
from tcplan.workspace import Workspace
from tcplan.workspace.loading import shaped_file
from tcplan.yaml_reader.reader import BOM, Document

MAX_ROUNDS: Final = 10
"""What one fix brings to light is fixed in the next round; where that goes on, the file is left as it then is."""

Check = Callable[..., Checked]
"""`tcplan.check.check` on a day: of a workspace, with the wanted names and the `codes` that count."""

Errors = Counter[tuple[str, str]]
"""The errors of a file by code and message, wherever they are."""


class FixedFinding(NamedTuple):
    """A finding that is fixed, and in a few words how."""

    finding: Finding
    says: str


class UnfixedFinding(NamedTuple):
    """A finding whose fix cannot be made, and why."""

    finding: Finding
    why: str


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file as it is and as it should be."""

    name: str
    before_text: str
    after_text: str
    fixed: tuple[FixedFinding, ...]

    @property
    def before(self) -> bytes:
        """The file as it is."""
        return self.before_text.encode()

    @property
    def after(self) -> bytes:
        """The file as it should be."""
        return self.after_text.encode()

    def diff(self, name: str) -> str:
        """What changes, as a patch of the file called `name`."""
        return make_diff(name, self.before_text, self.after_text)


@dataclass(frozen=True, slots=True)
class FixRun:
    """What fixing some files of a workspace comes to."""

    files: tuple[FixedFile, ...]
    left: tuple[UnfixedFinding, ...]


def fix(workspace: Workspace, names: Iterable[str], check: Check, codes: AbstractSet[Code]) -> FixRun:
    """Fix what the rules that count find in the files of these names; nothing is written."""
    fixer, names = _Fixer(workspace, check), frozenset(names)
    for _ in range(MAX_ROUNDS):
        due = fixer.due(names, codes)
        for name, findings in due.items():
            fixer.fix_file(name, findings)
        if not due:
            break
    before = {file.name: _text_of(file.document) for file in workspace.files}
    after = {file.name: _text_of(file.document) for file in fixer.workspace.files}
    files = [
        FixedFile(name, before[name], after[name], tuple(sorted(done, key=_line)))
        for name, done in sorted(fixer.done.items())
    ]
    return FixRun(tuple(files), tuple(fixer.left))


def _text_of(document: Document) -> str:
    """The text of a file with its byte order mark."""
    return (BOM if document.has_bom else "") + document.text


def _line(fixed: FixedFinding) -> tuple[int, int]:
    return (fixed.finding.place.line, fixed.finding.place.column)


@dataclass
class _Fixer:
    """`workspace` is what it becomes, `errors` are those of the file that is being fixed.

    `tried` are the findings whose fix has been made, or cannot be made.
    """

    workspace: Workspace
    check: Check
    done: dict[str, list[FixedFinding]] = field(default_factory=dict)
    left: list[UnfixedFinding] = field(default_factory=list)
    tried: set[tuple[str, ...]] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    errors: Errors = field(default_factory=Counter)

    def __post_init__(self) -> None:
        # The files as they were listed: one that comes or goes meanwhile must not change what is fixed.
        self._source = SourcePart(self.workspace.source, tuple(file.name for file in self.workspace.files))

    def due(self, names: AbstractSet[str], codes: AbstractSet[Code]) -> dict[str, dict[Fix, Finding]]:
        """By file the fixes to make now; of two at one place the second waits for what the first will have left."""
        due: dict[str, dict[Path, Finding]] = {}
        for finding in self.check(self.workspace, names.__contains__, codes=fixing_codes(codes)).findings:
            if finding.fix is not None and finding.identity not in self.tried:
                due.setdefault(finding.file, {}).setdefault(finding.fix.path, finding)
        return {name: {one.fix: one for one in found.values() if one.fix} for name, found in due.items()}

    def fix_file(self, name: str, findings: dict[Fix, Finding]) -> None:
        """Make the fixes of one file."""
        self.tried.update(finding.identity for finding in findings.values())
        self.errors = self._errors(self.workspace, name)
        self._fix_some(name, [(one, findings[one]) for one in last_first(self._document(name), findings)])

    def _fix_some(self, name: str, due: list[tuple[Fix, Finding]]) -> None:
        """Make some fixes, or, where that cannot be done, first one half of them and then the other."""
        document = self._document(name)
        try:
            self._take(name, with_fixes(document, [fix for fix, _ in due]))
        except FixError as error:
            # One that cannot be made must not keep the others from being made, and to check each of hundreds for itself
            # would take minutes: halves find it in a few steps.
            half = len(due) // 2
            if half:
                self._fix_some(name, due[:half])
                self._fix_some(name, due[half:])
            else:
                self.left.append(UnfixedFinding(due[0][1], error.why))
            return
        fixed = [FixedFinding(finding, describe(document, fix)) for fix, finding in due]
        self.done.setdefault(name, []).extend(fixed)

    def _take(self, name: str, document: Document) -> None:
        """Put a file into the workspace; raises FixError where it has an error that it had not before."""
        text = _text_of(document)
        texts = {**self.texts, name: text}
        known = {file.name: file for file in self.workspace.files}
        before = known.pop(name)
        if len(text.encode()) <= MAX_BYTES:  # what is over the limit is read, so that this is found
            known[name] = shaped_file(document, before)
        changed = Workspace(OverlaySource(self._source, texts), known)
        errors = self._errors(changed, name)
        # Counted, not compared by place: what is fixed moves the lines of all that is below it.
        for code, message in errors - self.errors:
            raise FixError(f"the file would then have another error, {code}: {message}")
        self.workspace, self.texts, self.errors = changed, texts, errors

    def _errors(self, workspace: Workspace, name: str) -> Errors:
        codes = frozenset(code for code in CODES if code.severity is Severity.ERROR)
        findings = self.check(workspace, name.__eq__, codes=codes).findings
        return Counter((one.code.code, one.message) for one in findings if one.is_error)

    def _document(self, name: str) -> Document:
        return next(file.document for file in self.workspace.files if file.name == name)
