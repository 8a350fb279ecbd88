"""A box for each answer in one cell: what is ticked is said, and what is not ticked is no word of the plan."""

import pytest
from importing.making.blocks import cell, document, heading, row, table

from tcplan.importing.document import SourceCell, SourceDocument
from tcplan.importing.draft import DraftPlan
from tcplan.importing.finding.tick_boxes import tick_boxes
from tcplan.importing.import_plans import ImportedDocument, ImportOptions, read_document
from tcplan.workspace.glossary import Glossary

TITLES = ("Open a workshop", "Publish a directory", "Run a mentoring scheme", "Hold a photography day")
THEMES = ("Visibility", "Recognition", "Career Development", "Sustainability")
MARKS = ["☐☒", "☐☑", "□■", "☐✔", "⬜✅", "✗✓", "[ ]|[x]", "[]|[X]"]


def made(header: str, cells: list[SourceCell]) -> SourceDocument:
    """A table of four actions with a column of boxes."""
    rows = [row("Ref", header, "Action", "Owner", "Due")]
    rows += [
        row(f"A{at}", one, title, "HR", "May 2027")
        for at, (title, one) in enumerate(zip(TITLES, cells, strict=True), 1)
    ]
    return document(heading("Technician Commitment action plan"), table(*rows))


def read(source: SourceDocument) -> ImportedDocument:
    """What is read from a document."""
    return read_document(source, ImportOptions({}, "", Glossary(())))


def choices(options: tuple[str, ...], marks: str, *, in_lines: bool) -> list[SourceCell]:
    """A cell for each action, in which the option of the same place is ticked."""
    off, on = marks.split("|") if "|" in marks else list(marks)
    texts = [[f"{on if one == chosen else off} {one}" for one in options] for chosen in options]
    return [cell(*lines) if in_lines else cell(" ".join(lines)) for lines in texts]


def values(draft: DraftPlan, key: str) -> list[object]:
    """What each action says in a key."""
    return [one.keys[key].value for one in draft.entries if one.level.value == "action" and key in one.keys]


@pytest.mark.parametrize("in_lines", [True, False])
@pytest.mark.parametrize("marks", MARKS)
def test_the_pillar_is_the_one_that_is_ticked(marks: str, in_lines: bool) -> None:  # noqa: FBT001 -- a parameter
    """In one line or several; nothing is lost by what is not ticked."""
    found = read(made("Pillar", choices(THEMES, marks, in_lines=in_lines)))
    (draft,) = found.drafts
    titles = [one.title for one in draft.entries if one.level.value == "pillar"]
    assert titles == list(THEMES)
    assert not found.left_over
    assert not values(draft, "about")


@pytest.mark.parametrize("marks", MARKS)
def test_the_themes_are_those_that_are_ticked(marks: str) -> None:
    """As many as there are ticks in the cell."""
    off, on = marks.split("|") if "|" in marks else list(marks)
    pairs = [{"Visibility", "Recognition"}, {"Sustainability"}, {"Visibility", "Sustainability"}, {"Recognition"}]
    cells = [cell(*(f"{on if one in pair else off} {one}" for one in THEMES)) for pair in pairs]
    found = read(made("TC themes", cells))
    (draft,) = found.drafts
    themes = [["visibility", "recognition"], ["sustainability"], ["visibility", "sustainability"], ["recognition"]]
    assert values(draft, "themes") == themes
    assert not found.left_over


@pytest.mark.parametrize("marks", MARKS)
def test_priorities_and_pillars_of_any_name_are_chosen_too(marks: str) -> None:
    """The same answers in other rows say that it is a choice."""
    own = ("Our people", "Our place", "Our future", "Our craft")
    (draft,) = read(made("Pillar", choices(own, marks, in_lines=False))).drafts
    assert [one.title for one in draft.entries if one.level.value == "pillar"] == list(own)
    levels = choices(("High", "Medium", "Low", "Critical"), marks, in_lines=False)
    (draft,) = read(made("Priority", levels)).drafts
    assert [str(one).casefold() for one in values(draft, "priority")] == ["high", "medium", "low", "high"]


def test_a_list_of_things_to_do_is_no_choice() -> None:
    """Each box is ticked when its step is done; the others remain steps."""
    cells = [cell(f"☒ Write the brief of {title}", f"☐ Find rooms for {title}") for title in TITLES]
    found = read(made("Steps", cells))
    said = repr(found.drafts) + repr(found.left_over)
    assert all(f"Find rooms for {title}" in said for title in TITLES)


def test_words_before_the_first_box_make_no_list_of_boxes() -> None:
    """They would be lost."""
    assert not tick_boxes("Which? ☐ Yes ☒ No")
    assert [one.words for one in tick_boxes("☐ Yes ☒ No")] == ["Yes", "No"]


def initials(heads: tuple[str, ...], mark: str) -> SourceDocument:
    """A column for each theme, with a mark for each action in one of them."""
    rows = [row("Ref", *heads, "Action", "Owner", "Due")]
    for at, title in enumerate(TITLES):
        marks = [mark if at == column else "" for column in range(len(heads))]
        rows.append(row(f"A{at}", *marks, title, "HR", "May 2027"))
    return document(heading("Technician Commitment action plan"), table(*rows))


@pytest.mark.parametrize("mark", ["✓", "x", "●", "Y", "☒"])
@pytest.mark.parametrize(
    "heads", [("V", "R", "CD", "S"), ("V", "R", "C", "S"), ("Vis", "Rec", "CD", "Sus"), ("V", "R", "CD", "EI")]
)
def test_a_mark_below_the_initials_of_a_theme_is_that_theme(heads: tuple[str, ...], mark: str) -> None:
    """Several initials beside each other mean the themes."""
    found = read(initials(heads, mark))
    (draft,) = found.drafts
    last = "evaluating-impact" if heads[-1] == "EI" else "sustainability"
    assert values(draft, "themes") == [["visibility"], ["recognition"], ["career-development"], [last]]
    assert not draft.doubts
    assert not found.left_over


@pytest.mark.parametrize("heads", [("R", "A", "G"), ("R", "S"), ("M", "T", "W", "T")])
def test_other_letters_above_marks_are_no_themes(heads: tuple[str, ...]) -> None:
    """Colours, or letters that mean something only in the document."""
    (draft,) = read(initials(heads, "✓")).drafts
    assert not values(draft, "themes")
