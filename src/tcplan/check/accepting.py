"""Findings that the keepers of a file accept: `accepted:`, with the rule, the ids and a reason."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from tcplan.finding import Code, Path, Problem, Severity
from tcplan.model.parts import Accepted as Acceptance
from tcplan.near import did_you_mean
from tcplan.place import names_along
from tcplan.rules import CODES
from tcplan.rules.references.acceptance import ACCEPTED_ERROR, UNKNOWN_RULE, UNUSED_ACCEPTANCE
from tcplan.workspace import File, PlanFile


@dataclass
class Acceptances:
    """The acceptances of one file; `ids` names what a path stands in: the entry's id, and the ids above it."""

    listed: tuple[Acceptance, ...]
    ids: Callable[[Path], AbstractSet[str]]
    _used: set[int] = field(default_factory=set)

    def reason(self, problem: Problem) -> str | None:
        """Why a problem is accepted, or None where it is not. An error never is."""
        if problem.code.severity is Severity.ERROR:
            return None
        for index, one in enumerate(self.listed):
            if one.rule == problem.code.name and (not one.at or self.ids(problem.path) & set(one.at)):
                self._used.add(index)
                return one.why
        return None

    def problems(self, ran: AbstractSet[Code]) -> Iterator[Problem]:
        """What is wrong with the acceptances themselves, once every rule that `ran` has been asked."""
        known = {code.name: code for code in CODES}
        for index, one in enumerate(self.listed):
            path = ("accepted", index)
            code = known.get(one.rule)
            if code is None:
                help_text = did_you_mean(one.rule, known, "`tcplan rules` lists the rules by name")
                yield Problem(UNKNOWN_RULE, (*path, "rule"), f"there is no rule `{one.rule}`", help_text)
            elif code.severity is Severity.ERROR:
                message = f"{code.name} is an error, and an error cannot be accepted"
                yield Problem(ACCEPTED_ERROR, (*path, "rule"), message, "mend what it is about, and delete this entry")
            elif code in ran and index not in self._used:
                at = f" at {', '.join(one.at)}" if one.at else ""
                message = f"{code.name} finds nothing{at} that this would accept"
                yield Problem(UNUSED_ACCEPTANCE, (*path, "rule"), message, "delete this entry, or mend its ids")


def acceptances_of(file: File, plan: PlanFile | None) -> Acceptances:
    """The acceptances of a file, which is that of a plan or of another kind."""
    listed: tuple[Acceptance, ...] = getattr(file.shaped.model, "accepted", ())
    lines = {node.path: {one.id for one in node.line()} for node in plan.tree.nodes} if plan and listed else {}

    def ids(path: Path) -> AbstractSet[str]:
        return lines.get(path[:2], set()) | set(names_along(file.shaped.moves.origin(path), file.document.data))

    return Acceptances(listed, ids)
