"""The shapes of the six kinds of file: fields, types and descriptions only."""

from typing import Final

from tcplan.model.answers import AnswersFile
from tcplan.model.base import Shape
from tcplan.model.casestudy import CaseStudy
from tcplan.model.framework import Framework
from tcplan.model.institution import Institution
from tcplan.model.plan import Plan
from tcplan.model.submission import Submission
from tcplan.values.words import FileKind

KINDS: Final[dict[str, type[Shape]]] = {
    FileKind.PLAN: Plan,
    FileKind.INSTITUTION: Institution,
    FileKind.SUBMISSION: Submission,
    FileKind.CASE_STUDY: CaseStudy,
    FileKind.FRAMEWORK: Framework,
    FileKind.ANSWERS: AnswersFile,
}
"""The values of `kind:`, and the shape of such a file."""

__all__ = ["KINDS", "AnswersFile", "CaseStudy", "Framework", "Institution", "Plan", "Shape", "Submission"]
