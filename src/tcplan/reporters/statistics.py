"""How many findings each rule has, instead of each finding: for a plan that is checked for the first time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tcplan.findings.finding import Code, Finding
from tcplan.reporters.check_run import CheckRun
from tcplan.reporters.text import format_summary

_HEAD = ("count", "fixable", "code", "severity", "rule")
_NUMBERS = 2  # columns that are aligned right


@dataclass(frozen=True, slots=True)
class StatisticsRow:
    """How many findings a rule has, and how many of them `tcplan validate --fix` can fix."""

    code: str
    name: str
    severity: Literal["error", "warning", "advice"]
    count: int
    fixable: int


def count_by_rule(findings: Sequence[Finding]) -> tuple[StatisticsRow, ...]:
    """A row for each rule that has findings, the most frequent first."""
    counts: Counter[Code] = Counter()
    fixable: Counter[Code] = Counter()
    for one in findings:
        counts[one.code] += one.stands_for
        fixable[one.code] += one.fixable
    ordered = sorted(counts, key=lambda code: (-counts[code], code.code))
    return tuple(
        StatisticsRow(code.code, code.name, code.severity.value, counts[code], fixable[code]) for code in ordered
    )


def statistics(run: CheckRun) -> str:
    """The table of the rules, and the last line of every report."""
    rows = [
        (str(row.count), str(row.fixable or "-"), row.code, row.severity, row.name)
        for row in count_by_rule(run.findings)
    ]
    if not rows:
        return format_summary(run) + "\n"
    widths = [max(map(len, column)) for column in zip(_HEAD, *rows, strict=True)]
    lines = [_line(row, widths) for row in (_HEAD, *rows)]
    return "\n".join(lines) + f"\n\n{format_summary(run)}\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.rjust(width) if index < _NUMBERS else cell.ljust(width)
        for index, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
