"""`tcplan render`: a plan or a submission as a document."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.cli.support.options import PlanPath, as_of_day, require_path
from tcplan.errors import UsageError

if TYPE_CHECKING:
    from tcplan.views.documents.header import RenderedDocument
    from tcplan.workspace import InstitutionFolder, Workspace


class DocumentFormat(StrEnum):
    """The keys of `render.FORMATS`."""

    MD = "md"
    HTML = "html"


_ENDINGS = {
    ".md": DocumentFormat.MD,
    ".markdown": DocumentFormat.MD,
    ".html": DocumentFormat.HTML,
    ".htm": DocumentFormat.HTML,
}
_PLAN, _PROGRESS = "plan", "progress"


def render(
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help="plan, progress, or a form: stage1, stage2, stage3 or another.")
    ],
    path: PlanPath = Path(),
    to: Annotated[
        DocumentFormat | None,
        typer.Option(
            "--to",
            help="md for Markdown, html for one self-contained page; default: by the ending of the -o file, else md.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to this file, which cannot be a plan file; - is standard output.",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="The day to show, such as 2026-03-31; default: the day the form was sent, else today.",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE|REV|last-meeting",
            help="For progress: the day, or the commit or tag of git, to compare with; default: the last meeting "
            "before the day, else a review period before it.",
        ),
    ] = None,
) -> None:
    """Make a document for a committee or the Commitment: a plan, its progress, or a submission with reviews.

    progress is the paper for a meeting: where the plan is, what has moved since the last one, what is to be decided.

    The document marks everything that is missing as a gap. The same files and the same day give the same bytes.

    \b
    Examples:
      tcplan render stage3 -o stage-3.html
      tcplan render plan plans/northmoor --as-of 2026-06-30 -o plan.md
      tcplan render progress -o progress.html
      tcplan render progress --since 2026-03-26 --as-of 2026-06-18 -o progress.html
      tcplan render stage1 plans/northmoor/stage-1.yaml --to html > stage-1.html
    """
    from tcplan.cli.support.incomplete import warn_incomplete, warn_unread
    from tcplan.cli.support.outputs import check_output_path
    from tcplan.cli.support.write_output import STANDARD_STREAM, shown_name, write_output
    from tcplan.render import render_document
    from tcplan.views.documents.parts import count_gaps, plural
    from tcplan.workspace import open_workspace

    path = require_path(path)
    workspace, root = open_workspace(path)
    warn_unread(workspace.source, root)
    format_ = to or _format_of(output)
    if output is not None:
        check_output_path(output, root, [file.name for file in workspace.files], "plan.html")
    document, folder, day = _document(what, workspace, root, path, as_of, since)
    rendered = render_document(document, format_, root)
    warn_incomplete(workspace, root, [folder], day)
    if output is None or output == STANDARD_STREAM:
        write_output(STANDARD_STREAM, rendered)
    else:
        write_output(output, rendered)
        gaps = plural(count_gaps(document), "gap")
        typer.echo(f"wrote {shown_name(output)}, as of {day.isoformat()}; {gaps} in it", err=True)


def _document(
    what: str, workspace: "Workspace", root: Path, path: Path, as_of: str | None, since: str | None
) -> "tuple[RenderedDocument, InstitutionFolder, date]":
    from tcplan.cli.support.messages import print_error
    from tcplan.views.documents.plan_document import plan_document
    from tcplan.views.documents.submission_document import submission_document
    from tcplan.workspace.choice import check_plans_of
    from tcplan.workspace.selection import select_form, select_plan, select_submission

    if what == _PROGRESS:
        from tcplan.cli.support.progress_paper import load_progress

        return load_progress(workspace, root, path, as_of_day(as_of), since)
    if since is not None:
        raise UsageError(f"--since is not an option of `tcplan render {what}`", "only progress is compared with before")
    if what == _PLAN:
        day = as_of_day(as_of)
        folder, plan = select_plan(workspace, root, path, day)
        return plan_document(workspace, folder, plan, day), folder, day
    name, form = select_form(workspace, what, beside=[_PLAN, _PROGRESS])
    folder, file = select_submission(workspace, root, path, name)
    check_plans_of(workspace, root, folder, file)
    sent, day = file.submission.sent, as_of_day(as_of)
    if sent and as_of is None:  # a month that has not ended, or a day that has not come, is not the document's
        if sent.first > day:
            says = (
                f"{file.file.name}: the day it was sent, {sent.text}, has not come; it is shown as of {day.isoformat()}"
            )
            print_error(says, "")
        day = min(sent.last, day)
    return submission_document(workspace, folder, file, form, day), folder, day


def _format_of(output: Path | None) -> DocumentFormat:
    """The format that the ending of a file asks for."""
    from tcplan.cli.support.write_output import goes_direct

    if output is None or goes_direct(output):
        return DocumentFormat.MD
    format_ = _ENDINGS.get(output.suffix.lower())
    if format_ is None:
        raise UsageError(
            f"the ending of {output} is not one that tcplan knows",
            "use --to md or --to html, or a file name that ends in .md or .html",
        )
    return format_
