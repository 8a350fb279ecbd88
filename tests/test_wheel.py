"""The wheel holds what tcplan needs, and works where nothing else of this repository is."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tcplan

ROOT = Path(__file__).parents[1]
WHEELHOUSE = Path(sys.prefix) / "wheelhouse"

# One worker for the whole file, so that the wheel is built and installed once.
pytestmark = pytest.mark.xdist_group("wheel")


def run(*command: str | Path, cwd: Path, exits: int = 0) -> str:
    """Run a command without the variables of this test run; its output, or a failure that shows it."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTHON", "TCPLAN_"))}
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode != exits:
        shown = " ".join(map(str, command))
        pytest.fail(f"{shown}\nexits {done.returncode}\n{done.stdout}{done.stderr}", pytrace=False)
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this repository."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    [file] = folder.glob("tcplan-*.whl")
    return file


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment, without a network."""
    if not WHEELHOUSE.is_dir():
        pytest.skip(f"no wheelhouse beside this Python ({WHEELHOUSE}); `make test` has one")
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check", "--python", scripts / "python")
    run(*pip, "install", "--quiet", "--no-index", "--find-links", WHEELHOUSE, wheel, cwd=folder)
    return scripts / "tcplan"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Copy the examples to a folder that has nothing to do with this repository."""
    return Path(shutil.copytree(ROOT / "examples", tmp_path / "our plans"))


def test_wheel_ships_every_template_and_framework(wheel: Path) -> None:
    """Every file of templates/ is in tcplan/templates, every framework in tcplan/frameworks."""
    templates = {f"tcplan/{file.relative_to(ROOT).as_posix()}" for file in files(ROOT / "templates")}
    source = ROOT / "src"
    frameworks = {file.relative_to(source).as_posix() for file in files(source / "tcplan" / "frameworks", "*.yaml")}
    assert templates
    assert frameworks
    missing = (templates | frameworks) - set(zipfile.ZipFile(wheel).namelist())
    assert missing == set()


def test_wheel_ships_nothing_else(wheel: Path) -> None:
    """No test, plan or stray file travels with the package."""
    names = zipfile.ZipFile(wheel).namelist()
    strays = [name for name in names if not name.startswith(("tcplan/", f"tcplan-{tcplan.__version__}.dist-info/"))]
    assert strays == []


def test_installed_command_says_its_version(command: Path, tmp_path: Path) -> None:
    """`tcplan --version` prints the version of the package."""
    assert tcplan.__version__ in run(command, "--version", cwd=tmp_path)


def test_installed_command_refuses_wrong_usage(command: Path, tmp_path: Path) -> None:
    """A misspelt command exits 2: the door knows it with no more installed than tcplan asks for."""
    run(command, "validat", cwd=tmp_path, exits=2)


def test_installed_command_validates(command: Path, workspace: Path) -> None:
    """`tcplan validate` finds nothing wrong with the examples."""
    run(command, "validate", workspace, cwd=workspace.parent)


def test_installed_command_renders(command: Path, workspace: Path) -> None:
    """`tcplan render` finds its templates in the package."""
    report = workspace.parent / "out.html"
    run(command, "render", "stage3", workspace, "-o", report, cwd=workspace.parent)
    assert "<html" in report.read_text(encoding="utf-8")


def files(folder: Path, pattern: str = "*") -> list[Path]:
    """List every file below a folder."""
    return [file for file in folder.rglob(pattern) if file.is_file()]
