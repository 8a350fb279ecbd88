"""Findings that the keepers of a file accept: `accepted:`, with the rule, the ids and a reason."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from tcplan.findings.codes import ACCEPTED_ERROR, UNKNOWN_RULE, UNUSED_ACCEPTANCE
from tcplan.findings.finding import Code, Problem, Severity
from tcplan.findings.plan_terms import names_along
from tcplan.findings.span import Path
from tcplan.model.parts import Acceptance
from tcplan.rules import find_rule, near_rule
from tcplan.workspace import File, PlanFile


@dataclass
class Acceptances:
    """The acceptances of one file; `ids` gives the ids of the entry at a path and of those above it."""

    listed: tuple[Acceptance, ...]
    ids: Callable[[Path], AbstractSet[str]]
    _used: set[tuple[Code, str]] = field(default_factory=set)
    """The rules, each with an id that has a finding to accept; the id is empty for all the file."""

    def reason(self, problem: Problem) -> str | None:
        """Why a problem is accepted, or None if it is not. An error never is.

        A problem about many entries is accepted if it is accepted for each of them.
        """
        if problem.code.severity is Severity.ERROR or not self.listed:
            return None
        reasons = [self._reason(problem.code, path) for path in problem.about or (problem.path,)]
        return next((why for why in reasons if why is not None), None) if None not in reasons else None

    @cached_property
    def _first(self) -> dict[tuple[Code, str], tuple[int, str]]:
        """The place and the reason of the first acceptance of each rule for each id; the id is empty for all the file.

        There may be as many findings as acceptances, so no finding may look at all of them.
        """
        found: dict[tuple[Code, str], tuple[int, str]] = {}
        for index, one in enumerate(self.listed):
            if rule := find_rule(one.rule):
                for id_ in one.at or ("",):
                    found.setdefault((rule.code, id_), (index, one.why))
        return found

    def _reason(self, code: Code, path: Path) -> str | None:
        found = {key for id_ in ("", *self.ids(path)) if (key := (code, id_)) in self._first}
        self._used |= found
        return min(self._first[key] for key in found)[1] if found else None

    def problems(self, ran: AbstractSet[Code]) -> Iterator[Problem]:
        """What is wrong with the acceptances themselves, after every problem of the rules that `ran` was looked up."""
        for index, one in enumerate(self.listed):
            path = ("accepted", index)
            rule = find_rule(one.rule)
            if rule is None:
                yield Problem(UNKNOWN_RULE, (*path, "rule"), f"there is no rule `{one.rule}`", near_rule(one.rule))
            elif rule.code.severity is Severity.ERROR:
                message = f"{rule.code.name} is an error, and an error cannot be accepted"
                yield Problem(ACCEPTED_ERROR, (*path, "rule"), message, "fix the error, and delete this entry")
            elif rule.code in ran:
                yield from self._unused(index, one, rule.code)

    def _unused(self, index: int, one: Acceptance, code: Code) -> Iterator[Problem]:
        """An entry that accepts nothing, or those of its ids that do not."""
        path, name = ("accepted", index), code.name
        idle = [number for number, id_ in enumerate(one.at) if (code, id_) not in self._used]
        if len(idle) == len(one.at) and (one.at or (code, "") not in self._used):
            at = f" at {', '.join(one.at)}" if one.at else ""
            message = f"{name} finds nothing{at} to accept"
            yield Problem(UNUSED_ACCEPTANCE, (*path, "rule"), message, "delete this entry, or correct its ids")
            return
        for number in idle:
            message = f"{name} finds nothing at {one.at[number]} to accept"
            yield Problem(UNUSED_ACCEPTANCE, (*path, "at", number), message, "remove this id, or correct it")


def acceptances_of(file: File, plan: PlanFile | None) -> Acceptances:
    """The acceptances of a file, of a plan or of another kind."""
    listed: tuple[Acceptance, ...] = getattr(file.shaped.model, "accepted", ())
    lines = {node.path: {one.id for one in node.line()} for node in plan.tree.nodes} if plan and listed else {}

    def ids(path: Path) -> AbstractSet[str]:
        return lines.get(path[:2], set()) | set(names_along(file.shaped.path_map.origin(path), file.document.data))

    return Acceptances(listed, ids)
