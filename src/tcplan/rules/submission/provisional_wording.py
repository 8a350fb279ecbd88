"""Questions and items of frameworks whose wording nobody has confirmed (TC725)."""

from collections.abc import Iterator

from tcplan.findings.codes import PROVISIONAL_WORDING
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model import Framework
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over, open_or_complete_entries
from tcplan.rules.support.sentences import join_names
from tcplan.rules.support.submissions import form_of
from tcplan.values.words import FrameworkType
from tcplan.workspace import PlanFile, SubmissionFile


def provisional_items(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The form has questions, or a list that the plan aligns to has items, whose wording is provisional.

    tcplan has the forms and lists of public documents. Where no public document gives the words, it uses words of its
    own and says so here; a document prints them without a remark. A submission that has been sent, and a plan that is
    over, are left out.

    Why: A reader who knows the form or the list sees at once that the words are not theirs, and a form with other
    questions needs other answers.

    Fix: Compare the words with the form that you were sent, or with the list itself. If they differ, put a file of the
    same name with the right words into the folder `frameworks`; otherwise accept the finding.
    """
    if is_over(plan, context):
        return
    for name, places in _aligned_items(plan, context).items():
        framework = context.workspace.framework(name)
        if framework is None or framework.type is not FrameworkType.LIST:
            continue
        items = [one.id for one in framework.items if one.id in places and (one.provisional or framework.provisional)]
        if items:
            message = f"the wording of {join_names([f'{name}/{id_}' for id_ in items])} is provisional"
            path = next(path for id_, path in places.items() if id_ in items)
            yield Problem(PROVISIONAL_WORDING, path, f"{message}{_note(framework)}", _help(name))


def provisional_questions(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The same for the questions of a form; see `provisional_items`."""
    form = form_of(file, context)
    if form is None:
        return
    ids = [one.id for one in form.questions if one.provisional or form.provisional]
    if ids:
        whose = "every question" if len(ids) == len(form.questions) else f"{_noun(ids)} {join_names(ids)}"
        message = f"the wording of {whose} of {file.submission.form} is provisional{_note(form)}"
        yield Problem(PROVISIONAL_WORDING, ("form",), message, _help(file.submission.form))


def _aligned_items(plan: PlanFile, context: Context) -> dict[str, dict[str, Path]]:
    """For each framework the items that the plan aligns to, each with its first place."""
    found: dict[str, dict[str, Path]] = {}
    entries = [
        ((), plan.plan.aligns),
        *((one.path, one.entry.aligns) for one in open_or_complete_entries(plan, context)),
    ]
    for path, refs in entries:
        for index, ref in enumerate(refs):
            name, _, id_ = ref.partition("/")
            if id_:
                found.setdefault(name, {}).setdefault(id_, (*path, "aligns", index))
    return found


def _noun(ids: list[str]) -> str:
    return "question" if len(ids) == 1 else "questions"


def _note(framework: Framework) -> str:
    """What the framework says of it."""
    return f": {' '.join(framework.internal.split()).rstrip('.')}" if framework.internal else ""


def _help(name: str) -> str:
    return f"compare it with the original; frameworks/{name}.yaml in your folder is used in place of ours"
