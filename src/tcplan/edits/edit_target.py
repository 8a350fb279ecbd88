"""Which plan and which entry the words of a command name: `2.3.1` of a current plan, else `phase-2/2.3.1`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath

from tcplan.errors import NothingReadError, RefusedError, TcplanError, UsageError
from tcplan.files.sources import as_seen
from tcplan.findings.span import Path
from tcplan.model.parts import Closed
from tcplan.values.invisible import plain
from tcplan.values.near_words import list_some, near
from tcplan.values.printed_command import command_at, shell_word
from tcplan.values.rag import Colour
from tcplan.values.unicode_form import composed
from tcplan.workspace import InstitutionFolder, Node, PlanFile, Workspace
from tcplan.workspace.below import nothing_here
from tcplan.workspace.choice import cannot_be_used
from tcplan.workspace.copies import likely_copy
from tcplan.workspace.selection import select_institutions, select_plans
from tcplan.workspace.tree import Level


@dataclass(frozen=True)
class SearchScope:
    """Where a command looks: a workspace, its root, and the path that was named.

    The day decides which plan of an institution is the current one. `only_reads` says that nothing is to be changed, so
    that what cannot be read is told as it is.
    """

    workspace: Workspace
    root: FilePath
    path: FilePath
    as_of: date
    only_reads: bool = False

    def plans(self) -> list[tuple[InstitutionFolder, PlanFile]]:
        """The plan whose file was named, or the current plan of each institution.

        Raises RefusedError where a file that cannot be read may be it, UsageError where several plans may be, and
        NothingReadError for no plan at all.
        """
        try:
            found = select_plans(self.workspace, self.root, self.path, self.as_of)
        except NothingReadError as error:
            raise self._failure(error) from None
        if not found:
            raise nothing_here(
                self.path,
                f"{self.path}: there is no plan here that can be read",
                f"`{command_at('validate', self.path)}` shows what is there; name another file or folder",
            )
        return found

    def check_readable(self, folder: InstitutionFolder, words: str) -> None:
        """Raise RefusedError if the words begin with the name of a file that is there, but cannot be used."""
        for name, file in folder.unreadable.items():
            if any(words == one or words.startswith(f"{one}/") for one in (name, f"{folder.key}/{name}")):
                raise self._failure(cannot_be_used(self.workspace, self.root, file))

    def _failure(self, error: NothingReadError) -> TcplanError:
        """That a file cannot be read or, for an edit, that this is the reason why nothing is changed."""
        if self.only_reads:
            return error
        return RefusedError(f"{error.message}; nothing was changed", error.hint, error.choices)


@dataclass(frozen=True)
class EditTarget:
    """An entry of a plan, or the plan itself where `node` is None; `root` is that of the workspace."""

    root: FilePath
    folder: InstitutionFolder
    plan: PlanFile
    node: Node | None

    @property
    def path(self) -> Path:
        """The place of the entry in the file, as it is written."""
        return self.raw(self.node.path) if self.node else ()

    def raw(self, path: Path) -> Path:
        """The place in the file of a place in the model."""
        return self.plan.file.shaped.path_map.origin(path)

    def closed_already(self, closed: Closed) -> str:
        """The sentence that says how it ended."""
        return f"{self.words} was closed on {closed.date.text}, as {closed.how}"

    @property
    def file(self) -> FilePath:
        """The file of the plan as it is seen from the current folder."""
        return FilePath(as_seen(self.root, self.plan.file.name))

    @property
    def validate_command(self) -> str:
        """The command that shows what is wrong with the plan."""
        return command_at("validate", self.file)

    @property
    def words(self) -> str:
        """The entry as a sentence names it: `action 2.3.1`, or the plan by its name."""
        return f"{self.node.level} {self.node.id}" if self.node else f"plan {self.plan.name}"


def find_entry(scope: SearchScope, words: str) -> EditTarget:
    """The one entry that the words name; raises UsageError for none or more than one, NothingReadError for no plan."""
    words = _without_level(composed(plain(words)))
    found = list(_with_plan(words, scope)) if "/" in words else []
    found = found or _in_current_plans(words, scope)
    if len(found) == 1:
        return _check_unique(found[0], words.rpartition("/")[2])
    if found:
        raise _in_several(scope, words, found)
    raise _unknown_id(scope, words)


def _in_several(scope: SearchScope, words: str, found: list[EditTarget]) -> UsageError:
    """That the words are in several plans, with what names one of them: by its file if its name is not its own."""
    found = sorted(found, key=lambda one: likely_copy(one.folder))
    names = [f"{one.folder.key}/{one.plan.name}" for one in found]
    files = [as_seen(scope.root, one.plan.file.name) for one in found]
    file = shell_word(files[0])
    if len(set(names)) < len(names) or not all(one.folder.key for one in found):
        hint, names = f"name the file: --in {file}", files
    else:
        entry = shell_word(f"{names[0]}/{found[0].node.id}" if found[0].node else names[0])
        hint = f"name it with its plan, such as {entry}, or name the file: --in {file}"
    return UsageError(f"`{words}` is in {len(found)} plans: {', '.join(names)}", hint)


def _check_unique(target: EditTarget, id_: str) -> EditTarget:
    """Refuse an id that its plan has twice, that is made up, or that two entries had: it is not clear what is meant."""
    if target.node is None:
        return target
    defined = [node for node in target.plan.tree.nodes if node.id == target.node.id]
    if len(defined) > 1:
        raise UsageError(
            f"`{target.node.id}` is defined {len(defined)} times in {target.file}",
            f"`{target.validate_command}` shows the lines",
        )
    check_written(target.plan, target.node, target.root)
    check_one_had(target.plan, id_, str(target.file))
    return target


def check_written(plan: PlanFile, node: Node, root: FilePath) -> None:
    """Refuse an id that was made up for an entry without one; raises UsageError."""
    if not plan.has_written_id(node.path):
        file = as_seen(root, plan.file.name)
        raise UsageError(
            f"`{node.id}` is not in {file}: an entry near it has no id that can be read",
            f"`{command_at('validate', FilePath(file))}` shows the line; write the id first",
        )


def check_one_had(plan: PlanFile, id_: str, file: str) -> None:
    """Refuse an earlier id that is under `formerly` of two entries; raises UsageError."""
    had = [node.id for node in plan.tree.entries_once_called(id_)]
    if len(had) > 1:
        raise UsageError(
            f"`{id_}` is the earlier id of {len(had)} entries in {file}: {', '.join(had)}", "use the id it has now"
        )


def only_plan(scope: SearchScope) -> EditTarget:
    """The one plan that is meant where none is named; raises UsageError for several, NothingReadError for none."""
    plans = scope.plans()
    if len(plans) > 1:
        folders = [shell_word(as_seen(scope.root, folder.path)) for folder, _ in plans]
        raise UsageError(
            f"there are plans of {len(plans)} institutions here: {', '.join(folder.title for folder, _ in plans)}",
            f"name the folder of one: {' or '.join(folders)}",
            tuple(folders),
        )
    return EditTarget(scope.root, *plans[0], None)


def _in_current_plans(words: str, scope: SearchScope) -> list[EditTarget]:
    """The entry of a current plan with this id, else the plan of this name, whichever plan is the current one."""
    try:
        found = list(_in_plans(words, scope, scope.plans()))
    except TcplanError:
        found = list(_with_plan(words, scope))
        if not found:
            raise
    return found or list(_with_plan(words, scope))


def _in_plans(words: str, scope: SearchScope, plans: list[tuple[InstitutionFolder, PlanFile]]) -> Iterator[EditTarget]:
    for folder, plan in plans:
        node = plan.tree.find(words)
        if node:
            yield EditTarget(scope.root, folder, plan, node)


def _with_plan(words: str, scope: SearchScope) -> Iterator[EditTarget]:
    """The entry of a plan that the words begin with; the institutions at the path come before others.

    Raises RefusedError where that plan is there, but cannot be read.
    """
    near_folders = select_institutions(scope.workspace, scope.root, scope.path)
    paths = {folder.path for folder in near_folders}
    others = [folder for folder in scope.workspace.folders.values() if folder.path not in paths]
    for folders in (near_folders, others):
        for folder in folders:
            scope.check_readable(folder, words)
        found = [target for folder in folders for target in _find_in(scope, folder, words)]
        if found:
            yield from found
            return


def _find_in(scope: SearchScope, folder: InstitutionFolder, words: str) -> Iterator[EditTarget]:
    for plan in folder.plans.values():
        for name in (plan.name, f"{folder.key}/{plan.name}"):
            if words == name:
                yield EditTarget(scope.root, folder, plan, None)
            elif words.startswith(f"{name}/") and (node := plan.tree.find(words[len(name) + 1 :])):
                yield EditTarget(scope.root, folder, plan, node)


def _without_level(words: str) -> str:
    """The id without the level before it, as findings print it: `action 1.1.1`."""
    level, _, rest = words.partition(" ")
    return rest.strip() if level.lower() in tuple(Level) and rest.strip() else words


def _unknown_id(scope: SearchScope, words: str) -> UsageError:
    plans = scope.plans()
    current = {plan.file.name for _, plan in plans}
    searched = ", ".join(f"{folder.key}/{plan.name}" for folder, plan in plans)
    elsewhere = next(
        (
            f"{plan.name}/{words}"
            for folder, _ in plans
            for plan in folder.plans.values()
            if plan.file.name not in current and plan.tree.find(words)
        ),
        None,
    )
    if elsewhere:
        return UsageError(f"`{words}` is not in the current plan ({searched})", f"another plan has it: {elsewhere}")
    if words.lower() in (*Level, *Colour):
        hint = "the id comes first, and needs no other word before it: tcplan update 1.1.1 green"
        return UsageError(f"there is no `{words}` in {searched}", hint)
    choices = [id_ for _, plan in plans for id_ in plan.tree.by_id]
    guess = near(words.rpartition("/")[2], choices)
    named = next((f"{folder.key}/{plan.name}/{guess}" for folder, plan in plans if guess in plan.tree.by_id), guess)
    meant = guess if len(plans) == 1 else named
    help_text = f"did you mean `{meant}`?" if guess else list_some(choices)
    return UsageError(f"there is no `{words}` in {searched}", help_text)
