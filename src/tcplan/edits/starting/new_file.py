"""A new file beside the plans of an institution, checked before it is written."""

import re
from dataclasses import dataclass

from tcplan.check import open_problems, sort_findings
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.proposal import Proposal
from tcplan.errors import RefusedError, UsageError
from tcplan.files.names import RESERVED_NAMES
from tcplan.model.texts import SLUG, as_slug
from tcplan.values.plain_text import one_line
from tcplan.workspace import InstitutionFolder, Workspace
from tcplan.workspace.below import nothing_here
from tcplan.workspace.selection import select_institutions
from tcplan.yaml_reader.reader import read_text


@dataclass(frozen=True)
class NewFile:
    """A file to be written: its name below the workspace, its text, and what to say of it."""

    name: str
    text: str
    says: tuple[str, ...] = ()


def only_institution(scope: SearchScope) -> InstitutionFolder:
    """The one institution at the path of a scope; raises NothingReadError for none, UsageError for more than one."""
    found = [folder for folder in select_institutions(scope.workspace, scope.root, scope.path) if folder.has_members]
    if len(found) == 1:
        return found[0]
    if not found:
        raise nothing_here(
            scope.path, f"{scope.path}: there is no institution here", "`tcplan init` makes a folder for one"
        )
    names = ", ".join(folder.path for folder in found)
    raise UsageError(f"there are {len(found)} institutions here: {names}", "name the folder of one with --in")


def new_plan_name(workspace: Workspace, folder: InstitutionFolder, name: str) -> str:
    """The file of a new plan; a name that is that of a list or a form would make references to it ambiguous.

    Raises what `new_file_name` does.
    """
    file = new_file_name(folder, name, "plan")
    stem = file.rpartition("/")[2].removesuffix(".yaml")
    if stem in workspace.framework_names():
        raise UsageError(f"`{stem}` is a framework, so it cannot be a plan", "choose another name, such as phase-3")
    return file


def new_file_name(folder: InstitutionFolder, name: str, what: str) -> str:
    """The file of that name in the folder of an institution.

    Raises UsageError for what is no name of a file, RefusedError for one that is taken.
    """
    plain = name.strip().removesuffix(".yaml").removesuffix(".yml")
    if not _is_name(plain):
        meant = as_slug(plain)
        hint = "use lower-case letters, digits and hyphens, such as phase-3"
        hint = f"did you mean `{meant}`?" if _is_name(meant) else hint
        raise UsageError(f"`{one_line(name)}` is not a name for a {what} that others can refer to", hint)
    taken = {*folder.plans, *folder.submissions, *folder.case_studies, *folder.unreadable, "institution"}
    if plain in taken:
        raise RefusedError(
            f"{plain} is there already; nothing was written", f"choose another name for the {what}, or delete that file"
        )
    return f"{folder.path}/{plain}.yaml" if folder.path else f"{plain}.yaml"


def _is_name(words: str) -> bool:
    """Whether references can use a name, and every system takes it for that of a file."""
    return re.fullmatch(SLUG, words) is not None and words not in RESERVED_NAMES


def new_file_proposal(scope: SearchScope, file: NewFile) -> Proposal:
    """The file checked as if it were there, with the errors in it."""
    after = read_text(file.text, file.name)
    changed = scope.workspace.overlaid({file.name: file.text}, [after])
    found = [(one, problem) for one, problem in open_problems(changed, as_of=scope.as_of) if one.name == file.name]
    located = [one.locator().finding(problem) for one, problem in found]
    errors = tuple(one for one in sort_findings(located, ()).findings if one.is_error)
    return Proposal(scope.root, file.name, read_text("", file.name), after, scope.workspace, changed, errors)
