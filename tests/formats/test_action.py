"""The action for GitHub: its own script, run as a runner would, and what those say who look for danger in actions."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from formats.tools import run, tool
from support import REPOSITORY, write

ACTION: dict[str, Any] = yaml.safe_load((REPOSITORY / "action.yml").read_text("utf-8"))
INPUTS = {f"TCPLAN_{name.replace('-', '_').upper()}": one["default"] for name, one in ACTION["inputs"].items()}
CHECK = next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Check")
INSTALL = next(step for step in ACTION["runs"]["steps"] if step.get("name") == "Install tcplan")
BROKEN = "kind: plan\nformat: 1\ntitle: A plan\nactions: [{id: 1, titel: One}]\n"


def check(workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's step `Check` in a workspace with some inputs, with the tcplan of this environment."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here, which runs the steps of an action")
    home = workspace.parent / "home"
    (home / "bin").mkdir(parents=True, exist_ok=True)
    (home / "bin/python").unlink(missing_ok=True)
    (home / "bin/python").symlink_to(sys.executable)
    (home / "pyvenv.cfg").write_bytes((Path(sys.prefix) / "pyvenv.cfg").read_bytes())
    (home / "lib").unlink(missing_ok=True)
    (home / "lib").symlink_to(Path(sys.prefix) / "lib")
    environment = {
        **os.environ,
        **INPUTS,
        "TCPLAN_HOME": str(home),
        "GITHUB_STEP_SUMMARY": str(workspace.parent / "summary"),
        **{f"TCPLAN_{name.upper()}": value for name, value in inputs.items()},
    }
    return subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]],
        cwd=workspace,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one broken plan."""
    return write(tmp_path / "w", plan=BROKEN)


def test_findings_are_annotations_and_a_summary(workspace: Path) -> None:
    """The job fails, as it should; SARIF comes where it is asked for."""
    result = check(workspace, sarif="found.sarif")
    assert result.returncode == 1, result.stderr
    assert result.stdout.startswith("::error file=plans/u/plan.yaml,line=4")
    assert "TC012 unknown-key" in (workspace.parent / "summary").read_text("utf-8")
    assert '"TC012"' in (workspace / "found.sarif").read_text("utf-8")


def test_every_input_reaches_the_command(workspace: Path) -> None:
    """Paths and options one a line, blanks in them included."""
    write(workspace, sound=BROKEN.replace("titel: One", "title: Two").replace("A plan", "A sound plan"))
    shutil.copytree(workspace / "plans/u", workspace / "plans/the other")
    assert check(workspace, paths="plans/u/sound.yaml", profile="draft").returncode == 0
    assert check(workspace, paths="plans/u/sound.yaml\nplans/the other\n").returncode == 1
    options = {"fail_on": "warning", "args": "--select=TC2\n--as-of=2026-06-30"}
    result = check(workspace, paths="plans/u/sound.yaml", **options)
    assert result.returncode == 1
    assert "::warning " in result.stdout
    assert "as of 2026-06-30" in result.stdout


HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned",
    "' ; touch pwned #",
    '" ; touch pwned #',
    "* && touch pwned",
]


REFUSALS = {
    "paths": (3, "{text}: there is no such file or folder"),
    "profile": (2, "--profile"),
    "fail_on": (2, "--fail-on"),
    "args": (3, "{text}: there is no such file or folder"),
    "sarif": (1, "wrote {text}"),
}
"""The inputs that the step reads: the exit code, and what is said, where something else stands in one."""


def test_the_step_reads_every_input_but_the_version_of_python() -> None:
    """That one goes to setup-python alone, never to a shell."""
    read = {f"TCPLAN_{name.upper()}" for name in REFUSALS}
    assert read == CHECK["env"].keys() - {"TCPLAN_HOME"} == INPUTS.keys() - {"TCPLAN_PYTHON_VERSION"}
    assert [step.get("id") for step in ACTION["runs"]["steps"] if "python-version" in str(step)] == ["python"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", REFUSALS)
def test_no_input_is_carried_out(workspace: Path, name: str, text: str) -> None:
    """Whatever stands in it, it is a word for tcplan, which takes it or says that it does not."""
    result = check(workspace, **{name: text})
    code, says = REFUSALS[name]
    assert (result.returncode, result.stderr.count("\nhelp: ")) == (code, int(code > 1)), result.stderr
    assert says.format(text=text) in result.stderr
    assert not (workspace / "pwned").exists()


def test_a_path_is_never_an_option(workspace: Path) -> None:
    """It could write files otherwise."""
    result = check(workspace, paths="--output=json=found.json")
    assert result.returncode == 3
    assert not (workspace / "found.json").exists()


def test_no_script_holds_an_input() -> None:
    """GitHub would paste it in before the shell reads the script."""
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])


def test_what_is_installed_is_locked(tmp_path: Path) -> None:
    """The step `Install` makes a tcplan that runs, of wheels with a hash alone and of its own source."""
    tool("zizmor")  # only where `make check-formats` may take things from elsewhere
    source = tmp_path / "source"
    ignored = shutil.ignore_patterns(".*", "build", "__pycache__", "tests", "plans", "examples")
    shutil.copytree(REPOSITORY, source, ignore=ignored)
    environment = {
        "TCPLAN_PYTHON": sys.executable,
        "TCPLAN_SOURCE": str(source),
        "TCPLAN_HOME": str(tmp_path / "home"),
    }
    assert environment.keys() == INSTALL["env"].keys()
    result = run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", INSTALL["run"], cwd=tmp_path, **environment)
    assert result.returncode == 0, result.stdout
    result = run(tmp_path / "home/bin/python", "-I", "-m", "tcplan", "rules", cwd=tmp_path)
    assert result.returncode == 0, result.stdout
    assert "due-before-start" in result.stdout


def test_nothing_is_installed_without_a_hash() -> None:
    """Neither uv, nor a library, nor what builds the wheel; and the job keeps its own Python."""
    lines = [line for line in INSTALL["run"].splitlines() if " install --" in line or " sync --" in line]
    assert ["--require-hashes" in line for line in lines] == [True, True, False]
    assert all("--only-binary=:all:" in line for line in lines[:2])
    assert all(word in lines[2] for word in ("--no-deps", "--no-build-isolation", "--no-index"))
    (python,) = (step for step in ACTION["runs"]["steps"] if step.get("id") == "python")
    assert python["with"]["update-environment"] is False


def test_zizmor_finds_nothing_dangerous() -> None:
    """Nor an action that is not pinned."""
    result = run(tool("zizmor"), "--offline", "--no-progress", "--persona", "pedantic", "action.yml", cwd=REPOSITORY)
    assert result.returncode == 0, result.stdout


def test_it_is_an_action() -> None:
    """By the schema of those that GitHub takes."""
    result = run(tool("check-jsonschema"), "--builtin-schema", "vendor.github-actions", "action.yml", cwd=REPOSITORY)
    assert result.returncode == 0, result.stdout
