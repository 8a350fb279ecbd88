"""Which plan is to be carried: by its name, or by its file."""

from datetime import date
from pathlib import Path
from typing import Final

from tcplan.cli.support.new_file_scope import scope_for_new_file
from tcplan.cli.support.run_edit import scope_at
from tcplan.edits.edit_target import EditTarget, SearchScope, find_entry
from tcplan.errors import UsageError
from tcplan.values.near_words import list_some
from tcplan.values.plain_text import one_line
from tcplan.workspace import PlanFile
from tcplan.workspace.paths import is_named
from tcplan.workspace.selection import select_institutions

_SUBMISSION: Final = "a submission, not a plan"


def find_plan_to_carry(words: str, where: Path, as_of: date) -> tuple[SearchScope, EditTarget]:
    """The plan that the words name, and the workspace that it is in.

    Raises UsageError with the names of the plans for anything else, and what `find_entry` raises.
    """
    path = Path(words)
    if path.is_file():
        scope = scope_at(path, as_of)
        return scope, _in_file(scope)
    scope = scope_for_new_file(where, as_of)
    try:
        target = find_entry(scope, words)
    except UsageError:
        if _is_name(scope, words):
            raise
        raise _no_plan(scope, words, _SUBMISSION if words in _submissions(scope) else "not a plan here") from None
    if target.node is not None:
        raise _no_plan(scope, words, f"{target.words}, not a plan")
    return scope, target


def _in_file(scope: SearchScope) -> EditTarget:
    for name, member in scope.workspace.members_by_file.items():
        if isinstance(member, PlanFile) and is_named(scope.root, scope.path, name):
            return EditTarget(scope.root, scope.workspace.folders[member.folder], member, None)
    for folder in scope.workspace.folders.values():
        for stem, file in folder.unreadable.items():
            if is_named(scope.root, scope.path, file.name):
                scope.check_readable(folder, stem)
    is_submission = scope.path.stem in _submissions(scope)
    raise _no_plan(scope, scope.path.as_posix(), _SUBMISSION if is_submission else "not a plan that can be read")


def _no_plan(scope: SearchScope, words: str, what: str) -> UsageError:
    return UsageError(f"`{one_line(words)}` is {what}", list_some(_names(scope), "plan"))


def _names(scope: SearchScope) -> list[str]:
    """The plans at the path, with their institution where there are several."""
    folders = select_institutions(scope.workspace, scope.root, scope.path)
    return [f"{folder.key}/{name}" if len(folders) > 1 else name for folder in folders for name in folder.plans]


def _submissions(scope: SearchScope) -> set[str]:
    return {name for folder in scope.workspace.folders.values() for name in folder.submissions}


def _is_name(scope: SearchScope, words: str) -> bool:
    """Whether a plan is called so: then what is wrong is that it is not the only one."""
    folders = scope.workspace.folders.values()
    return any(words in (name, f"{folder.key}/{name}") for folder in folders for name in folder.plans)
