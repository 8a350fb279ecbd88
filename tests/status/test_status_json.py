"""The status as data, for scripts and for those who check our arithmetic."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from support import EXAMPLES, REPOSITORY, tcplan

from tcplan.views.status_report import report_schema

DAY = ("--as-of", "2026-06-30")
DURHAM = REPOSITORY / "plans/durham"


def status(*arguments: str | Path) -> dict[str, Any]:
    """The only plan of the output, which the published schema describes."""
    run = tcplan("status", *arguments, *DAY, "--format", "json")
    assert (run.returncode, run.stderr) == (0, "")
    page = json.loads(run.stdout)
    jsonschema.Draft202012Validator(report_schema()).validate(page)
    assert (page["format"], page["as_of"], len(page["plans"])) == (1, "2026-06-30", 1)
    plan: dict[str, Any] = page["plans"][0]
    return plan


def test_the_schema_is_one() -> None:
    """Of the draft that it names."""
    schema = report_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")


def test_durham_is_counted_as_published() -> None:
    """Six pillars, fifteen objectives, sixty actions, and their priorities and timelines word for word."""
    plan = status(DURHAM)
    assert plan["counts"] == {"pillars": 6, "objectives": 15, "actions": 60}
    assert plan["priorities"] == {"high": 21, "medium": 22, "low": 15, "none": 2}
    assert plan["objective_priorities"] == {"high": 6, "medium": 8, "low": 1, "none": 0}
    timelines = {"12 months": 22, "24 months": 17, "36 months": 14, "ongoing": 5, "none": 2}
    assert plan["timelines"] == timelines
    assert (plan["reported"], plan["started"], plan["headline"]["colour"]) == (0, 60, "grey")
    assert (len(plan["actions"]), len(plan["objectives"]), len(plan["groups"])) == (60, 15, 6)
    assert {action["label"] for action in plan["actions"]} == {"not reported"}


def test_harper_adams_has_no_priorities_and_no_dates() -> None:
    """None are invented."""
    plan = status(REPOSITORY / "plans/harper-adams")
    assert plan["counts"] == {"pillars": 5, "objectives": 0, "actions": 30}
    assert (plan["priorities"]["none"], plan["timelines"], plan["objectives"]) == (30, {"none": 30}, [])


def test_the_order_of_actions_changes_no_number(tmp_path: Path) -> None:
    """A copy of the plan with its actions the other way round says the same."""
    folder = tmp_path / "plans/durham"
    folder.mkdir(parents=True)
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    data = yaml.load((DURHAM / "phase-2.yaml").read_bytes())
    data["actions"].reverse()
    with (folder / "phase-2.yaml").open("wb") as file:
        yaml.dump(data, file)
    (folder / "institution.yaml").write_bytes((DURHAM / "institution.yaml").read_bytes())
    one, other = status(DURHAM), status(tmp_path)
    assert [action["id"] for action in other["actions"]] == [action["id"] for action in reversed(one["actions"])]
    for plan in (one, other):
        for part in ("actions", "signals"):
            plan[part].sort(key=lambda row: json.dumps(row, sort_keys=True))
        plan["needs_attention"].sort()
        for row in (plan, *plan["groups"], *plan["objectives"]):
            row["headline"]["deciding"].sort()
    assert one == other


def test_what_is_stated_and_what_is_inherited_are_separate() -> None:
    """So are the colour, its meaning, its label, and the two dates of a slip."""
    plan = status(EXAMPLES)
    actions = {action["id"]: action for action in plan["actions"]}
    pilot = actions["3.1.2"]
    assert (pilot["priority"], pilot["priority_stated"], pilot["pillar"], pilot["objective"]) == (
        "high",
        None,
        "3",
        "3.1",
    )
    assert (pilot["rag"], pilot["meaning"], pilot["label"]) == ("red", "off-track", "Off track")
    assert (pilot["due"], pilot["due_text"], pilot["slips"], pilot["overdue"]) == (
        "2026-12-31",
        "2025-09, 2026-06",
        1,
        False,
    )
    assert (actions["3.2.1"]["rag"], actions["3.2.1"]["report_counts"]) == ("green", False)
    assert actions["3.2.2"]["closed"].startswith("merged into 3.2.3 on 2025-07-14: One scheme")
    assert plan["headline"]["high_priority_red"] == ["3.1.2"]
    assert plan["rag"] == {
        "grey": 0,
        "red": 3,
        "amber": 5,
        "green": 7,
        "blue": 5,
        "unreported": 5,
        "not_begun": 1,
        "closed": 1,
    }


def test_a_symbol_follows_the_meaning_of_a_plans_own_key() -> None:
    """Where blue means on hold it has no tick and no C; green that means complete has the tick."""
    key = {row["colour"]: row for row in status(EXAMPLES / "plans/northmoor/phase-1.yaml")["key"]}
    assert (key["green"]["symbol"], key["green"]["label"]) == ("✔", "Completed")
    assert (key["blue"]["letter"], key["blue"]["symbol"], key["blue"]["label"]) == ("B", "▲", "On hold")


@pytest.mark.parametrize(
    ("by", "titles"),
    [
        ("lead", ["TC Steering Group", "to be confirmed", "no lead"]),
        ("theme", ["Recognition", "Sustainability", "Visibility"]),
        ("priority", ["high", "medium", "low"]),
        ("due", ["later in 2026", "ongoing", "complete or closed"]),
        ("objective", ["5.1", "5.2"]),
        ("pillar", ["4", "5"]),
    ],
)
def test_groups_hold_every_action(by: str, titles: list[str]) -> None:
    """Each once, except under several themes; a first-named owner is not a lead."""
    plan = status(EXAMPLES, "--by", by)
    groups = plan["groups"]
    found = [group["id"] or group["title"] for group in groups]
    assert [one for one in found if one in titles] == titles
    assert (sum(group["actions"] for group in groups) == 27) is (by != "theme")
    assert plan["overlapping"] is (by == "theme")


def test_spellings_of_the_glossary_are_one_lead(tmp_path: Path) -> None:
    """Any that the institution lists; `tbc` in any case is nobody yet."""
    folder = tmp_path / "plans/u"
    folder.mkdir(parents=True)
    owners = "owners: [{name: HROD, long: Human Resources, also: [HR]}]\n"
    (folder / "institution.yaml").write_text(f"kind: institution\nformat: 1\nname: U\n{owners}")
    leads = ("hr", "HROD", "Human Resources", "Somebody", "TBC")
    actions = "".join(f"  - {{id: a{number}, title: T, lead: {lead}}}\n" for number, lead in enumerate(leads))
    (folder / "plan.yaml").write_text(f"kind: plan\nformat: 1\ntitle: P\nactions:\n{actions}")
    groups = status(tmp_path, "--by", "lead")["groups"]
    assert [(group["title"], group["actions"]) for group in groups] == [
        ("HROD", 3),
        ("Somebody", 1),
        ("to be confirmed", 1),
    ]


def test_actions_without_a_pillar_are_a_group_of_their_own(tmp_path: Path) -> None:
    """And a plan without pillars is grouped by objective."""
    folder = tmp_path / "plans/u"
    folder.mkdir(parents=True)
    rest = "objectives: [{id: 2, title: Two}]\nactions: [{id: 1.1, title: T}, {id: 2.1, title: T}, {id: a, title: T}]\n"
    head = "kind: plan\nformat: 1\ntitle: P\n"
    (folder / "plan.yaml").write_text(f"{head}pillars: [{{id: 1, title: One}}]\n{rest}")
    groups = status(tmp_path)["groups"]
    assert [(one["id"], one["title"], one["actions"]) for one in groups] == [
        ("1", "One", 1),
        (None, "no pillar", 2),
    ]
    (folder / "plan.yaml").write_text(f"{head}{rest}")
    plan = status(tmp_path)
    assert (plan["grouped_by"], [one["actions"] for one in plan["groups"]]) == ("objective", [1, 2])
