"""How a headline came about: its conditions with their numbers, what each action counts as, and what disagrees."""

import json
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from movement.plans import KEYS, plan_text, random_actions, random_day, read_plan
from support import EXAMPLES, tcplan, write

from tcplan.progress import Assessment
from tcplan.progress.headline_checks import headline_checks
from tcplan.views.status_report import report_schema
from tcplan.workspace import Level

POLICIES = ("", "headline: {red: 1/2, some_red: 1/5, amber: 2/3, reported: 3/4}\n", "headline: {red: 1/10}\n")


def explained(path: Path, day: str) -> dict[str, Any]:
    """The explanation of the only plan, which the published schema describes."""
    run = tcplan("status", path, "--as-of", day, "--explain", "--format", "json")
    assert (run.returncode, run.stderr) == (0, "")
    page = json.loads(run.stdout)
    jsonschema.Draft202012Validator(report_schema()).validate(page)
    (found,) = page["explanation"]
    assert "movement" not in page
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("seed", range(300))
def test_the_last_condition_gives_the_headline(seed: int) -> None:
    """Of any actions and any policy: the one that is met, and none before it is."""
    random = Random(seed)
    text = plan_text(random_actions(random, most=random.choice((1, 3, 12, 30))), random.choice(KEYS))
    now = read_plan(text, random_day(random), random.choice(POLICIES))
    for nodes in (now.plan.tree.of(Level.ACTION), *(one.actions() for one in now.plan.tree.of(Level.PILLAR))):
        headline, checks = now.headline(nodes), headline_checks(now.states_of(nodes), now.policy)
        assert checks[-1].colour is headline.colour
        assert [one.is_met for one in checks] == [False] * (len(checks) - 1) + [True]
        assert (headline.reported, headline.started) == (checks[-1].part, headline.started) or _counts(now, checks)


def _counts(now: Assessment, checks: list[Any]) -> bool:
    """Whether no condition counts more actions than there are."""
    return all(0 <= one.part <= one.whole <= len(now.plan.tree.of(Level.ACTION)) for one in checks)


def test_the_example_is_explained() -> None:
    """Three of twenty are off track: too few for red, enough for amber."""
    found = explained(EXAMPLES, "2026-06-30")
    whole = found["headlines"][0]
    assert (whole["level"], whole["colour"], whole["deciding"]) == ("plan", "amber", ["3.1.2", "4.1.1", "4.1.2"])
    assert whole["votes"] == {"grey": 0, "red": 3, "amber": 5, "green": 7, "blue": 5}
    assert [(one["part"], one["whole"], one["needed"], one["met"]) for one in whole["checks"]] == [
        (3, 20, 5, False),
        (3, 20, 3, True),
    ]
    assert len(found["headlines"]) == 1 + 5 + 10
    assert len(found["votes"]) == 27
    assert found["policy"] == {
        "red": "1/4",
        "some_red": "1/8",
        "amber": "1/3",
        "reported": "1/2",
        "review_every": "6 months",
        "too_old_after": "12 months",
        "own": False,
    }


def test_every_headline_is_that_of_the_page() -> None:
    """The plan's, the pillars' and the objectives'."""
    run = tcplan("status", EXAMPLES, "--as-of", "2025-12-15", "--explain", "--format", "json")
    page = json.loads(run.stdout)
    plan = page["plans"][0]
    shown = {row["id"]: row["headline"] for row in (*plan["groups"], *plan["objectives"])}
    shown[None] = plan["headline"]
    for row in page["explanation"][0]["headlines"]:
        headline = shown.pop(row["id"])
        assert {key: row[key] for key in ("colour", "words", "reason", "deciding", "overdue")} == {
            key: headline[key] for key in ("colour", "words", "reason", "deciding", "overdue")
        }
    assert shown == {}


PLAN = """\
kind: plan
format: 1
title: A plan
period: {start: 2026-01, end: 2027-12}
review_every: 6 months
updates: [{date: 2026-06-01, rag: green, by: Sponsor}]
measures:
  - {id: m, title: Staff registered, targets: {end: 100}, actual: {2026-01-01: 0, 2026-06-01: 10}}
pillars:
  - {id: 1, title: Careers, updates: [{date: 2026-06-01, rag: blue}]}
  - {id: 2, title: Skills, updates: [{date: 2026-06-01, rag: amber}]}
actions:
  - {id: 1.1, title: Late, lead: HR, due: 2026-05, updates: [{date: 2026-06-01, rag: green}]}
  - {id: 1.2, title: Behind, lead: HR, measured_by: m, updates: [{date: 2026-06-02, rag: green}]}
  - {id: 1.3, title: Not begun, start: 2027-01}
  - {id: 1.4, title: Ended, closed: {date: 2026-02-01, as: withdrawn, why: No money}}
  - {id: 1.5, title: Never reported}
  - {id: 2.1, title: Agrees, updates: [{date: 2026-06-01, rag: amber}]}
"""


def test_every_disagreement_is_listed(tmp_path: Path) -> None:
    """Of the plan, a pillar, an overdue action and a reading; where both agree, nothing is said."""
    write(tmp_path, phase_1=PLAN)
    found = explained(tmp_path, "2026-06-30")["disagreements"]
    assert [(one["level"], one["id"], one["people"]) for one in found] == [
        ("plan", None, []),
        ("pillar", "1", []),
        ("action", "1.1", ["HR"]),
        ("action", "1.2", ["HR"]),
    ]
    plan, pillar, late, behind = (one["sentence"] for one in found)
    assert plan.startswith("stated as on track on 2026-06-01 by Sponsor, computed as at risk: ")
    assert pillar.startswith("stated as complete on 2026-06-01, computed as ")
    assert late == "reported as on track on 2026-06-01, counts as at risk: it was due on 2026-05-31"
    assert "but m reads 10 (2026-06-01), behind schedule" in behind


def test_what_does_not_count_says_why(tmp_path: Path) -> None:
    """Not begun, closed, never reported, or reported too long ago."""
    write(tmp_path, phase_1=PLAN)
    why = {row["id"]: row["why"] for row in explained(tmp_path, "2027-07-01")["votes"]}
    assert why["1.1"] == "does not count: reported as on track on 2026-06-01, which is too long ago"
    assert why["1.3"] == "does not count: not reported"
    assert why["1.4"] == "does not count: withdrawn on 2026-02-01: No money"
    assert why["1.5"] == "does not count: not reported"
    early = {row["id"]: row["why"] for row in explained(tmp_path, "2026-06-30")["votes"]}
    assert early["1.3"] == "does not count yet: it starts on 2027-01-01"
    assert early["2.1"] == "counts as at risk: reported as at risk on 2026-06-01"


def test_thresholds_of_an_institution_are_named(tmp_path: Path) -> None:
    """With where they come from."""
    institution = "kind: institution\nformat: 1\nname: U\nheadline: {red: 1/10}\n"
    write(tmp_path, phase_1=PLAN, institution=institution)
    policy = explained(tmp_path, "2026-06-30")["policy"]
    assert (policy["red"], policy["own"]) == ("1/10", True)
    run = tcplan("status", tmp_path, "--as-of", "2026-06-30", "--explain")
    assert "own thresholds, from institution.yaml: red from 1/10 off track" in " ".join(run.stdout.split())


def test_the_page_explains_itself() -> None:
    """In words, with and without symbols."""
    for options in ((), ("--ascii",)):
        run = tcplan("status", EXAMPLES, "--as-of", "2026-06-30", "--explain", *options)
        assert (run.returncode, run.stderr) == (0, "")
        assert "off track 3 of 20, red from 5 (1/4): no" in run.stdout
        assert "off track 3 of 20, amber from 3 (1/8): yes" in run.stdout
        assert max(map(len, run.stdout.splitlines())) <= 80
        assert run.stdout.isascii() == bool(options)


def test_both_parts_can_be_asked_for_at_once() -> None:
    """In both formats."""
    run = tcplan("status", EXAMPLES, "--as-of", "2026-06-30", "--since", "2026-01", "--explain")
    assert run.stdout.index("Since 2026-01-31") < run.stdout.index("How the headlines came about")
    both = tcplan("status", EXAMPLES, "--as-of", "2026-06-30", "--since", "2026-01", "--explain", "--format", "json")
    assert {"movement", "explanation"} <= set(json.loads(both.stdout))
    plain = tcplan("status", EXAMPLES, "--as-of", "2026-06-30", "--format", "json")
    assert {"movement", "explanation"}.isdisjoint(json.loads(plain.stdout))
