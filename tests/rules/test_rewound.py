"""What is dated after the day of a check is a slip, unless that day was chosen."""

from datetime import date

import pytest
from rules.examples import FOLDER, Example

from tcplan.check import check


@pytest.mark.parametrize("name", ["TC411/bad-reading-in-the-future", "TC506/bad-next-year"])
def test_a_check_of_an_earlier_day_finds_no_slip_in_what_came_later(name: str) -> None:
    """From there it lies ahead; a check of today finds it."""
    example = Example(FOLDER / f"{name}.yaml")

    def found(*, rewound: bool) -> list[str]:
        checked = check(example.workspace, as_of=date(2026, 6, 30), rewound=rewound, codes=example.codes)
        return [one.code.code for one in checked.findings]

    assert found(rewound=False) == [example.code]
    assert found(rewound=True) == []
