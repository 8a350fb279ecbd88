"""Which plan comes after which."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from support import write

from tcplan.workspace import PlanFile, Workspace, open_workspace
from tcplan.workspace.copy_names import original_name
from tcplan.workspace.current import find_current
from tcplan.workspace.succession import strong_components, succession_of

PLAN = "kind: plan\nformat: 1\ntitle: Plan {}\n"


def load(folder: Path, **follows: str) -> tuple[Workspace, dict[str, PlanFile]]:
    """A workspace with plans that follow each other, by their names."""
    texts = {name: PLAN.format(name) + (f"follows: {refs}\n" if refs else "") for name, refs in follows.items()}
    workspace, _ = open_workspace(write(folder, **texts))
    return workspace, {plan.name: plan for plan in workspace.plans}


def test_a_plan_comes_after_those_that_it_follows_through_others(tmp_path: Path) -> None:
    """Also where two plans were merged, and with the name of the institution before that of the plan."""
    workspace, plans = load(tmp_path, a="", b="u/a", c="", d="[b, c, nowhere]", e="d")
    order = succession_of(workspace)
    after = {(x, y) for x in plans for y in plans if order.comes_after(plans[x], plans[y])}
    assert after == {*zip("bdeddeee", "aaabcbcd", strict=True)}
    assert [plan.name for plan in order.all_before([plans["d"]])] == ["a", "b", "c"]
    assert [plan.name for plan in order.directly_after(plans["a"])] == ["b"]
    assert not order.circle_of(plans["d"])


def test_plans_of_a_circle_have_no_order_and_those_after_it_do(tmp_path: Path) -> None:
    """A plan that follows itself comes after no other."""
    workspace, plans = load(tmp_path, a="c", b="a", c="b", d="a", e="e")
    order = succession_of(workspace)
    assert [plan.name for plan in order.circle_of(plans["b"])] == ["a", "b", "c"]
    assert not order.circle_of(plans["d"])
    assert not order.circle_of(plans["e"])
    assert [plan.name for plan in order.all_before([plans["d"]])] == ["a", "b", "c"]
    assert not order.all_before([plans["a"], plans["e"]])
    assert order.are_related(plans["a"], plans["c"])
    (folder,) = workspace.folders.values()
    assert [plan.name for plan in find_current(workspace, folder, date(2026, 1, 1)).plans] == ["d", "e"]


def test_components_come_after_those_that_they_lead_to() -> None:
    """A chain may be longer than the stack of Python."""
    length = 20_000
    chain = [[number + 1] for number in range(length)] + [[]]
    found = list(strong_components(chain))
    assert found == [[number] for number in range(length, -1, -1)]
    circle = [*chain[:-1], [0]]
    assert list(strong_components(circle)) == [list(range(length + 1))]


@pytest.mark.parametrize(
    "name", ["phase-1", "phase 1", "phase_1", "action-plan-2025-2027", "renewal", "final", "copy", "v2"]
)
def test_a_name_of_its_own_stays(name: str) -> None:
    """Numbers and years tell plans apart."""
    assert original_name(name) == name.replace("_", " ")


@pytest.mark.parametrize(
    "name",
    [
        "phase-1_old",
        "~$phase-1",
        "phase-1 - Copy (2)",
        "phase-1-final-v2",
        "Copy of phase-1",
        "phase-1.orig",
        "phase-1~",
        "PHASE-1 (3)",
        "phase-1.sync-conflict-20260101-120000-ABC",
        "phase-1 (conflicted copy 2026-01-01)",
        "old phase-1",
        "backup/phase-1",
        "phase-1 2",
        "phase-1_2026-01-01",
        "phase-1-20260101-1230",
        "phase-1 [conflict]",
        "Kopie von phase-1",
        "phase-1_backup_2",
    ],
)
def test_a_name_of_a_copy_is_that_of_its_original(name: str) -> None:
    """As programs and people call copies."""
    assert original_name(name) == "phase-1"


def test_the_current_plan_of_many_is_found_with_few_steps(tmp_path: Path) -> None:
    """Each plan of a long chain follows the one before it; the last to begin is the current one."""
    names = [f"p{number}" for number in range(300)]
    follows = dict.fromkeys(names, "") | {later: earlier for earlier, later in pairwise(names)}
    workspace, _ = load(tmp_path, **follows)
    (folder,) = workspace.folders.values()
    found = find_current(workspace, folder, date(2026, 1, 1))
    assert found.only
    assert found.only.name == "p299"
