"""Which plan of an institution is the current one on a day, or which ones could be it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from tcplan.files.notice import Notice
from tcplan.workspace.copies import copies_of
from tcplan.workspace.institution_folder import InstitutionFolder, PlanFile
from tcplan.workspace.loading import File
from tcplan.workspace.possible_plans import possible_plans
from tcplan.workspace.succession import Succession, succession_of
from tcplan.workspace.unseen import unseen_in
from tcplan.workspace.workspace import Workspace


class Runs(Enum):
    """Whether a plan runs on a day; it may if its period could not be read."""

    YES = auto()
    NO = auto()
    MAYBE = auto()


@dataclass(frozen=True)
class CurrentPlan:
    """The plans that could be the current one, and files that could be it: one plan and no file where it is clear.

    `unread` are files that cannot be read, `unused` those that are not used because another file has their name, and
    `unseen` folders, links and files of other names that are not read, where no plan is known to run.
    """

    plans: list[PlanFile]
    unread: list[File]
    unused: list[File]
    unseen: list[Notice]

    @property
    def only(self) -> PlanFile | None:
        """The current plan, where nothing else could be it."""
        is_clear = not (self.unread or self.unused or self.unseen)
        return self.plans[0] if len(self.plans) == 1 and is_clear else None


def find_current(workspace: Workspace, folder: InstitutionFolder, day: date) -> CurrentPlan:
    """The plan whose period holds the day, of plans that follow each other the last; else the one to start last.

    The names of files settle nothing, nor does a later start: two plans that run on the day could both be it if
    neither follows the other, and so could a plan and its copy, and whatever cannot be read.
    """
    succession = succession_of(workspace)
    plans = _candidates(folder, succession, day)
    unread = possible_plans(folder)
    if len(plans) == 1:
        unread = [file for file in unread if not _is_before(file, plans[0], folder, succession, day)]
        plans += copies_of(workspace, folder, plans[0])
    unused = [file for plan in plans for file in folder.shadowed.get(plan.name, [])]
    is_running = any(_runs(plan, succession, day) is not Runs.NO for plan in plans)
    return CurrentPlan(plans, unread, unused, [] if is_running else unseen_in(workspace, folder))


def _candidates(folder: InstitutionFolder, succession: Succession, day: date) -> list[PlanFile]:
    runs = {name: _runs(plan, succession, day) for name, plan in folder.plans.items()}
    pool = {name for name, how in runs.items() if how is not Runs.NO}
    sure = {name for name, how in runs.items() if how is Runs.YES}
    if not sure:
        pool |= _last_to_start(folder, runs)
    # Where a plan may have ended or not begun, those before it may still be meant.
    followed = succession.all_before(folder.plans[name] for name in sure or pool)
    left = pool - {plan.name for plan in followed if plan.folder == folder.path}
    return [plan for name, plan in folder.plans.items() if name in (left or pool)]


def _is_before(file: File, plan: PlanFile, folder: InstitutionFolder, succession: Succession, day: date) -> bool:
    """Whether a file that cannot be read is a plan that has given way to this one, which says so and has begun."""
    if not _has_begun(plan, day):
        return False
    refs = {ref for one in (plan, *succession.all_before([plan])) for ref in one.plan.follows}
    return any(one is file and refs & {name, f"{folder.key}/{name}"} for name, one in folder.unreadable.items())


def _runs(plan: PlanFile, succession: Succession, day: date) -> Runs:
    begins, ends = _begins(plan), plan.running_until or date.max
    if not plan.unsure_of_start and begins > day:
        return Runs.NO
    if not plan.unsure_of_end and (ends < day or _is_replaced(plan, succession, day)):
        return Runs.NO
    return Runs.MAYBE if plan.unsure_of_start or plan.unsure_of_end else Runs.YES


def _is_replaced(plan: PlanFile, succession: Succession, day: date) -> bool:
    """Whether a plan that says no end has ended because its successor has begun."""
    later = succession.directly_after(plan)
    return plan.running_until is None and any(
        one.period.start and one is not plan and _has_begun(one, day) for one in later
    )


def _has_begun(plan: PlanFile, day: date) -> bool:
    return not plan.unsure_of_start and _begins(plan) <= day


def _last_to_start(folder: InstitutionFolder, runs: dict[str, Runs]) -> set[str]:
    """Of the plans that surely do not run those that start last."""
    begin = {name: _begins(plan) for name, plan in folder.plans.items() if runs[name] is Runs.NO}
    latest = max(begin.values(), default=None)
    return {name for name, day in begin.items() if day == latest}


def _begins(plan: PlanFile) -> date:
    return plan.period.start or date.min
