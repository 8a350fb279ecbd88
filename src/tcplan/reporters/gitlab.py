"""Findings as a code quality report of GitLab, which it shows in a merge request."""

from typing import Any, Final

from tcplan.files.repository import name_in_repository
from tcplan.findings.finding import Finding, Severity
from tcplan.reporters.check_run import CheckRun
from tcplan.reporters.fingerprints import fingerprints
from tcplan.values.json_text import json_text
from tcplan.values.plain_text import file_name, one_line

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def gitlab(run: CheckRun) -> str:
    """One entry for each finding; accepted findings are left out, because GitLab has no such thing."""
    marks = fingerprints(run.findings)
    return json_text([_entry(one, mark) for one, mark in zip(run.findings, marks, strict=True)])


def _entry(finding: Finding, fingerprint: str) -> dict[str, Any]:
    code, place = finding.code, finding.place
    return {
        "description": one_line(f"{finding.message} ({finding.help})"),
        "check_name": f"{code.code} {code.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[code.severity],
        "location": {
            "path": file_name(name_in_repository(place.file)),
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
