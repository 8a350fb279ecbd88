"""The verdict of `make bench`: which budgets are kept, and the exit code."""

import pytest

from bench import budgets, startup, toolbox
from bench.__main__ import main, report
from bench.budgets import Budget, Verdict, broken
from bench.page import Section, page
from bench.process import Sample
from bench.rounds import Measured, summarise
from bench.size_tables import PROMISES
from bench.sizes import SIZES

AT_MOST, AT_LEAST = Budget(must=7), Budget(must=3, at_least=True)


@pytest.mark.parametrize(
    ("value", "budget", "word"),
    [(6.9, AT_MOST, "kept"), (7, AT_MOST, "kept"), (7.1, AT_MOST, "**broken**"), (3, AT_LEAST, "kept")],
)
def test_a_budget_is_kept_up_to_its_bound(value: float, budget: Budget, word: str) -> None:
    """The bound itself is kept."""
    assert Verdict("start", value, "times", budget).word == word


def test_a_budget_that_must_be_reached_is_kept_above_it() -> None:
    """Being twice as fast as asked is no fault."""
    assert [Verdict("peer", value, "times", AT_LEAST).kept for value in (2.9, 3.1)] == [False, True]


def test_a_broken_budget_is_said_with_both_numbers() -> None:
    """What is kept is not said."""
    verdicts = [Verdict("start", 7.5, "times bare Python", AT_MOST), Verdict("end", 1, "times bare Python", AT_MOST)]
    assert broken(verdicts) == ["start: 7.50 times bare Python; the budget is at most 7"]


@pytest.mark.parametrize(("value", "code"), [(7.5, 1), (6.5, 0)])
def test_a_broken_budget_fails_the_run(value: float, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 1, and the standard error stream says why."""
    assert report([Section("Start", "", [Verdict("start", value, "times", AT_MOST)])]) == code
    assert ("budget broken: start" in capsys.readouterr().err) == bool(code)


def test_the_page_counts_the_broken_budgets() -> None:
    """Before the tables."""
    verdicts = [Verdict("start", 7.5, "times", AT_MOST), Verdict("end", 6.5, "times", AT_MOST)]
    text = page("## The machine\n", [Section("Start", "the table\n", verdicts)])
    assert "1 of 2 budgets are broken:\n\n- start: 7.50 times; the budget is at most 7\n" in text


def test_a_command_is_a_multiple_of_bare_python_in_the_same_run() -> None:
    """Medians are divided, and each command has the budget of its name."""
    tools = toolbox.toolbox(startup.EXAMPLES, startup.EXAMPLES)
    baseline = tools.bare_python()
    measured = dict.fromkeys(budgets.STARTUP, taken(0.08, 0.07, 0.30)) | {baseline.name: taken(0.01, 0.02, 0.01)}
    verdicts = startup.verdicts(measured, baseline)
    assert {verdict.value for verdict in verdicts} == {8.0}
    assert [verdict.kept for verdict in verdicts] == [False, False, False, True, True, True, True]


def test_every_command_has_a_budget_and_every_size_has_its_promises() -> None:
    """A name typed differently would go unmeasured, or unjudged."""
    tools = toolbox.toolbox(startup.EXAMPLES, startup.EXAMPLES)
    assert [command.name for command in startup.startup_commands(tools)] == list(budgets.STARTUP)
    assert {name for size in SIZES.values() for name in size.promises} == set(PROMISES)


def test_a_part_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is measured; the parts are named."""
    with pytest.raises(SystemExit):
        main(["build/bench/bin", "comands"])
    assert "not a part: comands; the parts are commands, 1, 120, 450, 10000" in capsys.readouterr().err


def taken(*seconds: float) -> Measured:
    """Runs that took so much CPU time."""
    return summarise([Sample(cpu=value, wall=value, peak=1) for value in seconds])
