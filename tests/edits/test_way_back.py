"""The commands that an edit prints to take it back: they work as they are printed, and give the file back."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from support import tcplan

HEAD = "kind: plan\nformat: 1\ntitle: T\nperiod: {start: 2026-01, end: 2028-12}\n"
TAIL = "pillars:\n  - {id: 1, title: P}\nobjectives:\n  - id: 1.1\n    title: O\n"
MEASURES = "measures:\n  - id: m\n    title: M\n    targets: {end: 40%}\n"
ONE = "actions:\n  - id: 1.1.1\n    title: A\n    lead: HR\n    owners: [HR, IT]\n    due: 2027-03\n"
REPORT = "      - date: 2026-01-31\n        rag: green\n        note: N\n"
LATER = "      - date: 2026-08-31\n        rag: red\n        note: Late\n"

SHAPES = {
    "no updates": ONE,
    "an update": f"{ONE}    updates:\n{REPORT}",
    "two updates, one later": f"{ONE}    updates:\n{REPORT}{LATER}",
    "updates on one line": f"{ONE}    updates: [{{date: 2026-01-31, rag: green}}]\n",
    "a comment at the end": f"{ONE}    # Reports come here.\n",
    "a comment after an update": f"{ONE}    updates:\n{REPORT}        # more to come\n",
    "a comment beside the key": f"{ONE}    updates:  # oldest first\n{REPORT}",
    "updates in the middle": f"{ONE}    updates:\n{REPORT}    internal: Wait.\n",
    "several actions": f"{ONE}\n  - id: 1.1.2\n    title: B\n\n  - id: 1.1.3\n    title: C\n\n# The end.\n",
    "actions without blank lines": f"{ONE}  - id: 1.1.2\n    title: B\n",
    "an action on one line": "actions:\n  - {id: 1.1.1, title: A, lead: HR, owners: [HR, IT], due: 2027-03}\n",
    "lists in their key's column": "actions:\n- id: 1.1.1\n  title: A\n  lead: HR\n  owners:\n  - HR\n  - IT\n",
    "quotes": ONE.replace("HR\n", '"HR"\n').replace("2027-03", "'2027-03'"),
    "a comment beside a value": ONE.replace("lead: HR", "lead: HR  # or IT"),
}
EDITS = {
    "update": ("update", "1.1.1", "--rag", "amber", "--note", "It's  half: done", "--date", "2026-06-30"),
    "update today": ("update", "1.1.1", "--rag", "amber"),
    "reading": ("update", "1.1.1", "--rag", "amber", "--reading", "m=28%"),
    "reading of a plan": ("update", "phase-1", "--rag", "red", "--note", "Late", "--date", "2026-06-30"),
    "close": ("close", "1.1.1", "--as", "withdrawn", "--why", "No money."),
    "close an objective": ("close", "1.1", "--as", "withdrawn", "--why", "No money."),
    "add an action": ("add", "action", "--under", "1.1", "--title", "New", "--due", "2027-03", "--due", "2028-03"),
    "add an objective": ("add", "objective", "--under", "1", "--title", "New"),
    "add a measure": ("add", "measure", "--title", "Number of things", "--target", "end=12"),
    "add a measure to an objective": ("add", "measure", "--title", "Number of things", "--under", "1.1"),
    "set": ("set", "1.1.1/lead", "IT"),
    "set what is absent": ("set", "1.1.1/about", "Because."),
    "set a title": ("set", "1.1/title", 'it\'s $HOME; `ls` \\ "x"'),
    "set a date": ("set", "1.1.1/due", "2028-03"),
}


def text_of(shape: str, ending: str) -> str:
    """A plan with an action of one of the shapes."""
    text = HEAD + TAIL + MEASURES + SHAPES[shape]
    match ending:
        case "CRLF":
            return text.replace("\n", "\r\n")
        case "no newline":
            return text.rstrip("\n")
    return text


def undo_commands(printed: str) -> list[str]:
    """The commands that an edit prints to take it back."""
    return re.findall(r"^to (?:remove it again|set it back|take it back)[^:\n]*: (tcplan .*)$", printed, re.MULTILINE)


@pytest.mark.parametrize("ending", ["newline", "CRLF", "no newline"])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_way_back_gives_the_file_back(tmp_path: Path, shape: str, ending: str) -> None:
    """Whatever the file looks like, an edit and the commands that it prints leave every byte as it was."""
    file = tmp_path / "plans/first/phase-1.yaml"
    file.parent.mkdir(parents=True)
    start = text_of(shape, ending).encode()
    for name, words in EDITS.items():
        file.write_bytes(start)
        edit = tcplan(*words, cwd=tmp_path)
        assert edit.returncode == 0, (name, edit.stderr)
        commands = undo_commands(edit.stdout)
        assert commands, (name, edit.stdout)
        for command in commands:
            undo = tcplan(*shlex.split(command)[1:], cwd=tmp_path)
            assert undo.returncode == 0, (name, command, undo.stderr)
        is_exact = "(the layout may differ)" not in edit.stdout
        assert is_exact is (file.read_bytes() == start), (name, commands)
        assert is_exact or shape == "quotes", (name, commands)


FOLDERS = ("first inst", "it's", "a$b", "-dash", "ümlaut", 'double"quote', "a;b&c", "*", "back\\slash", "`ls`")


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("where", ["top", "subfolder", "elsewhere", "the folder itself"])
def test_the_way_back_works_in_a_shell(tmp_path: Path, folder: str, where: str) -> None:
    """The printed command, run as it is printed by a shell in the same folder, undoes the edit of the right plan."""
    here = tmp_path / folder
    file = _plan(here, "first inst", "it's.yaml")
    other = _plan(tmp_path / "other", "second", "phase-1.yaml")
    before = other.read_bytes(), file.read_bytes()
    cwd, path = {
        "top": (here, []),
        "subfolder": (file.parent, []),
        "elsewhere": (tmp_path / "other", ["--in", f"../{folder}"]),
        "the folder itself": (tmp_path, ["--in", f"./{folder}"]),
    }[where]
    edit = tcplan("update", "1.1.1", "--rag", "green", *path, cwd=cwd)
    assert edit.returncode == 0, edit.stderr
    assert (other.read_bytes(), file.read_bytes()) != before
    for command in undo_commands(edit.stdout):
        _run_in_shell(command, cwd)
    assert (other.read_bytes(), file.read_bytes()) == before


def test_with_two_institutions_the_way_back_names_the_file(tmp_path: Path) -> None:
    """Where an id alone is not clear, the printed command says which plan it means."""
    first, second = (_plan(tmp_path, name, "phase-1.yaml") for name in ("first", "second"))
    before = first.read_bytes(), second.read_bytes()
    edit = tcplan("update", "second/phase-1/1.1.1", "--rag", "green", cwd=tmp_path)
    (command,) = undo_commands(edit.stdout)
    assert tcplan(*shlex.split(command)[1:], cwd=tmp_path).returncode == 0
    assert (first.read_bytes(), second.read_bytes()) == before


def test_the_way_back_is_for_the_plan_of_the_day(tmp_path: Path) -> None:
    """A report on a day of an earlier plan is taken back there, not in the plan that is current today."""
    old, new = (_plan(tmp_path, "first", name) for name in ("phase-1.yaml", "phase-2.yaml"))
    period = "period: {start: 2021-01, end: 2023-12}\n"
    others = "".join(f"  - {{id: {number}, title: Old {number}}}\n" for number in range(5, 12))
    old.write_text(f"kind: plan\nformat: 1\ntitle: The old plan\n{period}{ONE}{others}")
    before = old.read_bytes(), new.read_bytes()
    edit = tcplan("update", "1.1.1", "--rag", "green", "--date", "2022-06-30", cwd=tmp_path)
    assert old.read_bytes() != before[0]
    (command,) = undo_commands(edit.stdout)
    assert tcplan(*shlex.split(command)[1:], cwd=tmp_path).returncode == 0
    assert (old.read_bytes(), new.read_bytes()) == before


@pytest.mark.parametrize("number", [2, 3, 6])
def test_the_way_back_of_a_later_report_of_a_day_removes_that_one(tmp_path: Path, number: int) -> None:
    """Of several reports of one day, the command that the last prints removes the last."""
    file = _plan(tmp_path, "first", "phase-1.yaml")
    for count in range(1, number):
        tcplan("update", "1.1.1", "--rag", "green", "--note", f"Report {count}", cwd=tmp_path)
    before = file.read_bytes()
    edit = tcplan("update", "1.1.1", "--rag", "red", "--note", "The last", cwd=tmp_path)
    assert "there is already a report of" in edit.stdout
    (command,) = undo_commands(edit.stdout)
    assert tcplan(*shlex.split(command)[1:], cwd=tmp_path).returncode == 0
    assert file.read_bytes() == before


def test_a_dry_run_has_no_way_back(tmp_path: Path) -> None:
    """Where nothing is written, nothing is to be taken back."""
    _plan(tmp_path, "first", "phase-1.yaml")
    assert not undo_commands(tcplan("set", "1.1.1/lead", "IT", "--dry-run", cwd=tmp_path).stdout)


@pytest.mark.parametrize("value", ["one\ntwo", "a\tb", "- 5%", "--remove", "", " "])
def test_values_of_all_kinds(tmp_path: Path, value: str) -> None:
    """An old value that looks like an option comes after `--`; one that no line can hold is for `undo`."""
    file = _plan(tmp_path, "first", "phase-1.yaml")
    tcplan("set", "1.1.1/about", "--", value, cwd=tmp_path)
    before = file.read_bytes()
    edit = tcplan("set", "1.1.1/about", "new", cwd=tmp_path)
    assert edit.returncode == 0
    commands = undo_commands(edit.stdout)
    assert (commands == ["tcplan undo"]) is ("\n" in value or "\t" in value)
    for command in commands:
        _run_in_shell(command, tmp_path)
        assert file.read_bytes() == before


def test_an_entry_with_a_history_is_not_removed(tmp_path: Path) -> None:
    """`set --remove` takes back an entry that was just added, and none that was reported on or has others below it."""
    file = _plan(tmp_path, "first", "phase-1.yaml")
    tcplan("update", "1.1.1", "--rag", "green", cwd=tmp_path)
    before = file.read_bytes()
    for id_ in ("1.1.1", "1.1", "1"):
        assert "this would remove the whole of" in tcplan("set", id_, "--remove", cwd=tmp_path).stderr
    assert file.read_bytes() == before


def _plan(root: Path, folder: str, name: str) -> Path:
    file = root / "plans" / folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD + TAIL + ONE)
    return file


def _run_in_shell(command: str, cwd: Path) -> None:
    """Run a command as somebody does who copies it from the screen."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs}
    done = subprocess.run(command, shell=True, cwd=cwd, env=environment, capture_output=True, text=True, check=False)  # noqa: S602 (it is about shells)
    assert done.returncode == 0, (command, done.stderr)


def test_each_report_of_an_interview_has_its_way_back(tmp_path: Path) -> None:
    """Right after it is saved: somebody who mistyped can take it back at once."""
    file = _plan(tmp_path, "first", "phase-1.yaml")
    before = file.read_bytes()
    asked = tcplan("report", "--all", cwd=tmp_path, typed="\ngreen\nFine.\n\n\n\n\n\ny\n")
    assert "saved: " in asked.stdout, asked.stdout
    (command,) = undo_commands(asked.stdout)
    assert tcplan(*shlex.split(command)[1:], cwd=tmp_path).returncode == 0
    assert file.read_bytes() == before


def test_a_file_of_answers_has_a_way_back_for_each_report(tmp_path: Path) -> None:
    """In the order in which they can be run."""
    file = _plan(tmp_path, "it's", "phase-1.yaml")
    file.write_text(file.read_text() + "  - id: 1.1.2\n    title: B\n    updates:\n" + REPORT)
    before = file.read_bytes()
    answers = (
        "kind: answers\nformat: 1\nplan: phase-1\nreports:\n  - {ref: 1.1.1, rag: green}\n  - {ref: 1.1.2, rag: red}\n"
    )
    given = tcplan("report", "plans/it's", "--answers", "-", cwd=tmp_path, typed=answers)
    commands = undo_commands(given.stdout)
    assert len(commands) == 2, given.stdout + given.stderr
    for command in commands:
        _run_in_shell(command, tmp_path)
    assert file.read_bytes() == before


def _hinted(words: str) -> list[str]:
    """The whole commands in a hint."""
    return re.findall(r"`(tcplan (?:validate|set) [^`]*)`", words)


@pytest.mark.parametrize("folder", ["first inst", "it's"])
def test_commands_in_hints_work_from_another_folder(tmp_path: Path, folder: str) -> None:
    """They name the file that the command was about, quoted."""
    file = _plan(tmp_path / folder, "u", "phase-1.yaml")
    file.write_text(file.read_text() + "  - id: 1.1.1\n    title: Twice\n")
    _plan(tmp_path / "other", "u", "phase-1.yaml")
    here, there = tmp_path / "other", f"../{folder}"
    twice = tcplan("update", "1.1.1", "--rag", "red", "--in", there, cwd=here)
    (command,) = _hinted(twice.stderr)
    assert "TC101" in tcplan(*shlex.split(command)[1:], cwd=here).stdout
    shown = tcplan("status", there, cwd=here)
    (command,) = _hinted(shown.stderr)
    assert "TC101" in tcplan(*shlex.split(command)[1:], cwd=here).stdout


def test_the_reading_of_a_day_is_changed_by_the_command_that_is_shown(tmp_path: Path) -> None:
    """In the plan that was meant, wherever the command is run."""
    file = _plan(tmp_path / "it's", "u", "phase-1.yaml")
    file.write_text(HEAD + TAIL + MEASURES + "    actual: {2026-06-30: 20%}\n" + ONE)
    (tmp_path / "other").mkdir()
    words = ("update", "1.1.1", "--reading", "m=28%", "--date", "2026-06-30", "--in", "../it's")
    (command,) = _hinted(tcplan(*words, cwd=tmp_path / "other").stderr)
    _run_in_shell(command, tmp_path / "other")
    assert "2026-06-30: 28%" in file.read_text()


def test_undo_takes_back_what_set_cannot(tmp_path: Path) -> None:
    """A removed report is more than one value."""
    file = _plan(tmp_path, "first", "phase-1.yaml")
    file.write_text(file.read_text() + "    updates:\n" + REPORT)
    before = file.read_bytes()
    removed = tcplan("set", "1.1.1/updates/2026-01-31", "--remove", cwd=tmp_path)
    (command,) = undo_commands(removed.stdout)
    _run_in_shell(command, tmp_path)
    assert file.read_bytes() == before


def test_where_no_command_takes_it_back_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing could be kept for `undo`: the lines that were removed are shown."""
    monkeypatch.setenv("XDG_STATE_HOME", os.devnull)
    file = _plan(tmp_path, "first", "phase-1.yaml")
    file.write_text(file.read_text() + "    updates:\n" + REPORT)
    removed = tcplan("set", "1.1.1/updates/2026-01-31", "--remove", cwd=tmp_path)
    assert "no command takes this back; the lines above that begin with - are what was there" in " ".join(
        removed.stdout.split()
    )
    assert not undo_commands(removed.stdout)
