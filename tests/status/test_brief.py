"""`status --brief` fits on a terminal of 24 lines, and `--by` changes only the table."""

import json
import re
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from movement.plans import KEYS, random_actions, random_day
from rich.cells import cell_len
from support import EXAMPLES, REPOSITORY, tcplan, write

from tcplan.views.status.grouping import Grouping

DAY = ("--as-of", "2026-06-30")
LISTS = ("Measures", "Overdue", "Due in the next", "Silent", "Dependencies", "Other plans")
BY = "The Vice-Chancellor and the whole board"
TEAMS = ["A team with a long name", "Deans", "Library", "HR"]


def random_plan(random: Random) -> tuple[str, str]:
    """A plan with up to forty pillars and many actions, with long titles and labels of its own; and an institution."""
    pillars = random.choice([0, 1, 5, 12, 40])
    head = "kind: plan\nformat: 1\ntitle: " + "A long title of a plan " * random.randint(1, 6) + "\n"
    head += f"period: {{start: 2024-01, end: 2027-12}}\nreview_every: 6 months\n{random.choice(KEYS)}"
    head += random.choice(["", "updates: [{date: 2025-01-01, rag: green, by: " + BY + "}]\n"])
    head += random.choice(["", f"closed: {{date: 2025-01-01, as: withdrawn, why: {'Because ' * 30}}}\n"])
    if pillars:
        head += "pillars:\n"
        head += "".join(
            f"  - {{id: {one}, title: {'Pillar of a plan ' * random.randint(1, 6)}}}\n" for one in range(1, pillars + 1)
        )
    actions = random_actions(random, random.choice([1, 9, 60]))
    lines = "actions:\n" + "".join(
        f"  - id: {random.randint(1, pillars) if pillars else 'a'}.{number}\n"
        f"    owners: [{', '.join(random.sample(TEAMS, random.randint(0, 4)))}]\n" + one.lines().split("\n", 1)[1]
        for number, one in enumerate(actions, 100)
    )
    agreed = "due: [{form: stage-3, date: 2024-05}, {form: stage-2, date: 2027-05}]\n"
    return head + lines, "kind: institution\nformat: 1\nname: " + "University " * 12 + "\n" + agreed


@pytest.mark.parametrize("seed", range(60))
def test_a_brief_page_leaves_a_line_of_24_for_the_prompt(tmp_path: Path, seed: int) -> None:
    """Of any plan; and it has the headline, the table, and the worst actions."""
    random = Random(seed)
    plan, institution = random_plan(random)
    late = "kind: submission\nformat: 1\nform: stage-3\n"
    write(tmp_path, plan=plan, institution=institution, stage=late)
    options = ("--brief", "--as-of", str(random_day(random)), *random.choice([(), ("--ascii",)]))
    run = tcplan("status", tmp_path, *options, COLUMNS="80")
    assert run.returncode == 0
    lines = run.stdout.splitlines()
    assert len(lines) <= 23
    assert max(map(cell_len, lines)) <= 80
    assert any(re.search(r"\d/\d+$", line) for line in lines) or "NOTHING OPEN" in run.stdout


@pytest.mark.parametrize("place", [EXAMPLES, *sorted((REPOSITORY / "plans").iterdir())])
def test_every_plan_of_the_repository_fits(place: Path) -> None:
    """With its table, its next deadline, and actions worst first, each with its person."""
    text = tcplan("status", place, "--brief", *DAY).stdout
    assert all(len(page.splitlines()) <= 24 for page in re.split(r"─{80}\n", text))
    assert text.count("Next  ") == text.count("  whole plan ")
    assert max(map(cell_len, text.splitlines())) <= 80


WORST = """kind: plan
format: 1
title: P
period: {start: 2026-01, end: 2027-12}
review_every: 3 months
actions:
  - {id: fine, title: F, lead: A, updates: [{date: 2026-06-01, rag: green}]}
  - {id: silent, title: S, lead: B}
  - {id: risk, title: R, lead: C, updates: [{date: 2026-06-01, rag: amber}]}
  - {id: late, title: L, lead: D, due: 2026-03, updates: [{date: 2026-06-01, rag: green}]}
  - {id: later, title: L, lead: tbc, due: 2026-02, updates: [{date: 2026-06-01, rag: green}]}
  - {id: both, title: B, owners: [E, F], due: 2026-05, updates: [{date: 2026-06-01, rag: amber}]}
  - {id: red, title: O, lead: G, updates: [{date: 2026-06-01, rag: red}]}
  - {id: done, title: D, lead: H, due: 2026-02, updates: [{date: 2026-02-01, rag: blue}]}
  - {id: ended, title: E, lead: I, due: 2026-02, closed: {date: 2026-05-01, as: withdrawn}}
"""


def test_the_worst_come_first_with_their_people(tmp_path: Path) -> None:
    """Off track, at risk and overdue, overdue for longest, at risk, without a report; what is fine is not there."""
    write(tmp_path, plan=WORST)
    text = tcplan("status", tmp_path, "--brief", *DAY).stdout
    part = text.split("Needs attention  6 actions\n", 1)[1]
    assert re.findall(r"(red|both|later|late|risk|silent|fine|done|ended) ", part) == [
        "red",
        "both",
        "later",
        "late",
        "risk",
        "silent",
    ]
    page = json.loads(tcplan("status", tmp_path, "--format", "json", *DAY).stdout)["plans"][0]
    assert page["needs_attention"] == ["red", "both", "later", "late", "risk", "silent"]
    assert re.findall(r"(\S+)$", part, re.MULTILINE) == ["G", "F", "nobody", "D", "C", "B"]


@pytest.mark.parametrize(
    "other", [("--all",), ("--objectives",), ("--explain",), ("--since", "2026-01-01"), ("--format", "json")]
)
def test_what_a_brief_page_leaves_out_cannot_be_asked_for(other: tuple[str, ...]) -> None:
    """No option does nothing."""
    run = tcplan("status", EXAMPLES, "--brief", *other)
    assert (run.returncode, run.stdout) == (2, "")
    assert f"--brief leaves out what {other[0]}" in run.stderr


@pytest.mark.parametrize("by", list(Grouping))
def test_with_by_only_the_table_changes_and_the_lists_are_left_out(by: Grouping) -> None:
    """Until all is asked for; what is above the table is that of every page."""
    plain, grouped, whole = (
        tcplan("status", EXAMPLES, *DAY, *options).stdout for options in ((), ("--by", by), ("--by", by, "--all"))
    )
    above = plain.split("By pillar", 1)[0]
    assert grouped.startswith(above)
    assert whole.startswith(above)
    assert not any(f"\n{words}" in grouped for words in LISTS)
    assert all(f"\n{words}" in whole for words in LISTS)
    assert "With --by only the table is another one." in grouped
    assert "With --by" not in whole + plain


def test_a_page_names_each_list_once() -> None:
    """Whatever groups the table."""
    for options in ((), ("--by", "owner", "--all")):
        text = tcplan("status", EXAMPLES, *DAY, *options).stdout
        places = [text.index(f"\n{words}") for words in LISTS]
        assert all(text.count(f"\n{words}") == 1 for words in LISTS)
        assert all(one < following for one, following in pairwise(places))


def test_a_plan_without_pillars_has_its_counts(tmp_path: Path) -> None:
    """In a table of one line."""
    write(tmp_path, plan=WORST)
    text = tcplan("status", tmp_path, *DAY).stdout
    assert "\nAll actions\n" in text
    assert len(re.findall(r"^  whole plan .*7/8$", text, re.MULTILINE)) == 1
