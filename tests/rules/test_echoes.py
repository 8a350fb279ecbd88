"""No finding is the echo of another: a rule is silent where one that it requires has told the cause."""

from datetime import date
from pathlib import Path

import pytest
from support import write

from tcplan.check import check
from tcplan.files.sources import FolderSource
from tcplan.findings.finding import Code
from tcplan.rules import RULES, find_rule
from tcplan.workspace import Workspace

HEAD = "kind: plan\nformat: 1\ntitle: A plan\nreview_every: 6 months\n"
PERIOD = "period: {start: 2025-01, end: 2027-12}\n"
MEASURE = "measures:\n  - {id: m, title: Staff registered, targets: {end: 20%}, actual: {2024-12: %s}}\n"

PAIRS = [
    ("TC304", "TC302", "period: {start: 2027-01, end: 2025-12}\nactions: [{id: 1, title: One, due: 2026-06}]\n"),
    ("TC303", "TC302", PERIOD + "actions: [{id: 1, title: One, start: 2026-06, due: 2024-12}]\n"),
    ("TC302", "TC306", PERIOD + "actions: [{id: 1, title: One, due: [2028-06, 2027-06]}]\n"),
    ("TC408", "TC404", PERIOD + MEASURE.replace("%s", "20").replace("end: 20%", "2025-12: 25%, end: 20")),
    (
        "TC502",
        "TC504",
        PERIOD
        + "actions:\n  - {id: 1, title: One, due: 2025-12, updates: {date: 2025-06, rag: green}}\n"
        + "  - {id: 2, title: Two, due: 2027-12, updates: {date: 2026-06, rag: green}}\n",
    ),
    ("TC401", "TC407", PERIOD + "actions: [{id: 1, title: Talks, due: ongoing}, {id: 2, title: T, success: A list}]\n"),
]
"""The cause, what would be its echo, and a plan in which both could be found."""


def found(folder: Path, text: str, *codes: str) -> set[str]:
    """What some rules find in a plan."""
    write(folder, plan=HEAD + text)
    wanted = frozenset(rule.code for code in codes if (rule := find_rule(code)))
    return {
        one.code.code for one in check(Workspace(FolderSource(folder)), as_of=date(2026, 6, 30), codes=wanted).findings
    }


@pytest.mark.parametrize(("cause", "echo", "text"), PAIRS)
def test_the_cause_is_reported_and_its_echo_is_not(tmp_path: Path, cause: str, echo: str, text: str) -> None:
    """The second would be found, were it not for the first."""
    assert found(tmp_path, text, cause, echo) == {cause}
    rule = find_rule(cause)
    assert rule
    if rule.code.severity != "error":
        assert found(tmp_path, text, echo) == {echo}, "a cause that is not reported silences nothing"


def test_one_finding_for_many_silences_only_those_it_is_about(tmp_path: Path) -> None:
    """Fifteen actions, twelve of them silent: the others are overdue, and that is reported."""
    silent = [
        f"  - {{id: {n}, title: A, due: 2027-06, updates: {{date: 2025-03, rag: green}}}}\n" for n in range(1, 13)
    ]
    others = [
        f"  - {{id: {n}, title: A, due: 2026-03, updates: {{date: 2026-06, rag: green}}}}\n" for n in range(13, 16)
    ]
    text = f"{PERIOD}actions:\n{''.join(silent + others)}"
    assert found(tmp_path, text, "TC502", "TC504") == {"TC502", "TC504"}


def test_what_is_required_is_a_rule_and_none_requires_itself() -> None:
    """Neither by way of others."""
    requires: dict[Code, tuple[Code, ...]] = {rule.code: rule.requires for rule in RULES}
    for code, first in requires.items():
        above, todo = set[Code](), list(first)
        while todo:
            one = todo.pop()
            assert one in requires
            if one not in above:
                above.add(one)
                todo += requires[one]
        assert code not in above
