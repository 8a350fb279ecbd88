"""What tcplan may take: the one table of budgets, and the verdict of a measurement."""

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
    """A measured number beside its budget: what was measured, the number, and what it is a multiple of.

    Where the machine was too busy to tell, the number is not `reliable`, and the budget is neither kept nor broken.
    """

    name: str
    value: float
    unit: str
    budget: Budget
    reliable: bool = True

    @property
    def kept(self) -> bool:
        """Whether the budget is kept, by a number that can be relied on."""
        return self.reliable and self._within

    @property
    def _within(self) -> bool:
        return self.value >= self.budget.must if self.budget.at_least else self.value <= self.budget.must

    @property
    def word(self) -> str:
        """The verdict for a table."""
        if not self.reliable:
            return "**not decided**"
        return "kept" if self.kept else "**broken**"

    @property
    def sentence(self) -> str:
        """The verdict for a list, without a full stop."""
        said = f"{self.name}: {number(self.value)} {self.unit}; the budget is {self.budget.bound}"
        return said if self.reliable else f"{said}; not decided, because the machine was busy"


SMALL_SCREENS = Budget(must=7, wanted=6.5)
# 33 before the rules on what a submission lacks, on figures, feedback and approvals: each is a module to import.
READS = Budget(must=36, wanted=28)

STARTUP = {
    "tcplan --version": Budget(must=1.6, wanted=1.2),
    "tcplan --help": SMALL_SCREENS,
    "tcplan validate --help": SMALL_SCREENS,
    "tcplan validate examples": READS,
    "tcplan status examples": READS,
    # 42 before a document began with a page for those in a hurry, and had a timeline and its measures as pictures.
    "tcplan render stage3": Budget(must=48, wanted=36),
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

MEMORY_OF_ONE_FILE = Budget(must=24, wanted=12)
"""The same if all is in one file, which is read, shaped and checked as a whole; measured 19 with 10,000 actions."""

SLOWEST_COMMAND = Budget(must=1_100, wanted=600)
"""CPU time of the slowest command for a plan of 10,000 actions, as a multiple of that of bare Python.

The slowest is `report` with 10,000 answers, which nobody has; 600, six seconds, is what all others are near or below.
"""

LARGEST_COMMAND = Budget(must=400, wanted=250)
"""Megabytes that the largest command has at one time for such a plan, which has nine itself."""

STEEPEST_COMMAND = Budget(must=15)
"""How many times more CPU time a command takes for 10,000 actions than for 1,000; *n* log *n* is 14."""
