"""The files of a workspace by what they are, and by the institution they belong to."""

import os
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from tcplan.files.settings import Settings, settings_in
from tcplan.files.sources import FolderSource, OverlaySource, Source, find_root
from tcplan.frameworks import shipped_names, shipped_source
from tcplan.model import AnswersFile, CaseStudy, Framework, Institution, Plan, Submission
from tcplan.workspace.institution_folder import (
    INSTITUTION_STEM,
    CaseStudyFile,
    InstitutionFolder,
    InstitutionMember,
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
        for file in self.files:
            self._place(file, folders)

    def overlaid(self, texts: Mapping[str, str], read: Iterable[Document] = ()) -> "Workspace":
        """The same workspace with the texts of some files replaced or added; those in `read` are read already."""
        known = {file.name: file for file in self.files if file.name not in texts}
        known |= {document.name: shaped_file(document) for document in read}
        return Workspace(OverlaySource(self.source, texts), known)

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
            members: Iterable[InstitutionMember] = (
                *folder.plans.values(),
                *folder.submissions.values(),
                *folder.case_studies.values(),
            )
            found.update({member.file.name: folder for member in members})
            if folder.file:
                found[folder.file.name] = folder
        return found

    def _is_shadowed(self, file: File, folder: InstitutionFolder, name: str) -> bool:
        """Whether another file has the name that references would call this one by, or is the institution already."""
        if isinstance(file.shaped.model, Institution) and folder.file:
            self.shadowed[file.name] = f"the institution, {folder.file.name}"
        elif any(name in table for table in (folder.plans, folder.submissions, folder.case_studies)):
            self.shadowed[file.name] = f"a file called `{name}`"
        return file.name in self.shadowed

    def _place(self, file: File, institution_folders: set[str]) -> None:
        model = file.shaped.model
        if isinstance(model, AnswersFile):
            return  # reports to be added to a plan: nothing refers to them
        if isinstance(model, Framework):
            if self.own_frameworks.setdefault(file.stem, model) is not model:
                self.shadowed[file.name] = f"a framework `{file.stem}`"
            return
        if is_for_all_folders(file):
            self.unreadable_frameworks.add(file.stem)
            return
        path = _folder_path(file.name, institution_folders)
        folder = self.folders.setdefault(path, InstitutionFolder(path.rpartition("/")[2], path))
        inside = file.name[len(path) + 1 :] if path else file.name
        name = inside.rpartition(".")[0]
        if self._is_shadowed(file, folder, name):
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
                folder.unreadable.add(name)


def open_workspace(path: Path) -> tuple[Workspace, Path]:
    """The workspace that a file or folder belongs to, and its root."""
    source = source_at(path)
    return Workspace(source), source.root


def source_at(path: Path) -> FolderSource:
    """The files of the workspace that a file or folder belongs to, none of them read yet."""
    root = find_root(Path(os.path.abspath(path)))  # noqa: PTH100 (resolve() would follow links out of the workspace)
    return FolderSource(root, settings_in(root) or Settings())


def files_by_folder(names: Iterable[str]) -> dict[str, list[str]]:
    """The names of files by the folder of the institution that they belong to, whatever the files hold."""
    names = list(names)
    folders = _institution_folders(names)
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(_folder_path(name, folders), []).append(name)
    return found


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
