"""`tcplan report --questions` and `--answers`: the same questions without a terminal, as a file to be filled in."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from edits.verbs import PHASE_3, added_lines, sound, workspace
from support import tcplan, write

DAY = ("--date", "2026-06-30")
HEAD = "kind: answers\nformat: 1\nplan: phase-3\ndate: 2026-06-30\nby: Library\n"
NOTE = "    note: |\n      "
"""Where a note is written."""

FILLED = """\
reports:
  - ref: 2.2.2
    rag: At risk
    note: |
      Tested by two departments.
      Release in August.
    due: 2026-08
    evidence: [Test report https://www.example.ac.uk/test, "https://www.example.ac.uk/plan"]
  - ref: 2.1.2
    rag: G
    by: Technical Managers Forum
    readings:
      registered: 31%
  - ref: 4.1.3
    rag:
    note:
    due:
    evidence:
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A copy of the example workspace."""
    return workspace(tmp_path)


def questions(here: Path, *arguments: str) -> str:
    """The text of a file of questions."""
    result = tcplan("report", *arguments, *DAY, "--all", "--questions", "june.yaml", cwd=here)
    assert result.returncode == 0, result.stderr
    return (here / "june.yaml").read_text("utf-8")


def answered(here: Path, text: str | bytes, *arguments: str) -> str:
    """What is printed where a file of answers is read and written into the plan."""
    (here / "june.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    result = tcplan("report", "--answers", "june.yaml", *arguments, cwd=here)
    assert result.returncode == 0, result.stderr
    return result.stdout


def refused(here: Path, text: str | bytes, *arguments: str) -> str:
    """What is said of a file of answers that cannot be entered; the plan stays as it is."""
    before = (here / PHASE_3).read_bytes()
    (here / "june.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    result = tcplan("report", "--answers", "june.yaml", *arguments, cwd=here)
    assert (result.returncode, result.stdout) == (5, "")
    assert (here / PHASE_3).read_bytes() == before
    return result.stderr


def test_the_questions_are_a_file_to_be_filled_in(here: Path) -> None:
    """What is known of each action is above it; how to fill it in, in the plan's own key, at the top."""
    text = questions(here, "--lead", "tmf")
    assert text.startswith("# Reports on: Technician Commitment action plan 2024 to 2026, Northmoor University\n#\n")
    assert "save it and run: tcplan report --answers june.yaml\n" in text
    assert "one of: blue (Complete), green (On track), amber (At risk), red (Off track), grey" in text
    assert (
        "  # 1 of 4: 2.1.2 Run writing days and train a mentor for each department\n"
        "  #   due: 2026-09-30, in 3 months; lead: none (owners: Technical Managers Forum, HROD)\n"
        "  #   last report: 2026-03-25, amber (At risk), by Technical Managers Forum: Six mentors."
    ) in text
    assert (
        "  - ref: 2.1.2\n    rag:\n    note: |\n      \n    due:\n    evidence:\n    readings:\n"
        "      # Technical staff with professional registration: last 29% (2026-03), target 40% (2026-12-31)\n"
        "      registered:\n"
    ) in text
    data = yaml.load(text, yaml.BaseLoader)  # noqa: S506 (it loads nothing but texts)
    assert {key: data[key] for key in ("kind", "plan", "date", "by")} == {
        "kind": "answers",
        "plan": "phase-3",
        "date": "2026-06-30",
        "by": "Technical Managers Forum",
    }
    assert [one["ref"] for one in data["reports"]] == ["2.1.2", "4.1.1", "4.1.3", "5.2.2"]


def test_the_questions_say_what_to_do_next(here: Path) -> None:
    """And never take the place of a file that is there."""
    asked = ("report", "plans/northmoor", *DAY, "--all", "--lead", "Library")
    result = tcplan(*asked, "--questions", "a b.yaml", cwd=here)
    assert result.stdout == (
        "wrote a b.yaml: 1 action to report on\n"
        "Fill it in with any text editor, save it, and run: tcplan report plans/northmoor --answers 'a b.yaml'\n"
    )
    before = (here / "a b.yaml").read_bytes()
    again = tcplan("report", *DAY, "--questions", "a b.yaml", cwd=here)
    assert again.returncode == 5
    assert "a b.yaml already exists; nothing was written" in again.stderr
    assert (here / "a b.yaml").read_bytes() == before


def test_a_number_that_two_actions_share_is_asked_once(here: Path) -> None:
    """Two answers could not both be right."""
    assert questions(here, "--all").count("\n      registered:\n") == 1


def test_where_nothing_is_due_no_questions_are_written(here: Path) -> None:
    """It is said kindly."""
    result = tcplan("report", *DAY, "--lead", "DVC", "--questions", "june.yaml", cwd=here)
    assert (result.returncode, result.stdout.splitlines()[0]) == (
        0,
        "No report is owed by Deputy Vice-Chancellor on 2026-06-30. Thank you.",
    )
    assert not (here / "june.yaml").exists()


@pytest.mark.parametrize("how", [["--dry-run", "--questions", "june.yaml"], ["--questions", "-"]], ids=" ".join)
def test_the_questions_can_be_printed(here: Path, how: list[str]) -> None:
    """Nothing is written then."""
    result = tcplan("report", *DAY, "--all", "--lead", "Library", *how, cwd=here)
    assert "\n  - ref: 2.2.2\n" in result.stdout
    assert not (here / "june.yaml").exists()
    assert not (here / "-").exists()


def test_answers_enter_what_update_would(here: Path, tmp_path: Path) -> None:
    """Byte for byte; what is left empty is skipped and counted."""
    (tmp_path / "other").mkdir()
    other = workspace(tmp_path / "other")
    text = questions(here, "--lead", "tmf").replace("rag:", "rag: amber", 1).replace(NOTE, f"{NOTE}Seven mentors.", 1)
    shown = answered(here, text.replace("registered:", "registered: 31%"))
    made = ["--rag", "amber", "--note", "Seven mentors.", "--by", "Technical Managers Forum"]
    tcplan("update", "2.1.2", *made, "--reading", "registered=31%", *DAY, cwd=other)
    assert (here / PHASE_3).read_bytes() == (other / PHASE_3).read_bytes()
    assert "\n1 reported: 2.1.2\n3 left empty: 4.1.1, 4.1.3, 5.2.2\n" in shown
    assert "headline    ▲ A at risk, as before" in shown
    assert shown.endswith("wrote plans/northmoor/phase-3.yaml\n")


def test_all_reports_are_written_at_once(here: Path) -> None:
    """Each with the name in its report, else the one at the top."""
    shown = answered(here, HEAD + FILLED)
    text = (here / PHASE_3).read_text()
    assert (
        "      - date: 2026-06-30\n"
        "        rag: amber\n"
        "        by: Library\n"
        "        note: |\n"
        "          Tested by two departments.\n"
        "          Release in August.\n"
        "        due: 2026-08\n"
        "        evidence:\n"
        "          - title: Test report\n"
        "            url: https://www.example.ac.uk/test\n"
        "          - url: https://www.example.ac.uk/plan\n"
    ) in text
    assert "      - date: 2026-06-30\n        rag: green\n        by: Technical Managers Forum\n" in text
    assert "2026-03: 29%, 2026-06-30: 31%}" in text
    assert "2 reported: 2.2.2, 2.1.2\n1 left empty: 4.1.3\n" in shown


def test_a_dry_run_writes_nothing(here: Path) -> None:
    """It shows what would change."""
    before = (here / PHASE_3).read_bytes()
    assert "this was a dry run" in answered(here, HEAD + FILLED, "--dry-run")
    assert (here / PHASE_3).read_bytes() == before


def test_answers_from_standard_input(here: Path) -> None:
    """Called so in what is said of them."""
    result = tcplan("report", "--answers", "-", "--dry-run", cwd=here, typed=HEAD + FILLED)
    assert result.returncode == 0
    assert "        rag: amber" in added_lines(result)
    result = tcplan("report", "--answers", "-", cwd=here, typed=HEAD + "report: []\n")
    assert "standard input:6:1: error TC012 unknown-key: `report` is not a key of an answers file" in result.stderr


def test_answering_twice_changes_nothing(here: Path) -> None:
    """What is already in the plan is counted; what has been added since is entered."""
    answered(here, HEAD + FILLED)
    before = (here / PHASE_3).read_bytes()
    assert answered(here, HEAD + FILLED) == (
        "2 already in the plan: 2.2.2, 2.1.2\n1 left empty: 4.1.3\nnothing was written: the file has nothing new\n"
    )
    assert (here / PHASE_3).read_bytes() == before
    shown = answered(here, HEAD + FILLED.replace("4.1.3\n    rag:", "4.1.3\n    rag: red"))
    assert "1 reported: 4.1.3\n2 already in the plan: 2.2.2, 2.1.2\n" in shown
    shown = answered(here, HEAD + "reports:\n  - {ref: 4.1.3, rag: red, readings: {apprentices: 12}}\n")
    assert "1 reported: 4.1.3\n" in shown
    assert (here / PHASE_3).read_text().count("rag: red\n        by: Library\n") == 1


def test_nothing_filled_in(here: Path) -> None:
    """Is no fault."""
    text = questions(here, "--lead", "Library")
    assert answered(here, text) == "1 left empty: 2.2.2\nnothing was written: the file has nothing new\n"
    assert answered(here, HEAD) == "the file has no reports\nnothing was written: the file has nothing new\n"


def test_as_notepad_saves_it(here: Path) -> None:
    """With a mark at the beginning, and two characters at the end of each line."""
    text = questions(here, "--lead", "Library").replace("rag:", "rag: amber", 1).replace(NOTE, f"{NOTE}Café “so”", 1)
    answered(here, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert "        note: Café “so”\n" in (here / PHASE_3).read_text("utf-8")
    assert b"\r" not in (here / PHASE_3).read_bytes()


def test_every_fault_is_shown_with_its_line_and_nothing_is_written(here: Path) -> None:
    """Those of the file's shape and those against the plan, in one run; the sound reports are not written either."""
    said = refused(
        here,
        f"""{HEAD}reports:
  - ref: 2.2.2
    rag: green
  - ref: 2.2.9
    rag: green
  - ref: 3.2.2
    rag: green
  - ref: 2.1.2
    rag: purple
    due: May 2027
    readings:
      registerd: 3
  - ref: 2.2.2
    note: Again
  - rag: red
  - ref: 1.1.2
    colour: red
    readings: {{registered: lots}}
  - ref: 1.2.2
    readings: {{registered: 30%}}
  - ref: 3.2.1
    readings: {{registered: 31%}}
""",
    )
    for place in (
        "june.yaml:9:10: error TC102 unknown-reference: `2.2.9` does not exist in phase-3\n",
        "june.yaml:11:10: error TC501 unfit-report: action 3.2.2 was closed on ",
        "june.yaml:14:10: error TC015 unknown-value: `purple` is not a colour of this plan\n",
        "june.yaml:15:10: error TC301 impossible-date: `May 2027` is not a date\n",
        "june.yaml:17:7: error TC104 unknown-measure: there is no measure `registerd` in phase-3\n",
        "june.yaml:18:10: error TC101 duplicate-id: action 2.2.2 is reported on twice in this file\n",
        "june.yaml:20:5: error TC016 missing-key: a report needs `ref`\n",
        "june.yaml:22:5: error TC012 unknown-key: `colour` is not a key of a report\n",
        "june.yaml:23:28: error TC017 malformed-value: `lots` is not a number or a percentage\n",
        "june.yaml:27:28: error TC501 unfit-report: registered already has a reading of 2026-06-30: 30%\n",
    ):
        assert place in said
    assert said.endswith(
        "\ntcplan: june.yaml: 10 errors; nothing was written\n"
        "help: correct what is shown above, then run the command again\n"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            HEAD.replace("phase-3", "phase-9"),
            "june.yaml:3:7: error TC111 unknown-plan: there is no plan `phase-9` here",
        ),
        (
            "kind: plan\nformat: 1\ntitle: P\n",
            "june.yaml:1:7: error TC010 unknown-kind: this file is of the kind `plan`",
        ),
        ("Dear all,\n", "june.yaml:1:1: error TC010 unknown-kind: this file is not a mapping"),
        (HEAD.encode("utf-16"), "june.yaml:1:1: error TC001 unreadable-file: the file is UTF-16, not UTF-8"),
    ],
    ids=["plan", "kind", "words", "encoding"],
)
def test_what_is_not_a_file_of_answers_for_a_plan_here(here: Path, text: str | bytes, said: str) -> None:
    """With the line, and what to do."""
    assert said in refused(here, text)


def test_a_file_that_is_not_there(here: Path) -> None:
    """Exit code 3."""
    for name in ("july.yaml", "plans"):
        result = tcplan("report", "--answers", name, cwd=here)
        assert (result.returncode, result.stderr.startswith(f"tcplan: {name}: ")) == (3, True)
        assert result.stderr.endswith("\nhelp: name the file that you filled in\n")


def test_the_command_line_wins_over_the_head_of_the_file(here: Path) -> None:
    """The day and the name; a name beside a report stays."""
    text = HEAD.replace("by: Library\n", "") + FILLED
    answered(here, text, "--date", "2026-06-28", "--by", "Librarian")
    found = (here / PHASE_3).read_text()
    assert "      - date: 2026-06-28\n        rag: amber\n        by: Librarian\n" in found
    assert "      - date: 2026-06-28\n        rag: green\n        by: Technical Managers Forum\n" in found


def test_without_a_plan_the_current_one_is_meant(here: Path) -> None:
    """Without a day, today."""
    answered(here, "kind: answers\nformat: 1\nreports:\n  - {ref: 2.2.2, rag: amber}\n", "--date", "2026-06")
    assert "      - date: 2026-06\n        rag: amber\n" in (here / PHASE_3).read_text()


def test_a_plan_that_two_institutions_have_is_wrong_usage(here: Path) -> None:
    """The folder decides."""
    other = here / "plans" / "other"
    other.mkdir()
    (other / "phase-3.yaml").write_text("kind: plan\nformat: 1\ntitle: P\nactions: [{id: 2.2.2, title: A}]\n")
    (here / "june.yaml").write_text(HEAD + "reports: [{ref: 2.2.2, rag: red}]\n")
    result = tcplan("report", "--answers", "june.yaml", cwd=here)
    assert result.returncode == 2
    assert "there are 2 plans `phase-3` here: northmoor/phase-3, other/phase-3" in result.stderr
    assert tcplan("report", "plans/other", "--answers", "june.yaml", cwd=here).returncode == 0
    assert "rag: red" in (other / "phase-3.yaml").read_text()


@pytest.mark.parametrize("option", [["--lead", "HR"], ["--all"], ["--questions", "x.yaml"]], ids=" ".join)
def test_options_that_answers_leave_no_room_for(here: Path, option: list[str]) -> None:
    """The file says what is reported on."""
    result = tcplan("report", "--answers", "june.yaml", *option, cwd=here)
    assert (result.returncode, f"{option[0]} does not go with --answers" in result.stderr) == (2, True)


def test_a_bad_link_is_shown_in_the_answers(here: Path) -> None:
    """Beside every other fault, at its own line, with what to write."""
    said = refused(
        here,
        f"""{HEAD}reports:
  - ref: 2.2.2
    rag: green
    evidence: www.example.ac.uk/x
  - ref: 2.1.2
    due: 2020-01
    evidence:
      - Minutes of June
      - Minutes example.ac.uk/y
      - case-studies/registration-pilott
      - https://x>
      - case-studies/registration-pilot
    readings: {{registered: 31}}
  - ref: 4.1.3
    rag: purple
""",
    )
    for line in (
        "june.yaml:9:15: error TC017 malformed-value: `www.example.ac.uk/x` is not a link\n",
        "help: write https://www.example.ac.uk/x\n",
        "june.yaml:11:10: error TC501 unfit-report: 2020-01 is in the past: the report is of 2026-06-30\n",
        "june.yaml:15:9: error TC109 unknown-case-study: there is no case study `case-studies/registration-pilott`\n",
        "help: did you mean `case-studies/registration-pilot`?\n",
        "june.yaml:16:9: error TC017 malformed-value: `https://x>` is not a link\n",
        "june.yaml:18:28: error TC501 unfit-report: 31 is a count; the last reading of registered was a percentage",
        "help: if you mean 31%, write that\n",
        "june.yaml:20:10: error TC015 unknown-value: `purple`",
    ):
        assert line in said
    assert "tcplan: june.yaml: 6 errors; nothing was written\n" in said


def test_a_percentage_of_what_was_counted(here: Path) -> None:
    """The other way round."""
    said = refused(here, f"{HEAD}reports:\n  - ref: 4.1.3\n    readings:\n      apprentices: 30%\n")
    assert "june.yaml:9:20: error TC501 unfit-report: 30% is a percentage; the last reading of apprentices was" in said


HARD = """Done: "all" of it # so far
      - 'two' departments: see https://x.ac.uk
      note: this
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_note_takes_what_yaml_does_not(here: Path, line_end: str) -> None:
    """Colons, quotes, hashes, dashes and several lines are words."""
    text = questions(here, "--lead", "Library").replace(NOTE + "\n", NOTE + HARD, 1)
    answered(here, text.replace("\n", line_end).encode())
    plan = yaml.load((here / PHASE_3).read_text(), yaml.BaseLoader)  # noqa: S506 (it loads nothing but texts)
    notes = [update.get("note") for action in plan["actions"] for update in action.get("updates", [])]
    assert HARD.replace("\n      ", "\n") in notes


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("    note: | Done: all\n      \n", "13: error TC002 yaml-syntax: a note begins on the line below the `|`"),
        ("    note: Done |\n      \n", "11: error TC002 yaml-syntax: a note begins on the line below the `|`"),
        ("    note: |\nDone: all\n", "1: error TC002 yaml-syntax: this line of a note is too far left\n"),
        ("    note: |\n      \n     Done\n", "6: error TC002 yaml-syntax: this line of a note is too far left\n"),
        ("    note: |\n      Done\nAll\n", "1: error TC002 yaml-syntax: this line of a note is too far left\n"),
        ("    note: |\n       Done\n      All\n", "7: error TC002 yaml-syntax: this line of a note is too far"),
    ],
    ids=["after", "between", "margin", "below spaces", "second line", "less deep"],
)
def test_a_note_in_the_wrong_place(here: Path, written: str, said: str) -> None:
    """What is wrong is said as such, and what to do: so many spaces before it."""
    text = questions(here, "--lead", "Library").replace(f"{NOTE}\n", written, 1)
    shown = refused(here, text)
    assert said in shown
    assert "help: put 7 spaces" in shown if "       Done" in written else " 6 spaces before it" in shown
    assert "1 error; nothing was written" in shown


def test_a_note_of_a_stated_depth(here: Path) -> None:
    """Somebody who knows YAML may write one."""
    answered(here, f"{HEAD}reports:\n  - ref: 2.2.2\n    note: |2\n        Deep\n      Less\n")
    assert "Less\n" in (here / PHASE_3).read_text()


def test_the_head_says_how_a_note_of_several_lines_is_written(here: Path) -> None:
    """By an example."""
    text = questions(here, "--lead", "Library")
    assert "#\n#     note: |\n#       Tested: two departments.\n#       Release in August.\n#\n" in text


def test_the_questions_are_plain_text(here: Path) -> None:
    """A word processor would make something else of them."""
    for name, better in (("x.docx", "x"), ("x", "x"), (".", "june")):
        result = tcplan("report", *DAY, "--questions", name, cwd=here)
        assert result.returncode == 2
        assert f"{name}: questions go into a plain text file, whose name ends in .yaml, .yml, .txt" in result.stderr
        assert f"help: name it {better}.yaml, and open it in Notepad or any text editor, not in Word" in result.stderr
    assert tcplan("report", *DAY, "--questions", "x.TXT", cwd=here).returncode == 0


def test_another_report_of_the_same_day_is_mentioned(here: Path) -> None:
    """A file that was corrected is entered, and which action has two reports of that day now."""
    answered(here, HEAD + FILLED)
    shown = answered(
        here, HEAD + FILLED.replace("rag: At risk", "rag: red").replace("4.1.3\n    rag:", "4.1.3\n    rag: red")
    )
    assert "1 reported: 4.1.3\n1 reported again: 2.2.2\n1 already in the plan: 2.1.2\n" in shown


def test_answers_may_lie_in_the_workspace(here: Path) -> None:
    """`validate` checks their shape and nothing else takes them for a part of it."""
    shown = tcplan("status", *("--as-of", "2026-06-30"), cwd=here).stdout
    for name in ("june.yaml", "plans/northmoor/june.yaml", "plans/northmoor/phase-3-june.yaml"):
        (here / name).write_text(HEAD + FILLED)
    assert sound(here)
    assert tcplan("status", *("--as-of", "2026-06-30"), cwd=here).stdout == shown
    (here / "june.yaml").write_text(HEAD + "reports:\n  - reff: 2.2.2\n")
    result = tcplan("validate", cwd=here)
    assert "june.yaml:7:5: error TC012 unknown-key: `reff` is not a key of a report" in result.stdout


def test_the_questions_fit_their_schema(here: Path) -> None:
    """As an editor reads both."""
    schema = json.loads(tcplan("schema", "answers").stdout)
    text = questions(here, "--lead", "tmf").replace("registered:", "registered: 30%")
    jsonschema.validate(yaml.safe_load(text.replace("date: 2026-06-30", 'date: "2026-06-30"')), schema)
    tcplan("init", "new", cwd=here)
    assert json.loads((here / "new/.tcplan/schemas/answers.json").read_text("utf-8")) == schema


def test_other_faults_are_told_beside_a_misplaced_note(tmp_path: Path) -> None:
    """All in one run; what the misplaced words themselves bring about is not told twice."""
    actions = "".join(f"  - {{id: {number}, title: A}}\n" for number in range(1, 4))
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: T\nactions:\n{actions}")
    reports = (
        "  - ref: 1\n    rag: green\n    note: | Two held.\n  - ref: 2\n    rag: purple\n  - ref: 3\n    rga: red\n"
    )
    (tmp_path / "june.yaml").write_text(f"kind: answers\nformat: 1\nreports:\n{reports}")
    said = tcplan("report", "--answers", "june.yaml", cwd=tmp_path).stderr
    assert "a note begins on the line below" in said
    assert "june.yaml:8:" in said
    assert "june.yaml:10:" in said
    assert "3 errors" in said
