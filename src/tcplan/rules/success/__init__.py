"""Success and measures (TC4xx): how it will be seen that an action has done what it is for."""

from typing import Final

from tcplan.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
