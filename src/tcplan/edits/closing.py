"""Ending work that will not be finished: an action, objective, pillar or plan is closed with a reason."""

from dataclasses import dataclass
from typing import Any

from tcplan.edits.edit_target import EditTarget, SearchScope
from tcplan.edits.key_order import house_order
from tcplan.edits.reporting import as_prose
from tcplan.errors import UsageError
from tcplan.findings.change import Change, Insert
from tcplan.findings.span import Path
from tcplan.model.plan import Action, Plan
from tcplan.progress.history import state_of
from tcplan.values.dates import parse_day
from tcplan.workspace import find_plan, resolve
from tcplan.yaml_editor.data_edits import value_at

NEEDS_INTO, NO_INTO = "merged", "withdrawn"


@dataclass(frozen=True)
class Closure:
    """How an entry ends, in the words of the file; `day` as dates are written in a plan."""

    how: str
    into: str | None
    why: str
    day: str


def closing_changes(scope: SearchScope, subject: EditTarget, closing: Closure) -> list[Change]:
    """The change that closes an entry; raises UsageError where it is closed already, or the words do not fit."""
    _check(scope, subject, closing)
    closed = {"date": closing.day, "as": closing.how, "into": closing.into, "why": as_prose(closing.why)}
    entry = {key: value for key, value in closed.items() if value}
    order = house_order(Action if subject.node else Plan)
    return [Insert((*subject.path, "closed"), dict(entry), order)]


def closing_words(subject: EditTarget, closing: Closure) -> tuple[str, ...]:
    """What closing an entry comes to, in sentences."""
    taken = f" {'into' if closing.how == NEEDS_INTO else 'by'} {closing.into}" if closing.into else ""
    said = f"{subject.words} is {closing.how}{taken}"
    below = subject.node.actions() if subject.node else subject.plan.tree.of("action")
    day = parse_day(closing.day).last
    states = [state_of(node, subject.plan, day) for node in below if node is not subject.node]
    others = [state.node.id for state in states if state.is_open and not state.is_complete]
    if not others:
        return (said,)
    return (said, f"what stands under it counts as closed with it: {', '.join(others)}")


def _check(scope: SearchScope, subject: EditTarget, closing: Closure) -> None:
    _check_open(subject)
    if not closing.why.strip():
        raise UsageError("--why: a closed entry has a reason", 'say it in a sentence: --why "..."')
    if closing.into is None and closing.how == NEEDS_INTO:
        raise UsageError(f"--as {closing.how} needs --into", "name what takes it over, such as --into 2.3.1")
    if closing.into is not None and closing.how == NO_INTO:
        raise UsageError(
            f"nothing takes over what is {closing.how}", "leave --into out, or say --as merged or superseded"
        )
    if closing.into is not None:
        _check_into(scope, subject, closing.into)


def _check_open(subject: EditTarget) -> None:
    holder: Any = value_at(subject.plan.file.document.data, subject.path)
    if not holder.get("closed"):
        return
    closed = (subject.node.entry if subject.node else subject.plan.plan).closed
    place = (*(subject.node.path if subject.node else ()), "closed")
    if closed is None or subject.plan.file.shaped.is_tainted(place) or _is_mended(subject, place):
        raise UsageError(f"{subject.words} has a closure that is not sound", "`tcplan validate` says what it lacks")
    raise UsageError(subject.closed_already(closed), "`tcplan set` changes what its closure says")


def _is_mended(subject: EditTarget, place: Path) -> bool:
    return any(path[: len(place)] == place for path in subject.plan.file.shaped.tainted)


def _check_into(scope: SearchScope, subject: EditTarget, into: str) -> None:
    """What takes over is another entry, and none that ends with this one."""
    if not into.strip():
        raise UsageError("--into: nothing is named", "name what takes it over, such as --into 2.3.1")
    target = resolve(scope.workspace, subject.home, subject.plan, into)
    plan = find_plan(scope.workspace, subject.home, into).plan
    node = subject.node
    if (plan is subject.plan and node is None) or (target.node is not None and target.node is node):
        raise UsageError(f"{subject.words} cannot be taken over by itself", "name another entry with --into")
    if target.plan is subject.plan and target.node and (node is None or node in target.node.line()):
        raise UsageError(f"{into} stands under {subject.words}, and ends with it", "name another entry with --into")
