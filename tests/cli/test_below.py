"""Standing above a workspace, or naming a plan by its name instead of its path."""

import shlex
from pathlib import Path

import pytest
from support import close_off, tcplan, write

PLAN = """\
kind: plan
format: 1
title: The {} plan
period: {{start: 2025-01, end: 2027-12}}
actions: [{{id: 1, title: One}}]
"""
WHO = "kind: institution\nformat: 1\nname: Northmoor University\n"
FOREIGN = {"docker-compose.yaml": "services: {web: {image: x}}\n", "mkdocs.yml": "site_name: x\n"}
COMMANDS = [
    ("status",),
    ("list",),
    ("show", "1"),
    ("due",),
    ("owners",),
    ("report", "--questions", "-"),
    ("render", "plan"),
    ("update", "1", "--note", "It's done"),
    ("set", "1/lead", "HR"),
    ("add", "action", "--title", "Another"),
    ("close", "1", "--as", "withdrawn", "--why", "It is over"),
]
KINDS = ["tcplan.toml", "pyproject.toml", "plans", "institution"]


def make(folder: Path, kind: str = "tcplan.toml", word: str = "only") -> Path:
    """A workspace of some kind in a folder."""
    folder.mkdir(parents=True)
    if kind == "institution":
        (folder / "institution.yaml").write_text(WHO, "utf-8")
        (folder / "phase-3.yaml").write_text(PLAN.format(word), "utf-8")
        return folder
    write(folder, phase_3=PLAN.format(word), institution=WHO)
    if kind != "plans":
        (folder / kind).write_text("[tool.tcplan]\n" if kind == "pyproject.toml" else "", "utf-8")
    return folder


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """The top of a repository that is no workspace."""
    close_off(tmp_path)
    for name, text in FOREIGN.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["uni", "an uni/it's"])
def test_a_command_names_the_workspace_below(top: Path, command: tuple[str, ...], name: str) -> None:
    """And prints itself once more for that one, as it works."""
    make(top / name)
    run = tcplan(*command, cwd=top)
    assert (run.returncode, run.stdout) == (3, "")
    assert f"there is a workspace in {name}/: run `tcplan {command[0]}" in run.stderr
    assert "docker-compose" not in run.stderr
    assert "tcplan init" not in run.stderr
    printed = shlex.split(run.stderr.rpartition("run `")[2].strip().removesuffix("`"))
    again = tcplan(*printed[1:], cwd=top)
    assert again.returncode == 0, again.stderr


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("inside", ["docs", "my docs/it's", "plans/u/case-studies"])
def test_a_command_names_the_workspace_that_a_folder_without_plans_is_in(
    top: Path, command: tuple[str, ...], inside: str
) -> None:
    """Nobody who stands in a folder beside the plans wants to start another plan there."""
    here = make(top / "uni") / inside
    here.mkdir(parents=True)
    run = tcplan(*command, cwd=here)
    assert (run.returncode, run.stdout) == (3, "")
    assert "init" not in run.stderr
    printed = run.stderr.partition("run `tcplan ")[2].partition("`")[0]
    again = tcplan(*shlex.split(printed), cwd=here)
    assert again.returncode == 0, again.stderr


@pytest.mark.parametrize("path", [".", "plans/u", "plans"])
def test_where_only_a_submission_is_missing_no_other_folder_is_named(top: Path, path: str) -> None:
    """Neither the workspace nor the folder of the institution would have it."""
    here = make(top / "uni")
    run = tcplan("render", "stage1", path, cwd=here)
    assert run.returncode == 3
    where = "" if path == "." else f" --in {path}"
    assert f"help: `tcplan add submission stage-1{where}` begins one" in run.stderr
    added = tcplan("add", "submission", "stage-1", *where.split(), cwd=here)
    assert added.returncode == 0, added.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_of_several_workspaces_below_all_are_named(top: Path, command: tuple[str, ...]) -> None:
    """None is chosen."""
    make(top / "a")
    make(top / "b/c")
    run = tcplan(*command, cwd=top)
    assert run.returncode == 3
    assert "there are workspaces in a/, b/c/: run `tcplan" in run.stderr


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "command", [("validate",), ("validate", "."), ("fmt", "--check"), ("fmt", "--diff"), ("validate", "--diff")]
)
def test_a_check_of_a_folder_that_is_none_checks_the_workspace_in_it(
    top: Path, command: tuple[str, ...], kind: str
) -> None:
    """What else is there is not ours, and is not spoken of."""
    make(top / "teams/uni", kind)
    tcplan("fmt", "teams/uni", cwd=top)
    run = tcplan(*command, cwd=top)
    assert run.returncode == 0, run.stdout + run.stderr
    assert not any(name in run.stdout + run.stderr for name in FOREIGN)
    if command[-1] in ("validate", "."):
        assert "2 files checked" in run.stdout
    (top / "teams/uni").joinpath("broken.yaml").write_text("kind: plan\n", "utf-8")
    assert "teams/uni/broken.yaml" in tcplan("validate", cwd=top).stdout


def test_of_several_workspaces_all_are_checked_and_it_is_said(top: Path) -> None:
    """On standard error, so that a report stays one."""
    make(top / "a")
    make(top / "b")
    run = tcplan("validate", "--profile", "draft", cwd=top)
    assert (run.returncode, run.stderr) == (
        0,
        "tcplan: note: . is not a workspace; the 2 workspaces below it are read\n",
    )
    assert "4 files checked" in run.stdout


@pytest.mark.parametrize("own", [{"plan.yaml": PLAN.format("own")}, {"tcplan.toml": ""}])
def test_a_folder_with_files_or_settings_of_its_own_is_checked_itself(top: Path, own: dict[str, str]) -> None:
    """With what is below it."""
    make(top / "uni")
    for name, text in own.items():
        (top / name).write_text(text, "utf-8")
    run = tcplan("validate", cwd=top)
    assert run.returncode == 1
    assert "mkdocs.yml:1:1: error TC010" in run.stdout


def test_where_there_is_no_workspace_below_the_files_are_still_looked_at(top: Path) -> None:
    """There is nothing else that could be meant."""
    assert tcplan("validate", cwd=top).returncode == 1
    run = tcplan("status", cwd=top)
    assert run.returncode == 3
    assert "there is a workspace" not in run.stderr


@pytest.fixture
def workspace(top: Path) -> Path:
    """A workspace with three plans, a submission and a case study."""
    folder = top / "ws"
    north = folder / "plans/northmoor"
    north.mkdir(parents=True)
    (north / "case-studies").mkdir()
    for number, years in ((1, "2019-01, end: 2021"), (2, "2022-01, end: 2024"), (3, "2025-01, end: 2027")):
        text = PLAN.format(number).replace("2025-01, end: 2027", years).replace("One", f"Action {number}")
        (north / f"phase-{number}.yaml").write_text(text, "utf-8")
    (north / "institution.yaml").write_text(WHO, "utf-8")
    (north / "stage-1.yaml").write_text("kind: submission\nformat: 1\nform: stage-1\nsubmits: phase-1\n", "utf-8")
    (north / "case-studies/open-day.yaml").write_text("kind: case-study\nformat: 1\ntitle: An open day\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    "name",
    [
        "phase-2",
        "PHASE-2",
        "phase-2.yaml",
        "northmoor/phase-2",
        "./northmoor/phase-2",
        "Northmoor/Phase-2.YAML",
        "northmoor\\phase-2",
        "The 2 plan",
        "the  2 PLAN",
    ],
)
@pytest.mark.parametrize("folder", [".", "plans/northmoor/case-studies", ".."])
def test_a_plan_is_named_by_its_name(workspace: Path, name: str, folder: str) -> None:
    """From any folder of the workspace, and from above it where only one has the name."""
    run = tcplan("status", name, cwd=workspace / folder)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("The 2 plan\n")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("status", "northmoor"), "The 3 plan"),
        (("status", "Northmoor University"), "The 3 plan"),
        (("render", "plan", "phase-2"), "The 2 plan"),
        (("render", "stage1", "stage-1"), "The 1 plan"),
        (("report", "phase-3", "--questions", "-"), "Action 3"),
        (("update", "1", "--note", "x", "--dry-run", "--in", "phase-2", "--date", "2024-01-01"), "Action 2"),
        (("set", "1/lead", "HR", "--dry-run", "--in", "northmoor"), "phase-3.yaml"),
        (("validate", "phase-2", "--profile", "draft"), "1 file checked"),
        (("validate", "open-day"), "1 file checked"),
        (("fmt", "--check", "northmoor"), "6 left as they were"),
    ],
)
def test_every_command_with_a_path_takes_a_name(workspace: Path, command: tuple[str, ...], said: str) -> None:
    """Of a plan, a submission, a case study or an institution."""
    tcplan("fmt", cwd=workspace)
    run = tcplan(*command, cwd=workspace)
    assert run.returncode == 0, run.stderr
    assert said in run.stdout


def test_a_path_that_is_there_wins(workspace: Path) -> None:
    """Even if something is called so."""
    folder = workspace / "phase-2"
    folder.mkdir()
    assert tcplan("status", "phase-2", cwd=workspace).returncode == 3
    (folder / "other.yaml").write_text(PLAN.format("other"), "utf-8")
    assert tcplan("status", "phase-2", cwd=workspace).stdout.startswith("The other plan\n")


def test_of_several_of_one_name_none_is_chosen(workspace: Path) -> None:
    """All are listed, with the command for one of them."""
    (workspace / "plans/southmoor").mkdir()
    (workspace / "plans/southmoor/phase-2.yaml").write_text(PLAN.format("other"), "utf-8")
    run = tcplan("update", "1", "--rag", "green", "--in", "phase-2", cwd=workspace)
    assert run.returncode == 2
    assert "plans/northmoor/phase-2.yaml, plans/southmoor/phase-2.yaml" in run.stderr
    assert "run `tcplan update 1 --rag green --in plans/northmoor/phase-2.yaml`" in run.stderr
    assert tcplan("status", "southmoor/phase-2", cwd=workspace).returncode == 0


@pytest.mark.parametrize(("name", "meant"), [("phsae-2", "phase-2"), ("northmor", "northmoor")])
def test_of_none_the_nearest_is_named(workspace: Path, name: str, meant: str) -> None:
    """As every name that is not found."""
    run = tcplan("status", name, cwd=workspace)
    assert (run.returncode, run.stdout) == (3, "")
    assert f"{name}: there is no such file or folder" in run.stderr
    assert f"did you mean `{meant}`?" in run.stderr


@pytest.mark.parametrize("path", ["/nowhere/phase-2", "../phase-2", "elsewhere/phase-2.yaml", "", " ", "x" * 5000])
def test_a_path_elsewhere_is_not_a_name(workspace: Path, path: str) -> None:
    """Somebody who writes a whole path means that file."""
    run = tcplan("status", path, cwd=workspace / "plans")
    assert run.returncode in (0, 3) if path == "" else run.returncode == 3, run.stderr
