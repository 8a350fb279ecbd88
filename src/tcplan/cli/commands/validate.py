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
            help="Files or folders, or - for standard input; default: the current folder.",
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
            help="Also write a report to a file, such as sarif=build/findings.sarif; may be repeated.",
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Show how many findings each rule has, instead of the findings.")
    ] = False,
    profile: Annotated[
        Profile | None,
        typer.Option(help="draft while you write a plan, plan while it runs, submission before you send it."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Apply only these rules: TC302, TC3 or no-owner; may be repeated."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Rules to leave out; an error cannot be left out; may be repeated."),
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="The least severe finding that makes the exit code 1.")] = None,
    as_of: AsOf = None,
    stdin_filename: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The name of the file that is on standard input.", show_default=False),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Fix what is certain, such as a misspelt key, in the files; report the rest.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; print what --fix would change, as a patch.")
    ] = False,
) -> int:
    """Check plan files, and show each finding with its line.

    If you name a file, tcplan reads its whole workspace to resolve references, and shows the findings of that file.
    The exit code is 1 if there is an error, or a finding that --fail-on names. With --fix, only what remains counts.
    With --diff, it is also 1 if there is anything to fix.

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
        raise UsageError(
            "--statistics goes only with the text format", "leave out --format; json has `statistics` anyway"
        )
    if named and not reads_text:
        raise UsageError(
            "--stdin-filename goes only with standard input", "write tcplan validate - --stdin-filename FILE"
        )
    if reads_text and len(paths) > 1:
        raise UsageError(
            "- does not go with other files: standard input is one file", "check the other files in another run"
        )
    if reads_text and watch:
        raise UsageError("--watch does not go with -: standard input cannot be watched", "name the file")


def _split(listed: list[str] | None) -> tuple[str, ...] | None:
    """`--select TC3,TC4` is the same as `--select TC3 --select TC4`."""
    return tuple(part.strip() for one in listed for part in one.split(",")) if listed else None
