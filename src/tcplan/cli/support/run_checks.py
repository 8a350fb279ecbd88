"""The findings of named files and folders, which may belong to several workspaces."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from tcplan.check import check, describe_selection, select_codes
from tcplan.cli.support.options import require_path
from tcplan.errors import NothingReadError, UsageError
from tcplan.files.settings import FailOn, Profile, Settings
from tcplan.files.sources import FolderSource, Source, as_seen
from tcplan.findings.finding import AcceptedFinding, Finding
from tcplan.reporters import CheckRun
from tcplan.workspace import Workspace, source_at
from tcplan.workspace.selection import is_at


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """What the options of a run ask for; what is None is left to the settings of each workspace."""

    profile: Profile | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: FailOn | None = None

    def over(self, settings: Settings) -> Settings:
        """The settings with what is asked for in their place; raises UsageError where one excludes the other."""
        if self.profile is not None and self.select is not None:
            raise UsageError(
                "--select names the rules by itself, whatever the profile", "leave out --select or --profile"
            )
        asked = {key: value for key in _ASKED if (value := getattr(self, key)) is not None}
        if self.profile is not None:
            asked.setdefault("select", ())  # a profile that is asked for is not narrowed by what the settings select
        if self.select is not None:
            asked.setdefault("ignore", ())  # and neither is a selection by what they ignore
        return replace(settings, **asked, file="" if self.select or self.ignore else settings.file)


FileSelection = dict[Path, tuple[Source, list[str]]]
"""By the root of their workspace, where its files come from and the names of those that are looked at."""

_ASKED: Final = ("profile", "select", "ignore", "fail_on")


def run_checks(
    files_by_workspace: FileSelection, as_of: date, options: RuleOptions, *, rewound: bool = False
) -> CheckRun:
    """What a check of some files comes to, with their names as seen from the current folder.

    `rewound` says that the day was asked for. Of several workspaces the strictest `fail_on` counts.

    Raises UsageError for options or settings that name no rule.
    """
    findings: list[Finding] = []
    accepted: list[AcceptedFinding] = []
    files: list[str] = []
    rules: list[str] = []
    fail_on = FailOn.ERROR
    for root, (source, names) in files_by_workspace.items():
        settings = options.over(source.settings)
        checked = check(
            Workspace(source), names.__contains__, as_of=as_of, rewound=rewound, codes=select_codes(settings)
        )
        findings += (seen_from_here(one, root) for one in checked.findings)
        accepted += (one._replace(finding=seen_from_here(one.finding, root)) for one in checked.accepted)
        files += (as_seen(root, name) for name in names)
        rules += (words for words in [describe_selection(settings)] if words and words not in rules)
        fail_on = max(fail_on, settings.fail_on or FailOn.ERROR, key=tuple(FailOn).index)
    return CheckRun(tuple(findings), tuple(accepted), tuple(files), as_of, fail_on, " and ".join(rules))


def select_files(paths: list[Path]) -> FileSelection:
    """The files at the paths, each once, in the order of their names, whatever the order of the paths.

    Of a folder also those of the workspaces below it: somebody who names a folder means the plans in it too.

    Raises NothingReadError where a path holds no plan file, or nothing at all: nothing to check is an error.
    """
    found: dict[Path, tuple[Source, set[str]]] = {}
    for path in paths:
        named = {source.root: (source, _names_at(source, path)) for source in _sources_at(require_path(path))}
        if not any(names for _, names in named.values()):
            raise NothingReadError(
                f"{path} holds no plan file that tcplan reads",
                "plan files end in .yaml; `tcplan init DIR` begins a plan, and tcplan.toml may exclude files",
            )
        for root, (source, names) in named.items():
            found.setdefault(root, (source, set()))[1].update(names)
    return {root: (found[root][0], sorted(found[root][1])) for root in sorted(found) if found[root][1]}


def _sources_at(path: Path) -> Iterator[FolderSource]:
    """The workspace of a path, and those that lie below it."""
    source = source_at(path)
    yield source
    for root in source.workspaces() if path.is_dir() else ():
        if is_at(root, path, ""):
            yield from _sources_at(root)


def _names_at(source: FolderSource, path: Path) -> list[str]:
    return [name for name in source.names() if is_at(source.root, path, name)]


def seen_from_here(finding: Finding, root: Path) -> Finding:
    """The same finding with file names that an editor or a CI service opens from the current folder."""
    also = finding.also._replace(file=as_seen(root, finding.also.file)) if finding.also else None
    return finding._replace(place=finding.place._replace(file=as_seen(root, finding.place.file)), also=also)
