"""The check: which rules count, what they find and where, and what of it the keepers accept."""

from tcplan.check.checking import Checked, check, open_problems, sort_findings
from tcplan.check.listing import MOST_LISTED
from tcplan.check.rule_selection import USUAL, describe_selection, fixing_codes, select_codes

__all__ = [
    "MOST_LISTED",
    "USUAL",
    "Checked",
    "check",
    "describe_selection",
    "fixing_codes",
    "open_problems",
    "select_codes",
    "sort_findings",
]
