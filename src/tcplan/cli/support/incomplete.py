"""Files that are shown although they have errors, and what is not read at all: one line for each, on standard error."""

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from tcplan.check import check
from tcplan.files.sources import FolderSource, Source, as_seen
from tcplan.findings.codes import CLOSED_FOLDER, CODES, SKIPPED_FOLDER, UNFOLLOWED_LINK
from tcplan.findings.finding import Severity
from tcplan.values.plain_text import file_name, one_line
from tcplan.values.printed_command import command_at
from tcplan.workspace import InstitutionFolder, Workspace

_TOLD: Final = (UNFOLLOWED_LINK, CLOSED_FOLDER, SKIPPED_FOLDER)
_MOST_NOTICES: Final = 5


def warn_unread(source: Source, root: Path) -> None:
    """Say on standard error which folders and links of a workspace are not read, where plans may be missing."""
    notices = source.notices if isinstance(source, FolderSource) else ()
    _warn([(one.name, one.message) for one in notices if one.code in _TOLD], root)


def warn_unread_files(workspace: Workspace, root: Path) -> None:
    """Say the same, and which links to plan files are not followed, where nothing else is said of files."""
    warn_unread(workspace.source, root)
    problems = ((file.name, one) for file in workspace.files for one in file.document.problems)
    _warn([(name, one.message) for name, one in problems if one.code is UNFOLLOWED_LINK], root)


def _warn(said: list[tuple[str, str]], root: Path) -> None:
    for name, message in said[:_MOST_NOTICES]:
        sys.stderr.write(f"tcplan: {file_name(as_seen(root, name))}: {one_line(message)}\n")
    if more := len(said[_MOST_NOTICES:]):
        sys.stderr.write(f"tcplan: `tcplan validate` shows {more} more that {'is' if more == 1 else 'are'} not read\n")


def warn_incomplete(workspace: Workspace, root: Path, folders: Iterable[InstitutionFolder], as_of: date) -> None:
    """Say on standard error which files of some institutions have errors, so that the output does not look complete."""
    errors = frozenset(code for code in CODES if code.severity is Severity.ERROR)
    paths = {folder.path for folder in folders}

    def is_wanted(name: str) -> bool:
        parts = name.split("/")[:-1]
        return "" in paths or any("/".join(parts[:length]) in paths for length in range(1, len(parts) + 1))

    found = check(workspace, is_wanted, as_of=as_of, codes=errors).findings
    for file, count in Counter(finding.place.file for finding in found).items():
        words = "1 error" if count == 1 else f"{count} errors"
        shows = command_at("validate", Path(as_seen(root, file)))
        sys.stderr.write(
            f"tcplan: {file_name(file)}: {words}; only what can be read is shown; "
            f"`{file_name(shows)}` lists the errors\n"
        )
