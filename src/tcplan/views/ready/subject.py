"""The submission that a checklist is about, and the facts of it that several rows need."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tcplan.check import SubmissionGaps
from tcplan.comparison.approvals.approval import submission_approval
from tcplan.model import Framework
from tcplan.model.submission import Answer, ClosingColour, Review
from tcplan.progress import EntryState, state_of
from tcplan.progress.figures.live_figures import live_figures
from tcplan.views.ready.rows import ReadyQuestionRow, ReviewedPlanRow
from tcplan.views.status.approvals import approval_row
from tcplan.views.status.rows import ApprovalRow
from tcplan.workspace import InstitutionFolder, Level, PlanFile, SubmissionFile, Workspace, find_plan, resolve


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
            plan = find_plan(self.workspace, self.folder, review.plan).plan
            states = _reviewed(plan, review.date.last if review.date else self.as_of) if plan else []
            closings = self._closings(review, plan) if plan else {}
            found = [(state, closings.get(id(state.node))) for state in states]
            yield ReviewedPlanRow(
                plan=review.plan,
                date=review.date.text if review.date else None,
                actions=len(found),
                coloured=sum(closing is not None and closing.rag is not None for _, closing in found),
                with_note=sum(_has_note(state, closing) for state, closing in found),
                with_evidence=sum(_has_evidence(state, closing) for state, closing in found),
            )

    def _closings(self, review: Review, plan: PlanFile) -> dict[int, ClosingColour]:
        refs = ((one, resolve(self.workspace, self.folder, plan, one.ref).node) for one in review.closing)
        return {id(node): one for one, node in refs if node}


def _reviewed(plan: PlanFile, day: date) -> list[EntryState]:
    """The actions that a review gives a colour: those that are in the plan on its day and not closed before."""
    states = (state_of(node, plan, day) for node in plan.tree.of(Level.ACTION))
    return [state for state in states if state.in_plan and not state.closed]


def _has_note(state: EntryState, closing: ClosingColour | None) -> bool:
    return bool((closing and closing.note) or (state.stated and state.stated.note))


def _has_evidence(state: EntryState, closing: ClosingColour | None) -> bool:
    return bool((closing and closing.evidence) or any(update.evidence for update in state.updates))
