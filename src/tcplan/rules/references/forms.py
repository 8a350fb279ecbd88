"""Submissions: the form exists, its questions do, and what is reviewed and submitted is there (TC1xx)."""

from collections.abc import Iterator, Sequence
from functools import partial

from tcplan.findings.codes import (
    DUPLICATE_ID,
    UNKNOWN_CASE_STUDY,
    UNKNOWN_FORM,
    UNKNOWN_PLAN,
    UNKNOWN_QUESTION,
    UNKNOWN_REFERENCE,
)
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import Mention, case_studies_in
from tcplan.rules.support.suggestions import absent, missing, misspelt_plans
from tcplan.values.near_words import did_you_mean
from tcplan.workspace import SubmissionFile, Target, find_case_study, find_plan, resolve


def unknown_form(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A submission answers a form that is not known.

    Forms are frameworks of the type `form`: those of tcplan, and those in the folder `frameworks` of the workspace.

    Why: Without the form nobody knows which questions there are, how long an answer may be and what else is asked
    for. Nothing of the submission can be checked.

    Mend: Write the name of the form, such as `stage-2`. For a new form, add a file with its questions to the folder
    `frameworks`.
    """
    form = file.submission.form
    if form in context.workspace.unreadable_frameworks:
        return
    framework = context.workspace.framework(form)
    if framework is None or framework.type != "form":
        forms = [
            name
            for name in context.workspace.framework_names()
            if (one := context.workspace.framework(name)) and one.type == "form"
        ]
        message = f"`{form}` is not a form" if framework else f"there is no form `{form}`"
        yield Problem(UNKNOWN_FORM, ("form",), message, f"the forms are: {', '.join(forms)}")


def unknown_questions(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """An answer names a question that its form does not have.

    Why: The text would not be printed under any question, and the question it was written for looks unanswered.

    Mend: Write the id of the question as the form has it, such as `q4`. The finding lists those that there are.
    """
    framework = context.workspace.framework(file.submission.form)
    if framework is None or framework.type != "form":
        return
    known = [question.id for question in framework.questions]
    for index, answer in enumerate(file.submission.answers):
        if answer.question not in known:
            message = f"{file.submission.form} has no question `{answer.question}`"
            help_text = did_you_mean(answer.question, known, f"its questions are: {', '.join(known)}")
            yield Problem(UNKNOWN_QUESTION, ("answers", index, "question"), message, help_text)


def answered_twice(file: SubmissionFile, _context: Context) -> Iterator[Problem]:
    """Two answers to one question, or two closing colours for one action: which is meant is not known."""
    for path, also, question in _repeated(("answers",), "question", [one.question for one in file.submission.answers]):
        message = f"question `{question}` is answered a second time"
        yield Problem(DUPLICATE_ID, path, message, "make one answer of the two", also=also, also_says="the first")
    for number, review in enumerate(file.submission.reviews):
        base = ("reviews", number, "closing")
        for path, also, ref in _repeated(
            base, "ref", [one.ref.removeprefix(f"{review.plan}/") for one in review.closing]
        ):
            message = f"action `{ref}` of {review.plan} has a closing entry already"
            yield Problem(DUPLICATE_ID, path, message, "keep one of the two", also=also, also_says="the first")


def unknown_closing_refs(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A closing colour for an action that the reviewed plan does not have."""
    for number, review in enumerate(file.submission.reviews):
        plan = find_plan(context.workspace, context.home, review.plan).plan
        if plan is None:
            continue
        base = ("reviews", number, "closing")
        says = f"the review of {review.plan} has a closing entry for"
        mentions = [Mention((*base, index, "ref"), closing.ref, says) for index, closing in enumerate(review.closing)]
        yield from missing(UNKNOWN_REFERENCE, mentions, partial(_entry_of, review.plan, context))


def unknown_plans(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The name of a plan that is one slip of the finger from one that is there."""
    yield from misspelt_plans(UNKNOWN_PLAN, _plans(file), lambda ref: find_plan(context.workspace, context.home, ref))


def plans_not_in_workspace(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A plan that is reviewed or submitted and not kept here: that part of the submission stays empty."""
    yield from absent(_plans(file), lambda mention: find_plan(context.workspace, context.home, mention.ref))


def unknown_case_studies(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """Evidence that names a case study which is not there."""
    submission = file.submission
    mentions: list[Mention] = []
    for index, answer in enumerate(submission.answers):
        says = f"the answer to {answer.question} has as evidence"
        mentions += case_studies_in(("answers", index, "evidence"), answer.evidence, says)
    for number, review in enumerate(submission.reviews):
        for index, closing in enumerate(review.closing):
            says = f"the closing entry for {closing.ref} has as evidence"
            mentions += case_studies_in(("reviews", number, "closing", index, "evidence"), closing.evidence, says)
    yield from missing(UNKNOWN_CASE_STUDY, mentions, lambda ref: find_case_study(context.home, ref), whole=True)


def _entry_of(plan: str, context: Context, ref: str) -> Target:
    """The entry of a reviewed plan, which may be named with its plan or without."""
    return resolve(context.workspace, context.home, None, ref if "/" in ref else f"{plan}/{ref}")


def _repeated(base: Path, key: str, values: Sequence[str]) -> Iterator[tuple[Path, Path, str]]:
    """The values that stood before already: place, place of the first, value."""
    first: dict[str, int] = {}
    for index, value in enumerate(values):
        if first.setdefault(value, index) != index:
            yield (*base, index, key), (*base, first[value], key), value


def _plans(file: SubmissionFile) -> Iterator[Mention]:
    if file.submission.submits:
        yield Mention(("submits",), file.submission.submits, "this submission submits")
    for number, review in enumerate(file.submission.reviews):
        yield Mention(("reviews", number, "plan"), review.plan, "this submission reviews")
