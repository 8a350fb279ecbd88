"""Whether a report replaces the one of the same day."""

from tcplan.cli.support.asking import confirm, prompter_at_terminal
from tcplan.edits.edit_target import EditTarget
from tcplan.edits.reporting import NewReport, lost_words, report_of_day
from tcplan.errors import RefusedError
from tcplan.values.dates import parse_day
from tcplan.values.plain_text import one_line


def is_replaced(target: EditTarget, report: NewReport) -> bool:
    """Whether somebody at a terminal says that a report takes the place of one of the same day, if there is one.

    Raises RefusedError where they stop.
    """
    from tcplan.terminal.prompter import StoppedError

    index = report_of_day(target, report.date) if report.says_something else None
    prompter = prompter_at_terminal() if index is not None else None
    if index is None or prompter is None:
        return False
    there = (target.node.entry if target.node else target.plan.plan).updates[index]
    what = " ".join(filter(None, (there.rag, f"\u201c{one_line(there.note)}\u201d" if there.note else "")))
    question = f"{target.words} already has a report of {parse_day(report.date).last} ({what}). Replace it?"
    lost = lost_words(target, report)
    help_text = "With no, both stay in the file, and the last one counts."
    help_text += f" With yes, what only the old one says goes: {lost}" if lost else ""
    try:
        return confirm(prompter, question, help_text)
    except StoppedError:
        raise RefusedError("stopped; nothing was written", "run the command again, with --replace or without") from None
