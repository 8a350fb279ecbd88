"""`tcplan update`: a report takes one command, and costs nobody anything."""

import json
import shlex
import subprocess
from pathlib import Path

import pytest
from edits.verbs import DAY, PHASE_3, added_lines, done, page, refused, removed_lines, run_here, sound, workspace
from jsonschema import Draft202012Validator
from support import EXAMPLES, write

NOTE = ("--note", "Release is out.")


def test_a_report_adds_its_lines_and_nothing_else(tmp_path: Path) -> None:
    """The file is as it was but for the report, which comes last."""
    cwd = workspace(tmp_path)
    before = (cwd / PHASE_3).read_text("utf-8")
    result = done("update", "2.2.2", "--rag", "green", *NOTE, "--by", "Library", *DAY, cwd=cwd)
    report = "      - date: 2026-06-30\n        rag: green\n        by: Library\n        note: Release is out.\n"
    after = (cwd / PHASE_3).read_text("utf-8")
    assert after.replace(report, "", 1) == before
    assert after.index(report) > after.index("A paper form is in use in two departments.")
    assert "".join(f"{line}\n" for line in added_lines(result)) == report
    assert removed_lines(result) == []


def test_the_patch_that_is_printed_is_one(tmp_path: Path) -> None:
    """`git apply` makes of the old file what the command has written."""
    cwd = workspace(tmp_path)
    patch = page("update", "2.2.2", "--rag", "green", *DAY, "--dry-run", cwd=cwd)["diff"]
    done("update", "2.2.2", "--rag", "green", *DAY, cwd=cwd)
    written = (cwd / PHASE_3).read_bytes()
    (cwd / PHASE_3).write_bytes((EXAMPLES / PHASE_3).read_bytes())
    subprocess.run(["git", "apply", "-"], cwd=cwd, input=patch, text=True, check=True)
    assert (cwd / PHASE_3).read_bytes() == written


def test_the_first_report_of_an_action_begins_the_list(tmp_path: Path) -> None:
    """`updates` comes before the keys that usually follow it."""
    cwd = workspace(tmp_path)
    result = done("update", "4.1.3", "--rag", "amber", *DAY, cwd=cwd)
    assert added_lines(result) == ["    updates:", "      - date: 2026-06-30", "        rag: amber"]


def test_everything_that_can_be_said_is_kept(tmp_path: Path) -> None:
    """Note, date, name, new due date, evidence of three sorts, readings and an internal note."""
    cwd = workspace(tmp_path)
    result = done(
        *("update", "2.1.2", "--rag", "green", *DAY, "--by", "Technical Managers Forum", "--due", "2026-12"),
        *("--note", "Two of four:\n# not yet", "--internal", "The room is too small."),
        *("--evidence", "Minutes of June https://example.ac.uk/m#2", "--evidence", "https://example.ac.uk/n"),
        *("--evidence", "case-studies/registration-pilot", "--reading", "registered = 33%"),
        cwd=cwd,
    )
    assert added_lines(result)[0].endswith("2026-03: 29%, 2026-06-30: 33%}")
    assert added_lines(result)[1:] == [
        "      - date: 2026-06-30",
        "        rag: green",
        "        by: Technical Managers Forum",
        "        note: |",
        "          Two of four:",
        "          # not yet",
        "        due: 2026-12",
        "        evidence:",
        "          - title: Minutes of June",
        "            url: https://example.ac.uk/m#2",
        "          - url: https://example.ac.uk/n",
        "          - case-studies/registration-pilot",
        "        internal: The room is too small.",
    ]
    assert sound(cwd)


def test_an_earlier_report_takes_its_place_in_time(tmp_path: Path) -> None:
    """Reports are in order, oldest first, whenever they are entered."""
    cwd = workspace(tmp_path)
    done("update", "2.2.2", "--rag", "green", "--date", "2025-09-01", cwd=cwd)
    text = (cwd / PHASE_3).read_text("utf-8").partition("- id: 2.2.2")[2].partition("- id:")[0]
    days = [line.split()[-1] for line in text.splitlines() if "- date:" in line]
    assert days == sorted(days)
    assert "2025-09-01" in days


def test_a_reading_takes_its_place_in_time(tmp_path: Path) -> None:
    """Readings are in order too, oldest first."""
    cwd = workspace(tmp_path)
    result = done("update", "2.1.2", "--reading", "registered=24%", "--date", "2025-01", cwd=cwd)
    assert "2024-12: 21%, 2025-01: 24%, 2025-06: 25%" in added_lines(result)[0]


@pytest.mark.parametrize("day", ["2026-03", "2026-03-31"])
@pytest.mark.parametrize("said", [(), ("red", "Counted anew.")])
def test_replace_replaces_the_reading_of_that_day_too(tmp_path: Path, day: str, said: tuple[str, ...]) -> None:
    """With the report, or by itself: then the report of the day stays as it is."""
    cwd = workspace(tmp_path)
    file = cwd / "plans" / "northmoor" / "phase-3.yaml"
    done("update", "2.2.2", "amber", "Counted.", "--date", "2026-03-31", "--by", "HROD", cwd=cwd)
    before = file.read_text()
    done("update", "2.2.2", *said, "--reading", "registered=30%", "--date", day, "--replace", cwd=cwd)
    expected = before.replace("2026-03: 29%", "2026-03: 30%")
    assert expected != before
    if said:
        assert "2026-03: 30%" in file.read_text()
        assert "Counted anew." in file.read_text()
        assert "note: Counted.\n" not in file.read_text()
    else:
        assert file.read_text() == expected


OPTIONS = {
    "by": ["--by", "Estates Office"],
    "due": ["--due", "2027-02"],
    "note": ["--note", "Two of four."],
    "evidence": ["--evidence", "Minutes of June https://example.ac.uk/m#2", "--evidence", "https://example.ac.uk/n"],
    "internal": ["--internal", "The room is too small."],
}


@pytest.mark.parametrize("kept", [(), ("by",), ("due", "note"), ("evidence",), ("internal", "by"), tuple(OPTIONS)])
def test_what_goes_with_a_replaced_report_is_said(tmp_path: Path, kept: tuple[str, ...]) -> None:
    """As options: with these the new report says it all, and nothing is said to go."""
    cwd = workspace(tmp_path)
    given = [word for key in kept for word in OPTIONS[key]]
    done("update", "4.1.3", "--rag", "amber", *DAY, *(word for words in OPTIONS.values() for word in words), cwd=cwd)
    before = (cwd / PHASE_3).read_text("utf-8")
    again = ("update", "4.1.3", "--rag", "red", *DAY, "--replace", *given)
    (said,) = page(*again, "--dry-run", cwd=cwd)["says"]
    assert said.startswith("this replaces the report of that day")
    lost = said.partition("unless you give it again: ")[2]
    assert [f"--{key}" in lost for key in OPTIONS] == [key not in kept for key in OPTIONS]
    complete = done(*again, *shlex.split(lost), cwd=cwd).stdout
    assert "unless you give it again" not in complete
    assert (cwd / PHASE_3).read_text("utf-8") == before.replace(
        "rag: amber\n        by: Est", "rag: red\n        by: Est"
    )


@pytest.mark.parametrize(
    ("place", "meant"),
    [
        ("4.1.3/updates/2026-06-30/note", "4.1.3/updates/2/note"),
        ("phase-3/4.1.3/updates/2026-06-30/note", "phase-3/4.1.3/updates/2/note"),
        ("action 4.1.3 > updates > 2026-06-30 > note", "4.1.3/updates/2/note"),
        ("4.1.3/updates/2026-06-30/by", "4.1.3/updates/2/by"),
        ("4.1.3/updates/2026-06-30", "4.1.3/updates/2"),
    ],
)
def test_of_two_reports_of_a_day_the_command_for_the_last_is_printed(tmp_path: Path, place: str, meant: str) -> None:
    """And it works as printed."""
    cwd = workspace(tmp_path)
    for note in ("First.", "Second."):
        done("update", "4.1.3", "--rag", "amber", "--note", note, *DAY, cwd=cwd)
    result = run_here("set", place, "Third.", "--in", "plans/northmoor", cwd=cwd)
    assert result.returncode == 2
    printed = result.stderr.partition("for the last of them: ")[2].strip()
    words = shlex.split(printed)[1:]
    assert meant in words or f"actions/{meant}" in words
    if not meant.endswith("2"):
        done(*("Third." if word == "..." else word for word in words), cwd=cwd)
        assert "Third." in (cwd / PHASE_3).read_text("utf-8")


def test_replace_enters_a_reading_that_the_report_did_not_have(tmp_path: Path) -> None:
    """The report is replaced, and its number is new."""
    cwd = workspace(tmp_path)
    done("update", "2.2.2", "amber", "Counted.", *DAY, cwd=cwd)
    done("update", "2.2.2", "red", "Counted anew.", "--reading", "registered=30%", *DAY, "--replace", cwd=cwd)
    assert f"{DAY[1]}: 30%" in (cwd / "plans" / "northmoor" / "phase-3.yaml").read_text()


@pytest.mark.parametrize("entry", ["2.2", "2", "phase-3", "northmoor/phase-3/2.2"])
def test_every_level_can_be_reported_on(tmp_path: Path, entry: str) -> None:
    """An objective, a pillar, the plan, and an entry named in full."""
    cwd = workspace(tmp_path)
    result = done("update", entry, "--rag", "green", *DAY, cwd=cwd)
    assert "wrote plans/northmoor/phase-3.yaml" in result.stdout
    assert run_here("validate", cwd=cwd).returncode == 0


def test_an_entry_of_another_plan_is_named_with_it(tmp_path: Path) -> None:
    """The current plan is meant unless the id says otherwise."""
    cwd = workspace(tmp_path)
    done("update", "phase-2/2.1.1", "--note", "Late.", "--date", "2023-12-31", cwd=cwd)
    assert "Late." in (cwd / "plans/northmoor/phase-2.yaml").read_text("utf-8")


def test_the_headline_is_said_before_and_after(tmp_path: Path) -> None:
    """So that nobody is surprised by the next status page."""
    cwd = write(tmp_path, phase_1="kind: plan\nformat: 1\ntitle: P\nactions:\n  - id: 1\n    title: A\n")
    first = done("update", "1", "--rag", "green", *DAY, cwd=cwd)
    assert "● G on track, was ○ N not reported" in first.stdout
    assert "before      not reported" in first.stdout
    second = done("update", "1", "--rag", "red", "--date", "2026-07-01", cwd=cwd)
    assert "▼ R off track, was ● G on track" in second.stdout
    third = done("update", "1", "--note", "Still.", "--date", "2026-07-02", cwd=cwd)
    assert "▼ R off track, as before" in third.stdout


def test_a_dry_run_shows_and_writes_nothing(tmp_path: Path) -> None:
    """The same page but for its last line."""
    cwd = workspace(tmp_path)
    tried = done("update", "2.2.2", "--rag", "green", *DAY, "--dry-run", cwd=cwd)
    assert (cwd / PHASE_3).read_bytes() == (EXAMPLES / PHASE_3).read_bytes()
    made = done("update", "2.2.2", "--rag", "green", *DAY, cwd=cwd)
    assert tried.stdout.splitlines()[:-1] == made.stdout.splitlines()[:-2]  # how to take it away, and what was written
    assert tried.stdout.splitlines()[-1].endswith("this was a dry run")


def test_the_page_for_scripts_follows_its_schema(tmp_path: Path) -> None:
    """`tcplan schema edit` describes it."""
    cwd = workspace(tmp_path)
    schema = json.loads(run_here("schema", "edit", cwd=cwd).stdout)
    result = page("update", "2.2.2", "--rag", "green", *DAY, cwd=cwd)
    Draft202012Validator(schema).validate(result)
    assert result["written"] is True
    assert result["entry"]["now"]["colour"] == "green"
    assert result["headline"]["was"]["words"] == "at risk"


def test_a_report_that_is_there_already_is_not_entered_twice(tmp_path: Path) -> None:
    """The up-arrow key is near."""
    cwd = workspace(tmp_path)
    done("update", "2.2.2", "--rag", "green", *NOTE, *DAY, cwd=cwd)
    assert "already exists" in refused("update", "2.2.2", "--rag", "green", *NOTE, *DAY, cwd=cwd)


def test_a_report_that_brings_an_error_is_refused_with_the_finding(tmp_path: Path) -> None:
    """The line as it would have been, and nothing written."""
    cwd = workspace(tmp_path)
    says = refused("update", "2.2.2", "--evidence", "case-studies/open-day", *DAY, cwd=cwd)
    assert "TC109 unknown-case-study" in says
    assert "nothing was changed" in says


def test_errors_that_are_there_already_do_not_matter(tmp_path: Path) -> None:
    """A report can be made in a plan that has faults elsewhere; they are not its business."""
    cwd = workspace(tmp_path)
    file = cwd / PHASE_3
    file.write_text(file.read_text("utf-8").replace("depends_on: 2.2.1", "depends_on: 2.2.9\n    laed: x"), "utf-8")
    assert run_here("validate", cwd=cwd).returncode == 1
    done("update", "2.2.2", "--rag", "green", *DAY, cwd=cwd)
    done("update", "1.1.1", "--rag", "green", *DAY, cwd=cwd)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("2.2.9", "--rag", "red"), "there is no `2.2.9` in northmoor/phase-3"),
        (("2.2.2",), "this report is empty"),
        (("2.2.2", "--note", "  ", "--by", "HR"), "this report is empty"),
        (("2.2.2", "--evidence", "www.example.ac.uk"), "is not a link"),
        (("2.2.2", "--evidence", "HTTPS://example.ac.uk"), "is not a link"),
        (("2.2.2", "--reading", "registered=3%", "--reading", "registered=4%"), "`registered` is given twice"),
        (("2.2.2", "--reading", "registered=3%", "--date", "2026-03-31"), "already has a reading of 2026-03: 29%"),
        (
            ("2.2.2", "--reading", "registered=3%", "--date", "2026-02-28", "--replace"),
            "registered has no reading of 2026-02-28",
        ),
        (("2.2.2", "--rag", "red", "--date", "9999-12-31"), "help: years run from 1900 to 2200"),
        (("2.2.2", "--rag", "pink"), "write one of: grey (Not started), red (Off track)"),
        (("2.1.1", "--reading", "registered=31"), "did you mean 31%?"),
        (("2.2.2", "--rag", "red", "--due", "2026-13"), "--due: "),
        (("2.2.2", "--rag", "red", "--date", "June"), "--date: "),
        (("2.2.2", "--reading", "registered"), "is not a reading"),
        (("2.2.2", "--reading", "registered=many"), "is not a reading"),
        (("2.2.2", "--reading", "registred=3%"), "did you mean `registered`?"),
        (("2.2.2", "--reading", "registered=3%", "--date", "2026-03"), "already has a reading of 2026-03: 29%"),
        (("phase-1/9.9", "--rag", "red"), "there is no `phase-1/9.9`"),
        (("3.2.2", "--rag", "red", *DAY), "action 3.2.2 was closed on 2025-07-14, as merged"),
    ],
)
def test_what_cannot_be_a_report_is_refused_with_what_to_do(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    """Every message has a second line."""
    words = refused("update", *arguments, cwd=workspace(tmp_path))
    assert says in words
    assert "help: " in words


def test_an_id_of_several_current_plans_needs_its_plan(tmp_path: Path) -> None:
    """Nothing is guessed; the message says how to name it."""
    for name in ("a", "b"):
        (tmp_path / "plans" / name).mkdir(parents=True)
        text = f"kind: institution\nformat: 1\nname: {name}\n"
        (tmp_path / "plans" / name / "institution.yaml").write_text(text, "utf-8")
        plan = "kind: plan\nformat: 1\ntitle: P\nactions:\n  - id: 1\n    title: A\n"
        (tmp_path / "plans" / name / "phase-1.yaml").write_text(plan, "utf-8")
    says = refused("update", "1", "--rag", "red", cwd=tmp_path)
    assert "a/phase-1, b/phase-1" in says
    assert "--in plans/a/phase-1.yaml" in says
    done("update", "b/phase-1/1", "--rag", "red", cwd=tmp_path)
    done("update", "1", "--rag", "red", "--in", "plans/a/phase-1.yaml", cwd=tmp_path)


def test_a_note_pasted_from_windows_is_a_block(tmp_path: Path) -> None:
    """Its line ends are those of the file."""
    result = done("update", "2.2.2", "--note", "One.\r\nTwo.", *DAY, cwd=workspace(tmp_path))
    assert added_lines(result)[1:] == ["        note: |", "          One.", "          Two."]


def test_a_report_in_the_future_is_made_and_noted(tmp_path: Path) -> None:
    """2062 is a slip of the finger for 2026; nothing is forbidden."""
    result = done("update", "2.2.2", "--rag", "green", "--date", "2062-06-30", cwd=workspace(tmp_path))
    assert "note: 2062-06-30 is in the future" in result.stderr


def test_a_hostile_note_stays_text(tmp_path: Path) -> None:
    """Whatever is typed is what is read, and no terminal obeys it."""
    cwd = workspace(tmp_path)
    note = 'x: y #z\t"q" \x1b[31m ~ \u202e café 💡'
    result = done("update", "2.2.2", "--note", note, *DAY, cwd=cwd)
    assert "\x1b" not in result.stdout
    status = run_here("validate", cwd=cwd)
    assert status.returncode == 0, status.stdout


def test_bytes_that_are_not_text_are_refused(tmp_path: Path) -> None:
    """A terminal in another encoding may hand them over."""
    words = refused("update", "2.2.2", "--note", "caf\udce9", cwd=workspace(tmp_path))
    assert "bytes that are not text" in words


@pytest.mark.parametrize("words", ["G", "Green", "on track", "ON-TRACK"])
def test_a_colour_is_understood_by_its_letter_and_its_meaning(tmp_path: Path, words: str) -> None:
    """And kept as the colour."""
    result = done("update", "2.2.2", "--rag", words, *DAY, cwd=workspace(tmp_path))
    assert added_lines(result)[1] == "        rag: green"


def test_it_says_how_to_remove_a_report(tmp_path: Path) -> None:
    """And that there is another one of that day."""
    cwd = workspace(tmp_path)
    first = done("update", "2.2.2", "--rag", "green", *DAY, cwd=cwd)
    assert "tcplan set 2.2.2/updates/2026-06-30 --remove" in first.stdout
    second = done("update", "2.2.2", "--rag", "amber", *DAY, cwd=cwd)
    assert "there is already a report of 2026-06-30; the last in the file counts" in second.stdout
