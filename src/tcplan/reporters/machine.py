"""Findings as JSON, with the published schema of it."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from tcplan import __version__
from tcplan.finding import Finding, Severity
from tcplan.reporters.run import Run
from tcplan.shape.schema import DIALECT


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding. Lines and columns count from 1; the end column is not included."""

    code: str
    name: str
    severity: Literal["error", "warning", "advice"]
    message: str
    help: str
    where: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files were checked, how many findings there are of each severity, and how many are accepted."""

    files: int
    error: int
    warning: int
    advice: int
    accepted: int


@dataclass(frozen=True, slots=True)
class AcceptedRow:
    """A finding that the keepers of a file accept, with their reason."""

    finding: FindingRow
    why: str


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """The output of `tcplan validate --format json`."""

    format: Literal[1]
    tcplan: str
    as_of: date
    summary: Summary
    findings: tuple[FindingRow, ...]
    accepted: tuple[AcceptedRow, ...]


def findings_json(run: Run) -> str:
    """The findings as JSON."""
    from pydantic import TypeAdapter  # noqa: PLC0415 (not needed for the other formats)

    counts, accepted = run.counts, [one.finding for one in run.accepted]
    report = FindingsReport(
        format=1,
        tcplan=__version__,
        as_of=run.as_of,
        summary=Summary(
            files=len(run.files),
            error=counts[Severity.ERROR],
            warning=counts[Severity.WARNING],
            advice=counts[Severity.ADVICE],
            accepted=len(accepted),
        ),
        findings=tuple(_row(one, mark) for one, mark in zip(run.findings, fingerprints(run.findings), strict=True)),
        accepted=tuple(
            AcceptedRow(_row(one.finding, mark), one.why)
            for one, mark in zip(run.accepted, fingerprints(accepted), strict=True)
        ),
    )
    return TypeAdapter(FindingsReport).dump_json(report, indent=2).decode() + "\n"


def findings_schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    from pydantic import TypeAdapter  # noqa: PLC0415 (as above)

    return {"$schema": DIALECT, **TypeAdapter(FindingsReport).json_schema(mode="serialization")}


def _row(finding: Finding, fingerprint: str) -> FindingRow:
    place, code = finding.place, finding.code
    return FindingRow(
        code=code.code,
        name=code.name,
        severity=code.severity.value,
        message=finding.message,
        help=finding.help,
        where=finding.where,
        file=place.file,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        excerpt=place.excerpt,
        fingerprint=fingerprint,
    )


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """For each finding a mark that stays when lines move: rule, file and place in plan terms, never a line.

    Findings that are alike in all of these are told apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    marks = []
    for finding in findings:
        parts = (finding.code.code, finding.file, finding.where)
        seen[parts] += 1
        marks.append(hashlib.sha256("\0".join((*parts, str(seen[parts]))).encode()).hexdigest()[:16])
    return marks
