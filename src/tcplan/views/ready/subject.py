"""The submission that a checklist is about, and the facts of it that several rows need."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tcplan.check import SubmissionGaps
from tcplan.comparison.approvals.approval import submission_approval
from tcplan.model import Framework
from tcplan.model.submission import Answer
from tcplan.progress.figures.live_figures import live_figures
from tcplan.rules.support.reviews import reviewed_actions
from tcplan.views.ready.rows import ReadyQuestionRow, ReviewedPlanRow
from tcplan.views.status.approvals import approval_row
from tcplan.views.status.rows import ApprovalRow
from tcplan.workspace import InstitutionFolder, PlanFile, SubmissionFile, Workspace, find_plan


@dataclass(frozen=True)
class ReadySubject:
    """A submission with its surroundings and its gaps on a day."""

    workspace: Workspace
    folder: InstitutionFolder
    file: SubmissionFile
    form: Framework
    as_of: date
    gaps: SubmissionGaps

    @property
    def submitted(self) -> PlanFile | None:
        """The plan that it submits, where it is in the workspace."""
        name = self.file.submission.submits
        return find_plan(self.workspace, self.folder, name).plan if name else None

    @property
    def approval(self) -> ApprovalRow | None:
        """The last approval on the day, with what has changed since: the one place that says what was approved."""
        found = submission_approval(self.workspace, self.folder, self.file, self.as_of)
        return approval_row(self.file.name, found, self.folder.glossary) if found else None

    def questions(self) -> Iterator[ReadyQuestionRow]:
        """The questions of the form with what is answered."""
        figures = live_figures(self.workspace, self.folder, self.file, self.as_of)
        given: dict[str, list[Answer]] = {}
        for answer in self.file.submission.answers:
            given.setdefault(answer.question, []).append(answer)
        figures = live_figures(self.workspace, self.folder, self.file, self.as_of)
        for one in self.form.questions:
            answers = given.get(one.id, [])
            words = sum(figures.count_words(answer.text) for answer in answers)
            evidence = sum(len(answer.evidence) for answer in answers)
            yield ReadyQuestionRow(one.id, one.title, words, one.words, evidence)

    def reviews(self) -> Iterator[ReviewedPlanRow]:
        """The reviews, with how far each of them is."""
        for review in self.file.submission.reviews:
            actions = reviewed_actions(self.workspace, self.folder, review, self.as_of)
            yield ReviewedPlanRow(
                plan=review.plan,
                date=review.date.text if review.date else None,
                actions=len(actions),
                coloured=sum(one.closing is not None and one.closing.rag is not None for one in actions),
                with_note=sum(one.has_note for one in actions),
                with_evidence=sum(one.has_evidence for one in actions),
            )
