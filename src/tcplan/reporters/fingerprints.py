"""Marks by which a finding is recognised, even if lines of its file have moved."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from tcplan.files.repository import name_in_repository
from tcplan.findings.finding import Finding


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """For each finding a mark that stays when lines move: rule, file and place in plan terms, never a line.

    The file name is the one seen from the top of the repository, or without one from the current folder. It is unique:
    two workspaces may both have a `plans/u/phase-1.yaml`. So it does not matter which files or folders are named, in
    which order, or from where. Findings that are equal in all of these differ by their order in the file.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    marks = []
    for finding in findings:
        parts = (finding.code.code, name_in_repository(finding.place.file), finding.where)
        seen[parts] += 1
        digest = hashlib.sha256("\0".join((*parts, str(seen[parts]))).encode("utf-8", "surrogateescape"))
        marks.append(digest.hexdigest()[:16])
    return marks
