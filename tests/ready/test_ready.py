"""The checklist of a submission: what blocks, what is doubtful, what is done, and how many days are left."""

import json
import shlex
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support import EXAMPLES, tcplan, write

from tcplan.findings.codes import CODES
from tcplan.views.ready.checks import CHECKS

WHO = """\
kind: institution
format: 1
name: Northmoor University
signed: 2017-05
cohort: 1
webpage: https://www.example.ac.uk/technicians
contact: {name: Commitment Lead, email: lead@example.ac.uk, phone: 01632 960123}
due: {form: stage-2, date: 2026-09-30, why: Agreed with the team}
"""
OLD = """\
kind: plan
format: 1
title: Plan 2023 to 2025
period: {start: 2023-01, end: 2025-12}
actions:
  - id: 1
    title: Open a page
    lead: HR
    updates: {date: 2025-11-30, rag: blue, note: It is public., evidence: The page}
"""
NEW = """\
kind: plan
format: 1
title: Plan 2026 to 2028
period: {start: 2026-01, end: 2028-12}
follows: phase-1
voice: {id: survey, title: Survey of technicians, date: 2025-06}
measures:
  - {id: m, title: Staff with registration, actual: {2026-01: 10}, targets: {end: 20}, source: Skills survey}
measured_by: m
actions:
  - {id: 1, title: Publish profiles, lead: HR, due: 2028-06, success: Every department has some}
"""
ANSWERS = "".join(f"  - {{question: q{number}, text: Much has changed.}}\n" for number in (1, 2, 3))
COMPLETE = f"""\
kind: submission
format: 1
form: stage-2
submits: phase-2
reviews:
  - plan: phase-1
    date: 2025-12-31
    summary: The page is public.
    closing: {{ref: 1, rag: green}}
answers:
{ANSWERS}\
  - {{question: q4, text: Much has changed., evidence: The survey of 2025}}
sign_off: {{role: Vice-Chancellor, date: 2026-06-01}}
"""
DAY = "2026-06-30"


@pytest.fixture
def complete(tmp_path: Path) -> Path:
    """A workspace with a submission that lacks nothing."""
    return write(tmp_path, institution=WHO, phase_1=OLD, phase_2=NEW, stage_2=COMPLETE)


def change(workspace: Path, file: str, old: str, new: str) -> None:
    """Change one text of a file."""
    path = workspace / "plans/u" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def listed(workspace: Path, *options: str, day: str = DAY) -> dict[str, Any]:
    """The checklist for scripts."""
    done = tcplan("ready", "stage2", "--as-of", day, "--format", "json", *options, cwd=workspace)
    page: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == (0 if page["ready"] else 1), done.stderr
    return page


def kinds(rows: list[dict[str, Any]]) -> list[str]:
    """The names of the rules of some gaps."""
    return [row["name"] for row in rows]


def test_a_submission_without_a_gap_is_ready(complete: Path) -> None:
    """Everything that is asked is done, with what there is of it, and the printed command makes the final document."""
    page = listed(complete)
    assert page["ready"], page["blockers"]
    assert (page["number"], page["blockers"], page["warnings"]) == (0, [], [])
    assert [row["what"] for row in page["done"]] == [check.what for check in CHECKS]
    assert "Vice-Chancellor, 2026-06-01" in {row["words"] for row in page["done"]}
    made = tcplan(*shlex.split(page["render"])[1:], cwd=complete)
    assert made.returncode == 0, made.stderr
    assert "DRAFT" not in (complete / "stage-2.html").read_text("utf-8")
    sent = tcplan(*shlex.split(page["record_sent"])[1:], cwd=complete)
    assert sent.returncode == 0, sent.stderr
    assert listed(complete)["sent"] == DAY
    assert listed(complete)["record_sent"] is None


@pytest.mark.parametrize("to", ["text", "md"])
def test_what_comes_next_is_said_once_nothing_blocks(complete: Path, to: str) -> None:
    """The final document, then the day of sending; not while a gap is open."""
    said = tcplan("ready", "stage2", "--as-of", DAY, "--format", to, cwd=complete).stdout
    assert said.index("--final -o stage-2.html") < said.index(f"tcplan set stage-2/sent {DAY} --in plans/u")
    change(complete, "phase-2.yaml", "lead: HR, due: 2028-06, ", "due: 2028-06, ")
    assert "tcplan set" not in tcplan("ready", "stage2", "--as-of", DAY, "--format", to, cwd=complete).stdout


def test_a_gap_that_blocks_is_listed_with_its_place_and_what_to_do(complete: Path) -> None:
    """And the exit code says that it is there."""
    change(complete, "phase-2.yaml", "lead: HR, due: 2028-06, ", "due: 2028-06, ")
    page = listed(complete)
    [row] = page["blockers"]
    assert (row["name"], row["number"], row["entries"]) == ("no-owner", 1, ["action 1"])
    assert (row["file"], row["line"]) == ("plans/u/phase-2.yaml", 11)
    assert row["next"].startswith("name a lead or owners")
    assert "Leads and owners" not in {one["what"] for one in page["done"]}


@pytest.mark.parametrize("others", [True, False])
def test_the_approval_is_the_last_that_blocks(complete: Path, others: bool) -> None:  # noqa: FBT001 (a parameter)
    """Whoever approves before the others are closed approves something else than what is sent."""
    change(complete, "stage-2.yaml", "sign_off: {role: Vice-Chancellor, date: 2026-06-01}\n", "")
    if others:
        change(complete, "institution.yaml", "webpage: https://www.example.ac.uk/technicians\n", "")
        change(complete, "phase-2.yaml", "lead: HR, due: 2028-06, ", "due: 2028-06, ")
    *before, last = listed(complete)["blockers"]
    assert bool(before) == others
    assert last["name"] == "no-sign-off"
    assert last["next"].startswith("once the others are closed: have it approved") == others
    assert not any(row["next"].startswith("once") for row in before)


def test_a_warning_does_not_keep_it_from_being_ready(complete: Path) -> None:
    """It is worth closing, and nobody has to."""
    change(complete, "phase-2.yaml", ", source: Skills survey", "")
    page = listed(complete)
    assert page["ready"]
    assert kinds(page["warnings"]) == ["measure-without-source"]


def test_a_gap_that_is_accepted_is_none(complete: Path) -> None:
    """It is listed with the reason, and what it stands for is not called done."""
    change(complete, "stage-2.yaml", "sign_off: {role: Vice-Chancellor, date: 2026-06-01}\n", "")
    assert kinds(listed(complete)["blockers"]) == ["no-sign-off"]
    with (complete / "plans/u/stage-2.yaml").open("a", encoding="utf-8") as file:
        file.write("accepted: {rule: no-sign-off, why: It is signed on paper}\n")
    page = listed(complete)
    assert page["ready"]
    assert [(one["name"], one["why"]) for one in page["accepted"]] == [("no-sign-off", "It is signed on paper")]
    assert "Sign-off" not in {one["what"] for one in page["done"]}


def test_an_error_blocks(complete: Path) -> None:
    """A document of a file that cannot be trusted would not be right; what can be fixed has a command that works."""
    change(complete, "phase-1.yaml", "title: Open a page\n", "titel: Open a page\n")
    [row] = listed(complete)["blockers"]
    assert (row["name"], row["file"]) == ("unknown-key", "plans/u/phase-1.yaml")
    fixed = tcplan(*shlex.split(row["command"])[1:], cwd=complete)
    assert fixed.returncode == 0, fixed.stderr
    assert listed(complete)["ready"]


def test_what_a_reviewed_plan_lacks_is_only_a_warning(complete: Path) -> None:
    """Nobody can promise anything in it any more."""
    change(complete, "phase-1.yaml", "end: 2025-12", "end: 2026-12")
    change(complete, "phase-1.yaml", "rag: blue", "rag: amber")
    change(complete, "phase-2.yaml", "start: 2026-01", "start: 2027-01")
    change(complete, "phase-2.yaml", "end: 2028-12", "end: 2029-12")
    change(complete, "phase-1.yaml", "    lead: HR\n", "")
    page = listed(complete)
    assert "no-owner" in kinds(page["warnings"])
    assert "no-owner" not in kinds(page["blockers"])


@pytest.mark.parametrize("text", ["TBC", "To follow", "xx", "(to be completed by HR)", "awaiting input"])
def test_a_placeholder_as_an_answer_is_a_gap(complete: Path, text: str) -> None:
    """Whatever it says instead of an answer."""
    change(complete, "stage-2.yaml", "{question: q2, text: Much has changed.}", f"{{question: q2, text: {text}}}")
    [row] = listed(complete)["blockers"]
    assert (row["name"], row["entries"]) == ("placeholder", ["answer q2"])


def test_a_case_study_that_is_cited_is_part_of_the_submission(complete: Path) -> None:
    """Its text is printed in the document; one that nobody cites is not."""
    (complete / "plans/u/case-studies").mkdir()
    text = "kind: case-study\nformat: 1\ntitle: An open day\nabout: To follow\n"
    (complete / "plans/u/case-studies/open-day.yaml").write_text(text, "utf-8")
    assert listed(complete)["ready"]
    change(complete, "stage-2.yaml", "evidence: The survey of 2025", "evidence: case-studies/open-day")
    [row] = listed(complete)["blockers"]
    assert (row["name"], row["file"]) == ("placeholder", "plans/u/case-studies/open-day.yaml")


@pytest.mark.parametrize(("file", "kind"), [("phase-1", "no-review"), ("phase-2", "no-plan-submitted")])
def test_a_plan_that_is_not_there_is_a_gap(complete: Path, file: str, kind: str) -> None:
    """Whether it is reviewed or submitted; the document would have no word of it."""
    (complete / f"plans/u/{file}.yaml").unlink()
    change(complete, "stage-2.yaml", file, "other/phase-9")
    assert kind in kinds(listed(complete)["blockers"])


def test_the_days_to_the_deadline_are_counted(complete: Path) -> None:
    """To the day that was agreed; it may have passed."""
    assert (listed(complete)["due"]["days_left"], listed(complete, day="2026-10-01")["due"]["days_left"]) == (92, -1)
    text = tcplan("ready", "stage2", "--as-of", DAY, cwd=complete).stdout
    assert "Due 2026-09-30 as agreed, in 92 days (Agreed with the team)" in text


def test_what_has_been_sent_lacks_nothing_any_more(complete: Path) -> None:
    """Before that day it did; its document is no draft."""
    change(complete, "stage-2.yaml", "sign_off: {role: Vice-Chancellor, date: 2026-06-01}", "sent: 2026-06-15")
    assert (listed(complete)["ready"], listed(complete)["sent"]) == (True, "2026-06-15")
    assert kinds(listed(complete, day="2026-06-14")["blockers"]) == ["no-sign-off"]
    assert "DRAFT" not in tcplan("render", "stage2", "--as-of", DAY, cwd=complete).stdout


def test_words_are_counted_against_limits(complete: Path) -> None:
    """Of each answer, with its evidence."""
    rows = {row["id"]: row for row in listed(complete)["questions"]}
    assert (rows["q1"]["words"], rows["q1"]["most_words"], rows["q4"]["evidence"]) == (3, None, 1)


def test_the_output_for_scripts_is_what_its_schema_says(complete: Path) -> None:
    """Whether there are gaps or none."""
    schema = json.loads(tcplan("schema", "ready").stdout)
    for page in (listed(complete), listed(complete, day="2024-01-01")):
        jsonschema.validate(page, schema)


def test_every_kind_of_gap_is_asked_for_in_one_place() -> None:
    """So that nothing is called done that is not; each has a title of its own."""
    codes = [code for check in CHECKS for code in check.codes]
    gaps = [code for code in CODES if code.gap]
    assert set(codes) == set(gaps)
    assert len({code.gap.title for code in gaps if code.gap}) == len(gaps)


@pytest.mark.parametrize("to", ["text", "md"])
def test_each_gap_is_listed_once(to: str) -> None:
    """With its file and line, in every format."""
    options = ("ready", "stage3", "--as-of", "2023-12-01")
    page = json.loads(tcplan(*options, "--format", "json", cwd=EXAMPLES).stdout)
    text = " ".join(tcplan(*options, "--format", to, cwd=EXAMPLES).stdout.replace("\\", "").split())
    for row in (*page["blockers"], *page["warnings"]):
        assert text.count(f"{row['file']}:{row['line']}") == sum(
            (one["file"], one["line"]) == (row["file"], row["line"]) for one in (*page["blockers"], *page["warnings"])
        )
        assert " ".join(row["message"].split()) in text


def test_the_checklist_is_as_it_was_approved(golden: Any) -> None:
    """On a terminal and in Markdown."""
    for to, ending in (("text", "txt"), ("md", "md")):
        done = tcplan("ready", "stage3", "--as-of", "2023-12-01", "--format", to, cwd=EXAMPLES)
        golden(f"ready/northmoor-stage-3.{ending}", done.stdout)


def test_each_printed_command_works_as_it_is_printed(complete: Path) -> None:
    """From the folder where it was printed; those that write are only asked what they would do."""
    (complete / "plans/u/stage-2.yaml").unlink()
    begun = tcplan("add", "submission", "stage-2", "--submits", "phase-2", "--reviews", "phase-1", cwd=complete)
    assert begun.returncode == 0, begun.stderr
    page = listed(complete)
    printed = [row["command"] for row in (*page["blockers"], *page["warnings"]) if row["command"]]
    assert {line.split()[1] for line in printed} == {"answer", "close-review", "sign"}
    for line in printed:
        run = tcplan(*shlex.split(line)[1:], *(["--dry-run"] if " sign " in line else []), cwd=complete)
        assert run.returncode == 0, (line, run.stderr)
    assert tcplan(*shlex.split(page["validate"])[1:], cwd=complete).returncode == 0


@pytest.mark.parametrize("settings", ['ignore = ["no-sign-off"]', 'select = ["TC3"]', 'profile = "draft"'])
def test_settings_count_for_ready_as_for_validate(complete: Path, settings: str) -> None:
    """What is ignored is no gap; a selection or another profile changes nothing, as with --profile submission."""
    change(complete, "stage-2.yaml", "sign_off: {role: Vice-Chancellor, date: 2026-06-01}\n", "")
    (complete / "tcplan.toml").write_text(settings, "utf-8")
    options = ("--profile", "submission", "--as-of", DAY, "--format", "json")
    found = json.loads(tcplan("validate", *options, cwd=complete).stdout)["findings"]
    assert kinds(listed(complete)["blockers"]) == [one["name"] for one in found if one["name"] == "no-sign-off"]
    assert listed(complete)["ready"] == settings.startswith("ignore")
