"""Colours and notes of progress: what a colour means in this plan, and on which day it was said."""

import pytest
from importing.making.found_plans import action, kinds_of, plan, read, read_entry, values_of, words

from tcplan.findings.span import Value
from tcplan.importing.draft import DraftEntry
from tcplan.importing.found import FoundEntry, Words
from tcplan.importing.reading.colour_words import state_in
from tcplan.values.rag import DEFAULT_MEANINGS, Colour, Meaning

DAY = "2024-06-30"


def rag_of(status: Words | str, **more: str) -> Value:
    """The colour of an action with this status, reviewed on a day."""
    return colour_in(read_entry(action("1", rag=status, **more), reviewed=DAY))


def colour_in(entry: DraftEntry) -> Value:
    """The colour of the last report of an entry."""
    updates = values_of(entry).get("updates") or [{}]
    assert isinstance(updates, list)
    assert isinstance(updates[-1], dict)
    return updates[-1].get("rag")


WORDS = [
    ("a colour", "Green", "green"),
    ("a colour in capitals", "AMBER", "amber"),
    ("a letter", "R", "red"),
    ("a small letter", "g", "green"),
    ("yellow", "Yellow", "amber"),
    ("two halves", "Amber/Green", "amber"),
    ("two letters", "R/A", "red"),
    ("a dot", "🟢", "green"),
    ("a state", "On track", "green"),
    ("a state with a sign", "On target", "green"),
    ("finished", "Complete", "blue"),
    ("finished, in other words", "Delivered", "blue"),
    ("not begun", "Not started", "grey"),
    ("late", "Overdue", "red"),
    ("at risk", "At risk", "amber"),
    ("not finished", "Not completed", "red"),
    ("in progress", "In progress", "amber"),
    ("nearly finished", "Nearly complete", "amber"),
    ("a share", "75% complete", "amber"),
    ("all of it", "100% complete", "blue"),
    ("under way", "Work in progress", "amber"),
    ("from one colour to another", "Amber → Green", "green"),
    ("a shade", "Light green", "green"),
    ("to do", "To do", "grey"),
    ("a colour and a note", "Green – two sessions held", "green"),
]


@pytest.mark.parametrize(("written", "colour"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_a_status_is_a_colour(written: str, colour: str) -> None:
    """By its name, or by what it says of the work."""
    assert rag_of(written) == colour


FILLS = [
    ("FF0000", "red"),
    ("C00000", "red"),
    ("F4CCCC", "red"),
    ("FFC000", "amber"),
    ("FFFF00", "amber"),
    ("ED7D31", "amber"),
    ("00B050", "green"),
    ("92D050", "green"),
    ("C6EFCE", "green"),
    ("0070C0", "blue"),
    ("4472C4", "blue"),
]


@pytest.mark.parametrize(("fill", "colour"), FILLS)
def test_the_ground_of_a_status_cell_is_its_colour(fill: str, colour: str) -> None:
    """As word processors and spreadsheets have them."""
    assert rag_of(words("", fill=fill)) == colour


@pytest.mark.parametrize("fill", ["", "FFFFFF", "F2F2F2", "D9D9D9", "7030A0"])
def test_white_pale_grey_and_purple_are_none(fill: str) -> None:
    """An empty cell of a table says nothing."""
    assert rag_of(words("", fill=fill)) is None


@pytest.mark.parametrize("written", ["N/A", "-", "None"])
def test_words_for_no_colour_are_none(written: str) -> None:
    """Nor are they a note."""
    assert values_of(read_entry(action("1", rag=written), reviewed=DAY)) == {}


def test_a_key_in_the_introduction_is_a_key() -> None:
    """On one line, with its name before it."""
    about = "Key: Green = completed; Amber = in progress; Red = not started"
    draft = read(plan(action("1", rag="Completed"), about=about, title="Plan"), DAY)
    assert colour_in(draft.entries[0]) == "green"
    assert draft.keys["about"].value == about


def test_delayed_work_on_an_amber_ground_is_at_risk() -> None:
    """A plan whose amber is called `Delayed` has a red as well."""
    states = (("Complete", "00B0F0"), ("Delayed", "FFC000"), ("Slightly behind", "FFC000"))
    found = [action(str(one), rag=words(text, fill=fill)) for one, (text, fill) in enumerate(states, 1)]
    draft = read(plan(*found, title="Plan"), DAY)
    assert draft.keys["rag"].value == {"amber": {"means": "at-risk", "label": "Delayed"}}
    assert values_of(draft.entries[2])["updates"] == [{"date": DAY, "rag": "amber", "note": "Slightly behind"}]


def test_the_ground_of_a_cell_is_the_colour_of_a_state_in_words() -> None:
    """Where each state has a ground of its own; what the key does not say is a note."""
    states = (("Completed", "92D050"), ("In progress", "FFC000"), ("Delayed", "FFC000"), ("Not begun", "FF0000"))
    found = [action(str(one), rag=words(text, fill=fill)) for one, (text, fill) in enumerate(states, 1)]
    draft = read(plan(*found, title="Plan"), DAY)
    assert [colour_in(one) for one in draft.entries] == ["green", "amber", "amber", "red"]
    assert values_of(draft.entries[2])["updates"] == [{"date": DAY, "rag": "amber", "note": "Delayed"}]
    assert "'amber': {'means': 'in-progress', 'label': 'In progress'}" in str(draft.keys["rag"].value)


def test_what_a_cell_says_counts_more_than_its_ground() -> None:
    """And that is told."""
    draft = read(plan(action("1", rag=words("Green", fill="FF0000")), title="Plan"), DAY)
    assert colour_in(draft.entries[0]) == "green"
    assert kinds_of(draft) == ["colour"]


@pytest.mark.parametrize("written", ["Delivered a workshop in May", "Completed the first of three reports"])
def test_a_done_word_is_complete_only_as_a_status(written: str) -> None:
    """A note that begins with one is a note."""
    entry = read_entry(action("1", report=words(written, column="Progress")), reviewed=DAY)
    assert values_of(entry)["updates"] == [{"date": DAY, "note": written}]


def test_a_done_word_alone_in_a_column_of_progress_is_a_status() -> None:
    """`Completed` and nothing else."""
    assert colour_in(read_entry(action("1", report=words("Completed", column="Progress")), reviewed=DAY)) == "blue"


def test_a_done_word_in_the_title_is_no_colour() -> None:
    """An action may be to have something completed."""
    assert values_of(read_entry(action("1", "Completed job descriptions for all"), reviewed=DAY)) == {}


KEYS = [
    (("Green: complete", "Amber: in progress", "Red: not started"), {"green": "complete", "amber": "in-progress"}),
    (("Blue – suspended", "Green – on target"), {"blue": "paused"}),
    (("Red = delayed or incomplete; Amber = in progress; Green = completed",), {"green": "complete"}),
    (("G - Completed", "A - Under way", "R - Not begun"), {"green": "complete"}),
]


@pytest.mark.parametrize(("lines", "means"), KEYS)
def test_the_plans_own_key_says_what_its_colours_mean(lines: tuple[str, ...], means: dict[str, str]) -> None:
    """It is written where it differs from the usual one."""
    found = plan(action("1", rag="Green"), action("2", rag="Amber"), action("3", rag="Blue"), key=words(*lines))
    key = read(found, DAY).keys["rag"].value
    assert isinstance(key, dict)
    assert {colour: entry["means"] for colour, entry in key.items() if colour in means} == means  # type: ignore[index,call-overload]


def test_words_beside_a_colour_say_what_it_means_where_they_always_do() -> None:
    """`Green - complete` is a key; one note beside a colour is none."""
    complete = read(plan(action("1", rag="Green - complete"), action("2", rag="Green"), title="Plan"), DAY)
    assert complete.keys["rag"].value == {"green": {"means": "complete", "label": "complete"}}
    delayed = read(plan(action("1", rag="Amber (delayed)"), action("2", rag="Amber"), title="Plan"), DAY)
    assert "rag" not in delayed.keys
    assert values_of(delayed.entries[0])["updates"] == [{"date": DAY, "rag": "amber", "note": "delayed"}]


def test_a_key_of_filled_cells_is_read_too() -> None:
    """The colour is the ground, the words what it means."""
    key = (words("Completed", fill="00B050"), words("Not started", fill="FF0000"))
    draft = read(plan(action("1", rag="Completed"), key=key, title="Plan"), DAY)
    assert colour_in(draft.entries[0]) == "green"


@pytest.mark.parametrize("names", [("R", "A", "G"), ("", "", ""), ("Red", "Amber", "Green")])
def test_a_key_may_have_a_colour_in_one_cell_and_its_words_in_the_next(names: tuple[str, str, str]) -> None:
    """As a table of two columns."""
    fills, means = ("FF0000", "FFC000", "00B050"), ("Not begun", "Late", "Complete")
    key = [
        cell
        for name, fill, text in zip(names, fills, means, strict=True)
        for cell in (words(name, fill=fill) if name else words(fill=fill), words(text))
    ]
    draft = read(plan(action("1", rag=words("", fill="00B050")), key=key, title="Plan"), DAY)
    reverse = read(plan(action("1", rag=words("", fill="00B050")), key=key[::-1], title="Plan"), DAY)
    assert not draft.questions
    assert draft.keys["rag"] == reverse.keys["rag"]
    assert draft.keys["rag"].value == {
        "red": {"means": "not-started", "label": "Not begun"},
        "amber": {"means": "at-risk", "label": "Late"},
        "green": {"means": "complete", "label": "Complete"},
    }


def test_lists_of_what_cells_may_say_are_no_key() -> None:
    """A sheet of drop-down values has colours beside owners."""
    key = [words(text) for text in ("Priority", "RAG", "Owner", "High", "Red", "HROD", "Low", "Green", "Finance")]
    draft = read(plan(action("1", rag="Green"), key=key, title="Plan"), DAY)
    assert colour_in(draft.entries[0]) == "green"
    assert not draft.questions


def test_the_usual_key_is_not_written() -> None:
    """Files say only what differs."""
    key = words("Blue: complete", "Green: on track", "Amber: at risk", "Red: off track")
    assert "rag" not in read(plan(action("1", rag="Green"), key=key, title="Plan"), DAY).keys


def test_a_state_without_a_colour_prints_the_words_of_the_document() -> None:
    """`In progress` has no colour of its own; which it is here is told."""
    draft = read(plan(action("1", rag="In progress"), action("2", rag="Complete"), title="Plan"), DAY)
    assert [colour_in(one) for one in draft.entries] == ["amber", "blue"]
    assert draft.keys["rag"].value == {"amber": {"means": "in-progress", "label": "In progress"}}
    assert kinds_of(draft) == ["colour"]


OTHER_KEYS = [
    ("Red: high cost", "Amber: some cost", "Green: no cost"),
    ("Blue text: HR Excellence in Research", "Green text: Concordat"),
    ("Red: high impact", "Green: low impact"),
]


@pytest.mark.parametrize("lines", OTHER_KEYS)
def test_colours_that_are_no_progress_are_asked_about_and_not_read(lines: tuple[str, ...]) -> None:
    """They go into `about`."""
    found = plan(action("1", rag=words("", fill="FF0000", column="Grade")), key=words(*lines), title="Plan")
    draft = read(found, DAY)
    assert values_of(draft.entries[0]) == {"about": "Grade: red"}
    assert [question.key for question in draft.questions] == ["colours-are-progress"]
    answered = read(found, DAY, {"colours-are-progress": "yes"})
    assert colour_in(answered.entries[0]) == "red"


def test_which_of_two_keys_counts_is_asked() -> None:
    """By default the first."""
    key = words("Green: complete", "Red: delayed", "Green: on track", "Red: overdue")
    found = plan(action("1", rag="Green"), key=key, title="Plan")
    draft = read(found, DAY)
    assert [question.key for question in draft.questions] == ["key-of-colours"]
    assert draft.keys["rag"].value == {
        "green": {"means": "complete", "label": "complete"},
        "red": {"means": "off-track", "label": "delayed"},
    }
    assert "green" not in str(read(found, DAY, {"key-of-colours": "2"}).keys.get("rag"))


def test_grounds_that_only_alternate_are_asked_about_and_not_read() -> None:
    """They are the design of the table."""
    found = [action(str(index), rag=words("", fill=("DEEAF6", "E2EFD9")[index % 2])) for index in range(6)]
    draft = read(plan(*found, title="Plan"), DAY)
    assert [question.key for question in draft.questions] == ["grounds-are-colours"]
    assert not any("updates" in one.keys for one in draft.entries)


def test_one_pale_ground_of_the_whole_column_is_asked_about_too() -> None:
    """A column may be shaded."""
    found = [action(str(index), rag=words("", fill="DEEAF6")) for index in range(6)]
    assert [question.key for question in read(plan(*found, title="Plan"), DAY).questions] == ["grounds-are-colours"]


def test_strong_colours_of_a_few_actions_are_a_rag() -> None:
    """Also where all are green, or two follow each other in turn."""
    for fills in (("00B050",) * 5, ("00B050", "FF0000") * 2):
        found = [action(str(index), rag=words("", fill=fill)) for index, fill in enumerate(fills)]
        draft = read(plan(*found, title="Plan"), DAY)
        assert not draft.questions
        assert all(colour_in(one) for one in draft.entries)


@pytest.mark.parametrize("status", [words("Black"), words("Halted"), words("On hold")])
def test_halted_work_is_paused(status: Words) -> None:
    """Black is grey in a file, and the key says that it means paused."""
    draft = read(plan(action("1", rag=status), title="Plan"), DAY)
    key = draft.keys["rag"].value
    assert isinstance(key, dict)
    assert [entry["means"] for entry in key.values() if isinstance(entry, dict)] == ["paused"]
    assert list(key) == [colour_in(draft.entries[0])]
    assert kinds_of(draft) == ["colour"]


def dated(*entries: FoundEntry, title: str = "Plan", about: str = "") -> Value:
    """The updates of the last of some entries, without the day of a review."""
    return values_of(read(plan(*entries, title=title, about=about or ())).entries[-1]).get("updates")


def test_the_day_of_a_colour_is_that_which_is_given() -> None:
    """Before all others."""
    entry = read_entry(action("1", rag="Green", report_date="March 2024"), reviewed=DAY)
    assert values_of(entry)["updates"] == [{"date": DAY, "rag": "green"}]


@pytest.mark.parametrize(
    ("entry", "title", "day"),
    [
        (action("1", rag="Green", report_date="March 2024"), "Plan", "2024-03"),
        (action("1", rag=words("Green", column="RAG June 2024")), "Plan", "2024-06"),
        (action("1", rag=words("Green", column="Status as at 30/06/2024")), "Plan", "2024-06-30"),
        (action("1", rag="Green"), "RAG status June 2024", "2024-06"),
        (action("1", rag="Green"), "Action plan: progress update, 30 June 2024", "2024-06-30"),
    ],
)
def test_else_it_is_the_day_beside_it_or_in_its_header_or_in_the_title(entry: FoundEntry, title: str, day: str) -> None:
    """In this order."""
    assert dated(entry, title=title) == [{"date": day, "rag": "green"}]


@pytest.mark.parametrize("title", ["Action plan 2025-27", "Plan January 2025 - December 2027", "Next review June 2026"])
def test_a_title_with_other_dates_gives_no_day(title: str) -> None:
    """That of a plan is no review."""
    assert dated(action("1", rag="Green"), title=title) is None


def test_a_cell_may_say_that_the_next_one_has_the_day() -> None:
    """Above a table: `RAG as at`, and the day beside it."""
    found = plan(action("1", rag="Green"), title="Plan", about=["RAG as at", "30 June 2024"])
    assert values_of(read(found).entries[0])["updates"] == [{"date": "2024-06-30", "rag": "green"}]


def test_a_colour_without_a_day_goes_into_about_and_is_told_once() -> None:
    """With what to do."""
    draft = read(plan(action("1", rag=words("Green", column="RAG")), action("2", rag="Red"), title="Plan"))
    assert [values_of(one) for one in draft.entries] == [{"about": "RAG: Green"}, {"about": "RAG: Red"}]
    assert kinds_of(draft) == ["colour"]
    assert "--reviewed" in draft.doubts[0].message


def test_notes_of_progress_are_the_note_of_the_report() -> None:
    """With the rest of what the status says."""
    entry = read_entry(action("1", rag="Green – on plan", report="Two sessions held."), reviewed=DAY)
    assert values_of(entry)["updates"] == [{"date": DAY, "rag": "green", "note": "on plan\n\nTwo sessions held."}]


def test_each_column_of_colours_is_a_report_of_its_own_day() -> None:
    """Oldest first, and a note joins the report of its day."""
    found = action(
        "1",
        rag=[words("Green", column="RAG Dec 2024"), words("Amber", column="RAG June 2024")],
        report=[words("Held.", column="Progress June 2024"), words("All done.", column="Progress Dec 2024")],
    )
    assert dated(found) == [
        {"date": "2024-06", "rag": "amber", "note": "Held."}, {"date": "2024-12", "rag": "green", "note": "All done."},
    ]  # fmt: skip


def test_notes_that_begin_with_their_day_are_reports() -> None:
    """Each line of them."""
    found = action("1", report=words("June 2024: two sessions held", "Dec 2024 – report sent"))
    assert dated(found) == [
        {"date": "2024-06", "note": "two sessions held"},
        {"date": "2024-12", "note": "report sent"},
    ]


def test_a_colour_beside_notes_with_days_is_of_the_last_of_them() -> None:
    """It is the state that the last one left."""
    found = action("1", rag="Green", report=words("June 2024: two held", "Dec 2024: four held"))
    assert dated(found) == [
        {"date": "2024-06", "note": "two held"}, {"date": "2024-12", "rag": "green", "note": "four held"},
    ]  # fmt: skip


def test_a_header_with_a_year_says_the_day_of_a_review() -> None:
    """`RAG 2024` and `RAG 2025` are two reviews."""
    found = action("1", rag=[words("Amber", column="RAG 2024"), words("Green", column="RAG 2025")])
    assert dated(found) == [{"date": "2024", "rag": "amber"}, {"date": "2025", "rag": "green"}]


def test_grey_is_a_colour_among_other_colours() -> None:
    """Where the status cells have grounds and no words."""
    found = [action(str(one), rag=words("", fill=fill)) for one, fill in enumerate(("00B050", "FF0000", "A6A6A6"), 1)]
    assert colour_in(read(plan(*found, title="Plan"), DAY).entries[-1]) == "grey"


def test_a_note_with_a_day_of_its_own_keeps_it() -> None:
    """Whatever day is given for the review."""
    entry = read_entry(action("1", report="Dec 2023: two sessions held"), reviewed=DAY)
    assert values_of(entry)["updates"] == [{"date": "2023-12", "note": "two sessions held"}]


def test_evidence_belongs_to_the_last_report() -> None:
    """Without a report it is in `about`."""
    entry = read_entry(action("1", rag="Green", evidence="Minutes of June"), reviewed=DAY)
    assert values_of(entry)["updates"] == [{"date": DAY, "rag": "green", "evidence": [{"title": "Minutes of June"}]}]
    assert values_of(read_entry(action("1", evidence="Minutes"))) == {"about": "Evidence: Minutes"}


def test_finished_work_of_an_earlier_plan_is_told() -> None:
    """It stays among the actions."""
    draft = read(plan(action("1", "Completed: hold an open day"), action("2", "Hold another"), title="Plan"))
    assert kinds_of(draft) == ["earlier-work"]
    assert len(draft.entries) == 2


@pytest.mark.parametrize(
    ("text", "colour", "meaning", "rest"),
    [
        ("Red \u2192 Amber", "amber", None, ""),
        ("Green -> Red", "red", None, ""),
        ("G (previously A)", "green", None, "previously A"),
        ("Green*", "green", None, ""),
        ("Green by December", "", None, ""),
        ("Red Hat training complete", "", None, ""),
        ("Achieved in part", "", None, ""),
        ("Completed?", "", None, ""),
        ("Complete/ongoing", "", Meaning.COMPLETE, "Complete/ongoing"),
        ("Partly complete", "", Meaning.AT_RISK, "Partly complete"),
        ("Will not be completed", "", Meaning.OFF_TRACK, "Will not be completed"),
        ("Deferred to 2027", "", Meaning.PAUSED, "Deferred to 2027"),
        ("Done in March", "", Meaning.COMPLETE, "Done in March"),
        ("Green \u2013 complete", "green", Meaning.COMPLETE, "complete"),
    ],
)
def test_a_status_is_read_whole_or_not_at_all(text: str, colour: str, meaning: Meaning | None, rest: str) -> None:
    """What follows a colour or a state may turn its sense."""
    state = state_in(text)
    assert (state.colour, state.meaning, state.rest) == (colour, meaning, rest)


@pytest.mark.parametrize(
    "names",
    [("Red", "Green"), ("R", "G"), ("RED:", "GREEN:"), ("", "")],
    ids=["names", "letters", "signs", "grounds alone"],
)
def test_a_key_may_have_its_colours_in_cells_of_their_own(names: tuple[str, str]) -> None:
    """What a colour means stands in the cell behind it."""
    red, green = (words(name, fill=fill) for name, fill in zip(names, ("FF0000", "00B050"), strict=True))
    draft = read(
        plan(action("1", rag="Green"), key=[red, words("Overdue"), green, words("Completed")], title="Plan"), DAY
    )
    assert draft.keys["rag"].value == {
        "green": {"means": "complete", "label": "Completed"},
        "red": {"means": "off-track", "label": "Overdue"},
    }


CONTRADICTIONS = [
    ("Complete", "FFC000", "blue"),
    ("Behind", "00B050", "red"),
    ("On track", "FF0000", "green"),
    ("In progress", "FF0000", "amber"),
    ("Overdue", "0070C0", "red"),
]


@pytest.mark.parametrize(("said", "fill", "colour"), CONTRADICTIONS)
def test_one_cell_whose_ground_contradicts_its_words_is_no_key(said: str, fill: str, colour: str) -> None:
    """Its words count, that is told, and what the colours of the plan mean stays as it is."""
    others = [("Green", "00B050"), ("Red", "FF0000"), ("Amber", "FFC000")]
    found = [action(str(at), rag=words(text, fill=of)) for at, (text, of) in enumerate([*others, (said, fill)], 1)]
    draft = read(plan(*found, title="Plan"), DAY)
    assert colour_in(draft.entries[-1]) == colour
    assert f"the cell says `{said}`" in str([doubt.message for doubt in draft.doubts if doubt.entry == "4"])
    assert "amber" not in str(draft.keys.get("rag")) or said == "In progress"


@pytest.mark.parametrize(("said", "fill", "odd"), [("Complete", "00B050", "FFC000"), ("Not begun", "FF0000", "00B050")])
def test_of_cells_with_the_same_words_most_say_what_colour_these_have(said: str, fill: str, odd: str) -> None:
    """The odd one is told."""
    cells = [*((said, fill),) * 4, ("In progress", "FFC000"), ("In progress", "FFC000"), (said, odd)]
    found = [action(str(at), rag=words(text, fill=of)) for at, (text, of) in enumerate(cells, 1)]
    draft = read(plan(*found, title="Plan"), DAY)
    assert len({str(colour_in(draft.entries[at])) for at in (0, 1, 2, 3, 6)}) == 1
    assert [doubt.entry for doubt in draft.doubts if "elsewhere" in doubt.message] == ["7"]


PURPLE_KEYS = [
    (("Purple: complete", "Green: on track", "Amber: at risk"), "blue", "complete"),
    (("Blue: complete", "Purple: paused", "Amber: at risk"), "grey", "paused"),
    (("Purple = not started; Green = on track; Red = late",), "grey", "not-started"),
    (("Green – complete", "Purple – on hold", "Red – late"), "amber", "paused"),
]


@pytest.mark.parametrize("status", [words("Purple"), words("", fill="7030A0")], ids=["in words", "as a ground"])
@pytest.mark.parametrize(("lines", "colour", "means"), PURPLE_KEYS)
def test_purple_is_the_colour_that_the_key_leaves_for_what_it_means(
    status: Words, lines: tuple[str, ...], colour: str, means: str
) -> None:
    """Plan files have no purple, and that is told."""
    draft = read(plan(action("1", rag=status), action("2", rag="Green"), key=words(*lines), title="Plan"), DAY)
    assert colour_in(draft.entries[0]) == colour
    own = draft.keys["rag"].value if "rag" in draft.keys else {}
    assert isinstance(own, dict)
    usual = DEFAULT_MEANINGS[Colour(colour)]
    assert f"'means': '{means}'" in str(own.get(colour, {"means": str(usual)}))
    assert "purple" in draft.doubts[0].message


def test_purple_without_a_key_is_kept_in_words_and_told() -> None:
    """Among cells of other colours it says something, and nobody says what."""
    fills = ("00B050", "FF0000", "7030A0", "FFC000")
    found = [action(str(at), rag=words("", fill=fill, column="RAG")) for at, fill in enumerate(fills, 1)]
    draft = read(plan(*found, title="Plan"), DAY)
    assert values_of(draft.entries[2]) == {"about": "RAG: Purple"}
    assert [doubt.entry for doubt in draft.doubts] == ["3"]


@pytest.mark.parametrize(
    ("header", "colour"),
    [("In progress", "amber"), ("Complete", "blue"), ("Not started", "grey"), ("Amber", "amber"), ("Status", "blue")],
)
@pytest.mark.parametrize("field", ["rag", "report"])
def test_a_tick_is_the_state_that_its_header_names(header: str, colour: str, field: str) -> None:
    """Below a header without one it says that it is done."""
    tick = words("✔", column=header)
    found = action("1", rag=tick) if field == "rag" else action("1", report=tick)
    assert colour_in(read_entry(found, reviewed=DAY)) == colour


@pytest.mark.parametrize("written", ["0%", "0 %", "0% complete"])
def test_nothing_done_is_not_started(written: str) -> None:
    """And is no risk."""
    assert rag_of(written) == "grey"


ENDINGS = [
    ("Withdrawn", "withdrawn"),
    ("Cancelled", "withdrawn"),
    ("No longer applicable", "withdrawn"),
    ("Discontinued: the fund has closed", "withdrawn"),
    ("Not taken forward", "withdrawn"),
    ("Superseded by the new framework", "superseded"),
    ("Replaced", "superseded"),
    ("Merged with 1.2", "merged"),
    ("Now incorporated in the skills strategy", "merged"),
]


@pytest.mark.parametrize(("said", "how"), ENDINGS)
def test_work_that_has_ended_unfinished_is_closed(said: str, how: str) -> None:
    """On the day of the review, with the words of the document as the reason; and that is told."""
    draft = read(plan(action("1", rag=words(said, fill="A6A6A6"), report="The board agreed."), title="Plan"), DAY)
    closed = values_of(draft.entries[0])["closed"]
    assert closed == {"date": DAY, "as": how, "why": f"{said}\n\nThe board agreed."}
    assert kinds_of(draft) == ["closed"]


def test_work_that_has_ended_on_no_known_day_says_so_in_about() -> None:
    """With what to do."""
    draft = read(plan(action("1", rag=words("Withdrawn", column="Status")), title="Plan"))
    assert values_of(draft.entries[0]) == {"about": "Status: Withdrawn"}
    assert "--reviewed" in draft.doubts[0].message


@pytest.mark.parametrize(
    "said", ["Withdrawn?", "No longer on track", "Closed", "Not completed", "Cancellation policy drafted"]
)
def test_other_words_close_nothing(said: str) -> None:
    """A question, a state, or a note."""
    assert "closed" not in values_of(read_entry(action("1", rag=said), reviewed=DAY))


SHARED = [
    ("on track after in progress", ("At risk", "In progress", "On track"), ("amber", "green", "green")),
    ("on track before in progress", ("On track", "In progress"), ("green", "amber")),
    ("two that have not begun", ("Not started", "On hold"), ("grey", "amber")),
    ("on hold where amber is at risk", ("At risk", "On hold", "Not started"), ("amber", "grey", "grey")),
    ("at risk where amber is in progress", ("In progress", "At risk", "Complete"), ("amber", "amber", "blue")),
    ("two words for late", ("Overdue", "Off track", "Complete"), ("red", "red", "blue")),
]


@pytest.mark.parametrize(("states", "colours"), [row[1:] for row in SHARED], ids=[row[0] for row in SHARED])
def test_two_words_may_mean_one_colour(states: tuple[str, ...], colours: tuple[str, ...]) -> None:
    """No state of work is left without a colour because another word has it; the words stay as a note."""
    draft = read(plan(*(action(str(at), rag=text) for at, text in enumerate(states, 1)), title="Plan"), DAY)
    assert tuple(colour_in(one) for one in draft.entries) == colours
    assert not any("no colour could be read" in doubt.message for doubt in draft.doubts)


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("\U0001f534 Red", "red"),
        ("\U0001f7e0 Amber", "amber"),
        ("\U0001f7e1 Amber", "amber"),
        ("\U0001f7e2 Green", "green"),
        ("\U0001f7e2 – Green", "green"),
        ("\U0001f7e9 green", "green"),
        ("\U0001f535\ufe0f Blue", "blue"),
        ("\U0001f7e2 Red", ""),
    ],
)
def test_a_coloured_sign_before_its_word_says_it_twice(text: str, colour: str) -> None:
    """Where they contradict each other, neither counts."""
    assert state_in(text).colour == colour
