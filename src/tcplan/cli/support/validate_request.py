"""What one check of plan files is asked for, and how it is run: a report is printed, others are written to files."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import typer

from tcplan.cli.support.messages import print_error
from tcplan.cli.support.options import as_of_day
from tcplan.cli.support.outputs import Output, check_outputs, take_standard_output, write_outputs
from tcplan.cli.support.run_checks import RuleOptions, run_checks, select_files
from tcplan.cli.support.standard_input import select_standard_input, with_given_name
from tcplan.errors import ExitCode
from tcplan.reporters import PAGES, CheckRun, Reporter

_WHY_NOT: Final = "hidden folders, build output and files that `exclude` in tcplan.toml names are not read"


@dataclass(frozen=True, slots=True)
class ValidateRequest:
    """What `tcplan validate` is asked for; `input_name` names the file on standard input, if any."""

    paths: list[Path]
    input_name: Path | None
    as_of: str | None
    rules: RuleOptions
    reporter: Reporter
    outputs: tuple[Output, ...]

    def run(self, unfixable: AbstractSet[tuple[str, ...]] = frozenset()) -> int:
        """Check the files, print the report, write the others; returns the exit code.

        `unfixable` are the identities of findings that `--fix` tried to fix and could not.

        Raises: NothingReadError, UsageError and RefusedError, before anything is printed or written.
        """
        day = as_of_day(self.as_of)
        files_by_workspace = select_standard_input(self.input_name) if self.input_name else select_files(self.paths)
        check_outputs(self.outputs, files_by_workspace)
        run = run_checks(files_by_workspace, day, self.rules, rewound=self.as_of is not None)
        run = mark_unfixable(run, unfixable)
        if self.input_name:
            run = with_given_name(run, self.input_name)
            if not run.files and self.reporter in PAGES:
                print_error(f"tcplan does not read {self.input_name} here, so nothing was checked", _WHY_NOT)
        write_outputs(self.outputs, run)
        report = self.reporter(run)
        beside = take_standard_output(self.outputs)  # two reports on one stream could not be told apart
        typer.echo(report if self.reporter in PAGES else report.encode(), nl=False, err=beside)
        return ExitCode.FINDINGS if run.fails else ExitCode.CLEAN


def mark_unfixable(run: CheckRun, unfixable: AbstractSet[tuple[str, ...]]) -> CheckRun:
    """The run with some findings, named by their identity, reported as ones that `--fix` cannot fix."""
    findings = (
        one._replace(fix=None, rest=one.rest and one.rest._replace(fixable=0))
        if one.rest or one.identity in unfixable
        else one
        for one in run.findings
    )
    return replace(run, findings=tuple(findings)) if unfixable else run
