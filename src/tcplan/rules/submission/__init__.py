"""Submission (TC7xx): what must be there before a self-assessment is sent."""

from typing import Final

from tcplan.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
