"""The same actions in two tables, or those that are finished in one of their own: each action is in the plan once."""

from dataclasses import replace
from pathlib import Path

import pytest
from importing.making.blocks import document, heading, table
from importing.making.scoring import actions_of
from importing.making.word_documents import write_docx

from tcplan.importing.document import Block
from tcplan.importing.finding import find_plans
from tcplan.importing.finding.plans import paragraphs_of
from tcplan.importing.found import Field, FoundLevel, FoundPlan
from tcplan.importing.ledger import Ledger
from tcplan.importing.readers.opening import open_document
from tcplan.importing.reading import read_plan

ROWS = (
    ("1.1", "Publish a directory", "HROD", "June 2026", "Directory online"),
    ("1.2", "Hold an open day", "Estates", "2027", "40 visitors"),
    ("1.3", "Fund registration", "Finance", "2028", "Ten a year"),
)
TITLES = [row[1] for row in ROWS]
DETAIL = table(("Ref", "Action", "Owner", "Due", "Success criteria"), *ROWS)


def find(folder: Path, *blocks: Block) -> FoundPlan:
    """The only plan of a document, saved and opened so that its tables are numbered; nothing of it is lost."""
    made = open_document(write_docx(folder / "plan.docx", document(*blocks)))
    ledger = Ledger(made)
    (plan,) = find_plans(made, ledger, {})
    known = {id(one) for one in paragraphs_of(plan)}
    assert [one.text for one in ledger.unplaced() if id(one) not in known] == []
    return plan


def titles(plan: FoundPlan) -> list[str]:
    """The titles of its actions."""
    return [one.entry.title.text for one in actions_of(plan.entries)]


SUMMARIES = {
    "ids and titles": table(("Ref", "Action"), *(row[:2] for row in ROWS)),
    "titles alone": table(("Action", "Owner"), *((row[1], row[2]) for row in ROWS)),
    "shorter titles": table(("Ref", "Action"), *((row[0], " ".join(row[1].split()[:2])) for row in ROWS)),
    "a part of them": table(("Ref", "Action", "Due"), *((row[0], row[1], row[3]) for row in ROWS[:2])),
    "with priorities": table(("Ref", "Action", "Priority"), *((*row[:2], "High") for row in ROWS)),
}


@pytest.mark.parametrize("name", SUMMARIES)
@pytest.mark.parametrize("is_first", [True, False], ids=["before the detail", "after it"])
def test_a_plan_in_summary_and_in_detail_is_one(tmp_path: Path, name: str, is_first: bool) -> None:  # noqa: FBT001
    """Each action is there once, with all that both tables say, and the document is told about it."""
    summary: list[Block] = [heading("Summary of actions", 2), SUMMARIES[name]]
    detail: list[Block] = [heading("Actions in detail", 2), DETAIL]
    plan = find(tmp_path, heading("Action plan"), *(summary + detail if is_first else detail + summary))
    assert titles(plan) == TITLES
    entries = [one.entry for one in actions_of(plan.entries)]
    for entry, row in zip(entries, ROWS, strict=True):
        assert entry.number == row[0]
        said = [entry.fields[found][0].text for found in (Field.OWNERS, Field.DUE, Field.SUCCESS)]
        assert said == list(row[2:])
    if name == "with priorities":
        assert [entry.fields[Field.PRIORITY][0].text for entry in entries] == ["High"] * 3
    assert not any(one.level is FoundLevel.PILLAR for one in plan.entries)
    (doubt,) = [one for one in plan.doubts if one.kind == "plan"]
    assert "once" in doubt.message


def test_where_two_tables_differ_the_other_words_are_kept(tmp_path: Path) -> None:
    """The date of the fuller table is taken, and that of the other is in `about` with the table that has it."""
    other = table(("Ref", "Action", "Due"), ("1.1", TITLES[0], "2030"), ("1.2", TITLES[1], "2027"))
    plan = find(tmp_path, heading("Action plan"), other, heading("Details", 2), DETAIL)
    first = next(iter(actions_of(plan.entries))).entry
    assert [words.text for words in first.fields[Field.DUE]] == ["June 2026"]
    assert [words.text for words in first.fields[Field.ABOUT]] == ["2030"]
    assert "Due" in first.fields[Field.ABOUT][0].column


@pytest.mark.parametrize(
    "names", [("2024", "2025"), ("2025", "2024"), ("RAG 2024", "RAG 2025"), ("Review 2024", "Review 2025")]
)
def test_the_sheets_of_two_years_are_reports_of_one_plan(names: tuple[str, str]) -> None:
    """The newer sheet is the plan, and the colours of both are reports of their years."""
    colours = {"2024": ("Red", "Amber", "Red"), "2025": ("Amber", "Green", "Red")}
    sheets = [
        table(
            ("Ref", "Action", "Owner", "RAG"),
            *((*row[:3], rag) for row, rag in zip(ROWS, colours[name[-4:]], strict=True)),
            name=name,
            is_sheet=True,
        )
        for name in names
    ]
    made = document(*(replace(one, name=name) for one, name in zip(sheets, names, strict=True)))
    ledger = Ledger(made)
    (plan,) = find_plans(made, ledger, {})
    draft = read_plan(plan, ledger)
    actions = [one for one in draft.entries if one.level is FoundLevel.ACTION]
    assert [one.title for one in actions] == TITLES
    assert [one.keys["updates"].value for one in actions] == [
        [{"date": "2024", "rag": first.lower()}, {"date": "2025", "rag": second.lower()}]
        for first, second in zip(colours["2024"], colours["2025"], strict=True)
    ]
    assert not any("due" in one.keys for one in actions)


def test_an_action_of_the_older_sheet_alone_is_told() -> None:
    """It may have been dropped."""
    older = table(("Ref", "Action", "Owner"), *(row[:3] for row in ROWS), name="2024", is_sheet=True)
    newer = table(("Ref", "Action", "Owner"), *(row[:3] for row in ROWS[:2]), name="2025", is_sheet=True)
    made = document(older, newer)
    (plan,) = find_plans(made, Ledger(made), {})
    assert sorted(titles(plan)) == sorted(TITLES)
    assert any(TITLES[2] in one.message for one in plan.doubts)


def test_tables_with_the_same_numbers_and_other_actions_are_two(tmp_path: Path) -> None:
    """Numbers that begin again under each pillar say nothing; neither does one title that both have."""
    plan = find(
        tmp_path,
        heading("Action plan"),
        heading("Visibility", 2),
        table(("Ref", "Action", "Owner"), ("1", "Publish a directory", "HR"), ("2", "Review each year", "HR")),
        heading("Recognition", 2),
        table(("Ref", "Action", "Owner"), ("1", "Start awards", "HR"), ("2", "Review each year", "HR")),
    )
    assert len(titles(plan)) == 4


@pytest.mark.parametrize(
    "name",
    ["Completed actions", "Completed", "Closed actions", "Actions completed to date", "Closed", "Finished tasks"],
)
@pytest.mark.parametrize("is_sheet", [True, False], ids=["sheet", "heading"])
def test_finished_actions_beside_the_live_ones_are_complete(name: str, is_sheet: bool) -> None:  # noqa: FBT001
    """They are in the plan, told, and reported as complete on the day that the table gives."""
    live = table(("Ref", "Action", "Owner", "Due"), *(row[:4] for row in ROWS), name="Live actions", is_sheet=is_sheet)
    done_rows = (("0.1", "Start a network", "HROD", "June 2024", "May 2024"), ("0.2", "Run an award", "HR", "2024", ""))
    done = table(("Ref", "Action", "Owner", "Due", "Date completed"), *done_rows, name=name, is_sheet=is_sheet)
    if is_sheet:
        made = document(live, done)
    else:
        made = document(heading("Live actions"), replace(live, name=""), heading(name), replace(done, name=""))
    ledger = Ledger(made)
    (plan,) = find_plans(made, ledger, {})
    draft = read_plan(plan, ledger)
    by_title = {one.title: one for one in draft.entries}
    assert by_title["Start a network"].keys["updates"].value == [{"date": "2024-05", "rag": "blue"}]
    assert "Complete" in str(by_title["Run an award"].keys["about"].value)
    assert not any("updates" in by_title[title].keys for title in TITLES)
    assert any(name in one.message for one in draft.doubts)


FINISHED = [
    "Completed actions from 2023-2025",
    "Completed actions 2023-2025",
    "Actions completed in 2023-25",
    "Completed actions (2022-2024)",
    "Closed actions 2023 to 2025",
    "2023-25 completed actions",
    "Our completed commitments, 2023-2025",
]


@pytest.mark.parametrize("name", FINISHED)
@pytest.mark.parametrize("is_sheet", [True, False], ids=["sheet", "headings"])
def test_finished_actions_of_other_years_above_the_new_ones_are_complete(name: str, is_sheet: bool) -> None:  # noqa: FBT001
    """On one sheet, each with a title and a header of its own: they are told, and their years are no due dates."""
    done = [("Ref", "Action", "Owner", "Outcome"), ("1.1", "Start a network", "HR", "Forty have joined it")]
    done += [("1.2", "Run an award", "HR", "Six were given")]
    new = [("Ref", "Action", "Owner", "Deadline"), ("2.1", "Publish a directory", "HR", "May 2027")]
    new += [("2.2", "Hold a photography day", "HR", "May 2028")]
    if is_sheet:
        rows = [(name,), *done, ("",), ("New actions 2026-2028",), *new]
        made = document(table(*rows, name="TC", is_sheet=True))
    else:
        made = document(heading(name), table(*done), heading("New actions 2026-2028"), table(*new))
    ledger = Ledger(made)
    (plan,) = find_plans(made, ledger, {})
    draft = read_plan(plan, ledger)
    assert [one.title for one in draft.entries if one.level is FoundLevel.ACTION] == [
        "Start a network",
        "Run an award",
        "Publish a directory",
        "Hold a photography day",
    ]
    assert not any("Timeline" in str(one.keys.get("about")) for one in draft.entries)
    assert any(name in one.message and "finished, 2 of them" in one.message for one in draft.doubts)


@pytest.mark.parametrize("name", ["Complete by 2027", "Complete actions by 2027", "To be completed in 2027"])
def test_a_heading_that_says_what_is_to_be_completed_is_not_of_finished_actions(name: str) -> None:
    """It looks ahead."""
    rows = [("Ref", "Action", "Owner"), ("1.1", "Start a network", "HR"), ("1.2", "Run an award", "HR")]
    made = document(heading("Action plan"), heading(name, 2), table(*rows))
    ledger = Ledger(made)
    (plan,) = find_plans(made, ledger, {})
    assert not any("finished" in one.message for one in read_plan(plan, ledger).doubts)
