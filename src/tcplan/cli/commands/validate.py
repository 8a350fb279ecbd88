"""`tcplan validate`: every finding with its place, in one run."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import AsOf
from tcplan.errors import UsageError
from tcplan.files.settings import FailOn, Profile


class FindingsFormat(StrEnum):
    """The keys of `reporters.REPORTERS`."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATHS]...",
            help="Files or folders, or - for the standard input; default: the current folder.",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        FindingsFormat,
        typer.Option(
            "--format",
            help="text for people, json for scripts, markdown for comments and summaries, the others for services.",
        ),
    ] = FindingsFormat.TEXT,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FORMAT=FILE",
            help="Write a report to a file too, such as sarif=build/findings.sarif; may be repeated.",
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="How often each rule has found something, instead of the findings.")
    ] = False,
    profile: Annotated[
        Profile | None,
        typer.Option(help="draft while a plan is written, plan while it runs, submission before it is sent."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Only these rules: TC302, TC3 or no-owner; may be repeated."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Without these rules; an error cannot be ignored.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="The least severe finding that lets the exit code be 1.")
    ] = None,
    as_of: AsOf = None,
    stdin_filename: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The file that the standard input stands for.", show_default=False),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend in the files what is certain, such as a misspelt key; report the rest.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; print what --fix would change, as a patch.")
    ] = False,
) -> int:
    """Check plan files, every finding with its line.

    Naming a file loads its whole workspace, so that references resolve, and shows what is found in that file.
    The exit code is 1 when anything is found that means a file cannot be trusted. With --fix what remains counts;
    with --diff it is 1 as well when there is anything to mend.

    \b
    Examples:
      tcplan validate
      tcplan validate plans/northmoor
      tcplan validate plans/northmoor/phase-3.yaml --format json
      tcplan validate --format github --output sarif=build/findings.sarif
      tcplan validate - --stdin-filename plans/northmoor/phase-3.yaml
      tcplan validate --diff plans/northmoor
      tcplan validate --fix plans/northmoor
    """
    from tcplan.cli.support.outputs import parse_outputs
    from tcplan.cli.support.run_checks import RuleOptions, select_files
    from tcplan.cli.support.standard_input import STANDARD_INPUT, UNNAMED
    from tcplan.cli.support.validate_request import ValidateRequest
    from tcplan.reporters import REPORTERS, STATISTICS

    paths = paths or [Path()]
    reads_text = STANDARD_INPUT in paths
    _check(paths, format_, reads_text=reads_text, statistics=statistics, watch=watch, named=stdin_filename is not None)
    request = ValidateRequest(
        paths,
        (stdin_filename or UNNAMED) if reads_text else None,
        as_of,
        RuleOptions(profile, _split(select), _split(ignore), fail_on),
        STATISTICS if statistics else REPORTERS[format_],
        parse_outputs(output),
    )
    if fix or diff:
        from tcplan.cli.support.fixing import apply_fixes, check_fixing, print_fix_patch

        is_page = format_ is FindingsFormat.TEXT
        check_fixing(request, watch=watch, diff=diff, is_plain=is_page and not statistics)
        return print_fix_patch(request) if diff else apply_fixes(request, is_page=is_page)
    if watch:
        from tcplan.cli.support.watching import watch_files

        return watch_files(request.once, list(select_files(paths)))
    return request.once()


def _check(
    paths: list[Path], format_: FindingsFormat, *, reads_text: bool, statistics: bool, watch: bool, named: bool
) -> None:
    """Refuse options that contradict each other."""
    if statistics and format_ is not FindingsFormat.TEXT:
        raise UsageError("--statistics is a table for people", "leave out --format; json has `statistics` anyway")
    if named and not reads_text:
        raise UsageError(
            "--stdin-filename goes with the standard input", "write tcplan validate - --stdin-filename FILE"
        )
    if reads_text and len(paths) > 1:
        raise UsageError(
            "- stands alone: the standard input is one file", "check the other files in a run of their own"
        )
    if reads_text and watch:
        raise UsageError("--watch and - exclude each other: nobody can watch the standard input", "name the file")


def _split(listed: list[str] | None) -> tuple[str, ...] | None:
    """`--select TC3,TC4` is the same as `--select TC3 --select TC4`."""
    return tuple(part.strip() for one in listed for part in one.split(",")) if listed else None
