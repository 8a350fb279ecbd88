"""Files that are copies of each other (TC126)."""

from collections.abc import Iterator

from tcplan.findings.codes import COPIED_FILE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.workspace import CaseStudyFile, PlanFile, SubmissionFile
from tcplan.workspace.copies import copies_elsewhere, copies_in


def copied_file(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Two files of an institution hold the same plan, submission or case study.

    Two plans are the same if they have the same title, or if more than half of their entries have the same titles,
    even if they are numbered differently. Plans of which one follows the other are different plans. So are two plans
    whose periods do not overlap, unless both the title and the entries are the same, or one file is called like a copy
    of the other: `phase-1 (1).yaml`, `phase-1_old.yaml`, `Copy of phase-1.yaml`. The same ids alone count for nothing,
    because most plans begin with 1. The plans in a copy of a whole folder (`northmoor - Copy`) are found too.

    Why: Nobody can tell which of the two is meant, and a report may be written into the one that is out of date.
    Commands that change or show the current plan refuse to choose between them.

    Fix: Delete the file that is out of date, or move it out of the workspace; git keeps earlier versions anyway. If it
    is the next plan, name the earlier one under `follows`.
    """
    yield from _copied(plan, "plan", ("title",), context)
    copy = copies_elsewhere(context.workspace).get(plan.file.name)
    if copy:
        message = f"{plan.file.name} and {copy.original.file.name} hold the same plan: both have {copy.shows}"
        help_text = "delete the folder that is out of date, or move it out of the workspace"
        yield Problem(COPIED_FILE, ("title",), message, help_text)


def copied_submission(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A submission with the answers of another one."""
    yield from _copied(file, "submission", ("form",), context)


def copied_case_study(file: CaseStudyFile, context: Context) -> Iterator[Problem]:
    """A case study with the title and the words of another one."""
    yield from _copied(file, "case study", ("title",), context)


def _copied(
    member: PlanFile | SubmissionFile | CaseStudyFile, noun: str, path: Path, context: Context
) -> Iterator[Problem]:
    copy = copies_in(context.workspace, context.folder).get(member.file.name)
    if copy:
        message = f"{member.file.name} and {copy.original.file.name} hold the same {noun}: both have {copy.shows}"
        help_text = "delete the one that is out of date, or move it out of the workspace"
        if noun == "plan":
            help_text += f"; if this is the next plan, write `follows: {copy.original.name}`"
        yield Problem(COPIED_FILE, path, message, help_text)
