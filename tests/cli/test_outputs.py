"""`tcplan validate --output FORMAT=FILE`: several reports in one run, never over a plan file."""

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support import tcplan, write

from tcplan.reporters import REPORTERS

PLAN = "kind: plan\nformat: 1\ntitle: A plan\nactions: [{id: 1, title: One, related: 4}]\n"
ON = ("--as-of", "2026-06-30", "--profile", "draft")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one mistake."""
    (tmp_path / "build").mkdir()
    return write(tmp_path, plan=PLAN)


def test_several_reports_come_of_one_run(workspace: Path) -> None:
    """What is printed and what is written are those of runs of their own; what was written is said."""
    outputs = [f"--output={name}=build/{name}" for name in REPORTERS]
    result = tcplan("validate", *ON, *outputs, cwd=workspace)
    assert result.returncode == 1
    assert result.stderr.splitlines() == [f"wrote build/{name}" for name in REPORTERS]
    assert result.stdout == tcplan("validate", *ON, cwd=workspace).stdout
    for name in REPORTERS:
        printed = tcplan("validate", *ON, "--format", name, cwd=workspace).stdout
        assert (workspace / "build" / name).read_text("utf-8") == printed


def test_a_report_replaces_the_one_of_the_last_run(workspace: Path) -> None:
    """Whole: nothing of the longer one stays."""
    for text, count in ((PLAN, 1), (PLAN.replace(", related: 4", ""), 0)):
        write(workspace, plan=text)
        tcplan("validate", *ON, "-o", "gitlab=build/quality.json", "-o", "junit=build/junit.xml", cwd=workspace)
        assert len(json.loads((workspace / "build/quality.json").read_text("utf-8"))) == count
        assert ET.parse(workspace / "build/junit.xml").getroot().attrib["failures"] == str(count)  # noqa: S314 (our own)
    assert sorted(one.name for one in (workspace / "build").iterdir()) == ["junit.xml", "quality.json"]


WRONG = [
    ("findings.sarif", 2, "does not say which format"),
    ("sarif", 2, "does not say which format"),
    ("serif=x", 2, "did you mean `sarif`?"),
    ("sarif=", 2, "does not name a file"),
    ("sarif=-", 2, "prints to standard output"),
    ("sarif=build", 2, "is a folder"),
    ("sarif=nowhere/x.sarif", 2, "there is no folder nowhere"),
    ("sarif=plans/u/plan.yaml", 5, "a file that tcplan reads"),
    ("sarif=plans/u/new.yml", 5, "a file that tcplan reads"),
    ("sarif=link", 5, "a file that tcplan reads"),
    ("sarif=tcplan.toml", 5, "a file that tcplan reads"),
    ("sarif=/dev/null", 5, "is not an ordinary file"),
]


@pytest.mark.parametrize(("output", "code", "says"), WRONG)
def test_a_target_that_cannot_be_is_refused_before_anything_is_written(
    workspace: Path, output: str, code: int, says: str
) -> None:
    """Nor is anything printed; the message says what to do."""
    (workspace / "link").symlink_to("plans/u/plan.yaml")
    (workspace / "tcplan.toml").write_text("")
    result = tcplan("validate", *ON, "-o", "json=build/first.json", "-o", output, cwd=workspace)
    assert (result.returncode, result.stdout) == (code, "")
    assert says in result.stderr
    assert "help: " in result.stderr
    assert list((workspace / "build").iterdir()) == []
    assert (workspace / "plans/u/plan.yaml").read_text("utf-8") == PLAN


def test_no_file_is_written_twice_in_a_run(workspace: Path) -> None:
    """Two reports in one file would be none."""
    result = tcplan("validate", "-o", "json=build/x", "-o", "sarif=build/../build/x", cwd=workspace)
    assert (result.returncode, result.stdout) == (2, "")
    assert "named twice" in result.stderr


def test_a_report_does_not_replace_a_plan_of_another_workspace_that_is_checked(workspace: Path, tmp_path: Path) -> None:
    """Every option is checked."""
    other = write(tmp_path / "other", plan=PLAN)
    result = tcplan("validate", "plans", other, "-o", f"json={other}/plans/u/plan.yaml", cwd=workspace)
    assert result.returncode == 5
    assert (other / "plans/u/plan.yaml").read_text("utf-8") == PLAN


def test_statistics_are_a_table_for_people(workspace: Path) -> None:
    """With another format they would be silently left out."""
    assert "count" in tcplan("validate", "--statistics", cwd=workspace).stdout
    result = tcplan("validate", "--statistics", "--format", "sarif", cwd=workspace)
    assert (result.returncode, result.stdout) == (2, "")


@pytest.mark.parametrize("name", [name for name in REPORTERS if name != "text"])
def test_what_machines_read_is_utf_8_whatever_the_terminal(workspace: Path, name: str) -> None:
    """Only what people read is in the terminal's own encoding."""
    write(workspace, plan=PLAN.replace("related: 4", "related: Zoë"))
    command = [sys.executable, "-m", "tcplan", "validate", *ON, "--format", name]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    result = subprocess.run(command, cwd=workspace, env=environment, capture_output=True, check=False)
    assert "Zoë" in result.stdout.decode("utf-8")
    assert result.returncode == 1
