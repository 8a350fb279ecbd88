"""Publication (TC8xx): what should not stand in a text that is published."""

from typing import Final

from tcplan.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
