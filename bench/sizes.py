"""The workspaces of different sizes, and what is measured on each: tcplan beside other programs."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import Corpus, copies, generated_plan, one_plan
from bench.process import Command
from bench.rounds import Measured, measure
from bench.toolbox import BARE_PYTHON, Toolbox

VALIDATE = "tcplan validate"
TWO_PROCESSES = "tcplan validate, 2 processes"
SMALL = "tcplan validate, one plan"
CHECK_JSONSCHEMA = "check-jsonschema"
YAMLLINT = "yamllint"

BUSY = 1.2
"""How many times its CPU time a single process may take before wall times are not relied on."""


@dataclass(frozen=True)
class Size:
    """A workspace that is measured.

    Attributes:
        title: Its heading.
        make: Writes the workspace into a folder that does not exist yet.
        rounds: How often each program runs; fewer where it takes long.
        promises: Which of `size_tables.PROMISES` hold for it.
        loaders: Whether the loaders of ruamel.yaml are measured too.
    """

    title: str
    make: Callable[[Path], Corpus]
    rounds: int
    promises: tuple[str, ...] = ()
    loaders: bool = False


@dataclass(frozen=True)
class SizeResult:
    """What the programs took on a workspace, by the names of the commands."""

    size: Size
    corpus: Corpus
    measured: dict[str, Measured]

    @property
    def memory_added(self) -> float:
        """Bytes of memory for each byte of the files: the peak of `tcplan validate` less the peak for one plan."""
        return (self.measured[VALIDATE].peak.median - self.measured[SMALL].peak.median) / self.corpus.bytes

    @property
    def was_busy(self) -> bool:
        """Whether `tcplan validate` in one process had to wait for a processor; on a quiet machine it never does."""
        taken = self.measured[VALIDATE]
        return taken.wall.median > BUSY * taken.cpu.median

    @property
    def parallel_share(self) -> float:
        """The wall time with two processes, as a share of that with one."""
        return self.measured[TWO_PROCESSES].wall.median / self.measured[VALIDATE].wall.median

    def times_python(self, name: str) -> float:
        """The CPU time of a command as a multiple of that of bare Python."""
        return self.measured[name].cpu.median / self.measured[BARE_PYTHON].cpu.median

    def times_tcplan(self, name: str) -> float:
        """The CPU time of a command as a multiple of that of `tcplan validate`."""
        return self.measured[name].cpu.median / self.measured[VALIDATE].cpu.median


SIZES = {
    "1": Size("One plan", one_plan, rounds=9, loaders=True),
    "120": Size(
        "120 plans",
        lambda folder: copies(folder, 40),
        rounds=5,
        promises=("check-jsonschema", "yamllint", "processes", "memory"),
        loaders=True,
    ),
    "450": Size("450 plans", lambda folder: copies(folder, 150), rounds=3, promises=("processes", "memory")),
    "10000": Size(
        "One plan of 10,000 actions, each with a report", generated_plan, rounds=3, promises=("memory of one file",)
    ),
}


def measure_size(key: str, tools: Toolbox) -> SizeResult:
    """Write the workspace and measure all programs on it."""
    size = SIZES[key]
    corpus = size.make(tools.folder / f"size-{key}")
    commands = size_commands(size, corpus, tools)
    return SizeResult(size, corpus, measure(size.title, commands, size.rounds, baseline=tools.bare_python()))


def size_commands(size: Size, corpus: Corpus, tools: Toolbox) -> list[Command]:
    """What runs on a workspace; where memory is compared, tcplan on one plan too."""
    small = one_plan(tools.folder / f"{corpus.folder.name}-small")
    return [
        *([tools.validate(SMALL, small.folder)] if size.promises else []),
        tools.validate(VALIDATE, corpus.folder),
        tools.validate(TWO_PROCESSES, corpus.folder, processes=2),
        tools.check_jsonschema(CHECK_JSONSCHEMA, corpus.plans),
        tools.check_jsonschema(f"{CHECK_JSONSCHEMA}, C parser", corpus.plans, c_parser=True),
        tools.yamllint(YAMLLINT, corpus.folder),
        *(tools.loaders(corpus.folder) if size.loaders else []),
    ]
