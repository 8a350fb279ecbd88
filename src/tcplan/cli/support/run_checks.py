"""The findings of named files and folders, which may belong to several workspaces."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Final

from tcplan.check import MOST_LISTED, USUAL, Checked, check, describe_selection, select_codes
from tcplan.check.checking import sort_findings
from tcplan.cli.support.messages import print_note
from tcplan.cli.support.options import require_path
from tcplan.cli.support.processes import START_METHOD, processes_for
from tcplan.errors import NothingReadError, UsageError
from tcplan.files.settings import FailOn, Profile, Settings
from tcplan.files.sources import FolderSource, Source, as_seen
from tcplan.findings.finding import AcceptedFinding, Finding
from tcplan.reporters import CheckRun
from tcplan.workspace import Workspace, source_at, sources_at
from tcplan.workspace.below import sources_below
from tcplan.workspace.loading import locate_notice
from tcplan.workspace.paths import is_at, names_at


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """What the options of a run ask for; for what is None, the settings of each workspace decide."""

    profile: Profile | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: FailOn | None = None

    def over(self, settings: Settings) -> Settings:
        """The settings with the options in their place; raises UsageError if two options contradict each other."""
        if self.profile is not None and self.select is not None:
            raise UsageError(
                "--select does not go with --profile", "leave out one of them: --select names the rules in any profile"
            )
        asked = {key: value for key in _ASKED if (value := getattr(self, key)) is not None}
        if self.profile is not None:
            asked.setdefault("select", ())  # the settings do not narrow a profile that is asked for
        if self.select is not None:
            asked.setdefault("ignore", ())  # nor a selection of rules
        return replace(settings, **asked, file="" if self.select or self.ignore else settings.file)


FileSelection = dict[Path, tuple[Source, list[str]]]
"""By the root of each workspace, the source of its files and the names of those that are checked."""

_ASKED: Final = ("profile", "select", "ignore", "fail_on")


def run_checks(
    files_by_workspace: FileSelection, as_of: date, options: RuleOptions, *, rewound: bool = False
) -> CheckRun:
    """Check some files; their names in the result are as seen from the current folder.

    `rewound` says that the day was asked for. If there are several workspaces, the strictest `fail_on` counts.

    Raises UsageError for options or settings that do not name a rule.
    """
    findings: list[Finding] = []
    accepted: list[AcceptedFinding] = []
    files: list[str] = []
    rules: list[str] = []
    fail_on = FailOn.ERROR
    for root, (source, names) in files_by_workspace.items():
        settings = options.over(source.settings)
        checked = _check(source, frozenset(names), settings, as_of, rewound=rewound)
        seen = cache(partial(as_seen, root))
        findings += (_renamed(one, seen) for one in checked.findings)
        accepted += (one._replace(finding=_renamed(one.finding, seen)) for one in checked.accepted)
        files += map(seen, names)
        rules.append(describe_selection(settings))
        fail_on = max(fail_on, settings.fail_on or FailOn.ERROR, key=tuple(FailOn).index)
    return CheckRun(tuple(findings), tuple(accepted), tuple(files), as_of, fail_on, _describe_rules(rules))


def _describe_rules(selections: Iterable[str]) -> str:
    """Which rules applied in the workspaces; the usual profile goes without saying where it is that of all."""
    different = list(dict.fromkeys(selections))
    return different[0].removeprefix(USUAL).removeprefix(", ") if len(different) == 1 else " and ".join(different)


def _check(source: Source, names: frozenset[str], settings: Settings, as_of: date, *, rewound: bool) -> Checked:
    """What is found in some files of a source, in several processes where that is faster."""
    checked = _check_files(source, names, settings, as_of, rewound=rewound)
    if not isinstance(source, FolderSource) or not (notices := source.notices_at_named()):
        return checked
    codes = select_codes(settings)
    noticed = [locate_notice(one) for one in notices if one.code in codes]
    return sort_findings([*checked.findings, *noticed], checked.accepted)


def _check_files(source: Source, names: frozenset[str], settings: Settings, as_of: date, *, rewound: bool) -> Checked:
    """What is found in the files, without what is said of folders, links and settings."""
    codes = select_codes(settings)
    if isinstance(source, FolderSource) and (number := processes_for(source, names)) > 1:
        from tcplan.check.processes import CheckTask, check_in_processes

        task = CheckTask(source, source.names(), names, settings, as_of, rewound)
        if checked := check_in_processes(task, number, START_METHOD):
            return checked
    workspace = Workspace(source)
    return check(workspace, names.__contains__, as_of=as_of, rewound=rewound, codes=codes, most=MOST_LISTED)


def select_files(paths: list[Path]) -> FileSelection:
    """The files at the paths, each once, in the order of their names.

    A folder includes the workspaces below it.

    Raises NothingReadError for a path without a plan file, or one that does not exist: nothing to check is an error.
    """
    found: dict[Path, tuple[Source, list[str]]] = {}
    paths = list(map(require_path, paths))
    searched = dict.fromkeys(paths, False)
    for source in _sources_at(paths):
        names = source.names()
        noticed = [one.name for one in source.notices_at_named()]
        chosen: set[str] = set()
        for path in paths:
            here = names_at(source.root, path, names)
            chosen.update(here)
            searched[path] = searched[path] or bool(here or names_at(source.root, path, noticed))
        if chosen or noticed:
            found[source.root] = (source, sorted(chosen))
    for path in (path for path, has_something in searched.items() if not has_something):
        raise NothingReadError(
            f"{path} has no plan file that tcplan reads",
            "plan files end in .yaml; `tcplan init DIR` starts a plan, and tcplan.toml can exclude files",
        )
    return {root: found[root] for root in sorted(found)}


def _sources_at(paths: list[Path]) -> Iterator[FolderSource]:
    """The workspaces of the paths, and those that are below them; of a folder that is none only those."""
    own = []
    for path in paths:
        below = sources_below(source_at(path)) if path.is_dir() else ()
        if len(below) > 1:
            print_note(f"{path} is not a workspace; the {len(below)} workspaces below it are read")
        if below:
            yield from _with_inner(below, [path])
        else:
            own.append(path)
    yield from _with_inner(sources_at(own), own)


def _with_inner(sources: Iterable[FolderSource], paths: list[Path]) -> Iterator[FolderSource]:
    folders = [path for path in paths if path.is_dir()]
    for source in sources:
        yield source
        inner = source.workspaces() if folders else ()
        roots = [root for root in inner if any(is_at(root, one, "") for one in folders)]
        yield from _with_inner(sources_at(roots), folders)


def seen_from_here(finding: Finding, root: Path) -> Finding:
    """The same finding with file names that an editor or a CI service opens from the current folder."""
    return _renamed(finding, partial(as_seen, root))


def _renamed(finding: Finding, seen: Callable[[str], str]) -> Finding:
    also = finding.also._replace(file=seen(finding.also.file)) if finding.also else None
    return finding._replace(place=finding.place._replace(file=seen(finding.place.file)), also=also)
