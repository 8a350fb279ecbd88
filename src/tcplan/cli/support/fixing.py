"""`tcplan validate --fix` and `--diff`: what is certain is fixed in the files, or printed as a patch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import typer

from tcplan.check import check, select_codes
from tcplan.cli.support.incomplete import warn_unread
from tcplan.cli.support.interruption import say_if_interrupted
from tcplan.cli.support.messages import print_data, print_error
from tcplan.cli.support.options import as_of_day
from tcplan.cli.support.outputs import check_outputs
from tcplan.cli.support.run_checks import FileSelection, run_checks, seen_from_here, select_files
from tcplan.cli.support.validate_request import ValidateRequest, mark_unfixable
from tcplan.edits.fixing import FixedFile, FixedFinding, FixRun, UnfixedFinding, fix
from tcplan.errors import ExitCode, RefusedError, UsageError
from tcplan.files.replacement import ChangedError, replace_file
from tcplan.files.sources import Source, as_seen
from tcplan.findings.finding import Finding
from tcplan.reporters.text import format_summary
from tcplan.values.plain_text import clean, file_name
from tcplan.workspace import Workspace

ATTEMPTS: Final = 5
"""How often a file is fixed again if somebody else writes it in between."""


@dataclass
class FixResult:
    """What was fixed or would be, what is left to people, and whether a file could not be written.

    Files are named as seen from the current folder; `unfixed` is by the identity of the finding.
    """

    fixed: list[FixedFinding] = field(default_factory=list)
    unfixed: dict[tuple[str, ...], UnfixedFinding] = field(default_factory=dict)
    refused: bool = False

    def add_fixed(self, root: Path, fixed: Iterable[FixedFinding]) -> None:
        """Add what was fixed, or would be, in a workspace."""
        self.fixed += (one._replace(finding=seen_from_here(one.finding, root)) for one in fixed)

    def add_unfixed(self, root: Path, left: Iterable[UnfixedFinding]) -> None:
        """Add what could not be fixed."""
        seen = (one._replace(finding=seen_from_here(one.finding, root)) for one in left)
        self.unfixed.update({one.finding.identity: one for one in seen})


def check_fixing(request: ValidateRequest, *, watch: bool, diff: bool, is_plain: bool) -> None:
    """Refuse options that do not go with `--fix` and `--diff`; raises UsageError."""
    if request.input_name:
        raise UsageError("--fix and --diff change files, and standard input is not a file", "name the file")
    if watch:
        raise UsageError("--watch never writes files", "run `tcplan validate --fix` by itself")
    if diff and (request.outputs or not is_plain):
        raise UsageError("--diff prints a patch, not a report", "leave out --format, --output and --statistics")


def apply_fixes(request: ValidateRequest, *, is_page: bool) -> int:
    """Fix the files and report what remains; returns the exit code.

    What was fixed is printed on standard output if the report is a page, else on standard error.

    Raises: NothingReadError, UsageError and RefusedError, before anything is written.
    """
    files_by_workspace = select_files(request.paths)
    check_outputs(request.outputs, files_by_workspace)
    result = FixResult()
    try:
        fix_files(files_by_workspace, request, result)
    except KeyboardInterrupt:
        print_error(f"interrupted; fixed {_format_count(result)} before that", "")
        raise
    for line in _format_lines(result):
        typer.echo(line, err=not is_page)
    _print_unfixable(result)
    code = request.run(frozenset(result.unfixed))
    return ExitCode.REFUSED if result.refused else code


def print_fix_patch(request: ValidateRequest) -> int:
    """Print what `apply_fixes` would change, as a patch; returns the exit code."""
    files_by_workspace, result = select_files(request.paths), FixResult()
    for root, (source, names) in files_by_workspace.items():
        warn_unread(source, root)
        found = _fix(source, names, request)
        result.add_unfixed(root, found.left)
        for file in found.files:
            result.add_fixed(root, file.fixed)
            print_data(file.diff(as_seen(root, file.name)))
    _print_unfixable(result)
    if result.fixed:
        typer.echo(f"--fix would fix {_format_count(result)}; nothing was written", err=True)
        return ExitCode.FINDINGS
    run = run_checks(files_by_workspace, as_of_day(request.as_of), request.rules, rewound=request.as_of is not None)
    typer.echo(
        f"--fix would fix nothing; {format_summary(mark_unfixable(run, result.unfixed.keys()))}",
        err=True,
    )
    return ExitCode.FINDINGS if run.fails else ExitCode.CLEAN


def fix_files(
    files_by_workspace: FileSelection, request: ValidateRequest, result: FixResult | None = None
) -> FixResult:
    """Fix the files; one that somebody else wrote in between is fixed again from its new text.

    `result` is what is returned, for a caller that wants to know how far it came.
    """
    result = result or FixResult()
    for root, (source, names) in files_by_workspace.items():
        left = names
        for attempts_left in range(ATTEMPTS, 0, -1):
            found = _fix(source, left, request)
            result.add_unfixed(root, found.left)
            left = [
                file.name for file in found.files if not _is_settled(root, file, result, is_last=attempts_left == 1)
            ]
            if not left:
                break
    return result


def _is_settled(root: Path, file: FixedFile, result: FixResult, *, is_last: bool) -> bool:
    """Write a file if it still is what was read; returns whether there is nothing more to do about it."""
    path = Path(as_seen(root, file.name))
    try:
        with say_if_interrupted(path, lambda: file.after):
            warning = replace_file(path, file.before, file.after)
    except RefusedError as error:
        if isinstance(error, ChangedError) and not is_last:
            return False
        result.refused = True
        print_error(error.message, error.hint)
        return True
    result.add_fixed(root, file.fixed)
    if warning:
        print_error(warning, "")
    return True


def _fix(source: Source, names: list[str], request: ValidateRequest) -> FixRun:
    on_day = partial(check, as_of=as_of_day(request.as_of), rewound=request.as_of is not None)
    return fix(Workspace(source), names, on_day, select_codes(request.rules.over(source.settings)))


def _format_lines(result: FixResult) -> Iterator[str]:
    for one in result.fixed:
        yield f"{_format_place(one.finding)}: fixed {_format_rule(one.finding)}: {clean(one.says)}"
    if result.fixed:
        yield f"fixed {_format_count(result)}"
        yield ""


def _print_unfixable(result: FixResult) -> None:
    for one in result.unfixed.values():
        print_error(f"{_format_place(one.finding)}: {_format_rule(one.finding)} is left to you: {one.why}", "")


def _format_place(finding: Finding) -> str:
    return f"{file_name(finding.place.file)}:{finding.place.line}"


def _format_rule(finding: Finding) -> str:
    return f"{finding.code.code} {finding.code.name}"


def _format_count(result: FixResult) -> str:
    files = len({one.finding.place.file for one in result.fixed})
    count = len(result.fixed)
    return f"{count} {'finding' if count == 1 else 'findings'} in {files} {'file' if files == 1 else 'files'}"
