"""States in words beside colours in one column: each word keeps its colour, whatever stands beside the others."""

import pytest
from importing.making.found_plans import action, plan, read, values_of

DAY = "2026-06-01"


def colours_of(*statuses: str) -> list[object]:
    """The colours of actions with these states."""
    entries = [action(str(at), rag=status) for at, status in enumerate(statuses, 1)]
    draft = read(plan(*entries), reviewed=DAY)
    reports = [values_of(one).get("updates") for one in draft.entries]
    return [one[-1].get("rag") if isinstance(one, list) and isinstance(one[-1], dict) else None for one in reports]


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ("On track", "green"),
        ("On target", "green"),
        ("At risk", "amber"),
        ("Overdue", "red"),
        ("75%", "amber"),
        ("Complete", "blue"),
        ("Some delay", "amber"),
    ],
)
@pytest.mark.parametrize(
    "others",
    [
        ("Red", "Amber", "Green"),
        ("Red", "Amber – delayed", "Green"),
        ("Red", "Amber", "Green (complete)", "On track"),
        ("R", "A", "G"),
        ("Red", "Amber – delayed", "Amber – delayed", "Green (complete)", "On schedule"),
    ],
)
def test_a_state_in_words_beside_colours_has_its_usual_colour(said: str, colour: str, others: tuple[str, ...]) -> None:
    """A note beside one colour does not take it from all other words."""
    assert colours_of(*others, said)[-1] == colour


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ("Not going to plan", "red"),
        ("Not running to schedule", "red"),
        ("Not on schedule", "red"),
        ("Off course", "red"),
        ("Not progressing as planned", "red"),
        ("Going to plan", "green"),
        ("Running to time", "green"),
        ("Proceeding according to plan", "green"),
    ],
)
def test_what_goes_to_plan_or_not_is_a_state(said: str, colour: str) -> None:
    """The words with "not" before them are found first."""
    assert colours_of(said)[-1] == colour


def test_a_key_in_one_line_says_what_every_colour_means() -> None:
    """Also where it says of red work that it does not go to plan; nothing of it is left over."""
    entries = [action("1", rag="Red"), action("2", rag="Green")]
    key = ["Red = not going to plan", "Amber = some delay", "Green = going to plan", "Blue = complete"]
    draft = read(plan(*entries, key=key), reviewed=DAY)
    rag = draft.keys["rag"].value
    assert isinstance(rag, dict)
    assert rag["red"] == {"means": "off-track", "label": "not going to plan"}
    assert rag["green"] == {"means": "on-track", "label": "going to plan"}


def test_green_that_is_always_complete_means_that() -> None:
    """Where nothing is on track, the words beside a colour say what it means in this plan."""
    assert colours_of("Red", "Green (complete)", "Complete")[-1] == "green"
