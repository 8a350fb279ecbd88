"""Files that are shown although something is wrong with them: said in one line each, beside the output."""

import sys
from pathlib import Path

from tcplan.clean import one_line
from tcplan.finding import Severity
from tcplan.views.choosing import is_at
from tcplan.workspace import Workspace


def announce(workspace: Workspace, root: Path, path: Path) -> None:
    """Say on standard error which files at the path hold errors, so that nobody takes the output for the whole."""
    for file in workspace.files:
        count = sum(problem.code.severity is Severity.ERROR for problem in file.shaped.problems)
        if count and is_at(root, path, file.name):
            words = "1 error" if count == 1 else f"{count} errors"
            said = f"tcplan: {one_line(file.name)}: {words}; what is sound is shown, `tcplan validate` lists them"
            print(said, file=sys.stderr)  # noqa: T201 (a command speaks on standard error)
