"""Marks by which a finding is known again, whatever has moved in its file."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from tcplan.finding import Finding


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """For each finding a mark that stays when lines move: rule, file and place in plan terms, never a line.

    Findings that are alike in all of these are told apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    marks = []
    for finding in findings:
        parts = (finding.code.code, finding.file, finding.where)
        seen[parts] += 1
        digest = hashlib.sha256("\0".join((*parts, str(seen[parts]))).encode("utf-8", "surrogateescape"))
        marks.append(digest.hexdigest()[:16])
    return marks
