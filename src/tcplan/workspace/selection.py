"""What a path or a word on the command line means: institutions, one of their plans or submissions, a form."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from tcplan.errors import NothingReadError, UsageError
from tcplan.model import Framework
from tcplan.values.near_words import did_you_mean
from tcplan.values.unicode_form import composed
from tcplan.values.words import FrameworkType
from tcplan.workspace.institution_folder import InstitutionFolder, PlanFile, SubmissionFile
from tcplan.workspace.workspace import Workspace

_Found = TypeVar("_Found", PlanFile, SubmissionFile)


def is_at(root: Path, path: Path, name: str) -> bool:
    """Whether a file of the workspace is the path, or is below it."""
    return _comparable(root / name).is_relative_to(_absolute(path))


def select_institutions(workspace: Workspace, root: Path, path: Path) -> list[InstitutionFolder]:
    """The institutions with a file at or below the path, in the order of the workspace."""
    names = {file.name for file in workspace.files if is_at(root, path, file.name)}
    return [folder for folder in workspace.folders.values() if names & _files_of(folder)]


def current_plan(folder: InstitutionFolder, as_of: date) -> PlanFile | None:
    """The plan whose period holds the day, of several the last to start; else the plan that starts last."""
    plans = list(folder.plans.values())
    running = [plan for plan in plans if _runs_on(plan, as_of)]
    return max(running or plans, key=_begins, default=None)


def named_plan(folder: InstitutionFolder, root: Path, path: Path) -> PlanFile | None:
    """The plan whose own file the path names."""
    return next((plan for plan in folder.plans.values() if _comparable(root / plan.file.name) == _absolute(path)), None)


def select_plans(workspace: Workspace, root: Path, path: Path, as_of: date) -> list[tuple[InstitutionFolder, PlanFile]]:
    """The plan whose own file the path names, or the current plan of each institution there; may be empty."""
    folders = select_institutions(workspace, root, path)
    plans = ((folder, named_plan(folder, root, path) or current_plan(folder, as_of)) for folder in folders)
    return [(folder, plan) for folder, plan in plans if plan]


def select_plan(workspace: Workspace, root: Path, path: Path, as_of: date) -> tuple[InstitutionFolder, PlanFile]:
    """The one plan among those that `select_plans` finds; raises NothingReadError for none, UsageError for several."""
    found = select_plans(workspace, root, path, as_of)
    if not found:
        hint = "`tcplan init` makes one; `tcplan validate` shows what cannot be read"
        raise NothingReadError(f"{path} has no plan that can be read", hint)
    return _the_one(found, path, "plan")


def select_submission(
    workspace: Workspace, root: Path, path: Path, form: str
) -> tuple[InstitutionFolder, SubmissionFile]:
    """The one submission of a form that a path names or holds.

    Raises NothingReadError for none, UsageError for several or for a file that is a submission of another form.
    """
    every = [
        (folder, one) for folder in select_institutions(workspace, root, path) for one in folder.submissions.values()
    ]
    named = next(((folder, one) for folder, one in every if _comparable(root / one.file.name) == _absolute(path)), None)
    if named and named[1].submission.form != form:
        other = named[1].submission.form
        raise UsageError(
            f"{path} is a submission of the form {other}, not {form}",
            f"render {other.replace('-', '')}, or name the file that says `form: {form}`",
        )
    found = [named] if named else [(folder, one) for folder, one in every if one.submission.form == form]
    if not found:
        raise NothingReadError(
            f"{path} has no submission of the form {form}",
            f"add {form}.yaml next to the plans, with `kind: submission`, `format: 1` and `form: {form}`; "
            "`tcplan init` makes a folder of plans; `tcplan validate` shows what cannot be read",
        )
    return _the_one(found, path, f"{form} submission")


def select_form(workspace: Workspace, word: str, beside: Iterable[str] = ()) -> tuple[str, Framework]:
    """The name and the form that a word means, with or without its hyphens; the workspace's own win over ours.

    Raises UsageError for a word that means none, with the forms there are and the words `beside` them, and
    NothingReadError for a form of the workspace's own that cannot be read: ours is not what was meant.
    """
    plain = composed(word).replace("-", "").casefold()
    broken = next((name for name in workspace.unreadable_frameworks if name.replace("-", "") == plain), None)
    if broken:
        message = f"the form {broken} of this workspace cannot be read"
        raise NothingReadError(message, f"`tcplan validate` shows what is wrong with {broken}.yaml in frameworks/")
    frameworks = {name: workspace.framework(name) for name in workspace.framework_names()}
    forms = {name: form for name, form in frameworks.items() if form and form.type is FrameworkType.FORM}
    found = next(((name, form) for name, form in forms.items() if name.replace("-", "") == plain), None)
    if found is None:
        known = [name.replace("-", "") for name in (*beside, *forms)]
        hint = did_you_mean(word.replace("-", ""), known)
        listed = f"the documents are: {', '.join(known)}"
        raise UsageError(f"`{word}` is not a document that can be rendered", f"{hint} {listed}".strip())
    return found


def _absolute(path: Path) -> Path:
    """The path from the root on; links stay as they are named, unlike with `resolve`."""
    return _comparable(Path(os.path.abspath(path)))  # noqa: PTH100 (the same)


def _comparable(path: Path) -> Path:
    """A path in the form in which paths are compared: some systems take both forms of an accent for one name."""
    return Path(composed(str(path)))


def _files_of(folder: InstitutionFolder) -> set[str]:
    members = (*folder.plans.values(), *folder.submissions.values(), *folder.case_studies.values())
    own = {folder.file.name} if folder.file else set()
    return own | {member.file.name for member in members}


def _begins(plan: PlanFile) -> tuple[date, date, str]:
    period = plan.period
    return (period.start or date.min, period.end or date.max, plan.file.name)


def _runs_on(plan: PlanFile, day: date) -> bool:
    period = plan.period
    return (period.start or date.min) <= day <= (period.end or date.max)


def _the_one(found: list[tuple[InstitutionFolder, _Found]], path: Path, what: str) -> tuple[InstitutionFolder, _Found]:
    if len(found) > 1:
        names = "\n".join(f"  {one.file.name}" for _, one in found)
        raise UsageError(f"{path} has more than one {what}:\n{names}", "name the file that you mean")
    return found[0]
