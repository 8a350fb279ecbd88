"""Which plan and which entry the words of a command name: `2.3.1` of a current plan, else `phase-2/2.3.1`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath

from tcplan.errors import NothingReadError, UsageError
from tcplan.files.sources import as_seen
from tcplan.findings.span import Path
from tcplan.model.parts import Closed
from tcplan.values.near_words import list_some, near
from tcplan.workspace import InstitutionFolder, Node, PlanFile, Workspace
from tcplan.workspace.selection import select_institutions, select_plans


@dataclass(frozen=True)
class SearchScope:
    """Where a command looks: a workspace, its root, and the path that was named.

    The day decides which plan of an institution is the current one.
    """

    workspace: Workspace
    root: FilePath
    path: FilePath
    as_of: date

    def plans(self) -> list[tuple[InstitutionFolder, PlanFile]]:
        """The plan whose file was named, or the current plan of each institution; raises NothingReadError for none."""
        found = select_plans(self.workspace, self.root, self.path, self.as_of)
        if not found:
            raise NothingReadError(
                f"{self.path}: there is no plan here that can be read",
                f"`tcplan validate {self.path}` shows what is there; name another file or folder",
            )
        return found


@dataclass(frozen=True)
class EditTarget:
    """An entry of a plan, or the plan itself where `node` is None."""

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
    def words(self) -> str:
        """The entry as a sentence names it: `action 2.3.1`, or the plan by its name."""
        return f"{self.node.level} {self.node.id}" if self.node else f"plan {self.plan.name}"


def find_entry(scope: SearchScope, words: str) -> EditTarget:
    """The one entry that the words name; raises UsageError for none or more than one, NothingReadError for no plan."""
    found = list(_in_plans(words, scope.plans())) or list(_with_plan(words, scope))
    if len(found) == 1:
        return _check_unique(scope, found[0])
    if found:
        names = [f"{one.folder.key}/{one.plan.name}" for one in found]
        ending = f"/{found[0].node.id}" if found[0].node else ""
        file = as_seen(scope.root, found[0].plan.file.name)
        raise UsageError(
            f"`{words}` is in {len(found)} plans: {', '.join(names)}",
            f"name it with its plan, such as {names[0]}{ending}, or name the file: --in {file}",
        )
    raise _unknown_id(scope, words)


def _check_unique(scope: SearchScope, target: EditTarget) -> EditTarget:
    """Refuse an id that its plan has twice: it is not clear which entry is meant."""
    if target.node is None:
        return target
    defined = [node for node in target.plan.tree.nodes if node.id == target.node.id]
    if len(defined) > 1:
        file = as_seen(scope.root, target.plan.file.name)
        raise UsageError(
            f"`{target.node.id}` is defined {len(defined)} times in {file}", "`tcplan validate` shows the lines"
        )
    return target


def only_plan(scope: SearchScope) -> EditTarget:
    """The one plan that is meant where none is named; raises UsageError for several, NothingReadError for none."""
    plans = scope.plans()
    if len(plans) > 1:
        folders = [as_seen(scope.root, folder.path) for folder, _ in plans]
        raise UsageError(
            f"there are plans of {len(plans)} institutions here: {', '.join(folder.title for folder, _ in plans)}",
            f"name the folder of one: {' or '.join(folders)}",
        )
    return EditTarget(*plans[0], None)


def _in_plans(words: str, plans: list[tuple[InstitutionFolder, PlanFile]]) -> Iterator[EditTarget]:
    for folder, plan in plans:
        node = plan.tree.find(words)
        if node:
            yield EditTarget(folder, plan, node)


def _with_plan(words: str, scope: SearchScope) -> Iterator[EditTarget]:
    """The entry of a plan that the words begin with; the institutions at the path come before others."""
    near_folders = select_institutions(scope.workspace, scope.root, scope.path)
    others = [folder for folder in scope.workspace.folders.values() if folder not in near_folders]
    for folders in (near_folders, others):
        found = [target for folder in folders for target in _find_in(folder, words)]
        if found:
            yield from found
            return


def _find_in(folder: InstitutionFolder, words: str) -> Iterator[EditTarget]:
    for plan in folder.plans.values():
        for name in (plan.name, f"{folder.key}/{plan.name}"):
            if words == name:
                yield EditTarget(folder, plan, None)
            elif words.startswith(f"{name}/") and (node := plan.tree.find(words[len(name) + 1 :])):
                yield EditTarget(folder, plan, node)


def _unknown_id(scope: SearchScope, words: str) -> UsageError:
    plans = scope.plans()
    searched = ", ".join(f"{folder.key}/{plan.name}" for folder, plan in plans)
    elsewhere = next(
        (
            f"{plan.name}/{words}"
            for folder, _ in plans
            for plan in folder.plans.values()
            if plan.tree.find(words) and (folder, plan) not in plans
        ),
        None,
    )
    if elsewhere:
        return UsageError(f"`{words}` is not in the current plan ({searched})", f"another plan has it: {elsewhere}")
    choices = [id_ for _, plan in plans for id_ in plan.tree.by_id]
    guess = near(words.rpartition("/")[2], choices)
    named = next((f"{folder.key}/{plan.name}/{guess}" for folder, plan in plans if guess in plan.tree.by_id), guess)
    meant = guess if len(plans) == 1 else named
    help_text = f"did you mean `{meant}`?" if guess else list_some(choices)
    return UsageError(f"there is no `{words}` in {searched}", help_text)
