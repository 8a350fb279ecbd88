"""Files that are shown although they have errors: one line for each, on standard error."""

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date

from tcplan.check import check
from tcplan.findings.codes import CODES
from tcplan.findings.finding import Severity
from tcplan.values.plain_text import one_line
from tcplan.workspace import InstitutionFolder, Workspace


def warn_incomplete(workspace: Workspace, folders: Iterable[InstitutionFolder], as_of: date) -> None:
    """Say on standard error which files of some institutions have errors, so that the output does not look complete."""
    errors = frozenset(code for code in CODES if code.severity is Severity.ERROR)
    paths = {folder.path for folder in folders}

    def is_wanted(name: str) -> bool:
        parts = name.split("/")[:-1]
        return "" in paths or any("/".join(parts[:length]) in paths for length in range(1, len(parts) + 1))

    found = check(workspace, is_wanted, as_of=as_of, codes=errors).findings
    for file, count in Counter(finding.place.file for finding in found).items():
        words = "1 error" if count == 1 else f"{count} errors"
        sys.stderr.write(
            f"tcplan: {one_line(file)}: {words}; only what can be read is shown; `tcplan validate` lists the errors\n"
        )
