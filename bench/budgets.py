"""What tcplan may take: the one table of budgets, and the verdict of a measurement."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import number


@dataclass(frozen=True)
class Budget:
    """A bound of a measured number.

    Attributes:
        must: The bound that has to be kept; `make bench` fails where it is broken.
        wanted: A better bound that we would like to keep.
        at_least: The number must reach the bound, and not stay below it.
    """

    must: float
    wanted: float | None = None
    at_least: bool = False

    @property
    def bound(self) -> str:
        """What must be kept, in words."""
        return f"{'at least' if self.at_least else 'at most'} {self.must:g}"


@dataclass(frozen=True)
class Verdict:
    """A measured number beside its budget: what was measured, the number, and what it is a multiple of."""

    name: str
    value: float
    unit: str
    budget: Budget

    @property
    def kept(self) -> bool:
        """Whether the budget is kept."""
        return self.value >= self.budget.must if self.budget.at_least else self.value <= self.budget.must

    @property
    def word(self) -> str:
        """The verdict for a table."""
        return "kept" if self.kept else "**broken**"


SMALL_SCREENS = Budget(must=7, wanted=6.5)
READS = Budget(must=33, wanted=28)

STARTUP = {
    "tcplan --version": Budget(must=1.6, wanted=1.2),
    "tcplan --help": SMALL_SCREENS,
    "tcplan validate --help": SMALL_SCREENS,
    "tcplan validate examples": READS,
    "tcplan status examples": READS,
    "tcplan render stage3": Budget(must=42, wanted=36),
    "tcplan update --dry-run": Budget(must=38, wanted=33),
}
"""CPU time of whole commands, as a multiple of that of bare Python."""

CHECK_JSONSCHEMA = Budget(must=3, at_least=True)
"""How many times less CPU time tcplan takes for 400 files than check-jsonschema for the 120 plans among them."""

YAMLLINT = Budget(must=5, at_least=True)
"""How many times less CPU time tcplan takes for 400 files than yamllint."""

TWO_PROCESSES = Budget(must=0.65)
"""Wall time with two processes, as a part of that with one."""

MEMORY = Budget(must=12)
"""Memory that the files of a large run take, as a multiple of their bytes."""


def broken(verdicts: Sequence[Verdict]) -> list[str]:
    """A line for each budget that is broken."""
    return [
        f"{verdict.name}: {number(verdict.value)} {verdict.unit}; the budget is {verdict.budget.bound}"
        for verdict in verdicts
        if not verdict.kept
    ]
