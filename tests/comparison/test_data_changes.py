"""What differs in two states of a file: nothing is left out, nothing is made up, and items are followed by name."""

import random
from typing import Any

import pytest
from comparison.plan_changes import a_keepers_change, apply_listed, in_any_order
from edits.readers import PLANS, excerpt, read_plan

from tcplan.comparison.differences.comparable import comparable_file
from tcplan.comparison.differences.data_changes import DataChange, DataChangeKind, compare_data
from tcplan.comparison.differences.item_pairs import ItemStep, PairedBy

PAIRS = 300

HEAD = {"kind": "plan", "format": "1", "title": "T"}


def listed(before: dict[str, Any], after: dict[str, Any]) -> list[DataChange]:
    """What differs between two plans."""
    return compare_data(comparable_file({**HEAD, **before}), comparable_file({**HEAD, **after}))


def places(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str]]:
    """What differs: kinds, and places with the index of each item in the later state, or else in the earlier."""
    return [(change.kind.value, "/".join(map(step_words, change.path))) for change in listed(before, after)]


def step_words(step: str | ItemStep) -> str:
    """A key, or an item by its index."""
    if isinstance(step, str):
        return step
    return str(step.before) if step.after is None else str(step.after)


def paired_by(change: DataChange) -> PairedBy:
    """Why the entry that a change is in is taken for that of the other state."""
    step = change.path[1]
    assert isinstance(step, ItemStep)
    return step.by


@pytest.mark.unmeasured
@pytest.mark.parametrize("seed", range(PAIRS))
def test_the_changes_that_are_listed_make_one_state_the_other(seed: int) -> None:
    """Of plans that are changed at random, both ways round."""
    rng = random.Random(seed)
    name = rng.choice(PLANS)
    before: Any = excerpt(read_plan(name).data, rng) if rng.random() < 0.7 else read_plan(name).data
    after = before
    for _ in range(rng.randint(1, 8)):
        after = a_keepers_change(after, rng)
    for one, other in ((before, after), (after, before)):
        old, new = comparable_file(one), comparable_file(other)
        changes = compare_data(old, new)
        shape = new.shape if old.shape is new.shape else None
        made = apply_listed(old, shape, changes)
        assert in_any_order(made, shape) == in_any_order(new.data, shape)
        assert bool(changes) == (in_any_order(old.data, shape) != in_any_order(new.data, shape))


def test_a_short_form_says_the_same_as_the_long_one() -> None:
    """As does an empty value as none, and an order that means nothing as another."""
    before = {"actions": [{"id": "1", "title": "A", "owners": "HR", "success": "Seen", "about": None, "due": "2026"}]}
    long = {"id": "1", "title": "A", "owners": ["HR"], "success": [{"title": "Seen"}], "due": ["2026"], "steps": []}
    assert not listed(before, {"actions": [long], "pillars": []})
    two = {"actions": [{"id": "1", "title": "A", "owners": ["X", "Y"]}, {"id": "2", "title": "B"}]}
    assert not listed(two, {"actions": [{"id": "2", "title": "B"}, {"owners": ["Y", "X"], "title": "A", "id": "1"}]})


@pytest.mark.parametrize("key", ["due", "success", "steps", "updates", "sign_off"])
def test_an_order_that_means_something_is_listed(key: str) -> None:
    """Checkpoints, steps, reports and approvals come one after the other."""
    items: Any = ["2026-01", "2026-02"] if key == "due" else ["One", "Two"]
    items = [{"date": "2026-01"}, {"date": "2026-02"}] if key == "updates" else items
    before: Any = {"sign_off": items} if key == "sign_off" else {"actions": [{"id": "1", "title": "A", key: items}]}
    after: Any = (
        {"sign_off": items[::-1]} if key == "sign_off" else {"actions": [{**before["actions"][0], key: items[::-1]}]}
    )
    assert [change.kind for change in listed(before, after)] == [
        DataChangeKind.CHANGED if key == "due" else DataChangeKind.REORDERED
    ]


def test_an_entry_put_in_before_others_is_the_only_one_that_is_new() -> None:
    """The others have other numbers and the same titles, which is likely the same entry."""
    before = {"actions": [{"id": "1.1", "title": "Survey"}, {"id": "1.2", "title": "Mentors"}]}
    after = [{"id": "1.1", "title": "Charter"}, {"id": "1.2", "title": "Survey"}, {"id": "1.3", "title": "Mentors"}]
    assert places(before, {"actions": after}) == [
        ("added", "actions/0"),
        ("changed", "actions/1/id"),
        ("changed", "actions/2/id"),
    ]
    assert [paired_by(one) for one in listed(before, {"actions": after})][1:] == [PairedBy.TITLE] * 2


@pytest.mark.parametrize(
    ("later", "by"),
    [
        ({"id": "9", "title": "Name champions", "formerly": "1"}, PairedBy.FORMERLY),
        ({"id": "9", "title": "Pilot a pathway for staff"}, PairedBy.TITLE),
        ({"id": "9", "title": "Pilot a new pathway for all staff"}, PairedBy.LIKENESS),
        ({"id": "1", "title": "Something else altogether"}, PairedBy.NAME),
    ],
)
def test_an_entry_is_followed_by_id_earlier_id_and_likeness(later: dict[str, Any], by: PairedBy) -> None:
    """And it is known by which, since likeness is only likely."""
    found = listed({"actions": [{"id": "1", "title": "Pilot a pathway for staff"}]}, {"actions": [later]})
    assert {paired_by(change) for change in found} == {by}
    assert all(change.kind is not DataChangeKind.REMOVED for change in found)


def test_entries_that_share_few_words_are_two() -> None:
    """One has come, and one has gone."""
    before, after = [{"id": "1", "title": "Pilot a pathway"}], [{"id": "2", "title": "Name champions in each school"}]
    assert places({"actions": before}, {"actions": after}) == [("added", "actions/0"), ("removed", "actions/0")]


def test_a_report_whose_day_was_corrected_is_one_change() -> None:
    """All else that it says is the same."""
    report = {"date": "2026-06-30", "rag": "green", "note": "Done."}
    before = {"actions": [{"id": "1", "title": "A", "updates": [report]}]}
    after = {"actions": [{"id": "1", "title": "A", "updates": [{**report, "date": "2026-06-29"}]}]}
    assert places(before, after) == [("changed", "actions/0/updates/0/date")]


def test_all_data_of_a_plan_are_compared() -> None:
    """Its own keys, its key of colours, its measures, and keys that nobody knows."""
    before = {"rag": {"green": "on-track"}, "measures": [{"id": "m", "title": "M", "actual": {"2025": "1"}}], "x": "1"}
    after = {
        "rag": {"green": {"means": "on-track", "label": "Fine"}},
        "measures": [{"id": "m", "title": "M", "actual": {"2025": "2", "2026": "3"}}],
        "x": {"y": "2"},
        "language": "cy",
    }
    assert places(before, after) == [
        ("added", "rag/green/label"),
        ("changed", "measures/0/actual/2025"),
        ("added", "measures/0/actual/2026"),
        ("changed", "x"),
        ("added", "language"),
    ]
