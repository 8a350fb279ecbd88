"""`tcplan report --questions DIR --each`: a file for everybody who owes a report, with the text of an e-mail."""

import shlex
from pathlib import Path

import pytest
import yaml
from edits.verbs import workspace
from status.owing import data_of
from support import tcplan, write

DAY = ("--date", "2026-06-30")
EACH = ("report", "--questions", "june", "--each", *DAY)
HEAD = "kind: plan\nformat: 1\ntitle: Plan\nperiod: {start: 2024-01, end: 2027-12}\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A copy of the example workspace."""
    return workspace(tmp_path)


def refs(file: Path) -> list[str]:
    """The actions that a file asks about."""
    data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (it loads nothing but texts)
    return [one["ref"] for one in data["reports"]]


def plan_of(*people: str) -> str:
    """A plan with an action for each; all of them owe a report."""
    actions = (f"  - {{id: {number}, title: T{number}, {keys}}}\n" for number, keys in enumerate(people, 1))
    return f"{HEAD}actions:\n{''.join(actions)}"


def test_everybody_who_owes_a_report_gets_a_file_of_their_own(here: Path) -> None:
    """With the actions that `tcplan owners` says they owe a report on."""
    run = tcplan(*EACH, cwd=here)
    assert (run.returncode, run.stderr) == (0, "")
    (plan,) = data_of("owners", here, "--as-of", "2026-06-30")["plans"]
    owed = {one["name"]: one["owes_report"] for one in plan["owners"] if one["owes_report"]}
    made = {yaml.safe_load(file.read_text("utf-8"))["by"]: refs(file) for file in (here / "june").glob("*.yaml")}
    assert made == owed
    assert len(made) == 8
    for name, ids in owed.items():
        assert f"  {name}, {len(ids)} action" in run.stdout
    assert "\nNothing to answer: Apprenticeships Team, Estates, Library, Planning and Insight, Research" in run.stdout


LETTER = ("--reply-by", "2026-06-30", "--from", "A role, Technical Services")


def filled(here: Path, *stems: str) -> None:
    """Questions for everybody, of which some have been answered with a colour."""
    tcplan(*EACH, *LETTER, cwd=here)
    for stem in stems:
        file = here / f"june/{stem}.yaml"
        file.write_text(file.read_text("utf-8").replace("    rag:\n", "    rag: green\n"), "utf-8")


def test_a_letter_says_by_when_and_to_whom_to_reply(here: Path) -> None:
    """And so does the head of the file, which goes back and is not entered by those who fill it in."""
    filled(here)
    letters = [*(here / "june").glob("*-email.txt")]
    assert len(letters) == 8
    for letter in letters:
        text = letter.read_text("utf-8")
        assert "\nPlease send it back by Tuesday 30 June 2026.\n" in text
        assert text.endswith("\nThank you.\n\nA role, Technical Services\n")
        questions = letter.with_name(letter.name.replace("-email.txt", ".yaml")).read_text("utf-8")
        head = " ".join(questions.partition("kind:")[0].replace("#", "").split())
        assert "send it back to A role, Technical Services by Tuesday 30 June 2026. The plan lead then runs:" in head


@pytest.mark.parametrize("words", ["30 June 2026", "2026-06-30", "2026-06"])
def test_one_file_of_questions_says_it_too(here: Path, words: str) -> None:
    """With the day in any form."""
    asked = ("report", "--lead", "HROD", "--questions", "-", *DAY, "--reply-by", words)
    head = " ".join(tcplan(*asked, cwd=here).stdout.partition("kind:")[0].replace("#", "").split())
    assert "send it back by Tuesday 30 June 2026." in head


@pytest.mark.parametrize("option", [("--reply-by", "2026-06-30"), ("--from", "A role")])
@pytest.mark.parametrize("other", [(), ("--answers", "june")])
def test_a_letter_needs_questions(here: Path, option: tuple[str, str], other: tuple[str, ...]) -> None:
    """An option that would do nothing is refused."""
    run = tcplan("report", *option, *other, cwd=here)
    assert run.returncode == 2
    assert f"{option[0]} goes with --questions" in run.stderr


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_folder_of_answers_is_entered_at_once(here: Path, dry: tuple[str, ...]) -> None:
    """And it is said who has answered, who has not, and what is still owed: as many as `due` says after it."""
    filled(here, "hrod", "communications")
    plan = here / "plans/northmoor/phase-3.yaml"
    before = plan.read_text("utf-8")
    run = tcplan("report", "--answers", "june", *dry, cwd=here)
    assert (run.returncode, run.stderr) == (0, "")
    assert "\nAnswered: Communications (1 report), HROD (1 report)\n" in run.stdout
    assert "\nNot answered: Executive Deans (june/executive-deans.yaml), TC Lead (june/tc-lead.yaml), " in run.stdout
    assert (plan.read_text("utf-8") == before) is bool(dry)
    owed = run.stdout.partition("\nStill owed on 2026-06-30: ")[2].strip().split("; ")
    tcplan("report", "--answers", "june", cwd=here)
    (page,) = data_of("due", here, "--as-of", DAY[1], "--kind", "report")["plans"]
    assert sorted(one.split(" ")[0] for one in owed) == sorted(one["id"] for one in page["items"] if one["late"])


def test_the_same_answers_are_entered_once(here: Path) -> None:
    """A folder can be read again whenever a file has come back."""
    filled(here, "hrod")
    tcplan("report", "--answers", "june", cwd=here)
    plan = here / "plans/northmoor/phase-3.yaml"
    before = plan.read_text("utf-8")
    run = tcplan("report", "--answers", "june/hrod.yaml", "--answers", "june", cwd=here)
    assert run.returncode == 0, run.stderr
    assert plan.read_text("utf-8") == before


def test_what_was_left_empty_in_a_file_is_named(here: Path) -> None:
    """By action and person."""
    filled(here)
    file = here / "june/technical-managers-forum.yaml"
    file.write_text(file.read_text("utf-8").replace("    rag:\n", "    rag: green\n", 1), "utf-8")
    run = tcplan("report", "--answers", "june", cwd=here)
    empty = refs(file)[1:]
    assert f"\nLeft empty: {', '.join(empty)} (Technical Managers Forum)\n" in run.stdout


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("bad.yaml", "kind: answers\nformat: 1\nreports:\n  - {ref: 9.9.9, rag: green}\n", "`9.9.9` does not exist"),
        ("bad.yaml", "kind: answers\nreports: [\n", "june/bad.yaml"),
        ("bad.txt", "Dear all\n", "june/bad.txt"),
    ],
)
def test_nothing_of_a_folder_is_entered_if_one_file_has_an_error(here: Path, name: str, text: str, says: str) -> None:
    """It is named, with its line."""
    filled(here, "hrod")
    (here / "june" / name).write_text(text, "utf-8")
    before = (here / "plans/northmoor/phase-3.yaml").read_bytes()
    run = tcplan("report", "--answers", "june", cwd=here)
    assert run.returncode == 5
    assert says in run.stderr
    assert f"june/{name}: this file has errors; nothing was written" in run.stderr
    assert (here / "plans/northmoor/phase-3.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--answers", "empty"), 3, "no file in this folder has a name that ends in .yaml"),
        (("--answers", "june", "--answers", "-"), 2, "standard input cannot be read together with files"),
        (("--answers", "june", "--answers", "july.yaml"), 3, "july.yaml"),
    ],
)
def test_what_is_no_file_of_answers_is_told(here: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    """Before anything is written."""
    filled(here, "hrod")
    (here / "empty").mkdir()
    (here / "empty/x-email.txt").write_text("Dear\n", "utf-8")
    run = tcplan("report", *arguments, cwd=here)
    assert run.returncode == code
    assert says in run.stderr


def test_each_has_the_text_of_an_e_mail(here: Path) -> None:
    """What is asked, about what, who else is asked, and how to answer."""
    tcplan(*EACH, cwd=here)
    assert (here / "june/executive-deans-email.txt").read_text("utf-8") == (
        "Subject: Technician Commitment action plan 2024 to 2026: 1 report by Executive Deans\n"
        "\n"
        "Dear Executive Deans,\n"
        "\n"
        "We are collecting the reports on our action plan (Technician Commitment\n"
        "action plan 2024 to 2026, Northmoor University) as of 2026-06-30. Could you\n"
        "tell us how this action is going?\n"
        "\n"
        "- 4.1.3 Name cover for each post that only one person can do (due:\n"
        "  2026-03-31, overdue by 91 days; no report yet; also asked: Technical\n"
        "  Managers Forum)\n"
        "\n"
        "Please open the attached file executive-deans.yaml in Notepad or any other\n"
        "text editor, not in Word, write your answers after the colons, save it and\n"
        "send it back. The top of the file says how. Leave empty what you cannot\n"
        "answer. If nothing has happened, that is a report too.\n"
        "\n"
        "If somebody else should report on it, please tell us who.\n"
        "\n"
        "Thank you.\n"
    )


def test_a_file_that_comes_back_is_read_by_the_command_that_is_printed(here: Path) -> None:
    """From where it was printed; then that person owes nothing any more."""
    run = tcplan(*EACH, cwd=here)
    command = shlex.split(run.stdout.splitlines()[-1].partition(": ")[2])
    file = here / "june/communications.yaml"
    file.write_text(file.read_text("utf-8").replace("rag:\n", "rag: green\n", 1), "utf-8")
    assert command[-1] == "june/communications.yaml"
    assert tcplan(*command[1:], cwd=here).returncode == 0
    assert "No report is owed by Communications" in tcplan("report", "--lead", "Communications", *DAY, cwd=here).stdout


@pytest.mark.parametrize("there", ["hrod.yaml", "university-secretary-email.txt"])
def test_nothing_that_is_there_is_replaced(here: Path, there: str) -> None:
    """Then none of the files is written."""
    (here / "june").mkdir()
    (here / "june" / there).write_text("Mine.\n", "utf-8")
    run = tcplan(*EACH, cwd=here)
    assert (run.returncode, run.stdout) == (5, "")
    assert f"june/{there} already exists; nothing was written" in run.stderr
    assert [file.name for file in (here / "june").iterdir()] == [there]
    assert (here / "june" / there).read_text("utf-8") == "Mine.\n"


def test_what_cannot_be_written_leaves_nothing(here: Path) -> None:
    """Where the folder would be, there is a file."""
    (here / "june").write_text("Mine.\n", "utf-8")
    before = sorted(here.rglob("*"))
    run = tcplan(*EACH, cwd=here)
    assert (run.returncode, run.stdout) == (5, "")
    assert sorted(here.rglob("*")) == before


def test_a_dry_run_writes_nothing(here: Path) -> None:
    """It says what it would write."""
    run = tcplan(*EACH, "--dry-run", cwd=here)
    assert run.stdout.startswith("would write 8 files of questions to june/")
    assert not (here / "june").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--each",),
        ("--each", "--answers", "x.yaml"),
        ("--each", "--questions", "june", "--lead", "HROD"),
        ("--each", "--questions", "june", "--by", "HROD"),
        ("--each", "--questions", "june.yaml"),
        ("--each", "--questions", "-"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(here: Path, arguments: tuple[str, ...]) -> None:
    """With what to write instead; nothing is written."""
    before = sorted(here.rglob("*"))
    run = tcplan("report", *arguments, *DAY, cwd=here)
    assert (run.returncode, run.stdout) == (2, "")
    assert "--each" in run.stderr
    assert "\nhelp: " in run.stderr
    assert sorted(here.rglob("*")) == before


def test_names_become_names_of_files_on_every_system(tmp_path: Path) -> None:
    """No two people share a file, also where capitals make no difference, and no name is one that Windows refuses."""
    long = "The Committee of " + "Very " * 60 + "Long Names"
    names = ["HR & OD", "HR/OD", "Hr Od!", "École", "人事部", "施設部", "Con", "nul", "../../x", long]
    write(tmp_path, phase_1=plan_of(*(f'lead: "{name}"' for name in names)))
    run = tcplan(*EACH, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    files = [file.name for file in (tmp_path / "june").iterdir()]
    assert len({name.lower() for name in files}) == 2 * len(names)
    made = {"hr-od.yaml", "hr-od-2.yaml", "hr-od-3.yaml", "ecole.yaml", "owner.yaml", "owner-2.yaml", "x.yaml"}
    assert {*made, "owner-con.yaml", "owner-nul.yaml"} <= set(files)
    assert max(map(len, files)) < 80
    asked = [ref for file in (tmp_path / "june").glob("*.yaml") for ref in refs(file)]
    assert sorted(asked, key=int) == [str(number) for number in range(1, len(names) + 1)]


def test_what_nobody_is_asked_about_is_said(tmp_path: Path) -> None:
    """Also where that is all there is; then there is nothing to write."""
    write(tmp_path, phase_1=plan_of("lead: tbc", "owners: HR"))
    assert "Nobody is asked about 1: name a lead or an owner in the plan\n" in tcplan(*EACH, cwd=tmp_path).stdout
    write(tmp_path / "other", phase_1=plan_of("lead: tbc"))
    run = tcplan(*EACH, cwd=tmp_path / "other")
    assert run.stdout == "Nobody is asked about 1: name a lead or an owner in the plan\n"
    assert not (tmp_path / "other/june").exists()


def test_with_all_everybody_is_asked_about_every_open_action(here: Path) -> None:
    """Not only about what is owed."""
    tcplan(*EACH, "--all", cwd=here)
    assert refs(here / "june/library.yaml") == ["2.2.2"]
    assert refs(here / "june/hrod.yaml") == ["2.1.1", "2.1.2", "3.1.2", "3.2.1", "5.1.2"]


def test_where_nothing_is_owed_nothing_is_written(here: Path) -> None:
    """That is said kindly, with the next day on which something is."""
    run = tcplan("report", "--questions", "june", "--each", "--date", "2024-02-01", cwd=here)
    assert run.stdout.startswith("No report is owed on 2024-02-01. Thank you.\nThe next one is due by ")
    assert not (here / "june").exists()


def test_files_that_would_be_too_much_are_refused(tmp_path: Path) -> None:
    """Where thousands share an action, each of their files would name all the others."""
    people = ", ".join(f"Office of the technician number {number}" for number in range(3000))
    write(tmp_path, phase_1=plan_of(f"owners: [{people}]"))
    run = tcplan(*EACH, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (5, "")
    assert "the files would have more than 20,000,000 characters; nothing was written" in run.stderr
    assert not (tmp_path / "june").exists()


def test_an_action_of_many_is_asked_of_each_of_them(tmp_path: Path) -> None:
    """The e-mail names a few of the others."""
    people = ", ".join(f"Office {number}" for number in range(10))
    write(tmp_path, phase_1=plan_of(f"owners: [{people}]"))
    tcplan(*EACH, cwd=tmp_path)
    text = " ".join((tmp_path / "june/office-0-email.txt").read_text("utf-8").split())
    assert "also asked: Office 1, Office 2, Office 3, Office 4, Office 5, Office 6, 3 more)" in text


def test_spellings_of_one_name_are_one_person(tmp_path: Path) -> None:
    """Who gets one file, is not asked along with themselves, and has something to answer."""
    write(tmp_path, phase_1=plan_of("owners: [Library, hr]", "lead: HR", 'owners: ["Hr ", LIBRARY]'))
    run = tcplan(*EACH, cwd=tmp_path)
    assert sorted(file.name for file in (tmp_path / "june").glob("*.yaml")) == ["hr.yaml", "library.yaml"]
    assert "Nothing to answer" not in run.stdout
    assert refs(tmp_path / "june/hr.yaml") == ["1", "2", "3"]
    text = " ".join((tmp_path / "june/hr-email.txt").read_text("utf-8").split())
    assert (text.count("also asked: Library)"), text.count("also asked: LIBRARY)")) == (1, 1)


def test_a_folder_without_the_option_is_told_about_it(here: Path) -> None:
    """Somebody who names a folder means files for everybody."""
    run = tcplan("report", "--questions", "june", *DAY, cwd=here)
    assert run.returncode == 2
    assert "or add --each, to write a file for everybody into a folder of this name" in run.stderr
