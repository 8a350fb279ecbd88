"""`tcplan render`: a plan or a submission as a document."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.cli.support.options import PlanPath, require_path
from tcplan.errors import UsageError

if TYPE_CHECKING:
    pass


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
    final: Annotated[
        bool,
        typer.Option(
            "--final",
            help="For a form: make the final document; refused while `tcplan ready` lists a blocker. Without it every "
            "page says DRAFT.",
        ),
    ] = False,
    without_completed: Annotated[
        bool,
        typer.Option("--without-completed", help="For a plan: leave out the actions that are reported as complete."),
    ] = False,
    detail: Annotated[
        bool, typer.Option("--detail", help="For a plan: add an appendix with every action and all its reports.")
    ] = False,
) -> None:
    """Make a document for a committee or the Commitment: a plan, its progress, or a submission with reviews.

    progress is the paper for a meeting: where the plan is, what has moved since the last one, what is to be decided.

    A submission is a draft, which lists what it lacks, until you ask for the final document. What has been sent is no
    draft. The same files and the same day give the same bytes.

    \b
    Examples:
      tcplan render stage3 -o stage-3.html
      tcplan render stage3 --final -o stage-3.html
      tcplan render plan plans/northmoor --as-of 2026-06-30 -o plan.md
      tcplan render plan --without-completed --detail -o plan.html
      tcplan render progress -o progress.html
      tcplan render progress --since 2026-03-26 --as-of 2026-06-18 -o progress.html
      tcplan render stage1 plans/northmoor/stage-1.yaml --to html > stage-1.html
    """
    from tcplan.cli.support.incomplete import warn_incomplete, warn_unread
    from tcplan.cli.support.load_document import DocumentRequest, load_document, record_of
    from tcplan.cli.support.outputs import check_output_path
    from tcplan.cli.support.unused_templates import warn_unused_templates
    from tcplan.cli.support.write_output import STANDARD_STREAM, shown_name, write_output
    from tcplan.render import render_document
    from tcplan.render.record import with_record
    from tcplan.workspace import open_workspace

    path = require_path(path)
    workspace, root = open_workspace(path)
    warn_unread(workspace.source, root)
    format_ = to or _format_of(output)
    if output is not None:
        check_output_path(output, root, [file.name for file in workspace.files], "plan.html")
    asked = DocumentRequest(what, path, as_of, since, final, without_completed, detail)
    found = load_document(asked, workspace, root)
    rendered = with_record(render_document(found.document, format_, root), record_of(asked, found))
    warn_incomplete(workspace, root, [found.folder], found.day)
    warn_unused_templates(root)
    if output is None or output == STANDARD_STREAM:
        write_output(STANDARD_STREAM, rendered)
    else:
        write_output(output, rendered)
        typer.echo(f"wrote {shown_name(output)}, as of {found.day.isoformat()}{found.lacks}", err=True)


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
