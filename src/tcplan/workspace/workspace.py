"""The files of a workspace by what they are, and by the institution they belong to."""

import os
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from tcplan.files.locating import find_workspace
from tcplan.files.settings import Settings
from tcplan.files.sources import FolderSource, OverlaySource, Source, SourcePart
from tcplan.frameworks import shipped_names, shipped_source
from tcplan.model import AnswersFile, CaseStudy, Framework, Institution, Plan, Submission
from tcplan.values.unicode_form import composed
from tcplan.workspace.institution_folder import (
    INSTITUTION_STEM,
    CaseStudyFile,
    InstitutionFolder,
    PlanFile,
    SubmissionFile,
)
from tcplan.workspace.loading import File, load, shaped_file
from tcplan.yaml_reader.reader import Document

_Made = TypeVar("_Made")


class Workspace:
    """All files of a source, loaded once; `known` are files that need not be loaded again."""

    def __init__(self, source: Source, known: Mapping[str, File] | None = None) -> None:
        self.source = source
        self.files = tuple((known or {}).get(name) or load(source, name) for name in source.names())
        self.folders: dict[str, InstitutionFolder] = {}
        self.own_frameworks: dict[str, Framework] = {}
        self.unreadable_frameworks: set[str] = set()
        self.shadowed: dict[str, str] = {}
        self._made: dict[Hashable, object] = {}
        folders = _institution_folders(file.name for file in self.files)
        for file in sorted(self.files, key=_is_copy_of_institution):
            self._place(file, folders)

    def overlaid(self, texts: Mapping[str, str], read: Iterable[Document] = ()) -> "Workspace":
        """The same workspace with the texts of some files replaced or added; those in `read` are read already."""
        known = {file.name: file for file in self.files if file.name not in texts}
        before = {file.name: file for file in self.files}
        known |= {document.name: shaped_file(document, before.get(document.name)) for document in read}
        return Workspace(OverlaySource(self.source, texts), known)

    def without(self, names: Iterable[str]) -> "Workspace":
        """The same workspace as if some of its files were not there."""
        hidden = frozenset(names)
        kept = {file.name: file for file in self.files if file.name not in hidden}
        return Workspace(SourcePart(self.source, tuple(kept)), kept)

    def compute_once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` returns, computed the first time that something asks for this key: no file here ever changes."""
        if key not in self._made:
            self._made[key] = make()
        return cast("_Made", self._made[key])

    def folder_of(self, file: File) -> InstitutionFolder | None:
        """The institution that a file belongs to."""
        return self._folders_by_file.get(file.name)

    @cached_property
    def plans(self) -> tuple[PlanFile, ...]:
        """All plans, in the order of their file names."""
        return tuple(plan for folder in self.folders.values() for plan in folder.plans.values())

    @cached_property
    def folders_by_key(self) -> dict[str, InstitutionFolder]:
        """The institutions by what references call them; of two with one name, the first."""
        return {folder.key: folder for folder in reversed(self.folders.values())}

    def framework(self, name: str) -> Framework | None:
        """A framework by name; the workspace's own wins over the shipped one."""
        if name in self.own_frameworks:
            return self.own_frameworks[name]
        return None if name in self.unreadable_frameworks else _load_shipped(name)

    def framework_names(self) -> list[str]:
        """All frameworks there are."""
        return sorted({*self.own_frameworks, *shipped_names()})

    @cached_property
    def _folders_by_file(self) -> dict[str, InstitutionFolder]:
        found = {}
        for folder in self.folders.values():
            found.update({member.file.name: folder for member in folder.members()})
            if folder.file:
                found[folder.file.name] = folder
        return found

    @cached_property
    def members_by_file(self) -> dict[str, PlanFile | SubmissionFile | CaseStudyFile]:
        """What each file is in its institution's folder."""
        return {member.file.name: member for folder in self.folders.values() for member in folder.members()}

    def _is_shadowed(self, file: File, folder: InstitutionFolder, name: str) -> bool:
        """Whether another file has the name that references would call this one by, or is the institution already."""
        own = folder.file or folder.unreadable.get(INSTITUTION_STEM)
        if isinstance(file.shaped.model, Institution) and own:
            self.shadowed[file.name] = f"the institution, {own.name},"
        elif any(name in table for table in (folder.plans, folder.submissions, folder.case_studies)):
            self.shadowed[file.name] = f"a file called `{name}`"
        return file.name in self.shadowed

    def _place(self, file: File, institution_folders: set[str]) -> None:
        model = file.shaped.model
        if isinstance(model, AnswersFile | Framework) and file.has_tables_of_plan:
            model = None  # a plan under a wrong kind
        elif isinstance(model, AnswersFile):
            return  # reports to be added to a plan: nothing refers to them
        elif is_for_all_folders(file):
            self._place_for_all(file)
            return
        path = _folder_path(file.name, institution_folders)
        folder = self.folders.setdefault(path, InstitutionFolder(composed(path.rpartition("/")[2]), path))
        inside = file.name[len(path) + 1 :] if path else file.name
        name = composed(inside.rpartition(".")[0])
        if self._is_shadowed(file, folder, name):
            folder.shadowed.setdefault(name, []).append(file)
            return
        match model:
            case Institution():
                folder.file = file
            case Plan():
                folder.plans[name] = PlanFile(file, name, path)
            case Submission():
                folder.submissions[name] = SubmissionFile(file, name, path)
            case CaseStudy():
                folder.case_studies[name] = CaseStudyFile(file, name, path)
            case _:
                folder.unreadable[name] = file

    def _place_for_all(self, file: File) -> None:
        """A framework, or an unreadable file that may be one."""
        model = file.shaped.model
        if not isinstance(model, Framework):
            self.unreadable_frameworks.add(file.stem)
        elif self.own_frameworks.setdefault(file.stem, model) is not model:
            self.shadowed[file.name] = f"a framework `{file.stem}`"


def open_workspace(path: Path) -> tuple[Workspace, Path]:
    """The workspace that a file or folder belongs to, and its root."""
    source = source_at(path)
    return Workspace(source), source.root


def source_at(path: Path) -> FolderSource:
    """The files of the workspace that a file or folder belongs to, none of them read yet."""
    return sources_at([path])[0]


def sources_at(paths: Iterable[Path]) -> list[FolderSource]:
    """The workspaces that some files and folders belong to, each once, in the order of the paths."""
    named: dict[Path, tuple[Settings, set[str]]] = {}
    for path in paths:
        whole = absolute(path)
        root, settings = find_workspace(whole)
        named.setdefault(root, (settings, set()))[1].add("" if whole == root else whole.relative_to(root).as_posix())
    return [FolderSource(root, settings, frozenset(names)) for root, (settings, names) in named.items()]


def absolute(path: Path) -> Path:
    """The path from the root on; links stay as they are named: `resolve` would follow them out of the workspace."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (the same)


def files_by_folder(names: Iterable[str]) -> dict[str, list[str]]:
    """The names of files by the folder of the institution that they belong to, whatever the files hold."""
    names = list(names)
    folders = _institution_folders(names)
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(_folder_path(name, folders), []).append(name)
    return found


def _is_copy_of_institution(file: File) -> bool:
    """Whether a file is an institution by its kind and not by its name: `institution.yaml` comes before its copies."""
    return isinstance(file.shaped.model, Institution) and file.stem != INSTITUTION_STEM


def is_for_all_folders(file: File) -> bool:
    """Whether a file is a framework, which files of all institutions may refer to, or an unreadable one."""
    model = file.shaped.model
    return isinstance(model, Framework) or (model is None and _folder(file.name).rpartition("/")[2] == "frameworks")


def _institution_folders(names: Iterable[str]) -> set[str]:
    return {
        folder
        for folder, _, file in (name.rpartition("/") for name in names)
        if file.rpartition(".")[0] == INSTITUTION_STEM
    }


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _folder_path(name: str, institution_folders: set[str]) -> str:
    """The nearest folder upwards with an institution file, else the folder below `plans/`, else the file's own."""
    folder = _folder(name)
    while folder:
        if folder in institution_folders:
            return folder
        folder = _folder(folder)
    if "" in institution_folders:
        return ""
    parts = name.split("/")
    return "/".join(parts[:2]) if parts[0] == "plans" and len(parts) > 2 else _folder(name)  # noqa: PLR2004 (plans/who/file)


_SHIPPED: dict[str, Framework] = {}


def _load_shipped(name: str) -> Framework | None:
    """A framework of the package, loaded when first asked for."""
    if name not in shipped_names():
        return None
    if name not in _SHIPPED:
        file = load(shipped_source(), f"{name}.yaml")
        _SHIPPED[name] = cast("Framework", file.shaped.model)
    return _SHIPPED[name]
