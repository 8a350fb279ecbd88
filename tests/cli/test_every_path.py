"""Every command that takes a path, or --in, takes what there is and what it is called, and says where else to look."""

import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from support import close_off, tcplan

from tcplan.cli.app import COMMANDS, load_command
from tcplan.cli.support.refusals import PATH_AFTER, WITH_VALUES

WHO = "kind: institution\nformat: 1\nname: Northmoor University\n"
PLAN = """\
kind: plan
format: 1
title: The {number} plan
period: {{start: 20{start}-01, end: 20{end}-12}}
{follows}review_every: 12 months
actions:
  - id: 1
    title: Action {number}
    lead: HR
    due: 20{end}-06
    updates: [{{date: 20{start}-02, rag: green}}]
"""
SENT = "kind: submission\nformat: 1\nform: stage-1\nsubmits: phase-1\nreviews: phase-1\nsent: 2019-06-30\n"
DAY = "2026-06-30"
RUNS: dict[str, tuple[str, ...]] = {
    "validate": ("--profile", "draft", "--as-of", DAY),
    "status": ("--as-of", DAY),
    "list": ("--as-of", DAY),
    "show": ("1", "--as-of", DAY),
    "due": ("--as-of", DAY),
    "owners": ("--as-of", DAY),
    "update": ("1", "--note", "x", "--date", DAY, "--dry-run"),
    "report": ("--all", "--date", DAY, "--questions", "-"),
    "close": ("1", "--as", "withdrawn", "--why", "It is over", "--date", DAY, "--dry-run"),
    "add": ("action", "--title", "Another", "--date", DAY, "--dry-run"),
    "set": ("1/lead", "Estates", "--dry-run"),
    "undo": ("--dry-run",),
    "carry": ("phase-3", "--into", "phase-4", "--start", "2028-01", "--as-of", DAY, "--dry-run"),
    "answer": ("stage1", "profile", "--as-of", DAY),
    "close-review": ("stage1", "--as-of", DAY),
    "sign": ("plan", "--role", "Dean", "--dry-run"),
    "ready": ("stage1", "--as-of", DAY),
    "render": ("plan", "--as-of", DAY),
    "templates": ("list",),
    "site": ("-o", "public", "--as-of", DAY, "--dry-run"),
    "trajectory": ("--as-of", DAY),
    "fmt": ("--diff",),
}
"""A run of each command without its path; none writes a file."""

WITH_A_DOCUMENT = ("verify",)
"""Those that need a file that another command has made; `tests/render/test_verify.py` tries their paths."""

NAMING_THE_PLAN = ("carry",)
"""Those that name a plan anyway."""

NAMES = {
    "plans/northmoor/phase-3.yaml": ("phase-3", "PHASE-3.yaml", "northmoor/phase-3", "the 3 PLAN"),
    "plans/northmoor": ("northmoor", "NorthMoor", "northmoor university"),
}
"""Paths with other words for the same."""


def parameters(command: str) -> list[Any]:
    """The arguments and options of a command."""
    found: list[Any] = load_command(command).params
    return found


def takes_path(command: str) -> bool:
    """Whether it has a path of the workspace as an argument, or --in."""
    return any("--in" in one.opts or (one.metavar or "").startswith(("[PATH", "[PLAN")) for one in parameters(command))


def run_on(command: str, path: str) -> tuple[str, ...]:
    """The words of its run with a path."""
    words = RUNS[command]
    before = PATH_AFTER.get(command)
    return (command, *words, "--in", path) if before is None else (command, *words[:before], path, *words[before:])


def without_commands(text: str) -> str:
    """An output without the command to run next, which has the path as it was typed."""
    command = r"run:\s.*?--answers \S+|write the answer: .*?--text FILE"
    return re.sub(command, "", text.replace("\n#", "\n"), flags=re.DOTALL)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with three plans, the last of which tcplan has changed, and a submission, below a folder."""
    close_off(tmp_path)
    folder = tmp_path / "work space/plans/northmoor"
    folder.mkdir(parents=True)
    (folder / "institution.yaml").write_text(WHO, "utf-8")
    for number, start, end in ((1, 19, 21), (2, 22, 24), (3, 25, 27)):
        follows = f"follows: phase-{number - 1}\n" if number > 1 else ""
        text = PLAN.format(number=number, start=start, end=end, follows=follows)
        (folder / f"phase-{number}.yaml").write_text(text, "utf-8")
    (folder / "stage-1.yaml").write_text(SENT, "utf-8")
    (tmp_path / "work space/tcplan.toml").write_text("", "utf-8")
    changed = tcplan("set", "1/lead", "Library", "--in", "phase-3", cwd=folder)
    assert changed.returncode == 0, changed.stderr
    return tmp_path / "work space"


def test_all_commands_with_a_path_are_tried_here() -> None:
    """One that is new has to be added."""
    assert {*RUNS, *WITH_A_DOCUMENT} == {name for name in COMMANDS if takes_path(name)}


def test_a_printed_command_knows_where_the_path_of_each_command_is() -> None:
    """And which words are values of options."""
    places = {}
    values: set[str] = set()
    flags: set[str] = set()
    for name in COMMANDS:
        arguments = [one for one in parameters(name) if one.param_type_name == "argument"]
        own = [place for place, one in enumerate(arguments) if (one.metavar or "").startswith(("[PATH", "[PLAN"))]
        if own:
            places[name] = own[0]
        for one in parameters(name):
            if one.param_type_name == "option":
                (flags if one.is_flag else values).update(one.opts)
    assert places == PATH_AFTER
    assert values == WITH_VALUES
    assert not values & flags


@pytest.mark.parametrize("command", RUNS)
@pytest.mark.parametrize("path", NAMES)
def test_a_name_is_as_good_as_a_path(workspace: Path, command: str, path: str) -> None:
    """Of a plan, a submission or an institution, in any spelling, from any folder of the workspace or above it."""
    for folder in (".", "plans/northmoor", ".."):
        here = workspace / folder
        up = {".": "", "plans/northmoor": "../../", "..": "work space/"}[folder]
        expected = tcplan(*run_on(command, f"{up}{path}"), cwd=here, COLUMNS="500")
        assert expected.returncode in (0, 1), expected.stderr
        for name in NAMES[path]:
            run = tcplan(*run_on(command, name), cwd=here, COLUMNS="500")
            assert run.returncode == expected.returncode, (name, folder, run.stderr)
            assert without_commands(run.stdout) == without_commands(expected.stdout)


@pytest.mark.parametrize("command", RUNS)
@pytest.mark.parametrize(("name", "meant"), [("phsae-3", "phase-3"), ("northmor", "northmoor")])
def test_of_a_name_that_is_not_there_the_nearest_is_named(workspace: Path, command: str, name: str, meant: str) -> None:
    """By every command in the same words."""
    run = tcplan(*run_on(command, name), cwd=workspace)
    assert (run.returncode, run.stdout) == (3, "")
    assert f"{name}: there is no such file or folder" in run.stderr
    assert f"did you mean `{meant}`?" in run.stderr


@pytest.mark.parametrize("command", [name for name in RUNS if name not in ("validate", "fmt")])
def test_a_folder_above_names_the_workspace_below_it(workspace: Path, command: str) -> None:
    """And prints a command that works; a check of such a folder checks what is below it instead."""
    run = tcplan(command, *RUNS[command], cwd=workspace.parent)
    if command in NAMING_THE_PLAN:  # it writes into the only workspace below, and says so
        assert (run.returncode, "work space/plans/northmoor" in run.stdout) == (0, True)
        return
    assert (run.returncode, run.stdout) == (3, ""), run.stdout
    assert "there is a workspace in work space/: run `tcplan" in run.stderr
    printed = shlex.split(run.stderr.rpartition("run `")[2].strip().removesuffix("`"))
    again = tcplan(*printed[1:], cwd=workspace.parent)
    assert again.returncode == 0, again.stderr
    assert again.stdout == tcplan(*run_on(command, "work space"), cwd=workspace.parent).stdout


@pytest.mark.parametrize("command", [name for name in RUNS if name not in ("validate", "fmt")])
def test_a_folder_beside_the_plans_names_the_workspace_it_is_in(workspace: Path, command: str) -> None:
    """Nobody who stands in it wants to start another plan there."""
    here = workspace / "minutes of meetings"
    here.mkdir()
    run = tcplan(command, *RUNS[command], cwd=here)
    if command in NAMING_THE_PLAN:
        assert run.returncode == 0
        return
    assert (run.returncode, run.stdout) == (3, ""), run.stdout
    assert "tcplan init" not in run.stderr
    printed = shlex.split(run.stderr.rpartition("run `")[2].strip().removesuffix("`"))
    again = tcplan(*printed[1:], cwd=here)
    assert again.returncode == 0, (run.stderr, again.stderr)


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
@pytest.mark.parametrize("command", ["status", "due", "owners", "list", "update"])
def test_a_name_that_cannot_be_typed_is_in_no_printed_command(tmp_path: Path, command: str) -> None:
    """Another file is offered in its place; where there is none, no command is."""
    folder = tmp_path / "plans" / "northmoor"
    folder.mkdir(parents=True)
    close_off(tmp_path)
    names = [os.fsdecode(b"a\xff.yaml"), os.fsdecode(b"b\xfe.yaml")]
    for name in names:
        (folder / name).write_text(PLAN.format(number="first", start=26, end=27, follows=""))
    none = tcplan(command, *RUNS[command], cwd=tmp_path)
    assert (none.returncode, "tcplan " + command in none.stderr) == (2, False), none.stderr
    (folder / "c.yaml").write_text(PLAN.format(number="third", start=26, end=27, follows=""))
    other = tcplan(command, *RUNS[command], cwd=tmp_path)
    assert (other.returncode, "plans/northmoor/c.yaml`" in other.stderr) == (2, True), other.stderr
