"""Live figures in answers that have no value on the day (TC714)."""

from collections.abc import Iterator

from tcplan.findings.codes import FIGURE_WITHOUT_VALUE
from tcplan.findings.finding import Problem
from tcplan.progress.figures.live_figures import live_figures
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import answer_figures, form_of
from tcplan.workspace import SubmissionFile


def figure_without_value(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A live figure of an answer has no value on the day of the check.

    The measure has no reading yet, or no target. A document prints a dash in its place. A submission that has been sent
    is left out.

    Why: The sentence was written for a number, and reads oddly without one.

    Fix: Give the measure its reading or target, or write the sentence without the figure.
    """
    if form_of(file, context) is None:
        return
    for path, mark in answer_figures(file):
        found = live_figures(context.workspace, context.folder, file, context.as_of).value(mark.name)
        if found and found.reason:
            message = f"`{mark.written}` has no value: {found.reason}"
            help_text = "give the measure what is missing, or write the sentence without the figure"
            yield Problem(FIGURE_WITHOUT_VALUE, path, message, help_text, words=mark.written)
