"""Files that are shown although something is wrong with them: said in one line each, beside the output."""

import sys
from collections import Counter
from pathlib import Path

from tcplan.check import check
from tcplan.clean import one_line
from tcplan.views.choosing import is_at
from tcplan.workspace import Workspace


def announce(workspace: Workspace, root: Path, path: Path) -> None:
    """Say on standard error which files at the path hold errors, so that nobody takes the output for the whole."""
    found = check(workspace, lambda name: is_at(root, path, name))
    for file, count in Counter(finding.place.file for finding in found if finding.is_error).items():
        words = "1 error" if count == 1 else f"{count} errors"
        sys.stderr.write(f"tcplan: {one_line(file)}: {words}; what is sound is shown, `tcplan validate` lists them\n")
