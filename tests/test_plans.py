"""The plans of real institutions state what was published, and nothing else."""

import json
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from support import REPOSITORY, tcplan

from tcplan.workspace import Level, PlanFile, open_workspace

PLANS = REPOSITORY / "plans"
DURHAM, HARPER_ADAMS = PLANS / "durham/phase-2.yaml", PLANS / "harper-adams/action-plan-2025.yaml"


def loaded(path: Path) -> PlanFile:
    """The plan in a file."""
    workspace, root = open_workspace(path)
    return next(plan for plan in workspace.plans if root / plan.file.name == path)


def status(path: Path) -> dict[str, Any]:
    """The one plan of `tcplan status --format json`."""
    result = tcplan("status", path, "--format", "json", "--as-of", "2026-06-30")
    assert result.returncode == 0, result.stderr
    (plan,) = json.loads(result.stdout)["plans"]
    return dict(plan)


def counts(plan: dict[str, Any]) -> list[Any]:
    """What the published table of Durham's plan can be counted by."""
    return [plan[key] for key in ("counts", "priorities", "objective_priorities", "timelines")]


DURHAM_COUNTS = [
    {"pillars": 6, "objectives": 15, "actions": 60},
    {"high": 21, "medium": 22, "low": 15, "none": 2},
    {"high": 6, "medium": 8, "low": 1, "none": 0},
    {"12 months": 22, "24 months": 17, "36 months": 14, "ongoing": 5, "none": 2},
]


def test_durham_has_what_its_published_table_has() -> None:
    """6 pillars, 15 objectives and 60 actions, with their priorities and timelines."""
    assert counts(status(PLANS / "durham")) == DURHAM_COUNTS


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_the_actions_changes_no_count(tmp_path: Path, seed: int) -> None:
    """A copy with its actions shuffled gives the same counts."""
    shutil.copytree(PLANS / "durham", tmp_path / "plans/durham")
    file = tmp_path / "plans/durham/phase-2.yaml"
    head, _, table = file.read_text("utf-8").partition("\nactions:\n")
    actions = re.split(r"(?m)^(?=  - id:)", table)
    before, rest = actions[0], [one.rstrip("\n") + "\n" for one in actions[1:]]
    random.Random(seed).shuffle(rest)
    assert len(rest) == 60
    file.write_text(f"{head}\nactions:\n{before}{''.join(rest)}", "utf-8")
    assert counts(status(tmp_path)) == DURHAM_COUNTS


def test_durham_3_1_3_does_not_exist_and_two_rows_are_cut_short() -> None:
    """As published: no priority, success or timeline is given for 3.2.1 and 4.2.1."""
    tree = loaded(DURHAM).tree
    assert tree.find("3.1.3") is None
    cut = [node.id for node in tree.of(Level.ACTION) if node.action and not node.action.due]
    assert cut == ["3.2.1", "4.2.1"]
    assert all(not node.entry.owners and not node.entry.success for node in tree.of(Level.ACTION) if node.id in cut)


def test_harper_adams_has_five_pillars_and_thirty_actions_with_outcomes() -> None:
    """Its numbers are ours, and say so."""
    plan = status(PLANS / "harper-adams")
    assert (plan["counts"]["pillars"], plan["counts"]["actions"]) == (5, 30)
    model = loaded(HARPER_ADAMS)
    assert model.plan.ids == "assigned"
    assert all(node.entry.success for node in model.tree.of(Level.ACTION))


@pytest.mark.parametrize("file", [DURHAM, HARPER_ADAMS])
def test_no_lead_no_report_and_no_quotation_is_made_up(file: Path) -> None:
    """The published plans name no lead and no RAG, and quotations would be copied sentences."""
    plan = loaded(file)
    for node in plan.tree.nodes:
        assert (node.entry.lead, node.entry.updates, node.entry.quotes, node.entry.closed) == (None, (), (), None)
    assert (plan.plan.updates, plan.plan.quotes, plan.plan.sign_off) == ((), (), ())
    shown = status(file)
    assert shown["headline"]["colour"] == "grey"
    assert shown["reported"] == 0


def test_every_owner_is_in_the_glossary_of_its_institution() -> None:
    """With the other spellings met in the document."""
    workspace, _ = open_workspace(PLANS)
    for folder in workspace.folders.values():
        assert folder.institution is not None
        known = {spelling for owner in folder.institution.owners for spelling in (owner.name, *owner.also)}
        for plan in folder.plans.values():
            assert {name for node in plan.tree.nodes for name in node.entry.owners} <= known


ODDITIES = [
    ("gap-in-numbering", "action 3.1.4 > id", "3.1.3"),
    ("no-due-date", "action 3.2.1", "3.2.1"),
    ("no-success-criterion", "action 4.2.1", "4.2.1"),
    ("other-spelling", "action 5.1.1 > 2nd owner", "HR-OD"),
    ("other-spelling", "action 6.2.5 > 1st owner", "Senior Apprenticeship Manager"),
    ("shared-measure", "measure hea-accreditation", "3.1.1"),
    ("flat-target", "measure professional-registration", "40%"),
]


@pytest.mark.parametrize(("rule", "where", "words"), ODDITIES)
def test_the_oddities_of_durham_s_plan_are_found_or_accepted_with_a_reason(rule: str, where: str, words: str) -> None:
    """A missing id, two rows cut short, two spellings of one owner, and a number that two actions follow."""
    report = json.loads(tcplan("validate", DURHAM, "--as-of", "2026-06-30", "--format", "json").stdout)
    accepted = [one["finding"] for one in report["accepted"] if one["why"]]
    found = [one for one in (*report["findings"], *accepted) if one["name"] == rule and one["where"].startswith(where)]
    assert any(words in one["message"] for one in found)


def test_durham_s_measures_are_those_its_actions_name() -> None:
    """The indicator that 3.1.1 and 6.2.3 share is kept once."""
    plan = loaded(DURHAM)
    used: dict[str, list[str]] = {}
    for node in plan.tree.nodes:
        for name in node.entry.measured_by:
            used.setdefault(name, []).append(node.id)
    assert set(used) == ({one.id for one in plan.plan.measures})
    assert [ids for ids in used.values() if len(ids) > 1] == [["3.1.1", "6.2.3"]] * 2
