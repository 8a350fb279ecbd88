"""The sentences of the checklist, the same in every format."""

from collections.abc import Iterator

from tcplan.views.documents.parts import plural
from tcplan.views.ready.rows import GapRow, ReadyPage


def state_words(page: ReadyPage) -> str:
    """Whether it can be sent."""
    return "SENT" if page.sent else "READY" if page.ready else "NOT READY"


def gap_counts(page: ReadyPage) -> str:
    """How many gaps there are, and how many of them block."""
    if page.sent:
        return f"on {page.sent}; nothing is asked of it any more"
    blocking, others = number_of(page.blockers), number_of(page.warnings)
    doubtful = f"{plural(others, 'warning')}" if others else ""
    if not blocking:
        return f"nothing blocks it; {doubtful}" if doubtful else "nothing is missing"
    blocks = f"{plural(blocking, 'gap')} to close before the final document"
    return f"{blocks}, {doubtful}" if doubtful else blocks


def number_of(rows: tuple[GapRow, ...]) -> int:
    """How many gaps some rows count as."""
    return sum(row.number for row in rows)


def due_words(page: ReadyPage) -> str:
    """When it is due and how long there is, or why nobody knows."""
    due = page.due
    if due is None:
        return f"Due: {page.due_note}"
    agreed = " as agreed" if due.agreed else ""
    why = f" ({due.why.strip()})" if due.why else ""
    return f"Due {due.written}{agreed}, {_distance(due.days_left)}{why}" if not page.sent else f"Due {due.written}"


def commands(page: ReadyPage) -> Iterator[tuple[str, str]]:
    """What else there is to see, the final document and what comes after it, each with the command for it."""
    if page.others and not page.sent:
        verb = "finding in these files is no gap" if page.others == 1 else "findings in these files are no gaps"
        yield f"{page.others} more {verb}", page.validate
    yield "The final document" if page.ready else "The final document, once nothing blocks it", page.render
    if page.record_sent:
        yield "Once it is sent, the day", page.record_sent


def _distance(days: int) -> str:
    """How far off a day is: `in 184 days`, `today`, `91 days ago`."""
    if days == 0:
        return "today"
    return f"in {plural(days, 'day')}" if days > 0 else f"{plural(-days, 'day')} ago"
