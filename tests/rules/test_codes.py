"""The table of codes and the table of rules: each code has its rule, and each rule its code."""

import re

from tcplan.findings.codes import CODES
from tcplan.rules import RULES


def test_every_code_of_the_table_has_a_rule_in_the_same_order() -> None:
    """A reader goes down both tables side by side."""
    assert tuple(rule.code for rule in RULES) == CODES


def test_no_code_and_no_name_is_in_the_table_twice() -> None:
    """Either alone says which rule is meant, in settings and in `accepted`."""
    assert len({code.code for code in CODES}) == len({code.name for code in CODES}) == len(CODES)
    assert all(re.fullmatch(r"TC\d{3}", code.code) and re.fullmatch(r"[a-z-]+", code.name) for code in CODES)
