"""Files that are shown although they have errors: one line for each, on standard error."""

import sys
from collections import Counter
from datetime import date
from pathlib import Path

from tcplan.check import check
from tcplan.findings.codes import CODES
from tcplan.findings.finding import Severity
from tcplan.values.plain_text import file_name
from tcplan.workspace import Workspace
from tcplan.workspace.selection import is_at


def warn_incomplete(workspace: Workspace, root: Path, path: Path, as_of: date) -> None:
    """Say on standard error which files at the path have errors, so that the output does not look complete."""
    errors = frozenset(code for code in CODES if code.severity is Severity.ERROR)
    found = check(workspace, lambda name: is_at(root, path, name), as_of=as_of, codes=errors).findings
    for file, count in Counter(finding.place.file for finding in found).items():
        words = "1 error" if count == 1 else f"{count} errors"
        sys.stderr.write(
            f"tcplan: {file_name(file)}: {words}; only what can be read is shown; `tcplan validate` lists the errors\n"
        )
