"""The names of sheets: those that a program gives say nothing, those that somebody chose are words of the document."""

import pytest
from importing.making.blocks import document, table

from tcplan.importing.import_plans import ImportOptions, read_document
from tcplan.workspace.glossary import Glossary


def read(name: str) -> tuple[list[str], str]:
    """What is left over of a workbook with one sheet of this name, and all that the plan says."""
    rows = [("Ref", "Action", "Owner"), ("1.1", "Start a network", "HR"), ("1.2", "Run an award", "HR")]
    found = read_document(document(table(*rows, name=name, is_sheet=True)), ImportOptions({}, "", Glossary(())))
    return [paragraph.text for paragraph in found.left_over], repr([draft.keys for draft in found.drafts])


@pytest.mark.parametrize("name", ["Sheet", "Sheet1", "Sheet 2", "Worksheet", "Sheet1 (2)", "Worksheet 3"])
def test_the_name_that_a_program_gives_a_sheet_is_not_left_over(name: str) -> None:
    """A new workbook has it before anybody writes a word."""
    left, said = read(name)
    assert not left
    assert name not in said.replace(f"sheet {name}", "")


@pytest.mark.parametrize("name", ["Petrel tracker", "Sheet for the deans"])
def test_a_name_that_somebody_chose_is_told(name: str) -> None:
    """Nothing that was written is lost."""
    left, said = read(name)
    assert name in left or name in said.replace(f"sheet {name}", "")
