"""`tcplan ready`: what a submission still needs before it can be sent."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import AsOf, PlanPath, require_path
from tcplan.errors import ExitCode


class ReadyFormat(StrEnum):
    """The formats of the checklist: for a screen, for scripts, and for the papers of a meeting."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


def ready(
    form: Annotated[
        str, typer.Argument(metavar="FORM", help="The form of the submission: stage1, stage2, stage3 or another.")
    ],
    path: PlanPath = Path(),
    *,
    as_of: AsOf = None,
    format_: Annotated[
        ReadyFormat, typer.Option("--format", help="text to read, json for scripts, or md for Markdown.")
    ] = ReadyFormat.TEXT,
) -> int:
    """List what a submission needs before it can be sent, what it has, and how many days are left.

    The gaps are those that `tcplan validate --profile submission` finds and that a draft lists. The exit code is 1
    while one of them blocks the final document. A gap that you accept in the file, with the reason, is none.

    \b
    Examples:
      tcplan ready stage3
      tcplan ready stage2 plans/northmoor --as-of 2026-06-30
      tcplan ready stage1 plans/northmoor/stage-1.yaml
      tcplan ready stage3 --format md > checklist.md
      tcplan ready stage3 --format json > ready.json
    """
    import sys

    from tcplan.cli.support.incomplete import warn_unread
    from tcplan.cli.support.load_submission import load_submission
    from tcplan.views.ready.page import ready_page
    from tcplan.views.ready.subject import ReadySubject
    from tcplan.workspace import open_workspace

    path = require_path(path)
    workspace, root = open_workspace(path)
    warn_unread(workspace.source, root)
    found = load_submission(workspace, root, form, path, as_of)
    subject = ReadySubject(workspace, found.folder, found.file, found.form, found.day, found.gaps)
    page = ready_page(subject, root, ("--as-of", as_of) if as_of else ())
    if format_ is ReadyFormat.JSON:
        from tcplan.views.ready.page import ready_json

        sys.stdout.write(ready_json(page))
    elif format_ is ReadyFormat.MD:
        from tcplan.reporters.ready_markdown import ready_markdown

        sys.stdout.write(ready_markdown(page))
    else:
        import os

        from tcplan.terminal.ready import ready_text
        from tcplan.terminal.screen import screen_for

        sys.stdout.write(ready_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
    return ExitCode.CLEAN if page.ready else ExitCode.FINDINGS
