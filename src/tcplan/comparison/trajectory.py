"""What became of each action of a plan in the plan that follows it, and how much of the later plan is new.

The classes and rates are those of the sector study of 104 plans (2025), as its published code reckons them:
*identical* and *extended* continue an action, *narrowed* and *related* are related to it, and an action without a
successor stays in the denominators. The study finds successors by the likeness of texts; here they are what
`continues` says. It defines ratios of splitting and merging without computing them: those two are ours.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Final

from tcplan.comparison.closing_colours import plan_ending
from tcplan.comparison.continuation_links import ContinuationFinder, ContinuationLink
from tcplan.progress.history import nodes_in_plan
from tcplan.progress.plan_ending import PlanEnding
from tcplan.values.rag import Colour
from tcplan.values.words import Continuation
from tcplan.workspace import Level, Node, PlanFile, Workspace


class Trajectory(StrEnum):
    """What became of an action, or where it came from.

    Unknown: only an entry above it is continued, or continues something, so whether it goes on itself is not stated.
    """

    CONTINUED = "continued"
    RELATED = "related"
    STOPPED = "stopped"
    NEW = "new"
    UNKNOWN = "unknown"


_RELATED: Final = frozenset({Continuation.NARROWED, Continuation.RELATED})

_GREEN: Final = frozenset({Colour.GREEN, Colour.BLUE})
"""The closing colours of what succeeded; blue stands for a form whose own word for complete is blue."""


@dataclass(frozen=True)
class EarlierAction:
    """An action of the earlier plan: its closing colour, what became of it, and by which entries of the later plan."""

    plan: PlanFile
    node: Node
    colour: Colour | None
    trajectory: Trajectory
    links: tuple[ContinuationLink, ...]


@dataclass(frozen=True)
class LaterAction:
    """An action of the later plan, with the earlier entries that it continues."""

    node: Node
    trajectory: Trajectory
    links: tuple[ContinuationLink, ...]


@dataclass(frozen=True)
class Transition:
    """The step from one or several earlier plans to the plan that follows them."""

    earlier_plans: tuple[PlanFile, ...]
    later_plan: PlanFile
    endings: tuple[PlanEnding, ...]
    earlier: tuple[EarlierAction, ...]
    later: tuple[LaterAction, ...]


def follow_actions(workspace: Workspace, earlier: Sequence[PlanFile], later: PlanFile, as_of: date) -> Transition:
    """What became of the actions of some plans in the plan that follows them, as far as it is known on a day."""
    finder = ContinuationFinder(workspace, earlier, later)
    links = _nearest(list(finder.links(as_of)))
    by_earlier, by_later = _grouped(links, by_later=False), _grouped(links, by_later=True)
    for node_id in finder.loosely_continued:
        by_earlier.setdefault(node_id, [])
        by_later.setdefault(node_id, [])
    endings = tuple(plan_ending(workspace, workspace.folders[plan.folder], plan, as_of) for plan in earlier)
    before = [
        _earlier_action(plan, node, ending, by_earlier)
        for plan, ending in zip(earlier, endings, strict=True)
        for node in ending.actions
    ]
    after = [_later_action(node, by_later) for node in nodes_in_plan(later, as_of) if node.level is Level.ACTION]
    return Transition(tuple(earlier), later, endings, tuple(before), tuple(after))


def _nearest(links: list[ContinuationLink]) -> list[ContinuationLink]:
    """Without the links of entries above another that continues the same: what is below says it more exactly."""
    framing = {(id(link.earlier), id(above)) for link in links for above in islice(link.later.line(), 1, None)}
    return [link for link in links if (id(link.earlier), id(link.later)) not in framing]


def _grouped(links: Iterable[ContinuationLink], *, by_later: bool) -> dict[int, list[ContinuationLink]]:
    found: dict[int, list[ContinuationLink]] = {}
    for link in links:
        found.setdefault(id(link.later if by_later else link.earlier), []).append(link)
    return found


def _earlier_action(
    plan: PlanFile, node: Node, ending: PlanEnding, links: Mapping[int, list[ContinuationLink]]
) -> EarlierAction:
    own = tuple(links.get(id(node), ()))
    return EarlierAction(plan, node, ending.colour_of(node), _trajectory(node, own, links, Trajectory.STOPPED), own)


def _later_action(node: Node, links: Mapping[int, list[ContinuationLink]]) -> LaterAction:
    own = tuple(links.get(id(node), ()))
    return LaterAction(node, _trajectory(node, own, links, Trajectory.NEW), own)


def _trajectory(
    node: Node, own: tuple[ContinuationLink, ...], links: Mapping[int, list[ContinuationLink]], without: Trajectory
) -> Trajectory:
    """By the nearest of its links: one that continues it outweighs those that are only related."""
    if any(link.how not in _RELATED for link in own):
        return Trajectory.CONTINUED
    if own:
        return Trajectory.RELATED
    return Trajectory.UNKNOWN if any(id(one) in links for one in node.line()) else without


@dataclass(frozen=True, slots=True)
class Rate:
    """A share as its two whole numbers: `part` of `whole`. Growth may have a negative part."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class TransitionRates:
    """The rates of a transition.

    Attributes:
        success: Actions with a closing colour that are green.
        success_continued: Green actions that are continued.
        adaptability: Amber and red actions whose successor is related.
        resilience: Amber and red actions that are continued.
        continuation: Earlier actions that are continued.
        new_actions: Later actions that are new.
        growth: How many more actions the later plan has, of the earlier ones.
        splitting: Earlier actions with a successor that have more than one (ours).
        merging: Later entries that continue actions, and continue more than one (ours).
    """

    success: Rate
    success_continued: Rate
    adaptability: Rate
    resilience: Rate
    continuation: Rate
    new_actions: Rate
    growth: Rate
    splitting: Rate
    merging: Rate


def transition_rates(transition: Transition) -> TransitionRates:
    """The rates of a transition, each as its two numbers."""
    earlier, later = transition.earlier, transition.later
    reviewed = [one for one in earlier if one.colour]
    green = [one for one in reviewed if one.colour in _GREEN]
    unfinished = [one for one in reviewed if one.colour not in _GREEN]
    followed = [one for one in earlier if one.links]
    into = Counter(id(link.later) for one in earlier for link in one.links)
    return TransitionRates(
        success=Rate(len(green), len(reviewed)),
        success_continued=_share(green, Trajectory.CONTINUED),
        adaptability=_share(unfinished, Trajectory.RELATED),
        resilience=_share(unfinished, Trajectory.CONTINUED),
        continuation=_share(earlier, Trajectory.CONTINUED),
        new_actions=Rate(sum(one.trajectory is Trajectory.NEW for one in later), len(later)),
        growth=Rate(len(later) - len(earlier), len(earlier)),
        splitting=Rate(sum(len(one.links) > 1 for one in followed), len(followed)),
        merging=Rate(sum(count > 1 for count in into.values()), len(into)),
    )


def _share(actions: Sequence[EarlierAction], trajectory: Trajectory) -> Rate:
    return Rate(sum(one.trajectory is trajectory for one in actions), len(actions))
