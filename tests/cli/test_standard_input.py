"""`tcplan validate -`: a text that an editor has not saved yet."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import tcplan, write

PLAN = "kind: plan\nformat: 1\ntitle: A plan\n"
OLD = PLAN.replace("A plan", "An old plan") + "actions: [{id: 1, title: One}]\n"
NEW = (
    PLAN.replace("A plan", "A new plan")
    + "actions: [{id: 2, title: Two, related: [phase-1/1, phase-1/9], depends_on: 2}]\n"
)
ON = ("--as-of", "2026-06-30", "--profile", "draft")


def found(text: str, *arguments: str | Path, cwd: Path) -> list[dict[str, Any]]:
    """The findings of a text."""
    result = tcplan("validate", "-", *arguments, *ON, "--format", "json", cwd=cwd, typed=text)
    assert result.stderr == ""
    return list(json.loads(result.stdout)["findings"])


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Two plans, of which the first has a mistake."""
    return write(tmp_path, phase_1=OLD + "nonsense: x\n", phase_2=PLAN)


def test_the_text_is_checked_in_the_place_of_its_file(workspace: Path) -> None:
    """References into other files resolve; only what is found in the text is shown, by the name that was given."""
    listed = found(NEW, "--stdin-filename", "plans/u/phase-2.yaml", cwd=workspace)
    assert [(one["code"], one["file"]) for one in listed] == [
        ("TC102", "plans/u/phase-2.yaml"),
        ("TC106", "plans/u/phase-2.yaml"),
    ]


def test_the_name_stands_as_it_was_given(workspace: Path) -> None:
    """An editor knows its file by it, whatever the folder it runs in."""
    for name in (workspace / "plans/u/phase-2.yaml", Path("../u/./phase-2.yaml")):
        listed = found(NEW, "--stdin-filename", name, cwd=workspace / "plans/u")
        assert {one["file"] for one in listed} == {str(name)}


def test_the_file_need_not_be_there(workspace: Path) -> None:
    """Nor its folder."""
    assert [one["code"] for one in found(NEW, "--stdin-filename", "plans/u/phase-3.yaml", cwd=workspace)] == [
        "TC102",
        "TC106",
    ]
    assert found(OLD, "--stdin-filename", "plans/new/phase-1.yaml", cwd=workspace) == []
    assert not (workspace / "plans/new").exists()


def test_without_a_name_it_is_a_new_file_of_the_folder(workspace: Path) -> None:
    """References resolve as they would there."""
    listed = found(NEW, cwd=workspace / "plans/u")
    assert [(one["code"], one["file"]) for one in listed] == [("TC102", "stdin.yaml"), ("TC106", "stdin.yaml")]


NOT_OURS = [
    ".github/workflows/ci.yaml",
    ".pre-commit-config.yaml",
    "build/findings.yaml",
    "node_modules/x/y.yml",
    "docker-compose.yaml",
    "plans/u/drafts/phase-2.yaml",
]


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("name", NOT_OURS)
def test_a_file_that_the_workspace_does_not_read_is_left_alone(workspace: Path, name: str, there: bool) -> None:  # noqa: FBT001 (a parameter)
    """An editor sends every YAML file; people read why nothing was found, programs do not."""
    (workspace / "tcplan.toml").write_text('exclude = ["docker-compose.yaml", "plans/u/drafts"]\n')
    if there:
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_text("on: push\n")
    assert found("on: push\n", "--stdin-filename", name, cwd=workspace) == []
    assert found("on: push\n", "--stdin-filename", workspace / name, cwd=workspace / "plans") == []
    result = tcplan("validate", "-", "--stdin-filename", name, cwd=workspace, typed="on: push\n")
    assert result.returncode == 0
    assert result.stdout.startswith("0 files checked as of ")
    assert f"tcplan does not read {name} here" in result.stderr


def test_a_hidden_folder_is_left_alone_where_nothing_says_what_the_workspace_is(tmp_path: Path) -> None:
    """Neither settings nor a folder `plans`; other files there are checked."""
    assert found("on: push\n", "--stdin-filename", ".github/workflows/ci.yaml", cwd=tmp_path) == []
    assert found("on: push\n", "--stdin-filename", "ours/ci.yaml", cwd=tmp_path) != []


def test_a_text_without_a_name_is_always_read(workspace: Path) -> None:
    """Also where every file of the folder is excluded."""
    (workspace / "tcplan.toml").write_text('exclude = ["*"]\n')
    assert [one["code"] for one in found(NEW.replace("phase-1/", ""), cwd=workspace)] != []


def test_a_report_does_not_replace_a_plan_where_nothing_is_read(workspace: Path) -> None:
    """The workspace is known all the same."""
    output = ("--output", "json=plans/u/phase-1.yaml")
    result = tcplan("validate", "-", "--stdin-filename", ".x/y.yaml", *output, cwd=workspace, typed=OLD)
    assert result.returncode == 5
    assert (workspace / "plans/u/phase-1.yaml").read_text("utf-8") == OLD + "nonsense: x\n"


def test_a_text_that_is_no_plan_is_a_finding(workspace: Path) -> None:
    """Empty, or without its kind."""
    for text in ("", "words\n", "kind: plan\n\ttitle: x\n"):
        assert found(text, "--stdin-filename", "plans/u/phase-2.yaml", cwd=workspace)[0]["severity"] == "error"


def test_bytes_that_are_no_text_are_a_finding(workspace: Path) -> None:
    """As they are in a file."""
    command = [sys.executable, "-m", "tcplan", "validate", "-"]
    result = subprocess.run(command, cwd=workspace, input=b"title: caf\xe9\n", capture_output=True, check=False)
    assert result.returncode == 1
    assert b"byte 0xe9 in line 1 is not UTF-8 text" in result.stdout


WRONG = [
    (["-", "--stdin-filename", "plans/u"], "is a folder"),
    (["-", "--stdin-filename", "notes.txt"], "is not the name of a plan file"),
    (["--stdin-filename", "plans/u/phase-2.yaml"], "goes only with standard input"),
    (["-", "plans"], "does not go with other files"),
    (["-", "--watch"], "does not go with -"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_options_that_contradict_each_other_are_wrong_usage(workspace: Path, arguments: list[str], says: str) -> None:
    """Each with what to write instead."""
    result = tcplan("validate", *arguments, cwd=workspace, typed=OLD)
    assert (result.returncode, result.stdout) == (2, "")
    assert says in result.stderr
    assert "help: " in result.stderr
