"""Which entries of a plan continue which of an earlier one, directly or by way of the plans between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from tcplan.progress.history import nodes_in_plan
from tcplan.values.words import Continuation
from tcplan.workspace import InstitutionFolder, Node, PlanFile, Workspace, resolve

_WEAKEST_LAST: Final = (
    Continuation.IDENTICAL,
    Continuation.EXTENDED,
    None,
    Continuation.NARROWED,
    Continuation.RELATED,
)
"""How much a continuation keeps, the most first; where a plan does not say how, it counts as continued."""


@dataclass(frozen=True, slots=True)
class ContinuationLink:
    """A later entry that continues an earlier one. Where the plan does not say how, it counts as continued."""

    earlier: Node
    later: Node
    how: Continuation | None


@dataclass(frozen=True, slots=True)
class _Chain:
    """Where the continuations of a later entry lead to, through which the weakest how counts.

    It is loose if it goes through an entry above or below another in a plan between: then only that is continued.
    """

    node: Node
    plan: PlanFile
    how: Continuation | None = Continuation.IDENTICAL
    is_loose: bool = False
    is_direct: bool = True


class ContinuationFinder:
    """Follows what the entries of a later plan continue, back to the earlier plans."""

    def __init__(self, workspace: Workspace, earlier: Sequence[PlanFile], later: PlanFile) -> None:
        self._workspace, self._earlier, self._later = workspace, earlier, later
        self.loosely_continued: set[int] = set()
        """Earlier and later entries, by `id(node)`, between which there are only loose chains."""

    def links(self, as_of: date) -> Iterator[ContinuationLink]:
        """Each pair of entries once, in the order of the later plan; what an entry says directly counts first."""
        for node in nodes_in_plan(self._later, as_of):
            found: dict[int, _Chain] = {}
            for chain in self._chains(node):
                if chain.is_loose:
                    self.loosely_continued |= {id(node), id(chain.node)}
                elif _is_better(chain, found.get(id(chain.node))):
                    found[id(chain.node)] = chain
            yield from (ContinuationLink(chain.node, node, chain.how) for chain in found.values())

    def _chains(self, node: Node) -> Iterator[_Chain]:
        """The chains that end in an earlier plan."""
        waiting, seen = [*self._next(_Chain(node, self._later), node)], dict[tuple[int, bool], int]()
        for chain in waiting:
            if chain.plan in self._earlier:
                yield chain
                continue
            rank, key = _rank(chain), (id(chain.node), chain.is_loose)
            if chain.plan is self._later or seen.get(key, rank + 1) <= rank:
                continue
            seen[key] = rank
            for via in (chain.node, *_around(chain.node)):
                waiting += self._next(chain, via)  # the list grows while it is gone through

    def _next(self, chain: _Chain, via: Node) -> Iterator[_Chain]:
        """One step back from an entry of a chain, or from one above or below it."""
        folder: InstitutionFolder = self._workspace.folders[chain.plan.folder]
        is_first = chain.plan is self._later
        for continued in via.entry.continues:
            target = resolve(self._workspace, folder, chain.plan, continued.ref)
            if target.node and target.plan:
                how = max(chain.how, continued.how, key=_WEAKEST_LAST.index)
                is_loose = chain.is_loose or via is not chain.node
                yield _Chain(target.node, target.plan, how, is_loose, is_first)


def _is_better(chain: _Chain, found: _Chain | None) -> bool:
    """Whether a chain counts more than one that was found first; what is said directly is not outweighed."""
    return found is None or not (found.is_direct or _rank(found) <= _rank(chain))


def _rank(chain: _Chain) -> int:
    return _WEAKEST_LAST.index(chain.how)


def _around(node: Node) -> Iterator[Node]:
    """The entries above and below another."""
    yield from islice(node.line(), 1, None)
    yield from _below(node)


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)
