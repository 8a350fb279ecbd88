"""`tcplan import`: what is written and where, what is shown, and what is never done."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from support import close_off, tcplan

PLAN = """\
Action plan 2025-2027,,,,
Ref,Action,Lead,Timescale,RAG
1.1,Publish a page for technicians,HR,Dec 2025,Green
1.2,Meet once a term,Library,12 months,Amber
1.3,Count the technicians,HR,End of November 2026,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with a document beside it."""
    (tmp_path / "plan.csv").write_text(PLAN, "utf-8")
    made = tmp_path / "w"
    made.mkdir()
    close_off(made)
    return made


def files_in(folder: Path) -> dict[str, bytes]:
    """All visible files of a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".git" not in file.parts and ".tcplan" not in file.parts
    }


def run_json(folder: Path, *options: str) -> Any:
    """The page of an import as data, of a run that ends well."""
    run = tcplan("import", "../plan.csv", "--format", "json", *options, cwd=folder)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_an_empty_folder_becomes_a_workspace_with_the_plan(folder: Path) -> None:
    """It has what `init` makes, without the example plan; `validate` finds no error in it."""
    run = tcplan("import", "../plan.csv", cwd=folder)
    assert run.returncode == 0, run.stderr
    assert set(files_in(folder)) == {
        "tcplan.toml",
        "plans/our-university/institution.yaml",
        "plans/our-university/plan-2025.yaml",
    }
    assert "wrote plans/our-university/plan-2025.yaml" in run.stdout
    assert tcplan("validate", "--fail-on", "error", cwd=folder).returncode == 0


def test_the_file_is_in_the_house_style_and_known_to_editors(folder: Path) -> None:
    """`fmt` has nothing to do; the words that a date was read from stay beside it."""
    tcplan("import", "../plan.csv", cwd=folder)
    text = (folder / "plans/our-university/plan-2025.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../.tcplan/schemas/plan.json\n")
    assert "due: 2026-11  # End of November 2026\n" in text
    assert tcplan("fmt", "--check", cwd=folder).returncode == 0


def test_a_plan_goes_to_the_institution_of_a_workspace(folder: Path) -> None:
    """Nothing that is there is changed, but for suggestions at the end of the institution's file."""
    tcplan("init", "u", cwd=folder)
    before = files_in(folder)
    run = tcplan("import", "../plan.csv", "--into", "u", "--name", "phase-2", cwd=folder)
    assert run.returncode == 0, run.stderr
    after = files_in(folder)
    assert set(after) - set(before) == {"u/plans/our-university/phase-2.yaml"}
    changed = {name for name, data in before.items() if after[name] != data}
    assert changed == {"u/plans/our-university/institution.yaml"}
    institution = "u/plans/our-university/institution.yaml"
    assert after[institution].startswith(before[institution])
    assert b"#   - name: Library\n" in after[institution][len(before[institution]) :]
    assert b"name: HR" not in after[institution][len(before[institution]) :]  # the glossary has it


def test_a_second_look_shows_what_changed_and_writes_nothing(folder: Path) -> None:
    """It exits with 5 and prints the way to a second file, which works as printed."""
    tcplan("import", "../plan.csv", cwd=folder)
    before = files_in(folder)
    (folder.parent / "plan.csv").write_text(PLAN.replace("12 months", "24 months"), "utf-8")
    run = tcplan("import", "../plan.csv", cwd=folder)
    assert run.returncode == 5
    assert "-    due: 12 months" in run.stdout
    assert "+    due: 24 months" in run.stdout
    assert "plan-2025.yaml is there already; nothing was written" in run.stderr
    assert files_in(folder) == before
    again = run.stderr.rpartition("tcplan import ")[2].strip().split()
    assert tcplan("import", *again, cwd=folder).returncode == 0


def test_the_same_document_again_has_nothing_to_say(folder: Path) -> None:
    """The file is there and says the same."""
    tcplan("import", "../plan.csv", cwd=folder)
    run = tcplan("import", "../plan.csv", cwd=folder)
    assert run.returncode == 5
    assert "says the same; nothing was written" in run.stderr


def test_a_newer_copy_is_known_by_its_title_whatever_its_file_is_called(folder: Path) -> None:
    """A plan that was renamed after the import is still the plan of this document."""
    tcplan("import", "../plan.csv", cwd=folder)
    file = folder / "plans/our-university/plan-2025.yaml"
    file.rename(file.with_name("phase-1.yaml"))
    run = tcplan("import", "../plan.csv", cwd=folder)
    assert run.returncode == 5
    assert "phase-1.yaml is there and says the same" in run.stderr


def test_a_dry_run_shows_all_and_writes_nothing(folder: Path) -> None:
    """The plan, the counts and the command that writes."""
    run = tcplan("import", "../plan.csv", "--dry-run", cwd=folder)
    assert run.returncode == 0
    assert files_in(folder) == {}
    assert "3 actions" in run.stdout
    assert "Nothing was written. To write: tcplan import ../plan.csv" in run.stdout


def test_json_keeps_to_its_schema_and_to_the_file(folder: Path) -> None:
    """`tcplan schema import` describes it; each action says where it comes from."""
    page = run_json(folder)
    schema = json.loads(tcplan("schema", "import").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(page, schema, cls=jsonschema.Draft202012Validator)
    (plan,) = page["plans"]
    assert page["wrote"] == ["tcplan.toml", "plans/our-university/institution.yaml", plan["file"]]
    written = YAML(typ="safe", pure=True).load((folder / plan["file"]).read_text("utf-8"))
    assert [action["id"] for action in plan["actions"]] == [str(one["id"]) for one in written["actions"]]
    last = plan["actions"][2]
    assert last["due"] == {"written": "End of November 2026", "read": "2026-11"}
    assert last["lead"] == "HR"
    assert last["source"] == "B5"
    assert page["fragments"]["total"] == page["fragments"]["placed"] + page["fragments"]["left_over"]


def test_colours_without_a_day_are_told_and_with_one_are_reports(folder: Path) -> None:
    """A report needs a day; without it the colour goes into `about`."""
    without = run_json(folder, "--dry-run")
    assert not any(action["updates"] for action in without["plans"][0]["actions"])
    assert any("--reviewed" in doubt["message"] for doubt in without["doubts"])
    reviewed = run_json(folder, "--dry-run", "--reviewed", "June 2026")
    assert [one["updates"][0]["rag"] for one in reviewed["plans"][0]["actions"][:2]] == ["green", "amber"]
    assert reviewed["plans"][0]["actions"][0]["updates"][0]["date"] == "2026-06"


def test_columns_are_named_by_an_option_or_by_the_settings(folder: Path) -> None:
    """`--map` answers odd columns, and is in the command that runs the import again."""
    (folder.parent / "plan.csv").write_text(PLAN.replace("Lead", "Zuständig"), "utf-8")
    mapped = run_json(folder, "--dry-run", "--map", "Zuständig=owners")
    assert mapped["plans"][0]["actions"][1]["owners"] == ["Library"]
    assert "Zuständig=owners" in mapped["command"]
    (folder / "tcplan.toml").write_text('columns = ["Zuständig=owners"]\n', "utf-8")
    settled = run_json(folder, "--dry-run")
    assert settled["plans"][0]["actions"][1]["owners"] == ["Library"]


@pytest.mark.parametrize("header", ["lead", "LEAD", " Lead ", "Leads", "Lead:"])
def test_a_named_column_is_known_however_it_is_typed(folder: Path, header: str) -> None:
    """As headers are compared everywhere."""
    assert run_json(folder, "--dry-run", "--map", f"{header}=owners")["plans"][0]["actions"][1]["owners"] == ["Library"]


def test_two_institutions_in_one_command_are_told(folder: Path) -> None:
    """Their plans stand in one folder, which may not be meant."""
    for name in ("Northmoor", "Eastmoor"):
        (folder.parent / f"{name}.csv").write_text(f"University of {name}: action plan,,\n{PLAN}", "utf-8")
    run = tcplan("import", "../Northmoor.csv", "../Eastmoor.csv", "--dry-run", "--format", "json", cwd=folder)
    told = [one["message"] for one in json.loads(run.stdout)["doubts"] if one["kind"] == "institution"]
    assert len(told) == 1
    assert "Eastmoor.csv names `University of Eastmoor`" in told[0]
    run = tcplan("import", "../Northmoor.csv", "--dry-run", "--format", "json", cwd=folder)
    assert not [one for one in json.loads(run.stdout)["doubts"] if one["kind"] == "institution"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--map", "Lead"], "does not say what a column holds"),
        (["--map", "Lead=onwers"], "did you mean `owners`?"),
        (["--map", "Leed=owners"], "no column is called `Leed`"),
        (["--map", "Leed=owners"], "did you mean `Lead`?"),
        (["--map", "Budget=resources"], "the columns are: "),
        (["--map", "Lead=owners", "--map", "Targets=due"], "no column is called `Targets`"),
        (["--name", "a/b"], "is not a name for a file"),
        (["--name", "a", "--name", "b"], "--name names 2 plans; there are 1"),
        (["--report", "check.txt"], "is no HTML file"),
        (["--reviewed", "soon"], "--reviewed"),
    ],
)
def test_wrong_options_are_told_before_anything_is_written(folder: Path, words: list[str], says: str) -> None:
    """Exit code 2."""
    run = tcplan("import", "../plan.csv", *words, cwd=folder)
    assert run.returncode == 2
    assert says in run.stderr
    assert files_in(folder) == {}


@pytest.mark.parametrize(
    "text", ["", "Dear all,\n\nthe plan will follow next week.\n", "Name,Telephone\nReception,01632 960001\n"]
)
def test_a_document_without_a_plan_is_told(folder: Path, text: str) -> None:
    """Exit code 3, and the way on."""
    (folder.parent / "plan.csv").write_text(text, "utf-8")
    run = tcplan("import", "../plan.csv", cwd=folder)
    assert run.returncode == 3
    assert run.stderr.startswith("tcplan: ")
    assert files_in(folder) == {}


def test_a_new_folder_is_not_part_of_what_is_around_it(folder: Path) -> None:
    """The folder above, with plans and whatever else in it, is neither read nor written to."""
    (folder / "notes.yaml").write_text("a: [\n", "utf-8")
    (folder / "plans").write_text("no folder\n", "utf-8")
    run = tcplan("import", "../plan.csv", "--into", "fresh/new", cwd=folder)
    assert run.returncode == 0, run.stderr
    assert (folder / "fresh/new/plans/our-university/plan-2025.yaml").exists()


def test_a_file_in_the_way_stops_all(folder: Path) -> None:
    """Exit code 5; not even the settings are written."""
    (folder / "plans").mkdir()
    (folder / "plans/our-university").write_text("a file\n", "utf-8")
    run = tcplan("import", "../plan.csv", cwd=folder)
    assert run.returncode == 5
    assert set(files_in(folder)) == {"plans/our-university"}


def test_several_institutions_are_a_question_of_which(folder: Path) -> None:
    """Exit code 2, with their names."""
    for name in ("a", "b"):
        (folder / f"plans/{name}").mkdir(parents=True)
        (folder / f"plans/{name}/institution.yaml").write_text(f"kind: institution\nformat: 1\nname: {name}\n", "utf-8")
    run = tcplan("import", "../plan.csv", cwd=folder)
    assert run.returncode == 2
    assert "plans/a" in run.stderr
    assert tcplan("import", "../plan.csv", "--into", "plans/b", cwd=folder).returncode == 0
    assert (folder / "plans/b/plan-2025.yaml").exists()


def test_the_report_never_replaces_the_document(folder: Path) -> None:
    """Whatever way leads to it."""
    page = folder.parent / "plan.html"
    page.write_text(f"<pre>{PLAN}</pre>", "utf-8")
    run = tcplan("import", "../plan.html", "--report", "../w/../plan.html", cwd=folder)
    assert run.returncode == 2
    assert "is the document itself" in run.stderr
    assert page.read_text("utf-8").startswith("<pre>")


def test_scripts_get_the_page_of_an_import_that_is_refused(folder: Path) -> None:
    """With what the document would change in the plan that is there."""
    tcplan("import", "../plan.csv", cwd=folder)
    (folder.parent / "plan.csv").write_text(PLAN.replace("12 months", "24 months"), "utf-8")
    run = tcplan("import", "../plan.csv", "--format", "json", cwd=folder)
    assert run.returncode == 5
    page = json.loads(run.stdout)
    assert (page["written"], page["plans"][0]["status"]) == (False, "changed")
    assert "+    due: 24 months" in page["plans"][0]["patch"]


def test_the_report_shows_document_and_plan_side_by_side(folder: Path) -> None:
    """One HTML file that needs nothing else; the hostile words of a document are text in it."""
    (folder.parent / "plan.csv").write_text(
        PLAN.replace("Meet once a term", "<script>alert(1)</script> meets"), "utf-8"
    )
    run = tcplan("import", "../plan.csv", "--report", "check.html", cwd=folder)
    assert run.returncode == 0, run.stderr
    page = (folder / "check.html").read_text("utf-8")
    assert "<script>" not in page
    assert "is read as" in page
    assert "End of November 2026" in page
    assert page.startswith("<!doctype html>")


def test_what_is_empty_is_told_for_each_action_and_what_is_the_same_is_one_line(folder: Path) -> None:
    """An owner or date that was missed shows at once, and the same words need no comparing."""
    document = folder.parent / "gaps.csv"
    document.write_text(
        "Ref,Action,Owner,Due,Success measure\n"
        "1.1,Review job descriptions,HR,June 2026,All are reviewed\n"
        "1.2,Publish a newsletter,,July 2026,Four issues\n"
        '1.3,Set up a mentoring scheme,Deans,,"Twenty pairs, which meet each month, and a report for the committee"\n',
        "utf-8",
    )
    run = tcplan("import", document, "--report", "check.html", cwd=folder)
    assert run.returncode == 0, run.stderr
    assert "Without an owner: 1.2" in run.stdout
    assert "Without a due date: 1.3" in run.stdout
    page = (folder / "check.html").read_text("utf-8")
    of_actions = page.split("<h3 ")[1:]
    assert [one.partition("Not in the plan:</strong> ")[2].partition("<")[0] for one in of_actions] == [
        "",
        "owner",
        "due date",
    ]
    assert all("title, owners" in one or "title, success" in one for one in of_actions)
    assert "<code>due</code> July 2026" in page


def test_doubts_that_are_alike_are_one_with_their_places(folder: Path) -> None:
    """A doubt that is met in many cells is read once; what differs stands beside each place."""
    document = folder.parent / "terms.csv"
    rows = [f"1.{number},Review job descriptions {number},HR,after phase {number}\n" for number in (1, 2, 3)]
    document.write_text("Ref,Action,Owner,Due date\n" + "".join(rows) + "1.4,Publish news,HR,June 2026\n", "utf-8")
    run = tcplan("import", document, "--report", "check.html", cwd=folder)
    words = " ".join(run.stdout.split())
    assert words.count("no date can be read from") == 1
    assert "the same in 2 more:" in words
    assert re.search(r"plan\.yaml:[0-9]+, 1\.2, ", words)
    assert "(`after phase 3`)" in words
    page = json.loads(tcplan("import", document, "--dry-run", "--format", "json", cwd=folder).stdout)
    assert [one["entry"] for one in page["doubts"] if one["kind"] == "date"] == ["1.1", "1.2", "1.3"]


def test_numbers_that_could_be_followed_are_offered_and_are_no_doubts(folder: Path) -> None:
    """They stand under a heading of their own, with the targets that a measure would have."""
    document = folder.parent / "numbers.csv"
    document.write_text(
        "Ref,Action,Owner,Due,Success measure\n1.1,Review jobs,HR,June 2026,40% of staff registered\n"
        "1.2,Publish news,HR,June 2026,Issues are read\n",
        "utf-8",
    )
    page = json.loads(tcplan("import", document, "--report", "check.html", "--format", "json", cwd=folder).stdout)
    assert [(one["entry"], one["targets"]) for one in page["offers"]] == [("1.1", "{2026-06: 40%}")]
    assert not any("measure" in one["kind"] for one in page["doubts"])
    assert "targets: {2026-06: 40%}" in (folder / "check.html").read_text("utf-8")


HEADER = "Ref,Action,Owner,Due,Priority\n"
KINDS = [
    ("a date", "1.1,Review jobs,HR,Late Autumn 2026,\n1.2,Publish news,HR,June 2026,\n", "due: 2026-11"),
    ("a date in about", "1.1,Review jobs,HR,after phase 2,\n1.2,Publish news,HR,June 2026,\n", "about:"),
    (
        "a priority",
        "1.1,Review jobs,HR,May 2026,Soon\n1.2,Publish,HR,May 2026,High\n1.3,Do,HR,May 2026,Low\n",
        "about:",
    ),
    ("an owner", "1.1,Review jobs,PVCR Exec Deans DEDS Sci,May 2026,\n1.2,Publish,Exec Deans,June 2026,\n", "owners:"),
    (
        "in a row",
        "1.1,Review jobs,Exec Deans HR,May 2026,\n1.2,Do,Exec Deans,May 2026,\n1.3,Do,HR,May 2026,\n",
        "owners:",
    ),
]


@pytest.mark.parametrize(("text", "begins"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_a_doubt_names_the_line_of_the_file_to_correct(folder: Path, text: str, begins: str) -> None:
    """That of the key that it is about; the terminal and the page say it too."""
    document = folder.parent / "plan.csv"
    document.write_text(HEADER + text, "utf-8")
    run = tcplan("import", document, "--report", "check.html", "--format", "json", cwd=folder)
    (doubt,) = [one for one in json.loads(run.stdout)["doubts"] if one["entry"] == "1.1"]
    lines = (folder / doubt["file"]).read_text("utf-8").splitlines()
    assert lines[doubt["line"] - 1].strip().startswith(begins)
    assert f":{doubt['line']}, 1.1, " in (folder / "check.html").read_text("utf-8")


def test_those_that_need_a_look_come_before_those_that_follow_a_rule(folder: Path) -> None:
    """With the same counts in the terminal, on the page and for scripts."""
    document = folder.parent / "plan.csv"
    rows = "".join(f"1.{at},Review jobs {at},Exec Deans HR,May 2026\n" for at in range(1, 5))
    document.write_text(f"Ref,Action,Owner,Due\n{rows}1.5,Do,Exec Deans,n/a\n1.6,Publish,HR,after phase 2\n", "utf-8")
    text = tcplan("import", document, "--dry-run", "--report", "check.html", cwd=folder).stdout
    page = (folder / "check.html").read_text("utf-8")
    doubts = json.loads(tcplan("import", document, "--dry-run", "--format", "json", cwd=folder).stdout)["doubts"]
    first = [one for one in doubts if one["kind"] not in ("owners-in-a-row", "empty")]
    by_rule = len(doubts) - len(first)
    assert (len(first) > 0, by_rule > 1) == (True, True)
    assert f"{len(first)} doubt" in text
    assert (
        text.index("no date can be read") < text.index(f"{by_rule} readings by a rule") < text.index("Exec Deans; HR")
    )
    assert f"<dd>{len(first)}, and {by_rule} read by a rule</dd>" in page
    assert page.index("Look at these first</h2>") < page.index("Read by a rule</h2>") < page.index("<h3")


def test_entries_of_a_list_stand_one_below_the_other_unless_the_document_has_them_so(folder: Path) -> None:
    """How owners were parted is what has to be checked, though the words are the same."""
    document = folder.parent / "plan.html"
    cells = ("Exec Deans HR", "HR, Exec Deans", "<p>HR</p><p>Exec Deans</p>", "HR", "Exec Deans")
    rows = "".join(f"<tr><td>1.{at}<td>Review jobs {at}<td>{who}<td>May 2026" for at, who in enumerate(cells, 1))
    document.write_text(f"<table><tr><th>Ref<th>Action<th>Owner<th>Due{rows}</table>", "utf-8")
    tcplan("import", document, "--report", "check.html", cwd=folder)
    checks = (folder / "check.html").read_text("utf-8").split("<h3")[1:]
    entries = [re.findall(r'<li dir="auto">([^<]*)</li>', one) for one in checks]
    assert entries == [["Exec Deans", "HR"], ["HR", "Exec Deans"], [], [], []]


def test_what_no_action_has_is_said_once(folder: Path) -> None:
    """And not beside each of sixty actions."""
    document = folder.parent / "plan.csv"
    document.write_text("Ref,Action,Success\n1.1,Review jobs,Pay is fair\n1.2,Publish news,It is read\n", "utf-8")
    tcplan("import", document, "--report", "check.html", cwd=folder)
    page = (folder / "check.html").read_text("utf-8")
    assert page.count("Not in the plan, in any action:</strong> owner, due date") == 1
    assert "Not in the plan:" not in page


@pytest.mark.parametrize(
    "words", ["as in action 1.7", "builds on action 1.7", "follows action 1.7", "in place of action 1.7", "with 1.7"]
)
def test_an_id_that_the_plan_lacks_may_have_been_lost_in_reading(folder: Path, words: str) -> None:
    """So what is left to finish does not only blame the words of the document."""
    document = folder.parent / "plan.csv"
    rows = f"1.1,Review jobs ({words}),HR,May 2026\n1.2,Publish news,HR,May 2026\n1.3,Publish more,HR,May 2026\n"
    document.write_text(f"Ref,Action,Owner,Due\n{rows}", "utf-8")
    page = json.loads(tcplan("import", document, "--dry-run", "--format", "json", cwd=folder).stdout)
    told = [one["help"] for one in page["unfinished"] if "1.7" in one["message"]]
    assert all(one.startswith("if the document has that entry, it was not read as one; else ") for one in told)
    assert bool(told) == ("with" not in words)


@pytest.mark.parametrize(
    ("title", "is_named"),
    [
        ("University of Northmoor action plan 2026-2028", True),
        ("Northmoor University Technician Commitment action plan", True),
        ("Technician Commitment action plan 2026-2028", False),
        ("", False),
        ("Our plan for technicians", False),
    ],
)
def test_an_institution_that_no_document_names_is_told(folder: Path, title: str, is_named: bool) -> None:  # noqa: FBT001 (a case)
    """With the line on which its name is written; it is asked about first."""
    document = folder.parent / "plan.html"
    rows = "<tr><th>Ref<th>Action<th>Owner<th>Due<tr><td>1.1<td>Review jobs<td>HR<td>May 2026"
    rows += "<tr><td>1.2<td>Publish news<td>HR<td>June 2026"
    document.write_text(f"<h1>{title}</h1><table>{rows}</table>", "utf-8")
    doubts = json.loads(tcplan("import", document, "--format", "json", cwd=folder).stdout)["doubts"]
    told = [one for one in doubts if one["kind"] == "institution"]
    assert bool(told) != is_named
    for one in told:
        assert (folder / one["file"]).read_text("utf-8").splitlines()[one["line"] - 1] == "name: Our University"
