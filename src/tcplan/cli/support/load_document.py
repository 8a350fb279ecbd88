"""A document as the command line asks for it: what `tcplan render` writes and `tcplan verify` compares."""

from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from tcplan.cli.support.options import as_of_day
from tcplan.errors import RefusedError, UsageError
from tcplan.render.record import DocumentRecord
from tcplan.views.documents.header import RenderedDocument
from tcplan.workspace import InstitutionFolder, Workspace

PLAN, PROGRESS = "plan", "progress"
_ONLY_PLANS: Final = "it is one of `tcplan render plan`"


class DocumentRequest(NamedTuple):
    """What somebody says of a document that they want; `public` is that which `tcplan site` makes of it."""

    what: str
    path: Path
    as_of: str | None = None
    since: str | None = None
    final: bool = False
    without_completed: bool = False
    detail: bool = False
    public: bool = False


class LoadedDocument(NamedTuple):
    """A document, whose it is, its day, the file that it is about, and what to say of a draft once it is written."""

    document: RenderedDocument
    folder: InstitutionFolder
    day: date
    file: str
    lacks: str = ""


def load_document(asked: DocumentRequest, workspace: Workspace, root: Path) -> LoadedDocument:
    """Make the rows of a document.

    Raises: UsageError and NothingReadError where it is not clear what is meant, RefusedError for a final document of a
        submission with blockers.
    """
    _refuse_options(asked)
    if asked.what == PROGRESS:
        from tcplan.cli.support.progress_paper import load_progress

        return LoadedDocument(*load_progress(workspace, root, asked.path, as_of_day(asked.as_of), asked.since))
    if asked.what == PLAN:
        return _plan(asked, workspace, root)
    return _submission(asked, workspace, root)


def record_of(asked: DocumentRequest, found: LoadedDocument) -> DocumentRecord:
    """What has to be known to make the same document again."""
    return DocumentRecord(
        what=asked.what.replace("-", "").casefold(),
        file=found.file,
        as_of=found.day.isoformat(),
        was_asked=asked.as_of is not None,
        since=asked.since,
        final=asked.final,
        without_completed=asked.without_completed,
        detail=asked.detail,
        public=asked.public,
    )


def _refuse_options(asked: DocumentRequest) -> None:
    """Raise UsageError for an option that the document does not have."""
    is_form = asked.what not in {PLAN, PROGRESS}
    options = (
        ("--final", asked.final, is_form, "only a submission is a draft before"),
        ("--since", asked.since is not None, asked.what == PROGRESS, "only progress is compared with before"),
        ("--without-completed", asked.without_completed, asked.what == PLAN, _ONLY_PLANS),
        ("--detail", asked.detail, asked.what == PLAN, _ONLY_PLANS),
    )
    for name, is_given, has_it, hint in options:
        if is_given and not has_it:
            raise UsageError(f"{name} is not an option of `tcplan render {asked.what}`", hint)


def _plan(asked: DocumentRequest, workspace: Workspace, root: Path) -> LoadedDocument:
    from tcplan.views.documents.plan_document import plan_document
    from tcplan.views.documents.plan_scope import PlanOptions
    from tcplan.views.documents.public import public_document
    from tcplan.workspace.selection import select_plan

    day = as_of_day(asked.as_of)
    folder, plan = select_plan(workspace, root, asked.path, day)
    options = PlanOptions(asked.without_completed, asked.detail)
    document = plan_document(workspace, folder, plan, day, options)
    if asked.public:
        document = public_document(document)
    return LoadedDocument(document, folder, day, plan.file.name)


def _submission(asked: DocumentRequest, workspace: Workspace, root: Path) -> LoadedDocument:
    """The final document of a submission, or a draft of it."""
    from tcplan.cli.support.load_submission import load_submission, ready_command
    from tcplan.views.documents.parts import plural
    from tcplan.views.documents.public import public_document
    from tcplan.views.documents.submission_document import submission_document

    found = load_submission(workspace, root, asked.what, asked.path, asked.as_of, beside=(PLAN, PROGRESS))
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
    if asked.public:
        document = public_document(document)
    return LoadedDocument(document, found.folder, found.day, found.file.file.name, lacks if is_draft else "")
