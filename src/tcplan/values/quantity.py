"""Numbers as measures hold them: a count or a percentage, never a mixture."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"(-?[0-9]{1,12}(?:\.[0-9]{1,6})?)( ?%)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or a reading as written; `value` is 30 for both `30` and `30%`."""

    text: str
    value: Decimal
    percent: bool


def parse_quantity(text: str) -> Quantity | None:
    """Read `212`, `0.5` or `30%`; None for anything else."""
    match = _number_pattern().fullmatch(text)
    return Quantity(text, Decimal(match[1]), match[2] is not None) if match else None
