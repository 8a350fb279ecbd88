"""A clean clone gets the locked versions, whatever pip its Python brings and whatever has been released since.

`make check-install` runs this. It downloads packages, so `make test` does not. A clone has only what is committed.
"""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from support import REPOSITORY

FIRST_PIP = {(3, 11): "22.3", (3, 12): "23.2.1", (3, 13): "24.2", (3, 14): "25.2"}
"""The pip that the first release of each Python brings; a pip does not run on much newer Pythons."""

SEEDS = {"pip", "setuptools"}
"""What an environment is made with."""

NEWER = "999.0"
"""The version of the newer releases."""


@pytest.fixture(scope="module")
def newer_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a newer release of every package in the lock files: a wheel without any code."""
    folder = tmp_path_factory.mktemp("newer")
    for name in locked(REPOSITORY, *(path.name for path in REPOSITORY.glob("requirements*.lock"))):
        stem = f"{name.replace('-', '_')}-{NEWER}"
        files = {
            "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {NEWER}\n",
            "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            "RECORD": "",
        }
        with zipfile.ZipFile(folder / f"{stem}-py3-none-any.whl", "w") as wheel:
            for file, text in files.items():
                wheel.writestr(f"{stem}.dist-info/{file}", text)
    return folder


@pytest.fixture
def environment(newer_releases: Path) -> dict[str, str]:
    """The variables for a clone: pip and uv find the newer releases, and nothing of this test run is left."""
    own = ("COV", "MAKE", "MFLAGS", "PYTEST", "PYTHON", "TCPLAN_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    links = f"{kept.get('PIP_FIND_LINKS', '')} {newer_releases}".strip()
    return {**kept, "PIP_FIND_LINKS": links, "UV_FIND_LINKS": str(newer_releases)}


def test_newer_releases_are_found(environment: dict[str, str], tmp_path: Path) -> None:
    """Where nothing is locked, pip and uv take the newer release; without this, the next test would prove nothing."""
    run(sys.executable, "-m", "pip", "download", "--no-deps", "--dest", tmp_path, "rich", cwd=tmp_path, env=environment)
    assert [path.name for path in tmp_path.iterdir()] == [f"rich-{NEWER}-py3-none-any.whl"]
    assert compiled("rich", tmp_path, environment) == f"rich=={NEWER}"


def test_uv_uses_the_index_of_pip(newer_releases: Path, tmp_path: Path) -> None:
    """A machine whose configuration of pip names another index than PyPI needs no configuration of uv."""
    [wheel] = newer_releases.glob("rich-*.whl")
    page = tmp_path / "simple/rich/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<a href="{wheel.as_uri()}">{wheel.name}</a>')
    (tmp_path / "pip.conf").write_text(f"[global]\nindex-url = {(tmp_path / 'simple').as_uri()}\n")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    environment["PIP_CONFIG_FILE"] = str(tmp_path / "pip.conf")
    assert compiled("rich", tmp_path, environment) == f"rich=={NEWER}"


@pytest.mark.parametrize("pip", [FIRST_PIP[sys.version_info[:2]], "newest"])
def test_a_clean_clone_gets_the_locked_versions(pip: str, environment: dict[str, str], tmp_path: Path) -> None:
    """`make demo` takes what tcplan needs to run, `make test` what the tests need, each as it is locked."""
    clone = tmp_path / "tcplan"
    run("git", "clone", "--quiet", REPOSITORY, clone, cwd=tmp_path, env=environment)
    make = ("make", f"PYTHON={python_with(pip, tmp_path)}")

    assert "stage 3 report" in run(*make, "demo", cwd=clone, env=environment)
    run_time = ("requirements.lock", "requirements-build.lock", "requirements-installer.lock")
    assert installed(clone) == locked(clone, *run_time)

    # A few of its tests are enough, the ones that use the wheelhouse; they do not reach the coverage of all.
    few = {**environment, "PYTEST_ADDOPTS": "--cov-fail-under=0 tests/test_wheel.py"}
    tested = run(*make, "test", cwd=clone, env=few)
    assert " passed" in tested
    assert "SKIPPED" not in tested
    assert installed(clone) == locked(clone, "requirements-dev.lock", "requirements-installer.lock")


def compiled(requirement: str, folder: Path, environment: dict[str, str]) -> str:
    """The release that uv takes for a requirement that names no version."""
    (folder / "requirements.in").write_text(f"{requirement}\n")
    options = ("--quiet", "pip", "compile", "--no-deps", "--no-header", "--no-annotate", "requirements.in")
    return run(sys.executable, REPOSITORY / "scripts/run_uv.py", *options, cwd=folder, env=environment).strip()


def python_with(pip: str, folder: Path) -> Path:
    """Write a command that is this Python, but whose new environments have another pip."""
    wanted = "pip" if pip == "newest" else f"pip=={pip}"
    run(sys.executable, "-m", "pip", "download", "--no-deps", "--dest", folder, wanted, cwd=folder, env={**os.environ})
    [wheel] = folder.glob("pip-*.whl")
    command = folder / "python"
    command.write_text(f"""\
#!/bin/sh
"{sys.executable}" "$@" || exit
case "$*" in "-m venv "*)
    for environment; do :; done  # the last argument
    "$environment/bin/python" -m pip -qq install --no-index --no-deps "{wheel}"
esac
""")
    command.chmod(0o755)
    return command


def locked(folder: Path, *names: str) -> dict[str, str]:
    """The version of every package that the lock files list for this machine."""
    lines = [line for name in names for line in (folder / name).read_text("utf-8").splitlines()]
    requirements = [Requirement(line.removesuffix("\\")) for line in lines if line[:1].isalnum()]
    return {
        canonicalize_name(one.name): str(one.specifier).removeprefix("==")
        for one in requirements
        if one.marker is None or one.marker.evaluate()
    }


def installed(clone: Path) -> dict[str, str]:
    """The version of every package in the environment of a clone, but for tcplan itself and what pip came with."""
    python = clone / ".venv/bin/python"
    listed = run(python, "-m", "pip", "--disable-pip-version-check", "list", "--format=json", cwd=clone)
    versions = {canonicalize_name(package["name"]): package["version"] for package in json.loads(listed)}
    assert "tcplan" in versions
    return {name: version for name, version in versions.items() if name not in {*SEEDS, "tcplan"}}


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a command; what it prints, or a failure that shows everything it printed."""
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        shown = " ".join(map(str, command))
        pytest.fail(f"{shown}\nexits {done.returncode}\n{done.stdout}{done.stderr}", pytrace=False)
    return done.stdout
