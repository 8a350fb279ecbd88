"""Findings for people: place, what is wrong, the line with carets, what to do."""

from collections.abc import Mapping, Sequence
from typing import Final

from tcplan.clean import cells, clean, file_name, one_line
from tcplan.finding import Finding, Place, Severity
from tcplan.reporters.run import Run

MAX_EXCERPT = 160

_NOUNS: Final = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


def text(run: Run) -> str:
    """The report with a last line that counts."""
    return listed(run.findings) + summary(run) + "\n"


def listed(findings: Sequence[Finding]) -> str:
    """The findings alone, a blank line behind each."""
    return "".join(f"{told(one)}\n\n" for one in findings)


def summary(run: Run) -> str:
    """How many findings of each severity in how many files, and how many are accepted or can be mended."""
    files, findings, counts = len(run.files), run.findings, run.counts
    accepted = f"; {len(run.accepted)} accepted" if run.accepted else ""
    checked = f"{files} {'file' if files == 1 else 'files'} checked as of {run.as_of}"
    if not findings:
        return f"{checked}, nothing found{accepted}"
    mendable = sum(one.repair is not None for one in findings)
    fixable = f"; --fix can mend {mendable}" if mendable else ""
    where = f" in {len({one.place.file for one in findings})} of them" if files > 1 else ""
    return f"{checked}: {counted(counts)}{where}{accepted}{fixable}"


def counted(counts: Mapping[Severity, int]) -> str:
    """How many findings there are of each severity, in words: `2 errors and 1 warning`."""
    parts = [f"{counts[severity]} {_NOUNS[severity][counts[severity] != 1]}" for severity in _NOUNS if counts[severity]]
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def told(finding: Finding) -> str:
    """One finding: where it is, what is wrong, the line with carets, what to do."""
    place, code = finding.place, finding.code
    where = f"{file_name(place.file)}:{place.line}:{place.column}"
    lines = [f"{where}: {code.severity} {code.code} {code.name}: {clean(finding.message)}"]
    if finding.where:
        lines.append(f"  in {clean(finding.where)}")
    places = sorted((one for one in (place, finding.also) if one), key=lambda one: one.line)
    for one in places:
        lines += _excerpt(one, places[-1].line)
    lines.append(f"  help: {clean(finding.help)}")
    return "\n".join(lines)


def _excerpt(place: Place, widest: int) -> list[str]:
    """The line with carets under the span; a long line is shown around the span."""
    if not place.excerpt.strip():
        return []
    line = place.excerpt.replace("\t", " ")
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    if len(line) > MAX_EXCERPT:
        cut = max(0, start - MAX_EXCERPT // 2)
        line, start, end = line[cut : cut + MAX_EXCERPT], start - cut, min(end - cut, MAX_EXCERPT)
    gutter = len(str(widest))
    before = cells(clean(line[:start]))
    carets = "^" * max(1, cells(clean(line[start:end])))
    says = f" {one_line(place.says)}" if place.says else ""
    return [f"  {place.line:>{gutter}} | {clean(line)}", f"  {'':>{gutter}} | {' ' * before}{carets}{says}"]
