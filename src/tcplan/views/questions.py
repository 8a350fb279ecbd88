"""An empty file of answers: what it asks about each action, to be filled in with a text editor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tcplan.findings.span import Value
from tcplan.values.plain_text import one_line
from tcplan.values.rag import KeyEntry, list_colours
from tcplan.values.words import FileKind
from tcplan.views.report import DueReportRow, LastReport, reading_words
from tcplan.views.status.rows import MeasureRow
from tcplan.yaml_editor.emit import comment_lines, emit_file, mapping_lines

NESTED: Final = 4
"""The column of the keys of a report: after `  - `."""

TEXT: Final = NESTED + 2
"""The column of the lines of a note."""


@dataclass(frozen=True)
class QuestionnaireHeader:
    """What the head of the file says: who asks for what, and `command`, which reads the file once it is filled.

    `is_sent` if it goes to somebody else, who sends it back, `reply_by` a day to the `sender`.
    """

    title: str
    institution: str
    plan: str
    date: str
    by: str | None
    command: str
    is_sent: bool = False
    reply_by: str = ""
    sender: str = ""


def questions_text(header: QuestionnaireHeader, rows: Sequence[DueReportRow]) -> str:
    """The text of the file: one report for each row, its values empty, with what is known of it in comments."""
    head: dict[str, Value] = {
        "kind": FileKind.ANSWERS.value,
        "format": "1",
        "plan": header.plan,
        "date": header.date,
        "by": header.by,
    }
    lines = [*_explanation(header, rows[0].key), "", emit_file(head), "reports:"]
    asked: set[str] = set()
    for number, row in enumerate(rows, 1):
        measures = [one for one in row.measures if one.id not in asked]  # a number that two actions share is asked once
        asked.update(one.id for one in measures)
        lines += [*_known(row, f"{number} of {len(rows)}"), *_blank_report(row, measures), ""]
    return "\n".join(lines[:-1]) + "\n"


def _explanation(header: QuestionnaireHeader, key: Sequence[KeyEntry]) -> Iterator[str]:
    """What the file is, how it is filled in, and what becomes of it."""
    yield from comment_lines(f"Reports on: {header.title}, {header.institution}")
    yield "#"
    yield from comment_lines(
        "Write your answers after the colons. Answers that you leave empty are ignored. You do not need to change "
        "anything else."
    )
    yield from comment_lines(
        f"Write a note on the line below `note: |`, after the {TEXT} spaces. It may have several lines, and colons, "
        f"quotes and # in them. Begin each line with {TEXT} spaces, like this:"
    )
    yield "#"
    for line in ("note: |", "  Tested: two departments.", "  Release in August."):
        yield f"# {' ' * NESTED}{line}"
    yield "#"
    yield from comment_lines(_what_next(header))
    yield "#"
    yield from comment_lines(f"  rag       its progress, one of: {list_colours(reversed(key))}", hanging=10)
    yield from comment_lines("  note      what has happened and, if it is not on track, what would bring it back")
    yield from comment_lines(
        "  due       only if it will be finished on a different date, such as 2027-03-31 or 2027-03"
    )
    yield from comment_lines("  evidence  a link that shows it, such as https://www.example.ac.uk/minutes")
    yield from comment_lines("  readings  today's number, such as 212 or 30%")


def _what_next(header: QuestionnaireHeader) -> str:
    """What to do with the file once it is filled in: one that was sent to somebody goes back."""
    if not (header.is_sent or header.sender or header.reply_by):
        return f"When you have filled it in, save it and run: {header.command}"
    to = f" to {one_line(header.sender)}" if header.sender else ""
    until = f" by {header.reply_by}" if header.reply_by else ""
    return f"When you have filled it in, save it and send it back{to}{until}. The plan lead then runs: {header.command}"


def _known(row: DueReportRow, number: str) -> Iterator[str]:
    """What is known of an action."""
    yield from comment_lines(f"{number}: {row.id} {row.title}", 2)
    yield from comment_lines(f"  due: {row.timing}; lead: {row.lead}", 2, hanging=2)
    yield from comment_lines(f"  last report: {_last(row.last)}", 2, hanging=2)
    for sentence in row.signals:
        yield from comment_lines(f"  {sentence}", 2, hanging=2)


def _last(last: LastReport | None) -> str:
    if last is None:
        return "none yet"
    stated = f", {last.key.colour} ({last.key.label})" if last.key else ""
    by = f", by {last.by}" if last.by else ""
    return f"{last.date}{stated}{by}" + (f": {last.note}" if last.note else "")


def _blank_report(row: DueReportRow, measures: Sequence[MeasureRow]) -> Iterator[str]:
    """The report to be filled in."""
    first, *rest = mapping_lines({"ref": row.id, "rag": None}, NESTED)
    yield "  - " + first.lstrip()
    yield from rest
    yield " " * NESTED + "note: |"
    yield " " * TEXT
    yield from mapping_lines({"due": None, "evidence": None}, NESTED)
    if measures:
        yield " " * NESTED + "readings:"
    for measure in measures:
        yield from comment_lines(f"{measure.title}: {reading_words(measure)}", NESTED + 2, hanging=2)
        yield from mapping_lines({measure.id: None}, NESTED + 2)
