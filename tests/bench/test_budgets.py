"""The verdict of `make bench`: which budgets are kept, and the exit code."""

import pytest

from bench import budgets, startup, toolbox
from bench.__main__ import main, report
from bench.budgets import Budget, Verdict
from bench.corpus import Corpus
from bench.page import Section, not_kept, page
from bench.process import Sample
from bench.rounds import Measured, summarise
from bench.size_tables import PROMISES, introduction, verdicts
from bench.sizes import SIZES, TWO_PROCESSES, VALIDATE, Size, SizeResult

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
    judged = [Verdict("start", 7.5, "times bare Python", AT_MOST), Verdict("end", 1, "times bare Python", AT_MOST)]
    assert not_kept([Section("One", "", judged)]) == ["One: start: 7.50 times bare Python; the budget is at most 7"]


def test_wall_time_is_not_judged_on_a_busy_machine() -> None:
    """Two processes that take turns with strangers may look twice as fast as one, or half as fast."""
    quiet, busy = (size_result(serial_wall=wall) for wall in (4.0, 12.0))
    assert [verdict.word for verdict in verdicts(quiet)] == ["**broken**"]
    assert [verdict.word for verdict in verdicts(busy)] == ["**not decided**"]
    assert not verdicts(busy)[0].kept
    assert "busy" in introduction(busy)
    assert "busy" not in introduction(quiet)


@pytest.mark.parametrize(("value", "code"), [(7.5, 1), (6.5, 0)])
def test_a_broken_budget_fails_the_run(value: float, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 1, and the standard error stream says why."""
    assert report([Section("Start", "", [Verdict("start", value, "times", AT_MOST)])]) == code
    assert ("budget not kept: Start: start" in capsys.readouterr().err) == bool(code)


def test_the_page_counts_the_budgets_that_are_kept() -> None:
    """Before the tables."""
    judged = [Verdict("start", 7.5, "times", AT_MOST), Verdict("end", 6.5, "times", AT_MOST)]
    text = page("## The machine\n", [Section("Start", "the table\n", judged)])
    assert "1 of 2 budgets are kept. These are not:\n\n- Start: start: 7.50 times; the budget is at most 7\n" in text


def test_a_command_is_a_multiple_of_bare_python_in_the_same_run() -> None:
    """Medians are divided, and each command has the budget of its name."""
    tools = toolbox.toolbox(startup.EXAMPLES, startup.EXAMPLES)
    baseline = tools.bare_python()
    measured = dict.fromkeys(budgets.STARTUP, taken(0.08, 0.07, 0.30)) | {baseline.name: taken(0.01, 0.02, 0.01)}
    judged = startup.verdicts(measured, baseline)
    assert {verdict.value for verdict in judged} == {8.0}
    assert [verdict.kept for verdict in judged] == [False, False, False, True, True, True, True]


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


def size_result(*, serial_wall: float) -> SizeResult:
    """A program that does four seconds of work and gains nothing from a second process."""
    measured = {
        VALIDATE: summarise([Sample(cpu=4.0, wall=serial_wall, peak=1)]),
        TWO_PROCESSES: summarise([Sample(cpu=4.0, wall=4.0, peak=1)]),
    }
    return SizeResult(Size("Some plans", Corpus, rounds=1, promises=("processes",)), Corpus(startup.EXAMPLES), measured)
