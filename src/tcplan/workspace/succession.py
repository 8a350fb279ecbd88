"""Which plans come after which, directly or through others: `follows`, as far as those plans are in the workspace."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tcplan.workspace.institution_folder import PlanFile
from tcplan.workspace.references import find_plan
from tcplan.workspace.workspace import Workspace


class Succession:
    """The order that `follows` gives the plans of a workspace; plans of one circle have none among themselves."""

    def __init__(self, workspace: Workspace) -> None:
        self._plans = workspace.plans
        self._numbers = {plan.file.name: number for number, plan in enumerate(self._plans)}
        self._directly_before = [self._followed_by(workspace, plan) for plan in self._plans]
        self._after: dict[str, list[PlanFile]] = {}
        for later, earlier in zip(self._plans, self._directly_before, strict=True):
            for number in dict.fromkeys(earlier):
                self._after.setdefault(self._plans[number].file.name, []).append(later)
        self._circles: dict[int, list[PlanFile]] = {}
        self._before = self._collect()

    def directly_after(self, plan: PlanFile) -> list[PlanFile]:
        """The plans that name this one as a plan that they follow, in the order of their files."""
        return self._after.get(plan.file.name, [])

    def all_before(self, plans: Iterable[PlanFile]) -> list[PlanFile]:
        """The plans that some plans follow, directly or through others, in the order of their files."""
        bits = 0
        for plan in plans:
            bits |= self._before[self._numbers[plan.file.name]]
        return [one for number, one in enumerate(self._plans) if bits >> number & 1] if bits else []

    def comes_after(self, later: PlanFile, earlier: PlanFile) -> bool:
        """Whether one plan follows the other, directly or through others."""
        number = self._numbers[earlier.file.name]
        return bool(self._before[self._numbers[later.file.name]] >> number & 1)

    def are_related(self, one: PlanFile, other: PlanFile) -> bool:
        """Whether one of two plans follows the other, or each does."""
        circle = self.circle_of(one)
        is_both = bool(circle) and circle is self.circle_of(other)
        return is_both or self.comes_after(one, other) or self.comes_after(other, one)

    def circle_of(self, plan: PlanFile) -> list[PlanFile]:
        """The plans that follow each other in a circle with this one, which is one of them; often none."""
        return self._circles.get(self._numbers[plan.file.name], [])

    def _followed_by(self, workspace: Workspace, plan: PlanFile) -> list[int]:
        folder = workspace.folders[plan.folder]
        found = (find_plan(workspace, folder, ref).plan for ref in plan.plan.follows)
        return [self._numbers[one.file.name] for one in found if one and one is not plan]

    def _collect(self) -> list[int]:
        """For each plan the numbers of all plans before it, as the bits of one integer: a long chain stays small."""
        reached = [0] * len(self._plans)
        before = [0] * len(self._plans)
        for group in strong_components(self._directly_before):
            own = bits = 0
            for number in group:
                own |= 1 << number
                for earlier in self._directly_before[number]:
                    bits |= reached[earlier] | 1 << earlier
            if len(group) > 1:
                circle = [self._plans[number] for number in group]
                self._circles.update((number, circle) for number in group)
            for number in group:
                reached[number], before[number] = bits, bits & ~own
        return before


def succession_of(workspace: Workspace) -> Succession:
    """The succession of the plans of a workspace, computed once."""
    return workspace.compute_once("succession", lambda: Succession(workspace))


def is_over(workspace: Workspace, plan: PlanFile, day: date) -> bool:
    """Whether a plan has ended by a day, was closed, or is followed by one that runs: nobody will add what is missing.

    Only a plan of the same institution takes its place.
    """
    end, closed = plan.period.end, plan.plan.closed
    if (end is not None and end < day) or (closed is not None and closed.date.last <= day):
        return True
    later = succession_of(workspace).directly_after(plan)
    starts = [one.period.start for one in later if one.folder == plan.folder and one is not plan]
    return any(start is not None and start <= day for start in starts)


def strong_components(edges: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The strongly connected components of a graph, each after those that its edges lead to (Tarjan's algorithm).

    It keeps a stack of its own, since a chain of plans may be longer than Python's.
    """
    index: dict[int, int] = {}
    lowest: dict[int, int] = {}
    place: dict[int, int] = {}  # where a node is on the stack
    stack: list[int] = []
    for root in range(len(edges)):
        work = [(root, iter(edges[root]))] if root not in index else []
        while work:
            node, targets = work[-1]
            if node not in index:
                index[node] = lowest[node] = len(index)
                place[node] = len(stack)
                stack.append(node)
            target = next(targets, None)
            if target is None:
                work.pop()
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[node])
                if lowest[node] == index[node]:
                    group = stack[place[node] :]
                    del stack[place[node] :]
                    for one in group:
                        del place[one]
                    yield sorted(group)
            elif target not in index:
                work.append((target, iter(edges[target])))
            elif target in place:
                lowest[node] = min(lowest[node], index[target])
