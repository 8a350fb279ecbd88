"""Findings as Markdown: the summary of a CI step, or a comment on a merge request."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tcplan.clean import file_name, markdown_text, one_line
from tcplan.finding import Accepted, Finding, Severity
from tcplan.reporters.run import Run
from tcplan.reporters.text import counted, summary

MAX_TABLE: Final = 50_000
"""Characters of a table: a comment on GitHub may have 65,536."""

MAX_CELL: Final = 600
"""Characters of a cell; a value of many lines may be quoted in a message."""

_CODE: Final = re.compile(r"`([^`]+)`")
_NOT_PLAIN: Final = re.compile(r"[^\w /.:,;=()-]|_")
_MENTION: Final = re.compile(r"@(?=\w)")


def markdown(run: Run) -> str:
    """The counts, the findings in a table, the most severe first, and what is accepted, with the reasons."""
    parts = [f"### tcplan: {_verdict(run)}", f"{markdown_text(summary(run))}."]
    if run.findings:
        ordered = sorted(run.findings, key=lambda one: tuple(Severity).index(one.code.severity))
        parts.append(_table(("Severity", "Place", "Finding", "What to do"), map(_finding, ordered), len(ordered)))
    if run.accepted:
        table = _table(("Place", "Finding", "Accepted because"), map(_accepted, run.accepted), len(run.accepted))
        parts.append(f"<details><summary>Accepted: {len(run.accepted)}</summary>\n\n{table}\n\n</details>")
    return "\n\n".join(parts) + "\n"


def _verdict(run: Run) -> str:
    return counted(run.counts) if run.findings else "nothing found"


def _finding(finding: Finding) -> tuple[str, ...]:
    return (finding.code.severity, _place(finding), _found(finding), _words(finding.help))


def _accepted(one: Accepted) -> tuple[str, ...]:
    return (_place(one.finding), _found(one.finding), _words(one.why))


def _place(finding: Finding) -> str:
    where = f"<br>{_words(finding.where)}" if finding.where else ""
    return f"{_code(f'{file_name(finding.place.file)}:{finding.place.line}')}{where}"


def _found(finding: Finding) -> str:
    return f"{_words(finding.message)}<br>{finding.code.code} {finding.code.name}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], count: int) -> str:
    """As many rows as there is room for, and how many are left out."""
    lines = [_row(head), _row(["---"] * len(head))]
    room = MAX_TABLE
    for index, cells in enumerate(rows):
        line = _row(cells)
        room -= len(line)
        if room < 0:
            return "\n".join(lines) + f"\n\n{count - index} more are left out."
        lines.append(line)
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _words(text: str) -> str:
    """Words of a message as Markdown: what it sets in backquotes is code, nothing else is markup."""
    text = one_line(text)
    if len(text) > MAX_CELL:
        text = f"{text[:MAX_CELL].rstrip()}…"
    parts = _CODE.split(text)
    return "".join(_code(part) if index % 2 else _plain(part) for index, part in enumerate(parts))


def _plain(text: str) -> str:
    """Text between code; spaces at its ends stay, and an @ calls nobody."""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{_MENTION.sub('@<!-- -->', markdown_text(text))}{after}" if text.strip() else text


def _code(text: str) -> str:
    """Code in the cell of a table: within backquotes a bar would end the cell."""
    return f"<code>{_NOT_PLAIN.sub(lambda found: f'&#{ord(found[0])};', text)}</code>"
