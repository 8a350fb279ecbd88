"""Odd columns: days of a list of tasks, blocks of themes, outcomes for several actions, headers seldom seen."""

from collections.abc import Sequence

import pytest
from importing.making.blocks import cell, document, heading, para, row, table

from tcplan.importing.document import SourceDocument
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan, every_entry
from tcplan.importing.ledger import Ledger

ACTIONS = ["Publish a directory", "Hold an open day", "Run writing workshops", "Create a register"]


def plan_of(source: SourceDocument) -> FoundPlan:
    """The only plan of a document."""
    (plan,) = find_plans(source, Ledger(source), {})
    return plan


def sheet_of(header: Sequence[str], *columns: Sequence[str]) -> FoundPlan:
    """The plan in a sheet of these columns."""
    rows = zip(*columns, strict=True)
    return plan_of(document(table(row(*header), *(row(*cells) for cells in rows), name="Sheet1", is_sheet=True)))


def actions_in(plan: FoundPlan) -> list[FoundEntry]:
    """Its actions."""
    return [one for one in every_entry(plan.entries) if one.level is FoundLevel.ACTION]


def said(entries: Sequence[FoundEntry], field: Field) -> list[list[str]]:
    """What entries say in a field."""
    return [[words.text for words in one.fields.get(field, [])] for one in entries]


DUE = ["31/08/2026", "31/10/2028", "30/04/2028", "30/09/2026"]
OTHER_DAYS = ["Modified", "Created Date", "Signed off", "Added", "Last touched", "Date raised", "Completed Date"]


@pytest.mark.parametrize("header", OTHER_DAYS)
@pytest.mark.parametrize("is_before", [True, False])
def test_only_the_column_that_says_so_is_when_an_action_is_due(header: str, *, is_before: bool) -> None:
    """Another day in the list of tasks is none, before it or after it."""
    other = ["04/05/2026"] * 4
    columns = [(header, other), ("Due Date", DUE)] if is_before else [("Due Date", DUE), (header, other)]
    plan = sheet_of(["Action", *(name for name, _ in columns)], ACTIONS, *(values for _, values in columns))
    assert said(actions_in(plan), Field.DUE) == [[one] for one in DUE]


@pytest.mark.parametrize("header", ["Year 1", "2026", "Autumn 2026"])
def test_a_time_as_header_still_says_when(header: str) -> None:
    """Beside a column of deadlines."""
    plan = sheet_of(["Action", "Due Date", header], ACTIONS, DUE, ["x", "", "x", ""])
    assert [header in one for one in said(actions_in(plan), Field.DUE)] == [True, False, True, False]


@pytest.mark.parametrize("header", ["Task ID", "Item ID", "Record ID"])
def test_letters_that_a_program_gave_to_a_task_are_neither_its_id_nor_a_step(header: str) -> None:
    """They say nothing to a reader."""
    plan = sheet_of([header, "Task Name", "Due Date"], ["xQzR", "bTrK", "pLmW", "cDvN"], ACTIONS, DUE)
    assert [(one.title.text, one.number, one.children) for one in actions_in(plan)] == [
        (one, "", []) for one in ACTIONS
    ]


BLOCKS = ["Seen and heard", "Seen and heard", "Thanked", "Thanked"]
GROUPING = ["TC Theme", "Theme", "Pillar", "Bucket Name", "Workstream"]


@pytest.mark.parametrize("header", GROUPING)
def test_blocks_of_themes_after_the_actions_are_pillars(header: str) -> None:
    """Where nothing else groups the rows."""
    plan = sheet_of(["Title", header, "Due Date"], ACTIONS, BLOCKS, DUE)
    assert [(one.title.text, len(one.children)) for one in plan.entries] == [("Seen and heard", 2), ("Thanked", 2)]


@pytest.mark.parametrize("header", GROUPING)
def test_themes_in_turn_are_themes(header: str) -> None:
    """They come again and again, so nothing is grouped by them."""
    plan = sheet_of(["Title", header, "Due Date"], ACTIONS, ["Visibility", "Recognition"] * 2, DUE)
    assert [one.level for one in plan.entries] == [FoundLevel.ACTION] * 4
    assert said(plan.entries, Field.THEMES) == [["Visibility"], ["Recognition"]] * 2


@pytest.mark.parametrize("title", ["Year {}", "University of Northmoor - Technician Commitment - Year {}"])
def test_the_same_pillars_in_the_sheet_of_each_year(title: str) -> None:
    """The column groups the rows of each sheet; the title above them is no objective."""
    themes = ["Visibility", "Visibility", "Recognition", "Recognition"]
    sheets = [
        table(
            row(title.format(year)),
            row("Theme", "Action", "Owner"),
            *(row(theme, f"{action} {year}", "HR") for theme, action in zip(themes, ACTIONS, strict=True)),
            name=f"Year {year}",
            is_sheet=True,
        )
        for year in (1, 2)
    ]
    plan = plan_of(document(*sheets))
    assert {one.level for one in every_entry(plan.entries)} == {FoundLevel.PILLAR, FoundLevel.ACTION}
    assert [(one.title.text, len(one.children)) for one in plan.entries] == [("Visibility", 4), ("Recognition", 4)]


@pytest.mark.parametrize("header", ["Recommendation", "Description", "Deliverables", "Outputs", "Milestones"])
def test_texts_to_be_done_beside_objectives_are_the_actions(header: str) -> None:
    """One objective stands beside several of them."""
    aims = ["Show our work", "Show our work", "Thank people", "Thank people"]
    plan = sheet_of(
        ["Ref", "Objective", header, "Lead", "Due"], ["1.1", "1.2", "2.1", "2.2"], aims, ACTIONS, ["HR"] * 4, DUE
    )
    assert [one.title.text for one in actions_in(plan)] == ACTIONS
    assert [one.title.text for one in plan.entries] == ["Show our work", "Thank people"]


@pytest.mark.parametrize("header", ["Intended outcome", "Desired outcome", "Outcome", "Expected impact", "Benefit"])
def test_an_outcome_for_several_actions_is_their_objective(header: str) -> None:
    """Success is said in another column."""
    aims = ["All are seen", "All are seen", "All are thanked", "All are thanked"]
    plan = sheet_of(
        [header, "Action", "Owner", "Success measure"], aims, ACTIONS, ["HR"] * 4, [f"{one} people" for one in "3456"]
    )
    assert [(one.level, one.title.text) for one in plan.entries] == [
        (FoundLevel.OBJECTIVE, "All are seen"),
        (FoundLevel.OBJECTIVE, "All are thanked"),
    ]
    assert said(actions_in(plan), Field.SUCCESS) == [["3 people"], ["4 people"], ["5 people"], ["6 people"]]


@pytest.mark.parametrize(
    "dates",
    [DUE, ["May 2027", "June 2027", "Q3 2027", "12 months"], ["Q2 2026", "Easter 2027", "18 months", "Ongoing"]],
)
def test_a_column_of_targets_that_holds_dates_says_when(dates: list[str]) -> None:
    """Its header may mean success too."""
    plan = sheet_of(["Action", "Owner", "Target", "Success measure"], ACTIONS, ["HR"] * 4, dates, ["All are seen"] * 4)
    assert said(actions_in(plan), Field.DUE) == [[one] for one in dates]


@pytest.mark.parametrize("header", ["KPI", "KPIs", "KPIs (2026)", "Success KPIs", "Outcomes"])
def test_measures_in_the_plural(header: str) -> None:
    """Also those of capitals."""
    plan = sheet_of(["Action", "Owner", header], ACTIONS, ["HR"] * 4, ["All are seen by many"] * 4)
    assert said(actions_in(plan), Field.SUCCESS) == [["All are seen by many"]] * 4


@pytest.mark.parametrize("title", ["2.5 FTE posts created", "1.5 FTE shared with Physics", "1.1 Million pounds raised"])
def test_one_number_in_a_column_of_titles_is_no_id(title: str) -> None:
    """None of the others has one."""
    titles = [title, *ACTIONS]
    plan = sheet_of(["Action", "Owner", "Due"], titles, ["HR"] * 5, ["2027", *DUE])
    assert [(one.number, one.title.text) for one in actions_in(plan)] == [("", one) for one in titles]


@pytest.mark.parametrize(
    "key", [["Key", "Red = overdue", "Green = on track"], ["Legend", "Red: late", "Amber: at risk"]]
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_key_beside_a_table_with_wide_title_rows(key: list[str], at: int) -> None:
    """Its cells are in no row of the table."""
    lines = [
        row("Ref", "Action", "RAG", ""),
        row(cell("Visibility", columns=3), ""),
        row("1.1", ACTIONS[0], "Red", ""),
        row("1.2", ACTIONS[1], "Green", ""),
        row(cell("Recognition", columns=3), ""),
        row("2.1", ACTIONS[2], "Red", ""),
    ]
    beside = dict(enumerate(key, at))
    rows = [row(*line.cells, beside.get(place, "")) for place, line in enumerate(lines)]
    plan = plan_of(document(table(*rows, name="TCAP", is_sheet=True)))
    assert [(one.title.text, len(one.children)) for one in plan.entries] == [("Visibility", 2), ("Recognition", 1)]
    assert said(actions_in(plan), Field.RAG) == [["Red"], ["Green"], ["Red"]]


@pytest.mark.parametrize(
    "name",
    ["Raising our profile", "Recognition and Reward", "Visibility", "1. Careers and progression", "What comes next"],
)
@pytest.mark.parametrize("rest", [[], ["Reviewed each term by the group."]])
def test_a_few_words_beside_a_table_of_actions_are_its_pillar(name: str, rest: list[str]) -> None:
    """In a table that only arranges them; below the table may be words about it."""
    inner = [
        table(row("Action", "Owner", "Due"), *(row(action, "HR", "May 2027") for action in actions))
        for actions in (ACTIONS[:2], ACTIONS[2:])
    ]
    layout = table(row(name, cell(inner[0], *map(para, rest))), row("Being thanked", cell(inner[1])))
    plan = plan_of(document(heading("University of Northmoor Technician Commitment Plan"), layout))
    assert [(one.title.text, len(one.children)) for one in plan.entries] == [
        (name.removeprefix("1. "), 2),
        ("Being thanked", 2),
    ]
    kept = [words.text for words in plan.about] + [
        words.text for one in plan.entries for words in one.fields.get(Field.ABOUT, [])
    ]
    assert [text for text in rest if not any(text in one for one in kept)] == []
