"""What a path or a word on the command line means: institutions, one of their plans or submissions, a form."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from tcplan.errors import NothingReadError, UsageError
from tcplan.files.sources import as_seen
from tcplan.model import Framework
from tcplan.values.near_words import did_you_mean
from tcplan.values.printed_command import command_at, printed_command
from tcplan.values.unicode_form import composed
from tcplan.values.words import FrameworkType
from tcplan.workspace.below import nothing_here
from tcplan.workspace.choice import PlanChoice, cannot_be_used, check_seen, choose_plan
from tcplan.workspace.institution_folder import InstitutionFolder, PlanFile, SubmissionFile
from tcplan.workspace.paths import is_named, names_at
from tcplan.workspace.possible_plans import possible_plans, possible_submissions
from tcplan.workspace.workspace import Workspace

_Found = TypeVar("_Found", PlanFile, SubmissionFile)


def select_institutions(workspace: Workspace, root: Path, path: Path) -> list[InstitutionFolder]:
    """The institutions with a file at or below the path, in the order of the workspace."""
    names = set(names_at(root, path, [file.name for file in workspace.files]))
    return [folder for folder in workspace.folders.values() if not names.isdisjoint(_files_of(folder))]


def choose_plans(workspace: Workspace, root: Path, path: Path, day: date) -> list[PlanChoice]:
    """The plan whose own file the path names, or the current plan of each institution there, or why it is not clear."""
    folders = select_institutions(workspace, root, path)
    choices = (choose_plan(workspace, root, path, folder, day) for folder in folders)
    return [choice for choice in choices if choice.plan or choice.doubt]


def select_plans(workspace: Workspace, root: Path, path: Path, day: date) -> list[tuple[InstitutionFolder, PlanFile]]:
    """The plans that `choose_plans` finds, which may be none; raises the doubt about the first that is not clear.

    What is not read at the path may hold a plan that is meant too: that raises NothingReadError.
    """
    choices = choose_plans(workspace, root, path, day)
    for choice in choices:
        if choice.doubt:
            raise choice.doubt
    check_seen(workspace, root, path, tuple(as_seen(root, one.plan.file.name) for one in choices if one.plan))
    return [(choice.folder, choice.plan) for choice in choices if choice.plan]


def select_plan(workspace: Workspace, root: Path, path: Path, day: date) -> tuple[InstitutionFolder, PlanFile]:
    """The one plan among those that `select_plans` finds; raises NothingReadError for none, UsageError for several."""
    found = select_plans(workspace, root, path, day)
    if not found:
        hint = f"`tcplan init` makes one; `{command_at('validate', path)}` shows what cannot be read"
        raise nothing_here(path, f"{path} has no plan that can be read", hint)
    return _the_one(root, found, path, "plan")


def select_submission(
    workspace: Workspace, root: Path, path: Path, form: str
) -> tuple[InstitutionFolder, SubmissionFile]:
    """The one submission of a form that a path names or holds.

    Raises NothingReadError for none, or for a file that cannot be read and may be it, UsageError for several or for a
    file that is a submission of another form.
    """
    folders = select_institutions(workspace, root, path)
    every = [(folder, one) for folder in folders for one in folder.submissions.values()]
    named = next(((folder, one) for folder, one in every if is_named(root, path, one.file.name)), None)
    if named and named[1].submission.form != form:
        other = named[1].submission.form
        raise UsageError(
            f"{path} is a submission of the form {other}, not {form}",
            f"render {other.replace('-', '')}, or name the file that says `form: {form}`",
        )
    if named:
        return named
    _check_unread(workspace, root, path, folders, form)
    found = [(folder, one) for folder, one in every if one.submission.form == form]
    if not found:
        message = f"{path} has no submission of the form {form}"
        where = path if path.is_dir() else path.parent
        add = printed_command("add", "submission", form, options=() if where == Path() else ("--in", where))
        hint = (
            f"`{add}` begins one; "
            f"`tcplan init` makes a folder of plans; `{command_at('validate', path)}` shows what cannot be read"
        )
        raise NothingReadError(message, hint) if folders else nothing_here(path, message, hint)
    return _the_one(root, found, path, f"{form} submission")


def _check_unread(
    workspace: Workspace, root: Path, path: Path, folders: Iterable[InstitutionFolder], form: str
) -> None:
    """Stop at a file that cannot be read and may be the submission that is meant, or that is named."""
    for folder in folders:
        own = [file for file in folder.unreadable.values() if is_named(root, path, file.name)]
        for file in own or possible_submissions(folder, form):
            raise cannot_be_used(workspace, root, file)


def select_form(
    workspace: Workspace, word: str, beside: Iterable[str] = (), what: str = "document"
) -> tuple[str, Framework]:
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
        listed = f"the {what}s are: {', '.join(known)}"
        is_none = "is not a document that can be rendered" if beside else f"is not a {what}"
        raise UsageError(f"`{word}` {is_none}", f"{hint} {listed}".strip())
    return found


def _files_of(folder: InstitutionFolder) -> Iterator[str]:
    """The files of an institution, with those that may be files of it but cannot be read or are not used."""
    if folder.file:
        yield folder.file.name
    yield from (member.file.name for member in folder.members())
    if folder.has_members or possible_plans(folder):
        yield from (file.name for file in folder.unreadable.values())
    yield from (file.name for files in folder.shadowed.values() for file in files)


def _the_one(
    root: Path, found: list[tuple[InstitutionFolder, _Found]], path: Path, what: str
) -> tuple[InstitutionFolder, _Found]:
    if len(found) > 1:
        names = "\n".join(f"  {one.file.name}" for _, one in found)
        choices = tuple(as_seen(root, one.file.name) for _, one in found)
        raise UsageError(f"{path} has more than one {what}:\n{names}", "name the file that you mean", choices)
    return found[0]
