"""The actions that decide a headline are the same ones wherever they are named."""

import json
import re
from pathlib import Path
from random import Random

import pytest
from movement.plans import KEYS, plan_text, random_actions, random_day, read_plan
from support import close_off, tcplan, write

from tcplan.progress import EntryState
from tcplan.progress.action_counts import vote_of
from tcplan.progress.thresholds import Policy
from tcplan.values.rag import Colour, Meaning
from tcplan.workspace import Level

COLOURS = {"R": "red", "A": "amber", "G": "green", "N": "grey", "B": "blue"}


def workspace(folder: Path, stated: str) -> Path:
    """A plan with an action for each letter; a small one is overdue."""
    lines = [
        f"  - {{id: {number}, title: Action {number}, due: {'2026-06' if one.islower() else '2027-06'}, "
        f"updates: [{{date: 2026-06-30, rag: {COLOURS[one.upper()]}}}]}}\n"
        for number, one in enumerate(stated, 1)
    ]
    head = "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2026-01, end: 2027-12}\nactions:\n"
    close_off(folder)
    return write(folder, phase_1=head + "".join(lines))


@pytest.mark.parametrize(
    ("stated", "deciding", "overdue"),
    [
        ("RRRAAAAAGGGGGGGGGGGG", ["1", "2", "3"], []),
        ("RAAGGGGGG", ["1", "2", "3"], []),
        ("GAgAGRGGG", ["6", "2", "4", "3"], ["3"]),
        ("gAnGGG", ["2", "1", "3"], ["1", "3"]),
        ("gaAggAaAAAAGGGGGG", ["2", "3", "6", "7", "8", "9", "10", "11", "1", "4", "5"], ["1", "4", "5"]),
    ],
)
def test_every_output_names_those_that_decided_and_no_others(
    tmp_path: Path, stated: str, deciding: list[str], overdue: list[str]
) -> None:
    """The page and its JSON; an overdue one is said to be, since its mark says something better."""
    cwd = workspace(tmp_path, stated)
    day = ("--as-of", "2026-07-15")
    head = json.loads(tcplan("status", "--format", "json", *day, cwd=cwd).stdout)["plans"][0]["headline"]
    assert (head["deciding"], head["overdue"]) == (deciding, overdue)
    page = tcplan("status", *day, cwd=cwd, COLUMNS="160").stdout
    part = page.split("decided by", 1)[1].split("reported  ", 1)[0]
    assert re.findall(r"(?:^|\s)([0-9]+)\b", part.replace("Action ", "Action-")) == deciding
    assert part.count("(overdue)") == len(overdue)


NUMBERS = re.compile(r"[0-9]+(?![0-9/])")


def badness(state: EntryState, policy: Policy) -> tuple[int, int]:
    """How bad the vote of an action is, and its report."""
    votes = [Colour.RED, Colour.AMBER, Colour.GREEN, Colour.BLUE, Colour.GREY]
    vote = vote_of(state, policy)
    worst = [Meaning.OFF_TRACK, Meaning.AT_RISK, Meaning.PAUSED]
    rank = worst.index(state.meaning) if state.meaning in worst else len(worst)
    return (votes.index(vote), rank) if vote else (len(votes), 0)


@pytest.mark.parametrize("seed", range(300))
def test_those_that_decided_are_as_many_as_the_reason_counts_worst_first(seed: int) -> None:
    """Of any plan and any of its pillars, on any day; and they have the colour of the headline, or one as bad."""
    random = Random(seed)
    now = read_plan(plan_text(random_actions(random, 30), random.choice(KEYS)), random_day(random))
    for nodes in (None, *(node.actions() for node in now.plan.tree.of(Level.PILLAR))):
        head = now.headline(nodes)
        states = {one.node.id: one for one in now.states_of(now.plan.tree.of(Level.ACTION) if nodes is None else nodes)}
        chosen = [states[id_] for id_ in head.deciding]
        ranks = [badness(one, now.policy) for one in chosen]
        assert ranks == sorted(ranks)
        assert all(one.is_open and one.started for one in chosen)
        if head.colour in (Colour.GREEN, Colour.BLUE):
            assert chosen == []
            continue
        votes = {vote_of(one, now.policy) for one in chosen}
        same = [one for one in states.values() if one.is_open and one.started and vote_of(one, now.policy) in votes]
        assert len(same) == len(chosen)
        if head.colour is Colour.GREY:
            assert len(votes) <= 1
        else:
            assert votes <= {Colour.RED, Colour.AMBER}
        counted = {int(number) for number in NUMBERS.findall(head.reason)}
        is_one = len(chosen) == 1 and "the only" in head.reason
        assert is_one or not chosen or len(chosen) in counted, head.reason
