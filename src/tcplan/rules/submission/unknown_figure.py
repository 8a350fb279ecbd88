"""Live figures in answers whose names mean nothing (TC713)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNKNOWN_FIGURE
from tcplan.findings.finding import Problem
from tcplan.progress.figures.live_figures import UnknownFigureError, live_figures
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import answer_figures
from tcplan.values.figure_marks import OPENING, figure_marks
from tcplan.workspace import SubmissionFile


def unknown_figure(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    r"""An answer has braces in which there is no live figure.

    A live figure is a name between `{{` and `}}` on one line, such as `{{ actions.complete }}`. A document prints the
    number of its day in its place. `docs/answers.md` lists the names.

    Only answers have live figures: in another text of the submission the braces are printed as they are typed.

    Why: The braces would stand in the document as they are typed, where a number is expected.

    Fix: Write the name of a figure. For braces that are to be printed, put a backslash before them: `\{{`.
    """
    for path, mark in answer_figures(file):
        if not mark.name:
            message = f"`{mark.written}` begins a live figure that does not end"
            help_text = "write {{ and the name of a figure and }} on one line, or \\{{ for braces that are printed"
            yield Problem(UNKNOWN_FIGURE, path, message, help_text, words=mark.written)
            continue
        try:
            live_figures(context.workspace, context.folder, file, context.as_of).value(mark.name)
        except UnknownFigureError as error:
            yield Problem(UNKNOWN_FIGURE, path, str(error), error.help, words=mark.written)
    yield from _outside_answers(file, context)


def _outside_answers(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """Figures in texts that are printed as they are typed: the summary of a review, a note."""
    answers = {("answers", index, "text") for index, _ in enumerate(file.submission.answers)}
    for passage in context.published(file.file).holding(OPENING):
        marks = () if passage.path in answers else figure_marks(passage.text)
        for written in dict.fromkeys(mark.written for mark in marks if mark.name):
            message = f"`{written}` is not in an answer, so it is printed as it is typed"
            help_text = "write the number, or \\{{ if braces are to be printed"
            yield Problem(UNKNOWN_FIGURE, passage.path, message, help_text, words=written)
