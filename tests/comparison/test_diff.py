"""`tcplan diff`: two plans, or a plan then and now, in sentences that a committee understands."""

import json
from pathlib import Path

import jsonschema
import pytest
from repositories import commit, start_repository
from support import EXAMPLES, close_off, tcplan, write

OLD = """\
kind: plan
format: 1
title: A plan
period: {start: 2026-01, end: 2027-12}
measures:
  - {id: registered, title: Staff registered, targets: {end: 30%}, actual: {2026-01: 21%}}
pillars:
  - {id: 1, title: Careers}
  - {id: 2, title: Visibility}
actions:
  - id: 1.1
    title: Consult staff on the draft criteria of the pathway
    lead: HR
    owners: [HR, Estates]
    due: 2026-12
    updates:
      - {date: 2026-06-30, rag: amber, note: Late.}
  - {id: 1.2, title: Name a champion in each school}
  - {id: 1.3, title: Hold a yearly event}
  - {id: 1.4, title: Write a leaflet}
"""
NEW = """\
kind: plan
format: 1
title: A plan
period: {start: 2026-01, end: 2028-06}
measures:
  - {id: registered, title: Staff registered, targets: {end: 40%}, actual: {2026-01: 21%, 2026-06: 26%}}
pillars:
  - {id: 2, title: Visibility}
  - {id: 1, title: Careers}
actions:
  - {id: 1.4, title: Write a leaflet, under: 2}
  - {id: 2.1, title: Name a champion in each school}
  - id: 1.1
    title: Consult all staff on the final criteria of the pathway
    lead: DSO
    owners: [Library, HR]
    due: [2026-12, 2027-03]
    internal: Budget unclear.
    updates:
      - {date: 2026-06-30, rag: amber, note: Late.}
      - {date: 2026-12-10, rag: green, note: Held in three schools., by: HR}
  - {id: 1.3, title: Hold a yearly event, closed: {date: 2026-10-30, as: merged, into: 1.1, why: One event}}
  - {id: 1.5, title: Fund two secondments, lead: HR, due: 2027}
"""

SENTENCES = """\
The plan itself
  - period: end from 2027-12 to 2028-06

Action 1.4: Write a leaflet
  - moved from pillar 1 to pillar 2

Action 2.1: Name a champion in each school
  - it was action 1.2 before, which is likely but not certain: the titles are
    alike
  - moved from pillar 1 to pillar 2

Action 1.1: Consult all staff on the final criteria of the pathway
  - RAG from amber to green
  - title reworded: Consult [+ all] staff on the [draft → final] criteria of the
    pathway
  - lead from HR to DSO
  - owner added: Library
  - owner removed: Estates
  - due from 2026-12 to 2026-12, 2027-03
  - internal note added: Budget unclear.
  - report of 2026-12-10 added: green; “Held in three schools.”; reported by HR

Action 1.3: Hold a yearly event
  - closed on 2026-10-30 as merged into 1.1: reason “One event”

New action 1.5: Fund two secondments
  - lead: HR
  - due: 2027

Measure registered: Staff registered
  - target for end from 30% to 40%
  - reading of 2026-06 added: 26%
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with the old plan in its first commit, and the new one in the folder."""
    write(start_repository(tmp_path), phase_1=OLD)
    commit(tmp_path, "2026-06-30")
    return write(tmp_path, phase_1=NEW)


def test_what_differs_is_said_entry_by_entry_in_the_order_of_the_plan(folder: Path) -> None:
    """With who, when and which words, and what is only likely."""
    run = tcplan("diff", "--since", "HEAD", cwd=folder)
    assert run.returncode == 0, run.stderr
    assert run.stdout.partition("1 new, 1 closed, 5 changed\n\n")[2] == SENTENCES


def test_two_files_and_two_plans_by_name_say_the_same(folder: Path) -> None:
    """As a commit and today."""
    write(folder, phase_0=OLD)
    by_name = tcplan("diff", "phase-0", "phase-1", cwd=folder).stdout
    by_file = tcplan("diff", "plans/u/phase-0.yaml", "plans/u/phase-1.yaml", cwd=folder).stdout
    assert by_name == by_file
    assert SENTENCES in by_file


def test_two_commits_are_compared(folder: Path) -> None:
    """Whatever is in the folder now."""
    commit(folder, "2026-12-10")
    write(folder, phase_1=OLD)
    assert SENTENCES in tcplan("diff", "--since", "HEAD~1..HEAD", cwd=folder).stdout
    assert "Nothing differs" in tcplan("diff", "--since", "HEAD~1", cwd=folder).stdout


def test_the_exit_code_says_whether_anything_differs_if_it_is_asked_to(folder: Path) -> None:
    """Layout, order and short forms are no differences."""
    assert tcplan("diff", "--since", "HEAD", "--exit-code", cwd=folder).returncode == 1
    assert tcplan("diff", "--since", "HEAD", cwd=folder).returncode == 0
    write(folder, phase_1=OLD.replace("due: 2026-12", "due: [2026-12]  # checked"))
    assert tcplan("diff", "--since", "HEAD", "--exit-code", cwd=folder).returncode == 0


def test_markdown_holds_nothing_that_must_not_be_published(folder: Path) -> None:
    """No internal note at any depth, and no name of somebody who has not agreed; a note says that it is left out."""
    notes = NEW.replace("lead: DSO", "lead: Jane Smith").replace("by: HR}", "by: HR, internal: Restructure}")
    key = "{green: {means: on-track, internl: Budget, label: Fine}, red: {internl: Budget}}"
    notes = f"{notes}Internal: Budget\nrag: {key}\n"
    write(folder, phase_1=notes)
    run = tcplan("diff", "--since", "HEAD", "--format", "md", cwd=folder)
    assert "must not be published" in run.stderr
    for words in ("Budget", "Restructure", "internal", "Jane", "Smith"):
        assert words not in run.stdout
    assert "~~draft~~ **final**" in run.stdout
    assert "reading of 2026-06 added: 26%" in run.stdout
    assert "label Fine" in run.stdout
    text = tcplan("diff", "--since", "HEAD", cwd=folder).stdout
    assert "Restructure" in text
    assert "Jane Smith" in text


def test_json_fits_its_schema_and_holds_every_value(folder: Path) -> None:
    """For plans whose every key differs."""
    schema = json.loads(tcplan("schema", "diff").stdout)
    for arguments in (("--since", "HEAD"), ("phase-1", str(EXAMPLES / "plans/northmoor/phase-3.yaml"))):
        page = json.loads(tcplan("diff", *arguments, "--format", "json", cwd=folder).stdout)
        jsonschema.validate(page, schema)
        assert page["files"][0]["entries"]


def test_files_that_came_and_went_are_named(folder: Path) -> None:
    """A plan that was not there has nothing to be compared with."""
    commit(folder, "2026-12-10")
    (folder / "plans/u/phase-1.yaml").unlink()
    write(folder, phase_2=SECOND)
    text = tcplan("diff", "--since", "HEAD", cwd=folder).stdout
    assert "plans/u/phase-1.yaml (removed)" in text
    assert "plans/u/phase-2.yaml (a new file)" in text


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        pytest.param(NEW, "", id="the same"),
        pytest.param(NEW.replace("Write a leaflet", "Write a book"), "Action 1.4", id="another title"),
        pytest.param(NEW + "about: An introduction\n", "The plan itself", id="a text more"),
    ],
)
def test_a_file_with_another_name_is_likely_the_same(folder: Path, plan: str, says: str) -> None:
    """By the likeness of its lines; what differs in it is listed as ever, and a guess is said to be one."""
    commit(folder, "2026-12-10")
    (folder / "plans/u/phase-1.yaml").unlink()
    write(folder, **{"phase-one": plan})
    run = tcplan("diff", "--since", "HEAD", cwd=folder)
    text = " ".join(run.stdout.split())
    assert "plans/u/phase-one.yaml (it was plans/u/phase-1.yaml before, which is likely but not certain" in text
    assert "removed)" not in text
    assert "a new file" not in text
    assert says in text
    (file,) = json.loads(tcplan("diff", "--since", "HEAD", "--format", "json", cwd=folder).stdout)["files"]
    assert (file["before"], file["after"], file["likely"]) == ("plans/u/phase-1.yaml", "plans/u/phase-one.yaml", True)
    assert "likely but not certain" in tcplan("diff", "--since", "HEAD", "--format", "md", cwd=folder).stdout


def test_of_two_new_files_the_one_that_is_more_alike_is_the_same(folder: Path) -> None:
    """The other one is new."""
    commit(folder, "2026-12-10")
    (folder / "plans/u/phase-1.yaml").unlink()
    write(folder, alike=NEW, less=NEW.replace("Hold", "Begin").replace("HR", "Library"))
    text = " ".join(tcplan("diff", "--since", "HEAD", cwd=folder).stdout.split())
    assert "plans/u/alike.yaml (it was plans/u/phase-1.yaml before" in text
    assert "plans/u/less.yaml (a new file)" in text


INSTITUTION = "kind: institution\nformat: 1\nname: U\nmeetings: [2026-07-01, 2026-11-01, 2199-01-01]\n"


@pytest.mark.parametrize(
    ("words", "day", "has_new"),
    [
        ("2026-06-30", "2026-06-30", False),
        ("30 June 2026", "2026-06-30", False),
        ("2026-09", "2026-09-30", False),
        ("2026-11-30", "2026-11-30", True),
        ("last-meeting", "the last meeting, 2026-11-01", True),
        ("Last meeting", "the last meeting, 2026-11-01", True),
        ("2026-06-30..last-meeting", "2026-06-30", False),
    ],
)
def test_a_day_means_the_last_commit_until_then(tmp_path: Path, words: str, day: str, *, has_new: bool) -> None:
    """In the words that `status --since` understands: a date in any form, and the last meeting."""
    write(start_repository(tmp_path), phase_1=OLD, institution=INSTITUTION)
    commit(tmp_path, "2026-06-30")
    write(tmp_path, phase_1=NEW)
    commit(tmp_path, "2026-10-30")
    write(tmp_path, phase_1=NEW.replace("Write a leaflet", "Write a book"))
    run = tcplan("diff", "--since", words, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    text = " ".join(run.stdout.split())
    commit_day = "2026-10-30" if has_new else "2026-06-30"
    assert text.startswith(f"From {day} (commit ")
    assert f" of {commit_day}) to " in text
    assert ("New action 1.5" in text) is not has_new
    assert ("book" in text) is (".." not in words)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("2025-01-01", "there is no commit of 2025-01-01 or before"),
        ("2026-02-30", "--since: "),
        ("last-meeting", "lists no meetings"),
    ],
)
def test_a_day_without_a_commit_is_told(folder: Path, words: str, says: str) -> None:
    """With what to do."""
    run = tcplan("diff", "--since", words, cwd=folder)
    assert run.returncode == 2
    assert says in run.stderr
    assert "help: " in run.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("phase-1",), "two plans are needed"),
        (("phase-1", "phase-1", "--since", "HEAD"), "name one path"),
        (("--since", "nowhere"), "a date, or last-meeting"),
        (("--since", "HEAD...HEAD"), "REV..REV"),
        (("--since", ""), "is not a name of a commit"),
    ],
)
def test_what_cannot_be_compared_is_told(folder: Path, arguments: tuple[str, ...], says: str) -> None:
    """With what to write instead."""
    run = tcplan("diff", *arguments, cwd=folder)
    assert run.returncode == 2
    assert says in run.stderr


def test_a_file_that_cannot_be_read_is_not_taken_for_an_empty_one(folder: Path) -> None:
    """Not then and not now, alone or among others."""
    write(folder, phase_1="kind: plan\0", phase_2=OLD)
    run = tcplan("diff", "--since", "HEAD", cwd=folder)
    assert run.returncode == 3
    assert "plans/u/phase-1.yaml cannot be read as it is now" in run.stderr
    assert "phase-2.yaml (a new file)" in run.stdout
    assert tcplan("diff", "phase-1", "phase-2", cwd=folder).returncode == 3


def test_outside_a_repository_there_is_no_commit(tmp_path: Path) -> None:
    """It is said in a sentence."""
    close_off(tmp_path)
    (tmp_path / ".git").rmdir()
    run = tcplan("diff", "--since", "HEAD", cwd=write(tmp_path, phase_1=OLD))
    assert run.returncode == 2
    assert "not in a git repository" in run.stderr


def test_nothing_of_a_plan_is_a_command_for_a_terminal_or_a_log(folder: Path) -> None:
    """Control characters and commands of CI services are shown as their codes."""
    write(folder, phase_1=NEW.replace("Budget unclear.", '"\\e[31m::error::x"'))
    for format_ in ("text", "md", "json"):
        out = tcplan("diff", "--since", "HEAD", "--format", format_, cwd=folder).stdout
        assert "\x1b" not in out
        assert "\n::error" not in out


def test_a_page_for_an_old_terminal_has_letters_only(folder: Path) -> None:
    """Its lines are no longer than the terminal is wide."""
    text = tcplan("diff", "--since", "HEAD", cwd=folder, COLUMNS="60").stdout
    assert max(map(len, text.splitlines())) <= 60


def test_texts_of_the_same_word_over_and_over_are_compared_at_once(folder: Path) -> None:
    """Comparing word by word takes time that grows with the pairs of equal words."""
    write(folder, phase_0=OLD + "about: " + "a b " * 20000 + "\n", phase_1=OLD + "about: " + "b b a " * 20000 + "\n")
    text = tcplan("diff", "phase-0", "phase-1", cwd=folder).stdout
    assert "introduction reworded" in text


FIRST = """\
kind: plan
format: 1
title: A plan
period: {start: 2026-01, end: 2027-12}
pillars: {id: 1, title: Careers}
actions:
  - {id: 1.1, title: Hold a yearly event}
  - {id: 1.2, title: Publish a yearly showcase}
  - {id: 1.3, title: Write a leaflet}
  - {id: 1.4, title: Survey staff}
"""
SECOND = """\
kind: plan
format: 1
title: A plan
period: {start: 2028-01, end: 2029-12}
pillars: {id: 1, title: Careers, continues: phase-1/1}
actions:
  - {id: 1.1, title: Publish a monthly story}
  - {id: 1.2, title: Fund two secondments}
  - {id: 1.3, title: Hold a yearly showcase, continues: {ref: phase-1/1.2, how: narrowed}}
  - {id: 1.4, title: Survey staff, due: 2029}
  - {id: 1.5, title: Hold a yearly event, continues: {ref: phase-1/1.2, how: related}}
"""


def headings(text: str) -> list[str]:
    """The headings of actions, and the lines that say which one it was."""
    lines = [one.strip(" -") for one in text.splitlines()]
    signs = ("continues", "it was", "action 1.2 of", "action 1.3 of")
    return [one for one in lines if "ction 1." in one.partition(":")[0] or one.startswith(signs)]


def test_of_plans_that_follow_each_other_what_continues_an_entry_is_its_pair(tmp_path: Path) -> None:
    """The later plan counts anew, so that the same id is chance; and what the plan says is not guessed otherwise."""
    write(tmp_path, phase_1=FIRST, phase_2=SECOND)
    text = tcplan("diff", "phase-1", "phase-2", cwd=tmp_path).stdout
    assert headings(text.partition("Pillar 1")[2]) == [
        "continues pillar 1 of the earlier plan",
        "Removed action 1.1: Hold a yearly event",
        "New action 1.1: Publish a monthly story",
        "New action 1.2: Fund two secondments",
        "Action 1.3: Hold a yearly showcase",
        "continues action 1.2 of the earlier plan",
        "Removed action 1.3: Write a leaflet",
        "Action 1.4: Survey staff",
        "New action 1.5: Hold a yearly event",
    ]
    back = tcplan("diff", "phase-2", "phase-1", cwd=tmp_path).stdout
    assert "Action 1.2: Publish a yearly showcase\n  - action 1.3 of the later plan continues it\n" in back
    assert "likely" not in text + back
    page = json.loads(tcplan("diff", "phase-1", "phase-2", "--format", "json", cwd=tmp_path).stdout)
    jsonschema.validate(page, json.loads(tcplan("schema", "diff").stdout))
    said = [(one["id"], one["continuation"]) for one in page["files"][0]["entries"] if one["continuation"]]
    assert said == [("1", "continues"), ("1.3", "continues")]


def test_a_plan_that_only_follows_another_counts_anew_too(tmp_path: Path) -> None:
    """What is alike is then likely, and said to be, with the same id as well; two other plans go by their ids."""
    head = SECOND.partition("pillars:")[0]
    apart = f"{head}actions:\n  - {{id: 1.1, title: Fund two places}}\n  - {{id: 1.2, title: Publish a showcase}}\n"
    write(tmp_path, phase_1=FIRST, phase_2=f"{apart}follows: phase-1\n", phase_3=apart)
    text = tcplan("diff", "phase-1", "phase-2", cwd=tmp_path).stdout
    assert "New action 1.1: Fund two places" in text
    assert "  - it was action 1.2 before, which is likely but not certain" in text
    by_id = tcplan("diff", "phase-1", "phase-3", cwd=tmp_path).stdout
    assert "New action" not in by_id
    assert "likely" not in by_id


REPORTED = FIRST.replace(
    "Publish a yearly showcase}",
    "Publish a yearly showcase, updates: [{date: 2026-06, rag: green}, {date: 2027-06, rag: amber}]}",
).replace("Write a leaflet}", "Write a leaflet, updates: [{date: 2026-06, rag: red}]}")
REPORTED_LATER = SECOND.replace("how: narrowed}", "how: narrowed}, updates: [{date: 2028-06, rag: blue}]")


def test_the_reports_of_the_earlier_plan_are_counted_and_not_listed(tmp_path: Path) -> None:
    """They stay there: in one sentence, whichever of the two comes first; those of the later plan are listed."""
    write(tmp_path, phase_1=REPORTED, phase_2=REPORTED_LATER)
    for pair in (("phase-1", "phase-2"), ("phase-2", "phase-1")):
        for format_ in ("text", "md"):
            text = tcplan("diff", *pair, "--format", format_, cwd=tmp_path).stdout.replace("\\", "")
            assert text.count("not listed: 3 reports of the earlier plan, which stay there") == 1
            assert "report of 2028-06" in text
            assert "report of 2026-06" not in text
            assert "report of 2027-06" not in text
    same = tcplan("diff", "phase-1", "phase-1", cwd=tmp_path).stdout
    assert "not listed" not in same


def test_straight_after_carry_nothing_is_guessed(tmp_path: Path) -> None:
    """The new plan says what each of its entries continues."""
    write(tmp_path, phase_1=FIRST)
    run = tcplan("carry", "phase-1", "--into", "phase-2", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    text = tcplan("diff", "phase-1", "phase-2", cwd=tmp_path).stdout
    assert text.count("continues action 1.") == 4
    assert "likely" not in text
