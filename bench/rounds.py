"""Runs commands in turns, so that a slow moment of the machine falls on all of them."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import Figure, figure
from bench.process import Command, Sample, run


@dataclass(frozen=True)
class Measured:
    """What the runs of one command took: CPU and wall time in seconds, peak memory in bytes."""

    cpu: Figure
    wall: Figure
    peak: Figure


def measure(title: str, commands: Sequence[Command], rounds: int, *, baseline: Command) -> dict[str, Measured]:
    """Run every command once a round, the baseline before each.

    Returns:
        What each command took, by its name; the baseline too.
    """
    samples: dict[str, list[Sample]] = {command.name: [] for command in (baseline, *commands)}
    for number in range(1, rounds + 1):
        announce(f"{title}: round {number} of {rounds} ", end="")
        for command in commands:
            samples[baseline.name].append(run(baseline))
            samples[command.name].append(run(command))
            announce(".", end="")
        announce("")
    return {name: summarise(taken) for name, taken in samples.items()}


def warm_up(commands: Sequence[Command]) -> None:
    """Run every command once without measuring: the system reads the files, Python compiles what it has not yet."""
    for command in commands:
        run(command)


def summarise(samples: Sequence[Sample]) -> Measured:
    """The medians and spreads of some runs."""
    return Measured(
        cpu=figure([sample.cpu for sample in samples]),
        wall=figure([sample.wall for sample in samples]),
        peak=figure([sample.peak for sample in samples]),
    )


def announce(text: str, end: str = "\n") -> None:
    """Say on the standard error stream what is going on."""
    sys.stderr.write(text + end)
    sys.stderr.flush()
