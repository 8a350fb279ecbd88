"""What each command takes on plans of 100, 1,000 and 10,000 actions, and how it grows."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from math import log
from pathlib import Path

from bench import budgets
from bench.budgets import Verdict
from bench.corpus import Corpus
from bench.figures import MEGABYTE, figure, number
from bench.full_plan import full_plan
from bench.page import Section, table, verdict_table
from bench.process import Command, Sample, run
from bench.rounds import Measured, announce, summarise
from bench.toolbox import AS_OF, Toolbox

KEY = "growth"
ACTIONS = (100, 1_000, 10_000)
ROUNDS = 3
NOTE = "Two of four sessions held."
REPORT_DAY = "2026-09-30"

FOUND_OR_CHANGED = frozenset({0, 1})
"""`validate` has warnings, and `fmt --check` something to do, and that is what is measured."""

INTRODUCTION = """\
Each command on plans of 100, 1,000 and 10,000 actions. Each action has owners, criteria, steps, reports and evidence.
The largest has {megabytes} megabytes. Medians of {rounds} runs, each on files of its own.

"Growth" is how many times more CPU time a command takes for {most:,} actions than for {middle:,}, both without the time
that it takes for {least}. Time that grows with *n* log *n* comes to {n_log_n:.1f}.
"""

Arguments = Callable[[Path], tuple[str | Path, ...]]
"""What a command is called with, for the folder of a workspace."""

WITH_MISTAKES = "validate --diff, a key misspelt in each action"
DAY = ("--as-of", AS_OF)
UPDATE = ("update", "1.1.2", "--rag", "amber", "--note", NOTE, "--date", REPORT_DAY)
MEASURED: dict[str, Arguments] = {
    "validate": lambda folder: ("validate", folder, *DAY),
    "status": lambda folder: ("status", folder, *DAY),
    "status --all": lambda folder: ("status", folder, "--all", *DAY),
    "status --format json": lambda folder: ("status", folder, "--format", "json", *DAY),
    "render stage3, HTML": lambda folder: ("render", "stage3", folder, "-o", folder / "stage-3.html", *DAY),
    "render plan, Markdown": lambda folder: ("render", "plan", folder, "-o", folder / "plan.md", *DAY),
    "fmt --check": lambda folder: ("fmt", "--check", folder),
    "fmt --diff": lambda folder: ("fmt", "--diff", folder),
    "fmt": lambda folder: ("fmt", folder),
    WITH_MISTAKES: lambda folder: ("validate", "--diff", folder, *DAY),
    "update --dry-run": lambda folder: (*UPDATE, "--in", folder, "--dry-run"),
    "update": lambda folder: (*UPDATE, "--in", folder),
    "add": lambda folder: ("add", "action", "--under", "1.1", "--title", NOTE, "--date", REPORT_DAY, "--in", folder),
    "set": lambda folder: ("set", "1.1.2/lead", "Library", "--in", folder, *DAY),
    "close": lambda folder: (
        *("close", "1.1.1", "--as", "withdrawn", "--why", "The funder has ended the scheme."),
        *("--date", REPORT_DAY, "--in", folder),
    ),
    "report --questions": lambda folder: (
        *("report", folder, "--all", "--date", REPORT_DAY),
        *("--questions", folder / "questions.yaml"),
    ),
    "report --answers": lambda folder: ("report", folder, "--answers", folder / "answers.yaml"),
}
"""The commands that are measured. Those that write a plan write another copy of it each time."""


@dataclass(frozen=True)
class Growth:
    """What the commands took on a plan of each size, by the names of the commands, and the CPU time of bare Python."""

    taken: dict[str, dict[int, Measured]]
    python: float
    largest: int

    def cpu(self, name: str, actions: int) -> float:
        """The median of the CPU times of a command, in seconds."""
        return self.taken[name][actions].cpu.median

    def peak(self, name: str, actions: int) -> float:
        """The median of its peaks of memory, in megabytes."""
        return self.taken[name][actions].peak.median / MEGABYTE

    def growth(self, name: str) -> float:
        """How much more it takes for the largest plan than for the middle one, without what it takes for the least."""
        least, middle, most = (self.cpu(name, actions) for actions in ACTIONS)
        return (most - least) / max(middle - least, 0.01)  # less is below what the system's clock tells apart

    @property
    def verdicts(self) -> list[Verdict]:
        """The largest numbers among the commands, beside their budgets."""
        slowest = max(MEASURED, key=lambda name: self.cpu(name, ACTIONS[-1]))
        largest = max(MEASURED, key=lambda name: self.peak(name, ACTIONS[-1]))
        steepest = max(MEASURED, key=self.growth)
        return [
            Verdict(
                f"CPU time of the slowest command, `{slowest}`, for {ACTIONS[-1]:,} actions",
                self.cpu(slowest, ACTIONS[-1]) / self.python,
                "times bare Python",
                budgets.SLOWEST_COMMAND,
            ),
            Verdict(
                f"Peak memory of the largest command, `{largest}`, for {ACTIONS[-1]:,} actions",
                self.peak(largest, ACTIONS[-1]),
                "MB",
                budgets.LARGEST_COMMAND,
            ),
            Verdict(
                f"Growth of the steepest command, `{steepest}`",
                self.growth(steepest),
                "times",
                budgets.STEEPEST_COMMAND,
            ),
        ]


def measured_section(tools: Toolbox) -> Section:
    """Measure all commands on plans of all sizes."""
    growth = measure_growth(tools)
    said = INTRODUCTION.format(
        megabytes=number(growth.largest / MEGABYTE),
        rounds=ROUNDS,
        most=ACTIONS[-1],
        middle=ACTIONS[-2],
        least=ACTIONS[0],
        n_log_n=n_log_n_growth(),
    )
    verdicts = growth.verdicts
    return Section(
        "Each command as a plan grows", f"{said}\n{growth_table(growth)}\n{verdict_table(verdicts)}", verdicts
    )


def measure_growth(tools: Toolbox) -> Growth:
    """Run every command on every plan, a few times."""
    python = figure([run(tools.bare_python()).cpu for _ in range(2 * ROUNDS)]).median
    taken: dict[str, dict[int, Measured]] = {name: {} for name in MEASURED}
    largest = 0
    for actions in ACTIONS:
        samples: dict[str, list[Sample]] = {name: [] for name in MEASURED}
        for number_of_round in range(1, ROUNDS + 1):
            announce(f"{actions} actions: round {number_of_round} of {ROUNDS} ", end="")
            for name in MEASURED:
                folder = (
                    tools.folder / f"growth-{actions}-{number_of_round}-{len(samples[name])}-{name.replace(' ', '-')}"
                )
                largest = max(largest, prepare(folder, name, actions, tools).bytes)
                samples[name].append(run(growth_command(name, folder, tools)))
                announce(".", end="")
            announce("")
        for name, measured in samples.items():
            taken[name][actions] = summarise(measured)
    return Growth(taken, python, largest)


def prepare(folder: Path, name: str, actions: int, tools: Toolbox) -> Corpus:
    """The workspace of one run, with a file of answers to all questions about its plan."""
    corpus = full_plan(folder, actions)
    if name == WITH_MISTAKES:
        misspell_keys(corpus)
    source = tools.folder / f"answers-{actions}.yaml"
    if not source.exists():
        subprocess.run(
            [
                *(tools.programs / "tcplan", "report", folder, "--all", "--date", REPORT_DAY),
                *("--questions", source),
            ],
            check=True,
            capture_output=True,
        )
        source.write_text(source.read_text("utf-8").replace("\n    rag:\n", "\n    rag: green\n"), "utf-8")
    (folder / "answers.yaml").write_bytes(source.read_bytes())
    return corpus


def misspell_keys(corpus: Corpus) -> None:
    """Misspell a key in each action of the plans."""
    for plan in corpus.plans:
        plan.write_text(plan.read_text("utf-8").replace("    owners: [", "    onwers: ["), "utf-8")


def growth_command(name: str, folder: Path, tools: Toolbox) -> Command:
    """One of the commands on one of the plans."""
    command = tools.tcplan(name, *MEASURED[name](folder))
    return Command(command.name, command.words, command.environment, FOUND_OR_CHANGED)


def n_log_n_growth() -> float:
    """The growth of a command whose time grows with *n* log *n*."""
    least, middle, most = (actions * log(actions) for actions in ACTIONS)
    return (most - least) / (middle - least)


def growth_table(growth: Growth) -> str:
    """The commands, one a row: CPU seconds and megabytes for each size, and the growth."""
    head = ["command", *(f"{actions:,}: CPU, seconds" for actions in ACTIONS)]
    head += [*(f"{actions:,}: MB" for actions in ACTIONS), "growth"]
    return table(head, [row(growth, name) for name in MEASURED])


def row(growth: Growth, name: str) -> list[str]:
    """One command."""
    return [
        f"`{name}`",
        *(number(growth.cpu(name, actions)) for actions in ACTIONS),
        *(number(growth.peak(name, actions)) for actions in ACTIONS),
        number(growth.growth(name)),
    ]
