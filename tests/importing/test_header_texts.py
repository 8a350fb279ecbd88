"""Headers of columns that are asked as questions, as people write them."""

import pytest

from tcplan.importing.finding.header_texts import score_header
from tcplan.importing.found import Field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Who's leading?", Field.LEAD),
        ("Who’s leading on this?", Field.LEAD),
        ("Who's accountable?", Field.LEAD),
        ("Who's responsible?", Field.OWNERS),
        ("Who's involved", Field.OWNERS),
        ("What's planned?", Field.ACTION),
    ],
)
def test_a_short_form_is_read_as_the_long_one(header: str, field: Field) -> None:
    """With either apostrophe."""
    scores = score_header(header)
    assert max(scores, key=lambda one: scores[one]) is field


@pytest.mark.parametrize(
    "header",
    [
        "How success is measured",
        "How is success measured?",
        "How will we judge impact?",
        "How impact is evidenced",
        "What success is",
        "Evidence we will look for",
        "We will know it worked when",
        "KPIs",
        "What good looks like",
    ],
)
def test_whoever_asks_for_success_asks_in_many_ways(header: str) -> None:
    """`How` alone asks for steps."""
    scores = score_header(header)
    assert max(scores, key=lambda one: scores[one]) is Field.SUCCESS


@pytest.mark.parametrize("header", ["Why (aim)", "Rationale (objective)", "Reason (goal)", "Because we want to"])
def test_a_reason_may_be_the_objective(header: str) -> None:
    """Where brackets, or the words, say so."""
    scores = score_header(header)
    assert max(scores, key=lambda one: scores[one]) is Field.OBJECTIVE


@pytest.mark.parametrize(("header", "field"), [("Why", Field.ABOUT), ("Comments (optional)", Field.ABOUT)])
def test_a_reason_alone_is_none(header: str, field: Field) -> None:
    """It says why, and no more."""
    scores = score_header(header)
    assert max(scores, key=lambda one: scores[one]) is field
