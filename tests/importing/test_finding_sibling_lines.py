"""What lines say by standing beside others of their kind: pillars by any name, words of labels, lists of actions."""

from pathlib import Path

import pytest
from importing.making.blocks import bullets, document, heading, para, row, table
from importing.making.pdf import MadePage, make_pdf

from tcplan.importing.document import Block, Paragraph, SourceDocument
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan
from tcplan.importing.ledger import Ledger
from tcplan.importing.readers.opening import open_document


def plan_of(source: SourceDocument) -> FoundPlan:
    """The only plan of a document."""
    (plan,) = find_plans(source, Ledger(source), {})
    return plan


def pillars_in(*blocks: Block) -> list[tuple[str, list[str]]]:
    """The pillars of a document, each with the titles of its actions."""
    entries = plan_of(document(*blocks)).entries
    return [(one.title.text, [below.title.text for below in one.children]) for one in entries]


def dated(text: str, *, tail: str = "(Lead: HR; by March 2027)") -> Block:
    """An item with who and when."""
    return bullets([f"{text} {tail}"])[0]


ODD_NAMES = [
    "Evaluation",
    "Impact and evaluation",
    "5. Impact",
    "Governance and monitoring",
    "Resources",
    "5.5 Reporting",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_heading_above_dated_items_like_those_of_the_other_pillars_is_a_pillar(name: str) -> None:
    """Whatever else a heading of these words is in other documents."""
    pillars = pillars_in(
        heading("What we will do, 2026 to 2029"),
        heading("Raising our profile", 2),
        dated("Write a blog each month"),
        dated("Launch a directory"),
        heading("Being recognised", 2),
        dated("Introduce an award"),
        heading(name, 2),
        dated("Collect case studies"),
        para("Approved by Council in May."),
    )
    assert [titles for _, titles in pillars] == [
        ["Write a blog each month", "Launch a directory"],
        ["Introduce an award"],
        ["Collect case studies"],
    ]
    assert pillars[-1][0] in name


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_heading_above_the_same_table_as_the_other_pillars_is_a_pillar(name: str) -> None:
    """The headers of the table are the same."""
    blocks: list[Block] = [heading("Action plan")]
    for title, action in (
        ("Profile", "Write a blog"),
        ("Being recognised", "Introduce an award"),
        (name, "Run a survey"),
    ):
        blocks += [heading(title, 2), table(row("Action", "Owner", "Due"), row(action, "HR", "May 2026"))]
    pillars = pillars_in(*blocks)
    assert [titles for _, titles in pillars] == [["Write a blog"], ["Introduce an award"], ["Run a survey"]]
    assert pillars[-1][0] in name


def test_a_list_of_measures_is_no_pillar() -> None:
    """Nobody does them, by any day."""
    pillars = pillars_in(
        heading("Action plan"),
        heading("Visibility", 2),
        dated("Write a blog each month"),
        heading("Recognition", 2),
        dated("Introduce an award"),
        heading("Impact and evaluation", 2),
        *bullets(["More visits to the pages", "Higher scores in the survey"]),
    )
    assert [title for title, _ in pillars] == ["Visibility", "Recognition"]


@pytest.mark.parametrize(
    "tail",
    [
        "(Lead: HR; by March 2027)",
        "(HR, March 2027)",
        "- HR - March 2027",
        "[Owner: Library, 2027]",
        "(Owner: Estates; due: 31/03/2027)",
    ],
)
def test_a_list_in_which_most_items_say_who_and_when_is_a_plan(tail: str) -> None:
    """No word of the document has to say that it is one."""
    blocks = [heading("For our technicians"), heading("Raising our profile", 2)]
    texts = ["Write a blog each month", "Launch a directory", "Introduce an award", "Publish a guide"]
    plan = plan_of(document(*blocks, *(dated(one, tail=tail) for one in texts)))
    assert [one.title.text for one in plan.entries] == texts


def test_papers_with_their_authors_and_years_are_no_plan() -> None:
    """They say who and when, and nothing that is to be done."""
    texts = ["Technicians in higher education", "Skills in the laboratory", "A history of glass blowing", "Hidden work"]
    source = document(heading("Reading"), *(dated(one, tail="(Vere, 2021)") for one in texts))
    assert not find_plans(source, Ledger(source), {})


CHANCE = [
    "Target: half of the apprentices are women",
    "Outcome: a film of each workshop",
    "Delivered: cross-faculty placements",
    "Status: review all technical roles",
    "Red-amber-green dashboard for shared equipment",
    "Green-space walks with the grounds team",
]


@pytest.mark.parametrize("text", CHANCE)
def test_one_item_that_begins_like_a_label_is_an_item(text: str) -> None:
    """Labels are for several items; so are the colours of a key."""
    others = ["Hold an annual event", "Publish a guide", "Review the posts"]
    pillars = pillars_in(
        heading("Technician Commitment action plan"),
        heading("Visibility", 2),
        *bullets([text, *others]),
        heading("Recognition", 2),
        *bullets(["Introduce an award", "Name technicians in papers", "Create a register"]),
    )
    assert pillars[0][1] == [text, *others]
    assert len(pillars[1][1]) == 3


def test_a_key_of_several_lines_is_no_action() -> None:
    """Each line explains another colour."""
    plan = plan_of(
        document(
            heading("Technician Commitment action plan"),
            heading("Visibility", 2),
            *bullets(["Hold an annual event", "Publish a guide", "Review the posts"]),
            para("Red: overdue"),
            para("Green: complete"),
        )
    )
    assert [one.text for one in plan.key] == ["Red: overdue", "Green: complete"]


@pytest.mark.parametrize("text", ["2.5 FTE posts created", "1.5 FTE shared with Physics", "3. Year apprenticeship"])
def test_one_number_among_titles_without_ids_is_no_id(text: str) -> None:
    """A number is an id where others have one."""
    texts = [text, *(f"Publish part {one} of the guide" for one in "ABCDEFGH")]
    pillars = pillars_in(heading("Action plan"), heading("Visibility", 2), *bullets(texts))
    assert pillars[0][1] == texts


@pytest.mark.parametrize(
    "title",
    [
        "Deadline reminders for annual reviews",
        "Timeline of our history",
        "Year 2 review of the pathway",
        "Target: half are women",
    ],
)
def test_a_bold_line_with_an_id_as_its_siblings_have_is_an_action(title: str) -> None:
    """Though a word in it is one of labels or dates; the heading above it stays the pillar."""
    blocks: list[Block] = [heading("Action plan")]
    for number, text in enumerate((title, "Hold an event", "Publish a guide"), 1):
        blocks += [
            *([heading(("Visibility", "Recognition")[number - 1], 2)] if number < 3 else []),
            para(f"{number}.1 {text}", bold=True),
            *bullets(["Owner: HR", "Due: May 2027"]),
        ]
    assert pillars_in(*blocks) == [("Visibility", [title]), ("Recognition", ["Hold an event", "Publish a guide"])]


def said(entry: FoundEntry, field: Field) -> list[str]:
    """What an entry says in a field."""
    return [words.text for words in entry.fields.get(field, [])]


@pytest.mark.parametrize("rest", ["each year", "to 31%", "attendance at every meeting", "and reviewed", "taken on it"])
def test_the_rest_of_a_value_in_the_next_line_belongs_to_the_action(rest: str) -> None:
    """And to neither the pillar nor the next action."""
    plan = plan_of(
        document(
            heading("Action plan"),
            heading("Visibility", 2),
            para("1.1 Map all roles"),
            para("Owner: HR"),
            para("Success measure: Register complete"),
            para(rest),
            para("1.2 Publish a guide"),
            para("Owner: Library"),
        )
    )
    (pillar,) = plan.entries
    first = pillar.children[0]
    assert (first.level, said(first, Field.SUCCESS)) == (FoundLevel.ACTION, [f"Register complete {rest}"])
    assert not pillar.fields


@pytest.mark.parametrize("label", ["Owner", "Who is leading", "Lead", "Timescale", "Responsible person(s)"])
def test_a_line_that_begins_with_a_label_ends_the_paragraph_before_it(tmp_path: Path, label: str) -> None:
    """In a PDF there may have been no room for it in the line above."""
    page = MadePage(width=330)
    for at in range(3):
        page.text(40, 40 + at * 60, f"Action 1.{at + 1}: Add technicians as named contributors to our")
        page.text(40, 52 + at * 60, f"{label}: Dean of Science, People and Culture")
    texts = [one.text for one in open_document(make_pdf(tmp_path / "a.pdf", page)).blocks if isinstance(one, Paragraph)]
    assert texts[:2] == [
        "Action 1.1: Add technicians as named contributors to our",
        f"{label}: Dean of Science, People and Culture",
    ]


LABELS = [
    ("Responsible", "Timeframe", "How we will measure success"),
    ("Owner", "Due", "Success measures"),
    ("Lead:", "Deadline:", "KPIs:"),
    ("Who", "When", "Outcome"),
    ("Action owner", "By when", "Measure of success"),
]


@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("is_numbered", [True, False])
def test_labels_in_lines_of_their_own_that_come_for_every_action(
    labels: tuple[str, str, str], *, is_numbered: bool
) -> None:
    """With or without a colon; the line above the first of them is the title, and a date is no heading."""
    titles = ["Write a blog", "Secure two seats on Senate", "Introduce an award", "Run a survey"]
    blocks: list[Block] = [heading("Technician Commitment action plan")]
    for number, title in enumerate(titles):
        blocks += [heading(("Profile and pride", "Being thanked")[number // 2], 2)] if number % 2 == 0 else []
        blocks += [para(f"{number // 2 + 1}.{number % 2 + 1} {title}" if is_numbered else title)]
        for label, values in zip(
            labels, (["HR, Library"], ["By May 2026"], ["More are seen", "25 visits"]), strict=True
        ):
            blocks += [para(label), *map(para, values)]
    plan = plan_of(document(*blocks))
    assert [one.title.text for one in plan.entries] == ["Profile and pride", "Being thanked"]
    actions = [one for pillar in plan.entries for one in pillar.children]
    assert [one.title.text for one in actions] == titles
    assert [said(one, Field.DUE) for one in actions] == [["By May 2026"]] * 4
    assert [said(one, Field.LEAD) or said(one, Field.OWNERS) for one in actions] == [["HR, Library"]] * 4
    assert [said(one, Field.SUCCESS) for one in actions] == [["More are seen", "25 visits"]] * 4


def test_a_label_that_stands_for_a_part_of_the_document_is_no_label_of_actions() -> None:
    """`Resources` comes once."""
    pillars = pillars_in(
        heading("Action plan"),
        heading("Visibility", 2),
        *(dated(one) for one in ("Write a blog", "Launch a directory", "Publish a guide")),
        para("Resources"),
        para("There is some money."),
    )
    assert pillars == [("Visibility", ["Write a blog", "Launch a directory", "Publish a guide"])]


TAILED = [
    "(HR, May 2026)",
    "(Lead: HR; by May 2026)",
    "- HR - May 2026",
    "[Owner: HR, 2026]",
    "(Owner: HR; due: May 2026)",
]


@pytest.mark.parametrize("tail", TAILED)
@pytest.mark.parametrize("is_list", [True, False])
def test_what_somebody_does_by_some_day_is_an_action_though_its_steps_extend_its_id(
    tail: str, *, is_list: bool
) -> None:
    """In a list with automatic numbers, and in typed lines."""
    lines = [
        ("1", f"Write a blog {tail}"),
        ("1.1", "agree the scope"),
        ("1.2", "find authors"),
        ("2", f"Run a survey {tail}"),
    ]
    items = [
        para(text, number=f"{number}.", depth=number.count(".") + 1) if is_list else para(f"{number}. {text}")
        for number, text in lines
    ]
    plan = plan_of(document(heading("Action plan"), heading("Visibility", 2), *items))
    assert [
        (one.level, one.number, one.title.text, [step.title.text for step in one.children])
        for one in plan.entries[0].children
    ] == [
        (FoundLevel.ACTION, "1", "Write a blog", ["agree the scope", "find authors"]),
        (FoundLevel.ACTION, "2", "Run a survey", []),
    ]


@pytest.mark.parametrize("tail", TAILED)
def test_sentences_that_say_who_and_when_are_a_list_without_marks(tail: str) -> None:
    """A style for lists that has no mark of its own is a style like all others."""
    pillars = pillars_in(
        heading("Technician Commitment action plan"),
        heading("Visibility", 2),
        para(f"Write a blog {tail}"),
        para(f"Launch a directory {tail}"),
        heading("Recognition", 2),
        para(f"Introduce an award {tail}"),
        para("All of this is reviewed each year."),
    )
    assert pillars == [("Visibility", ["Write a blog", "Launch a directory"]), ("Recognition", ["Introduce an award"])]
