"""A plan is found in every layout whatever format it is written in, if the format can say what the layout says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from importing.making import layouts_mixed, layouts_more
from importing.making.html import make_page
from importing.making.layouts import LAYOUTS, make_layout
from importing.making.scoring import as_table, score
from importing.making.texts import make_text
from importing.making.workbooks import make_workbook_of

from tcplan.importing.document import Document, Paragraph, Table
from tcplan.importing.finding.plans import find_plans
from tcplan.importing.ledger import Ledger
from tcplan.importing.readers.opening import open_document

_NO_BOXES: Final = {"pillars_as_text_boxes"}
_NESTED: Final = {"steps_as_a_nested_table", "a_plan_in_a_layout_table"}
_HEADING_LEVELS: Final = {"achievements_before_new_actions", "objective_heading_then_bold_labels"}
_ITEM_LEVELS: Final = {"nested_bullets_as_steps"}
_COLOURS: Final = {
    "rag_as_fills_only",
    "blank_headers_for_ids_and_colours",
    "a_whole_document",
    "years_as_columns_with_colours",
    "colours_of_the_ids",
}
_SHEETS: Final = {"pillars_as_sheets", "two_plans_on_two_sheets", "a_workbook"}
_MERGED: Final = {
    "merged_owner_for_several_actions",
    "horizons_as_merged_cells",
    "ticks_below_the_letters_of_themes",
    "success_of_an_objective_merged_over_its_actions",
}
_PAGES: Final = {"row_cut_by_a_page"}


class Format(NamedTuple):
    """How a document is written in a format, and the layouts that lose in it what they say."""

    write: Callable[[Path, Document], Path]
    cannot_say: set[str]


FORMATS: Final = {
    "html": Format(make_page, _NO_BOXES),
    "xlsx": Format(make_workbook_of, _NESTED | _HEADING_LEVELS | _ITEM_LEVELS | _PAGES),
    "txt": Format(make_text, _NO_BOXES | _NESTED | _COLOURS | _SHEETS | _MERGED),
}


def reread(path: Path, name: str, ending: str) -> Document:
    """The document of a layout, written in a format and read again."""
    return open_document(FORMATS[ending].write(path / f"plan.{ending}", make_layout(name).document))


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_plan_is_found_in_each_format(tmp_path: Path, name: str, ending: str) -> None:
    """Every action with all its fields, as in the document that was not written."""
    if name in FORMATS[ending].cannot_say:
        pytest.skip(f"{ending} cannot say what this layout says")
    document = reread(tmp_path, name, ending)
    layout = replace(make_layout(name), document=document)
    result = score(layout, find_plans(document, Ledger(document), {}))
    assert result.is_perfect, "\n".join([as_table([result]), *result.mistakes[:20]])


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_page_keeps_all_that_a_document_says(tmp_path: Path, name: str) -> None:
    """The words, the kinds of paragraphs, and the grid of each table are the same after writing and reading."""
    assert [_plain(one) for one in reread(tmp_path, name, "html").blocks] == [
        _plain(one) for one in make_layout(name).document.blocks if not _is_blank(one)
    ]


def test_all_layouts_are_here() -> None:
    """They are in three modules."""
    assert layouts_more.a_table_for_each_objective.__name__ in LAYOUTS
    assert layouts_mixed.a_whole_document.__name__ in LAYOUTS


def _plain(block: Paragraph | Table) -> object:
    """What a block says, without its place."""
    if isinstance(block, Paragraph):
        depth = max(block.depth, 1) if block.number else block.depth  # what has a number is an item
        return " ".join(block.text.split()), block.heading, depth, block.number, block.struck
    return [
        [
            *[([], 1, 1, "")] * row.before,
            *(
                ([_plain(one) for one in cell.blocks if not _is_blank(one)], cell.columns, cell.rows, cell.fill)
                for cell in row.cells
            ),
        ]
        for row in block.rows
    ]


def _is_blank(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and not (block.text or block.number or block.struck)
