"""Ending work that will not be finished: an action, objective, pillar or plan is closed with a reason."""

from tcplan.dates import DateError, parse_day
from tcplan.edits.order import house_order
from tcplan.edits.reporting import as_prose
from tcplan.edits.subject import Subject
from tcplan.errors import UsageError
from tcplan.model.plan import Action, Plan
from tcplan.text.editor import Change, Insert

NEEDS_INTO, NO_INTO = "merged", "withdrawn"


def closing_changes(subject: Subject, *, how: str, into: str | None, why: str, day: str) -> list[Change]:
    """The change that closes an entry; raises UsageError where it is closed already, or the words do not fit."""
    _check(subject, how, into, why, day)
    closed = {"date": day, "as": how, "into": into, "why": as_prose(why)}
    entry = {key: value for key, value in closed.items() if value}
    order = house_order(Action if subject.node else Plan)
    return [Insert((*subject.path, "closed"), dict(entry), order)]


def closing_words(subject: Subject, *, how: str, into: str | None) -> tuple[str, ...]:
    """What closing an entry comes to, in sentences."""
    taken = f" {'into' if how == NEEDS_INTO else 'by'} {into}" if into else ""
    said = f"{subject.words} is {how}{taken}"
    below = subject.node.actions() if subject.node else subject.plan.tree.of("action")
    others = [node.id for node in below if node is not subject.node and not node.entry.closed]
    if not others:
        return (said,)
    return (said, f"what stands under it counts as closed with it: {', '.join(others)}")


def _check(subject: Subject, how: str, into: str | None, why: str, day: str) -> None:
    try:
        parse_day(day)
    except DateError as error:
        raise UsageError(f"--date: {error.message}", error.help) from None
    closed = (subject.node.entry if subject.node else subject.plan.plan).closed
    if closed:
        raise UsageError(
            f"{subject.words} was closed on {closed.date.text}, as {closed.how}", "look at what the file says"
        )
    if not why.strip():
        raise UsageError("--why: a closed entry has a reason", 'say it in a sentence: --why "..."')
    if how == NEEDS_INTO and not into:
        raise UsageError(f"--as {how} needs --into", "name what takes it over, such as --into 2.3.1")
    if how == NO_INTO and into:
        raise UsageError(f"nothing takes over what is {how}", "leave --into out, or say --as merged or superseded")
    if into and subject.node and into in (subject.node.id, f"{subject.plan.name}/{subject.node.id}"):
        raise UsageError(f"{subject.words} cannot be taken over by itself", "name another entry with --into")
