"""The findings of named files and folders, which may belong to several workspaces."""

from dataclasses import replace
from pathlib import Path

from tcplan.check import check
from tcplan.cli.options import existing
from tcplan.errors import NothingReadError
from tcplan.finding import Finding
from tcplan.sources import Source, as_seen
from tcplan.views.choosing import is_at
from tcplan.workspace import Workspace, source_at


def gather(paths: list[Path]) -> tuple[list[Finding], int]:
    """All findings at the paths, with file names as seen from the current folder, and how many files were checked.

    Raises NothingReadError where a path holds no plan file: nothing to check is an error.
    """
    findings: list[Finding] = []
    chosen = chosen_files(paths)
    for root, (source, names) in chosen.items():
        findings += [seen_from_here(one, root) for one in check(Workspace(source), names.__contains__)]
    return findings, sum(len(names) for _, names in chosen.values())


def chosen_files(paths: list[Path]) -> dict[Path, tuple[Source, list[str]]]:
    """The files at the paths, each once, by the root of their workspace.

    Raises NothingReadError where a path holds no plan file, or nothing at all.
    """
    found: dict[Path, tuple[Source, list[str]]] = {}
    for path in paths:
        source = source_at(existing(path))
        names = [name for name in source.names() if is_at(source.root, path, name)]
        if not names:
            raise NothingReadError(
                f"{path} holds no plan file that tcplan reads",
                "plan files end in .yaml; `tcplan init DIR` begins a plan, and tcplan.toml may exclude files",
            )
        chosen = found.setdefault(source.root, (source, []))[1]
        chosen += [name for name in names if name not in chosen]
    return found


def seen_from_here(finding: Finding, root: Path) -> Finding:
    """The same finding with file names that an editor or a CI service opens from the current folder."""
    also = replace(finding.also, file=as_seen(root, finding.also.file)) if finding.also else None
    return replace(finding, place=replace(finding.place, file=as_seen(root, finding.place.file)), also=also)
