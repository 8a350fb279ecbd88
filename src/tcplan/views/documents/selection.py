"""Which document is asked for: the plan or a form by its name, and the file that it is made from."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from tcplan.errors import NothingReadError, UsageError
from tcplan.values.near_words import did_you_mean
from tcplan.workspace import InstitutionFolder, PlanFile, SubmissionFile, Workspace
from tcplan.workspace.selection import current_plan, named_plan, select_institutions

FORM_TYPE = "form"

_Found = TypeVar("_Found", PlanFile, SubmissionFile)


def form_names(workspace: Workspace) -> list[str]:
    """The forms of the workspace and of the package."""
    frameworks = ((name, workspace.framework(name)) for name in workspace.framework_names())
    return [name for name, framework in frameworks if framework and framework.type == FORM_TYPE]


def form_named(workspace: Workspace, word: str) -> str | None:
    """The form that a word means, with or without its hyphens, or None.

    Raises NothingReadError for a form of the workspace's own that cannot be read: ours is not what was meant.
    """
    plain = word.replace("-", "").casefold()
    broken = next((name for name in workspace.unreadable_frameworks if name.replace("-", "") == plain), None)
    if broken:
        message = f"the form {broken} of this workspace cannot be read"
        raise NothingReadError(message, f"`tcplan validate` shows what is wrong with {broken}.yaml in frameworks/")
    return next((name for name in form_names(workspace) if name.replace("-", "") == plain), None)


def unknown_document(word: str, names: Iterable[str]) -> UsageError:
    """The refusal of a document that nobody knows, with those there are."""
    known = [name.replace("-", "") for name in names]
    listed = f"the documents are: {', '.join(known)}"
    hint = did_you_mean(word.replace("-", ""), known)
    return UsageError(f"`{word}` is no document that can be rendered", f"{hint} {listed}".strip())


def select_plan(workspace: Workspace, root: Path, path: Path, as_of: date) -> tuple[InstitutionFolder, PlanFile]:
    """The plan that a path names, or the current one of the one institution that it is about."""
    homes = select_institutions(workspace, root, path)
    named = [(home, plan) for home in homes if (plan := named_plan(home, root, path))]
    found = named or [(home, plan) for home in homes if (plan := current_plan(home, as_of))]
    if not found:
        hint = "`tcplan init` begins one; `tcplan validate` shows what cannot be read"
        raise NothingReadError(f"{path} holds no plan that can be read", hint)
    return _the_one(found, path, "plan")


def select_submission(
    workspace: Workspace, root: Path, path: Path, form: str
) -> tuple[InstitutionFolder, SubmissionFile]:
    """The one submission of this form that a path names or holds."""
    here = Path(os.path.abspath(path))  # noqa: PTH100 (links stay as they are named)
    every = [(home, one) for home in select_institutions(workspace, root, path) for one in home.submissions.values()]
    named = next(((home, one) for home, one in every if root / one.file.name == here), None)
    if named and named[1].submission.form != form:
        other = named[1].submission.form
        raise UsageError(
            f"{path} is a submission of the form {other}, not {form}",
            f"render {other.replace('-', '')}, or name the file that says `form: {form}`",
        )
    found = [named] if named else [(home, one) for home, one in every if one.submission.form == form]
    if not found:
        raise NothingReadError(
            f"{path} holds no submission of the form {form}",
            f"add {form}.yaml beside the plans, with `kind: submission`, `format: 1` and `form: {form}`; "
            "`tcplan init` begins a folder of plans; `tcplan validate` shows what cannot be read",
        )
    return _the_one(found, path, f"{form} submission")


def _the_one(found: list[tuple[InstitutionFolder, _Found]], path: Path, what: str) -> tuple[InstitutionFolder, _Found]:
    if len(found) > 1:
        names = "\n".join(f"  {one.file.name}" for _, one in found)
        raise UsageError(f"{path} holds more than one {what}:\n{names}", "name the file that is meant")
    return found[0]
