"""What is said of a size: its table, and its budgets."""

from collections.abc import Callable
from dataclasses import dataclass

from bench import budgets
from bench.budgets import Budget, Verdict
from bench.figures import megabytes, number, with_spread
from bench.page import Section, table, verdict_table
from bench.process import own_peak
from bench.rounds import Measured
from bench.sizes import CHECK_JSONSCHEMA, SMALL, YAMLLINT, SizeResult


@dataclass(frozen=True)
class Promise:
    """What is measured of a size against a budget, and what it is a multiple of."""

    name: str
    unit: str
    budget: Budget
    value: Callable[[SizeResult], float]
    of_wall_time: bool = False


PROMISES = {
    "check-jsonschema": Promise(
        "CPU time of check-jsonschema for the plans alone",
        "times tcplan",
        budgets.CHECK_JSONSCHEMA,
        lambda result: result.times_tcplan(CHECK_JSONSCHEMA),
    ),
    "yamllint": Promise(
        "CPU time of yamllint",
        "times tcplan",
        budgets.YAMLLINT,
        lambda result: result.times_tcplan(YAMLLINT),
    ),
    "processes": Promise(
        "wall time of tcplan with two processes",
        "times one process",
        budgets.TWO_PROCESSES,
        lambda result: result.parallel_share,
        of_wall_time=True,
    ),
    "memory": Promise(
        "memory of tcplan beyond that for one plan",
        "times the bytes read",
        budgets.MEMORY,
        lambda result: result.memory_added,
    ),
    "memory of one file": Promise(
        "memory of tcplan beyond that for one plan",
        "times the bytes read",
        budgets.MEMORY_OF_ONE_FILE,
        lambda result: result.memory_added,
    ),
}
"""All promises, by their names in `Size.promises`."""


def size_section(result: SizeResult) -> Section:
    """The section of a size."""
    decided = verdicts(result)
    said = f"{introduction(result)}\n{program_table(result)}"
    return Section(result.size.title, f"{said}\n{verdict_table(decided)}" if decided else said, decided)


def verdicts(result: SizeResult) -> list[Verdict]:
    """The measured numbers of a size that have a budget."""
    chosen = [PROMISES[name] for name in result.size.promises]
    return [
        Verdict(
            promise.name,
            promise.value(result),
            promise.unit,
            promise.budget,
            not (promise.of_wall_time and result.was_busy),
        )
        for promise in chosen
    ]


def introduction(result: SizeResult) -> str:
    """What is read."""
    corpus = result.corpus
    busy = "The machine was busy with other work: the wall times say little.\n" if result.was_busy else ""
    return (
        f"Files: {len(corpus.files):,}, with {corpus.bytes:,} bytes. Plans among them: {len(corpus.plans):,}.\n"
        f"Medians of {result.size.rounds} runs.\n{busy}"
    )


def program_table(result: SizeResult) -> str:
    """The programs, one a row."""
    rows = [row(name, taken, result) for name, taken in result.measured.items() if name != SMALL]
    return table(["program", "CPU, seconds", "wall, seconds", "peak memory", "times bare Python", "times tcplan"], rows)


def row(name: str, taken: Measured, result: SizeResult) -> list[str]:
    """One program; the multiples are of CPU time."""
    return [
        f"`{name}`",
        with_spread(taken.cpu),
        with_spread(taken.wall),
        peak(taken.peak.median),
        number(result.times_python(name)),
        number(result.times_tcplan(name)),
    ]


def peak(measured: float) -> str:
    """The peak of a program, or that it is less than this process has: a new process is counted with what it shares."""
    own = own_peak()
    return f"below {megabytes(own)}" if measured <= own else megabytes(measured)
