"""Numbered titles, letters of themes, and the leads of actions: small things that a plan says by its form."""

from pathlib import Path

import pytest

from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundEntry, FoundLevel
from tcplan.importing.ledger import Ledger
from tcplan.importing.readers.opening import open_document

PLAN = """\
University of Northmoor
Technician Commitment action plan, 2022/23 to 2024/25

1. Visibility
1.1 Establish a network of technicians
{mark}Responsible: Director of Technical Services
{mark}Timescale: Autumn term 2022
{mark}Success measures: Network launched
1.2 Develop web pages
{mark}Responsible: Technical Leads
{mark}Timescale: June 2023

2. Recognition
2.1 Increase the number of registered technicians
{mark}Responsible: HR
{mark}Timescale: July 2024
"""


def levels_of(entries: list[FoundEntry]) -> list[tuple[FoundLevel, str]]:
    """The levels and numbers of entries and of those below them."""
    return [one for entry in entries for one in ((entry.level, entry.number), *levels_of(entry.children))]


@pytest.mark.parametrize("mark", ["\u2022 ", "- ", ""])
def test_numbered_lines_above_labelled_items_are_actions(tmp_path: Path, mark: str) -> None:
    """With and without signs of a list."""
    file = tmp_path / "plan.txt"
    file.write_text(PLAN.format(mark=mark), "utf-8")
    document = open_document(file)
    (plan,) = find_plans(document, Ledger(document), {})
    assert levels_of(plan.entries) == [
        (FoundLevel.PILLAR, "1"),
        (FoundLevel.ACTION, "1.1"),
        (FoundLevel.ACTION, "1.2"),
        (FoundLevel.PILLAR, "2"),
        (FoundLevel.ACTION, "2.1"),
    ]


def test_letters_of_several_themes_do_not_group_the_rows(tmp_path: Path) -> None:
    """A column with `V`, `V/R` and `CD` says which themes an action serves."""
    rows = [("1.1", "V", "Hold an open day"), ("1.2", "V/R", "Write profiles"), ("2.1", "CD", "Start mentoring")]
    lines = ["Ref,Theme,Action,Owner,End", *(f"{number},{theme},{title},HR,July 2024" for number, theme, title in rows)]
    file = tmp_path / "plan.csv"
    file.write_text("\n".join(lines), "utf-8")
    document = open_document(file)
    (plan,) = find_plans(document, Ledger(document), {})
    assert [one.level for one in plan.entries] == [FoundLevel.ACTION] * 3
    assert [one.fields[Field.THEMES][0].text for one in plan.entries] == ["V", "V/R", "CD"]


def test_what_is_in_the_row_of_an_action_is_its_own(tmp_path: Path) -> None:
    """Although all actions of an objective have the same lead."""
    rows = [
        ("1a", "Raise the profile", "Write profiles", "DVC"),
        ("1b", "Raise the profile", "Hold an open day", "DVC"),
        ("2a", "Reward staff", "Hold an awards evening", "Director of HR"),
        ("2b", "Reward staff", "Publish guidance on grades", "Director of HR"),
    ]
    file = tmp_path / "plan.csv"
    file.write_text("\n".join(["No.,Objective,Action,Accountability", *map(",".join, rows)]), "utf-8")
    document = open_document(file)
    (plan,) = find_plans(document, Ledger(document), {})
    leads = [[one.fields[Field.LEAD][0].text for one in entry.children] for entry in plan.entries]
    assert leads == [["DVC", "DVC"], ["Director of HR", "Director of HR"]]
    assert not any(Field.LEAD in entry.fields for entry in plan.entries)
