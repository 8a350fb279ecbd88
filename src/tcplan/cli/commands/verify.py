"""`tcplan verify`: whether a document is what the files hold today."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.cli.support.options import Format, PageFormat, require_file, require_path
from tcplan.errors import NothingReadError, RefusedError, UsageError

if TYPE_CHECKING:
    from tcplan.cli.support.load_document import DocumentRequest
    from tcplan.render.record import DocumentRecord
    from tcplan.workspace import Workspace


def verify(
    document: Annotated[
        Path, typer.Argument(metavar="FILE", help="A document that `tcplan render` made, in HTML or Markdown.")
    ],
    path: Annotated[
        Path,
        typer.Argument(
            metavar="[PATH]", help="The folder with the plans; default: the current folder.", show_default=False
        ),
    ] = Path(),
    format_: Format = PageFormat.TEXT,
) -> int:
    """Say whether a document is what the files hold today, and what it says that they do not.

    A document keeps on its last line, where no reader sees it, what it was made from. It is made again, with the same
    options and as of the same day, and compared. The exit code is 1 if it says something else than the files.

    \b
    Examples:
      tcplan verify stage-3.html
      tcplan verify ~/Downloads/stage-3.html plans/northmoor
      tcplan verify stage-3.md --format json
    """
    import os
    import sys

    from tcplan.cli.support.load_document import load_document
    from tcplan.render import render_document
    from tcplan.render.record import digest_of, plain_lines
    from tcplan.render.visible_lines import visible_lines
    from tcplan.values.dates import parse_day
    from tcplan.views.verify import Verdict, VerifiedDocument, verify_json, verify_page
    from tcplan.workspace import open_workspace

    body, record = _read(document)
    workspace, root = open_workspace(require_path(path))
    asked = _request(record, workspace, root, path)
    try:
        found = load_document(asked, workspace, root)
    except RefusedError:  # something blocks the final document that it was: it would be a draft today
        found = load_document(asked._replace(final=False), workspace, root)
    is_html = body.lstrip()[:1] == b"<"
    now = plain_lines(bytes(render_document(found.document, "html" if is_html else "md", root)))
    made = VerifiedDocument(
        str(document), record.what, record.file, parse_day(record.as_of).first, digest_of(body) != record.digest
    )
    lines = [visible_lines(one.decode("utf-8", "replace"), is_html=is_html) for one in (body, now)]
    page = verify_page(made, is_same=body == now, then=lines[0], now=lines[1])
    if format_ is PageFormat.JSON:
        sys.stdout.write(verify_json(page))
    else:
        from tcplan.terminal.screen import screen_for
        from tcplan.terminal.verify import verify_text

        sys.stdout.write(verify_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
    return int(page.verdict is Verdict.DIFFERENT)


def _read(document: Path) -> "tuple[bytes, DocumentRecord]":
    """A document and its record; raises UsageError for one that has none."""
    from tcplan.cli.support.input_text import read_input
    from tcplan.render.record import split_record

    body, record = split_record(read_input(require_file(document), "name a document that `tcplan render` wrote"))
    if record is None:
        raise UsageError(
            f"{document}: nothing says what this was made from",
            "only a document that `tcplan render` wrote can be compared, and only while its last line is there",
        )
    return body, record


def _request(record: "DocumentRecord", workspace: "Workspace", root: Path, path: Path) -> "DocumentRequest":
    """The request that made the document; raises NothingReadError where the file that it is about is not there."""
    from tcplan.cli.support.load_document import DocumentRequest
    from tcplan.files.sources import as_seen

    if record.file not in {one.name for one in workspace.files}:
        message = f"{path}: there is no {record.file} here, which the document is about"
        raise NothingReadError(message, "name the folder with the plans after the document")
    # What was made today without a day is made again without one: a date that has not come is a mistake then.
    is_today = record.as_of == datetime.now(tz=UTC).astimezone().date().isoformat()
    as_of = None if is_today and not record.was_asked else record.as_of
    return DocumentRequest(
        record.what,
        Path(as_seen(root, record.file)),
        as_of,
        record.since,
        bool(record.final),
        bool(record.without_completed),
        bool(record.detail),
        bool(record.public),
    )
