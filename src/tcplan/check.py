"""All findings of a workspace: the shape of every file, then the rules on what could be read, each with its place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tcplan.finding import Finding, Problem
from tcplan.rules import CASE_STUDY_RULES, PLAN_RULES, SUBMISSION_RULES, Rule
from tcplan.rules.files import shadowed_file
from tcplan.workspace import CaseStudyFile, File, PlanFile, SubmissionFile, Workspace


def check(workspace: Workspace, wanted: Callable[[str], bool] = lambda _name: True) -> list[Finding]:
    """The findings of the files whose names are wanted, in the order of files and lines."""
    findings = [
        file.locator.finding(problem)
        for file in workspace.files
        if wanted(file.name)
        for problem in (*file.shaped.problems, *_rule_problems(file, workspace))
    ]
    findings.sort(key=lambda one: (one.place.file, one.place.line, one.place.column, one.code.code, one.message))
    return findings


def _rule_problems(file: File, workspace: Workspace) -> Iterator[Problem]:
    """What the rules find, without what the shape has told already: rules stay silent about mended values."""
    shaped = file.shaped
    for problem in _run_rules(file, workspace):
        if not shaped.is_tainted(problem.path):
            also = shaped.moves.origin(problem.also) if problem.also is not None else None
            yield replace(problem, path=shaped.moves.origin(problem.path), also=also)


def _run_rules(file: File, workspace: Workspace) -> Iterator[Problem]:
    if file.name in workspace.shadowed:
        yield shadowed_file(workspace.shadowed[file.name])
    home = workspace.home_of(file)
    if home is None:
        return
    tables: Iterable[tuple[Iterable[PlanFile | SubmissionFile | CaseStudyFile], tuple[Rule, ...]]] = (
        (home.plans.values(), PLAN_RULES),
        (home.submissions.values(), SUBMISSION_RULES),
        (home.case_studies.values(), CASE_STUDY_RULES),
    )
    for members, rules in tables:
        for member in members:
            if member.file is file:
                for rule in rules:
                    yield from rule.check(member, home, workspace)
