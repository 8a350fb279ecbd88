"""Tools of others, where `make check-formats` has put them, and the workspaces whose reports they look at."""

import os
import subprocess
from pathlib import Path

import pytest
from support import REPOSITORY, tcplan

HERE = Path(__file__).parent
BUILD = REPOSITORY / "build/formats"
NODE_MODULES = BUILD / "node_modules/@microsoft"
NEEDED = bool(os.environ.get("TCPLAN_NEED_FORMATS"))
WORKSPACES = ("tests/data/thirty", "tests/data/reports", "plans", "examples", "hostile", "sound")
"""Two that are broken, the plans of this repository, one with names that nobody should give, one without a fault."""

SOUND = "kind: institution\nformat: 1\nname: Westhaven Institute\n"
BROKEN = "kind: plan\nformat: 1\ntitle: [a](b) {0}\nactions: [{id: 1, 'ti]<|&tel': One, owners: {0: x}}]\n"
NAMES = ("ph ase|<b>&.yaml", "a]]>b.yaml", "#%41`@x.yaml", "new\nline.yaml", "Zoë.yaml")


def tool(name: str) -> Path:
    """A program of the environment that `make check-formats` makes."""
    return there(BUILD / "venv/bin" / name)


def there(path: Path) -> Path:
    """A file that `make check-formats` brings; tests that take it run there alone, since they take minutes."""
    if not NEEDED:
        pytest.skip("`make check-formats` runs this, with tools of others")
    assert path.exists(), f"no {path.relative_to(REPOSITORY)}: it should have come with a lock file"
    return path


def workspace(name: str, folder: Path) -> Path:
    """One of the workspaces, made in the folder where it is not in the repository."""
    if name not in ("hostile", "sound"):
        return REPOSITORY / name
    plans = folder / "plans/u"
    plans.mkdir(parents=True)
    (plans / "institution.yaml").write_text(SOUND)
    if name == "hostile":
        for file in NAMES:
            (plans / file).write_text(BROKEN)
    return folder


def reports(name: str, folder: Path) -> dict[str, Path]:
    """The reports of a run over a workspace, written in one run, by their formats."""
    root = workspace(name, folder / "workspace")
    files = {one: folder / f"{root.name}.{one}" for one in ("sarif", "json", "junit", "gitlab")}
    outputs = [f"--output={one}={path}" for one, path in files.items()]
    result = tcplan("validate", "--profile", "submission", "--as-of", "2026-06-30", *outputs, cwd=root)
    assert result.returncode in (0, 1), result.stderr
    return files


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command; both its outputs come as one."""
    return subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
