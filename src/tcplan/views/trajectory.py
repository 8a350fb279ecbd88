"""What became of the actions of one plan in the next, as rows: for the terminal and for scripts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.comparison.continuation_links import ContinuationLink
from tcplan.comparison.trajectory import (
    EarlierAction,
    LaterAction,
    Rate,
    Trajectory,
    Transition,
    follow_actions,
    transition_rates,
)
from tcplan.comparison.transitions import PlanStep, steps_between, steps_of
from tcplan.errors import NothingReadError, UsageError
from tcplan.progress.closing_rag import RagBasis
from tcplan.progress.plan_ending import PlanEnding
from tcplan.values.json_text import DIALECT, json_text
from tcplan.values.rag import Colour
from tcplan.values.words import Continuation
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace
from tcplan.workspace.below import nothing_here
from tcplan.workspace.paths import is_named
from tcplan.workspace.selection import select_institutions

FORMAT: Final = 1

RATE_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "success": ("success", "of the actions with a colour are green"),
    "success_continued": ("success continued", "of the green actions are continued"),
    "adaptability": ("adaptability", "of the amber and red have a related successor"),
    "resilience": ("resilience", "of the amber and red are continued"),
    "continuation": ("continuation rate", "of the earlier actions are continued"),
    "new_actions": ("new-action rate", "of the later actions are new"),
    "growth": ("growth", "more actions than the earlier plan had"),
    "splitting": ("splitting ratio", "of the actions with a successor have several"),
    "merging": ("merging ratio", "of the successors continue several actions"),
}
"""What each rate is called, and what it counts, in the order in which they are printed."""


@dataclass(frozen=True, slots=True)
class RateRow:
    """A rate: `part` of `whole`, and the share in per cent to one decimal, which is null of nothing."""

    name: str
    words: str
    part: int
    whole: int
    percent: float | None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """The entry at the other end of a continuation, and how it is continued, if the plan says."""

    ref: str
    title: str
    how: Continuation | None


@dataclass(frozen=True, slots=True)
class EarlierActionRow:
    """An action of an earlier plan, its closing colour, and what continues it."""

    ref: str
    id: str
    title: str
    rag: Colour | None
    trajectory: Trajectory
    continued_by: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class LaterActionRow:
    """An action of the later plan, and what it continues."""

    id: str
    title: str
    trajectory: Trajectory
    continues: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class SteppedPlanRow:
    """A plan of a step: its name, title and number of actions; `day` is the day that an earlier plan is taken as of.

    `proposed` is the number of actions of an earlier plan whose closing colour no review states.
    """

    plan: str
    title: str
    actions: int
    day: date
    proposed: int = 0


@dataclass(frozen=True, slots=True)
class TransitionRow:
    """The step from some plans to the one that follows them."""

    institution: str
    earlier: tuple[SteppedPlanRow, ...]
    later: SteppedPlanRow
    counts: dict[Trajectory, int]
    unstated: int
    rates: tuple[RateRow, ...]
    earlier_actions: tuple[EarlierActionRow, ...]
    later_actions: tuple[LaterActionRow, ...]


@dataclass(frozen=True, slots=True)
class TrajectoryPage:
    """The output of `tcplan trajectory --format json`."""

    format: Literal[1]
    tcplan: str
    as_of: date
    transitions: tuple[TransitionRow, ...]


def trajectory_page(workspace: Workspace, root: Path, paths: Sequence[Path], as_of: date) -> TrajectoryPage:
    """The steps between the plans that some paths name, or between all plans of the institutions at one path.

    A path to one plan alone means the step that leads to it.

    Raises NothingReadError where there is no plan, or none there comes after another.
    """
    rows = [
        _transition_row(follow_actions(workspace, step.earlier, step.later, as_of), folder, as_of)
        for folder, step in _steps(workspace, root, paths)
    ]
    if not rows and not select_institutions(workspace, root, paths[0]):
        hint = "`tcplan init` starts a plan; a plan is a YAML file that says `kind: plan`"
        raise nothing_here(paths[0], f"{paths[0]}: there is no plan here", hint)
    if not rows:
        raise NothingReadError(
            "no plan here comes after another, so nothing can be followed",
            "write `follows:` with the name of the earlier plan in the later one, or name two plans",
        )
    return TrajectoryPage(FORMAT, __version__, as_of, tuple(rows))


def trajectory_json(page: TrajectoryPage) -> str:
    """The page for scripts; `trajectory_schema` describes it."""
    return json_text(TypeAdapter(TrajectoryPage).dump_python(page, mode="json"), ascii_only=True)


def trajectory_schema() -> dict[str, Any]:
    """The JSON Schema of `trajectory_json`."""
    schema = TypeAdapter(TrajectoryPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan trajectory"}


def _steps(workspace: Workspace, root: Path, paths: Sequence[Path]) -> Iterator[tuple[InstitutionFolder, PlanStep]]:
    named = [_named_plan(workspace, root, path) for path in paths]
    plans = [plan for plan in named if plan]
    if len(paths) > 1:
        missing = next((path for path, plan in zip(paths, named, strict=True) if plan is None), None)
        if missing:
            raise NothingReadError(f"{missing} is not a plan that can be read", "name plan files, the earlier first")
        unique = {plan.file.name: plan for plan in plans}
        if len(unique) == 1:
            raise UsageError(f"{plans[0].name} is named twice", "name two plans, or one alone")
        yield from ((workspace.folders[step.later.folder], step) for step in steps_between([*unique.values()]))
        return
    if plans and not any(step.later in plans for step in steps_of(workspace, workspace.folders[plans[0].folder])):
        raise _nothing_before(workspace, plans[0])
    if not plans and paths[0].is_file():
        raise NothingReadError(f"{paths[0]} is not a plan", "name a plan, such as phase-2, or a folder")
    for folder in select_institutions(workspace, root, paths[0]):
        yield from ((folder, step) for step in steps_of(workspace, folder) if not plans or step.later in plans)


def _nothing_before(workspace: Workspace, plan: PlanFile) -> NothingReadError:
    """That a plan comes after none, and which one comes after it."""
    steps = steps_of(workspace, workspace.folders[plan.folder])
    later = next((step.later.name for step in steps if plan in step.earlier), None)
    hint = f"`tcplan trajectory {later}` shows what became of its actions" if later else ""
    how = "write `follows:` with the name of the earlier plan in it, or name two plans"
    return NothingReadError(f"{plan.name} comes after no plan that is here", hint or how)


def _named_plan(workspace: Workspace, root: Path, path: Path) -> PlanFile | None:
    return next((plan for plan in workspace.plans if is_named(root, path, plan.file.name)), None)


def _transition_row(transition: Transition, folder: InstitutionFolder, as_of: date) -> TransitionRow:
    counts = Counter(one.trajectory for one in transition.earlier)
    counts[Trajectory.NEW] = sum(one.trajectory is Trajectory.NEW for one in transition.later)
    refs = _refs(transition)
    return TransitionRow(
        institution=folder.title,
        earlier=tuple(
            SteppedPlanRow(plan.name, plan.plan.title, len(ending.actions), ending.day, _proposed(ending))
            for plan, ending in zip(transition.earlier_plans, transition.endings, strict=True)
        ),
        later=_later_plan_row(transition, as_of),
        counts={one: counts[one] for one in Trajectory},
        unstated=sum(link.how is None for one in transition.earlier for link in one.links),
        rates=tuple(_rate_rows(transition)),
        earlier_actions=tuple(_earlier_row(one) for one in transition.earlier),
        later_actions=tuple(_later_row(one, refs) for one in transition.later),
    )


def _proposed(ending: PlanEnding) -> int:
    bases = (rag.basis for node in ending.actions if (rag := ending.rag_of(node)))
    return sum(basis is RagBasis.PROPOSED for basis in bases)


def _later_plan_row(transition: Transition, as_of: date) -> SteppedPlanRow:
    plan = transition.later_plan
    return SteppedPlanRow(plan.name, plan.plan.title, len(transition.later), as_of)


def _refs(transition: Transition) -> dict[int, str]:
    """What a reference calls each entry of the earlier plans."""
    return {id(node): f"{plan.name}/{node.id}" for plan in transition.earlier_plans for node in plan.tree.nodes}


def _rate_rows(transition: Transition) -> Iterator[RateRow]:
    rates = transition_rates(transition)
    for field, (name, words) in RATE_WORDS.items():
        rate: Rate = getattr(rates, field)
        percent = round(100 * rate.part / rate.whole, 1) if rate.whole else None
        yield RateRow(name, words, rate.part, rate.whole, percent)


def _earlier_row(one: EarlierAction) -> EarlierActionRow:
    links = tuple(LinkRow(link.later.id, link.later.entry.title, link.how) for link in one.links)
    ref = f"{one.plan.name}/{one.node.id}"
    return EarlierActionRow(ref, one.node.id, one.node.entry.title, one.colour, one.trajectory, links)


def _later_row(one: LaterAction, refs: Mapping[int, str]) -> LaterActionRow:
    links = tuple(_earlier_link(link, refs) for link in one.links)
    return LaterActionRow(one.node.id, one.node.entry.title, one.trajectory, links)


def _earlier_link(link: ContinuationLink, refs: Mapping[int, str]) -> LinkRow:
    return LinkRow(refs[id(link.earlier)], link.earlier.entry.title, link.how)
