"""`tcplan validate`: every finding with its place, in one run."""

from pathlib import Path

from tcplan.cli.support.options import AsOf
from tcplan.cli.support.validate_options import (
    Diff,
    FailsOn,
    FindingsFormat,
    Fix,
    FormatOfFindings,
    FromProfile,
    Ignore,
    Outputs,
    Paths,
    Select,
    StandardInputName,
    Statistics,
    Watch,
)
from tcplan.errors import UsageError


def validate(
    paths: Paths = None,
    format_: FormatOfFindings = FindingsFormat.TEXT,
    output: Outputs = None,
    statistics: Statistics = False,
    profile: FromProfile = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailsOn = None,
    as_of: AsOf = None,
    stdin_filename: StandardInputName = None,
    watch: Watch = False,
    fix: Fix = False,
    diff: Diff = False,
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
    from tcplan.cli.support.run_checks import RuleOptions
    from tcplan.cli.support.standard_input import STANDARD_INPUT, UNNAMED
    from tcplan.cli.support.validate_request import ValidateRequest
    from tcplan.reporters import REPORTERS, STATISTICS

    paths = paths or [Path()]
    reads_text = STANDARD_INPUT in paths
    _check_options(
        paths, format_, reads_text=reads_text, statistics=statistics, watch=watch, named=stdin_filename is not None
    )
    request = ValidateRequest(
        paths,
        (stdin_filename or UNNAMED) if reads_text else None,
        as_of,
        RuleOptions(profile, _split_commas(select), _split_commas(ignore), fail_on),
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

        return watch_files(request.run, paths)
    return request.run()


def _check_options(
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


def _split_commas(listed: list[str] | None) -> tuple[str, ...] | None:
    """`--select TC3,TC4` is the same as `--select TC3 --select TC4`."""
    return tuple(part.strip() for one in listed for part in one.split(",")) if listed else None
