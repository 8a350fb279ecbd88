"""Findings for people: place, what is wrong, the line with carets, what to do."""

from collections.abc import Mapping, Sequence
from typing import Final

from tcplan.findings.finding import Finding, Place, Severity
from tcplan.findings.place import ELLIPSIS
from tcplan.reporters.check_run import CheckRun
from tcplan.values.plain_text import clean, file_name, one_line, shown_characters, without_commands
from tcplan.values.text_length import display_width

MAX_EXCERPT: Final = 160
MOST_REASONS: Final = 50

_NOUNS: Final = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


def text(run: CheckRun) -> str:
    """The report with a last line that counts."""
    return format_findings(run.findings) + format_summary(run) + "\n"


def format_findings(findings: Sequence[Finding]) -> str:
    """The findings alone, a blank line after each."""
    return "".join(f"{format_finding(one)}\n\n" for one in findings)


def format_reasons(findings: Sequence[Finding]) -> str:
    """The findings that prevent an edit: the first of them, and how many more there are."""
    more = len(findings) - MOST_REASONS
    return format_findings(findings[:MOST_REASONS]) + (f"and {more:,} more\n\n" if more > 0 else "")


def format_summary(run: CheckRun) -> str:
    """The number of findings of each severity, of files, and of findings that are accepted or fixable."""
    files, findings, counts = len(run.files), run.findings, run.counts
    accepted = f"; {run.accepted_count} accepted" if run.accepted else ""
    rules = f" ({run.rules})" if run.rules else ""
    checked = f"{files} {'file' if files == 1 else 'files'} checked as of {run.as_of}{rules}"
    if not findings:
        return f"{checked}, nothing found{accepted}"
    fixable_count = sum(one.fixable for one in findings)
    fixable = f"; {fixable_count} fixable with --fix" if fixable_count else ""
    found_in = len({one.place.file for one in findings}.intersection(run.files))  # others are folders or links
    where = f" in {found_in} of them" if files > 1 and found_in else ""
    return f"{checked}: {format_counts(counts)}{where}{accepted}{fixable}"


def format_counts(counts: Mapping[Severity, int]) -> str:
    """How many findings there are of each severity, in words: `2 errors and 1 warning`."""
    parts = [f"{counts[severity]} {_NOUNS[severity][counts[severity] != 1]}" for severity in _NOUNS if counts[severity]]
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def format_finding(finding: Finding) -> str:
    """One finding: where it is, what is wrong, the line with carets, what to do."""
    place, code = finding.place, finding.code
    where = f"{file_name(place.file)}:{place.line}:{place.column}"
    lines = [f"{where}: {code.severity} {code.code} {code.name}: {_in_line(finding.message)}"]
    if finding.where:
        lines.append(f"  in {_in_line(finding.where)}")
    places = sorted((one for one in (place, finding.also) if one), key=lambda one: (one.line, one.column))
    gutter = len(str(places[-1].line))
    for together in [places] if _fit_one_line(places) else [[one] for one in places]:
        lines += _excerpt(together, gutter)
    lines.append(f"  help: {_in_line(finding.help)}")
    return "\n".join(lines)


def _in_line(text: str) -> str:
    """Words on one line, their spaces kept: a help may be what to write."""
    return without_commands(clean(text).replace("\n", " "))


def _fit_one_line(places: Sequence[Place]) -> bool:
    """Whether the places are on one line, and near each other if it is too long to be shown whole."""
    first, last = places[0], places[-1]
    return first.line == last.line and (
        len(first.excerpt) <= MAX_EXCERPT or last.column - first.column < MAX_EXCERPT // 4
    )


def _excerpt(places: Sequence[Place], gutter: int) -> list[str]:
    """The line of the places, with carets under each; a long line is shown around the first."""
    place = places[0]
    line = place.excerpt
    if not line.strip():
        return []
    begin = 0
    if len(line) > MAX_EXCERPT:
        begin = max(0, min(place.column - 1 - place.cut - MAX_EXCERPT // 2, len(line) - MAX_EXCERPT))
        end = begin + MAX_EXCERPT
        before, after = ELLIPSIS * (begin > 0), ELLIPSIS * (end < len(line))
        line = before + line[begin + len(before) : end - len(after)] + after
    shown = shown_characters(line)
    under = _carets([(*_columns(one, shown, begin + place.cut), one_line(one.says)) for one in places])
    return [f"  {place.line:>{gutter}} | {''.join(shown)}", *(f"  {'':>{gutter}} | {one}" for one in under)]


def _columns(place: Place, shown: Sequence[str], cut: int) -> tuple[int, int]:
    """Where its carets begin and end, in columns of the terminal; `cut` characters of the line are not shown."""
    start = place.column - 1 - cut
    end = place.end_column - 1 - cut if place.end_line == place.line else len(shown)
    before = display_width("".join(shown[:start]))
    return before, before + max(1, display_width("".join(shown[start:end])))


def _carets(spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """The lines below an excerpt: carets, each followed by its words.

    If other carets follow on the same line, the words go below; spans that overlap get a line each.
    """
    (start, end, says), *more = spans
    carets = f"{' ' * start}{'^' * (end - start)}"
    if not more or more[0][0] <= end:
        return [f"{carets} {says}".rstrip(), *(_carets(more) if more else ())]
    last, *below = _carets(more)
    return [carets + last[end:], *below, *([f"{' ' * start}{says}"] if says else [])]
