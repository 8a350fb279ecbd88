"""Ownership (TC2xx): who answers for an action, and who carries it out."""

from typing import Final

from tcplan.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
