"""One finding for a whole plan names the entries that it is about."""

from itertools import chain

import pytest
from rules.examples import FOLDER, Example

from tcplan.findings.finding import Problem
from tcplan.rules import RULES
from tcplan.rules.support.context import Context

SAID_ONCE = {
    "TC117/bad-nothing-reported": "actions",
    "TC117/bad-nothing-continued": "actions",
    "TC201/bad-no-action-has-an-owner": "actions",
    "TC201/bad-hardly-any-of-many": "actions",
    "TC202/bad-whole-plan-without-lead": "actions",
    "TC203/bad-whole-plan-to-be-confirmed": "actions",
    "TC305/bad-no-dates-at-all": "actions",
    "TC305/bad-hardly-any-of-many": "actions",
    "TC312/bad-whole-plan-to-be-confirmed": "actions",
    "TC401/bad-no-action-of-the-plan": "actions",
    "TC401/bad-hardly-any-of-many": "actions",
    "TC403/bad-no-measure-was-ever-read": "measures",
    "TC502/bad-only-one-of-many": "actions",
    "TC502/bad-whole-plan": "actions",
    "TC503/bad-no-complete-action-has-evidence": "actions",
}


def problems_of(name: str) -> list[Problem]:
    """What the rule of an example finds in it, before acceptances and places."""
    example = Example(FOLDER / f"{name}.yaml")
    plan = next(one for one in example.workspace.plans if one.file.name == example.name)
    folder = example.workspace.folders[plan.folder]
    context = Context(example.workspace, folder, example.as_of)
    rule = next(rule for rule in RULES if rule.code.code == example.code)
    return list(chain.from_iterable(find(plan, context) for find in rule.plan))


@pytest.mark.parametrize("name", SAID_ONCE)
def test_one_finding_for_many_names_its_entries(name: str) -> None:
    """Each of them, at a key, and several."""
    (problem,) = problems_of(name)
    assert problem.on_key
    assert len(problem.about) > 1
    assert {path[0] for path in problem.about} == {SAID_ONCE[name]}
    assert len({path[1] for path in problem.about}) == len(problem.about)


def test_one_finding_for_most_is_not_about_the_others() -> None:
    """The one action that does report is left out."""
    (problem,) = problems_of("TC502/bad-only-one-of-many")
    assert ("actions", 0) not in problem.about
    assert ("actions", 1) in problem.about
