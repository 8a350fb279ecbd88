"""Ids of the entries of a document: as they are written where that can be, else as near to them as the file allows."""

from datetime import date

import pytest
from importing.making.found_plans import action, kinds_of, objective, pillar, plan, read, step, values_of, words

from tcplan.importing.draft import DraftPlan
from tcplan.importing.found import FoundEntry


def ids_of(*entries: FoundEntry) -> list[str]:
    """The ids of a plan in the order of the document."""
    return [one.id for one in read(plan(*entries, title="Plan")).entries]


def doubts_of(draft: DraftPlan) -> str:
    """The doubts about ids."""
    return "\n".join(doubt.message for doubt in draft.doubts if doubt.kind in ("id", "ids-given"))


def test_ids_stay_as_they_are_written() -> None:
    """An id that extends that of its parent says where it belongs."""
    found = pillar("1", "Be seen", objective("1.1", "Events", action("1.1.1"), action("1.1.2"), action("1.1.10")))
    draft = read(plan(found, title="Plan"))
    assert [one.id for one in draft.entries] == ["1", "1.1", "1.1.1", "1.1.2", "1.1.10"]
    assert not draft.ids_assigned
    assert not any("under" in one.keys for one in draft.entries)
    assert kinds_of(draft) == []


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("1.1.", "1.1"),
        ("3)", "3"),
        ("(a)", "a"),
        ("Action 7", "7"),
        ("Ref: 2.3", "2.3"),
        ("#12", "12"),
        ("TC-07", "TC-07"),
        ("1 . 2", "1.2"),
        ("2.3.1 (b)", "2.3.1-b"),
        ("A/1", "A-1"),
        ("3.10", "3.10"),
    ],
)
def test_an_id_has_only_what_a_file_allows(written: str, id_: str) -> None:
    """Signs and words around it are none of it."""
    assert ids_of(action(written)) == [id_]


def test_numbers_that_begin_again_get_the_id_of_their_parent() -> None:
    """Each pillar counts its actions from 1."""
    found = [pillar(str(one), f"Pillar {one}", action("1", "One"), action("2", "Two")) for one in (1, 2)]
    draft = read(plan(*found, title="Plan"))
    assert [one.id for one in draft.entries] == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert "begin again" in doubts_of(draft)
    assert not any("formerly" in one.keys for one in draft.entries)


@pytest.mark.parametrize("marks", [("a", "b"), ("1", "2"), ("i", "ii"), ("A1", "A2")])
def test_letters_that_begin_again_do_so_too(marks: tuple[str, str]) -> None:
    """Whatever they count with."""
    found = [objective(one, f"Objective {one}", *(action(mark, mark) for mark in marks)) for one in ("1.1", "1.2")]
    assert ids_of(*found) == ["1.1", *(f"1.1.{mark}" for mark in marks), "1.2", *(f"1.2.{mark}" for mark in marks)]


def test_of_two_actions_with_one_id_the_second_gets_a_free_one_and_that_is_told() -> None:
    """A number that is there twice by mistake."""
    found = objective("2.3", "Events", action("2.3.1", "Open day"), action("2.3.2", "Fair"), action("2.3.2", "Talks"))
    draft = read(plan(found, title="Plan"))
    assert [one.id for one in draft.entries] == ["2.3", "2.3.1", "2.3.2", "2.3.2b"]
    assert "2.3.2 is there twice: `Talks` is 2.3.2b" in doubts_of(draft)


def test_a_free_id_is_none_that_a_later_action_has() -> None:
    """Whose own number stays."""
    assert ids_of(action("1", "A"), action("1", "B"), action("1b", "C")) == ["1", "1c", "1b"]


def test_an_action_keeps_the_number_that_a_pillar_has_as_well() -> None:
    """Actions are counted through, and cited by their numbers."""
    found = [pillar("1", "Be Seen", action("1"), action("2")), pillar("2", "Rise", action("3"), action("4"))]
    draft = read(plan(*found, title="Plan"))
    assert [one.id for one in draft.entries] == ["be-seen", "1", "2", "rise", "3", "4"]
    assert [values_of(one).get("under") for one in draft.entries] == [None, "be-seen", "be-seen", None, "rise", "rise"]
    assert "an action has the number 1 as well" in doubts_of(draft)


@pytest.mark.parametrize("written", ["01-Jan", "Jan-01", "2-Mar", "2026-01-01", "01/02/2026", "1 May"])
def test_an_id_that_a_spreadsheet_made_into_a_date_is_told_and_not_guessed(written: str) -> None:
    """1.1 has become 1 January."""
    draft = read(plan(action("1.2", "A"), action(written, "B"), title="Plan"))
    assert draft.entries[0].id == "1.2"
    assert f"`{written}` is a date where an id should be" in doubts_of(draft)


def test_the_date_of_a_cell_says_so_whatever_is_shown() -> None:
    """A cell may show a date as 1.1."""
    draft = read(plan(action("1.1", "A", id=words("1.1", day=date(2026, 1, 1))), title="Plan"))
    assert "is a date where an id should be" in doubts_of(draft)


def test_a_plan_without_numbers_is_numbered_by_position() -> None:
    """The file says that the ids are ours."""
    found = [pillar("", "Be seen", action("", "A"), action("", "B")), pillar("", "Rise", action("", "C"))]
    draft = read(plan(*found, title="Plan"))
    assert [one.id for one in draft.entries] == ["1", "1.1", "1.2", "2", "2.1"]
    assert draft.ids_assigned
    assert kinds_of(draft) == []


def test_a_pillar_without_a_number_has_the_one_that_its_actions_extend() -> None:
    """A heading has none."""
    found = [pillar("", "Rise", action("2.1"), action("2.2")), pillar("", "Be seen", action("3.1"))]
    draft = read(plan(*found, title="Plan"))
    assert [one.id for one in draft.entries] == ["2", "2.1", "2.2", "3", "3.1"]
    assert "no pillar has a number in the document; tcplan gave the ids 2, 3" in doubts_of(draft)


def test_pillars_without_numbers_have_ids_of_one_form() -> None:
    """Although all actions of one are below one objective."""
    first = pillar("", "Rise", action("1.1.1"), action("1.2.1"))
    assert ids_of(first, pillar("", "Be seen", action("2.1.1"), action("2.1.2")))[::3] == ["1", "2"]


def test_pillars_without_numbers_are_named_where_actions_are_counted_through() -> None:
    """Their places are numbers of actions."""
    found = [pillar("", "Be Seen", action("1"), action("2")), pillar("", "Rise", action("3"))]
    assert ids_of(*found) == ["be-seen", "1", "2", "rise", "3"]


def test_actions_without_numbers_extend_the_number_of_their_objective() -> None:
    """And the file says that their ids are ours."""
    draft = read(plan(objective("1.2", "Events", action("", "A"), action("", "B")), title="Plan"))
    assert [one.id for one in draft.entries] == ["1.2", "1.2.1", "1.2.2"]
    assert draft.ids_assigned


def test_one_action_without_a_number_gets_a_free_one() -> None:
    """That of its place may be taken."""
    assert ids_of(objective("1", "Events", action("1.1"), action(""), action("1.2"))) == ["1", "1.1", "1.3", "1.2"]


def test_an_id_that_does_not_say_its_parent_names_it() -> None:
    """Under pillar A is action TC-07."""
    draft = read(plan(pillar("A", "Be seen", action("TC-07")), title="Plan"))
    assert values_of(draft.entries[1]) == {"under": "A"}


def test_a_step_is_a_value_of_its_action_and_keeps_a_number_of_its_own() -> None:
    """Letters of a list are not published ids."""
    draft = read(plan(action("1.1", "Write", step("Draft", "a)"), step("Publish", "1.1.2")), title="Plan"))
    assert values_of(draft.entries[0])["steps"] == ["Draft", "1.1.2 Publish"]
