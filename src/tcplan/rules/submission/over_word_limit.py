"""Answers longer than their question allows (TC702)."""

from collections.abc import Iterator

from tcplan.findings.codes import OVER_WORD_LIMIT
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import form_of
from tcplan.values.text_length import count_words
from tcplan.workspace import SubmissionFile


def over_word_limit(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """An answer is longer than its question allows.

    A word is anything between spaces that contains a letter or a digit, as word processors count it. Evidence does not
    count. A submission that has been sent is left out.

    Why: The limit is part of the form. If an answer is longer, somebody else decides what to cut.

    Fix: Shorten the answer. You can move details to its evidence, or to a case study.
    """
    form = form_of(file, context)
    limits = {question.id: question.words for question in form.questions} if form else {}
    for index, answer in enumerate(file.submission.answers):
        words, limit = count_words(answer.text or ""), limits.get(answer.question)
        if limit is not None and words > limit:
            message = (
                f"the answer to {answer.question} has {words} words, {words - limit} more than the {limit} allowed"
            )
            yield Problem(OVER_WORD_LIMIT, ("answers", index, "text"), message, "shorten the answer", on_key=True)
