"""The parts of a submission: its form, the plan that it submits, and what of it could be read."""

from collections.abc import Iterator

from tcplan.findings.span import Path
from tcplan.model import Framework
from tcplan.rules.support.context import Context
from tcplan.values.figure_marks import FigureMark, figure_marks
from tcplan.values.words import FrameworkType
from tcplan.workspace import File, PlanFile, SubmissionFile, find_plan


def form_of(file: SubmissionFile, context: Context) -> Framework | None:
    """The form of a submission that has not been sent on the day; None if it has been: rules ask nothing more of it."""
    sent, form = file.submission.sent, context.workspace.framework(file.submission.form)
    if sent and sent.first <= context.as_of:
        return None
    return form if form and form.type is FrameworkType.FORM else None


def is_to_be_submitted(plan: PlanFile, context: Context) -> bool:
    """Whether a submission of the institution that has not been sent submits the plan."""
    waiting = [one for one in context.folder.submissions.values() if form_of(one, context)]
    return any(submitted_plan(one, context) is plan for one in waiting)


def is_read(file: File, key: str) -> bool:
    """Whether everything under a key of the file could be read; otherwise nobody knows what is missing."""
    return all(path[:1] != (key,) for path in file.shaped.tainted)


def submitted_plan(file: SubmissionFile, context: Context) -> PlanFile | None:
    """The plan that is submitted, where it is in the workspace."""
    name = file.submission.submits
    return find_plan(context.workspace, context.folder, name).plan if name else None


def answer_figures(file: SubmissionFile) -> Iterator[tuple[Path, FigureMark]]:
    """The figures of the answers, each once in an answer, with the place of the answer."""
    for index, answer in enumerate(file.submission.answers):
        marks = {mark.written: mark for mark in figure_marks(answer.text or "")}
        yield from ((("answers", index, "text"), mark) for mark in marks.values())
