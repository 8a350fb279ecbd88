"""Findings as JSON, with the published schema of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from tcplan import __version__
from tcplan.findings.finding import Finding, Place, Severity
from tcplan.reporters.check_run import CheckRun
from tcplan.reporters.fingerprints import fingerprints
from tcplan.reporters.statistics import StatisticsRow, count_by_rule
from tcplan.values.json_text import DIALECT, json_text


@dataclass(frozen=True, slots=True)
class AlsoRow:
    """A second place in the same file that the first disagrees with; `says` is what it is, such as `the start`."""

    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    says: str
    excerpt_column: int


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding. Lines and columns count from 1; the end column is not included. `fixable`: --fix can fix it.

    `excerpt` is the line, or the part of a long line that begins at `excerpt_column`. `count`: how many findings it
    stands for; more than one where a rule has so many in a file that only the first are listed. `about`: the entries
    that it is about, such as `action 2.3.1`. One finding may be about many; about the file as a whole it has none.
    """

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
    also: AlsoRow | None
    fingerprint: str
    fixable: bool
    excerpt_column: int
    count: int
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountsSummary:
    """How many files were checked, how many findings there are of each severity, and how many are accepted."""

    files: int
    error: int
    warning: int
    advice: int
    accepted: int


@dataclass(frozen=True, slots=True)
class AcceptedFindingRow:
    """A finding that the file accepts, with the reason."""

    finding: FindingRow
    why: str


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """The output of `tcplan validate --format json`."""

    format: Literal[1]
    tcplan: str
    as_of: date
    summary: CountsSummary
    findings: tuple[FindingRow, ...]
    accepted: tuple[AcceptedFindingRow, ...]
    statistics: tuple[StatisticsRow, ...]


def findings_json(run: CheckRun) -> str:
    """The findings as JSON."""
    from pydantic import TypeAdapter  # noqa: PLC0415 (not needed for the other formats)

    counts, accepted = run.counts, [one.finding for one in run.accepted]
    report = FindingsReport(
        format=1,
        tcplan=__version__,
        as_of=run.as_of,
        summary=CountsSummary(
            files=len(run.files),
            error=counts[Severity.ERROR],
            warning=counts[Severity.WARNING],
            advice=counts[Severity.ADVICE],
            accepted=run.accepted_count,
        ),
        findings=tuple(_row(one, mark) for one, mark in zip(run.findings, fingerprints(run.findings), strict=True)),
        accepted=tuple(
            AcceptedFindingRow(_row(one.finding, mark), one.why)
            for one, mark in zip(run.accepted, fingerprints(accepted), strict=True)
        ),
        statistics=count_by_rule(run.findings),
    )
    return json_text(TypeAdapter(FindingsReport).dump_python(report, mode="json"))


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
        also=_also(finding.also),
        fingerprint=fingerprint,
        fixable=finding.fixable > 0,
        excerpt_column=place.cut + 1,
        count=finding.stands_for,
        about=finding.about,
    )


def _also(place: Place | None) -> AlsoRow | None:
    if place is None:
        return None
    return AlsoRow(place.line, place.column, place.end_line, place.end_column, place.excerpt, place.says, place.cut + 1)
