"""`tcplan diff`: what differs between two plans, or between a plan then and now, in sentences."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class DiffFormat(StrEnum):
    """The formats of differences: for a screen, for the papers of a meeting, and for scripts."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


def diff(
    plans: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[A] [B]",
            help="Two plan files or names of plans; or, with --since, one file, folder or name. "
            "Default: the current folder.",
            show_default=False,
        ),
    ] = None,
    *,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE|REV|last-meeting",
            help="Compare with the files that git has of a day, a commit, tag or branch, or the last meeting; or A..B.",
        ),
    ] = None,
    format_: Annotated[
        DiffFormat, typer.Option("--format", help="text to read, md for papers, or json for scripts.")
    ] = DiffFormat.TEXT,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything differs.")] = False,
) -> int:
    """Show what differs between two plans, or since a commit, entry by entry.

    It goes by the ids of the entries, so their order and the layout of the files make no difference. Markdown leaves
    out internal notes, and the names of people who have not agreed to be named.

    \b
    Examples:
      tcplan diff phase-2 phase-3
      tcplan diff --since HEAD~3
      tcplan diff --since last-meeting
      tcplan diff phase-3 --since 2026-03-26
      tcplan diff phase-3 --since v2026-06 --format md > changes.md
      tcplan diff --since main..autumn-review --exit-code
    """
    import os
    import sys

    from tcplan.cli.support.compared_files import files_since, two_files
    from tcplan.cli.support.messages import print_note
    from tcplan.errors import ExitCode, UsageError
    from tcplan.views.diff.page import diff_json, diff_page

    named = plans or []
    if since is None and len(named) != 2:  # noqa: PLR2004 (A and B)
        raise UsageError("two plans are needed to compare", "name two, or one and a commit: --since HEAD~3")
    if since is not None and len(named) > 1:
        raise UsageError("--since compares one path with what it was", "name one path, or two without --since")
    found = two_files(*named) if since is None else files_since(named[0] if named else Path(), since)
    page = diff_page(found.pairs, found.before, found.after)
    code = ExitCode.CLEAN if found.is_whole else ExitCode.NOTHING_READ
    if format_ is DiffFormat.JSON:
        sys.stdout.write(diff_json(page))
    elif format_ is DiffFormat.MARKDOWN:
        from tcplan.reporters.diff_markdown import diff_markdown

        published = diff_page(found.pairs, found.before, found.after, published=True)
        if [file.entries for file in published.files] != [file.entries for file in page.files]:
            print_note("what must not be published is left out; --format text shows it")
        sys.stdout.write(diff_markdown(published))
    else:
        from tcplan.terminal.diff import diff_text
        from tcplan.terminal.screen import screen_for

        sys.stdout.write(diff_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
    return ExitCode.FINDINGS if exit_code and page.files and code is ExitCode.CLEAN else code
