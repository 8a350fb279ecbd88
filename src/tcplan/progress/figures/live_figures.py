"""The live figures of a submission: what a name in an answer stands for, as of the day of the document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from tcplan.markdown.word_count import count_shown_words
from tcplan.model.submission import Review
from tcplan.progress.assessment import assess
from tcplan.progress.figures.figure_names import (
    ACTION_FIGURES,
    CASE_STUDIES,
    MEASURE_FIGURES,
    REVIEWED,
    SUBMITTED,
)
from tcplan.progress.figures.plan_figures import FigureValue, PlanFigures
from tcplan.progress.plan_ending import ReviewedAs, ending_on
from tcplan.values.figure_marks import with_figures
from tcplan.values.near_words import did_you_mean, list_some
from tcplan.workspace import CaseStudyFile, InstitutionFolder, SubmissionFile, Workspace, find_plan

NO_VALUE = "\u2013"
"""What a document prints for a figure that has no value on its day."""


@dataclass(frozen=True)
class LiveFigures:
    """What the answers of a submission can cite: `plans` by the word that a name begins with, and case studies by name.

    A plan that cannot be read has no figures: None. A name without a plan is of the first that is reviewed, else of
    the one that is submitted.
    """

    plans: dict[str, PlanFigures | None] = field(default_factory=dict)
    case_studies: tuple[str, ...] = ()

    def value(self, name: str) -> FigureValue | None:
        """The figure of a name; None for a name that means nothing, which `explain` says more about."""
        if name == CASE_STUDIES:
            return FigureValue(str(len(self.case_studies)))
        plans, group, what = self._parts(name)
        if group == "actions" and what in ACTION_FIGURES and plans:
            return FigureValue(str(plans[0].actions[what]) if plans[0] else None)
        id_, _, key = what.rpartition(".")
        if group == "measures" and key in MEASURE_FIGURES:
            found = next((one for one in plans if one and id_ in one.measures), None)
            if found:
                return found.measure(id_, key)
            return FigureValue(None) if None in plans else None
        return None

    def explain(self, name: str) -> tuple[str, str]:
        """The message and the help for a name that means nothing."""
        _, group, what = self._parts(name)
        if not self.plans and group in ("actions", "measures"):
            return "the submission names no plan", "name one under `submits` or `reviews`"
        id_, _, key = what.rpartition(".")
        ids = {one: None for figures in self.plans.values() if figures for one in figures.measures}
        if group == "measures" and id_ and id_ not in ids and key in MEASURE_FIGURES:
            message = f"no plan of this submission has a measure `{id_}`"
            return message, did_you_mean(id_, ids, list_some(ids, "measure"))
        known = list(self.names())
        usual = [one for one in known if one.partition(".")[0] not in self.plans]
        return f"there is no figure `{name}`", did_you_mean(name, known, list_some(usual, "figure"))

    def fill(self, text: str) -> str:
        """An answer with the values in the place of their names; a name that means nothing stays as it is."""
        return with_figures(text, self._printed)

    def count_words(self, answer: str | None) -> int:
        """The number of words of an answer as a document prints it."""
        return count_shown_words(self.fill(answer or ""))

    def names(self) -> Iterator[str]:
        """Every name that there is: first those without a plan, then those with one."""
        usual = [one for one in self._usual_plans() if one]
        yield from dict.fromkeys(
            name for place, one in enumerate(usual) for name in one.names() if not place or "measures" in name
        )
        yield CASE_STUDIES
        for word, figures in self.plans.items():
            yield from (f"{word}.{name}" for name in (figures.names() if figures else ()))

    def _printed(self, name: str) -> str | None:
        found = self.value(name)
        return NO_VALUE if found and found.text is None else found and found.text

    def _parts(self, name: str) -> tuple[Sequence[PlanFigures | None], str, str]:
        """The plans that a name may be about, and the two parts of what it says of them."""
        word = max((one for one in self.plans if name.startswith(f"{one}.")), key=len, default="")
        group, _, what = name.removeprefix(f"{word}." if word else "").partition(".")
        return [self.plans[word]] if word else self._usual_plans(), group, what

    def _usual_plans(self) -> list[PlanFigures | None]:
        """The plans that a name without one may be of, in the order of looking."""
        return [self.plans[word] for word in (REVIEWED, SUBMITTED) if word in self.plans]


def live_figures(workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile, as_of: date) -> LiveFigures:
    """The figures of a submission on a day, made once in a run."""
    return workspace.compute_once(
        ("figures", file.file.name, as_of), lambda: _make_figures(workspace, folder, file, as_of)
    )


def _make_figures(workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile, as_of: date) -> LiveFigures:
    submission, plans = file.submission, dict[str, PlanFigures | None]()
    reviewed = ReviewedAs(workspace.framework(submission.form))

    def figures(ref: str, review: Review | None) -> PlanFigures | None:
        plan = find_plan(workspace, folder, ref).plan
        if plan is None:
            return None
        owner = workspace.folder_of(plan.file) or folder
        if review is None:
            return PlanFigures(assess(workspace, owner, plan, as_of), None)
        day = min(review.date.last, as_of) if review.date else as_of
        ending = ending_on(workspace, folder, plan, day, reviewed._replace(closings=review.closing))
        return PlanFigures(assess(workspace, owner, plan, day), ending)

    for review in submission.reviews:  # the first of several counts
        found = plans[review.plan] if review.plan in plans else figures(review.plan, review)
        plans.setdefault(review.plan, found)
        plans.setdefault(REVIEWED, found)
    if submission.submits:
        plans[SUBMITTED] = figures(submission.submits, None)
        plans.setdefault(submission.submits, plans[SUBMITTED])
    return LiveFigures(plans, tuple(name for name, one in folder.case_studies.items() if _is_before(one, as_of)))


def _is_before(case: CaseStudyFile, as_of: date) -> bool:
    """Whether a case study had begun on a day; one without a date has."""
    return case.case_study.date is None or case.case_study.date.first <= as_of
