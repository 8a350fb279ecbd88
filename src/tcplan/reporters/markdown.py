"""Findings as Markdown: the summary of a CI step, or a comment on a merge request."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from tcplan.findings.finding import AcceptedFinding, Finding, Severity
from tcplan.reporters.check_run import CheckRun
from tcplan.reporters.text import format_counts, format_summary
from tcplan.values.plain_text import file_name, markdown_text, one_line

MAX_TABLES: Final = 50_000
"""Characters of the rows of both tables together: a comment on GitHub can have 65,536."""

MAX_CELL: Final = 600
"""Characters of a cell; a message may quote a value of many lines."""


@cache
def _code_pattern() -> re.Pattern[str]:
    return re.compile(r"`([^`]+)`")


@cache
def _not_plain_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\w /.:,;=()-]|_")


@cache
def _active_pattern() -> re.Pattern[str]:
    """What GitHub and GitLab make a mention, a reference to an issue or a change, or a link, after the escaping."""
    return re.compile(r"@(?=\w)|\\#(?=\w)|!(?=\d)|:(?=//)|\bwww(?=\.)")


def markdown(run: CheckRun) -> str:
    """The counts, the findings in a table, the most severe first, and what is accepted, with the reasons.

    Accepted findings get the room that the others leave.
    """
    parts = [f"### tcplan: {_verdict(run)}", f"{markdown_text(format_summary(run))}."]
    room = MAX_TABLES
    if run.findings:
        ordered = sorted(run.findings, key=lambda one: tuple(Severity).index(one.code.severity))
        rows, room = _fit_rows(map(_finding_cells, ordered), room)
        parts.append(_table(("Severity", "Place", "Finding", "What to do"), rows, len(ordered)))
    if run.accepted:
        rows, _ = _fit_rows(map(_accepted_cells, run.accepted), room)
        table = _table(("Place", "Finding", "Accepted because"), rows, len(run.accepted))
        parts.append(f"<details><summary>Accepted: {run.accepted_count}</summary>\n\n{table}\n\n</details>")
    return "\n\n".join(parts) + "\n"


def _verdict(run: CheckRun) -> str:
    return format_counts(run.counts) if run.findings else "nothing found"


def _finding_cells(finding: Finding) -> tuple[str, ...]:
    return (finding.code.severity, _place_cell(finding), _finding_cell(finding), _format_words(finding.help))


def _accepted_cells(one: AcceptedFinding) -> tuple[str, ...]:
    return (_place_cell(one.finding), _finding_cell(one.finding), _format_words(one.why))


def _place_cell(finding: Finding) -> str:
    where = f"<br>{_format_words(finding.where)}" if finding.where else ""
    return f"{_format_code(f'{file_name(finding.place.file)}:{finding.place.line}')}{where}"


def _finding_cell(finding: Finding) -> str:
    return f"{_format_words(finding.message)}<br>{finding.code.code} {finding.code.name}"


def _fit_rows(rows: Iterable[Sequence[str]], room: int) -> tuple[list[str], int]:
    """As many rows as there is room for, and the room that is left, which is none if a row did not fit."""
    lines: list[str] = []
    for cells in rows:
        line = _row(cells)
        room -= len(line) + 1
        if room < 0:
            return lines, 0
        lines.append(line)
    return lines, room


def _table(head: Sequence[str], rows: Sequence[str], count: int) -> str:
    """The rows below their head, and how many of `count` rows were left out."""
    left = count - len(rows)
    omitted = f"{left} more {'is' if left == 1 else 'are'} left out." if rows else f"All {count} are left out."
    table = "\n".join((_row(head), _row(["---"] * len(head)), *rows)) if rows else ""
    return "\n\n".join(filter(None, (table, omitted if left else "")))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _format_words(text: str) -> str:
    """Words of a message as Markdown: text in backquotes is code, nothing else is markup."""
    text = one_line(text)
    if len(text) > MAX_CELL:
        text = f"{text[:MAX_CELL].rstrip()}…"
    parts = _code_pattern().split(text)
    return "".join(_format_code(part) if index % 2 else _format_plain(part) for index, part in enumerate(parts))


def _format_plain(text: str) -> str:
    """Text between code; spaces at its ends stay, and nobody is notified."""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    inert = _active_pattern().sub(r"\g<0><!-- -->", markdown_text(text))
    return f"{before}{inert}{after}" if text.strip() else text


def _format_code(text: str) -> str:
    """Code in the cell of a table, where a bar between backquotes would end the cell."""
    return f"<code>{_not_plain_pattern().sub(lambda found: f'&#{ord(found[0])};', text)}</code>"
