"""Nothing in the files that are checked is ever run: not by the action, the command, its hooks or its processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from formats.hostile_checkout import hostile_checkout
from formats.test_action import BROKEN, INSTALL, check
from support import REPOSITORY, write

BIN = Path(sys.executable).parent
COMMANDS = (
    ("validate",),
    ("status",),
    ("render", "plan"),
    ("rules",),
    ("schema", "plan"),
    ("fmt", "--check"),
    ("report", "--questions"),
    ("update", "1", "--rag", "green", "--dry-run"),
)


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """The folder in which what runs leaves a mark."""
    return tmp_path / "marks"


@pytest.fixture
def checkout(tmp_path: Path, marks: Path) -> Path:
    """A hostile checkout with one broken plan and one that is sound."""
    sound = BROKEN.replace("titel", "title").replace("title: A plan\n", "title: A plan\nperiod: {start: 2026-01}\n")
    folder = write(tmp_path / "w", plan=BROKEN, sound=sound)
    return hostile_checkout(folder, marks)


def ran(marks: Path) -> list[str]:
    """What has run."""
    return sorted(one.name for one in marks.iterdir())


def run_in(checkout: Path, *command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(one) for one in command],
        cwd=checkout,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_marks_would_show(checkout: Path, marks: Path) -> None:
    """A Python that looks into the current folder runs the modules."""
    run_in(checkout, sys.executable, "-c", "import typer")
    assert "typer.py" in ran(marks)


def test_the_step_that_checks_runs_nothing_of_the_checkout(checkout: Path, marks: Path) -> None:
    """Neither modules nor programs; and the findings are the same."""
    result = check(checkout)
    assert "::error file=plans/u/plan.yaml,line=4" in result.stdout, result.stderr
    assert (result.returncode, ran(marks)) == (1, [])


def test_variables_of_python_are_not_honoured_by_the_step(
    checkout: Path, marks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier step may have set some."""
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONUSERBASE"):
        monkeypatch.setenv(name, str(checkout))
    assert check(checkout).returncode == 1
    assert ran(marks) == []


def test_the_step_that_installs_runs_nothing_of_the_checkout(checkout: Path, marks: Path, tmp_path: Path) -> None:
    """It makes an environment and works in it, with absolute programs; the source here is a stand-in for ours."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here, which runs the steps of an action")
    source, home = tmp_path / "source", tmp_path / "home"
    (source / "scripts").mkdir(parents=True)
    for name in ("requirements-installer.lock", "requirements.lock", "requirements-build.lock"):
        (source / name).write_text("# nothing\n")
    (source / "scripts/run_uv.py").write_text("import os, sys\nprint(os.getcwd(), sys.flags.isolated, *sys.argv[1:])\n")
    environment = {"TCPLAN_PYTHON": sys.executable, "TCPLAN_SOURCE": str(source), "TCPLAN_HOME": str(home)}
    assert environment.keys() == INSTALL["env"].keys()
    result = run_in(checkout, bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", INSTALL["run"], **environment)
    assert result.returncode == 0, result.stderr
    assert [line.split()[:2] for line in result.stdout.splitlines()] == [[str(home), "1"]] * 2
    assert ran(marks) == []


def test_every_python_of_the_action_is_isolated() -> None:
    """The steps call it by its whole path, with -I."""
    from formats.test_action import CHECK  # noqa: PLC0415 (beside the other step)

    lines = [
        line.strip()
        for step in (INSTALL, CHECK)
        for line in step["run"].splitlines()
        if any(call in line for call in ('"$python" ', '"$TCPLAN_PYTHON" ')) and "-x" not in line
    ]
    assert len(lines) == 4
    assert all('" -I ' in line for line in lines), lines


def test_a_link_in_place_of_the_sarif_file_is_refused(checkout: Path, tmp_path: Path) -> None:
    """It would lead the report, with words of the plan in it, to any file of the machine."""
    (tmp_path / "elsewhere").mkdir()
    (checkout / "tcplan.sarif").symlink_to(tmp_path / "profile")
    (checkout / "build").symlink_to(tmp_path / "elsewhere")
    for name in ("tcplan.sarif", "./tcplan.sarif", "build/tcplan.sarif", "../elsewhere/tcplan.sarif"):
        result = check(checkout, sarif=name)
        assert (result.returncode, (tmp_path / "profile").exists()) == (2, False)
        assert "names a link of the checkout" in result.stdout
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert check(checkout, sarif="plans/tcplan.sarif").returncode == 1
    assert check(checkout, sarif=str(tmp_path / "tcplan.sarif")).returncode == 1


@pytest.mark.parametrize(
    "name", ["build/x", "build/sub/x", "plans/u/out/x", "build/../x", "plans/again/x", "build/no/x"]
)
@pytest.mark.parametrize("begin", ["", "./", "{checkout}/", "{checkout}/plans/../", "{linked}/", "/.{checkout}/"])
def test_no_path_may_leave_the_checkout_through_a_linked_folder(
    checkout: Path, tmp_path: Path, begin: str, name: str
) -> None:
    """Neither a relative nor an absolute one, however it is written."""
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "sub").mkdir(parents=True)
    (tmp_path / "linked").symlink_to(checkout)
    (checkout / "build").symlink_to(elsewhere)
    (checkout / "plans/u/out").symlink_to("../../../elsewhere")
    (checkout / "plans/again").symlink_to("../build")
    result = check(checkout, sarif=begin.format(checkout=checkout, linked=tmp_path / "linked") + name)
    assert result.returncode == 2
    assert "names a link of the checkout" in result.stdout
    assert [one.name for one in elsewhere.rglob("*")] == ["sub"]
    assert not (tmp_path / "x").exists()


def test_a_linked_folder_may_lead_into_the_checkout(checkout: Path, tmp_path: Path) -> None:
    """The runner's own, or one of the checkout that stays in it."""
    (tmp_path / "linked").symlink_to(checkout)
    (checkout / "build").symlink_to("plans")
    for name in ("build/x.sarif", f"{checkout}/build/x.sarif", f"{tmp_path}/linked/build/x.sarif"):
        assert check(checkout, sarif=name).returncode == 1, name
        (checkout / "plans/x.sarif").unlink()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
def test_the_command_runs_nothing_of_the_folder_it_is_run_in(
    checkout: Path, marks: Path, command: tuple[str, ...]
) -> None:
    """The installed program looks for modules only where it is installed; so do the hooks, which call it."""
    result = run_in(checkout, BIN / "tcplan", *command)
    assert result.returncode != 4, result.stderr
    assert "Traceback" not in result.stderr
    assert ran(marks) == []


@pytest.mark.parametrize("folder", ["", "plans/u"])
def test_the_module_runs_nothing_of_the_folder_either(checkout: Path, marks: Path, folder: str) -> None:
    """`python -m` puts the current folder first: tcplan takes it out before it imports anything but itself."""
    shutil.rmtree(checkout / "tcplan")  # that one would be run in place of ours: only -I or -P helps
    for name in ("runpy.py", "encodings", "re.py", "enum.py", "struct.py", "sitecustomize.py", "usercustomize.py"):
        path = checkout / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()  # Python itself imports these before us
    result = run_in(checkout / folder, sys.executable, "-m", "tcplan", "validate")
    assert "TC012 unknown-key" in result.stdout, result.stderr
    assert ran(marks) == []


def test_the_processes_of_a_check_run_nothing_of_the_folder(checkout: Path, marks: Path) -> None:
    """A process that is started anew gets no current folder on its path."""
    write(checkout / "more", plan=BROKEN)
    shutil.copytree(checkout / "more/plans/u", checkout / "plans/v")
    shutil.rmtree(checkout / "more")
    script = (
        "import sys; sys.path[:] = [one for one in sys.path if one]\n"
        "from tcplan.cli.support import processes, run_checks\n"
        "processes.START_METHOD = run_checks.START_METHOD = 'spawn'\n"
        "processes.LEAST_BYTES['spawn'] = 0\n"
        "from tcplan.cli.entry import main\n"
        "if __name__ == '__main__':\n"
        "    sys.argv = ['tcplan', 'validate']; main()\n"
    )
    file = checkout.parent / "command.py"
    file.write_text(script)
    result = run_in(checkout, sys.executable, file, TCPLAN_PROCESSES="2")
    assert "plans/v/plan.yaml:4" in result.stdout, result.stderr
    assert ran(marks) == []


def test_the_hooks_call_the_installed_program_alone() -> None:
    """Not `python -m`, which would look into the repository that is checked."""
    hooks = (REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert [line.split()[1] for line in hooks.splitlines() if line.startswith("  entry:")] == ["tcplan", "tcplan"]
