"""Coverage (TC6xx): what the Technician Commitment asks of a plan as a whole."""

from typing import Final

from tcplan.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
