"""`tcplan undo`: the last change that tcplan wrote to a plan file, taken back byte for byte."""

import json
import os
import stat
from pathlib import Path

import pytest
from edits.at_terminal import Terminal
from support import close_off, tcplan

PLAN = """\
kind: plan
format: 1
title: T
period: {start: 2026-01, end: 2028-12}
actions:
  - id: 1
    title: Publish profiles   # of everyone
    lead: HR
    updates:
      - date: 2026-01-31
        rag: green  # said by telephone
        by: HR
        note: Begun
  - {id: 2, title: Count staff, lead: IT}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of one plan, of somebody who has changed nothing yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "work"
    (folder / "plans" / "eastmoor").mkdir(parents=True)
    close_off(folder)
    file_in(folder).write_text(PLAN)
    return folder


def file_in(folder: Path) -> Path:
    """The file of the plan."""
    return folder / "plans" / "eastmoor" / "phase-1.yaml"


CHANGES = {
    "update": ("update", "1", "amber", "Late", "--date", "2026-06-30"),
    "update --replace": ("update", "1", "red", "--date", "2026-01-31", "--replace"),
    "close": ("close", "2", "--as", "withdrawn", "--why", "No money"),
    "add": ("add", "action", "--title", "Another"),
    "set": ("set", "1/lead", "IT"),
    "set --remove": ("set", "--remove", "1/lead"),
    "fmt": ("fmt",),
    "validate --fix": ("validate", "--fix"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_last_change_is_taken_back_byte_for_byte(here: Path, change: str) -> None:
    """Whatever the command was that made it."""
    text = PLAN.replace("lead: HR\n", "lead:   HR\n").replace("period:", "perod:") if "fix" in change else PLAN
    file_in(here).write_text(text)
    tcplan(*CHANGES[change], cwd=here)
    assert file_in(here).read_text() != text
    result = tcplan("undo", cwd=here)
    assert result.returncode == 0, result.stderr
    assert file_in(here).read_text() == text


def test_changes_are_taken_back_one_by_one(here: Path) -> None:
    """The last first, down to the text that tcplan found; then there is nothing left to take back."""
    tcplan("set", "1/lead", "IT", cwd=here)
    after_first = file_in(here).read_text()
    tcplan("update", "2", "green", cwd=here)
    assert tcplan("undo", cwd=here).returncode == 0
    assert file_in(here).read_text() == after_first
    assert tcplan("undo", cwd=here).returncode == 0
    assert file_in(here).read_text() == PLAN
    nothing = tcplan("undo", cwd=here)
    assert nothing.returncode == 3
    assert "remembers no change" in nothing.stderr


def test_nothing_is_taken_back_where_somebody_changed_the_file_since(here: Path) -> None:
    """By hand, or with git."""
    tcplan("set", "1/lead", "IT", cwd=here)
    with file_in(here).open("a") as file:
        file.write("# A remark.\n")
    before = file_in(here).read_bytes()
    result = tcplan("undo", cwd=here)
    assert result.returncode == 5
    assert "was changed since tcplan wrote it" in result.stderr
    assert file_in(here).read_bytes() == before


@pytest.mark.parametrize("what", ["edited", "removed", "a folder"])
@pytest.mark.parametrize("where", [(), ("plans",), ("eastmoor",), ("plans/eastmoor/phase-1.yaml",)])
def test_a_change_whose_file_is_no_longer_as_written_is_passed_over(
    here: Path, what: str, where: tuple[str, ...]
) -> None:
    """The one before it, of another file, is taken back, and it says which was passed over where that is meant too."""
    other = file_in(here).with_name("phase-0.yaml")
    other.write_text(
        PLAN.replace("title: T", "title: Before").replace("2026-01, end: 2028-12", "2020-01, end: 2022-12")
    )
    tcplan("set", "1/lead", "IT", "--in", file_in(here), cwd=here)
    tcplan("set", "1/lead", "Estates", "--in", other, cwd=here)
    if what == "edited":
        other.write_text(other.read_text() + "# A remark.\n")
    else:
        other.unlink()
    if what == "a folder":
        other.mkdir()
    result = tcplan("undo", *where, cwd=here)
    assert result.returncode == 0, result.stderr
    assert file_in(here).read_text() == PLAN
    says = "passed over the later change of plans/eastmoor/phase-0.yaml"
    assert (says in result.stdout) is (what != "a folder" and not "".join(where).endswith(".yaml"))


def test_a_change_that_is_taken_back_already_is_in_nobodys_way(here: Path) -> None:
    """By git, by hand, or by an undo that was interrupted before it could forget the change."""
    tcplan("set", "1/lead", "IT", cwd=here)
    between = file_in(here).read_text()
    tcplan("set", "1/lead", "Estates", cwd=here)
    file_in(here).write_text(between)
    result = tcplan("undo", cwd=here)
    assert (result.returncode, "passed over" in result.stdout) == (0, False), result.stderr
    assert file_in(here).read_text() == PLAN


def test_a_file_that_is_gone_is_said(here: Path) -> None:
    """Where there is nothing else to take back."""
    other = file_in(here).with_name("phase-0.yaml")
    other.write_text(PLAN.replace("title: T", "title: Before"))
    tcplan("set", "1/lead", "IT", "--in", other, cwd=here)
    other.unlink()
    result = tcplan("undo", cwd=here)
    assert result.returncode == 5
    assert "phase-0.yaml: the file is no longer there" in result.stderr


def test_a_dry_run_shows_the_change_and_writes_nothing(here: Path) -> None:
    """As a patch, like every edit."""
    tcplan("set", "1/lead", "IT", cwd=here)
    before = file_in(here).read_bytes()
    result = tcplan("undo", "--dry-run", cwd=here)
    assert "-    lead: IT" in result.stdout
    assert "+    lead: HR" in result.stdout
    assert file_in(here).read_bytes() == before
    assert tcplan("undo", cwd=here).returncode == 0


def test_json_says_what_was_taken_back(here: Path) -> None:
    """By the schema of edits."""
    tcplan("set", "1/lead", "IT", cwd=here)
    page = json.loads(tcplan("undo", "--format", "json", cwd=here).stdout)
    assert page["written"]
    assert "+    lead: HR" in page["diff"]


def test_each_workspace_has_changes_of_its_own(here: Path, tmp_path: Path) -> None:
    """The last change of another one is not taken back here."""
    other = tmp_path / "other"
    (other / "plans" / "eastmoor").mkdir(parents=True)
    close_off(other)
    file_in(other).write_text(PLAN)
    tcplan("set", "1/lead", "IT", cwd=here)
    tcplan("set", "1/lead", "Estates", cwd=other)
    assert tcplan("undo", cwd=here).returncode == 0
    assert file_in(here).read_text() == PLAN
    assert "Estates" in file_in(other).read_text()


def test_a_path_says_whose_last_change_is_meant(here: Path) -> None:
    """Of a plan, or of an institution; a later change of another one stays."""
    other = here / "plans/southmoor/phase-1.yaml"
    other.parent.mkdir()
    other.write_text(PLAN)
    tcplan("set", "1/lead", "IT", "--in", file_in(here), cwd=here)
    tcplan("set", "1/lead", "Estates", "--in", other, cwd=here)
    assert tcplan("undo", file_in(here).parent, cwd=here).returncode == 0
    assert (file_in(here).read_text() == PLAN, "Estates" in other.read_text()) == (True, True)
    nothing = tcplan("undo", file_in(here), cwd=here)
    assert nothing.returncode == 3
    assert "tcplan remembers no change of a file of" in nothing.stderr
    assert tcplan("undo", "southmoor", cwd=here).returncode == 0
    assert other.read_text() == PLAN


def test_what_is_kept_can_be_read_by_its_owner_alone_and_is_bounded(here: Path, tmp_path: Path) -> None:
    """Plans hold internal notes."""
    for number in range(55):
        tcplan("set", "1/lead", f"Office {number}", cwd=here)
    kept = sorted((tmp_path / "state").rglob("*.json"))
    assert len(kept) == 50
    assert all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in kept)
    assert {one.name for one in here.rglob("*.json")} == set()


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": 9}', '{"format": 1, "file": 3}', "é", "[" * 100_000], ids=range(7)
)
def test_a_damaged_record_is_passed_over(here: Path, tmp_path: Path, content: str) -> None:
    """It is as if that change had never been remembered."""
    tcplan("set", "1/lead", "IT", cwd=here)
    tcplan("set", "1/lead", "Estates", cwd=here)
    last = max((tmp_path / "state").rglob("*.json"))
    last.write_text(content, "utf-8")
    assert tcplan("undo", cwd=here).returncode == 5  # the file is no longer as the first change left it


def test_what_is_no_record_is_passed_over(here: Path, tmp_path: Path) -> None:
    """A pipe, a folder, a name that is no time, a file that is not there."""
    tcplan("set", "1/lead", "IT", cwd=here)
    (record,) = (tmp_path / "state").rglob("*.json")
    copy = record.read_text("ascii")
    os.mkfifo(record.with_name("99999999999999999991-a.json"))
    record.with_name("99999999999999999992-b.json").mkdir()
    record.with_name("99999999999999999999999999999-c.json").write_text(copy)
    record.with_name("nothing.json").write_text(copy)
    record.with_name("99999999999999999993-d.json").write_text(copy.replace("phase-1", "phase\\u0000"))
    assert tcplan("undo", cwd=here).returncode == 0
    assert file_in(here).read_text() == PLAN


def test_an_edit_does_not_depend_on_the_record(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be kept, the change is made, and undo says that there is none."""
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    assert tcplan("set", "1/lead", "IT", cwd=here).returncode == 0
    assert "lead: IT" in file_in(here).read_text()
    assert tcplan("undo", cwd=here).returncode == 3


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
@pytest.mark.parametrize(("keys", "is_undone"), [("y\n", True), ("\n", False), ("no\n", False), ("q\n", False)])
def test_at_a_terminal_it_shows_the_lines_and_asks(here: Path, keys: str, *, is_undone: bool) -> None:
    """Only yes is yes."""
    tcplan("set", "1/lead", "IT", cwd=here)
    terminal = Terminal("undo", cwd=here)
    terminal.type(keys)
    assert terminal.end() == 0
    assert "+    lead: HR" in terminal.shown
    assert (file_in(here).read_text() == PLAN) is is_undone


def test_replace_changes_the_report_of_that_day_and_keeps_comments(here: Path) -> None:
    """What the new report does not say goes, and is shown to go."""
    result = tcplan("update", "1", "red", "Stopped", "--by", "HR", "--date", "2026-01-31", "--replace", cwd=here)
    assert result.returncode == 0, result.stderr
    text = file_in(here).read_text()
    assert text == PLAN.replace("rag: green", "rag: red").replace("note: Begun", "note: Stopped")
    tcplan("update", "1", "blue", "--date", "2026-01-31", "--replace", cwd=here)
    assert "note:" not in file_in(here).read_text()


def test_replace_needs_a_report_of_that_day(here: Path) -> None:
    """Otherwise it would add one, which nobody asked for."""
    result = tcplan("update", "1", "red", "--date", "2026-02-28", "--replace", cwd=here)
    assert result.returncode == 2
    assert "has no report of 2026-02-28" in result.stderr
    assert file_in(here).read_text() == PLAN


def test_without_a_terminal_a_second_report_is_added_and_said(here: Path) -> None:
    """A script is not asked."""
    result = tcplan("update", "1", "red", "--date", "2026-01-31", cwd=here)
    assert "--replace replaces it" in result.stdout
    assert file_in(here).read_text().count("date: 2026-01-31") == 2


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
@pytest.mark.parametrize(("keys", "count"), [("y\n", 1), ("n\n", 2)])
def test_at_a_terminal_a_second_report_of_a_day_asks(here: Path, keys: str, count: int) -> None:
    """Whether it replaces the first."""
    terminal = Terminal("update", "1", "red", "--date", "2026-01-31", cwd=here)
    terminal.type(keys)
    assert terminal.end() == 0
    assert "already has a report of 2026-01-31" in terminal.shown
    assert file_in(here).read_text().count("date: 2026-01-31") == count


def test_a_file_that_is_a_link_is_taken_back_too(here: Path) -> None:
    """Its link stays a link."""
    elsewhere = here / "texts"
    elsewhere.mkdir()
    (elsewhere / "plan.yaml").write_text(PLAN)
    file_in(here).unlink()
    file_in(here).symlink_to(elsewhere / "plan.yaml")
    tcplan("set", "1/lead", "IT", "--in", "plans/eastmoor/phase-1.yaml", cwd=here)
    assert "lead: IT" in (elsewhere / "plan.yaml").read_text()
    result = tcplan("undo", cwd=here)
    assert result.returncode == 0, result.stderr
    assert file_in(here).is_symlink()
    assert (elsewhere / "plan.yaml").read_text() == PLAN


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
@pytest.mark.parametrize("keys", ["\x04", "q\n"])
def test_who_stops_at_the_question_of_an_update_has_written_nothing(here: Path, keys: str) -> None:
    """Neither a replacement nor a second report."""
    terminal = Terminal("update", "1", "red", "--date", "2026-01-31", cwd=here)
    terminal.type(keys)
    assert terminal.end() == 5
    assert "nothing was written" in terminal.shown
    assert file_in(here).read_text() == PLAN


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
def test_at_a_terminal_it_says_what_is_passed_over_before_it_asks(here: Path) -> None:
    """So that nobody takes back another change than they think of."""
    other = file_in(here).with_name("phase-0.yaml")
    other.write_text(PLAN.replace("title: T", "title: Before"))
    tcplan("set", "1/lead", "IT", "--in", file_in(here), cwd=here)
    tcplan("set", "1/lead", "Estates", "--in", other, cwd=here)
    other.write_text(other.read_text() + "# A remark.\n")
    terminal = Terminal("undo", cwd=here)
    terminal.type("y\n")
    assert terminal.end() == 0
    before, _, _ = terminal.shown.partition("Take back what was written")
    assert "passed over the later change of plans/eastmoor/phase-0.yaml" in " ".join(before.split())
    assert file_in(here).read_text() == PLAN


SOUND = PLAN.replace("   # of everyone", "")


def carried(here: Path, decisions: str) -> None:
    """Start the plan after one without errors, by a table of decisions."""
    file_in(here).write_text(SOUND)
    (here / "decided.csv").write_text(f"id,decision,why\n{decisions}\n")
    options = ("--into", "phase-2", "--decisions", "decided.csv", "--as-of", "2028-12-31")
    result = tcplan("carry", "phase-1", *options, cwd=here)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("options", [(), ("--dry-run",), ("plans/eastmoor/phase-1.yaml",)])
def test_a_new_file_of_the_same_command_stays_and_is_said(here: Path, options: tuple[str, ...]) -> None:
    """With the command that removes it; the plan that it was written with is as it was."""
    carried(here, "2,close,No money")
    result = tcplan("undo", *options, cwd=here)
    new = "plans/eastmoor/phase-2.yaml"
    said = " ".join(result.stdout.split())
    assert f"{new}, which the same command wrote, stays; to remove it: rm -- {new}" in said
    assert (here / new).exists()
    assert (file_in(here).read_text() == SOUND) is ("--dry-run" not in options)


NEW_FILES = {
    "carry": ("carry", "phase-1", "--into", "phase-2"),
    "a plan": ("add", "plan", "phase-2"),
    "a submission": ("add", "submission", "stage-3", "--id", "phase-2"),
}


@pytest.mark.parametrize("words", NEW_FILES.values(), ids=NEW_FILES)
def test_a_new_file_is_not_mistaken_for_an_earlier_change(here: Path, words: tuple[str, ...]) -> None:
    """It stays, and the change before it too, until it is removed or edited, or the other file is named."""
    (here / "plans/eastmoor/institution.yaml").write_text("kind: institution\nformat: 1\nname: E\n")
    file_in(here).write_text(SOUND)
    assert tcplan("update", "1", "amber", "Hello", cwd=here).returncode == 0
    assert tcplan(*words, cwd=here).returncode == 0
    files = {file: file.read_bytes() for file in here.rglob("*.yaml")}
    run = tcplan("undo", "--yes", cwd=here)
    assert run.returncode == 5
    assert "the new file plans/eastmoor/phase-2.yaml" in run.stderr
    assert "rm -- plans/eastmoor/phase-2.yaml" in run.stderr
    assert {file: file.read_bytes() for file in here.rglob("*.yaml")} == files
    new = here / "plans/eastmoor/phase-2.yaml"
    new.write_text(new.read_text() + "\n# edited\n")
    assert tcplan("undo", "--dry-run", cwd=here).returncode == 0
    new.unlink()
    assert tcplan("undo", "--yes", cwd=here).returncode == 0
    assert "Hello" not in (here / "plans/eastmoor/phase-1.yaml").read_text()


def test_the_change_before_a_new_file_is_taken_back_by_naming_its_file(here: Path) -> None:
    """The new file is not in that one's way."""
    file_in(here).write_text(SOUND)
    assert tcplan("update", "1", "amber", "Hello", cwd=here).returncode == 0
    assert tcplan("add", "plan", "phase-2", cwd=here).returncode == 0
    assert tcplan("undo", "plans/eastmoor/phase-1.yaml", "--yes", cwd=here).returncode == 0
    assert "Hello" not in (here / "plans/eastmoor/phase-1.yaml").read_text()


def test_a_new_file_that_was_removed_since_is_not_said(here: Path) -> None:
    """There is nothing to remove."""
    carried(here, "2,close,No money")
    (here / "plans/eastmoor/phase-2.yaml").unlink()
    result = tcplan("undo", cwd=here)
    assert "phase-2" not in result.stdout + result.stderr
    assert file_in(here).read_text() == SOUND


def test_a_later_change_of_the_same_plan_says_nothing_of_the_new_file(here: Path) -> None:
    """Only the change that it was written with does."""
    carried(here, "2,close,No money")
    tcplan("update", "1", "amber", "Late", "--date", "2026-06-30", "--in", "plans/eastmoor/phase-1.yaml", cwd=here)
    first, second = tcplan("undo", cwd=here), tcplan("undo", cwd=here)
    assert "which the same command wrote" not in first.stdout + first.stderr
    assert "which the same command wrote" in second.stdout + second.stderr
