"""Marks by which a finding is known again, whatever has moved in its file."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from tcplan.findings.finding import Finding


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """For each finding a mark that stays when lines move: rule, file and place in plan terms, never a line.

    The file is meant as seen from the current folder, where its name is its own: two workspaces may both have a
    `plans/u/phase-1.yaml`. So it does not matter which of them, or which folder of one, is named or comes first.
    Findings that are alike in all of these are told apart by their order in the file.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    marks = []
    for finding in findings:
        parts = (finding.code.code, finding.place.file, finding.where)
        seen[parts] += 1
        digest = hashlib.sha256("\0".join((*parts, str(seen[parts]))).encode("utf-8", "surrogateescape"))
        marks.append(digest.hexdigest()[:16])
    return marks
