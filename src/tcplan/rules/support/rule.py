"""What a rule is: a code, the profile from which it counts, and the functions that find its problems."""

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import Any, NamedTuple

from tcplan.files.settings import Profile
from tcplan.findings.finding import Code, Problem
from tcplan.rules.support.context import Context
from tcplan.workspace import CaseStudyFile, File, InstitutionFolder, PlanFile, SubmissionFile

FileCheck = Callable[[File, Context], Iterator[Problem]]
PlanCheck = Callable[[PlanFile, Context], Iterator[Problem]]
SubmissionCheck = Callable[[SubmissionFile, Context], Iterator[Problem]]
CaseStudyCheck = Callable[[CaseStudyFile, Context], Iterator[Problem]]
InstitutionCheck = Callable[[InstitutionFolder, Context], Iterator[Problem]]


class Rule(NamedTuple):
    """One row of the table of rules.

    `profile` is the first in which the rule counts. `requires` names rules without whose problems this one makes
    sense: it is silent about an entry in which one of them has found something, and about the whole file where one
    has found something about the file as a whole. `docstring` is the text of a rule without a function: what the reader
    or the shape finds. `submission`, `institution` and the others are the functions for files of that kind; a function
    for any `file` runs on all of them. `fixes` says that some of its findings have a fix: `--fix` runs no other rules.
    """

    code: Code
    profile: Profile = Profile.DRAFT
    requires: tuple[Code, ...] = ()
    docstring: str = ""
    fixes: bool = False
    file: tuple[FileCheck, ...] = ()
    plan: tuple[PlanCheck, ...] = ()
    submission: tuple[SubmissionCheck, ...] = ()
    case_study: tuple[CaseStudyCheck, ...] = ()
    institution: tuple[InstitutionCheck, ...] = ()

    @property
    def text(self) -> str:
        """What the rule finds, why that matters and how to fix it: the docstring of its first function."""
        checks: tuple[Any, ...] = (*self.file, *self.plan, *self.submission, *self.case_study, *self.institution)
        return cleandoc(self.docstring or checks[0].__doc__ or "")
