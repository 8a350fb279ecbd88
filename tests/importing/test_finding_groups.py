"""Pillars and objectives that stand above their actions: in headings, in lines below these, and in headers."""

import pytest
from importing.making.blocks import document, heading, para, table
from importing.making.scoring import actions_of

from tcplan.importing.document import Block, SourceDocument
from tcplan.importing.finding import find_plans
from tcplan.importing.finding.groups import GroupKind, read_group
from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan
from tcplan.importing.ledger import Ledger

HEADER = ("Action", "Owner", "Due")
FIRST = ("Publish a directory", "HROD", "2025")
SECOND = ("Hold an open day", "Estates", "2026")
THIRD = ("Fund registration", "Finance", "2026")


def find(made: SourceDocument) -> FoundPlan:
    """The only plan of a document."""
    (plan,) = find_plans(made, Ledger(made), {})
    return plan


def shape(entries: list[FoundEntry]) -> list[tuple[str, str, str, int]]:
    """Each pillar and objective with its level, its number, and how many actions are below it."""
    found: list[tuple[str, str, str, int]] = []
    for entry in entries:
        if entry.level is not FoundLevel.ACTION:
            found.append((entry.level, entry.number, entry.title.text, len(list(actions_of(entry.children)))))
            found += shape(entry.children)
    return found


def under(titles: list[str], levels: tuple[int, int] = (1, 2)) -> list[Block]:
    """An upper title, two lower ones, an upper and a lower one; each lower one with a table of actions."""
    upper, first, second, other, last = titles
    return [
        para("Technician Commitment action plan", heading=0, bold=True),
        heading(upper, levels[0]),
        heading(first, levels[1]),
        table(HEADER, FIRST, SECOND),
        heading(second, levels[1]),
        table(HEADER, THIRD),
        heading(other, levels[0]),
        heading(last, levels[1]),
        table(HEADER, SECOND, THIRD),
    ]


TWO_LEVELS = [
    ["Aim 1 – Being seen", "Goal 1.1: Names on pages", "Goal 1.2: Voices heard", "Aim 2 – Growing", "Goal 2.1: Skills"],
    [
        "Objective 1: Being seen", "Objective 1.1: Names on pages", "Objective 1.2: Voices heard",
        "Objective 2: Growing", "Objective 2.1: Skills",
    ],
    [
        "Goal 1. Being seen", "Objective 1.1. Names on pages", "Objective 1.2. Voices heard",
        "Goal 2. Growing", "Objective 2.1. Skills",
    ],
    [
        "Strategic objective 1: Being seen", "Objective 1.1: Names on pages", "Objective 1.2: Voices heard",
        "Strategic objective 2: Growing", "Objective 2.1: Skills",
    ],
    [
        "Pillar 1: Being seen", "Objective 1.1: Names on pages", "Objective 1.2: Voices heard",
        "Pillar 2: Growing", "Objective 2.1: Skills",
    ],
]  # fmt: skip


@pytest.mark.parametrize("levels", [(1, 2), (2, 2)], ids=["below each other", "of the same level"])
@pytest.mark.parametrize("titles", TWO_LEVELS, ids=[one[0] for one in TWO_LEVELS])
def test_an_aim_above_an_objective_is_a_pillar(titles: list[str], levels: tuple[int, int]) -> None:
    """Whatever word it has for itself: the id of the objective extends its own."""
    assert shape(find(document(*under(titles, levels))).entries) == [
        (FoundLevel.PILLAR, "1", "Being seen", 3),
        (FoundLevel.OBJECTIVE, "1.1", "Names on pages", 2),
        (FoundLevel.OBJECTIVE, "1.2", "Voices heard", 1),
        (FoundLevel.PILLAR, "2", "Growing", 2),
        (FoundLevel.OBJECTIVE, "2.1", "Skills", 2),
    ]


def test_objectives_beside_each_other_stay_objectives() -> None:
    """Each has its own actions."""
    plan = find(
        document(
            heading("Objective 1: Names on pages"),
            table(HEADER, FIRST, SECOND),
            heading("Objective 2: Voices heard"),
            table(HEADER, THIRD),
        )
    )
    assert [one[:3] for one in shape(plan.entries)] == [
        (FoundLevel.OBJECTIVE, "1", "Names on pages"),
        (FoundLevel.OBJECTIVE, "2", "Voices heard"),
    ]


LINES = [
    ("Owner: Director of HR", Field.OWNERS, "Director of HR"),
    ("Lead: Director of HR", Field.LEAD, "Director of HR"),
    ("KPI: ten award winners", Field.SUCCESS, "ten award winners"),
    ("Funding: existing budgets", Field.RESOURCES, "existing budgets"),
    ("Success measures: all are named", Field.SUCCESS, "all are named"),
]


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize(("line", "field", "value"), LINES, ids=[one[0] for one in LINES])
def test_lines_between_a_heading_and_its_table_are_about_the_objective(
    line: str, field: Field, value: str, level: int
) -> None:
    """It is no action because it has an owner; the table holds the actions."""
    plan = find(
        document(
            heading("Objective 1: Be seen", level),
            para(line),
            para("Owner: Dean"),
            table(HEADER, FIRST, SECOND),
            heading("Objective 2: Be thanked", level),
            para(line),
            para("Owner: Dean"),
            table(HEADER, THIRD),
        )
    )
    assert shape(plan.entries) == [
        (FoundLevel.OBJECTIVE, "1", "Be seen", 2),
        (FoundLevel.OBJECTIVE, "2", "Be thanked", 1),
    ]
    assert all(one.fields[field][0].text == value for one in plan.entries)


IN_HEADERS = [
    (FoundLevel.OBJECTIVE, "Objective 1: Raise our profile", "Objective 2: Reward technicians"),
    (FoundLevel.OBJECTIVE, "Aim 1 – Raise our profile", "Aim 2 – Reward technicians"),
    (FoundLevel.OBJECTIVE, "Goal 1. Raise our profile", "Goal 2. Reward technicians"),
    (FoundLevel.PILLAR, "Theme 1: Raise our profile", "Theme 2: Reward technicians"),
    (FoundLevel.PILLAR, "Pillar 1 - Raise our profile", "Pillar 2 - Reward technicians"),
]


@pytest.mark.parametrize(("level", "first", "second"), IN_HEADERS, ids=[one[1] for one in IN_HEADERS])
def test_the_header_of_the_actions_may_be_their_objective(level: FoundLevel, first: str, second: str) -> None:
    """Each in a table of its own."""
    plan = find(
        document(
            table((first, "Lead", "Due"), FIRST, SECOND),
            para("Text between."),
            table((second, "Lead", "Due"), THIRD),
        )
    )
    assert shape(plan.entries) == [(level, "1", "Raise our profile", 2), (level, "2", "Reward technicians", 1)]
    assert not plan.doubts


@pytest.mark.parametrize("header", ["Objective", "Goals", "Theme", "Pillar", "Objectives and actions"])
def test_a_plain_header_is_no_objective(header: str) -> None:
    """It says what is in its column."""
    plan = find(document(table((header, "Action", "Lead", "Due"), *(("Seen", *one) for one in (FIRST, SECOND, THIRD)))))
    assert [one[2] for one in shape(plan.entries)] in (["Seen"], [])


@pytest.mark.parametrize("other", ["Concordat ref", "N8 ref", "Charter reference", "Survey ref", "HR strategy no."])
@pytest.mark.parametrize("own", ["Ref", "No.", "Action no"])
def test_the_plain_column_of_ids_wins(own: str, other: str) -> None:
    """The other says what the actions refer to, and is kept."""
    rows = [(f"ECI{at}", one[0], f"1.{at}", *one[1:]) for at, one in enumerate((FIRST, SECOND, THIRD), 1)]
    plan = find(document(table((other, "Action", own, "Lead", "Due"), *rows)))
    actions = [one.entry for one in actions_of(plan.entries)]
    assert [one.number for one in actions] == ["1.1", "1.2", "1.3"]
    assert "ECI2" in [words.text for every in actions[1].fields.values() for words in every]


OTHER_PILLARS = ["6. Governance", "6. Communication", "6. Evaluation", "6. Monitoring and review", "6 Reporting"]


@pytest.mark.parametrize("is_numbered", [True, False], ids=["numbered", "not numbered"])
@pytest.mark.parametrize("title", OTHER_PILLARS)
def test_a_part_of_a_document_with_a_table_of_actions_is_a_pillar_like_its_siblings(
    title: str, *, is_numbered: bool
) -> None:
    """Though most documents have nothing but prose below such a heading."""
    first, second = ("5. Being seen", title) if is_numbered else ("Being seen", title.lstrip("6. "))
    plan = find(document(heading(first), table(HEADER, FIRST, SECOND), heading(second), table(HEADER, THIRD)))
    assert [(level, number, below) for level, number, _, below in shape(plan.entries)] == [
        (FoundLevel.PILLAR, "5" if is_numbered else "", 2),
        (FoundLevel.PILLAR, "6" if is_numbered else "", 1),
    ]


def test_without_a_table_of_actions_it_is_none() -> None:
    """It is text about the plan."""
    plan = find(
        document(
            heading("5. Being seen"),
            table(HEADER, FIRST, SECOND),
            heading("6. Governance"),
            para("A group meets each term, and reports to the board."),
        )
    )
    assert [one[2] for one in shape(plan.entries)] == ["Being seen"]


@pytest.mark.parametrize("caption", ["Actions for Being seen", "Being seen", "Being seen: actions", "Being seen 2025"])
def test_a_caption_that_names_the_heading_again_is_no_objective(caption: str) -> None:
    """The objectives have a column."""
    header = ("Objective", *HEADER)
    rows = [("Names on pages", *FIRST), ("Voices heard", *SECOND), ("Voices heard", *THIRD)]
    plan = find(
        document(
            heading("1. Being seen"),
            table(header, *rows, name=caption),
            heading("2. Growing"),
            table(header, *rows, name=caption.replace("Being seen", "Growing")),
        )
    )
    assert [one[2] for one in shape(plan.entries)] == [
        "Being seen", "Names on pages", "Voices heard", "Growing", "Names on pages", "Voices heard",
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["Action sheet A1", "Action sheet", "Activity record 12", "Action card 3"])
def test_the_heading_of_a_form_is_no_pillar(heading: str) -> None:
    """A page for each action has one of its own."""
    assert read_group(heading).kind is GroupKind.GENERIC


@pytest.mark.parametrize("heading", ["Action on careers", "Activity and health", "Sheet metal workshop"])
def test_other_words_that_begin_so_are(heading: str) -> None:
    """They say what it is about."""
    assert read_group(heading).kind is GroupKind.GROUP
