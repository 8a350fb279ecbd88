"""Live figures in answers whose names mean nothing (TC713)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNKNOWN_FIGURE
from tcplan.findings.finding import Problem
from tcplan.progress.figures.live_figures import LiveFigures, live_figures
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import answer_figures
from tcplan.rules.support.suggestions import MOST_HINTS
from tcplan.values.figure_marks import OPENING, FigureMark, figure_marks
from tcplan.workspace import SubmissionFile


def unknown_figure(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    r"""An answer has braces in which there is no live figure.

    A live figure is a name between `{{` and `}}` on one line, such as `{{ actions.complete }}`. A document prints the
    number of its day in its place. `docs/answers.md` lists the names.

    Only answers have live figures: in another text of the submission the braces are printed as they are typed.

    Why: The braces would stand in the document as they are typed, where a number is expected.

    Fix: Write the name of a figure. For braces that are to be printed, put a backslash before them: `\{{`.
    """
    figures, unknown = None, 0
    for path, mark in answer_figures(file):
        figures = figures or live_figures(context.workspace, context.folder, file, context.as_of)
        if mark.name and figures.value(mark.name):
            continue
        unknown += 1
        message, help_text = _says(figures, mark, hints=unknown <= MOST_HINTS)
        yield Problem(UNKNOWN_FIGURE, path, message, help_text, words=mark.written)
    yield from _outside_answers(file, context)


def _says(figures: LiveFigures, mark: FigureMark, *, hints: bool) -> tuple[str, str]:
    """What is wrong with a figure, and what to do; a hint is looked for only so often, since that takes long."""
    if not mark.name:
        message = f"`{mark.written}` begins a live figure that does not end"
        return message, "write {{ and the name of a figure and }} on one line, or \\{{ for braces that are printed"
    if hints:
        return figures.explain(mark.name)
    return f"there is no figure `{mark.name}`", "write one of the names in docs/answers.md"


def _outside_answers(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """Figures in texts that are printed as they are typed: the summary of a review, a note."""
    answers = {("answers", index, "text") for index, _ in enumerate(file.submission.answers)}
    for passage in context.published(file.file).holding(OPENING):
        marks = () if passage.path in answers else figure_marks(passage.text)
        for written in dict.fromkeys(mark.written for mark in marks if mark.name):
            message = f"`{written}` is not in an answer, so it is printed as it is typed"
            help_text = "write the number, or \\{{ if braces are to be printed"
            yield Problem(UNKNOWN_FIGURE, passage.path, message, help_text, words=written)
