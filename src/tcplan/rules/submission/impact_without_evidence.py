"""Answers about impact that name no evidence (TC720)."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings.codes import IMPACT_WITHOUT_EVIDENCE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.evidence import link_pattern
from tcplan.rules.support.submissions import form_of
from tcplan.workspace import SubmissionFile


@cache
def _quote_pattern() -> re.Pattern[str]:
    return re.compile(r"^[ ]{0,3}>\s*\w", re.MULTILINE)


def impact_without_evidence(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A question asks for evidence, and the answer names none.

    Any of these counts: an entry under `evidence` of the answer, a link in its text, or a testimonial in it, as a
    quotation that begins with `>`. This rule applies to questions whose form says `evidence: yes`. An answer without
    text is another finding. A submission that has been sent is left out.

    Why: The form asks for evidence that earlier plans have had impact, such as links, testimonials and articles. A
    claim that nobody can look up is worth little to the people who review it.

    Fix: Add `evidence` to the answer: a title with a link, a document, or a case study.
    """
    form = form_of(file, context)
    asked = {question.id for question in form.questions if question.evidence} if form else set()
    for index, answer in enumerate(file.submission.answers):
        text = answer.text or ""
        if answer.question in asked and text.strip() and not answer.evidence and not _shows_something(text):
            message = f"{answer.question} asks for evidence, and the answer names none"
            help_text = "add `evidence:` to the answer: a title with a link, a document or a case study"
            yield Problem(IMPACT_WITHOUT_EVIDENCE, ("answers", index, "evidence"), message, help_text)


def _shows_something(text: str) -> bool:
    return bool(link_pattern().search(text) or _quote_pattern().search(text))
