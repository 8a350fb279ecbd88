"""Stage 1 falls 12 to 18 months after the signing was announced: every page says that this day is reckoned."""

import json
from pathlib import Path

import pytest
from support import tcplan, write

PLAN = "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2025-01, end: 2027-12}\nactions: {id: 1, title: Act}\n"
STAGE = "kind: submission\nformat: 1\nform: stage-1\nsubmits: phase-1\n"
INSTITUTION = "kind: institution\nformat: 1\nname: U\n"
DAY = ("--as-of", "2025-12-01")


def deadline(folder: Path, institution: str, stage: str = STAGE) -> tuple[str, str]:
    """The day of the submission in `tcplan status`, and how it is reckoned."""
    write(folder, institution=INSTITUTION + institution, stage_1=stage, phase_1=PLAN)
    page = json.loads(tcplan("status", folder, *DAY, "--format", "json").stdout)
    [plan] = page["plans"]
    found = [one for one in plan["deadlines"] if one["kind"] == "submission"]
    return (found[0]["day"], found[0]["basis"]) if found else ("", "")


@pytest.mark.parametrize(
    ("institution", "day", "basis"),
    [
        ("signed: 2024-11", "2026-05-31", "12 to 18 months after signing"),
        ("signed: 2024-11-30", "2026-05-30", "12 to 18 months after signing"),
        ("signed: 2024-08-31", "2026-03-01", "12 to 18 months after signing"),
        ("signed: 2024", "2026-06-30", "12 to 18 months after signing"),
        ("signed: 2023-01", "2024-07-31", "12 to 18 months after signing"),
        ("signed: 2024-11\ndue: {form: stage-1, date: 2026-03}", "2026-03-31", ""),
        ("role: supporter\nsigned: 2024-11", "", ""),
        ("role: signatory", "", ""),
        ("signed: 2024-13", "", ""),
    ],
)
def test_the_day_is_the_last_of_those_that_are_reckoned(tmp_path: Path, institution: str, day: str, basis: str) -> None:
    """From the last day that the signing may have been on; a day that was agreed comes first."""
    assert deadline(tmp_path, institution) == (day, basis)


def test_a_date_in_the_file_of_the_submission_comes_first(tmp_path: Path) -> None:
    """It is what was agreed for this one."""
    assert deadline(tmp_path, "signed: 2024-11", f"{STAGE}due: {{date: 2026-04}}\n") == ("2026-04-30", "")


def test_what_was_sent_is_not_due(tmp_path: Path) -> None:
    """However the day was found."""
    assert deadline(tmp_path, "signed: 2024-11", f"{STAGE}sent: 2025-11-20\n") == ("", "")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("status",), "stage-1 submission due by 2026-05-31, in 181 days (12 to 18 months after signing)"),
        (("ready", "stage1"), "Due 2026-05, in 181 days (12 to 18 months after signing)"),
        (("due", "--within=1y"), "stage-1 submission, 12 to 18 months after signing"),
        (("render", "stage1"), "__Due:__ between November 2025 and May 2026, 12 to 18 months after signing"),
        (
            ("render", "progress", "--as-of", "2026-05-01"),
            "31 May 2026, Stage 1 self-assessment and action plan, 12 to 18 months after signing",
        ),
    ],
)
def test_a_page_says_that_the_day_is_reckoned(tmp_path: Path, command: tuple[str, ...], words: str) -> None:
    """And from what."""
    write(tmp_path, institution=f"{INSTITUTION}signed: 2024-11\n", stage_1=STAGE, phase_1=PLAN)
    printed = tcplan(*command[:2], *DAY, *command[2:], cwd=tmp_path, COLUMNS="200").stdout
    assert words in " ".join(printed.split())
