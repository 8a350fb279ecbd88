"""The plan that a command means in the folder of an institution, or why that is not clear."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tcplan.errors import NothingReadError, TcplanError, UsageError
from tcplan.files.names import PLANS
from tcplan.files.sources import as_seen
from tcplan.values.printed_command import printed_command
from tcplan.workspace.copies import copies_in
from tcplan.workspace.current import CurrentPlan, find_current
from tcplan.workspace.institution_folder import InstitutionFolder, PlanFile, SubmissionFile
from tcplan.workspace.loading import File
from tcplan.workspace.paths import is_named
from tcplan.workspace.references import unreadable_file
from tcplan.workspace.unseen import unseen_institutions
from tcplan.workspace.workspace import Workspace

MOST_LISTED: Final = 8

_SAID_BEFORE: Final = "the file cannot be read: "


@dataclass(frozen=True)
class PlanChoice:
    """The plan that is meant in an institution's folder; `doubt` says why none is certain, if there is one at all."""

    folder: InstitutionFolder
    plan: PlanFile | None
    doubt: TcplanError | None = None


def choose_plan(workspace: Workspace, root: Path, path: Path, folder: InstitutionFolder, day: date) -> PlanChoice:
    """The plan whose own file the path names, else the current plan of the institution."""
    plan = next((one for one in folder.plans.values() if is_named(root, path, one.file.name)), None)
    if plan:
        return PlanChoice(folder, plan)
    files = (*folder.unreadable.values(), *(one for ones in folder.shadowed.values() for one in ones))
    file = next((one for one in files if is_named(root, path, one.name)), None)
    if file:
        return PlanChoice(folder, None, cannot_be_used(workspace, root, file))
    found = find_current(workspace, folder, day)
    if found.only or not (found.plans or found.unread or found.unseen):
        return PlanChoice(folder, found.only)
    return PlanChoice(folder, None, _doubt(workspace, root, folder, found, day))


def cannot_be_used(workspace: Workspace, root: Path, file: File) -> NothingReadError:
    """Why a file that is meant cannot be used: nothing can be made of it, or another file has its name."""
    other = workspace.shadowed.get(file.name)
    if other:
        message = f"{as_seen(root, file.name)} is not used, because {other} already exists"
        return NothingReadError(message, "give one of them another name, or delete it")
    place, why = _place_and_reason(root, file)
    return NothingReadError(f"{place}: this file cannot be read: {why}", _validate(root, file))


def check_seen(workspace: Workspace, root: Path, path: Path, choices: tuple[str, ...]) -> None:
    """Raise NothingReadError if a folder below `plans/` at the path is not read, since it may hold what is meant."""
    one = next(unseen_institutions(workspace, root, path), None)
    if one:
        message = f"{as_seen(root, one.name)} may hold the plan that is meant: {one.message}"
        named = "; or name the file of the plan that you mean" if choices else ""
        raise NothingReadError(message, f"{one.help}{named}", choices)


def check_plans_of(workspace: Workspace, root: Path, folder: InstitutionFolder, file: SubmissionFile) -> None:
    """Raise NothingReadError if a plan that a submission submits or reviews is there, but cannot be read."""
    submission = file.submission
    refs = [ref for ref in (submission.submits, *(review.plan for review in submission.reviews)) if ref]
    for ref in refs:
        unread = unreadable_file(workspace, folder, ref)
        if unread:
            raise cannot_be_used(workspace, root, unread)


def _doubt(
    workspace: Workspace, root: Path, folder: InstitutionFolder, found: CurrentPlan, day: date
) -> NothingReadError | UsageError:
    """Why it is not clear which plan is the current one, with the files that can be named instead."""
    copies = copies_in(workspace, folder)
    originals_first = sorted(found.plans, key=lambda plan: plan.file.name in copies)
    choices = tuple(as_seen(root, plan.file.name) for plan in originals_first)
    named = "; or name the file of the plan that you mean" if choices else ""
    if found.unread:
        if found.unread[0].name in workspace.shadowed:
            unused = cannot_be_used(workspace, root, found.unread[0])
            message = f"{unused.message}; it may be the current plan of {_who(folder)}"
            return NothingReadError(message, unused.hint + named, choices)
        place, why = _place_and_reason(root, found.unread[0])
        others = f" (and {len(found.unread) - 1} more)" if len(found.unread) > 1 else ""
        message = f"{place}: this file{others} cannot be read, and may be the current plan of {_who(folder)}: {why}"
        return NothingReadError(message, _validate(root, found.unread[0]) + named, choices)
    unsure = next((plan for plan in found.plans if plan.unsure_of_start or plan.unsure_of_end), None)
    if unsure:
        place = f"{as_seen(root, unsure.file.name)}:{_line_of_period(unsure)}"
        message = f"{place}: this period cannot be read, so the plan may be the current one of {_who(folder)}"
        return NothingReadError(message, _validate(root, unsure.file) + named, choices)
    if found.unseen:
        one = found.unseen[0]
        message = f"{as_seen(root, one.name)} may be or hold the current plan of {_who(folder)}: {one.message}"
        return NothingReadError(message, f"{one.help}{named}", choices)
    files = [as_seen(root, file.name) for file in found.unused]
    shown = [_with_period(root, plan) for plan in found.plans] + files
    more = [f"{len(shown) - MOST_LISTED} more"] if len(shown) > MOST_LISTED else []
    listed = ", ".join([*shown[:MOST_LISTED], *more])
    message = f"{len(shown)} files could be the current plan of {_who(folder)} on {day}: {listed}"
    return UsageError(
        message, _how_to_settle(found, is_copied=any(plan.file.name in copies for plan in found.plans)), choices
    )


def _who(folder: InstitutionFolder) -> str:
    """The institution as a message names it; a folder of plans that is none of `plans/` may have no name."""
    return folder.title if folder.institution or folder.path.startswith(f"{PLANS}/") else "this folder"


def _how_to_settle(found: CurrentPlan, *, is_copied: bool) -> str:
    if found.unused:
        return "two of them have the same name: delete one, or give it another name"
    if is_copied:
        return "one is a copy of another: delete the one that is out of date, or name the file that you mean"
    return "if one replaces another, add `follows:` with the name of the earlier plan; or name the file that you mean"


def _place_and_reason(root: Path, file: File) -> tuple[str, str]:
    """Where the first fault of a file is, and what it is."""
    problem = file.shaped.problems[0]
    return f"{as_seen(root, file.name)}:{file.locator().finding(problem).place.line}", problem.message.removeprefix(
        _SAID_BEFORE
    )


def _line_of_period(plan: PlanFile) -> int:
    text, marks = plan.file.document.text, plan.file.document.marks
    mark = marks.get(("period",))
    return text.count("\n", 0, mark.value.start) + 1 if mark else 1


def _with_period(root: Path, plan: PlanFile) -> str:
    period = plan.period
    when = (
        f"from {period.start or 'the beginning'} to {period.end or 'no end'}"
        if period.start or period.end
        else "no period"
    )
    return f"{as_seen(root, plan.file.name)} ({when})"


def _validate(root: Path, file: File) -> str:
    """The command that shows the faults of a file."""
    return f"`{printed_command('validate', Path(as_seen(root, file.name)))}` shows what to correct"
