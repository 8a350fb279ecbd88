"""The check: which rules count, what they find and where, and what of it the keepers accept."""

from tcplan.check.checking import Checked, check
from tcplan.check.choosing import chosen, chosen_words

__all__ = ["Checked", "check", "chosen", "chosen_words"]
