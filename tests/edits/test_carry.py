"""`tcplan carry`: the next plan, started from what is unfinished in the one before it."""

import csv
import json
import os
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from edits.at_terminal import Terminal
from edits.readers import read_by_pyyaml
from support import EXAMPLES, close_off, tcplan

from tcplan.views.carry import carry_schema

PLAN = """\
kind: plan
format: 1
title: Phase one
language: cy
period: {start: 2023-01, end: 2025-12}
review_every: 6 months
measures:
  - id: registered
    title: Technicians with registration
    targets: {2024-12: 20%, 2027-12: 40%, end: 30%}
    actual: {2023-06: 10%, 2025-06: 25%}
    source: Skills survey
  - {id: unused, title: Something else, targets: {end: 3}}
pillars:
  - {id: 1, title: Finished work}
  - {id: 2, title: Careers, themes: career-development, priority: high}
objectives:
  - {id: 2.1, title: Done with}
  - id: 2.2
    title: Registration
    measured_by: registered
    aligns: n8/10
actions:
  - id: 1.1
    title: Publish profiles
    updates: [{date: 2024-06, rag: blue}]
  - id: 2.1.1
    title: Buy a van
    closed: {date: 2024-03, as: withdrawn, why: No money}
  - id: 2.2.1
    title: "Pay fees: of all grades"   # agreed in 2022
    lead: HR
    owners: [HR, Library]
    due: [2024-06, 2026-03, 36 months]
    related: [2.2.3, phase-0/1]
    success:
      - {title: A budget is agreed, due: 2023-09, done: 2023-10-01}
      - {title: Ten are registered, due: 2024-09}
      - Leaflets
    updates:
      - {date: 2024-06-30, rag: amber, note: Late, due: 2026-12}
  - id: 2.2.3
    title: Train mentors
    due: ongoing
    depends_on: [1.1, 2.2.1]
    internal: Ask the union
    steps: [Find a trainer]
  - id: 2.2.7
    title: Write a guide
    due: 12 months
  - id: 2.2.8
    title: Print a poster
    updates: [{date: 2025-06-30, rag: red}]
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A workspace with one plan that has come to its end."""
    (tmp_path / "plans" / "eastmoor").mkdir(parents=True)
    close_off(tmp_path)
    (tmp_path / "plans" / "eastmoor" / "phase-1.yaml").write_text(PLAN)
    return tmp_path


def carried(here: Path, *options: str) -> dict[str, Any]:
    """The data of the next plan, read by another parser; what is a number to it is text to us."""
    result = tcplan("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", *options, cwd=here)
    assert result.returncode == 0, result.stderr
    text = (here / "plans" / "eastmoor" / "phase-2.yaml").read_text()
    found: dict[str, Any] = read_by_pyyaml(text)
    return found


def test_unfinished_actions_go_on_under_new_ids(here: Path) -> None:
    """With what is above them, numbered anew in their order; complete and closed ones stay behind."""
    plan = carried(here)
    assert [one["id"] for one in plan["pillars"]] == ["1"]
    assert [one["id"] for one in plan["objectives"]] == ["1.1"]
    assert [(one["id"], one["title"], one["continues"]) for one in plan["actions"]] == [
        ("1.1.1", "Pay fees: of all grades", {"ref": "phase-1/2.2.1", "how": "identical"}),
        ("1.1.2", "Train mentors", {"ref": "phase-1/2.2.3", "how": "identical"}),
        ("1.1.3", "Write a guide", {"ref": "phase-1/2.2.7", "how": "identical"}),
        ("1.1.4", "Print a poster", {"ref": "phase-1/2.2.8", "how": "identical"}),
    ]


def test_the_next_plan_follows_the_old_one_and_runs_as_long(here: Path) -> None:
    """Unless its period or title is given."""
    plan = carried(here)
    assert plan["follows"] == "phase-1"
    assert plan["period"] == {"start": "2026-01", "end": "2028-12"}
    assert plan["title"] == "Technician Commitment action plan 2026 to 2028"
    assert (plan["language"], plan["review_every"]) == ("cy", "6 months")


def test_leads_owners_and_measures_are_kept_and_history_stays_behind(here: Path) -> None:
    """Reports, what is done and dates before the next plan are history; a slip says when it is due."""
    plan = carried(here)
    first, second, third, _ = plan["actions"]
    assert first == {
        "id": "1.1.1",
        "title": "Pay fees: of all grades",
        "lead": "HR",
        "owners": ["HR", "Library"],
        "due": ["2026-03", "2026-12"],
        "continues": {"ref": "phase-1/2.2.1", "how": "identical"},
        "related": ["1.1.2", "phase-0/1"],
        "success": ["Ten are registered", "Leaflets"],
    }
    assert (second["due"], second["depends_on"], second["internal"]) == ("ongoing", "1.1.1", "Ask the union")
    assert second["steps"] == "Find a trainer"
    assert "due" not in third
    assert plan["pillars"] == [
        {
            "id": "1",
            "title": "Careers",
            "themes": "career-development",
            "priority": "high",
            "continues": "phase-1/2",
        }
    ]
    assert plan["measures"] == [
        {
            "id": "registered",
            "title": "Technicians with registration",
            "targets": {"2027-12": "40%"},
            "actual": {"2025-06": "25%"},
            "source": "Skills survey",
        }
    ]


def test_the_new_plan_has_no_errors_and_the_old_one_is_as_it_was(here: Path) -> None:
    """And every action of the old plan has a successor or an end."""
    carried(here)
    assert (here / "plans/eastmoor/phase-1.yaml").read_text() == PLAN
    result = tcplan("validate", "--as-of", "2026-02-01", "--format", "json", cwd=here)
    findings = json.loads(result.stdout)["findings"]
    assert {one["severity"] for one in findings if "phase-0" not in one["message"]} <= {"warning", "advice"}
    assert "TC117" not in {one["code"] for one in findings}


def what_became(here: Path) -> dict[str, str]:
    """By `tcplan trajectory`, each action of the old plan."""
    result = tcplan("trajectory", "phase-2", "--format", "json", "--as-of", "2026-02-01", cwd=here)
    (step,) = json.loads(result.stdout)["transitions"]
    return {one["id"]: one["trajectory"] for one in step["earlier_actions"]}


def left_open(here: Path) -> list[str]:
    """The messages about open actions of the old plan that nothing continues."""
    result = tcplan("validate", "--as-of", "2026-02-01", "--format", "json", cwd=here)
    return [one["message"] for one in json.loads(result.stdout)["findings"] if one["code"] == "TC117"]


def test_objectives_and_pillars_say_what_they_continue(here: Path) -> None:
    """As identical where all below is carried; what has ended below one that goes on did not stop with the plan."""
    plan = carried(here)
    assert plan["objectives"][0]["continues"] == {"ref": "phase-1/2.2", "how": "identical"}
    assert plan["pillars"][0]["continues"] == "phase-1/2"
    became = what_became(here)
    assert (became["1.1"], became["2.1.1"], became["2.2.1"]) == ("stopped", "unknown", "continued")
    assert left_open(here) == []


def test_what_is_above_a_dropped_action_continues_nothing(here: Path) -> None:
    """Otherwise the action, which nobody finished or closed, would count as going on; one that is closed has an end."""
    (here / "decided.csv").write_text("id,decision,why\n2.2.8,drop,Nobody reads posters\n")
    plan = carried(here, "--decisions", "decided.csv")
    assert not any("continues" in one for one in (*plan["pillars"], *plan["objectives"]))
    assert what_became(here)["2.2.8"] == "stopped"
    assert [one.partition(" is still open")[0] for one in left_open(here)] == ["action 2.2.8"]


def test_an_objective_with_a_closed_action_goes_on_in_part(here: Path) -> None:
    """It continues the old one without saying how."""
    (here / "decided.csv").write_text("id,decision,why\n2.2.7,close,A guide exists\n")
    plan = carried(here, "--decisions", "decided.csv")
    assert plan["objectives"][0]["continues"] == "phase-1/2.2"
    assert what_became(here)["2.2.7"] == "unknown"
    assert left_open(here) == []


def test_a_table_of_decisions_says_what_becomes_of_each(here: Path) -> None:
    """It is printed to be filled in, and comes back with either separator."""
    printed = tcplan(
        *("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", "--dry-run", "--format", "csv"), cwd=here
    ).stdout
    assert printed.startswith("\ufeff")  # or Excel reads it in the encoding of its country
    rows = list(csv.DictReader(StringIO(printed.removeprefix("\ufeff"))))
    assert [(row["id"], row["decision"], row["state"]) for row in rows] == [
        ("phase-1/2.2.1", "carry", "at risk on 2024-06-30"),
        ("phase-1/2.2.3", "carry", "not reported"),
        ("phase-1/2.2.7", "carry", "not reported, overdue since 2023-12-31"),
        ("phase-1/2.2.8", "carry", "off track on 2025-06-30"),
    ]
    (here / "decided.csv").write_text(
        "id;decision;how;new title;why\n2.2.1;carry;narrowed;Pay fees of new staff;\n2.2.7;close;;;A guide exists\n"
        '2.2.8;drop;;;"Nobody reads posters; we asked"\n'
    )
    plan = carried(here, "--decisions", "decided.csv")
    assert [(one["title"], one["continues"]["how"]) for one in plan["actions"]] == [
        ("Pay fees of new staff", "narrowed"),
        ("Train mentors", "identical"),
    ]
    old = read_by_pyyaml((here / "plans/eastmoor/phase-1.yaml").read_text())
    assert old["actions"][4]["closed"] == {"date": "2025-12-31", "as": "withdrawn", "why": "A guide exists"}
    assert "closed" not in old["actions"][5]


DECIDED = "id;decision;how;new title;why\n2.2.1;carry;;;\n2.2.7;close;;;A guide exists\n2.2.8;drop;;;We asked\n"


def test_a_second_run_finishes_one_that_was_killed_between_the_two_files(here: Path) -> None:
    """The next plan is there as the first run wrote it, and the old one has nothing closed yet."""
    (here / "decided.csv").write_text(DECIDED)
    carried(here, "--decisions", "decided.csv")
    files = {file: file.read_bytes() for file in here.rglob("*.yaml")}
    (here / "plans/eastmoor/phase-1.yaml").write_text(PLAN)
    carried(here, "--decisions", "decided.csv")
    assert {file: file.read_bytes() for file in here.rglob("*.yaml")} == files


@pytest.mark.parametrize("change", ["edited", "decided otherwise", "nothing closed", "complete"])
def test_a_next_plan_that_is_another_is_left_alone(here: Path, change: str) -> None:
    """And the old one too; what to do after a run that was cut off is said."""
    (here / "decided.csv").write_text(DECIDED)
    carried(here, "--decisions", "decided.csv")
    new = here / "plans/eastmoor/phase-2.yaml"
    if change != "complete":
        (here / "plans/eastmoor/phase-1.yaml").write_text(PLAN)
    if change == "edited":
        new.write_text(new.read_text() + "# mine\n")
    elif change == "decided otherwise":
        (here / "decided.csv").write_text(DECIDED.replace("2.2.1;carry", "2.2.1;drop").replace(";;;\n", ";;;Why\n"))
    elif change == "nothing closed":
        (here / "decided.csv").write_text(DECIDED.replace("2.2.7;close;;;A guide exists\n", ""))
    files = {file: file.read_bytes() for file in here.rglob("*.yaml")}
    options = ("--as-of", "2025-12-31", "--decisions", "decided.csv")
    result = tcplan("carry", "phase-1", "--into", "phase-2", *options, cwd=here)
    assert result.returncode in {2, 5}
    if change != "complete":
        assert "phase-2 is there already" in result.stderr
        assert "if `carry` was cut off" in result.stderr
    assert {file: file.read_bytes() for file in here.rglob("*.yaml")} == files


def test_it_says_which_due_dates_and_targets_were_left_out(here: Path) -> None:
    """Of an action with none left, and of a measure that the next plan takes over; the next plan needs new ones."""
    text = PLAN.replace("{2024-12: 20%, 2027-12: 40%, end: 30%}", "{2024-12: 20%, end: 30%}")
    (here / "plans/eastmoor/phase-1.yaml").write_text(text)
    options = ("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", "--dry-run")
    page = json.loads(tcplan(*options, "--format", "json", cwd=here).stdout)
    jsonschema.validate(page, carry_schema())
    assert (page["actions_without_due"], page["measures_without_targets"]) == (["1.1.3"], ["registered"])
    shown = " ".join(tcplan(*options, cwd=here).stdout.split())
    assert "the due date of 1 action all targets of 1 measure: registered" in shown


def test_what_lies_ahead_is_not_said_to_be_left_out(here: Path) -> None:
    """Neither what stays, nor a measure that nothing names."""
    text = PLAN.replace("    due: 12 months\n", "")
    (here / "plans/eastmoor/phase-1.yaml").write_text(text)
    options = ("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", "--dry-run")
    assert "Left out" not in tcplan(*options, cwd=here).stdout


def test_the_table_at_the_end_holds_every_action_once_with_its_reason(here: Path) -> None:
    """As text and as JSON by its schema."""
    (here / "decided.csv").write_text("id,decision,why\n2.2.7,close,A guide exists\n2.2.8,drop,Nobody reads posters\n")
    options = ("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", "--decisions", "decided.csv")
    page = json.loads(tcplan(*options, "--dry-run", "--format", "json", cwd=here).stdout)
    jsonschema.validate(page, carry_schema())
    assert [(one["id"], one["outcome"], one["reason"]) for one in page["actions"]] == [
        ("1.1", "complete", "reported complete on 2024-06"),
        ("2.1.1", "closed", "withdrawn on 2024-03: No money"),
        ("2.2.1", "carried", "at risk on 2024-06-30"),
        ("2.2.3", "carried", "not reported"),
        ("2.2.7", "closed", "A guide exists"),
        ("2.2.8", "dropped", "Nobody reads posters"),
    ]
    text = tcplan(*options, cwd=here).stdout
    assert all(heading in text for heading in ("Carried (2)", "Closed (2)", "Dropped (1)", "Complete (1)"))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "needs the columns id and decision"),
        ("id,decision\n2.2.1,keep\n", "decided.csv:2: `keep` is not one of the words"),
        ("id,decision\n9,carry\n", "decided.csv:2: `9` is not an unfinished action"),
        ("id,decision\n1.1,carry\n", "`1.1` is not an unfinished action"),
        ("id,decision\n2.2.1,carry\n2.2.1,drop\n", "decided.csv:3: `2.2.1` is decided twice"),
        ("id,decision\n\n2.2.1,drop\n", "decided.csv:3: an action that is dropped needs a reason"),
        ("id,decision,how\n2.2.1,carry,bigger\n", "`bigger` is not one of the words for how"),
        ('id,decision,why\n2.2.1,drop,"Not needed\n2.2.3,carry,\n', "this line cannot be read as a table"),
        (f"id,decision,why\n2.2.1,drop,{'x' * 200_000}\n", "this line cannot be read as a table"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(here: Path, table: str, message: str) -> None:
    """And nothing is written."""
    (here / "decided.csv").write_text(table)
    result = tcplan("carry", "phase-1", "--into", "phase-2", "--decisions", "decided.csv", cwd=here)
    assert result.returncode == 2
    assert message in result.stderr
    assert not (here / "plans/eastmoor/phase-2.yaml").exists()


NUMBERED = """\
kind: plan
format: 1
title: Phase one
period: {start: 2023-01, end: 2025-12}
actions:
  - {id: 1.2, title: Second}
  - {id: 1.20, title: Twentieth – of many}
  - {id: 2.0, title: "-5 or fewer"}
"""


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("1.2,Twentieth – of many,drop", "`1.2` is called `Second`, and this row is about `Twentieth – of many`"),
        ("1.2,Twentieth – of many,drop", "write `1.20` as the id"),
        ("2,'-5 or fewer,drop", "write `2.0` as the id"),
        ("1.2,Renamed here,carry", "goes into the column new title"),
        ("01. Feb,Second,carry", "write `1.2` as the id"),
    ],
)
def test_a_row_that_a_spreadsheet_gave_another_id_is_refused(here: Path, row: str, message: str) -> None:
    """The title shows that it is about another action; without this, that one would be dropped."""
    (here / "plans/eastmoor/phase-1.yaml").write_text(NUMBERED)
    (here / "decided.csv").write_text(f"id,title,decision,why\n{row},y\n")
    result = tcplan("carry", "phase-1", "--into", "phase-2", "--decisions", "decided.csv", cwd=here)
    assert result.returncode == 2
    assert "decided.csv:2: " in result.stderr
    assert message in result.stderr
    assert not (here / "plans/eastmoor/phase-2.yaml").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_printed_table_comes_back_as_it_was(here: Path, encoding: str) -> None:
    """Whatever a spreadsheet does to titles on the way; an id that it would shorten is protected."""
    (here / "plans/eastmoor/phase-1.yaml").write_text(NUMBERED.replace("Second", "Zweites Ωmega"))
    options = ("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31")
    printed = tcplan(*options, "--dry-run", "--format", "csv", cwd=here).stdout.removeprefix("\ufeff")
    ids = [row["id"] for row in csv.DictReader(StringIO(printed))]
    assert ids == ["phase-1/1.2", "phase-1/1.20", "phase-1/2.0"]
    (here / "decided.csv").write_bytes(printed.encode(encoding, "replace"))
    result = tcplan(*options, "--decisions", "decided.csv", cwd=here)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("plan", ["phase-1", "2024", "3-of-3"])
@pytest.mark.parametrize("words", ["{plan}/1.20", "action {plan}/1.20", "'1.20", "1.20", "action 1.20"])
def test_an_id_may_have_its_plan_before_it(here: Path, plan: str, words: str) -> None:
    """A printed one does, so that a spreadsheet takes it for no number, with its level where the plan is a number."""
    (here / "plans/eastmoor/phase-1.yaml").unlink()
    (here / f"plans/eastmoor/{plan}.yaml").write_text(NUMBERED)
    (here / "decided.csv").write_text(f"id,title,decision,why\n{words.format(plan=plan)},,close,Not needed\n")
    options = ("carry", plan, "--into", "next", "--as-of", "2025-12-31")
    page = json.loads(tcplan(*options, "--decisions", "decided.csv", "--format", "json", cwd=here).stdout)
    assert [one["id"] for one in page["actions"] if one["outcome"] == "closed"] == ["1.20"]
    assert {one["id"] for one in page["actions"] if one["outcome"] == "carried"} == {"1.2", "2.0"}


@pytest.mark.parametrize("id_", ["phase-0/1.20", "01/01/2002", "pillar 1.20"])
def test_an_id_of_another_plan_is_refused(here: Path, id_: str) -> None:
    """With the one that has the title."""
    (here / "plans/eastmoor/phase-1.yaml").write_text(NUMBERED)
    (here / "decided.csv").write_text(f"id,title,decision,why\n{id_},Second,drop,y\n")
    result = tcplan("carry", "phase-1", "--into", "phase-2", "--decisions", "decided.csv", cwd=here)
    assert result.returncode == 2
    assert f"`{id_}` is not an unfinished action of the plan" in result.stderr
    assert "write `1.2` as the id: a spreadsheet makes 1.2 of 1.20, or a date" in result.stderr


def test_actions_that_a_table_does_not_have_are_said(here: Path) -> None:
    """They are carried, which nobody decided."""
    (here / "decided.csv").write_text("id,decision,why\n2.2.7,close,A guide exists\n2.2.8,drop,Nobody reads posters\n")
    options = ("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", "--decisions", "decided.csv")
    assert "2.2.1, 2.2.3 are not in decided.csv, so they are carried" in tcplan(*options, cwd=here).stderr


def test_a_table_and_decisions_do_not_go_together(here: Path) -> None:
    """The table is printed to be filled in."""
    (here / "decided.csv").write_text("id,decision\n")
    options = ("--decisions", "decided.csv", "--dry-run", "--format", "csv")
    result = tcplan("carry", "phase-1", "--into", "phase-2", *options, cwd=here)
    assert (result.returncode, "does not use decided.csv" in result.stderr) == (2, True)


RELATIVE = """kind: plan
format: 1
title: Phase one
period: {start: 2024-01, end: 2026-12}
measures:
  - {id: m, title: A count, targets: {12 months: 3, 30 months: 7, end: 10, 2028: 20}}
actions:
  - {id: 1, title: Ended, updates: [{date: 2024-06, rag: blue}]}
  - {id: 2, title: First, start: year 3, due: [30 months, end], measured_by: m}
  - {id: 3, title: Second, start: 2026-03, depends_on: [phase-1/2, eastmoor/phase-1/1], related: eastmoor/phase-1/2}
  - {id: 4, title: Third, start: 12 months, due: ongoing, depends_on: [3, 1]}
"""


def test_what_counts_from_the_old_plan_becomes_a_date(here: Path) -> None:
    """A start, a due date and a target; those that have passed when the next plan begins are left out."""
    (here / "plans/eastmoor/phase-1.yaml").write_text(RELATIVE)
    plan = carried(here, "--start", "2026-01", "--end", "2028-12")
    first, second, third = plan["actions"]
    assert (first["start"], first["due"]) == ("2026-01-01", ["2026-06-30", "2026-12-31"])
    assert (second["start"], "start" in third) == ("2026-03", False)
    assert plan["measures"][0]["targets"] == {"2026-06-30": "7", "2026-12-31": "10", "2028": "20"}


def test_references_with_the_name_of_the_plan_are_mapped_too(here: Path) -> None:
    """And it says where an action depended on work that has ended, which the next plan does not name."""
    (here / "plans/eastmoor/phase-1.yaml").write_text(RELATIVE)
    options = ("--start", "2026-01", "--end", "2028-12", "--as-of", "2025-12-31")
    result = tcplan("carry", "phase-1", "--into", "phase-2", *options, cwd=here)
    plan = read_by_pyyaml((here / "plans/eastmoor/phase-2.yaml").read_text())
    _, second, third = plan["actions"]
    assert (second["depends_on"], second["related"], third["depends_on"]) == ("1", "1", "2")
    assert "phase-2/2 does not say that it depends on phase-1/1, which has ended" in result.stderr
    assert "phase-2/3 does not say that it depends on phase-1/1, which has ended" in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("phase-9", "`phase-9` is not a plan here\nhelp: the plan is phase-1"),
        ("nonsense", "`nonsense` is not a plan here\nhelp: the plan is phase-1"),
        ("9.9.9", "`9.9.9` is not a plan here"),
        ("2.2.1", "`2.2.1` is action 2.2.1, not a plan\nhelp: the plan is phase-1"),
        ("stage-3", "`stage-3` is a submission, not a plan"),
        ("plans/eastmoor/stage-3.yaml", "stage-3.yaml` is a submission, not a plan"),
        ("plans/eastmoor/institution.yaml", "institution.yaml` is not a plan"),
        ("plans/eastmoor/phase-9.yaml", "is not a plan here"),
    ],
)
def test_what_is_not_a_plan_is_refused_with_the_plans_there_are(here: Path, words: str, message: str) -> None:
    """PLAN is asked for."""
    submission = "kind: submission\nformat: 1\nform: stage3\n"
    (here / "plans/eastmoor/stage-3.yaml").write_text(submission)
    (here / "plans/eastmoor/institution.yaml").write_text("kind: institution\nformat: 1\nname: Eastmoor\n")
    result = tcplan("carry", words, "--into", "phase-2", cwd=here)
    assert result.returncode == 2
    assert message in result.stderr


@pytest.mark.parametrize("words", ["phase-0", "plans/eastmoor/phase-0.yaml"])
def test_a_plan_that_cannot_be_read_is_said_with_its_line(here: Path, words: str) -> None:
    """However it is named."""
    (here / "plans/eastmoor/phase-0.yaml").write_text("kind: plan\nformat: 1\ntitle: X\n  a: [\n")
    result = tcplan("carry", words, "--into", "phase-2", cwd=here)
    assert result.returncode == 5
    assert "phase-0.yaml:4: this file cannot be read" in result.stderr


@pytest.mark.parametrize("words", ["plans/eastmoor/phase-1.yaml", "./plans/eastmoor/phase-1.yaml", "eastmoor/phase-1"])
def test_a_plan_may_be_named_by_its_file(here: Path, words: str) -> None:
    """As every other command takes it."""
    result = tcplan("carry", words, "--into", "phase-2", "--as-of", "2025-12-31", cwd=here)
    assert result.returncode == 0, result.stderr
    assert (here / "plans/eastmoor/phase-2.yaml").exists()


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (("phase-1", "--into", "phase-1"), 5, "phase-1 is there already"),
        (("phase-1", "--into", "../x"), 2, "is not a name for a plan"),
        (("phase-7", "--into", "phase-8"), 2, "phase-7"),
        (("2.2.1", "--into", "phase-2"), 2, "not a plan"),
        (("phase-1", "--into", "phase-2", "--start", "soon"), 2, "--start"),
        (("phase-1", "--into", "phase-2", "--start", "2026-01", "--end", "2025-01"), 2, "before it begins"),
        (("phase-1", "--into", "phase-2", "--format", "csv"), 2, "add --dry-run"),
    ],
)
def test_what_cannot_be_carried_is_refused(here: Path, options: tuple[str, ...], code: int, message: str) -> None:
    """With what to do."""
    result = tcplan("carry", *options, cwd=here)
    assert (result.returncode, message in result.stderr) == (code, True), result.stderr


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-01-15, end: 2026-12-15", {"start": "2026-12-16", "end": "2029-11-15"}),
        ("2024-01, end: 2026-06", {"start": "2026-07", "end": "2028-12"}),
        ("2023-08, end: 2026-07", {"start": "2026-08", "end": "2029-07"}),
        ("2024-03-15, end: 2026-03-14", {"start": "2026-03-15", "end": "2028-03-14"}),
    ],
)
def test_the_next_plan_begins_the_day_after(here: Path, period: str, expected: dict[str, str]) -> None:
    """Also in the middle of a month, where a month would not say it."""
    file = here / "plans/eastmoor/phase-1.yaml"
    file.write_text(PLAN.replace("2023-01, end: 2025-12", period))
    assert carried(here)["period"] == expected


def test_a_next_plan_with_an_error_is_not_written(here: Path) -> None:
    """A circle of dependencies would be carried with its actions; the finding is shown as it would be."""
    file = here / "plans/eastmoor/phase-1.yaml"
    file.write_text(PLAN.replace("    related: [2.2.3, phase-0/1]\n", "    depends_on: 2.2.3\n"))
    result = tcplan("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", cwd=here)
    assert result.returncode == 5
    assert "would put an error in plans/eastmoor/phase-2.yaml" in result.stderr
    assert not (here / "plans/eastmoor/phase-2.yaml").exists()


def test_a_plan_with_errors_is_not_carried(here: Path) -> None:
    """What it holds is not certain."""
    file = here / "plans/eastmoor/phase-1.yaml"
    file.write_text(PLAN.replace("rag: amber", "rag: purple"))
    result = tcplan("carry", "phase-1", "--into", "phase-2", cwd=here)
    assert result.returncode == 5
    assert "has errors" in result.stderr


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
def test_at_a_terminal_each_unfinished_action_is_asked_about(here: Path) -> None:
    """Enter carries it; the others ask for what they need; nothing is written before the last yes."""
    terminal = Terminal("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", cwd=here)
    for keys in ("e\n", "Pay all fees\n", "\n", "c\n", "A guide exists\n", "d\n", "\n", "Nobody reads\n"):
        terminal.type(keys)
    terminal.see("> ")
    assert not (here / "plans/eastmoor/phase-2.yaml").exists()
    terminal.press("y\n")
    assert terminal.end() == 0
    plan = read_by_pyyaml((here / "plans/eastmoor/phase-2.yaml").read_text())
    assert [one["title"] for one in plan["actions"]] == ["Pay all fees", "Train mentors"]
    assert "4 actions are unfinished. What becomes of each?" in terminal.shown
    assert [number for number in range(1, 5) if f"\n{number} of 4: " in terminal.shown] == [1, 2, 3, 4]


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
@pytest.mark.parametrize(
    ("keys", "titles", "closed"),
    [
        (("d", "Nobody", "b", "", "", "", ""), 4, 0),
        (("", "", "", "back", "d", "Nobody", ""), 3, 0),
        (("b", "", "", "", ""), 4, 0),
        (("c", "back", "", "", "", ""), 4, 0),
        (("e", "b", "c", "Too dear", "", "", ""), 3, 1),
        (("", "", "c", "Too dear", "b", "b", "", "", ""), 4, 0),
    ],
)
def test_an_answer_can_be_given_again(here: Path, keys: tuple[str, ...], titles: int, closed: int) -> None:
    """Back from the next question, or from a further one about the same action: only the last answer counts."""
    terminal = Terminal("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", cwd=here)
    for line in (*keys, "y"):
        terminal.type(f"{line}\n")
    assert terminal.end() == 0
    plan = read_by_pyyaml((here / "plans/eastmoor/phase-2.yaml").read_text())
    assert len(plan["actions"]) == titles
    assert (here / "plans/eastmoor/phase-1.yaml").read_text().count("Too dear") == closed


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
@pytest.mark.parametrize(
    ("last", "is_written"),
    [(["\n"], True), (["yes\n"], True), (["x\n", "\n"], True), (["n\n"], False), (["q\n"], False), (["\x04"], False)],
)
def test_the_answers_are_not_lost_by_enter(here: Path, last: list[str], *, is_written: bool) -> None:
    """Only a no, q or the end of the input leaves them; then it says that nothing was written."""
    terminal = Terminal("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", cwd=here)
    for keys in ("\n", "\n", "\n", "\n", *last):
        terminal.type(keys)
    assert terminal.end() == 0
    assert (here / "plans/eastmoor/phase-2.yaml").exists() is is_written
    assert ("Nothing was written." in terminal.shown) is not is_written


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
def test_stopping_at_a_question_says_that_nothing_was_written(here: Path) -> None:
    """And writes nothing."""
    terminal = Terminal("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", cwd=here)
    for keys in ("\n", "c\n", "q\n"):
        terminal.type(keys)
    assert terminal.end() == 0
    assert terminal.shown.endswith("Nothing was written.\n")
    assert not (here / "plans/eastmoor/phase-2.yaml").exists()


def test_the_example_plan_goes_on_without_errors(tmp_path: Path) -> None:
    """Each of its actions once."""
    folder = tmp_path / "plans" / "northmoor"
    folder.mkdir(parents=True)
    for file in (EXAMPLES / "plans" / "northmoor").glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    close_off(tmp_path)
    page = json.loads(
        tcplan(
            "carry", "phase-3", "--into", "phase-4", "--as-of", "2026-11-28", "--format", "json", cwd=tmp_path
        ).stdout
    )
    assert len({one["id"] for one in page["actions"]}) == len(page["actions"]) == 27
    checked = tcplan("validate", "plans/northmoor/phase-4.yaml", "--as-of", "2027-01-31", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
