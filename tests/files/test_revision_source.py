"""The files of a commit are read without a checkout, as carefully as those of a folder; nothing is run or fetched."""

import os
import shutil
from pathlib import Path

import pytest
from repositories import commit, git, start_repository
from support import write

from tcplan.errors import TcplanError, UsageError
from tcplan.files import git_commands
from tcplan.files.revision_source import RevisionSource, source_of_revision
from tcplan.files.walking import Bounds
from tcplan.workspace import source_at

PLAN = "kind: plan\nformat: 1\ntitle: A plan\nactions: [{id: 1, title: First words}]\n"
LATER = PLAN.replace("First", "Later")
NAME = "plans/u/phase-1.yaml"

OPTIONS = ["--output=x", "-p", "--all", "", " "]
EXPRESSIONS = ["^HEAD", "HEAD~1..HEAD", "HEAD^@", "main:plans", "no-such-branch", "HEAD~7", ":/no such message"]
CHARACTERS = ["HEAD\0", "HEAD\n--all", "\x1b[31mHEAD", "\udcff", "$(touch x)", "a" * 5000, "deadbeefdeadbeef"]
NO_COMMITS = [*OPTIONS, *EXPRESSIONS, *CHARACTERS]


def at(folder: Path, words: str, named: str = "") -> RevisionSource:
    """The files of a revision, seen from a folder of its repository."""
    return source_of_revision(source_at(folder / named), words)


def refusal(folder: Path, words: str) -> TcplanError:
    """Why a revision cannot be read; there is always a next step."""
    with pytest.raises(TcplanError) as error:
        at(folder, words).names()
    assert error.value.hint
    return error.value


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits of one plan: first and later words."""
    folder = start_repository(tmp_path / "our plans")
    write(folder, phase_1=PLAN)
    commit(folder, "2026-01-10")
    write(folder, phase_1=LATER)
    commit(folder, "2026-03-20")
    return folder


def test_a_file_is_as_it_was_in_the_commit(repository: Path) -> None:
    """By any name that git knows; the files of today, and what is not committed, play no part."""
    write(repository, phase_1="not committed", phase_2=PLAN)
    git(repository, "tag", "spring-meeting", "HEAD~1")
    git(repository, "branch", "other", "HEAD~1")
    for words in ("HEAD~1", "HEAD^", "spring-meeting", "other", git(repository, "rev-parse", "--short", "HEAD~1")):
        source = at(repository, words)
        assert source.names() == (NAME,)
        assert source.read(NAME) == PLAN.encode()
        assert source.revision.day.isoformat() == "2026-01-10"
    assert at(repository, "main").read(NAME) == LATER.encode()


def test_nothing_is_written_and_nothing_is_checked_out(repository: Path) -> None:
    """Not even the index, which git likes to refresh."""
    before = {path: path.stat().st_mtime_ns for path in repository.rglob("*")}
    at(repository, "HEAD~1").read(NAME)
    assert {path: path.stat().st_mtime_ns for path in repository.rglob("*")} == before


def test_the_log_of_a_branch_is_asked_for_a_date(repository: Path, tmp_path: Path) -> None:
    """Where the record begins later, what was there then is not guessed."""
    git(repository, "reset", "--quiet", "--hard", "HEAD~1", day="2026-04-01")
    assert at(repository, "main@{2026-03-25}").read(NAME) == LATER.encode()
    assert at(repository, "main@{1}").read(NAME) == LATER.encode()
    assert "its record begins on" in refusal(repository, "main@{2025-01-01}").message
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", repository, clone, day="2026-05-01")
    assert "2026-03-25" in refusal(clone, "main@{2026-03-25}").message


def test_the_day_is_that_of_the_commit_where_it_was_made(repository: Path) -> None:
    """It is the same for everybody who asks, whatever their clock is set to."""
    write(repository, phase_1=PLAN)
    commit(repository, "2026-05-01T00:30:00+13:00")
    assert at(repository, "HEAD").revision.day.isoformat() == "2026-05-01"
    commit(repository, "2026-05-01T23:30:00-09:30")
    assert at(repository, "HEAD").revision.day.isoformat() == "2026-05-01"


@pytest.mark.parametrize("folder", ["", "teams/technicians", "müller & söhne", "--output=x", "a\nb", "a:b^{tree}"])
def test_a_workspace_may_be_anywhere_in_its_repository(tmp_path: Path, folder: str) -> None:
    """Also in a folder whose name looks like an option or a revision."""
    top = start_repository(tmp_path / "r")
    write(top / folder, phase_1=PLAN)
    write(top / "elsewhere", phase_1=LATER)
    commit(top, "2026-01-10")
    source = at(top / folder, "HEAD", "plans")
    assert source.read(NAME) == PLAN.encode()


def test_files_are_chosen_as_in_a_folder(repository: Path) -> None:
    """Hidden folders, environments, build output and other workspaces are left out, and what is excluded today."""
    for folder in (
        ".hidden",
        "build",
        "venv",
        "own-settings",
        "own-project",
        "drafts",
        "plans/build",
        "plans/env-here",
    ):
        (repository / folder).mkdir(parents=True)
        (repository / folder / "x.yaml").write_text(PLAN)
    (repository / "own-settings/tcplan.toml").write_text("")
    (repository / "own-project/pyproject.toml").write_text("[tool.tcplan]\n")
    (repository / "plans/env-here/pyproject.toml").write_text("[project]\nname = 'tcplan-plans'\n")
    (repository / "plans/notes.txt").write_text("")
    (repository / "plans/.hidden.yaml").write_text(PLAN)
    commit(repository, "2026-04-01")
    assert at(repository, "HEAD").names() == ("drafts/x.yaml", "plans/build/x.yaml", "plans/env-here/x.yaml", NAME)
    assert at(repository, "HEAD").names() == source_at(repository).names()
    (repository / "tcplan.toml").write_text("exclude = ['drafts', 'plans/b*']\n")
    assert at(repository, "HEAD").names() == ("plans/env-here/x.yaml", NAME)
    assert "build/x.yaml" in at(repository, "HEAD", "build/x.yaml").names()


def test_links_and_modules_are_not_followed_and_are_named(repository: Path, tmp_path: Path) -> None:
    """What a link led to then is not known, and it must not be a way to read the machine."""
    (tmp_path / "secret.yaml").write_text("password: x")
    (repository / "plans/u/out.yaml").symlink_to(tmp_path / "secret.yaml")
    (repository / "plans/u/in.yaml").symlink_to("phase-1.yaml")
    module = start_repository(repository / "plans/module")
    write(module, phase_1=PLAN)
    commit(module, "2026-04-01")
    git(repository, "-c", "advice.addEmbeddedRepo=false", "add", "--all")
    commit(repository, "2026-04-02")
    source = at(repository, "HEAD")
    assert source.names() == (NAME,)
    assert source.links() == ("plans/module", "plans/u/in.yaml", "plans/u/out.yaml")
    with pytest.raises(OSError, match="it is not in"):
        source.read("plans/u/out.yaml")


@pytest.mark.parametrize("words", NO_COMMITS)
def test_what_is_no_commit_is_refused(repository: Path, words: str) -> None:
    """A hostile name is no option of git, and no program is started by it."""
    error = refusal(repository, words)
    assert isinstance(error, UsageError)
    assert words.strip() == "" or words in error.message
    assert not (repository / "x").exists()


def test_a_name_that_means_two_things_is_refused(repository: Path) -> None:
    """Git takes the tag and only warns."""
    git(repository, "branch", "spring")
    git(repository, "tag", "spring", "HEAD~1")
    error = refusal(repository, "spring")
    assert "more than one thing" in error.message
    assert "refs/tags/spring" in error.hint
    assert at(repository, "refs/tags/spring").read(NAME) == PLAN.encode()
    assert at(repository, "refs/heads/spring").read(NAME) == LATER.encode()


def test_a_folder_without_a_repository(tmp_path: Path) -> None:
    """A date can be named there."""
    error = refusal(write(tmp_path, phase_1=PLAN), "HEAD")
    assert "is not in a git repository" in error.message
    assert "name a date" in error.hint


def test_a_repository_without_commits(tmp_path: Path) -> None:
    """It has no revisions yet."""
    assert (
        "git knows no commit called `HEAD`" in refusal(write(start_repository(tmp_path), phase_1=PLAN), "HEAD").message
    )


def test_a_bare_repository_has_no_files(repository: Path, tmp_path: Path) -> None:
    """Not even one that lies in a folder of plans and has settings that start programs."""
    bare = tmp_path / "bare.git"
    git(tmp_path, "clone", "--quiet", "--bare", repository, bare)
    assert "bare git repository" in refusal(bare, "HEAD").message
    inside = write(repository / "embedded", phase_1=PLAN)
    shutil.copytree(bare, inside, dirs_exist_ok=True)
    git(inside, "--git-dir=.", "config", "core.fsmonitor", f"touch {tmp_path}/started; false")
    assert "bare git repository" in refusal(inside, "HEAD").message
    assert not (tmp_path / "started").exists()


def test_the_folder_of_git_itself_is_no_workspace(repository: Path) -> None:
    """It is not among the files."""
    (repository / ".git/plans").mkdir()
    said = refusal(repository / ".git", "HEAD").message
    assert "is not among the files" in said or "is in a bare git repository" in said  # the latter since git 2.38


def test_without_git_a_date_can_be_named(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says so."""
    monkeypatch.setenv("PATH", str(repository))
    error = refusal(repository, "HEAD")
    assert "git is not installed" in error.message
    (repository / "git").write_text("#!/no/such/program\n")
    (repository / "git").chmod(0o755)
    assert "git cannot be started" in refusal(repository, "HEAD").message


def test_a_git_that_hangs_is_ended(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a minute, which is a second here."""
    (repository / "git").write_text("#!/bin/sh\nexec sleep 30\n")
    (repository / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(repository), prepend=os.pathsep)
    monkeypatch.setattr(git_commands, "MOST_SECONDS", 1)
    assert "did not answer within 1 seconds" in refusal(repository, "HEAD").message


def test_a_shallow_clone_says_that_it_is_one(repository: Path, tmp_path: Path) -> None:
    """CI services make them."""
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", clone)
    assert at(clone, "HEAD").read(NAME) == LATER.encode()
    error = refusal(clone, "HEAD~1")
    assert "holds only the last part of the history" in error.message
    assert "--unshallow" in error.hint


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_what_a_partial_clone_lacks_is_not_fetched(repository: Path, tmp_path: Path, left_out: str) -> None:
    """Git would ask the server by itself, which a hostile repository could make a program."""
    git(repository, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--no-checkout", f"--filter={left_out}", f"file://{repository}", clone)
    git(clone, "config", "remote.origin.uploadpack", f"touch {tmp_path}/fetched; git-upload-pack")
    write(clone, phase_1=PLAN)
    with pytest.raises((OSError, UsageError), match="clone"):
        at(clone, "HEAD~1").read(NAME)
    assert not (tmp_path / "fetched").exists()


def test_settings_of_a_repository_start_no_program(repository: Path, tmp_path: Path) -> None:
    """Somebody else may have written them."""
    trap = f"touch {tmp_path}/started; false"
    (repository / ".gitattributes").write_text("*.yaml diff=trap filter=trap\n")
    commit(repository, "2026-04-01")
    for key in (
        "core.fsmonitor",
        "core.sshCommand",
        "core.pager",
        "gpg.program",
        "diff.trap.textconv",
        "filter.trap.smudge",
    ):
        git(repository, "config", key, trap)
    git(repository, "config", "log.showSignature", "true")
    assert at(repository, "HEAD~1").read(NAME) == LATER.encode()
    assert not (tmp_path / "started").exists()


def test_a_repository_of_somebody_else_is_not_read(repository: Path) -> None:
    """Git refuses it, and what it says is passed on with what to do."""
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    for path in (repository, repository / ".git"):
        os.chown(path, 12345, 12345)
    error = refusal(repository, "HEAD")
    assert "belongs to somebody else" in error.message
    assert "safe.directory" in error.hint


def test_variables_of_git_do_not_lead_to_another_repository(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook has them, and they are relative to where it runs."""
    other = start_repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", "index")
    monkeypatch.setenv("GIT_TRACE", "1")
    assert at(repository, "HEAD").read(NAME) == LATER.encode()


def test_a_huge_file_is_not_read(repository: Path) -> None:
    """Its size is asked for first."""
    (repository / "plans/u/large.yaml").write_bytes(b"#" * (10 * 1024 * 1024 + 1))
    commit(repository, "2026-04-01")
    source = at(repository, "HEAD")
    with pytest.raises(OSError, match="larger than 10 MiB"):
        source.read("plans/u/large.yaml")
    assert source.read(NAME) == LATER.encode()


def test_many_files_are_read_a_batch_at_a_time(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In any order; only one batch is kept."""
    for number in range(12):
        (repository / f"plans/u/{number}.yaml").write_text(f"{number}" * 400)
    commit(repository, "2026-04-01")
    monkeypatch.setattr("tcplan.files.revision_source._BATCH", 1500)
    source = at(repository, "HEAD")
    for name in (*source.names(), *reversed(source.names())):
        assert source.read(name) == (repository / name).read_bytes()


def test_more_files_than_a_workspace_can_hold_are_not_listed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the bound."""
    monkeypatch.setattr("tcplan.files.revision_source.WITHOUT_SETTINGS", Bounds(0, 0, 0))
    assert "holds more than 0 files" in refusal(repository, "HEAD").message


def test_a_workspace_that_was_not_there_has_no_files(repository: Path) -> None:
    """It is not an error: its plans did not exist then."""
    write(repository / "new", phase_1=PLAN)
    (repository / "new/tcplan.toml").write_text("")
    assert at(repository / "new", "HEAD").names() == ()


def test_worktrees_and_modules_are_repositories(repository: Path, tmp_path: Path) -> None:
    """A second worktree, also of a bare repository, and a module: their `.git` is a file."""
    bare = tmp_path / "bare.git"
    git(tmp_path, "clone", "--quiet", "--bare", repository, bare)
    for owner in (repository, bare):
        tree = tmp_path / f"tree-of-{owner.name.replace(' ', '-')}"
        git(owner, "worktree", "add", "--quiet", "--detach", tree)
        assert at(tree, "HEAD~1").read(NAME) == PLAN.encode()
    around = start_repository(tmp_path / "around")
    git(around, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository, "plans-module")
    assert at(around / "plans-module", "HEAD~1").read(NAME) == PLAN.encode()


def test_a_repository_with_long_hashes(tmp_path: Path) -> None:
    """SHA-256 in place of SHA-1."""
    folder = tmp_path / "long"
    folder.mkdir()
    git(folder, "init", "--quiet", "--object-format=sha256")
    write(folder, phase_1=PLAN)
    assert len(commit(folder, "2026-01-10")) == 64
    assert at(folder, "HEAD").read(NAME) == PLAN.encode()
