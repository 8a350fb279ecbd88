"""A new submission: the questions of its form as comments, and a line for each action that needs a closing colour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tcplan.comparison.carried_actions import state_words
from tcplan.comparison.transitions import in_order_of_time
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.init import schema_line
from tcplan.edits.starting.new_file import NewFile, new_file_name, only_institution
from tcplan.errors import RefusedError, UsageError
from tcplan.model import Framework
from tcplan.model.framework import Question
from tcplan.progress import EntryState, state_of
from tcplan.progress.closing_rag import closing_rag
from tcplan.progress.history import nodes_in_plan
from tcplan.shape.file_header import FORMAT
from tcplan.values.near_words import did_you_mean
from tcplan.values.plain_text import one_line
from tcplan.values.words import FileKind
from tcplan.workspace import InstitutionFolder, Level, PlanFile
from tcplan.workspace.form_header import length_in_pages, own_labels
from tcplan.workspace.selection import select_form
from tcplan.workspace.submission_dates import next_date_of_form
from tcplan.yaml_editor.emit import WIDTH, comment_lines
from tcplan.yaml_reader.quoting import as_scalar


@dataclass(frozen=True)
class SubmittedPlans:
    """The plan that a submission submits, if there is one, and the earlier ones that it reviews."""

    submits: PlanFile | None
    reviews: tuple[PlanFile, ...]


class NamedPlans(NamedTuple):
    """The names of the plan that a submission submits, and of those that it reviews; empty for the usual ones."""

    submits: str = ""
    reviews: tuple[str, ...] = ()


def new_submission_file(
    scope: SearchScope, form_name: str, named: NamedPlans, *, called: str = "", due: str = ""
) -> NewFile:
    """The file of a new submission of a form; by default it submits the last plan and reviews the one before it.

    The file has the name of the form unless it is `called` otherwise: an institution submits a form more than once. It
    says when it is `due` only where that was agreed for it.

    Raises UsageError for what is no form or no plan, RefusedError where a submission of that name is there already.
    """
    folder = only_institution(scope)
    name, form = select_form(scope.workspace, form_name, what="form")
    file = _file_name(folder, name, called)
    plans = _plans(folder, form, named)
    due = due or _next_due(scope, folder, name)
    lines = [
        schema_line(folder.path, FileKind.SUBMISSION).rstrip("\n"),
        f"kind: {FileKind.SUBMISSION.value}",
        f"format: {FORMAT}",
        f"form: {as_scalar(name)}",
        f"submits: {as_scalar(plans.submits.name)}" if plans.submits else "# submits: the name of the plan",
        *_due(folder, name, due),
        *_header(form),
        *_reviews(plans.reviews, form, scope.as_of),
        *_answers(form.questions),
        "",
        "# When it was approved at institutional leadership level, and when it was sent:",
        f"# sign_off: {{role: Vice-Chancellor, date: {scope.as_of.isoformat()}}}",
        f"# sent: {scope.as_of.isoformat()}",
    ]
    said = [f"it submits {plans.submits.name}"] if plans.submits else []
    said += [f"it reviews {' and '.join(plan.name for plan in plans.reviews)}"] if plans.reviews else []
    said += [f"it is due {due}"] if due else []
    return NewFile(file, "\n".join(lines) + "\n", tuple(said))


def _file_name(folder: InstitutionFolder, form: str, called: str) -> str:
    if not called and form in folder.submissions:
        message = f"a submission {form} is there already; nothing was written"
        raise RefusedError(
            message, f"give the new one a name of its own, such as --id {form}-again, and say with --due when it is due"
        )
    return new_file_name(folder, called or form, "submission")


def _due(folder: InstitutionFolder, form: str, due: str) -> Iterator[str]:
    """When it is due; the date of the form is that of its first submission."""
    if due:
        yield f"due: {as_scalar(due)}"
    elif any(one.submission.form == form for one in folder.submissions.values()):
        yield "# due: the day agreed for this submission"


def _next_due(scope: SearchScope, folder: InstitutionFolder, form: str) -> str:
    """The next day of a form that is due each year: what is written in the file does not move on with the years."""
    found = next_date_of_form(scope.workspace, folder, form, scope.as_of)
    return found.text if found else ""


def _header(form: Framework) -> Iterator[str]:
    """The labels of the form's own header, to be answered here."""
    labels = list(dict.fromkeys(own_labels(form)))
    if labels:
        yield "# What the header of the form asks for: delete `# ` in front of the lines, and write the answers."
        yield "# header:"
        yield from (f"#   {as_scalar(label)}: ..." for label in labels)


def _plans(folder: InstitutionFolder, form: Framework, named: NamedPlans) -> SubmittedPlans:
    submits, reviews = named
    ordered = in_order_of_time(folder.plans.values())
    submitted = _named(folder, submits) if submits else ordered[-1] if ordered else None
    if reviews:
        return SubmittedPlans(submitted, tuple(_named(folder, one) for one in dict.fromkeys(reviews)))
    if not form.reviews_earlier_plans or submitted is None:
        return SubmittedPlans(submitted, ())
    stated = tuple(folder.plans[ref] for ref in submitted.plan.follows if ref in folder.plans)
    before = ordered[: ordered.index(submitted)]
    return SubmittedPlans(submitted, stated or tuple(before[-1:]))


def _named(folder: InstitutionFolder, name: str) -> PlanFile:
    plan = folder.plans.get(name)
    if plan is None:
        hint = did_you_mean(name, folder.plans) or f"the plans are: {', '.join(folder.plans) or 'none'}"
        raise UsageError(f"there is no plan `{one_line(name)}`", hint)
    return plan


def _reviews(plans: Iterable[PlanFile], form: Framework, as_of: date) -> Iterator[str]:
    """A review of each plan, with a line for each action; those that were closed before need no colour."""
    for number, plan in enumerate(plans):
        if number == 0:
            yield ""
            yield "# What came of the earlier plan. A review has a `date` and a `summary`, in a few sentences."
            yield "reviews:"
        yield f"  - plan: {as_scalar(plan.name)}"
        nodes = [node for node in nodes_in_plan(plan, as_of) if node.level is Level.ACTION]
        states = [state for node in nodes if (state := state_of(node, plan, as_of)).closed is None]
        if states:
            yield "    # Each action needs its closing `rag` and, as its `note`, a sentence: see `tcplan close-review`."
            yield "    closing:"
        for state in states:
            yield _closing_line(state, form)


def _closing_line(state: EntryState, form: Framework) -> str:
    proposed = closing_rag(form, state, None).colour
    said = f"{proposed} is proposed, {state_words(state)}" if proposed else state_words(state)
    line = f"      - ref: {as_scalar(state.node.id)}  # {said}: {one_line(state.node.entry.title)}"
    return line if len(line) <= WIDTH else line[: WIDTH - 1].rstrip() + "…"


def _answers(questions: Iterable[Question]) -> Iterator[str]:
    """The questions, each below its title, guidance and limit: what is written there later comes after it."""
    for number, question in enumerate(questions):
        if number == 0:
            yield from ("", "# Each answer is `text: |` with the words indented on the lines below it, in Markdown.")
            yield "answers:"
        yield from comment_lines(one_line(question.title), 2)
        for paragraph in (question.about or "").splitlines():
            if paragraph.strip():
                yield from comment_lines(paragraph.strip(), 2)
        if question.words:
            yield f"  # Up to {question.words} words."
        if question.pages:
            yield f"  # Up to {length_in_pages(question.pages)}, which are not counted here."
        yield f"  - question: {as_scalar(question.id)}"
