"""`tcplan import`: a plan from the document that holds it."""

import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.cli.support.options import Format, PageFormat, written_day
from tcplan.errors import RefusedError
from tcplan.values.plain_text import file_name

if TYPE_CHECKING:
    from tcplan.cli.support.import_files import Ask, ImportRequest, ReadImport
    from tcplan.importing.page import ImportPage


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Word, Excel, CSV, HTML, text or PDF files.", show_default=False),
    ],
    into: Annotated[
        Path,
        typer.Option(
            "--into",
            metavar="DIR",
            help="The workspace, or the folder of an institution in it; one is made where there is none.",
            show_default="the current folder",
        ),
    ] = Path(),
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="The name of the plan file, such as phase-2.", show_default=False),
    ] = None,
    reviewed: Annotated[
        str | None,
        typer.Option(
            "--reviewed",
            metavar="DATE",
            help="The day on which the colours in the document held.",
            show_default=False,
        ),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=FIELD",
            help='What a column holds, such as "Whose job=owners"; can be repeated.',
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE.html",
            help="Write a page that shows the document and the plan side by side.",
            show_default=False,
        ),
    ] = None,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Make a plan file from a Word, Excel, CSV, HTML, text or PDF document.

    It shows what it read, what it is not sure of and what it found no field for, then writes one file for each plan.
    No file that is there is replaced. If the workspace has the plan already, it shows what the document would change.

    \b
    Examples:
      tcplan import "Action plan 2025.docx" --dry-run
      tcplan import plan.xlsx --into our-plan --name phase-2 --reviewed 2026-06
      tcplan import plan.docx --map "Whose job=owners" --report check.html
    """
    from tcplan.cli.support.import_files import ImportRequest, check_report_path, today

    check_report_path(report, files)
    day = written_day(reviewed, "--reviewed") or ""
    request = ImportRequest(tuple(files), into, tuple(name or ()), day, tuple(map_ or ()), dry_run)
    is_text = format_ is PageFormat.TEXT
    read = request.read(_asker() if is_text else None)
    page = read.page(today())
    if is_text:
        _print(page)
    if report:
        _write_report(page, read, report)
    try:
        wrote = [] if dry_run else read.write()
    except RefusedError:
        if not is_text:
            _print_json(page)
        raise
    if is_text:
        _print_end(request, wrote)
    else:
        _print_json(replace(page, wrote=wrote, written=bool(wrote)))


def _write_report(page: "ImportPage", read: "ReadImport", path: Path) -> None:
    from tcplan.files.replacement import write_whole
    from tcplan.render.import_report import import_report

    write_whole(path, import_report(page, read.checked_plans()))
    typer.echo(f"tcplan: note: wrote {file_name(str(path))}", err=True)


def _print_json(page: "ImportPage") -> None:
    from tcplan.reporters.import_json import import_json

    sys.stdout.write(import_json(page))


def _asker() -> "Ask | None":
    """Who asks questions: nobody, unless somebody sits at a terminal."""
    from tcplan.cli.support.asking import prompter_at_terminal
    from tcplan.terminal.choosing import choose

    prompter = prompter_at_terminal()
    return partial(choose, prompter) if prompter else None


def _print(page: "ImportPage") -> None:
    """Show what was read before anything is written."""
    from tcplan.terminal.import_ import import_text
    from tcplan.terminal.screen import screen_for

    sys.stdout.write(import_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
    sys.stdout.flush()


def _print_end(request: "ImportRequest", wrote: list[str]) -> None:
    from tcplan.values.printed_command import command_at

    typer.echo("")
    if request.dry_run:
        typer.echo(f"Nothing was written. To write: {request.command}")
        return
    for file in wrote:
        typer.echo(f"wrote {file}")
    typer.echo(f"\nNext: {command_at('validate', request.into)}")
    typer.echo(f"To read the document again: {request.command} --dry-run")
