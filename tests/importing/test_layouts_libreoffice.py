"""A plan is found in every layout of a Word document that LibreOffice has saved, also by way of its own format."""

from dataclasses import replace
from pathlib import Path

import pytest
from importing.making import layouts_mixed, layouts_more  # noqa: F401 (they add layouts)
from importing.making.layouts import LAYOUTS, make_layout
from importing.making.office import needs_libreoffice, save_all
from importing.making.scoring import as_table, score
from importing.making.word_documents import write_docx

from tcplan.importing.document import SourceTable, paragraphs_in
from tcplan.importing.finding.plans import find_plans
from tcplan.importing.ledger import Ledger
from tcplan.importing.readers.opening import open_document

_SAMPLE = [
    "header_in_two_rows",
    "merged_owner_for_several_actions",
    "nested_bullets_as_steps",
    "pillars_as_text_boxes",
    "rows_that_begin_late",
    "steps_as_a_nested_table",
]


@needs_libreoffice
def test_plans_are_found_in_documents_that_libreoffice_has_saved(tmp_path: Path) -> None:
    """Merged cells, nested lists and tables, text boxes and late rows are what they were."""
    check_layouts(_SAMPLE, tmp_path)


@needs_libreoffice
@pytest.mark.nightly
def test_every_layout_is_found_in_documents_that_libreoffice_has_saved(tmp_path: Path) -> None:
    """The same for every layout that is not one of several sheets."""
    check_layouts([name for name in LAYOUTS if not has_sheets(name)], tmp_path)


def has_sheets(name: str) -> bool:
    """Whether a layout is one of a workbook of several sheets, which no Word document is."""
    blocks = make_layout(name).document.blocks
    return sum(block.is_sheet for block in blocks if isinstance(block, SourceTable)) > 1


def check_layouts(names: list[str], folder: Path) -> None:
    """Every action of the layouts has all its fields, and no word is lost."""
    (folder / "made").mkdir()
    made = [write_docx(folder / "made" / f"{name}.docx", make_layout(name).document) for name in names]
    saved = save_all(made, "docx", folder / "saved")
    by_way_of_odt = save_all(save_all(made, "odt", folder / "odt"), "docx", folder / "back")
    mistakes = [mistake for path in [*saved, *by_way_of_odt] for mistake in mistakes_in(path)]
    assert not mistakes, "\n".join(mistakes[:30])


def mistakes_in(path: Path) -> list[str]:
    """What is not found in a file as it is laid out."""
    made = make_layout(path.stem)
    document = open_document(path)
    result = score(replace(made, document=document), find_plans(document, Ledger(document), {}))
    written = " ".join(" ".join(one.text.split()) for one in paragraphs_in(made.document.blocks)).split()
    read = set(" ".join(one.text for one in paragraphs_in(document.blocks)).split())
    lost = [f"{path.stem}: {word} is lost" for word in written if word not in read]
    return lost if result.is_perfect else [path.stem, as_table([result]), *result.mistakes[:20], *lost]
