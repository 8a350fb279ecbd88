"""Whole commands on the example plan: how quickly one starts and answers."""

from collections.abc import Mapping

from bench import budgets
from bench.budgets import Verdict
from bench.corpus import EXAMPLE
from bench.figures import Figure, with_spread
from bench.page import Section, table
from bench.process import Command
from bench.rounds import Measured, measure, warm_up
from bench.toolbox import AS_OF, Toolbox

KEY = "commands"
ROUNDS = 15
EXAMPLES = EXAMPLE.parents[1]
NOTE = "Two of four sessions held."

INTRODUCTION = f"""\
The CPU time of a whole command, as a multiple of the CPU time of bare Python: `python -c pass`.
Medians of {ROUNDS} runs.
"""


def measured_section(tools: Toolbox) -> Section:
    """Measure the commands."""
    commands = startup_commands(tools)
    baseline = tools.bare_python()
    warm_up([baseline, *commands])
    measured = measure("commands", commands, ROUNDS, baseline=baseline)
    return Section("Commands on the example plan", text(measured, baseline), verdicts(measured, baseline))


def startup_commands(tools: Toolbox) -> list[Command]:
    """The commands, by their names in the table of budgets."""
    document = tools.folder / "stage-3.html"
    report = ("update", "2.2.1", "--rag", "amber", "--note", NOTE, "--date", AS_OF, "--in", EXAMPLES, "--dry-run")
    return [
        tools.tcplan("tcplan --version", "--version"),
        tools.tcplan("tcplan --help", "--help"),
        tools.tcplan("tcplan validate --help", "validate", "--help"),
        tools.tcplan("tcplan validate examples", "validate", EXAMPLES, "--as-of", AS_OF),
        tools.tcplan("tcplan status examples", "status", EXAMPLES, "--as-of", AS_OF),
        tools.tcplan("tcplan render stage3", "render", "stage3", EXAMPLES, "--to", "html", "-o", document),
        tools.tcplan("tcplan update --dry-run", *report),
    ]


def verdicts(measured: Mapping[str, Measured], baseline: Command) -> list[Verdict]:
    """The multiples beside their budgets."""
    unit = measured[baseline.name].cpu.median
    return [
        Verdict(f"CPU time of `{name}`", measured[name].cpu.median / unit, "times bare Python", budget)
        for name, budget in budgets.STARTUP.items()
    ]


def text(measured: Mapping[str, Measured], baseline: Command) -> str:
    """The table, and how long the unit is."""
    unit = measured[baseline.name].cpu
    rows = [
        row(name, measured[name].cpu.divided_by(unit.median), verdict)
        for name, verdict in zip(budgets.STARTUP, verdicts(measured, baseline), strict=True)
    ]
    head = ["command", "times bare Python", "must be", "wanted", ""]
    milliseconds = with_spread(unit.divided_by(1 / 1000))
    return f"{INTRODUCTION}\n{table(head, rows)}\n`{baseline.name}` itself took {milliseconds} milliseconds.\n"


def row(name: str, multiple: Figure, verdict: Verdict) -> list[str]:
    """One command beside its budget."""
    wanted = f"{verdict.budget.wanted:g}" if verdict.budget.wanted else ""
    return [f"`{name}`", with_spread(multiple), verdict.budget.bound, wanted, verdict.word]
