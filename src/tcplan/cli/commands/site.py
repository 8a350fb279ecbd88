"""`tcplan site`: the public pages of an institution."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import DryRun, Format, PageFormat, PlanPath, as_of_day, note_if_ahead


def site(
    path: PlanPath = Path(),
    *,
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="The folder for the pages: new, empty, or with the pages of an earlier run.",
            show_default=False,
        ),
    ],
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day to show, such as 2026-03-31; default: today."),
    ] = None,
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> int:
    """Make the public pages: status, contact, the plan with its progress, submissions, case studies, downloads.

    Submissions that were not sent, plans that have not begun and were not approved, internal notes, the names of people
    who have not agreed, and everything after the day are left out. If any of these is in a page nevertheless, nothing
    is written. The same files and the same day give the same bytes.

    \b
    Examples:
      tcplan site -o public
      tcplan site plans/northmoor --as-of 2026-06-30 -o public
      tcplan site -o public --dry-run
    """
    import sys

    from tcplan.check.leaks.find import Leak, find_leaks
    from tcplan.cli.support.messages import print_error
    from tcplan.cli.support.outputs import check_output_folder
    from tcplan.cli.support.site_files import site_files
    from tcplan.cli.support.unused_templates import warn_unused_templates
    from tcplan.errors import ExitCode
    from tcplan.files.site_folder import WrittenFiles, check_site_folder, write_site
    from tcplan.render.site import render_site
    from tcplan.views.site.report import leak_advice, leak_lines, site_json, site_report, site_text

    day = as_of_day(as_of)
    note_if_ahead(day)
    made = site_files(path, day)
    check_output_folder(output, made.root)
    check_site_folder(output, {one.path: None for one in made.files})
    contents = render_site(made.files, made.root)
    warn_unused_templates(made.root)
    leaks = find_leaks(made.workspace, made.public, day, contents)
    outcome: WrittenFiles | list[Leak] | None = leaks or (None if dry_run else write_site(output, contents))
    report = site_report(str(output), day, made.files, made.left_out, outcome)
    for line in leak_lines(report):
        sys.stderr.write(f"tcplan: {line}\n")
    if format_ is PageFormat.JSON:
        sys.stdout.write(site_json(report))
    elif not leaks:
        sys.stdout.write(site_text(report))
    if leaks:
        print_error(*leak_advice(leaks))
    return ExitCode.FINDINGS if leaks else ExitCode.CLEAN
