"""Submissions for a form that tcplan does not know (TC112)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNKNOWN_FORM
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.values.words import FrameworkType
from tcplan.workspace import SubmissionFile


def unknown_form(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A submission answers a form that tcplan does not know.

    Forms are frameworks of the type `form`: those of tcplan, and those in the folder `frameworks` of the workspace.

    Why: Without the form tcplan does not know which questions there are, how long an answer may be and what else the
    form asks for. It can check nothing in the submission.

    Fix: Write the name of the form, such as `stage-2`. For a new form, add a file with its questions to the folder
    `frameworks`.
    """
    form = file.submission.form
    if form in context.workspace.unreadable_frameworks:
        return
    framework = context.workspace.framework(form)
    if framework is None or framework.type is not FrameworkType.FORM:
        forms = [
            name
            for name in context.workspace.framework_names()
            if (one := context.workspace.framework(name)) and one.type is FrameworkType.FORM
        ]
        message = f"`{form}` is not a form" if framework else f"there is no form `{form}`"
        yield Problem(UNKNOWN_FORM, ("form",), message, f"the forms are: {', '.join(forms)}")
