"""The hooks for pre-commit, as a repository that holds plans uses them: from a clean clone, installed anew."""

import shutil
import subprocess
from pathlib import Path

import pytest
from formats.tools import run, tool, workspace
from support import REPOSITORY, write

SHOWN = """\
kind: plan
format: 1
title: A plan
actions:
  - id: 1
    title: One
    updates:
      - {date: 2025-11-20, rag: green, note: It was held., evidence: case-studies/open-day}
"""
CASE_STUDY = "kind: case-study\nformat: 1\ntitle: An open day\n"
PLAN = "kind: plan\nformat: 1\ntitle: A plan\nactions: [{id: 1, title: One}]\n"


def git(folder: Path, *arguments: str | Path) -> str:
    """Run git as somebody; its output."""
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.ac.uk", "-c", "commit.gpgsign=false")
    result = run("git", *who, *arguments, cwd=folder)
    assert result.returncode == 0, result.stdout
    return result.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository as a clone has it: what git holds, or would, as one commit."""
    folder = tmp_path_factory.mktemp("clone") / "tcplan"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (REPOSITORY / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, folder / name, follow_symlinks=False)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "All")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environments that it makes, for all tests here."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A repository with a broken plan, and YAML that tcplan does not look at."""
    folder = Path(shutil.copytree(workspace("tests/data/thirty", tmp_path), tmp_path / "plans-of-ours"))
    (folder / ".github/workflows").mkdir(parents=True)
    (folder / ".github/workflows/ci.yaml").write_text("on: push\n")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    return folder


def hook(name: str, clone: Path, home: Path, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """`pre-commit try-repo` with one of our hooks, on the files that are about to be committed."""
    command = (tool("pre-commit"), "try-repo", clone, name, "--verbose", "--color", "never")
    return run(*command, *options, cwd=folder, PRE_COMMIT_HOME=str(home))


def test_the_hook_finds_the_mistakes_and_lets_a_sound_plan_pass(clone: Path, home: Path, plans: Path) -> None:
    """All of them, and whatever the file is that is about to be committed."""
    result = hook("tcplan-validate", clone, home, plans, "--all-files")
    assert result.returncode == 1, result.stdout
    assert "exit code: 1" in result.stdout
    assert result.stdout.count(": error TC") == 30, result.stdout
    git(plans, "commit", "--quiet", "--no-verify", "--message", "All")
    for name, text in (("plans/westhaven/other.yaml", PLAN), ("notes.txt", "x\n")):
        (plans / name).write_text(text)
        git(plans, "add", name)
        assert git(plans, "diff", "--cached", "--name-only") == f"{name}\n"
        result = hook("tcplan-validate", clone, home, plans)
        assert (result.returncode, result.stdout.count(": error TC")) == (1, 30), result.stdout
        git(plans, "rm", "--quiet", "--force", name)
    for file in ("phase-2.yaml", "phase-3.yaml"):
        git(plans, "rm", "--quiet", "--force", f"plans/westhaven/{file}")
    result = hook("tcplan-validate", clone, home, plans)
    assert result.returncode == 0, result.stdout
    assert "Passed" in result.stdout


def test_the_hook_looks_at_a_commit_that_only_deletes_a_file(clone: Path, home: Path, tmp_path: Path) -> None:
    """What referred to it is broken then; pre-commit itself counts no file that is not there any more."""
    folder = write(tmp_path / "plans-of-ours", plan=SHOWN)
    (folder / "plans/u/case-studies").mkdir()
    (folder / "plans/u/case-studies/open-day.yaml").write_text(CASE_STUDY)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "All")
    assert hook("tcplan-validate", clone, home, folder, "--all-files").returncode == 0
    git(folder, "rm", "--quiet", "plans/u/case-studies/open-day.yaml")
    result = hook("tcplan-validate", clone, home, folder)
    assert result.returncode == 1, result.stdout
    assert "TC109 unknown-case-study" in result.stdout


def test_the_other_hook_lays_files_out(clone: Path, home: Path, plans: Path) -> None:
    """pre-commit says that they were changed; the second time there is nothing left to do."""
    for file in ("phase-2.yaml", "phase-3.yaml"):
        git(plans, "rm", "--quiet", "--force", f"plans/westhaven/{file}")
    (plans / "plans/westhaven/phase-2.yaml").write_text(PLAN)
    (plans / "plans/westhaven/phase-3.yaml").write_text("title: A plan\nformat: 1\nkind: plan\n")
    git(plans, "add", "--all")
    result = hook("tcplan-fmt", clone, home, plans, "--all-files")
    assert result.returncode == 1, result.stdout
    assert "files were modified by this hook" in result.stdout
    assert (plans / "plans/westhaven/phase-3.yaml").read_text().startswith("kind: plan\n")
    assert hook("tcplan-fmt", clone, home, plans, "--all-files").returncode == 0


def test_the_manifest_is_one() -> None:
    """By pre-commit's own check."""
    result = run(tool("pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml", cwd=REPOSITORY)
    assert result.returncode == 0, result.stdout
