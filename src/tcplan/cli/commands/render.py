"""`tcplan render`: a plan or a submission as a document."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from tcplan.cli.support.options import PlanPath, as_of_day, require_path
from tcplan.errors import RefusedError, UsageError

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
_ONLY_PLANS = "it is one of `tcplan render plan`"


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
    from tcplan.cli.support.outputs import check_output_path
    from tcplan.cli.support.write_output import STANDARD_STREAM, shown_name, write_output
    from tcplan.render import render_document
    from tcplan.workspace import open_workspace

    path = require_path(path)
    workspace, root = open_workspace(path)
    warn_unread(workspace.source, root)
    format_ = to or _format_of(output)
    if output is not None:
        check_output_path(output, root, [file.name for file in workspace.files], "plan.html")
    asked = _Request(what, path, as_of, since, final, without_completed, detail)
    document, folder, day, lacks = _document(asked, workspace, root)
    rendered = render_document(document, format_, root)
    warn_incomplete(workspace, root, [folder], day)
    if output is None or output == STANDARD_STREAM:
        write_output(STANDARD_STREAM, rendered)
    else:
        write_output(output, rendered)
        typer.echo(f"wrote {shown_name(output)}, as of {day.isoformat()}{lacks}", err=True)


class _Request(NamedTuple):
    """What the command line says of a document."""

    what: str
    path: Path
    as_of: str | None
    since: str | None
    final: bool
    without_completed: bool
    detail: bool


class _Made(NamedTuple):
    """A document, whose it is, its day, and what to say of a draft once it is written."""

    document: "RenderedDocument"
    folder: "InstitutionFolder"
    day: date
    lacks: str = ""


def _document(asked: _Request, workspace: "Workspace", root: Path) -> _Made:
    _refuse_options(asked)
    if asked.what == _PROGRESS:
        from tcplan.cli.support.progress_paper import load_progress

        return _Made(*load_progress(workspace, root, asked.path, as_of_day(asked.as_of), asked.since))
    if asked.what == _PLAN:
        return _plan(asked, workspace, root)
    return _submission(asked, workspace, root)


def _refuse_options(asked: _Request) -> None:
    """Raise UsageError for an option that the document does not have."""
    is_form = asked.what not in {_PLAN, _PROGRESS}
    options = (
        ("--final", asked.final, is_form, "only a submission is a draft before"),
        ("--since", asked.since is not None, asked.what == _PROGRESS, "only progress is compared with before"),
        ("--without-completed", asked.without_completed, asked.what == _PLAN, _ONLY_PLANS),
        ("--detail", asked.detail, asked.what == _PLAN, _ONLY_PLANS),
    )
    for name, is_given, has_it, hint in options:
        if is_given and not has_it:
            raise UsageError(f"{name} is not an option of `tcplan render {asked.what}`", hint)


def _plan(asked: _Request, workspace: "Workspace", root: Path) -> _Made:
    from tcplan.views.documents.plan_document import plan_document
    from tcplan.views.documents.plan_scope import PlanOptions
    from tcplan.workspace.selection import select_plan

    day = as_of_day(asked.as_of)
    folder, plan = select_plan(workspace, root, asked.path, day)
    options = PlanOptions(asked.without_completed, asked.detail)
    return _Made(plan_document(workspace, folder, plan, day, options), folder, day)


def _submission(asked: _Request, workspace: "Workspace", root: Path) -> _Made:
    """The final document of a submission, or a draft of it; raises RefusedError for a final one with blockers."""
    from tcplan.cli.support.load_submission import load_submission, ready_command
    from tcplan.views.documents.parts import plural
    from tcplan.views.documents.submission_document import submission_document

    found = load_submission(workspace, root, asked.what, asked.path, asked.as_of, beside=(_PLAN, _PROGRESS))
    gaps = found.gaps
    shows = f"`{ready_command(asked.what, asked.path, asked.as_of)}` lists them with what to do next"
    blocking = sum(gap.number for gap in gaps.blockers)
    if asked.final and blocking:
        says = f"there is no final document of {found.file.file.name} yet: {plural(blocking, 'gap')} must be closed"
        raise RefusedError(f"{says} first; nothing is written", shows)
    is_draft = not (asked.final or gaps.is_sent)
    document = submission_document(
        workspace, found.folder, found.file, found.form, found.day, gaps=gaps if is_draft else None
    )
    lacks = f"; a draft with {plural(gaps.number, 'gap')}: {shows}" if gaps.number else "; a draft without gaps"
    return _Made(document, found.folder, found.day, lacks if is_draft else "")


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
