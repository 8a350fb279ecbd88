"""What is not read in the folders of plans, and may hold the plan that is meant: closed folders, links, other names."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tcplan.files.names import ENDINGS, in_plans
from tcplan.files.notice import Notice
from tcplan.files.sources import FolderSource, OverlaySource, Source
from tcplan.findings.codes import CLOSED_FOLDER, MISNAMED_FILE, UNFOLLOWED_LINK
from tcplan.values.words import FileKind
from tcplan.workspace.institution_folder import InstitutionFolder
from tcplan.workspace.paths import is_at
from tcplan.workspace.possible_plans import kind_by_name
from tcplan.workspace.workspace import Workspace

_CLOSED: Final = (CLOSED_FOLDER, UNFOLLOWED_LINK)


def unseen_in(workspace: Workspace, folder: InstitutionFolder) -> list[Notice]:
    """What is not read in the folder of an institution, and may be or hold a plan that nothing else is known of."""
    inside = f"{folder.path}/" if folder.path else ""
    here = [one for one in _notices(workspace.source) if one.name.startswith(inside)]
    closed = [one for one in here if one.code in _CLOSED and "case-studies" not in one.name.split("/")]
    return closed + [one for one in here if one.code is MISNAMED_FILE and _is_lone_plan(one.name, inside, folder)]


def unseen_institutions(workspace: Workspace, root: Path, path: Path) -> Iterator[Notice]:
    """The folders and links at a path, below `plans/`, that are not read and belong to no institution that is."""
    known = tuple(f"{folder.path}/" for folder in workspace.folders.values() if folder.path)
    for one in _notices(workspace.source):
        if (
            one.code in _CLOSED
            and in_plans(one.name)
            and not one.name.startswith(known)
            and is_at(root, path, one.name)
        ):
            yield one


def _is_lone_plan(name: str, inside: str, folder: InstitutionFolder) -> bool:
    """Whether a file under a name that is not read is called like a plan, and not like one that is there."""
    own = name.removeprefix(inside).lstrip(".")
    end = max(own.lower().rfind(ending) for ending in ENDINGS)
    there = {*folder.plans, *folder.unreadable, *(member.name for member in folder.members())}
    return own[:end] not in there and kind_by_name(own[:end]) is FileKind.PLAN


def _notices(source: Source) -> tuple[Notice, ...]:
    while isinstance(source, OverlaySource):
        source = source.below
    return source.notices if isinstance(source, FolderSource) else ()
