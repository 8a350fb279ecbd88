"""Findings as workflow commands of GitHub Actions, which it shows beside the changed lines."""

from collections import Counter
from typing import Final

from tcplan.files.repository import name_in_repository
from tcplan.findings.finding import Finding, Severity
from tcplan.reporters.check_run import CheckRun
from tcplan.reporters.text import format_counts, format_summary
from tcplan.values.plain_text import clean, file_name

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}

CAP: Final = 10
"""How many annotations of one level GitHub shows for a step; it drops the others silently."""


def github(run: CheckRun) -> str:
    """One annotation for each finding, errors first, as many as GitHub shows; the counts as plain last lines."""
    shown = [one for severity in Severity for one in _with_severity(run, severity)[:CAP]]
    left = Counter({one: sum(each.stands_for for each in _with_severity(run, one)[CAP:]) for one in Severity})
    lines = [_annotation(one) for one in shown]
    if left.total():
        lines.append(
            f"not shown: {format_counts(left)}; GitHub shows {CAP} of each kind for a step; a step summary shows all"
        )
    return "".join(f"{line}\n" for line in (*lines, format_summary(run)))


def _with_severity(run: CheckRun, severity: Severity) -> list[Finding]:
    return [one for one in run.findings if one.code.severity is severity]


def _annotation(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": file_name(name_in_repository(place.file)),
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": f"{finding.code.code} {finding.code.name}",
    }
    if place.end_line != place.line:
        del properties["col"], properties["endColumn"]  # GitHub takes columns only for a single line
    listed = ",".join(f"{key}={_escape_property(value)}" for key, value in properties.items())
    words = _escape_data(f"{finding.message}\nhelp: {finding.help}")
    return f"::{_LEVELS[finding.code.severity]} {listed}::{words}"


def _escape_data(value: str) -> str:
    return clean(value).replace("%", "%25").replace("\n", "%0A")


def _escape_property(value: str) -> str:
    return _escape_data(value).replace(":", "%3A").replace(",", "%2C")
