"""What became of each action in the next plan, and the rates of the sector study, as worked out by hand."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support import EXAMPLES, tcplan

from tcplan.views.trajectory import trajectory_schema

INSTITUTION = "kind: institution\nformat: 1\nname: Eastmoor University\n"

EARLIER = """\
kind: plan
format: 1
title: First plan
period: {start: 2020-01, end: 2022-12}
pillars:
  - {id: 1, title: Visibility}
  - {id: 2, title: Careers}
objectives:
  - {id: 1.1, title: A voice}
actions:
  - id: 1.1.1
    title: Elect a technician to each board
    updates: [{date: 2022-06, rag: blue}]
  - id: 1.1.2
    title: Publish profiles
    updates: [{date: 2022-06, rag: blue}]
  - id: 1.1.3
    title: Found a network
    updates: [{date: 2022-06, rag: blue}]
  - id: 2.1
    title: Pilot registration
    updates: [{date: 2022-06, rag: amber}]
  - id: 2.2
    title: Write a route to promotion
    updates: [{date: 2022-06, rag: red}]
  - id: 2.3
    title: Offer placements
    updates: [{date: 2022-06, rag: amber}]
  - id: 2.4
    title: Count technical staff
  - id: 2.5
    title: Buy a van
    closed: {date: 2021-03, as: withdrawn, why: No money}
"""
"""Three are complete (green in the terms of the study), two amber, one red, one not reported and one closed."""

LATER = """\
kind: plan
format: 1
title: Second plan
period: {start: 2023-01, end: 2025-12}
follows: first
pillars:
  - {id: 1, title: Visibility}
  - id: 2
    title: Careers
    continues: first/2
objectives:
  - id: 1.1
    title: A voice
    continues: first/1.1.1
actions:
  - id: 1.1.1
    title: Elect technicians and deputies
    continues: {ref: first/1.1.1, how: extended}
  - id: 1.2
    title: A page and profiles
    continues: {ref: first/1.1.2, how: identical}
  - id: 1.3
    title: Videos of technicians
    continues: {ref: first/1.1.2, how: related}
  - id: 1.4
    title: Registration and promotion in one scheme
    under: 1
    continues:
      - {ref: first/2.1, how: narrowed}
      - first/2.2
  - id: 2.1
    title: A mentoring scheme
  - id: 3
    title: Costs of technical time
  - id: 4
    title: Dropped again later
    added: 2025-06
"""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A workspace with a plan and its successor, with a split and a merge."""
    folder = tmp_path / "plans" / "eastmoor"
    folder.mkdir(parents=True)
    (folder / "institution.yaml").write_text(INSTITUTION)
    (folder / "first.yaml").write_text(EARLIER)
    (folder / "second.yaml").write_text(LATER)
    return tmp_path


def transition(where: Path, *options: str, as_of: str = "2025-01-31") -> dict[str, Any]:
    """The only step of a workspace, as JSON."""
    page = run(where, *options, as_of=as_of)
    assert len(page["transitions"]) == 1
    found: dict[str, Any] = page["transitions"][0]
    return found


def run(where: Path, *options: str, as_of: str = "2025-01-31") -> dict[str, Any]:
    """The whole page as JSON."""
    result = tcplan("trajectory", *options, "--as-of", as_of, "--format", "json", cwd=where)
    assert result.returncode == 0, result.stderr
    page: dict[str, Any] = json.loads(result.stdout)
    jsonschema.validate(page, trajectory_schema())
    return page


def test_closing_colours_that_no_review_states_are_said_to_be_proposed(plans: Path) -> None:
    """As many as there are, so that nobody takes them for the outcome of a review; a stated one is not among them."""
    (row,) = transition(plans)["earlier"]
    assert row["proposed"] > 0
    said = " ".join(tcplan("trajectory", "--as-of", "2025-01-31", cwd=plans).stdout.split())
    assert f"{row['proposed']} closing colour" in said
    assert "proposed from the last report, not stated in a review" in said
    ids = [one["id"] for one in transition(plans)["earlier_actions"] if one["rag"]]
    closing = "".join(f"      - {{ref: {id_}, rag: green}}\n" for id_ in ids)
    file = next(plans.rglob("second.yaml")).with_name("stage-3.yaml")
    file.write_text(f"kind: submission\nformat: 1\nform: stage-3\nreviews:\n  - plan: first\n    closing:\n{closing}")
    assert transition(plans)["earlier"][0]["proposed"] == 0
    assert "proposed" not in tcplan("trajectory", "--as-of", "2025-01-31", cwd=plans).stdout


def test_each_action_has_one_trajectory(plans: Path) -> None:
    """A link of the action itself counts; an objective above one that says it more exactly adds nothing."""
    row = transition(plans)
    assert {one["id"]: one["trajectory"] for one in row["earlier_actions"]} == {
        "1.1.1": "continued",
        "1.1.2": "continued",
        "1.1.3": "stopped",
        "2.1": "related",
        "2.2": "continued",
        "2.3": "unknown",
        "2.4": "unknown",
        "2.5": "unknown",
    }
    assert {one["id"]: one["trajectory"] for one in row["later_actions"]} == {
        "1.1.1": "continued",
        "1.2": "continued",
        "1.3": "related",
        "1.4": "continued",
        "2.1": "unknown",
        "3": "new",
    }
    assert row["counts"] == {"continued": 3, "related": 1, "stopped": 1, "unknown": 3, "new": 1}
    assert row["unstated"] == 1


def test_the_rates_are_those_worked_out_by_hand(plans: Path) -> None:
    """Earlier 8 actions, 6 with a colour: 3 green (2 continued), 3 amber or red (1 continued, 1 related).

    Four earlier actions have a successor, one of them two; four later entries continue something, one of them two.
    """
    rates = {one["name"]: (one["part"], one["whole"]) for one in transition(plans)["rates"]}
    assert rates == {
        "success": (3, 6),
        "success continued": (2, 3),
        "adaptability": (1, 3),
        "resilience": (1, 3),
        "continuation rate": (3, 8),
        "new-action rate": (1, 6),
        "growth": (-2, 8),
        "splitting ratio": (1, 4),
        "merging ratio": (1, 4),
    }


def test_a_review_decides_the_colours_of_the_plan_that_it_reviews(plans: Path) -> None:
    """What is stated wins over what would be proposed; the plan is looked at on the day of the review."""
    (plans / "plans/eastmoor/stage-2.yaml").write_text(
        "kind: submission\nformat: 1\nform: stage-2\nsubmits: second\nreviews:\n"
        "  - plan: first\n    date: 2022-07\n    closing:\n"
        "      - {ref: 2.2, rag: green}\n      - {ref: 1.1.2, rag: red}\n"
    )
    row = transition(plans)
    colours = {one["id"]: one["rag"] for one in row["earlier_actions"]}
    assert row["earlier"][0]["day"] == "2022-07-31"
    assert colours == {
        "1.1.1": "green",
        "1.1.2": "red",
        "1.1.3": "green",
        "2.1": "amber",
        "2.2": "green",
        "2.3": "amber",
        "2.4": None,
        "2.5": None,
    }
    before_the_review = transition(plans, as_of="2022-06-30")
    assert {one["id"]: one["rag"] for one in before_the_review["earlier_actions"]}["2.2"] == "red"


def test_a_colour_without_a_review_is_not_called_reviewed(plans: Path) -> None:
    """No submission reviews the first plan: its colours are the proposed ones."""
    text = tcplan("trajectory", "second", "--as-of", "2025-01-31", cwd=plans).stdout
    assert "3 of 6 actions with a colour are green" in text


def test_a_later_day_brings_what_was_added_since(plans: Path) -> None:
    """An action that joined the later plan in June is new from then on."""
    assert transition(plans, as_of="2025-07-01")["counts"]["new"] == 2


def test_a_plan_that_merges_two_has_one_step_from_both(plans: Path) -> None:
    """Ids are then told apart by the name of their plan."""
    folder = plans / "plans/eastmoor"
    (folder / "library.yaml").write_text(
        "kind: plan\nformat: 1\ntitle: Library\nperiod: {start: 2020-01, end: 2022-12}\nactions:\n"
        "  - {id: 1, title: Train library technicians}\n"
    )
    (folder / "second.yaml").write_text(
        LATER.replace("follows: first", "follows: [first, library]").replace(
            "  - id: 3\n", "  - id: 3\n    continues: {ref: library/1, how: identical}\n"
        )
    )
    row = transition(plans)
    assert [(one["plan"], one["actions"]) for one in row["earlier"]] == [("first", 8), ("library", 1)]
    assert row["counts"]["continued"] == 4
    assert "library/1" in tcplan("trajectory", "--as-of", "2025-01-31", cwd=plans).stdout


def test_plans_can_be_named_in_any_order(plans: Path) -> None:
    """By their names or files; the earlier starts first, and one plan means the step that leads to it."""
    expected = transition(plans)
    assert transition(plans, "second", "first") == expected
    assert transition(plans, "second") == expected
    assert transition(plans, "plans/eastmoor/first.yaml", "plans/eastmoor/second.yaml") == expected


def plan_text(number: int, entries: dict[str, str]) -> str:
    """A plan that follows the one of the number before, its actions with what they continue."""
    start = 2017 + 3 * number
    follows = f"follows: plan-{number - 1}\n" if number > 1 else ""
    actions = "".join(
        f"  - {{id: {id_}, title: Work {id_}, continues: {continues}}}\n"
        if continues
        else f"  - {{id: {id_}, title: Work {id_}}}\n"
        for id_, continues in entries.items()
    )
    period = f"{{start: {start}-01, end: {start + 2}-12}}"
    pillars = "pillars:\n  - {id: p, title: A pillar}\n"
    return (
        f"kind: plan\nformat: 1\ntitle: Plan {number}\nperiod: {period}\n{follows}{pillars}actions:\n"
        + actions.replace("title:", "under: p, title:")
    )


CHAINS = [
    ("identical", "identical", "identical", "continued"),
    ("identical", "extended", "extended", "continued"),
    ("extended", "identical", "extended", "continued"),
    ("extended", "narrowed", "narrowed", "related"),
    ("narrowed", "extended", "narrowed", "related"),
    ("related", "narrowed", "related", "related"),
    ("identical", None, None, "continued"),
    (None, "related", "related", "related"),
]


@pytest.mark.parametrize(("first", "second", "how", "expected"), CHAINS)
def test_what_goes_on_by_way_of_a_plan_between_is_followed(
    tmp_path: Path, first: str | None, second: str | None, how: str | None, expected: str
) -> None:
    """The weakest of the two words counts, in both directions and through any number of plans."""
    write_plans(
        tmp_path,
        {"a": "", "b": ""},
        {"m": continuing("plan-1/a", first)},
        {"n": continuing("plan-2/m", second)},
        {"z": continuing("plan-3/n", "identical"), "new": ""},
    )
    for later, end, new in (("plan-3", "n", 0), ("plan-4", "z", 1)):
        row = transition(tmp_path, "plan-1", later, as_of="2030-01-01")
        assert {one["id"]: one["trajectory"] for one in row["earlier_actions"]} == {"a": expected, "b": "stopped"}
        found = {one["id"]: one for one in row["later_actions"]}
        assert found[end]["trajectory"] == expected
        assert [(one["ref"], one["how"]) for one in found[end]["continues"]] == [("plan-1/a", how)]
        assert row["counts"]["new"] == new


def test_of_several_chains_the_strongest_counts_and_what_is_said_directly_first(tmp_path: Path) -> None:
    """Each pair of entries is one link."""
    write_plans(
        tmp_path,
        {"a": "", "b": ""},
        {"m": continuing("plan-1/a", "related"), "n": f"[{continuing('plan-1/a', 'extended')}, plan-1/b]"},
        {"x": "[plan-2/m, plan-2/n]", "y": f"[plan-2/n, {continuing('plan-1/b', 'narrowed')}]"},
    )
    row = transition(tmp_path, "plan-1", "plan-3", as_of="2030-01-01")
    assert {(one["id"], link["ref"]): link["how"] for one in row["later_actions"] for link in one["continues"]} == {
        ("x", "plan-1/a"): None,
        ("x", "plan-1/b"): None,
        ("y", "plan-1/a"): None,
        ("y", "plan-1/b"): "narrowed",
    }


def test_a_chain_through_a_pillar_leaves_it_unknown(tmp_path: Path) -> None:
    """The plan between continues the action, and the later plan only the pillar above; a ring of plans ends."""
    write_plans(
        tmp_path,
        {"a": "", "b": ""},
        {"m": f"[{continuing('plan-1/a', 'identical')}, plan-3/x]"},
        {"x": "plan-2/p", "y": ""},
    )
    row = transition(tmp_path, "plan-1", "plan-3", as_of="2030-01-01")
    assert {one["id"]: one["trajectory"] for one in row["earlier_actions"]} == {"a": "unknown", "b": "stopped"}
    assert {one["id"]: one["trajectory"] for one in row["later_actions"]} == {"x": "unknown", "y": "new"}


def continuing(ref: str, how: str | None) -> str:
    """What `continues` says."""
    return f"{{ref: {ref}, how: {how}}}" if how else ref


def write_plans(top: Path, *plans: dict[str, str]) -> None:
    """Plans of one institution, each after the one before."""
    folder = top / "plans" / "eastmoor"
    folder.mkdir(parents=True)
    for number, entries in enumerate(plans, start=1):
        (folder / f"plan-{number}.yaml").write_text(plan_text(number, entries))


def test_what_cannot_be_followed_is_said(plans: Path) -> None:
    """A single plan has nothing before it; a folder is no plan."""
    alone = tcplan("trajectory", "first", cwd=plans)
    assert alone.returncode == 3
    assert "first comes after no plan that is here" in alone.stderr
    assert "`tcplan trajectory second` shows what became of its actions" in alone.stderr
    twice = tcplan("trajectory", "first", "first", cwd=plans)
    assert (twice.returncode, "first is named twice" in twice.stderr) == (2, True)
    folder = tcplan("trajectory", "first", "plans", cwd=plans)
    assert folder.returncode == 3
    assert "plans is not a plan" in folder.stderr


def test_a_plan_without_follows_comes_after_those_that_it_continues(plans: Path) -> None:
    """`continues` says as much."""
    expected = transition(plans)
    (plans / "plans/eastmoor/second.yaml").write_text(LATER.replace("follows: first\n", ""))
    assert transition(plans) == expected


def test_the_page_of_the_example_names_each_action_once() -> None:
    """Every action of the earlier plan stands in one class, in the terminal too."""
    page = run(EXAMPLES, as_of="2026-11-28")
    text = tcplan("trajectory", "--as-of", "2026-11-28", cwd=EXAMPLES).stdout
    assert len(page["transitions"]) == 2
    for row in page["transitions"]:
        counts = row["counts"]
        assert counts["continued"] + counts["related"] + counts["stopped"] + counts["unknown"] == len(
            row["earlier_actions"]
        )
    assert text.count("Rates") == 2
    assert all(len(line) <= 80 for line in text.splitlines())


def test_the_example_of_the_page_in_docs_holds(tmp_path: Path) -> None:
    """The figures that docs/trajectory.md works out by hand."""
    folder = tmp_path / "plans" / "eastmoor"
    folder.mkdir(parents=True)
    rag = "updates: [{{date: 2022-06, rag: {}}}]".format
    head = "kind: plan\nformat: 1\ntitle: A plan\n"
    before = {"A": rag("blue"), "B": rag("blue"), "C": rag("red"), "D": ""}
    after = {
        "A1": "continues: {ref: first/A, how: extended}",
        "A2": "continues: {ref: first/A, how: extended}",
        "BC": "continues: [{ref: first/B, how: identical}, {ref: first/C, how: narrowed}]",
        "E": "",
        "F": "",
    }
    for name, period, entries in (
        ("first", "2020-01, end: 2022-12", before),
        ("second", "2023-01, end: 2025-12\nfollows: first", after),
    ):
        start = period.replace("12\n", "12}\n") if "\n" in period else period + "}"
        actions = "".join(f"  - id: {id_}\n    title: Work {id_}\n    {more}\n" for id_, more in entries.items())
        (folder / f"{name}.yaml").write_text(f"{head}period: {{start: {start}\nactions:\n{actions}")
    row = transition(tmp_path)
    assert {one["id"]: one["trajectory"] for one in row["earlier_actions"]} == {
        "A": "continued",
        "B": "continued",
        "C": "related",
        "D": "stopped",
    }
    assert [(one["part"], one["whole"]) for one in row["rates"]] == [
        (2, 3),
        (2, 2),
        (1, 1),
        (0, 1),
        (2, 4),
        (2, 5),
        (1, 4),
        (1, 3),
        (1, 3),
    ]
