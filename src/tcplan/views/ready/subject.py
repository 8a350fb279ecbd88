"""The submission that a checklist is about, and the facts of it that several rows need."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tcplan.check.gaps import SubmissionGaps
from tcplan.comparison.approvals.approval import submission_approval
from tcplan.comparison.reviewed_actions import ActionEnding, reviewed_actions
from tcplan.model import Framework
from tcplan.model.submission import Answer
from tcplan.progress.closing_rag import RagBasis
from tcplan.progress.figures.live_figures import live_figures
from tcplan.rules.support.reviews import has_note
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
        """The reviews, with how far each of them is; an action that was closed before needs nothing."""
        found = list(reviewed_actions(self.workspace, self.folder, self.file, self.form, self.as_of))
        for review in self.file.submission.reviews:
            actions = [one for one in found if one.review == review.plan and one.rag.basis is not RagBasis.CLOSED]
            yield ReviewedPlanRow(
                plan=review.plan,
                date=review.date.text if review.date else None,
                actions=len(actions),
                coloured=sum(not one.is_open for one in actions),
                with_note=sum(has_note(one) for one in actions),
                with_evidence=sum(_has_evidence(one) for one in actions),
            )


def _has_evidence(one: ActionEnding) -> bool:
    """Whether the review or a report names evidence."""
    return bool((one.closing and one.closing.evidence) or any(update.evidence for update in one.state.updates))
