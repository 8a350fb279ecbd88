"""The findings of named files and folders, which may belong to several workspaces."""

import os
from dataclasses import replace
from pathlib import Path

from tcplan.check import check
from tcplan.cli.options import existing
from tcplan.errors import NothingReadError
from tcplan.finding import Finding
from tcplan.sources import as_seen, find_root
from tcplan.views.choosing import is_at
from tcplan.workspace import Workspace, open_workspace


def gather(paths: list[Path]) -> tuple[list[Finding], int]:
    """All findings at the paths, with file names as seen from the current folder, and how many files were checked.

    Raises NothingReadError where a path holds no plan file: nothing to check is an error.
    """
    wanted: dict[Path, tuple[Workspace, set[str]]] = {}
    for path in paths:
        existing(path)
        workspace, root = _opened(path, wanted)
        names = {file.name for file in workspace.files if is_at(root, path, file.name)}
        if not names:
            raise NothingReadError(
                f"{path} holds no plan file that tcplan reads",
                "plan files end in .yaml; `tcplan init DIR` begins a plan, and tcplan.toml may exclude files",
            )
        wanted.setdefault(root, (workspace, set()))[1].update(names)
    findings: list[Finding] = []
    for root, (workspace, names) in wanted.items():
        findings += [seen_from_here(one, root) for one in check(workspace, names.__contains__)]
    return findings, sum(len(names) for _, names in wanted.values())


def _opened(path: Path, opened: dict[Path, tuple[Workspace, set[str]]]) -> tuple[Workspace, Path]:
    """The workspace of a path; one that another path has opened is not read again."""
    root = find_root(Path(os.path.abspath(path)))  # noqa: PTH100 (links stay as they are named)
    return (opened[root][0], root) if root in opened else open_workspace(path)


def seen_from_here(finding: Finding, root: Path) -> Finding:
    """The same finding with file names that an editor or a CI service opens from the current folder."""
    also = replace(finding.also, file=as_seen(root, finding.also.file)) if finding.also else None
    return replace(finding, place=replace(finding.place, file=as_seen(root, finding.place.file)), also=also)
