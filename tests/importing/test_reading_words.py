"""Priorities, themes and alignments of a document, in the words that it has for them."""

import pytest
from importing.making.found_plans import action, kinds_of, pillar, plan, read, read_entry, values_of, words


@pytest.mark.parametrize(
    ("written", "priority"),
    [
        ("High", "high"),
        ("HIGH", "high"),
        ("H", "high"),
        ("High priority", "high"),
        ("Very high", "high"),
        ("Critical", "high"),
        ("Medium", "medium"),
        ("Med.", "medium"),
        ("M", "medium"),
        ("low", "low"),
        ("L", "low"),
        ("1 – High", "high"),
    ],
)
def test_a_priority_is_high_medium_or_low(written: str, priority: str) -> None:
    """In whatever form it is written."""
    value = read_entry(action("1", priority=written)).keys["priority"]
    assert (value.value, value.written) == (priority, "" if written.lower() == priority else written)


@pytest.mark.parametrize("written", ["High/Medium", "Medium to low", "Ongoing", "4", "Phase 1", "Highly desirable"])
def test_what_is_no_priority_goes_into_about_and_is_told(written: str) -> None:
    """Between two priorities nothing is chosen."""
    draft = read(plan(action("1", priority=words(written, column="Priority")), title="Plan"))
    assert values_of(draft.entries[0]) == {"about": f"Priority: {written}"}
    assert kinds_of(draft) == ["priority"]


def test_words_after_a_priority_stay_in_about() -> None:
    """Nothing is lost."""
    values = values_of(read_entry(action("1", priority=words("High – a quick win", column="Priority"))))
    assert values == {"priority": "high", "about": "Priority: High – a quick win"}


@pytest.mark.parametrize(("answer", "priorities"), [("", ["high", "low"]), ("1-is-low", ["low", "high"])])
def test_what_numbers_mean_is_asked(answer: str, priorities: list[str]) -> None:
    """By default 1 is high, and that is told."""
    found = plan(action("1", priority="1"), action("2", priority="3"), title="Plan")
    draft = read(found, answers={"scale-of-priorities": answer} if answer else {})
    assert [values_of(one)["priority"] for one in draft.entries] == priorities
    assert len(draft.questions) == (0 if answer else 1)


@pytest.mark.parametrize(
    ("written", "themes"),
    [
        ("Visibility", ["visibility"]),
        ("Career Development Visibility", ["career-development", "visibility"]),
        ("Recognition, Sustainability", ["recognition", "sustainability"]),
        ("Recognition\nCareer Development", ["recognition", "career-development"]),
        ("Career development & Recognition", ["career-development", "recognition"]),
        ("Visibility/Recognition", ["visibility", "recognition"]),
        ("1. Visibility; 3. Career Development", ["visibility", "career-development"]),
        ("Evaluating Impact", ["evaluating-impact"]),
        ("SUSTAINABILITY", ["sustainability"]),
    ],
)
def test_themes_are_read_by_their_names(written: str, themes: list[str]) -> None:
    """However they follow each other."""
    draft = read(plan(action("1", themes=words(*written.split("\n"))), title="Plan"))
    assert values_of(draft.entries[0]) == {"themes": themes}
    assert kinds_of(draft) == []


def test_of_a_list_of_boxes_the_ticked_ones_count() -> None:
    """The others are what could have been chosen."""
    boxes = words("\u2612 Visibility", "\u2610 Recognition", "\u2611 Career development", "\u2610 Sustainability")
    draft = read(plan(action("1", themes=boxes), title="Plan"))
    assert values_of(draft.entries[0]) == {"themes": ["visibility", "career-development"]}


def test_letters_are_themes_where_the_whole_column_is_letters() -> None:
    """R is Recognition there, and no colour."""
    found = plan(
        action("1", themes="V, R"), action("2", themes="CD"), action("3", themes="S/EI"), action("4", themes="R")
    )
    assert [values_of(one)["themes"] for one in read(found).entries] == [
        ["visibility", "recognition"], ["career-development"], ["sustainability", "evaluating-impact"], ["recognition"],
    ]  # fmt: skip


@pytest.mark.parametrize("written", ["All", "R&D", "Culture", "Teaching excellence", "R (new)"])
def test_what_is_no_theme_goes_into_about_and_is_told(written: str) -> None:
    """Letters beside other words are not themes."""
    draft = read(plan(action("1", themes=words(written, column="TC theme")), action("2", themes="V"), title="Plan"))
    assert values_of(draft.entries[0])["about"].startswith("TC theme: ")  # type: ignore[union-attr]
    assert "themes" in kinds_of(draft)


@pytest.mark.parametrize("title", ["Visibility", "Theme 3: Career Development", "2. Recognition", "SUSTAINABILITY"])
def test_a_pillar_with_the_name_of_a_theme_serves_it(title: str) -> None:
    """It says so in its title."""
    assert "themes" in values_of(read_entry(pillar("1", title)))


@pytest.mark.parametrize("title", ["Visibility and outreach", "Our people", "Recognising technicians"])
def test_a_pillar_with_another_name_serves_none_that_is_stated(title: str) -> None:
    """Nothing is guessed."""
    assert values_of(read_entry(pillar("1", title))) == {}


@pytest.mark.parametrize(
    ("written", "aligns"),
    [
        ("N8 Talent Commission (Commitment 1, 3, 5, 7)", ["n8/1", "n8/3", "n8/5", "n8/7"]),
        ("N8 commitments 2 and 4", ["n8/2", "n8/4"]),
        ("Athena Swan; N8 Commitment 10", ["n8/10"]),
        ("N8 (commitment 3) University Strategy 4.2", ["n8/3"]),
        ("N8 Commitment 11", None),
        ("N8", None),
        ("TALENT recommendation 4", None),
        ("University Strategy P.2.2", None),
    ],
)
def test_alignments_are_items_whose_number_is_certain(written: str, aligns: list[str] | None) -> None:
    """The words of all of them stay in `about`."""
    values = values_of(read_entry(action("1", aligns=words(written, column="Strategic alignments"))))
    assert values.get("aligns") == aligns
    assert values["about"] == f"Strategic alignments: {written}"
