"""What `tcplan add` is told, checked: an entry of a plan, or a new file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from tcplan.cli.support.add_file import add_file
from tcplan.cli.support.options import PageFormat, as_of_day, written_day, written_or_typed, written_target
from tcplan.cli.support.run_edit import PlannedEdit, run_edit
from tcplan.edits.adding import make_addition, measure_targets
from tcplan.edits.edit_target import SearchScope, find_entry, only_plan
from tcplan.edits.reporting import as_prose
from tcplan.edits.starting.new_file import NewFile
from tcplan.edits.starting.new_plan import new_plan_file
from tcplan.edits.starting.new_submission import NamedPlans, new_submission_file
from tcplan.errors import UsageError
from tcplan.findings.span import Value
from tcplan.shape.fields import with_article
from tcplan.values.plain_text import one_line
from tcplan.values.words import Addable

_OF_FILES: Final[Mapping[Addable, frozenset[str]]] = {
    Addable.PLAN: frozenset({"--title", "--start", "--end"}),
    Addable.SUBMISSION: frozenset({"--submits", "--reviews", "--id", "--due"}),
}
"""The options of the new files; all others are those of entries."""

_ALWAYS: Final = frozenset({"--date"})
_EXAMPLES: Final = {Addable.PLAN: "phase-3", Addable.SUBMISSION: "stage-2"}


@dataclass(frozen=True)
class AddRequest:
    """What the command line says: what is added, its name or title, and the options by their names."""

    level: Addable
    name: str | None
    options: Mapping[str, Any]
    where: Path
    dry_run: bool
    format_: PageFormat

    def said(self, option: str) -> Any:  # noqa: ANN401 (a text, a list or nothing)
        """What an option says; None if it is not given."""
        return self.options.get(option) or None

    @property
    def day(self) -> date:
        """The day that it joins."""
        return as_of_day(self.said("--date"), "--date")


def add_what_is_asked(request: AddRequest) -> None:
    """Add an entry to its plan, or write a new file.

    Raises: UsageError for what does not go together; what `run_edit` and `add_file` raise.
    """
    _check_options(request)
    if request.level in _OF_FILES:
        _add_file(request)
    else:
        _add_entry(request)


def _check_options(request: AddRequest) -> None:
    """Refuse an option that would do nothing."""
    own = _OF_FILES.get(request.level)
    others = {option for options in _OF_FILES.values() for option in options} - {"--title", "--id", "--due"}
    for option, value in request.options.items():
        is_known = option in _ALWAYS or (option in own if own else option not in others)
        if value and not is_known:
            raise UsageError(f"{option} does not go with {with_article(request.level)}", f"leave {option} out")


def _add_file(request: AddRequest) -> None:
    name = request.name or ""
    if not name.strip():
        message = f"the new {request.level} has no name"
        raise UsageError(message, f"write one: tcplan add {request.level} {_EXAMPLES[request.level]}")

    def plan_file(scope: SearchScope) -> NewFile:
        if request.level is Addable.PLAN:
            title, start, end = (request.said(one) or "" for one in ("--title", "--start", "--end"))
            return new_plan_file(scope, name, title=title, start=start, end=end)
        plans = NamedPlans(request.said("--submits") or "", tuple(request.said("--reviews") or ()))
        return new_submission_file(scope, name, plans, called=request.said("--id") or "", due=_one_due(request))

    add_file(plan_file, request.where, request.day, dry_run=request.dry_run, format_=request.format_)


def _one_due(request: AddRequest) -> str:
    """The day on which a submission is due; it has no checkpoints before it."""
    said: list[str] = request.said("--due") or []
    if len(said) > 1:
        raise UsageError(f"a submission is due once, and {len(said)} dates are given", "give --due once")
    return written_day(said[0], "--due") or "" if said else ""


def _add_entry(request: AddRequest) -> None:
    values, date_, under = _values(request), request.options.get("--date"), request.options.get("--under")
    if date_ is not None and request.level is Addable.MEASURE:
        raise UsageError(
            "--date does not go with a measure, which does not record when it was added", "leave out --date"
        )

    def plan_edit(scope: SearchScope) -> PlannedEdit:
        holder = only_plan(scope) if under is None else find_entry(scope, under)
        day = written_day(date_, "--date") or request.day.isoformat()
        new = make_addition(holder, request.level, values, id_=request.options.get("--id"), day=day)
        entry = new.id if request.level is not Addable.MEASURE else None
        return PlannedEdit(holder.plan.file, list(new.changes), entry, new.says)

    dated = date_ is not None
    run_edit(plan_edit, request.where, request.day, dry_run=request.dry_run, format_=request.format_, dated=dated)


def _values(request: AddRequest) -> dict[str, Value]:
    """The keys of the entry as they are typed."""
    said = request.said
    return {
        "title": _title(request),
        "themes": [*said("--theme")] if said("--theme") else None,
        "about": as_prose(said("--about")),
        "priority": said("--priority"),
        "lead": one_line(said("--lead") or ""),
        "owners": [one_line(one) for one in said("--owner") or ()] or None,
        "due": [written_or_typed(one) for one in said("--due") or ()] or None,
        "success": [*(said("--success") or ())] or None,
        "targets": measure_targets(map(written_target, said("--target") or ())),
        "source": said("--source"),
    }


def _title(request: AddRequest) -> str:
    """The title, which may be written with its option or without."""
    title = request.options.get("--title")
    if title is None and request.name is None:
        message = f"the new {request.level} has no title"
        raise UsageError(message, f'write one: tcplan add {request.level} "..."')
    if title is not None and request.name is not None:
        message = f"two titles are given: `{one_line(request.name)}` and `{one_line(title)}`"
        raise UsageError(message, "give one only")
    return str(title if title is not None else request.name).strip()
