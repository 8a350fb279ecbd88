"""Annotations, SARIF and GitLab name files as the repository does, wherever the check was run."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from support import tcplan, write

BROKEN = "kind: plan\nformat: 1\ntitle: A plan\nactions: [{id: 1, titel: One}]\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose plans are in a folder of it; no CI service is running."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    top = tmp_path / "a repository"
    write(top / "work", plan=BROKEN)
    return top


def git(folder: Path) -> None:
    """Make a folder the top of a repository, as far as git looks at once."""
    (folder / ".git").mkdir()
    (folder / ".git/HEAD").write_text("ref: refs/heads/main\n")


def named(folder: Path, *arguments: str | Path, **environment: str) -> set[str]:
    """How the formats name the one file with findings."""
    shown = {
        format_: tcplan("validate", *arguments, "--format", format_, cwd=folder, **environment).stdout
        for format_ in ("github", "sarif", "gitlab", "junit")
    }
    (result, *_) = json.loads(shown["sarif"])["runs"][0]["results"]
    return {
        *re.findall(r"::error file=([^,]*),", shown["github"]),
        *re.findall(r' file="([^"]*)"', shown["junit"]),
        unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]),
        *(one["location"]["path"] for one in json.loads(shown["gitlab"])),
    }


@pytest.mark.parametrize("folder", [".", "work", "work/plans", "work/plans/u"])
def test_from_every_folder_of_a_repository(repository: Path, folder: str) -> None:
    """Its top is where git says."""
    git(repository)
    assert named(repository / folder) == {"work/plans/u/plan.yaml"}


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
@pytest.mark.parametrize("folder", [".", "work", "work/plans"])
def test_from_every_folder_of_a_checkout_without_git(repository: Path, folder: str, variable: str) -> None:
    """Its top is where the service says."""
    assert named(repository / folder, **{variable: str(repository)}) == {"work/plans/u/plan.yaml"}


def test_the_nearest_top_counts(repository: Path) -> None:
    """A workflow can check a repository out into a folder of its workspace; a stray variable changes nothing."""
    git(repository / "work")
    assert named(repository / "work", GITHUB_WORKSPACE=str(repository)) == {"plans/u/plan.yaml"}
    assert named(repository / "work/plans", GITHUB_WORKSPACE="/nowhere") == {"plans/u/plan.yaml"}


def test_from_a_linked_folder(repository: Path) -> None:
    """A service shows findings beside the lines of the file itself; a link to a checkout changes nothing."""
    git(repository)
    (repository / "link").symlink_to("work")
    assert named(repository / "link") == {"work/plans/u/plan.yaml"}
    assert named(repository, "link") == {"work/plans/u/plan.yaml"}
    (repository.parent / "other").symlink_to(repository)
    assert named(repository.parent / "other/work") == {"work/plans/u/plan.yaml"}
    assert named(repository.parent, "other/work") == {"work/plans/u/plan.yaml"}


def test_from_another_folder(repository: Path) -> None:
    """Named by a path upwards, or an absolute one."""
    git(repository)
    (repository / "docs").mkdir()
    assert named(repository / "docs", "../work") == {"work/plans/u/plan.yaml"}
    assert named(repository / "docs", repository / "work") == {"work/plans/u/plan.yaml"}


def test_without_a_repository_names_stay_as_they_are_seen(repository: Path) -> None:
    """From the current folder."""
    assert named(repository / "work") == {"plans/u/plan.yaml"}
    assert named(repository / "work/plans") == {"u/plan.yaml"}


def test_text_and_json_name_files_so_that_they_open(repository: Path) -> None:
    """From the current folder, whatever the repository."""
    git(repository)
    assert tcplan("validate", cwd=repository / "work/plans").stdout.count("\nu/plan.yaml:4:")
    found = json.loads(tcplan("validate", "--format", "json", cwd=repository / "work/plans").stdout)
    assert found["findings"][0]["file"] == "u/plan.yaml"
