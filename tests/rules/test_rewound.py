"""A date after the day of a check is a mistake, unless that day was chosen."""

from datetime import date

import pytest
from rules.examples import FOLDER, Example

from tcplan.check import check
from tcplan.findings.codes import NO_SIGN_OFF
from tcplan.findings.finding import Code

MISTAKES = [
    *("TC311/bad-step-of-next-year", "TC311/bad-various-criteria", "TC411/bad-reading-in-the-future"),
    *("TC506/bad-next-year", "TC315/bad-approved-next-year", "TC315/bad-voice-of-a-later-year"),
    *("TC315/bad-submission-of-next-year", "TC315/bad-case-study-of-next-year", "TC315/bad-signed-in-another-century"),
]


def found_in(name: str, *, rewound: bool, codes: frozenset[Code] | None = None) -> list[str]:
    """The codes of what is found in an example whose day was chosen, or was not."""
    example = Example(FOLDER / f"{name}.yaml")
    checked = check(
        example.workspace,
        lambda file: file == example.name,
        as_of=date(2026, 6, 30),
        rewound=rewound,
        codes=codes or example.codes,
    )
    return [one.code.code for one in checked.findings]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_check_of_an_earlier_day_finds_no_mistake_in_later_dates(name: str) -> None:
    """Seen from there they are in the future; a check of today finds the mistake."""
    code = name.partition("/")[0]
    assert set(found_in(name, rewound=False)) == {code}
    assert found_in(name, rewound=True) == []


def test_an_approval_of_a_later_day_does_not_count_in_a_check_of_an_earlier_one() -> None:
    """There the approval is missing; a check of today finds the wrong date instead."""
    name, codes = "TC315/bad-submission-of-next-year", frozenset({NO_SIGN_OFF})
    assert found_in(name, rewound=False, codes=codes) == []
    assert found_in(name, rewound=True, codes=codes) == ["TC706"]
