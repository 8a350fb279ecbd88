"""Ending work that will not be finished: an action, objective, pillar or plan is closed with a reason."""

from dataclasses import dataclass
from typing import Any, assert_never

from tcplan.edits.edit_target import EditTarget, SearchScope, check_one_had, check_written
from tcplan.edits.key_order import house_order
from tcplan.edits.reporting import as_prose
from tcplan.errors import UsageError
from tcplan.findings.change import Change, Insert
from tcplan.findings.span import Path
from tcplan.model.plan import Action, Plan
from tcplan.progress.history import state_of
from tcplan.values.dates import parse_day
from tcplan.values.words import Ending
from tcplan.workspace import Level, find_plan, resolve
from tcplan.yaml_editor.data_edits import value_at


@dataclass(frozen=True)
class Closure:
    """How an entry ends, in the words of the file; `day` as dates are written in a plan."""

    how: Ending
    into: str | None
    why: str
    day: str


def closing_changes(scope: SearchScope, target: EditTarget, closing: Closure) -> list[Change]:
    """The change that closes an entry; raises UsageError where it is closed already, or the words do not fit."""
    _check(scope, target, closing)
    closed = {"date": closing.day, "as": closing.how.value, "into": closing.into, "why": as_prose(closing.why)}
    entry = {key: value for key, value in closed.items() if value}
    order = house_order(Action if target.node else Plan)
    return [Insert((*target.path, "closed"), dict(entry), order)]


def closing_words(target: EditTarget, closing: Closure) -> tuple[str, ...]:
    """What closing an entry comes to, in sentences."""
    taken = f" {'into' if closing.how is Ending.MERGED else 'by'} {closing.into}" if closing.into else ""
    said = f"{target.words} is {closing.how}{taken}"
    if note := _complete_before(target, closing):
        return (said, note)
    below = target.node.actions() if target.node else target.plan.tree.of(Level.ACTION)
    day = parse_day(closing.day).last
    states = [state_of(node, target.plan, day) for node in below if node is not target.node]
    others = [state.node.id for state in states if state.is_open and not state.is_complete]
    if not others:
        return (said,)
    return (said, f"the entries under it count as closed too: {', '.join(others)}")


def _complete_before(target: EditTarget, closing: Closure) -> str:
    """What to say where finished work is closed, which is rarely meant: it no longer counts as complete."""
    day = parse_day(closing.day).last
    state = state_of(target.node, target.plan, day) if target.node else None
    if state is None or not state.is_complete:
        return ""
    return (
        f"it was reported complete on {state.reported_on}, and now counts as {closing.how}: if it is finished, "
        "take this back"
    )


def _check(scope: SearchScope, target: EditTarget, closing: Closure) -> None:
    _check_open(target)
    if not closing.why.strip():
        raise UsageError("--why: a closed entry needs a reason", 'give it in a sentence: --why "..."')
    match closing.how:
        case Ending.MERGED:
            if closing.into is None:
                raise UsageError(
                    f"--as {closing.how} needs --into", "name the entry that takes it over, such as --into 2.3.1"
                )
        case Ending.WITHDRAWN:
            if closing.into is not None:
                raise UsageError(
                    f"--into does not go with --as {closing.how}",
                    "leave --into out, or use --as merged or --as superseded",
                )
        case Ending.SUPERSEDED:
            pass  # by something in the plan, or outside it
        case _:
            assert_never(closing.how)
    if closing.into is not None:
        _check_into(scope, target, closing.into)


def _check_open(target: EditTarget) -> None:
    holder: Any = value_at(target.plan.file.document.data, target.path)
    if not holder.get("closed"):
        return
    closed = (target.node.entry if target.node else target.plan.plan).closed
    place = (*(target.node.path if target.node else ()), "closed")
    if closed is None or target.plan.file.shaped.is_tainted(place) or _is_recovered(target, place):
        raise UsageError(
            f"{target.words} has a closure that is not valid", f"`{target.validate_command}` shows what it lacks"
        )
    raise UsageError(target.closed_already(closed), "`tcplan set` changes what its closure says")


def _is_recovered(target: EditTarget, place: Path) -> bool:
    return any(path[: len(place)] == place for path in target.plan.file.shaped.tainted)


def _check_into(scope: SearchScope, target: EditTarget, into: str) -> None:
    """The entry that takes over is another one, and does not end with this one."""
    if not into.strip():
        raise UsageError("--into: no id is given", "name the entry that takes it over, such as --into 2.3.1")
    successor = resolve(scope.workspace, target.folder, target.plan, into)
    if successor.plan:
        check_one_had(successor.plan, into.rpartition("/")[2], successor.plan.name)
    if successor.plan and successor.node:
        check_written(successor.plan, successor.node, scope.root)
    plan = find_plan(scope.workspace, target.folder, into).plan
    node = target.node
    if (plan is target.plan and node is None) or (successor.node is not None and successor.node is node):
        raise UsageError(f"{target.words} cannot take itself over", "name another entry with --into")
    if successor.plan is target.plan and successor.node and (node is None or node in successor.node.line()):
        raise UsageError(f"{into} belongs to {target.words}, and ends with it", "name another entry with --into")
