"""Plans are found in workbooks as people keep them: titles, keys and notes above, gaps between, boxes over tables."""

from collections.abc import Sequence
from pathlib import Path

from importing.making.excel import MadeCell, MadeSheet, Value, make_workbook

from tcplan.importing.finding.plans import find_plans
from tcplan.importing.found import Field, FoundEntry, FoundPlan
from tcplan.importing.ledger import Ledger
from tcplan.importing.readers.excel.workbook import read_excel

HEADER: list[Value | MadeCell] = ["Ref", "Action", "Owner", "Due", "RAG"]
GREEN = MadeCell(fill="00B050")


def rows_of(letter: str, count: int = 3) -> list[list[Value | MadeCell]]:
    """Rows of actions."""
    return [
        [f"{letter}.{at}", f"Establish group {at} of part {letter}", "HR", "Dec 2026", GREEN]
        for at in range(1, count + 1)
    ]


def plans(path: Path, *sheets: MadeSheet) -> list[FoundPlan]:
    """The plans in a workbook with these sheets."""
    document = read_excel(make_workbook(path / "plan.xlsx", *sheets))
    return find_plans(document, Ledger(document), {})


def plan(path: Path, *sheets: MadeSheet) -> FoundPlan:
    """The only plan in it."""
    (only,) = plans(path, *sheets)
    return only


def numbers(entries: Sequence[FoundEntry]) -> dict[str, list[str]]:
    """The numbers of the actions of each pillar."""
    return {entry.title.text: [one.number for one in entry.children] for entry in entries}


def test_what_stands_above_the_header_is_about_the_plan(tmp_path: Path) -> None:
    """A title, the day of the last change, a sentence and a key to colours are no pillars."""
    rows: list[list[Value | MadeCell]] = [
        ["Northmoor University Technician Commitment action plan 2025 to 2027"],
        [],
        ["Last updated", "30/06/2025"],
        ["The steering group reviews this workbook each June, and publishes it in July."],
        [],
        ["Key", MadeCell("On track", fill="00B050"), MadeCell("Off track", fill="FF0000")],
        [],
        HEADER,
        *rows_of("1"),
    ]
    found = plan(tmp_path, MadeSheet(rows, "Action plan 2025", merges=["A1:E1"]))
    assert found.title == "Northmoor University Technician Commitment action plan 2025 to 2027"
    assert [entry.number for entry in found.entries] == ["1.1", "1.2", "1.3"]
    assert [words.fill for words in found.entries[0].fields[Field.RAG]] == ["00b050"]
    said = " ".join(words.text for words in (*found.about, *found.left, *found.key))
    assert "each June" in said
    assert "30/06/2025" in said


def test_the_name_of_a_sheet_is_the_title_where_nothing_else_is(tmp_path: Path) -> None:
    """If it is a name of a plan."""
    assert plan(tmp_path, MadeSheet([HEADER, *rows_of("1")], "Action plan 2025-27")).title == "Action plan 2025-27"


def test_pillars_can_stand_in_text_boxes_over_their_rows(tmp_path: Path) -> None:
    """Each box over a table of its own."""
    rows: list[list[Value | MadeCell]] = []
    boxes = {}
    for letter, name in (("1", "Visibility"), ("2", "Growing our own"), ("3", "Recognition")):
        rows += [[], []]
        boxes[len(rows)] = [name]
        rows += [HEADER, *rows_of(letter)]
    found = plan(tmp_path, MadeSheet(rows, "Action plan", boxes=boxes))
    assert numbers(found.entries) == {
        "Visibility": ["1.1", "1.2", "1.3"],
        "Growing our own": ["2.1", "2.2", "2.3"],
        "Recognition": ["3.1", "3.2", "3.3"],
    }


def test_pillars_can_be_rows_with_gaps_around_them(tmp_path: Path) -> None:
    """With one header above all, or one for each."""
    one: list[list[Value | MadeCell]] = [HEADER, ["Visibility"], *rows_of("1"), [], ["Recognition"], *rows_of("2")]
    each: list[list[Value | MadeCell]] = [
        ["Visibility"],
        HEADER,
        *rows_of("1"),
        [],
        ["Recognition"],
        HEADER,
        *rows_of("2"),
    ]
    for rows in (one, each):
        found = plan(tmp_path, MadeSheet(rows, "Sheet1"))
        assert numbers(found.entries) == {"Visibility": ["1.1", "1.2", "1.3"], "Recognition": ["2.1", "2.2", "2.3"]}


def test_a_gap_between_rows_ends_no_table(tmp_path: Path) -> None:
    """Rows after it are actions, and a key to colours below them is none."""
    key: list[list[Value | MadeCell]] = [[], ["Green", "On track"], ["Red", "Off track"]]
    rows: list[list[Value | MadeCell]] = [HEADER, *rows_of("1", 1), [], ["1.10", "Publish", "Comms", "2026"], *key]
    found = plan(tmp_path, MadeSheet(rows, "Plan"))
    assert [entry.number for entry in found.entries] == ["1.1", "1.10"]


def test_a_gap_before_or_between_rows_without_ids_ends_no_table(tmp_path: Path) -> None:
    """Short actions too, each in a part of its own."""
    header: list[Value | MadeCell] = ["Action", "Owner", "Due"]
    rows: list[list[Value | MadeCell]] = [["Create a web page", "HR", "2026"], ["Publish", "Web team", "TBC"]]
    for sheet in ([header, [], *rows], [header, rows[0], [], rows[1]], [header, [], rows[0], [], rows[1]]):
        found = plan(tmp_path, MadeSheet(sheet, "Plan"))
        assert [entry.title.text for entry in found.entries] == ["Create a web page", "Publish"]
        assert found.left == []


def test_rows_hidden_by_a_filter_are_actions_and_hidden_lists_are_none(tmp_path: Path) -> None:
    """What a filter leaves out is in the plan all the same."""
    sheet = MadeSheet([HEADER, *rows_of("1")], "Plan", filtered="A1:E4", hidden_rows=[3])
    lists = MadeSheet([["Action", "Owner"], ["Choose", "HR"]], "Lists", state="hidden")
    assert [entry.number for entry in plan(tmp_path, sheet, lists).entries] == ["1.1", "1.2", "1.3"]


def test_the_plan_before_and_the_plan_of_now_are_two(tmp_path: Path) -> None:
    """Each in a sheet of its own."""
    found = plans(
        tmp_path,
        MadeSheet([["Phase 1 action plan 2021-2024"], [], HEADER, *rows_of("1")], "Phase 1"),
        MadeSheet([["Phase 2 action plan 2025-2027"], [], HEADER, *rows_of("2")], "Phase 2"),
    )
    assert [one.title for one in found] == ["Phase 1 action plan 2021-2024", "Phase 2 action plan 2025-2027"]
