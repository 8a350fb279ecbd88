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
