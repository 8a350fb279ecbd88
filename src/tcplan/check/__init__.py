"""The check: which rules count, what they find and where, and what of it the keepers accept."""

from tcplan.check.checking import Checked, check
from tcplan.check.rule_selection import describe_selection, select_codes

__all__ = ["Checked", "check", "describe_selection", "select_codes"]
