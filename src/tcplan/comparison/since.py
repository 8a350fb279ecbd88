"""The state that a plan is compared with: as it was on a day, at the last meeting, or in the files of a commit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from tcplan.errors import UsageError
from tcplan.files.git_revision import Revision
from tcplan.files.revision_source import RevisionSource
from tcplan.progress import Assessment, assess
from tcplan.values.dates import Duration, subtract
from tcplan.workspace import INSTITUTION_STEM, InstitutionFolder, PlanFile, Workspace

LAST_MEETING: Final = "last-meeting"
"""What `--since` is called for the last of the `meetings` of an institution."""

_MOST_NAMES: Final = 8


@dataclass(frozen=True)
class Since:
    """What `--since` says: a day, or the files of a revision, or neither for the last meeting of each institution.

    With both the words for the last meeting and a day, that day is the meeting's.
    """

    words: str
    day: date | None = None
    revision: Revision | None = None
    files: Workspace | None = None


@dataclass(frozen=True)
class Baseline:
    """The day that a plan is compared with, and the plan then: None if it did not exist, as `notes` say."""

    day: date
    plan: Assessment | None
    is_meeting: bool = False
    revision: Revision | None = None
    notes: tuple[str, ...] = ()


def find_baseline(workspace: Workspace, now: Assessment, since: Since) -> Baseline:
    """What a plan is compared with; raises UsageError if that is later than the plan, or there was no meeting."""
    if since.revision and since.files:
        _check_order(since.words, since.revision.day, now.as_of)
        return _in_revision(now, since.revision, since.files)
    day = since.day or last_meeting(now.folder, now.as_of)
    _check_order(since.words, day, now.as_of)
    notes = _about_day(now, day)
    before = assess(workspace, now.folder, now.plan, day)
    return Baseline(day, before, is_meeting=since.words == LAST_MEETING, notes=tuple(notes))


def since_last_review(now: Assessment) -> Since:
    """The last meeting before the day of a plan; where none is listed, a review period before it."""
    held = meeting_before(now.folder, now.as_of)
    if held:
        return Since(LAST_MEETING, held)
    day = subtract(now.as_of, now.policy.review_every)
    return Since(str(day), day)


def meeting_before(folder: InstitutionFolder, as_of: date) -> date | None:
    """The last meeting of an institution before a day, if its file lists one.

    A meeting on the day itself is not the last one: its papers look back to the one before it.
    """
    days = (day.last for day in folder.institution.meetings) if folder.institution else ()
    return max((day for day in days if day < as_of), default=None)


def last_meeting(folder: InstitutionFolder, as_of: date) -> date:
    """The same; raises UsageError if the file lists none."""
    held = meeting_before(folder, as_of)
    if held:
        return held
    file = folder.file.name if folder.file else f"{folder.path}/{INSTITUTION_STEM}.yaml".lstrip("/")
    which = f"no meeting before {as_of}" if folder.institution and folder.institution.meetings else "no meetings"
    unread = " (it cannot be read)" if INSTITUTION_STEM in folder.unreadable else ""
    unread = " (it has errors)" if folder.file and folder.file.shaped.problems else unread
    example = subtract(as_of, Duration(months=3))
    hint = f"add for example `meetings: [{example}]` to that file, or name a date: --since {example}"
    if unread:
        hint = f"`tcplan validate` shows what is wrong; or name a date: --since {example}"
    raise UsageError(f"{file} lists {which}{unread}, so the last meeting is not known", hint)


def _check_order(words: str, day: date, as_of: date) -> None:
    if day > as_of:
        which = f"--since {words}" if words == str(day) else f"--since {words} ({day})"
        raise UsageError(f"{which} is after --as-of {as_of}", "name an earlier one, or a later day after --as-of")


def _about_day(now: Assessment, day: date) -> Iterator[str]:
    start = now.plan.period.start
    if start and day < start:
        yield f"The plan had not begun on {day}: it starts on {start}."


def _in_revision(now: Assessment, revision: Revision, files: Workspace) -> Baseline:
    """The plan in the files of a commit, as of the day of the commit."""
    found, links = _plan_then(files, now), tuple(_about_links(files, now, revision))
    if found is None:
        return Baseline(revision.day, None, revision=revision, notes=(_missing(files, now, revision), *links))
    folder, plan = found
    notes = [*_about_day(now, revision.day), *links]
    if faults := len(plan.file.shaped.problems):
        errors = "1 error" if faults == 1 else f"{faults} errors"
        notes.append(f"{plan.file.name} had {errors} in {revision.words}; only what can be read is compared.")
    before = assess(files, folder, plan, revision.day)
    return Baseline(revision.day, before, revision=revision, notes=tuple(notes))


def _about_links(files: Workspace, now: Assessment, revision: Revision) -> Iterator[str]:
    """What was not read in the folder of the institution, and may have been a plan."""
    inside = f"{now.folder.path}/" if now.folder.path else ""
    links = files.source.links() if isinstance(files.source, RevisionSource) else ()
    here = [name for name in links if name.startswith(inside)]
    if here:
        what = f" and {len(here) - 1} more are links or modules" if len(here) > 1 else " is a link or a module"
        yield f"{here[0]}{what} in {revision.words}. What these lead to is not read."


def _plan_then(files: Workspace, now: Assessment) -> tuple[InstitutionFolder, PlanFile] | None:
    """The plan of the same name in the same folder or, if that had another place, the only plan of that name."""
    folder = files.folders.get(now.folder.path)
    if folder and now.plan.name in folder.plans:
        return folder, folder.plans[now.plan.name]
    named = [(one, plan) for one in files.folders.values() for name, plan in one.plans.items() if name == now.plan.name]
    return named[0] if len(named) == 1 else None


def _missing(files: Workspace, now: Assessment, revision: Revision) -> str:
    """Why there is nothing to compare with, and which plans there were."""
    folder = files.folders.get(now.folder.path)
    commit = f"{revision.words} (commit {revision.short} of {revision.day})"
    if folder and now.plan.name in folder.unreadable:
        return f"{folder.unreadable[now.plan.name].name} cannot be read in {commit}, so nothing is compared."
    known = [plan.name for plan in folder.plans.values()] if folder else []
    listed = ", ".join([*known[:_MOST_NAMES], *(["..."] if len(known) > _MOST_NAMES else [])])
    others = f"the plans there were {listed}" if known else "there was no plan of this institution"
    return f"The plan {now.plan.name} is not in {commit}: {others}."
