"""Whose a cell is: what is said of a pillar, of an objective, or of one action."""

import pytest
from importing.making.blocks import cell, document, row, table
from importing.making.scoring import actions_of

from tcplan.importing.document import SourceCell, SourceDocument, SourceRow
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan
from tcplan.importing.ledger import Ledger

ACTIONS = ["Publish a directory", "Hold an open day", "Fund registration", "Start awards", "Write a guide"]
OWNERS = ["HROD", "Estates", "Finance", "Library", "HROD"]


def find(made: SourceDocument) -> FoundPlan:
    """The only plan of a document."""
    (plan,) = find_plans(made, Ledger(made), {})
    return plan


def tree(entries: list[FoundEntry], *above: str) -> list[tuple[str, ...]]:
    """The title of each action after those of the entries above it."""
    found: list[tuple[str, ...]] = []
    for entry in entries:
        own = (*above, entry.title.text)
        found += [own] if entry.level is FoundLevel.ACTION else tree(entry.children, *own)
    return found


def said(plan: FoundPlan, found: Field) -> list[str]:
    """What each action says in a field, in order; empty where it says nothing."""
    every = [one.entry.fields.get(found, []) for one in actions_of(plan.entries)]
    return ["; ".join(words.text for words in one) for one in every]


VALUES = [
    ("Success criteria", Field.SUCCESS, "Directory is online", "Day was held"),
    ("Priority", Field.PRIORITY, "High", "Low"),
    ("Status", Field.RAG, "Green", "Amber"),
    ("Supported by", Field.OWNERS, "Comms", "Registry"),
    ("Comments", Field.ABOUT, "Funds are agreed", "Waits for the new post"),
    ("Start date", Field.START, "May 2025", "June 2026"),
]


@pytest.mark.parametrize("is_left", [True, False], ids=["before the action", "after the action"])
@pytest.mark.parametrize(("header", "field", "first", "second"), VALUES, ids=[one[0] for one in VALUES])
def test_a_cell_beside_a_merged_objective_is_of_its_action(
    header: str, field: Field, first: str, second: str, *, is_left: bool
) -> None:
    """Even where only the first action of each objective has one: it does not span the rows of the objective."""
    values = [first, "", "", second, ""]
    rows: list[SourceRow] = []
    for at, title in enumerate(ACTIONS):
        own: list[str | SourceCell] = [values[at], title] if is_left else [title, values[at]]
        objective = {0: [cell("Technicians are seen", rows=3)], 3: [cell("Careers are clear", rows=2)]}.get(at, [])
        rows.append(row(*objective, *own, "2027"))
    names = (header, "Action") if is_left else ("Action", header)
    plan = find(document(table(("Objective", *names, "Due"), *rows)))
    assert said(plan, field) == values


@pytest.mark.parametrize(("header", "field", "first", "second"), VALUES, ids=[one[0] for one in VALUES])
def test_a_cell_as_high_as_a_merged_objective_is_of_the_objective(
    header: str, field: Field, first: str, second: str
) -> None:
    """It spans the same rows, before the actions."""
    rows: list[SourceRow] = []
    for at, title in enumerate(ACTIONS):
        begins: dict[int, list[SourceCell]] = {
            0: [cell("Technicians are seen", rows=3), cell(first, rows=3)],
            3: [cell("Careers are clear", rows=2), cell(second, rows=2)],
        }
        rows.append(row(*begins.get(at, []), title, OWNERS[at], "2027"))
    plan = find(document(table(("Objective", header, "Action", "Owner", "Due"), *rows)))
    assert [[words.text for words in one.fields[field]] for one in plan.entries] == [[first], [second]]


@pytest.mark.parametrize("header", ["Objective priority", "Priority of objective", "Goal priority"])
def test_a_header_may_say_whose_its_cells_are(header: str) -> None:
    """After the action too, where only the first action of each objective has one."""
    title = "Goal" if "Goal" in header else "Objective"
    plan = find(
        document(
            table(
                (title, "Action", "Owner", header),
                ("Technicians are seen", ACTIONS[0], OWNERS[0], "High"),
                ("", ACTIONS[1], OWNERS[1], ""),
                ("Careers are clear", ACTIONS[2], OWNERS[2], "Low"),
                ("", ACTIONS[3], OWNERS[3], ""),
            )
        )
    )
    assert [one.fields[Field.PRIORITY][0].text for one in plan.entries] == ["High", "Low"]


def spanning(text: str, columns: int = 4) -> SourceRow:
    """A row of one cell over all columns."""
    return row(cell(text, columns=columns))


def first_cell_only(text: str) -> SourceRow:
    """A row of which only the first cell says anything."""
    return row(text, "", "", "")


BESIDE_PILLARS = {
    "merged pillars": (
        spanning("Technicians are seen"),
        row(cell("Visibility", rows=2), ACTIONS[0], OWNERS[0], "2026"),
        row(ACTIONS[1], OWNERS[1], "2027"),
        spanning("Careers are clear"),
        row("Career Development", ACTIONS[2], OWNERS[2], "2026"),
    ),
    "pillars in each row": (
        spanning("Technicians are seen"),
        row("Visibility", ACTIONS[0], OWNERS[0], "2026"),
        row("Visibility", ACTIONS[1], OWNERS[1], "2027"),
        spanning("Careers are clear"),
        row("Career Development", ACTIONS[2], OWNERS[2], "2026"),
    ),
    "pillars in their first row": (
        spanning("Technicians are seen"),
        row("Visibility", ACTIONS[0], OWNERS[0], "2026"),
        row("", ACTIONS[1], OWNERS[1], "2027"),
        spanning("Careers are clear"),
        row("Career Development", ACTIONS[2], OWNERS[2], "2026"),
    ),
    "objectives in the first cell": (
        first_cell_only("Technicians are seen"),
        row("Visibility", ACTIONS[0], OWNERS[0], "2026"),
        row("", ACTIONS[1], OWNERS[1], "2027"),
        first_cell_only("Careers are clear"),
        row("Career Development", ACTIONS[2], OWNERS[2], "2026"),
    ),
    "pillars of other names": (
        spanning("Technicians are seen"),
        row("Being seen", ACTIONS[0], OWNERS[0], "2026"),
        row("", ACTIONS[1], OWNERS[1], "2027"),
        spanning("Careers are clear"),
        row("Growing", ACTIONS[2], OWNERS[2], "2026"),
    ),
}


@pytest.mark.parametrize("name", BESIDE_PILLARS)
def test_an_objective_over_all_columns_is_below_the_pillar_of_the_row_after_it(name: str) -> None:
    """The pillar has a column; the objective stands above the row in which it begins."""
    plan = find(document(table(("Pillar", "Action", "Owner", "Due"), *BESIDE_PILLARS[name])))
    first, second = ("Being seen", "Growing") if "other" in name else ("Visibility", "Career Development")
    assert tree(plan.entries) == [
        (first, "Technicians are seen", ACTIONS[0]),
        (first, "Technicians are seen", ACTIONS[1]),
        (second, "Careers are clear", ACTIONS[2]),
    ]


def test_an_objective_over_all_columns_goes_on_below_another_pillar() -> None:
    """The rows below its title are its own, whichever pillar they name."""
    rows = (
        spanning("Technicians are seen"),
        row("Visibility", ACTIONS[0], OWNERS[0], "2026"),
        row("Recognition", ACTIONS[1], OWNERS[1], "2027"),
        row("", ACTIONS[2], OWNERS[2], "2027"),
    )
    plan = find(document(table(("Pillar", "Action", "Owner", "Due"), *rows)))
    assert tree(plan.entries) == [
        ("Visibility", "Technicians are seen", ACTIONS[0]),
        ("Recognition", "Technicians are seen", ACTIONS[1]),
        ("Recognition", "Technicians are seen", ACTIONS[2]),
    ]


@pytest.mark.parametrize("title", ["Visibility", "Pillar 2: Being heard"])
def test_a_pillar_in_a_row_of_its_own_stays_one(title: str) -> None:
    """The words say that it is a pillar, whatever else is in its column."""
    plan = find(
        document(
            table(
                ("Pillar", "Action", "Owner", "Due"),
                row("Recognition", ACTIONS[0], OWNERS[0], "2026"),
                row("", ACTIONS[1], OWNERS[1], "2026"),
                first_cell_only(title),
                row("", ACTIONS[2], OWNERS[2], "2026"),
                row("", ACTIONS[3], OWNERS[3], "2026"),
            )
        )
    )
    assert [one.level for one in plan.entries] == [FoundLevel.PILLAR] * 2


REASONS = ["Issue", "Challenge", "Need identified", "Gap", "Area for improvement"]
ISSUES = ["Few are seen", "News is rare", "Fees are high", "Prizes are few", "Rules are dark"]


@pytest.mark.parametrize("header", REASONS)
def test_an_issue_of_each_action_is_why_it_is_done(header: str) -> None:
    """It groups nothing, and is no objective."""
    rows = [(issue, *rest) for issue, *rest in zip(ISSUES, ACTIONS, OWNERS, strict=True)]
    plan = find(document(table((header, "Action", "Owner"), *rows)))
    assert [one.level for one in plan.entries] == [FoundLevel.ACTION] * 5
    assert said(plan, Field.ABOUT) == ISSUES


@pytest.mark.parametrize("header", REASONS)
def test_an_issue_of_several_actions_is_their_objective(header: str) -> None:
    """They answer it together."""
    rows = [
        (issue, *rest)
        for issue, *rest in zip(["Few are seen", "", "", "News is rare", ""], ACTIONS, OWNERS, strict=True)
    ]
    plan = find(document(table((header, "Action", "Owner"), *rows)))
    assert [(one.level, len(one.children)) for one in plan.entries] == [
        (FoundLevel.OBJECTIVE, 3),
        (FoundLevel.OBJECTIVE, 2),
    ]


@pytest.mark.parametrize("header", ["Milestones", "Key milestones", "Milestone"])
@pytest.mark.parametrize("success", ["Success criteria", "KPI", "Outcome"])
def test_milestones_in_rows_of_their_own_are_steps(header: str, success: str) -> None:
    """Where the success of an action is said in another column, once."""
    rows = [
        (ACTIONS[0], "Draft agreed", OWNERS[0], "All are listed"),
        ("", "Pages tested", "", ""),
        ("", "Pages published", "", ""),
        (ACTIONS[1], "Date set", OWNERS[1], "A hundred come"),
        ("", "Stalls booked", "", ""),
    ]
    plan = find(document(table(("Action", header, "Owner", success), *rows)))
    actions = [one.entry for one in actions_of(plan.entries)]
    assert [[step.title.text for step in one.children] for one in actions] == [
        ["Draft agreed", "Pages tested", "Pages published"],
        ["Date set", "Stalls booked"],
    ]
    assert said(plan, Field.SUCCESS) == ["All are listed", "A hundred come"]


def test_milestones_in_the_rows_of_the_actions_are_success() -> None:
    """Each action has one."""
    plan = find(document(table(("Action", "Milestone", "Owner"), *zip(ACTIONS, ISSUES, OWNERS, strict=True))))
    assert said(plan, Field.SUCCESS) == ISSUES
