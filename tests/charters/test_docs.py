"""docs/other-charters.md is true: its example is sound, and its document is one of its own charter."""

import re
import shlex
from pathlib import Path

import pytest
from charters.example import DAY, PAGE, example_files, traces, write_example
from support import tcplan

from tcplan.frameworks import shipped_names

COMMANDS = [line for line in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)[0].splitlines() if line]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The files of the page."""
    return write_example(tmp_path)


def test_its_files_have_no_error_and_no_warning(example: Path) -> None:
    """What is left is that the wording of the questions is ours, which the page says."""
    found = tcplan("validate", "--profile", "submission", "--as-of", DAY, "--fail-on", "warning", cwd=example)
    assert found.returncode == 0, found.stdout
    assert re.findall(r"TC\d{3}", found.stdout) == ["TC725"]
    assert f"{len(example_files())} files checked" in found.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(example: Path, command: str) -> None:
    """As they are typed, on the day of the page."""
    words = shlex.split(command)[1:]
    words += [] if "--as-of" in words else ["--as-of", DAY]
    made = tcplan(*words, cwd=example)
    assert made.returncode == 0, made.stderr
    assert traces(made.stdout + made.stderr) == []


@pytest.mark.parametrize("to", ["html", "md"])
def test_its_document_has_the_header_and_nothing_of_another_charter(example: Path, to: str) -> None:
    """Every label with its answer, those of institution.yaml among them; no cohort, and no day of signing."""
    made = tcplan("render", "rdc-annual-report", "--final", "--as-of", DAY, "--to", to, "-o", f"out.{to}", cwd=example)
    assert made.returncode == 0, made.stderr
    text = (example / f"out.{to}").read_text("utf-8")
    for words in ("Organisation", "Reporting period", "October 2025 to September 2026", "Date sent", "Web page"):
        assert words in text
    assert "at most 500" in text
    assert "71% of research staff" in text
    assert "Signed" not in text
    assert traces(text) == []


def test_it_lists_the_shipped_frameworks_that_a_plan_can_align_to() -> None:
    """Each list of the package that is not the themes is in the table."""
    lists = shipped_names() - {"cohorts", "themes"}
    assert all(f"`{name}/" in PAGE for name in lists if not name.startswith("stage-"))
