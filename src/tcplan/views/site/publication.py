"""What of an institution is public on a day: what has been sent, has begun or was approved. Drafts never are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tcplan.model.parts import Evidence
from tcplan.progress.history import updates_until
from tcplan.values.words import FrameworkType
from tcplan.workspace import CaseStudyFile, InstitutionFolder, PlanFile, SubmissionFile, Workspace, find_plan, resolve


class LeftOut(NamedTuple):
    """A file that is not published, and why; the reason says what would change that."""

    file: str
    why: str


@dataclass(frozen=True)
class PublicFiles:
    """The files of one institution that are published on a day, and those that are not."""

    plans: tuple[PlanFile, ...]
    submissions: tuple[SubmissionFile, ...]
    case_studies: tuple[CaseStudyFile, ...]
    left_out: tuple[LeftOut, ...]


def public_files(workspace: Workspace, folder: InstitutionFolder, day: date) -> PublicFiles:
    """What is public: submissions that were sent, plans that have begun or were approved, and their case studies."""
    left_out: list[LeftOut] = []
    submissions = [one for one in folder.submissions.values() if not _told(left_out, one, _unsent(workspace, one, day))]
    submitted = [find_plan(workspace, folder, one.submission.submits or "").plan for one in submissions]
    plans = [
        one
        for one in folder.plans.values()
        if any(one is plan for plan in submitted) or not _told(left_out, one, _draft(one, day))
    ]
    cited = {evidence.ref for evidence in _evidence(plans, submissions, day) if evidence.ref}
    case_studies = [
        one
        for one in folder.case_studies.values()
        if not _told(left_out, one, _unfinished(workspace, folder, one, day, plans, is_cited=one.name in cited))
    ]
    left_out += [LeftOut(one.name, "it cannot be read") for one in folder.unreadable.values()]
    left_out += [LeftOut(one.name, "another file has its name") for ones in folder.shadowed.values() for one in ones]
    return PublicFiles(tuple(plans), tuple(submissions), tuple(case_studies), tuple(sorted(left_out)))


def _told(left_out: list[LeftOut], one: PlanFile | SubmissionFile | CaseStudyFile, why: str) -> bool:
    """Whether a file is left out; if so, it is listed."""
    if why:
        left_out.append(LeftOut(one.file.name, why))
    return bool(why)


def _unsent(workspace: Workspace, one: SubmissionFile, day: date) -> str:
    sent, form = one.submission.sent, workspace.framework(one.submission.form)
    if sent is None or one.file.shaped.is_tainted(("sent",)):
        return "it is not `sent`"
    if sent.first > day:
        return f"it is sent on {sent.text}, after {day.isoformat()}"
    return "" if form and form.type is FrameworkType.FORM else f"there is no form {one.submission.form}"


def _draft(one: PlanFile, day: date) -> str:
    """Why a plan is still a draft: nobody has approved it, and its period has not begun."""
    approved = (signed.date for signed in one.plan.sign_off if signed.date)
    if any(when.first <= day for when in approved):
        return ""
    if one.unsure_of_start or one.period.start is None:
        return "it has neither a start nor a sign-off"
    return "" if one.period.start <= day else f"it begins on {one.period.start.isoformat()} and has no sign-off yet"


def _unfinished(  # noqa: PLR0913 (what speaks for a case study)
    workspace: Workspace,
    folder: InstitutionFolder,
    one: CaseStudyFile,
    day: date,
    plans: list[PlanFile],
    *,
    is_cited: bool,
) -> str:
    """Why a case study is not ready: it is from a later day, or nothing that is published leads to it."""
    when = one.case_study.date
    if when and when.first > day:
        return f"it is dated {when.text}, after {day.isoformat()}"
    shown = (resolve(workspace, folder, None, ref).plan for ref in one.case_study.shows)
    if is_cited or when or any(plan is public for plan in shown for public in plans):
        return ""
    return "it has no date, and nothing that is published cites it"


def _evidence(plans: Iterable[PlanFile], submissions: Iterable[SubmissionFile], day: date) -> Iterator[Evidence]:
    """The evidence of what is published, up to the day."""
    for plan in plans:
        reports = [plan.plan.updates, *(node.entry.updates for node in plan.tree.nodes)]
        yield from (evidence for updates in reports for one in updates_until(updates, day) for evidence in one.evidence)
    for file in submissions:
        closings = [closing.evidence for review in file.submission.reviews for closing in review.closing]
        for evidence in (*(one.evidence for one in file.submission.answers), *closings):
            yield from evidence
