"""Findings as SARIF 2.1.0, which code scanning services and editors read."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final
from urllib.parse import quote

from tcplan import __version__
from tcplan.files.repository import name_in_repository
from tcplan.findings.finding import Code, Finding, Place, Severity
from tcplan.findings.place import ELLIPSIS, LONGEST_EXCERPT
from tcplan.reporters.check_run import CheckRun
from tcplan.reporters.fingerprints import fingerprints
from tcplan.rules import FAMILIES, Rule
from tcplan.rules.support.explanation import parse_explanation
from tcplan.values.json_text import json_text
from tcplan.values.plain_text import clean

Json = dict[str, Any]

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE: Final = "%SRCROOT%"
"""What file names are relative to: the top of the repository; outside one, the folder that tcplan was run in."""

LONGEST_LINE: Final = 1_000
"""A line with more characters than this is not quoted."""

LONGEST_DESCRIPTION: Final = 1_024
"""GitHub accepts no more characters."""

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_PROBLEMS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "recommendation"}


@cache
def _link_pattern() -> re.Pattern[str]:
    return re.compile(r"\[([^\]]*)\](?=\()")


@cache
def _placeholder_pattern() -> re.Pattern[str]:
    return re.compile(r"\{(\d+)\}")


def sarif(run: CheckRun) -> str:
    """One result for each finding.

    Accepted findings are left out. The standard has suppressed results for them, but GitHub, which most of these
    files are for, shows such a result as an open alert.
    """
    codes = sorted({one.code for one in run.findings})
    return json_text(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": {"name": "tcplan", "version": __version__, "rules": _rules(codes)}},
                    "invocations": [{"executionSuccessful": True}],
                    "automationDetails": {"id": "tcplan/"},
                    "originalUriBaseIds": {
                        BASE: {
                            "description": {
                                "text": "The top of the repository, or without one the folder that tcplan was run in."
                            }
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "properties": {"asOf": run.as_of.isoformat()},
                    "results": _results(run.findings, codes),
                }
            ],
        }
    )


def _rules(codes: Sequence[Code]) -> list[Json]:
    known = {rule.code: (rule, family) for family, rules in FAMILIES.items() for rule in rules}
    return [_rule(*known[code]) for code in codes]


def _rule(rule: Rule, family: str) -> Json:
    code, parts = rule.code, parse_explanation(rule.text)
    described = "\n\n".join(filter(None, (parts.what, parts.details)))
    return {
        "id": code.code,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": parts.what},
        "fullDescription": {"text": described if len(described) <= LONGEST_DESCRIPTION else parts.what},
        "help": {
            "text": f"{described}\n\nWhy: {parts.why}\n\nFix: {parts.fix}",
            "markdown": f"{described}\n\n**Why:** {parts.why}\n\n**Fix:** {parts.fix}",
        },
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {
            "tags": [family],
            "problem.severity": _PROBLEMS[code.severity],
            "profile": rule.profile.value,
        },
    }


def _results(findings: Sequence[Finding], codes: Sequence[Code]) -> list[Json]:
    index = {code: number for number, code in enumerate(codes)}
    marks = fingerprints(findings)
    return [_result(one, mark, index[one.code]) for one, mark in zip(findings, marks, strict=True)]


def _result(finding: Finding, fingerprint: str, index: int) -> Json:
    place: Json = {"physicalLocation": _location(finding.place)}
    if finding.where:
        place["logicalLocations"] = [{"fullyQualifiedName": clean(finding.where)}]
    result: Json = {
        "ruleId": finding.code.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.code.severity],
        "message": _message(f"{finding.message} ({finding.help})."),
        "locations": [place],
        "partialFingerprints": {"tcplanPlace/v1": fingerprint},
    }
    if finding.also:
        says = _message(f"{finding.also.says or 'the other place'}.")
        result["relatedLocations"] = [{"id": 1, "message": says, "physicalLocation": _location(finding.also)}]
    return result


def _location(place: Place) -> Json:
    location: Json = {"artifactLocation": _artifact(place.file), "region": _region(place)}
    first, text = _quoted_part(place)
    last = first + len(text)
    is_inside = len(place.excerpt) < LONGEST_EXCERPT or (first <= place.column and place.end_column <= last)
    if place.line == place.end_line and len(text) <= LONGEST_LINE and is_inside:
        location["region"]["snippet"] = {"text": text[place.column - first : place.end_column - first]}
        if (place.column, place.end_column) != (first, last):
            part = {"startLine": place.line, "startColumn": first, "endColumn": last}
            location["contextRegion"] = {**part, "snippet": {"text": text}}
    return location


def _quoted_part(place: Place) -> tuple[int, str]:
    """The part of the line that is quoted, and its first column; the ellipses of a long line are not in the file."""
    if len(place.excerpt) < LONGEST_EXCERPT:
        return 1, place.excerpt
    begin = int(place.cut > 0)
    return place.cut + begin + 1, place.excerpt[begin:].removesuffix(ELLIPSIS)


def _region(place: Place) -> Json:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(file: str) -> Json:
    """The file as an address: relative, unless it was named by an absolute path."""
    uri = quote(name_in_repository(file), safe="/", errors="surrogateescape")
    return {"uri": f"file://{uri}"} if uri.startswith("/") else {"uri": uri, "uriBaseId": BASE}


def _message(text: str) -> Json:
    """A message in which SARIF reads no link or placeholder."""
    text = _placeholder_pattern().sub(r"{{\1}}", clean(text))
    return {"text": _link_pattern().sub(r"\\[\1\\]", text)}
