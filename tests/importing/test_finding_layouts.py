"""What the reader of plans finds in one plan that is laid out in many ways."""

import pytest
from importing.making import layouts_mixed, layouts_more
from importing.making.contents import TARNHOLM, WEXHOLM, Contents
from importing.making.layouts import LAYOUTS, make_layout
from importing.making.scoring import as_table, score

from tcplan.importing.document import paragraphs_in
from tcplan.importing.finding.plans import find_plans, paragraphs_of
from tcplan.importing.ledger import Ledger


@pytest.mark.parametrize("contents", [TARNHOLM, WEXHOLM], ids=lambda one: one.name)
@pytest.mark.parametrize("name", LAYOUTS)
def test_all_of_a_plan_is_found_in_each_layout(name: str, contents: Contents) -> None:
    """Every action with its pillar, objective and fields, nothing else, and nothing in a field that is not told."""
    layout = make_layout(name, contents)
    result = score(layout, find_plans(layout.document, Ledger(layout.document), {}))
    assert result.is_perfect, "\n".join([as_table([result]), *result.mistakes[:40]])


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_fragment_is_lost(name: str) -> None:
    """Each paragraph is in the words of an entry or of the plan, or is a header."""
    document = make_layout(name).document
    ledger = Ledger(document)
    plans = find_plans(document, ledger, {})
    known = {id(one) for plan in plans for one in paragraphs_of(plan)}
    lost = [
        one.text
        for one in paragraphs_in(document.blocks)
        if one.text.strip() and id(one) not in known and not ledger.placements_of(one)
    ]
    assert lost == []


def test_there_are_many_layouts() -> None:
    """The layouts are at least forty, those of all modules."""
    assert len(LAYOUTS) >= 40
    assert layouts_more.a_table_for_each_objective.__name__ in LAYOUTS
    assert layouts_mixed.a_whole_document.__name__ in LAYOUTS
