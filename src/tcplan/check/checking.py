"""All findings of a workspace: the shape of every file, then the rules on what could be read, each with its place."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final

from tcplan.check.acceptance import acceptances_of
from tcplan.check.listing import FileListing
from tcplan.check.rule_selection import select_codes
from tcplan.findings.finding import AcceptedFinding, Code, Finding, Problem, Severity
from tcplan.findings.span import Path
from tcplan.rules import RULES
from tcplan.rules.support.context import Context
from tcplan.values.limits import MAX_FAULTS
from tcplan.workspace import CaseStudyFile, File, InstitutionFolder, PlanFile, SubmissionFile, Workspace

_Member = PlanFile | SubmissionFile | CaseStudyFile | InstitutionFolder | None
_Checks = tuple[Callable[[Any, Context], Iterator[Problem]], ...]

_KINDS: Final = {
    PlanFile: "plan",
    SubmissionFile: "submission",
    CaseStudyFile: "case_study",
    InstitutionFolder: "institution",
}
"""The fields of a rule that hold its functions for files of some kind."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check came to, in the order of files and lines; `accepted` is what the people who keep a file accept."""

    findings: list[Finding]
    accepted: list[AcceptedFinding]


def check(  # noqa: PLR0913 (what a check is asked for)
    workspace: Workspace,
    wanted: Callable[[str], bool] = lambda _name: True,
    *,
    as_of: date,
    rewound: bool = False,
    codes: AbstractSet[Code] | None = None,
    most: int | None = None,
) -> Checked:
    """The findings of the wanted files on a day, by the rules with these `codes`, or by those of the settings.

    `rewound` says that the day was chosen, so a later date is not a mistake. If a rule has more than `most` findings
    in a file, the others are counted in one.

    Raises UsageError for settings that name a rule that does not exist.
    """
    codes = frozenset(select_codes(workspace.source.settings) if codes is None else codes)
    findings, accepted = [], []
    for file in workspace.files:
        if wanted(file.name):
            listing = FileListing(file.locator(), most)
            for problem, why in _judged(file, _context(workspace, file, as_of, rewound=rewound), codes):
                listing.add(problem, why)
            for finding, why in listing.findings():
                if why is None:
                    findings.append(finding)
                else:
                    accepted.append(AcceptedFinding(finding, why))
    return sort_findings(findings, accepted)


def open_problems(
    workspace: Workspace, *, as_of: date, codes: AbstractSet[Code] | None = None
) -> Iterator[tuple[File, Problem]]:
    """What `check` finds on a day and nobody accepts, without the places: to find those takes longer than the rules."""
    codes = frozenset(select_codes(workspace.source.settings) if codes is None else codes)
    for file in workspace.files:
        judged = _judged(file, _context(workspace, file, as_of, rewound=False), codes)
        yield from ((file, problem) for problem, why in judged if why is None)


def _context(workspace: Workspace, file: File, as_of: date, *, rewound: bool) -> Context:
    return Context(workspace, workspace.folder_of(file) or InstitutionFolder("", ""), as_of, rewound=rewound)


def sort_findings(findings: Iterable[Finding], accepted: Iterable[AcceptedFinding]) -> Checked:
    """All of them in the order of files and lines."""
    return Checked(sorted(findings, key=_order), sorted(accepted, key=lambda one: _order(one.finding)))


def _order(finding: Finding) -> tuple[str | int, ...]:
    place = finding.place
    return (place.file, place.line, place.column, finding.code.code, finding.rest is not None, finding.message)


def _judged(file: File, context: Context, codes: frozenset[Code]) -> Iterator[tuple[Problem, str | None]]:
    """The problems of a file in its own paths, each with the reason why it is accepted, if it is."""
    member = _member(file, context)
    acceptances = acceptances_of(file, member if isinstance(member, PlanFile) else None)
    found = _found(file, member, context, codes)
    reasons = {id(problem): acceptances.reason(problem) for problems in found.values() for problem in problems}
    yield from ((problem, None) for problem in file.shaped.problems)
    for problem in _without_echoes(found):
        if problem.code in codes:
            yield file.shaped.path_map.at_origin(problem), reasons[id(problem)]
    # On another day, or once the file can be trusted, there may be something to accept.
    is_faulty = file.shaped.problems or any(found[code] for code in found if code.severity is Severity.ERROR)
    for problem in acceptances.problems(frozenset() if context.rewound or is_faulty else codes):
        if problem.code in codes and not file.shaped.is_tainted(problem.path):
            yield file.shaped.path_map.at_origin(problem), None


def _member(file: File, context: Context) -> _Member:
    """What the file is in its institution's folder; None where nothing can refer to it."""
    folder = context.folder
    if folder.file is file:
        return folder
    return context.workspace.members_by_file.get(file.name)


def _found(file: File, member: _Member, context: Context, codes: frozenset[Code]) -> dict[Code, list[Problem]]:
    """What the rules find, by rule, without problems of recovered values: the shape has reported those already."""
    is_tainted = file.shaped.is_tainted
    return {
        code: [one for one in _first(_run(of_file, of_member, file, member, context)) if not is_tainted(one.path)]
        for code, of_file, of_member in _checks(codes, _KINDS.get(type(member), ""))
    }


@cache
def _checks(codes: frozenset[Code], kind: str) -> tuple[tuple[Code, _Checks, _Checks], ...]:
    """The rules that have something to look at in a file of some kind: functions for any file, and for this kind.

    The rules that count run, and with them the errors that one of them requires.
    """
    required = {code for rule in RULES if rule.code in codes for code in rule.requires}
    needed = codes | {code for code in required if code.severity is Severity.ERROR}
    rules = ((rule.code, rule.file, getattr(rule, kind) if kind else ()) for rule in RULES if rule.code in needed)
    return tuple(checks for checks in rules if checks[1] or checks[2])


def _run(of_file: _Checks, of_member: _Checks, file: File, member: _Member, context: Context) -> Iterator[Problem]:
    for look_at in of_file:
        yield from look_at(file, context)
    for look_at in of_member:
        yield from look_at(member, context)


def _first(problems: Iterable[Problem]) -> Iterator[Problem]:
    """As many problems of one rule as are made of one file; the last says that there may be more."""
    for number, problem in enumerate(problems, start=1):
        if number <= MAX_FAULTS:
            yield problem
            continue
        yield replace(problem, message=f"{problem.message}; there may be more findings of this kind in the file")
        return


def _without_echoes(found: dict[Code, list[Problem]]) -> Iterator[Problem]:
    """The problems, without those whose cause a required rule has found: in the entry, or in the whole file."""
    for rule in RULES:
        if not (problems := found.get(rule.code)):
            continue
        known = {scope for code in rule.requires for one in found.get(code, ()) for scope in _scopes(one)}
        for problem in problems:
            if not known or not (() in known or _scopes(problem) <= known):
                yield problem


def _scopes(problem: Problem) -> set[Path]:
    """The entries that a problem is about, or the file as a whole."""
    return {path[:2] if len(path) > 1 and isinstance(path[1], int) else () for path in problem.about or (problem.path,)}
