"""Answers longer than their question allows (TC702)."""

from collections.abc import Iterator

from tcplan.findings.codes import OVER_WORD_LIMIT
from tcplan.findings.finding import Problem
from tcplan.progress.figures.live_figures import live_figures
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import form_of
from tcplan.workspace import SubmissionFile


def over_word_limit(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """An answer is longer than its question allows.

    Words are counted in the answer as a document prints it, as LibreOffice counts them: between blanks and long dashes,
    and a sign that stands alone, or the bullet of a list, is a word. The address of a link is not, nor is a mark of
    Markdown. Evidence does not count. A submission that has been sent is left out.

    Why: The limit is part of the form. If an answer is longer, somebody else decides what to cut.

    Fix: Shorten the answer. You can move details to its evidence, or to a case study.
    """
    form = form_of(file, context)
    limits = {question.id: question.words for question in form.questions if question.words} if form else {}
    for index, answer in enumerate(file.submission.answers):
        limit = limits.get(answer.question)
        if limit is None or not answer.text:
            continue
        figures = live_figures(context.workspace, context.folder, file, context.as_of)
        words = figures.count_words(answer.text)
        if words > limit:
            message = (
                f"the answer to {answer.question} has {words} words, {words - limit} more than the {limit} allowed"
            )
            yield Problem(OVER_WORD_LIMIT, ("answers", index, "text"), message, "shorten the answer", on_key=True)
