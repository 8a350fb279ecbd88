"""A web page keeps all that a document says: what is laid out in many ways is the same after writing and reading."""

from pathlib import Path

import pytest
from importing.making import layouts_mixed, layouts_more  # noqa: F401 (they register layouts)
from importing.making.html import make_page
from importing.making.layouts import LAYOUTS, make_layout

from tcplan.importing.document import Paragraph, SourceTable
from tcplan.importing.readers.html.reader import read_html


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_page_keeps_all_that_a_document_says(tmp_path: Path, name: str) -> None:
    """The words, the kinds of paragraphs, and the grid of each table."""
    document = make_layout(name).document
    reread = read_html(make_page(tmp_path / "plan.html", document))
    assert [_plain(one) for one in reread.blocks] == [_plain(one) for one in document.blocks if not _is_blank(one)]


def _plain(block: Paragraph | SourceTable) -> object:
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


def _is_blank(block: Paragraph | SourceTable) -> bool:
    return isinstance(block, Paragraph) and not (block.text or block.number or block.struck)
