"""Findings as workflow commands of GitHub Actions, which it shows beside the changed lines."""

from tcplan.clean import clean
from tcplan.finding import Finding, Severity
from tcplan.reporters.run import Run
from tcplan.reporters.text import summary

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def github(run: Run) -> str:
    """One annotation for each finding, and the counts as a plain last line."""
    return "".join(f"{_annotation(one)}\n" for one in run.findings) + _data(summary(run)) + "\n"


def _annotation(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": f"{finding.code.code} {finding.code.name}",
    }
    if place.end_line != place.line:
        del properties["col"], properties["endColumn"]  # GitHub takes columns only for a single line
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    words = _data(f"{finding.message}\nhelp: {finding.help}")
    return f"::{_LEVELS[finding.code.severity]} {listed}::{words}"


def _data(value: str) -> str:
    return clean(value).replace("%", "%25").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
