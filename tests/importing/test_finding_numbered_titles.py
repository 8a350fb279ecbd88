"""Numbered lines with labelled items below them are the titles of actions, also where nothing is bold."""

from pathlib import Path

import pytest

from tcplan.importing.finding import find_plans
from tcplan.importing.found import FoundEntry, Level
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


def levels_of(entries: list[FoundEntry]) -> list[tuple[Level, str]]:
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
        (Level.PILLAR, "1"),
        (Level.ACTION, "1.1"),
        (Level.ACTION, "1.2"),
        (Level.PILLAR, "2"),
        (Level.ACTION, "2.1"),
    ]
