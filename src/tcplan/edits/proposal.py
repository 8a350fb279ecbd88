"""A change of one file before it is made: its text, what `validate` would say of it, and where it leaves the plan."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tcplan.check import open_problems, sort_findings
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.key_order import order_at
from tcplan.errors import RefusedError
from tcplan.files.sources import MAX_BYTES, as_seen
from tcplan.findings.change import Change
from tcplan.findings.codes import UNKNOWN_KEY, UNUSED_ACCEPTANCE
from tcplan.findings.finding import Finding, Problem
from tcplan.values.near_words import near
from tcplan.workspace import File, Workspace
from tcplan.yaml_editor.data_edits import has
from tcplan.yaml_editor.editor import EditError, edit
from tcplan.yaml_reader.reader import BOM, Document


@dataclass(frozen=True)
class Proposal:
    """A file of a workspace as it is and as it would be; `findings` are those that the change would bring."""

    root: Path
    name: str
    before: Document
    after: Document
    workspace: Workspace
    changed: Workspace
    findings: tuple[Finding, ...]

    @property
    def path(self) -> Path:
        """The file."""
        return self.root / self.name

    @property
    def is_change(self) -> bool:
        """Whether the file would be another one; a byte order mark stays in any case."""
        return self.before.text != self.after.text

    @property
    def errors(self) -> list[Finding]:
        """The findings that mean that the file could not be trusted any more."""
        return [one for one in self.findings if one.is_error]


def propose(scope: SearchScope, file: File, changes: Iterable[Change]) -> Proposal:
    """What some changes make of a file, checked as if it were there; raises RefusedError where they cannot be made."""
    workspace, root, as_of = scope.workspace, scope.root, scope.as_of
    before = file.document
    _check_keys(root, file, changes := list(changes))
    try:
        after = edit(before, changes)
    except EditError as error:
        raise RefusedError(
            f"{as_seen(root, file.name)}:{error.line}: {error.message}; nothing was changed", error.help
        ) from None
    text = (BOM if after.has_bom else "") + after.text
    # What would be over the limit is read, so that it is found.
    is_whole = len(text.encode()) <= MAX_BYTES
    changed = workspace.overlaid({file.name: text}, [after] if is_whole else ())
    return Proposal(root, file.name, before, after, workspace, changed, tuple(_new(workspace, changed, as_of)))


def _check_keys(root: Path, file: File, changes: Iterable[Change]) -> None:
    """Refuse to add a key next to a misspelt one that means the same: one of the two would be ignored."""
    data: Any = file.document.data
    for change in changes:
        holder = data
        for depth, step in enumerate(change.path):
            if isinstance(holder, dict) and step not in holder:
                known = order_at(str(data.get("kind")), change.path[:depth])
                misspelt = next((key for key in holder if known and key not in known and near(key, [str(step)])), None)
                if misspelt:
                    place = file.locator().finding(Problem(UNKNOWN_KEY, (*change.path[:depth], misspelt), "", "")).place
                    says = f"`{misspelt}` is written where `{step}` is meant; nothing was changed"
                    raise RefusedError(f"{as_seen(root, file.name)}:{place.line}: {says}", "correct that key first")
                break
            holder = holder[step] if has(holder, step) else None


def _new(workspace: Workspace, changed: Workspace, as_of: date) -> Iterable[Finding]:
    """The findings that the change brings; what moves to another line is not new."""
    after = list(open_problems(changed, as_of=as_of))
    # What the change brings is looked for among the findings of the same rules; the others need not run again. Only
    # whether an acceptance is used depends on them all.
    codes = {problem.code for _, problem in after}
    before = open_problems(workspace, as_of=as_of, codes=None if UNUSED_ACCEPTANCE in codes else codes) if codes else ()
    known = Counter(_identity(file, problem) for file, problem in before)
    new: dict[str, tuple[File, list[Problem]]] = {}
    for file, problem in after:
        identity = _identity(file, problem)
        if not known[identity]:
            new.setdefault(file.name, (file, []))[1].append(problem)
        known[identity] -= 1
    return sort_findings(_located(new.values()), ()).findings


def _located(problems: Iterable[tuple[File, list[Problem]]]) -> Iterator[Finding]:
    """The problems of some files as findings; what knows the lines of a file is made once for all of its problems."""
    for file, found in problems:
        yield from map(file.locator().finding, found)


def _identity(file: File, problem: Problem) -> tuple[str, str, str]:
    return (problem.code.code, file.name, problem.message)  # where it is in plan terms may change with the edit
