"""A plan that is there and cannot be read is still the current one: nothing is written into another, or shown."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import tcplan, without_privileges, write

from tcplan.files.sources import MAX_BYTES

ENDED = """\
kind: plan
format: 1
title: Plan 2021 to 2023
period: {start: 2021-01, end: 2023-12}
actions:
  - {id: 1, title: Name a champion}
"""
NEXT = """\
kind: plan
format: 1
title: Plan 2025 to 2027
period: {start: 2025-01, end: 2027-12}
actions:
  - {id: 1, title: Publish a guide}
"""
UNREAD = {
    "tab": (NEXT.replace("  - {id", "\t- {id").encode(), 6),
    "merge at the top": (b"<<<<<<< HEAD\n" + NEXT.encode() + b"=======\n>>>>>>> x\n", 1),
    "merge further down": (NEXT.encode() + b"<<<<<<< HEAD\n  - {id: 2, title: x}\n=======\n>>>>>>> x\n", 7),
    "Latin-1": (NEXT.replace("guide", "guid\xe9").encode("latin-1"), 6),
    "Latin-1 before its kind": (b"# \xe9\n" + NEXT.encode(), 1),
    "UTF-16": (NEXT.encode("utf-16"), 1),
    "empty": (b"", 1),
    "only a comment": (b"# to be written\n", 1),
    "a list": (b"- a\n- b\n", 1),
    "two documents": (f"---\n{NEXT}---\n{NEXT}".encode(), 8),
    "a mistyped kind": (NEXT.replace("kind: plan", "kind: action-plan").encode(), 1),
    "another kind": (NEXT.replace("kind: plan", "kind: case-study").encode(), 4),
    "the kind of a framework": (NEXT.replace("kind: plan", "kind: framework").encode(), 4),
    "the kind of answers": (NEXT.replace("kind: plan", "kind: answers").encode(), 3),
    "a later format": (NEXT.replace("format: 1", "format: 2").encode(), 2),
    "too large": (b"#" * (MAX_BYTES + 1), 1),
    "cut off in its kind": (b"kind: pl", 1),
    "mistyped kind and a mark": (b"kind: paln\n<<<<<<< HEAD\n", 2),
    "no month 13": (NEXT.replace("2025-01", "2025-13").encode(), 4),
    "a period in words": (NEXT.replace("{start: 2025-01, end: 2027-12}", "three years from 2025").encode(), 4),
    "a period that ends before it begins": (NEXT.replace("2025-01", "2029-01").encode(), 4),
    "another key in the period": (NEXT.replace("start:", "begin_on:").encode(), 4),
}
EDITS = [
    ("update", "1", "--rag", "green"),
    ("set", "1/lead", "HR"),
    ("add", "action", "--title", "Another"),
    ("close", "1", "--as", "withdrawn", "--why", "It is over"),
    ("report", "--questions", "june.yaml"),
    ("report", "--answers", "answers.yaml"),
]
ON = "2026-06-30"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A plan that has ended, and a file of answers that does not say its plan."""
    write(tmp_path, phase_1=ENDED)
    (tmp_path / "answers.yaml").write_text("kind: answers\nformat: 1\nreports: [{ref: 1, rag: green}]\n", "utf-8")
    return tmp_path


def later(workspace: Path, content: bytes | str) -> Path:
    """The plan that comes after it."""
    file = workspace / "plans/u/phase-2.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def texts(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("fault", UNREAD)
def test_no_command_takes_the_plan_before_it(workspace: Path, fault: str) -> None:
    """It stops, names the file and the line, and changes nothing."""
    content, line = UNREAD[fault]
    later(workspace, content)
    before = texts(workspace)
    for command, code in (
        *((edit, 5) for edit in (EDITS if fault in ("tab", "no month 13") else EDITS[:1])),
        (("status", "--as-of", ON), 3),
        (("render", "plan", "--as-of", ON), 3),
    ):
        run = tcplan(*command, cwd=workspace)
        assert (run.returncode, run.stdout) == (code, ""), (command, run.stderr)
        assert f"plans/u/phase-2.yaml:{line}: " in run.stderr
        assert ("nothing was changed" in run.stderr) == (code == 5)
        assert "plans/u/phase-1.yaml`" in run.stderr
    assert texts(workspace) == before


@pytest.mark.parametrize("kind", ["pipe", "link to nothing", "not permitted"])
def test_a_file_that_is_none_is_still_in_the_way(workspace: Path, kind: str) -> None:
    """Whatever the reason is that nothing can be read."""
    file = later(workspace, NEXT)
    if kind == "not permitted":
        if os.geteuid() == 0:
            pytest.skip("everything is permitted to this user")
        file.chmod(0)
    else:
        file.unlink()
        if kind == "pipe":
            os.mkfifo(file)
        else:
            file.symlink_to("nowhere.yaml")
    run = tcplan("update", "1", "--rag", "green", cwd=workspace)
    assert run.returncode == 5
    assert "plans/u/phase-2.yaml:1: this file cannot be read" in run.stderr


@pytest.mark.parametrize(
    "text",
    [
        NEXT.replace("kind: plan", "kind: paln"),
        NEXT.replace("title: Plan", 'title: "Plan'),
        NEXT.replace("period:", "perod:"),
        NEXT + "colour: red\n",
        NEXT.replace("2025-01", "2025-13") + "follows: phase-1\n",
    ],
)
def test_a_plan_with_faults_that_are_understood_is_the_current_one(workspace: Path, text: str) -> None:
    """What is meant is sure."""
    later(workspace, text)
    run = tcplan("status", "--as-of", ON, cwd=workspace)
    assert run.returncode == 0, run.stderr
    assert "Publish" in tcplan("update", "1", "--note", "x", "--dry-run", cwd=workspace).stdout


@pytest.mark.parametrize("words", [("1", "--in", "plans/u/phase-1.yaml"), ("phase-1/1",), ("u/phase-1/1",)])
def test_a_plan_that_is_named_is_taken(workspace: Path, words: tuple[str, ...]) -> None:
    """It is what somebody says."""
    later(workspace, UNREAD["tab"][0])
    run = tcplan("update", *words, "--note", "x", "--date", "2023-12-01", cwd=workspace)
    assert run.returncode == 0, run.stderr
    assert "Name a champion" in run.stdout
    shown = tcplan("status", "plans/u/phase-1.yaml", "--as-of", ON, cwd=workspace)
    assert shown.stdout.startswith("Plan 2021 to 2023\n")


@pytest.mark.parametrize(
    "words", [("update", "phase-2/1", "--rag", "green"), ("set", "phase-2/1/lead", "HR"), ("close", "phase-2")]
)
def test_the_plan_that_cannot_be_read_is_named(workspace: Path, words: tuple[str, ...]) -> None:
    """With its fault, not as one that does not exist."""
    later(workspace, UNREAD["tab"][0])
    more = ("--as", "withdrawn", "--why", "x") if words[0] == "close" else ()
    run = tcplan(*words, *more, cwd=workspace)
    assert run.returncode == 5
    assert "plans/u/phase-2.yaml:6: this file cannot be read: there is a tab" in run.stderr


def test_the_printed_command_works_as_printed(workspace: Path) -> None:
    """With every option of the one that was refused."""
    later(workspace, UNREAD["tab"][0])
    run = tcplan("update", "1", "--note", "It's done", "--date", "2023-12-01", "--in", ".", cwd=workspace)
    command = """tcplan update 1 --note 'It'"'"'s done' --date 2023-12-01 --in plans/u/phase-1.yaml"""
    assert f"run `{command}`" in run.stderr
    run = tcplan(
        "update", "1", "--note", "It's done", "--date", "2023-12-01", "--in", "plans/u/phase-1.yaml", cwd=workspace
    )
    assert run.returncode == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("stage-3", "kind: submission\nformat: 1\nform: [\n"),
        ("stage-3", ""),
        ("institution", "name: [\n"),
        ("june", "kind: answers\nformat: 1\nreports:\n\t- x\n"),
        ("compose", "services:\n\tweb: {image: x}\n"),
        ("~$phase-1", "\x01\x02"),
        ("phase-0", "kind: plan\nformat: 1\n\ttitle: x\n"),
    ],
)
def test_what_is_no_current_plan_is_in_nobodys_way(tmp_path: Path, name: str, text: str) -> None:
    """By the kind that it says, by its name, by keys that are not ours, or because the current plan follows it."""
    write(tmp_path, phase_1=NEXT + "follows: phase-0\n", **{name.replace("-", "_"): text})
    assert tcplan("update", "1", "--note", "x", "--dry-run", cwd=tmp_path).returncode == 0


def test_a_plan_before_the_current_one_may_be_the_current_one_where_nothing_says_so(tmp_path: Path) -> None:
    """Nor does it where the later plan has not begun."""
    broken = "kind: plan\nformat: 1\n\ttitle: x\n"
    write(tmp_path, phase_1=NEXT, phase_0=broken)
    assert tcplan("update", "1", "--note", "x", "--dry-run", cwd=tmp_path).returncode == 5
    write(tmp_path, phase_1=NEXT.replace("2025-01", "2027-01") + "follows: phase-0\n")
    assert tcplan("status", "--as-of", ON, cwd=tmp_path).returncode == 3


def test_other_institutions_are_shown_and_the_one_that_cannot_be_read_is_named(workspace: Path) -> None:
    """The exit code says that not everything is there; an edit does not guess between the two."""
    later(workspace, UNREAD["tab"][0])
    other = workspace / "plans/other"
    other.mkdir()
    (other / "phase-2.yaml").write_text(NEXT.replace("Plan 2025", "Other plan 2025"), "utf-8")
    run = tcplan("status", "--as-of", ON, "--format", "json", cwd=workspace)
    assert run.returncode == 3
    assert run.stdout.count('"Other plan 2025 to 2027"') == 1
    assert "Plan 2021" not in run.stdout
    assert "plans/u/phase-2.yaml:6: this file cannot be read" in run.stderr
    assert tcplan("update", "1", "--note", "x", cwd=workspace).returncode == 5
    assert tcplan("update", "phase-2/1", "--note", "x", cwd=workspace).returncode == 5
    assert tcplan("update", "1", "--note", "x", "--in", "plans/other", cwd=workspace).returncode == 0


STAGE = "kind: submission\nformat: 1\nform: stage-3\nsubmits: phase-2\nreviews: [{plan: phase-1, date: 2023-11-30}]\n"


@pytest.mark.parametrize("broken", ["stage-3", "phase-1", "phase-2"])
def test_a_submission_is_not_rendered_without_what_cannot_be_read(workspace: Path, broken: str) -> None:
    """Neither the form nor the plan that it submits, nor one that it reviews."""
    later(workspace, NEXT)
    write(workspace, stage_3=STAGE)
    assert tcplan("render", "stage3", cwd=workspace).returncode == 0
    file = workspace / f"plans/u/{broken}.yaml"
    file.write_text(file.read_text("utf-8") + "x: {\n\ty\n", "utf-8")
    for path in (".", "plans/u/stage-3.yaml"):
        run = tcplan("render", "stage3", path, cwd=workspace)
        assert (run.returncode, run.stdout) == (3, "")
        assert f"plans/u/{broken}.yaml:" in run.stderr
        assert "cannot be read" in run.stderr


def test_no_other_file_is_changed_in_place_of_an_institution_or_a_submission(workspace: Path) -> None:
    """Where it is named first: another institution's file of that name is not meant."""
    good = "kind: institution\nformat: 1\nname: Other\n"
    (workspace / "plans/other").mkdir()
    (workspace / "plans/other/institution.yaml").write_text(good, "utf-8")
    write(workspace, institution="kind: institution\nformat: 1\n\tname: Ours\n")
    run = tcplan("set", "institution/webpage", "https://example.ac.uk", cwd=workspace)
    assert run.returncode == 5
    assert "plans/u/institution.yaml:3: this file cannot be read" in run.stderr
    assert (workspace / "plans/other/institution.yaml").read_text("utf-8") == good


def test_a_copy_does_not_become_the_institution(tmp_path: Path) -> None:
    """Whether or not the file of that name can be read."""
    good = "kind: institution\nformat: 1\nname: {}\n"
    write(tmp_path, **{"a copy": good.format("A copy"), "institution": good.format("Ours"), "plan": NEXT})
    assert "\nOurs · " in tcplan("status", cwd=tmp_path).stdout
    write(tmp_path, institution="kind: institution\n\tname: Ours\n")
    assert "A copy" not in tcplan("status", cwd=tmp_path).stdout


def rename(file: Path) -> None:
    """What Notepad or a mail program makes of the name."""
    file.rename(f"{file}.txt")


def put_into_closed_folder(file: Path) -> None:
    """Move it into a folder that may not be entered."""
    folder = file.parent / "current"
    folder.mkdir()
    file.rename(folder / file.name)
    folder.chmod(0)


def put_outside(file: Path) -> None:
    """Move its folder out of the workspace, and link to it."""
    folder = file.parent / "current"
    (file.parents[2] / ".shelf").mkdir()
    file.rename(file.parents[2] / ".shelf" / file.name)
    folder.symlink_to("../../.shelf")


def make_institution(file: Path) -> None:
    """Say that it is a second institution."""
    file.write_text(NEXT.replace("kind: plan", "kind: institution"), "utf-8")


def give_name_of_submission(file: Path) -> None:
    """Another file has its name, with the other ending."""
    file.rename(file.with_suffix(".yml"))
    file.write_text("kind: submission\nformat: 1\nform: stage-2\n", "utf-8")


@pytest.mark.parametrize(
    "hide", [rename, put_into_closed_folder, put_outside, make_institution, give_name_of_submission]
)
def test_a_plan_that_is_there_but_not_read_is_not_replaced_by_one_that_ended(
    workspace: Path, hide: Callable[[Path], None]
) -> None:
    """A wrong ending, a closed folder, a link or a file of the same name: the command stops and says which it is."""
    (workspace / "plans/u/institution.yaml").write_text("kind: institution\nformat: 1\nname: U\n", "utf-8")
    file = later(workspace, NEXT)
    hide(file)
    with without_privileges():
        before = (workspace / "plans/u/phase-1.yaml").read_bytes()
        for command, code in (*((edit, 5) for edit in EDITS), (("status",), 3), (("render", "plan"), 3)):
            run = tcplan(*command, cwd=workspace)
            assert (run.returncode, run.stdout) == (code, ""), (command, run.stderr)
            assert "phase-2" in run.stderr or "u/current" in run.stderr
        assert (workspace / "plans/u/phase-1.yaml").read_bytes() == before
        assert tcplan("status", "phase-1", cwd=workspace).returncode == 0
    if (workspace / "plans/u/current").is_dir():
        (workspace / "plans/u/current").chmod(0o700)


def test_what_is_not_read_is_in_nobodys_way_while_a_plan_runs(workspace: Path) -> None:
    """A backup, or a folder that may not be entered, beside the plan that runs."""
    later(workspace, NEXT)
    (workspace / "plans/u/phase-2.yaml.bak").write_text(NEXT, "utf-8")
    (workspace / "plans/u/phase-0.yaml.txt").write_text(NEXT, "utf-8")
    (workspace / "plans/u/old").mkdir(mode=0)
    with without_privileges():
        assert tcplan("update", "1", "--rag", "green", "--date", ON, cwd=workspace).returncode == 0
    (workspace / "plans/u/old").chmod(0o700)


def test_a_backup_of_a_plan_that_ended_is_in_nobodys_way(workspace: Path) -> None:
    """`phase-1.yaml.bak` beside `phase-1.yaml` is no other plan; but the page says that the plan has ended."""
    (workspace / "plans/u/phase-1.yaml.bak").write_text(ENDED, "utf-8")
    run = tcplan("update", "1", "--rag", "blue", "--note", "Done.", cwd=workspace)
    assert run.returncode == 0
    assert "phase-1 ended on 2023-12-31, and no later plan is here" in run.stdout


def test_no_other_institution_is_taken_for_one_whose_folder_is_closed(workspace: Path) -> None:
    """`update 1` could mean either; a plan that is named is taken."""
    shutil.move(later(workspace, NEXT), workspace / "plans/u/phase-1.yaml")
    other = workspace / "plans/v"
    shutil.copytree(workspace / "plans/u", other)
    other.chmod(0)
    with without_privileges():
        for edit in EDITS[:4]:
            run = tcplan(*edit, cwd=workspace)
            assert (run.returncode, run.stdout) == (5, ""), edit
            assert "plans/v may hold the plan that is meant" in run.stderr
        shown = tcplan("status", "--as-of", ON, cwd=workspace)
        assert (shown.returncode, "Plan 2025 to 2027" in shown.stdout) == (3, True)
        assert tcplan("render", "plan", cwd=workspace).returncode == 3
        for words in (("u/phase-1/1",), ("1", "--in", "plans/u"), ("1", "--in", "u")):
            assert tcplan("update", *words, "--rag", "green", "--dry-run", cwd=workspace).returncode == 0
    other.chmod(0o700)
