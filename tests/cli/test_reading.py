"""What commands do with links, closed folders and closed streams: nothing secret is shown, and nothing unsaid."""

import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from support import EXAMPLES, tcplan, tcplan_process, without_privileges, write

from tcplan.files.sources import MAX_BYTES

PLAN = "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2025-01, end: 2027-12}\nactions: [{id: 1, title: x}]\n"

READING = {
    "validate": ("validate", "--profile", "draft"),
    "validate json": ("validate", "--format", "json"),
    "validate sarif": ("validate", "--format", "sarif"),
    "validate github": ("validate", "--format", "github"),
    "validate --diff": ("validate", "--diff"),
    "validate --fix": ("validate", "--fix"),
    "status": ("status",),
    "status json": ("status", "--format", "json"),
    "due": ("due",),
    "due json": ("due", "--format", "json"),
    "owners": ("owners",),
    "owners json": ("owners", "--format", "json"),
    "render plan": ("render", "plan"),
    "fmt --check": ("fmt", "--check"),
    "fmt --diff": ("fmt", "--diff"),
    "update": ("update", "1", "--rag", "green", "--dry-run"),
    "set": ("set", "1/lead", "HR", "--dry-run"),
    "report": ("report", "--questions", "-"),
}
"""Commands that read a workspace."""

SECRET = "words-of-this-machine"  # noqa: S105 (it stands for one)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a plan, and a secret beside it."""
    root = write(tmp_path / "workspace", phase_1=PLAN)
    (tmp_path / "secret.yaml").write_text(f"kind: {SECRET}\n{SECRET}: [\n")
    (root / "tcplan.toml").touch()
    return root


@pytest.mark.parametrize("command", READING.values(), ids=READING)
@pytest.mark.parametrize("link", ["plans/u/env.yaml", "plans/other", "frameworks", "plans/u/institution.yaml"])
def test_no_command_shows_what_a_link_leads_to_outside(workspace: Path, command: tuple[str, ...], link: str) -> None:
    """Its name is all that is said, in every command."""
    is_file = link.endswith(".yaml")
    (workspace / link).symlink_to(workspace.parent / "secret.yaml" if is_file else workspace.parent)
    result = tcplan(*command, cwd=workspace)
    said = result.stdout + result.stderr
    assert result.returncode in (0, 1, 3, 5)  # 3: what is not read may be the current plan
    assert SECRET not in said
    assert str(workspace.parent / "secret") not in said
    assert link in said or command == ("validate", "--diff")  # a patch lists no findings; those of files are counted


def test_the_environment_of_a_job_is_not_printed(workspace: Path) -> None:
    """As a link to it in a pull request would have it."""
    (workspace / "plans/u/env.yaml").symlink_to("/proc/self/environ")
    for command in READING.values():
        result = tcplan_process(*command, cwd=workspace, TOKEN=SECRET)
        assert SECRET not in result.stdout + result.stderr
    named = tcplan_process("validate", "plans/u/env.yaml", cwd=workspace, TOKEN=SECRET)
    assert named.returncode == 1
    assert "plans/u/env.yaml:1:1: error TC020 unfollowed-link: this link leads out of the workspace" in named.stdout
    assert SECRET not in named.stdout


@pytest.mark.parametrize(
    "name",
    [
        "plans/u/link.yaml",
        "link.yaml",
        "forms/june.yaml",
        "plans/u/../u/link.yaml",
        "forms/../secret.yaml",
        "plans/u/again.yaml",
        "plans/u/config.yaml",
        "plans/u/env.yaml",
    ],
)
@pytest.mark.parametrize("begin", ["", "{workspace}/"])
def test_no_link_leads_to_answers_outside(workspace: Path, begin: str, name: str) -> None:
    """A file of answers is read as a plan is: not through a committed link, nor through a folder that is one."""
    outside = workspace.parent / "outside"
    outside.mkdir()
    (outside / "june.yaml").write_text(f"kind: answers\n{SECRET}: 1\n")
    (workspace / ".git").mkdir()
    (workspace / ".git/config").write_text(f"{SECRET}: 1\n")
    links: dict[str, str | Path] = {
        "plans/u/link.yaml": workspace.parent / "secret.yaml",
        "link.yaml": "../secret.yaml",
        "forms": outside,
        "plans/u/again.yaml": "../../link.yaml",
        "plans/u/config.yaml": "../../.git/config",
        "plans/u/env.yaml": "/proc/self/environ",
    }
    for link, target in links.items():
        (workspace / link).symlink_to(target)
    given = begin.format(workspace=workspace) + name
    result = tcplan_process("report", "--answers", given, cwd=workspace, TOKEN=SECRET)
    assert SECRET not in result.stdout + result.stderr
    assert (result.returncode, result.stdout) == (3, "")
    assert f"{given}: this link leads out of the workspace, so it is not read" in result.stderr


def test_answers_may_be_outside_or_behind_a_link_that_stays_inside(workspace: Path) -> None:
    """They come by mail more often than by git; standard input has names that are links, too."""
    answers = "kind: answers\nformat: 1\nplan: phase-1\nreports: [{ref: 1, rag: green}]\n"
    (workspace.parent / "june.yaml").write_text(answers)
    (workspace / "june.yaml").write_text(answers)
    (workspace / "plans/u/link.yaml").symlink_to("../../june.yaml")
    for name in (workspace.parent / "june.yaml", "../june.yaml", "plans/u/link.yaml", "/dev/stdin"):
        result = tcplan_process("report", "--answers", str(name), "--dry-run", cwd=workspace, typed=answers)
        assert (result.returncode, "1 reported: 1" in result.stdout + result.stderr) == (0, True), result.stderr


@pytest.mark.parametrize(
    "command", [("validate", "plans/second"), ("status", "plans/second"), ("render", "plan", "plans/second")]
)
@pytest.mark.parametrize("target", ["store/second", "build/second"])
def test_a_linked_folder_inside_may_be_named(workspace: Path, command: tuple[str, ...], target: str) -> None:
    """Whatever its files are called in the workspace."""
    (workspace / target).mkdir(parents=True)
    (workspace / target / "phase-1.yaml").write_text(PLAN.replace("A plan", "The second plan"))
    (workspace / "plans/second").symlink_to(f"../{target}")
    result = tcplan(*command, cwd=workspace)
    assert result.returncode == 0, result.stderr
    assert "second/phase-1.yaml" in result.stdout or "The second plan" in result.stdout
    whole = tcplan("validate", "--format", "json", cwd=workspace)
    assert whole.stdout.count('"files": 2') == 1


def test_a_file_in_a_folder_that_is_not_read_may_be_named(workspace: Path) -> None:
    """Together with others."""
    (workspace / "site").mkdir()
    (workspace / "site/draft.yaml").write_text("kind: plan\nformat: 1\n")
    result = tcplan("validate", "site/draft.yaml", "plans/u", cwd=workspace)
    assert "site/draft.yaml:1:1: error TC016" in result.stdout
    assert "2 files checked" in result.stdout
    assert "1 file checked" in tcplan("validate", cwd=workspace).stdout


@pytest.mark.parametrize("command", READING.values(), ids=READING)
def test_a_closed_folder_is_said_and_ends_nothing(workspace: Path, command: tuple[str, ...]) -> None:
    """The rest is read; a folder that is excluded is not said."""
    (workspace / "lost+found").mkdir(mode=0)
    with without_privileges():
        result = tcplan(*command, cwd=workspace)
        (workspace / "tcplan.toml").write_text('exclude = ["lost+found"]\n')
        open_ = tcplan(*command, cwd=workspace)
    assert result.returncode in (0, 1)
    assert "lost+found" in result.stdout + result.stderr
    assert "lost+found" not in open_.stdout + open_.stderr


def test_a_named_file_that_cannot_be_read_is_a_finding_or_the_end(workspace: Path) -> None:
    """`validate` reports it; nothing else can be done without it."""
    file = workspace / "plans/u/phase-1.yaml"
    file.chmod(0)
    with without_privileges():
        checked = tcplan("validate", file)
        others = [tcplan("status", file), tcplan("update", "1", "--rag", "green", "--in", file)]
    assert checked.returncode == 1
    assert "error TC001 unreadable-file: the file cannot be read: Permission denied" in checked.stdout
    assert [one.returncode for one in others] == [3, 5]  # an edit is refused


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PLAN.encode("utf-16"), "UTF-16"),
        (PLAN.encode("utf-32"), "UTF-32"),
        (b"\x00\x00\xfe\xff" + PLAN.encode("utf-32-be"), "UTF-32"),
        (b"\xfe\xff" + PLAN.encode("utf-16-be"), "UTF-16"),
        (PLAN.encode("utf-16-le"), "UTF-16"),
        (PLAN.encode("utf-16-be"), "UTF-16"),
        (PLAN.encode("utf-32-le"), "UTF-32"),
        (PLAN.encode("utf-32-be"), "UTF-32"),
    ],
)
def test_an_encoding_is_called_by_its_name(workspace: Path, data: bytes, name: str) -> None:
    """With a mark and without one."""
    (workspace / "plans/u/phase-1.yaml").write_bytes(data)
    assert f"the file is {name}, not UTF-8" in tcplan("validate", cwd=workspace).stdout


def test_an_error_of_the_system_is_a_sentence_and_has_a_trace(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not called a fault of the output, nor one of tcplan."""
    real = os.path.realpath

    def failing(path: str, **options: bool) -> str:
        if "plans" in str(path):
            raise OSError(5, "Input/output error", str(path))
        return real(path, **options)

    monkeypatch.setattr(os.path, "realpath", failing)
    result = tcplan("status", "plans/u", cwd=workspace)
    assert result.returncode == 3
    assert result.stderr.startswith("tcplan: ")
    assert "plans/u: Input/output error" in result.stderr
    assert "output cannot be written" not in result.stderr
    with pytest.raises(OSError, match="Input/output error"):
        tcplan("status", "plans/u", cwd=workspace, TCPLAN_TRACEBACK="1")


GONE = [
    ("validate",),
    ("validate", "-"),
    ("status",),
    ("due",),
    ("owners",),
    ("update", "1", "--rag", "green"),
    ("set", "1/lead", "x"),
    ("add", "action", "--title", "x"),
    ("close", "1", "--as", "withdrawn", "--why", "x"),
    ("report", "--answers", "-"),
    ("report", "--questions", "x.yaml"),
    ("render", "plan"),
    ("render", "plan", "-o", "x.md"),
    ("fmt",),
    ("init", "x"),
]


@pytest.mark.parametrize("arguments", GONE, ids=" ".join)
def test_a_current_folder_that_was_deleted_is_said(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """With exit code 3, in every command that needs it."""
    result = in_deleted_folder(tmp_path, *arguments)
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith("tcplan: the current folder no longer exists")


@pytest.mark.parametrize("arguments", [("--version",), ("rules",), ("validate", EXAMPLES), ("status", EXAMPLES)])
def test_a_deleted_folder_does_not_matter_to_what_does_not_need_it(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Paths are absolute then."""
    result = in_deleted_folder(tmp_path, *arguments)
    assert (result.returncode, result.stderr) == (0, "")


def in_deleted_folder(tmp_path: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder that no longer exists."""
    gone = tmp_path / "gone"
    gone.mkdir()
    words = [sys.executable, "-P", "-m", "tcplan", *map(str, arguments)]
    line = ["sh", "-c", 'rmdir "$0" && exec "$@"', str(gone), *words]
    return subprocess.run(line, cwd=gone, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


CLOSED = ["".join(f"{number}>&- " for number in some) for count in (1, 2, 3) for some in combinations((0, 1, 2), count)]


@pytest.mark.parametrize("closed", CLOSED)
def test_closed_streams_change_nothing_for_what_does_not_need_them(workspace: Path, closed: str) -> None:
    """In any combination; what is printed to a closed stream is lost, and no file is opened in its place."""
    before = (workspace / "plans/u/phase-1.yaml").read_bytes()
    for arguments in ("status", "validate --profile draft", "update 1 --rag green --date 2026-06-30"):
        assert shell(f"{arguments} {closed}", workspace).returncode == 0
    after = (workspace / "plans/u/phase-1.yaml").read_bytes()
    assert after == before.replace(b"title: x}", b"title: x, updates: [{date: 2026-06-30, rag: green}]}")


@pytest.mark.parametrize("closed", [one for one in CLOSED if "0" in one])
@pytest.mark.parametrize("arguments", ["validate -", "report --answers -"])
def test_a_closed_standard_input_that_is_needed_is_said(workspace: Path, arguments: str, closed: str) -> None:
    """With exit code 3."""
    result = shell(f"{arguments} {closed}", workspace)
    assert result.returncode == 3
    assert "2" in closed or result.stderr.startswith("tcplan: standard input is closed\nhelp: ")


def test_answers_without_end_are_not_read_to_the_end(workspace: Path) -> None:
    """From standard input or from a file, which has to be an ordinary one."""
    endless = shell("report --answers - < /dev/zero", workspace)
    assert endless.returncode == 5
    assert f"is larger than {MAX_BYTES // 1024 // 1024} MiB" in endless.stderr
    os.mkfifo(workspace / "pipe.yaml")
    for name, said in (("/dev/zero", "ordinary file"), ("pipe.yaml", "ordinary file"), (".", "no file in this folder")):
        result = tcplan("report", "--answers", name, cwd=workspace)
        assert result.returncode == 3
        assert said in result.stderr


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell that begins with tcplan's arguments."""
    words = ["sh", "-c", f"'{sys.executable}' -P -m tcplan {line}"]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_pipe_that_does_not_wait_gets_everything(workspace: Path, unbuffered: str) -> None:
    """A program beside us may have made it so; and without a buffer no rest is lost."""
    read, written = os.pipe()
    os.set_blocking(written, False)
    script = "import sys, time; time.sleep(0.5); sys.stdout.buffer.write(sys.stdin.buffer.read())"
    with subprocess.Popen([sys.executable, "-c", script], stdin=read, stdout=subprocess.PIPE) as reader:
        os.close(read)
        done = subprocess.run(
            [sys.executable, "-P", "-m", "tcplan", "schema", "plan"],
            cwd=workspace,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=written,
            check=False,
        )
        os.close(written)
        printed, _ = reader.communicate()
    assert done.returncode == 0
    assert printed.decode() == tcplan("schema", "plan").stdout
