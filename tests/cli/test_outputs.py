"""`tcplan validate --output FORMAT=FILE`: several reports in one run, never over a plan file."""

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support import tcplan, tcplan_process, write

from tcplan.reporters import REPORTERS

PLAN = "kind: plan\nformat: 1\ntitle: A plan\nactions: [{id: 1, title: One, related: 4}]\n"
ON = ("--as-of", "2026-06-30", "--profile", "draft")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one mistake."""
    (tmp_path / "build").mkdir()
    return write(tmp_path, plan=PLAN)


def test_several_reports_come_of_one_run(workspace: Path) -> None:
    """What is printed and what is written are those of runs of their own; what was written is said."""
    outputs = [f"--output={name}=build/{name}" for name in REPORTERS]
    result = tcplan("validate", *ON, *outputs, cwd=workspace)
    assert result.returncode == 1
    assert result.stderr.splitlines() == [f"wrote build/{name}" for name in REPORTERS]
    assert result.stdout == tcplan("validate", *ON, cwd=workspace).stdout
    for name in REPORTERS:
        printed = tcplan("validate", *ON, "--format", name, cwd=workspace).stdout
        assert (workspace / "build" / name).read_text("utf-8") == printed


def test_a_report_replaces_the_one_of_the_last_run(workspace: Path) -> None:
    """Whole: nothing of the longer one stays."""
    for text, count in ((PLAN, 1), (PLAN.replace(", related: 4", ""), 0)):
        write(workspace, plan=text)
        tcplan("validate", *ON, "-o", "gitlab=build/quality.json", "-o", "junit=build/junit.xml", cwd=workspace)
        assert len(json.loads((workspace / "build/quality.json").read_text("utf-8"))) == count
        assert ET.parse(workspace / "build/junit.xml").getroot().attrib["failures"] == str(count)  # noqa: S314 (our own)
    assert sorted(one.name for one in (workspace / "build").iterdir()) == ["junit.xml", "quality.json"]


WRONG = [
    ("findings.sarif", 2, "does not say which format"),
    ("sarif", 2, "does not say which format"),
    ("serif=x", 2, "did you mean `sarif`?"),
    ("sarif=", 2, "does not name a file"),
    ("sarif=build", 2, "is a folder"),
    ("sarif=nowhere/x.sarif", 2, "there is no folder nowhere"),
    ("sarif=plans/u/plan.yaml", 5, "a file that tcplan reads"),
    ("sarif=plans/u/new.yml", 5, "a file that tcplan reads"),
    ("sarif=link", 5, "a file that tcplan reads"),
    ("sarif=tcplan.toml", 5, "a file that tcplan reads"),
    ("sarif=loop", 5, "Too many levels"),
    (f"sarif={'x' * 300}", 5, "its name is too long"),
    (f"sarif=build/{'x' * 300}/y", 5, "its name is too long"),
    ("sarif=plans/u/plan.yaml/x", 5, "in the place of its folder"),
    ("sarif=x\0y", 5, "is not a name of a file"),
]


@pytest.mark.parametrize(("output", "code", "says"), WRONG)
def test_a_target_that_cannot_be_is_refused_before_anything_is_written(
    workspace: Path, output: str, code: int, says: str
) -> None:
    """Nor is anything printed; the message says what to do."""
    (workspace / "link").symlink_to("plans/u/plan.yaml")
    (workspace / "loop").symlink_to("loop")
    (workspace / "tcplan.toml").write_text("")
    result = tcplan("validate", *ON, "-o", "json=build/first.json", "-o", output, cwd=workspace)
    assert (result.returncode, result.stdout) == (code, "")
    assert says in result.stderr
    assert "help: " in result.stderr
    assert list((workspace / "build").iterdir()) == []
    assert (workspace / "plans/u/plan.yaml").read_text("utf-8") == PLAN


def test_no_file_is_written_twice_in_a_run(workspace: Path) -> None:
    """Two reports in one file would be none."""
    result = tcplan("validate", "-o", "json=build/x", "-o", "sarif=build/../build/x", cwd=workspace)
    assert (result.returncode, result.stdout) == (2, "")
    assert "named twice" in result.stderr


def test_a_report_does_not_replace_a_plan_of_another_workspace_that_is_checked(workspace: Path, tmp_path: Path) -> None:
    """Every option is checked."""
    other = write(tmp_path / "other", plan=PLAN)
    result = tcplan("validate", "plans", other, "-o", f"json={other}/plans/u/plan.yaml", cwd=workspace)
    assert result.returncode == 5
    assert (other / "plans/u/plan.yaml").read_text("utf-8") == PLAN


def test_statistics_are_a_table_for_people(workspace: Path) -> None:
    """With another format they would be silently left out."""
    assert "count" in tcplan("validate", "--statistics", cwd=workspace).stdout
    result = tcplan("validate", "--statistics", "--format", "sarif", cwd=workspace)
    assert (result.returncode, result.stdout) == (2, "")


@pytest.mark.parametrize("name", [name for name in REPORTERS if name != "text"])
def test_what_machines_read_is_utf_8_whatever_the_terminal(workspace: Path, name: str) -> None:
    """Only what people read is in the terminal's own encoding."""
    write(workspace, plan=PLAN.replace("related: 4", "related: Zoë"))
    command = [sys.executable, "-m", "tcplan", "validate", *ON, "--format", name]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    result = subprocess.run(command, cwd=workspace, env=environment, capture_output=True, check=False)
    assert "Zoë" in result.stdout.decode("utf-8")
    assert result.returncode == 1


STREAMS = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link")


@pytest.mark.parametrize("name", STREAMS)
def test_a_report_can_go_to_standard_output(workspace: Path, name: str) -> None:
    """It has the stream to itself, so that a script can read it; the page is on standard error."""
    (workspace / "link").symlink_to("/dev/stdout")
    for run in (tcplan, tcplan_process):
        result = run("validate", *ON, "-o", f"json={name}", cwd=workspace)
        assert result.returncode == 1
        assert len(json.loads(result.stdout)["findings"]) == 1
        assert "TC102" in result.stderr
        assert "wrote standard output" in result.stderr
    assert sorted(one.name for one in workspace.iterdir()) == ["build", "link", "plans"]


@pytest.mark.parametrize("name", STREAMS)
@pytest.mark.parametrize("words", [("render", "plan", "-o"), ("report", "--all", "--questions")])
def test_a_document_and_questions_can_go_to_standard_output(workspace: Path, name: str, words: tuple[str, ...]) -> None:
    """No file called `-` is made."""
    (workspace / "link").symlink_to("/dev/stdout")
    result = tcplan(*words, name, cwd=workspace)
    assert result.returncode == 0, result.stderr
    assert "A plan" in result.stdout
    assert sorted(one.name for one in workspace.iterdir()) == ["build", "link", "plans"]


@pytest.mark.parametrize("name", ["/dev/stderr", "/dev/fd/2"])
def test_a_report_can_go_to_standard_error(workspace: Path, name: str) -> None:
    """Beside the page on standard output."""
    result = tcplan("validate", *ON, "-o", f"json={name}", cwd=workspace)
    assert "TC102" in result.stdout
    assert '"findings": [' in result.stderr


def test_a_report_to_standard_output_that_is_a_file_is_written_in_it(workspace: Path) -> None:
    """The file is not replaced: what else is printed goes to it too."""
    with (workspace / "out").open("wb") as out:
        subprocess.run(
            [sys.executable, "-m", "tcplan", "validate", *ON, "-o", "json=/dev/stdout"],
            cwd=workspace,
            stdout=out,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    assert json.loads((workspace / "out").read_text("utf-8"))["findings"]


def test_what_goes_to_dev_null_is_gone(workspace: Path) -> None:
    """The device stays a device; several reports may go there."""
    result = tcplan("validate", *ON, "-o", "json=/dev/null", "-o", "sarif=/dev/null", cwd=workspace)
    assert result.returncode == 1
    assert tcplan("render", "plan", "-o", "/dev/null", cwd=workspace).returncode == 0
    assert Path("/dev/null").is_char_device()


def test_a_named_pipe_is_written_to(workspace: Path) -> None:
    """Whoever reads it gets the report; it stays a pipe."""
    os.mkfifo(workspace / "pipe")
    with subprocess.Popen(["cat", "pipe"], cwd=workspace, stdout=subprocess.PIPE) as reader:
        assert tcplan("validate", *ON, "-o", "json=pipe", cwd=workspace).returncode == 1
        assert reader.stdout
        assert json.loads(reader.stdout.read())["findings"]
    assert (workspace / "pipe").is_fifo()


@pytest.mark.parametrize(("output", "says"), [("/dev/full", "No space left"), ("/proc/x.sarif", "cannot be written")])
def test_a_report_that_cannot_be_written_is_refused_before_the_page(workspace: Path, output: str, says: str) -> None:
    """A full disk, a place where no file can be made."""
    result = tcplan("validate", *ON, "-o", f"sarif={output}", cwd=workspace)
    assert (result.returncode, result.stdout) == (5, "")
    assert says in result.stderr


LATE = [
    ("loop.md", "Too many levels"),
    (f"{'x' * 300}.md", "its name is too long"),
    ("folder.md", "is a folder"),
    ("x\0.md", "is not a name of a file"),
    ("/dev/full", "No space left"),
    ("plans/u/plan.yaml", ""),
]


@pytest.mark.parametrize(("name", "says"), LATE)
@pytest.mark.parametrize("words", [("render", "plan", "--to", "md", "-o"), ("report", "--all", "--questions")])
def test_a_document_that_cannot_be_written_is_refused(
    workspace: Path, words: tuple[str, ...], name: str, says: str
) -> None:
    """With a reason, never as a fault of tcplan, and nothing is left behind."""
    (workspace / "loop.md").symlink_to("loop.md")
    (workspace / "folder.md").mkdir()
    before = sorted(workspace.rglob("*")), (workspace / "plans/u/plan.yaml").read_bytes()
    result = tcplan(
        *words, name.replace(".md", ".txt") if words[0] == "report" and "x" in name else name, cwd=workspace
    )
    assert result.returncode in (2, 5), result.stderr
    assert says in result.stderr or words[0] == "report"
    assert (sorted(workspace.rglob("*")), (workspace / "plans/u/plan.yaml").read_bytes()) == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("validate",), 1),
        (("validate", "--format", "json"), 1),
        (("validate", "--diff"), 1),
        (("fmt", "--check"), 1),
        (("status",), 0),
        (("update", "99", "--rag", "red"), 2),
        (("validate", "nowhere"), 3),
    ],
)
def test_the_exit_code_is_that_of_the_command_when_nobody_reads_its_output(
    workspace: Path, words: tuple[str, ...], code: int
) -> None:
    """`tcplan validate | true` is no success if there are errors."""
    write(workspace, plan=PLAN + "measures: [{id: m, titel: M}]\n")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        command = [sys.executable, "-m", "tcplan", *words]
        process = subprocess.run(command, cwd=workspace, stdout=gone, stderr=subprocess.PIPE, check=False)
    assert process.returncode == code, process.stderr


def test_all_files_are_formatted_though_nobody_reads_their_names(workspace: Path) -> None:
    """`tcplan fmt | head -1` does what `tcplan fmt` does."""
    write(workspace, plan="format: 1\nkind: plan\ntitle: A\n", other="format: 1\nkind: plan\ntitle: B\n")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        subprocess.run([sys.executable, "-m", "tcplan", "fmt"], cwd=workspace, stdout=gone, check=True)
    assert [file.read_text()[:4] for file in workspace.rglob("*.yaml")] == ["kind", "kind"]
