"""Which entry is which, and what a move is called: one table each."""

import pytest
from movement.plans import read_plan

from tcplan.comparison.entry_pairs import pair_entries
from tcplan.comparison.movement import MoveKind, movement
from tcplan.workspace import Level

HEAD = "period: {start: 2026-01, end: 2027-12}\n"
WORST_FIRST = ("off-track", "at-risk", "paused", "not-started", "in-progress", "on-track", "complete")
COLOURS = ("red", "amber", "grey", "green", "blue")


def pairs(before: str, after: str) -> set[tuple[str, str]]:
    """The ids of the pairs between two lists of actions, as `id title` or `id title formerly`; `-` for none."""
    states = [
        read_plan(HEAD + "actions:\n" + "".join(map(_action, text.split(", "))), "2026-06-30")
        for text in (before, after)
    ]
    one, other = (state.plan.tree.of(Level.ACTION) for state in states)
    found = {(was.id if was else "-", now.id if now else "-") for was, now in pair_entries(one, other)}
    back = {(was.id if was else "-", now.id if now else "-") for now, was in pair_entries(other, one)}
    assert found == back
    return found


def _action(words: str) -> str:
    id_, title, *formerly = words.split()
    return f"  - {{id: {id_}, title: {title}" + (f", formerly: {formerly[0]}" if formerly else "") + "}\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("1 A, 2 B", "2 B, 1 A", {("1", "1"), ("2", "2")}),
        ("1 A", "1 Anew", {("1", "1")}),
        ("1 A", "2 A", {("1", "-"), ("-", "2")}),
        ("1 A", "2 A 1", {("1", "2")}),
        ("1 A", "2 Anew 1", {("1", "2")}),
        ("1 A, 2 B, 3 C", "1 New, 2 A 1, 3 B 2, 4 C 3", {("-", "1"), ("1", "2"), ("2", "3"), ("3", "4")}),
        ("1 A, 2 B", "2 A 1, 1 B 2", {("1", "2"), ("2", "1")}),
        ("1 A, 2 B", "2 B 1", {("2", "2"), ("1", "-")}),
        ("1 A, 2 B 9", "1 A, 2 Bnew 9", {("1", "1"), ("2", "2")}),
        ("1 A 7, 7 B", "1 A 7, 7 B", {("1", "1"), ("7", "7")}),
        ("1 A", "1 A, 1 B", {("1", "1"), ("-", "1")}),
        ("1 A, 2 B", "3 C 1, 4 D 1", {("1", "3"), ("-", "4"), ("2", "-")}),
    ],
)
def test_an_entry_is_known_by_its_id_and_by_what_it_was(
    before: str, after: str, expected: set[tuple[str, str]]
) -> None:
    """The same id and title first, then `formerly` that was added since, then the id; the same the other way round."""
    assert pairs(before, after) == expected


def state(means: str, colour: str, day: str = "2026-05-01") -> str:
    """A plan whose only action is reported in a colour that means this."""
    action = f"actions:\n  - {{id: 1, title: A, updates: [{{date: {day}, rag: {colour}}}]}}\n"
    return f"{HEAD}rag: {{{colour}: {{means: {means}}}}}\n{action}"


@pytest.mark.parametrize("was", WORST_FIRST)
@pytest.mark.parametrize("now", WORST_FIRST)
def test_meanings_have_an_order(was: str, now: str) -> None:
    """Whatever the colours are: complete is apart, the rest is better or worse."""
    found = movement(read_plan(state(was, "red"), "2026-06-30"), read_plan(state(now, "green"), "2026-06-30")).moves
    kinds = [move.kind for move in found if move.kind.is_counted]
    if was == now:
        assert kinds == [MoveKind.RESTATED]
    elif "complete" in (was, now):
        assert kinds == [MoveKind.COMPLETED if now == "complete" else MoveKind.NO_LONGER_COMPLETE]
    else:
        is_better = WORST_FIRST.index(now) > WORST_FIRST.index(was)
        assert kinds == [MoveKind.IMPROVED if is_better else MoveKind.WORSENED]


REPORTED = "updates: [{date: 2026-02-01, rag: green}]"
CLOSED = "closed: {date: 2026-05-01, as: withdrawn}"


@pytest.mark.parametrize(
    ("keys", "since", "until", "kinds"),
    [
        (REPORTED, "2026-01-31", "2026-02-01", ["newly-reported"]),
        (REPORTED, "2027-02-01", "2027-02-02", ["gone-silent"]),
        (REPORTED, "2026-02-01", "2028-03-01", ["lapsed"]),  # after the end of the plan nobody owes a report
        ("updates: [{date: 2026-02-01, rag: blue}]", "2026-01-31", "2026-02-01", ["completed"]),
        ("updates: [{date: 2026-02-01, note: x}]", "2026-01-31", "2026-02-01", []),
        ("start: 2026-03", "2026-02-28", "2026-03-01", ["begun"]),
        ("start: 2026-03, updates: [{date: 2026-02-01, rag: grey}]", "2026-02-28", "2026-03-01", ["newly-reported"]),
        ("start: 2026-03, updates: [{date: 2026-02-01, rag: red}]", "2026-01-31", "2026-02-28", ["newly-reported"]),
        (CLOSED, "2026-04-30", "2026-05-01", ["closed"]),
        (f"{CLOSED}, {REPORTED}", "2026-04-30", "2026-05-01", ["closed"]),
        ("added: 2026-03-01", "2026-02-28", "2026-03-01", ["added"]),
        ("added: 2026-03-01, updates: [{date: 2026-04-01, rag: blue}]", "2026-02-28", "2026-04-30", ["added"]),
        (f"added: 2026-03-01, {CLOSED}", "2026-02-28", "2026-05-30", ["added"]),
        ("due: 2026-04", "2026-04-30", "2026-05-01", ["newly-overdue"]),
        (
            "due: 2026-04, updates: [{date: 2026-05-02, rag: blue}]",
            "2026-05-01",
            "2026-05-02",
            ["completed", "no-longer-overdue"],
        ),
        (
            "due: 2026-04, updates: [{date: 2026-05-02, due: 2026-09}]",
            "2026-05-01",
            "2026-05-02",
            ["slipped", "no-longer-overdue"],
        ),
        ("due: 2026-04, updates: [{date: 2026-03-02, due: ongoing}]", "2026-03-01", "2026-03-02", ["slipped"]),
        ("due: 2026-04, updates: [{date: 2026-03-02, due: 2026-03}]", "2026-03-01", "2026-03-02", ["brought-forward"]),
        ("updates: [{date: 2026-03-02, due: 2026-12}]", "2026-03-01", "2026-03-02", ["brought-forward"]),
        (
            f"due: 2026-04, {CLOSED}, updates: [{{date: 2026-04-02, due: 2026-12}}]",
            "2026-04-01",
            "2026-05-02",
            ["closed"],
        ),
    ],
)
def test_what_a_move_is_called(keys: str, since: str, until: str, kinds: list[str]) -> None:
    """In the same file on two days; and the opposite the other way round."""
    text = f"{HEAD}review_every: 12 months\nactions: [{{id: 1, title: A, {keys}}}]\n"
    before, after = read_plan(text, since), read_plan(text, until)
    assert sorted(move.kind for move in movement(before, after).moves) == sorted(kinds)
    assert sorted(move.kind.opposite for move in movement(after, before).moves) == sorted(kinds)
