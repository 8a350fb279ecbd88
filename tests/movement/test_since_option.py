"""What `--since` can name, what it says about it, and what it refuses, always with a next step."""

import json
from pathlib import Path
from typing import Any

import pytest
from repositories import commit, git, start_repository
from support import tcplan, write

PLAN = """\
kind: plan
format: 1
title: A plan
period: {start: 2026-01, end: 2027-12}
review_every: 6 months
pillars: [{id: 1, title: Careers}]
actions:
  - {id: 1.1, title: Publish the criteria, lead: HR, due: 2026-06}
  - {id: 1.2, title: Hold a forum, owners: [Library, Estates], due: 2026-09}
"""
REPORT = "    updates: [{date: 2026-05-20, rag: red, note: The budget is frozen., due: 2026-12}]\n"
LATER = PLAN.replace("  - {id: 1.1, title: Publish the criteria, lead: HR, due: 2026-06}\n", "") + (
    "  - id: 1.1\n    title: Publish the criteria\n    lead: HR\n    due: 2026-06\n" + REPORT
)
INSTITUTION = "kind: institution\nformat: 1\nname: Northmoor\n"
MEETINGS = INSTITUTION + "meetings: [2026-06-18, 2026-03-12, 2025-11]\n"


def moved(folder: Path, since: str, until: str = "2026-06-30") -> dict[str, Any]:
    """The movement of the only plan."""
    run = tcplan("status", ".", "--as-of", until, "--since", since, "--format", "json", cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    (found,) = json.loads(run.stdout)["movement"]
    assert isinstance(found, dict)
    return found


def text(folder: Path, since: str, until: str = "2026-06-30") -> str:
    """The page on a screen."""
    run = tcplan("status", ".", "--as-of", until, "--since", since, cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def refused(folder: Path, since: str, until: str = "2026-06-30") -> str:
    """What is said in place of a page: wrong usage, with a next step."""
    run = tcplan("status", ".", "--as-of", until, "--since", since, cwd=folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert "\nhelp: " in run.stderr
    assert "Traceback" not in run.stderr
    return run.stderr


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A plan with one report, and three meetings."""
    return write(tmp_path, phase_1=LATER, institution=MEETINGS)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026-03", "2026-03-31"),
        ("30 April 2026", "2026-04-30"),
        ("2026-Q1", "2026-03-31"),
    ],
)
def test_a_date_is_written_as_people_write_it(workspace: Path, words: str, day: str) -> None:
    """Of a month or a quarter it is the last day, as everywhere."""
    since = moved(workspace, words)["since"]
    assert (since["day"], since["kind"], since["commit"]) == (day, "date", None)


@pytest.mark.parametrize("words", ["last-meeting", "last meeting", "Last-Meeting"])
def test_the_last_meeting_is_the_last_one_so_far(workspace: Path, words: str) -> None:
    """In whatever order they are listed; the page says which day it was."""
    assert moved(workspace, words, "2026-06-17")["since"] == {
        "day": "2026-03-12",
        "words": "last-meeting",
        "kind": "meeting",
        "commit": None,
    }
    assert moved(workspace, words, "2026-03-01")["since"]["day"] == "2025-11-30"
    assert "Since 2026-03-12, the last meeting\n" in text(workspace, words, "2026-06-17")


@pytest.mark.parametrize(
    ("day", "meeting"),
    [
        ("2026-06-18", "2026-03-12"),
        ("2026-06-19", "2026-06-18"),
        ("2026-03-12", "2025-11-30"),
        ("2026-03-13", "2026-03-12"),
        ("2025-12-01", "2025-11-30"),
    ],
)
def test_on_the_day_of_a_meeting_the_last_one_is_that_before_it(workspace: Path, day: str, meeting: str) -> None:
    """For status, for the filter of a list, and for the paper, which needs no option for it."""
    page = moved(workspace, "last-meeting", day)
    assert page["since"]["day"] == meeting
    assert [one["id"] for one in moved(workspace, meeting, day)["moves"]] == [one["id"] for one in page["moves"]]
    paper = tcplan("render", "progress", ".", "--as-of", day, "--output", "-", cwd=workspace).stdout
    asked = tcplan("render", "progress", ".", "--as-of", day, "--since", "last-meeting", "-o", "-", cwd=workspace)
    # The last line says what each was made from, and with which options.
    assert asked.stdout.rpartition("<!-- tcplan")[0] == paper.rpartition("<!-- tcplan")[0] != ""
    listed = [
        tcplan("list", ".", "--as-of", day, "--changed-since", words, "--format", "csv", cwd=workspace).stdout
        for words in ("last-meeting", meeting)
    ]
    assert listed[0] == listed[1]


def test_without_meetings_the_key_is_named(tmp_path: Path) -> None:
    """With an example of what to write, whether the file is there or not."""
    write(tmp_path, phase_1=LATER)
    said = refused(tmp_path, "last-meeting")
    assert "plans/u/institution.yaml lists no meetings" in said
    assert "meetings: [2026-03-30]" in said
    write(tmp_path, institution=MEETINGS)
    assert "lists no meeting before 2025-10-01" in refused(tmp_path, "last-meeting", "2025-10-01")
    write(tmp_path, institution="- no institution\n")
    assert "it cannot be read" in refused(tmp_path, "last-meeting")
    write(tmp_path, institution=INSTITUTION + "meetings: [2026-13]\n")
    assert "no meeting before 2026-06-30 (it has errors)" in refused(tmp_path, "last-meeting")
    assert "`tcplan validate` shows what is wrong" in refused(tmp_path, "last-meeting")


def test_one_institution_without_meetings_does_not_hide_another(workspace: Path) -> None:
    """Its page has no movement, and why not is said."""
    other = workspace / "plans/other"
    other.mkdir()
    (other / "phase-1.yaml").write_text(PLAN)
    run = tcplan("status", ".", "--as-of", "2026-06-17", "--since", "last-meeting", cwd=workspace)
    assert run.returncode == 2
    assert "plans/other/institution.yaml lists no meetings" in run.stderr
    assert run.stdout.count("Since 2026-03-12") == 1
    assert run.stdout.count("By pillar") == 2


@pytest.mark.parametrize("since", ["2026-07-01", "2026-07", "2027-01-01"])
def test_a_later_day_is_wrong_usage(workspace: Path, since: str) -> None:
    """The one is before the other, and both are named."""
    said = refused(workspace, since)
    assert "is after --as-of 2026-06-30" in said


def test_the_same_day_is_no_mistake(workspace: Path) -> None:
    """Nothing has moved."""
    assert "Nothing has moved" in text(workspace, "2026-06-30")


@pytest.mark.parametrize(
    "since", ["2026-02-30", "31/02/2026", "03/04/2026", "no-such-branch", "", "--output=x", "HEAD\n"]
)
def test_what_is_neither_is_refused(workspace: Path, since: str) -> None:
    """With one next step."""
    said = refused(workspace, since)
    assert said.count("\n") == 2
    assert not (workspace / "x").exists()


def test_a_move_has_its_person_and_its_reason(workspace: Path) -> None:
    """A lead or, without one, the owners; a slip has both dates and the note."""
    rows = {row["kind"]: row for row in moved(workspace, "2026-03-31")["moves"]}
    assert set(rows) == {"newly-reported", "slipped"}
    slip = rows["slipped"]
    assert (slip["id"], slip["people"], slip["reason"]) == ("1.1", ["HR"], "The budget is frozen.")
    assert (slip["due_before"], slip["due_after"], slip["counted"]) == ("2026-06-30", "2026-12-31", False)
    silent = next(
        row for row in moved(workspace, "2026-03-31", "2026-10-01")["moves"] if row["kind"] == "newly-overdue"
    )
    assert (silent["id"], silent["people"]) == ("1.2", ["Library", "Estates"])
    page = text(workspace, "2026-03-31")
    assert "1.1  2026-06-30 → 2026-12-31  Publish the criteria" in page
    assert "The budget is frozen." in page


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The plan without a report in one commit, with it in the next, under another id."""
    folder = write(start_repository(tmp_path / "r"), phase_1=PLAN, institution=INSTITUTION)
    commit(folder, "2026-03-31")
    renamed = LATER.replace("  - id: 1.1\n", "  - id: 1.4\n    formerly: 1.1\n")
    write(folder, phase_1=renamed)
    commit(folder, "2026-05-21")
    return folder


def test_a_commit_is_compared_as_of_its_day(repository: Path) -> None:
    """The page says which it was; an action that got another id is the same one."""
    found = moved(repository, "HEAD~1")
    assert (found["since"]["day"], found["since"]["words"], found["since"]["kind"]) == (
        "2026-03-31",
        "HEAD~1",
        "revision",
    )
    assert found["since"]["commit"] == git(repository, "rev-parse", "HEAD~1")
    assert {(row["kind"], row["id"], row["was"]) for row in found["moves"]} == {
        ("newly-reported", "1.4", "1.1"),
        ("slipped", "1.4", "1.1"),
    }
    page = text(repository, "HEAD~1")
    assert f"Since 2026-03-31, the files of HEAD~1 (commit {found['since']['commit'][:10]})" in page
    assert "(was 1.1)" in page


def test_what_is_not_committed_counts_as_today(repository: Path) -> None:
    """Also against the last commit."""
    write(repository, phase_1=PLAN)
    assert {row["kind"] for row in moved(repository, "HEAD")["moves"]} == {"lapsed", "brought-forward"}


def test_a_commit_after_the_day_of_the_page_is_wrong_usage(repository: Path) -> None:
    """Its day is named."""
    assert "--since HEAD (2026-05-21) is after --as-of 2026-04-01" in refused(repository, "HEAD", "2026-04-01")


def test_an_action_that_was_deleted_is_removed(repository: Path) -> None:
    """With who led it."""
    text_now = PLAN.replace("  - {id: 1.1, title: Publish the criteria, lead: HR, due: 2026-06}\n", "")
    write(repository, phase_1=text_now)
    (row,) = (row for row in moved(repository, "HEAD~1")["moves"] if row["kind"] == "removed")
    assert (row["id"], row["people"], row["before"]["cell"], row["after"]["cell"]) == (
        "1.1",
        ["HR"],
        "unreported",
        "absent",
    )


def test_a_plan_with_errors_then_is_compared_as_far_as_it_can_be_read(repository: Path) -> None:
    """And that is said; one of which nothing can be read is not compared."""
    write(repository, phase_1=PLAN.replace("due: 2026-06}", "due: 2026-13}"))
    commit(repository, "2026-05-22")
    write(repository, phase_1="- no plan\n")
    commit(repository, "2026-05-23")
    write(repository, phase_1=LATER)
    (note,) = moved(repository, "HEAD~1")["notes"]
    assert note == "plans/u/phase-1.yaml had 1 error in HEAD~1; only what can be read is compared."
    (note,) = moved(repository, "HEAD")["notes"]
    assert note.startswith("plans/u/phase-1.yaml cannot be read in HEAD (commit ")


def test_a_plan_that_has_moved_is_found_by_its_name(repository: Path) -> None:
    """Into another folder, if there is only one of that name."""
    git(repository, "mv", "plans/u", "plans/northmoor")
    assert moved(repository, "HEAD~1")["before"]["actions"] == 2


def test_reading_a_commit_writes_nothing(repository: Path) -> None:
    """Neither among the files nor in the repository."""
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in repository.rglob("*")}
    moved(repository, "HEAD~1")
    assert {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in repository.rglob("*")} == before


def test_before_the_plan_begins_that_is_said(workspace: Path) -> None:
    """All of it starts later then."""
    found = moved(workspace, "2025-12-01")
    assert found["notes"] == ["The plan had not begun on 2025-12-01: it starts on 2026-01-01."]
    assert found["before"]["not_begun"] == 2


def test_hostile_words_of_a_plan_and_a_tag_are_harmless(repository: Path) -> None:
    """No escape sequence reaches a terminal."""
    git(repository, "tag", "##error##", "HEAD~1")
    hostile = LATER.replace("Publish the criteria", '"[bold]x[/] \\e[31m::error::"').replace(
        "lead: HR", 'lead: "\\e[2J"'
    )
    write(repository, phase_1=hostile)
    page = text(repository, "##error##")
    assert "\x1b" not in page
    assert "[bold]x[/]" in page


@pytest.mark.parametrize(
    ("since", "message", "hint"),
    [
        ("2026-02-30", "2026-02-30 does not exist", "write 2026-02-28 for its last day"),
        ("03/04/2026", "`03/04/2026` is not a date", "write 2026-04-03 for 3 April 2026"),
        ("no-such-branch", "`no-such-branch` is neither a date nor a commit that git knows", "such as HEAD~3"),
        ("--output=x", "`--output=x` is neither a date nor a commit that git knows", "such as HEAD~3"),
    ],
)
def test_the_refusal_is_about_what_was_meant(repository: Path, since: str, message: str, hint: str) -> None:
    """A date that does not exist, one that can be read in two ways, or the name of a commit."""
    said, help_line = refused(repository, since).splitlines()
    assert message in said
    assert hint in help_line


def test_outside_a_repository_a_date_is_the_next_step(workspace: Path) -> None:
    """A commit cannot be named there."""
    said, help_line = refused(workspace, "HEAD").splitlines()
    assert "is not in a git repository" in said
    assert help_line.startswith("help: name a date instead")


def test_a_tag_like_a_date_is_named_in_full(repository: Path) -> None:
    """What can be read as a date is one."""
    git(repository, "tag", "2026-04", "HEAD~1")
    assert moved(repository, "2026-04")["since"]["kind"] == "date"
    assert moved(repository, "refs/tags/2026-04")["since"]["day"] == "2026-03-31"


def test_a_plan_that_was_a_link_is_said(repository: Path) -> None:
    """It is not followed, so it is not known what it held."""
    real = repository / "kept/phase-1.yaml"
    real.parent.mkdir()
    (repository / "plans/u/phase-1.yaml").rename(real)
    (repository / "plans/u/phase-1.yaml").symlink_to("../../kept/phase-1.yaml")
    commit(repository, "2026-05-25")
    found = moved(repository, "HEAD")
    assert "plans/u/phase-1.yaml is a link or a module in HEAD. What these lead to is not read." in found["notes"]
