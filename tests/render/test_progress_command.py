"""`tcplan render progress`: which days it compares, what it never says, and whom it names."""

import re
import shutil
from pathlib import Path

import pytest
from render.rendering import Page, markdown_tokens, plain, render
from repositories import commit, start_repository
from support import EXAMPLES, REPOSITORY, close_off, tcplan, write

from tcplan.views.documents.progress_paper.decisions import MOST_OF_KIND
from tcplan.views.documents.progress_paper.due_next import LOOK_AHEAD, MOST_DUE
from tcplan.views.documents.progress_paper.moves import MOST_MOVED
from tcplan.views.documents.progress_paper.pillars import MOST_ACTIONS

PLAN = """\
kind: plan
format: 1
title: A plan for technicians
period: {start: 2025-01, end: 2027-12}
review_every: 6 months
internal: never-published
measures:
  - {id: skills-id, title: Staff with a skills plan, targets: {2026-12: 60%}, actual: {2025-01: 10%, 2026-05: 20%}}
pillars: [{id: 1, title: Careers}]
actions:
  - id: 1.1
    title: Write the career guide
    lead: Jane Smith
    due: 2026-03
    updates:
      - {date: 2025-06-01, rag: green, note: Begun.}
      - {date: 2026-04-01, rag: red, by: Jane Smith, note: The *author* left., internal: never-published}
      - {date: 2026-12-01, rag: blue, note: later-than-the-day}
  - id: 1.2
    title: Plan the skills of all
    owners: [HR, Jane Smith]
    measured_by: skills-id
    due: 2027-06
    updates: [{date: 2026-06-01, rag: green}]
  - {id: 1.3, title: Wait for somebody, due: 2027-12, lead: tbc}
  - {id: 1.4, title: Joins later, added: 2026-11-01}
"""
INSTITUTION = """\
kind: institution
format: 1
name: University
owners: [HR, {name: Jane Smith, consent: %s}]
"""
MEETINGS = "meetings: [2025-12-10, 2026-03-11, 2026-06-18]\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A plan whose lead has not agreed to be named, and an institution without meetings."""
    close_off(tmp_path)
    return write(tmp_path, plan=PLAN, institution=INSTITUTION % "no")


def paper(workspace: Path, *options: str) -> str:
    """The paper in Markdown, on a day in June 2026 if no option says another."""
    days = () if "--as-of" in options else ("--as-of", "2026-06-18")
    return render("progress", workspace, *days, *options)


@pytest.mark.parametrize(
    ("as_of", "compared"),
    [
        ("2026-06-18", "11 March 2026, the last meeting"),
        ("2026-06-19", "18 June 2026, the last meeting"),
        ("2025-12-10", "10 June 2025, 6 months earlier"),
        ("2030-01-01", "18 June 2026, the last meeting"),
    ],
)
def test_it_is_compared_with_the_meeting_before_its_day(tmp_path: Path, as_of: str, compared: str) -> None:
    """Not with one of the same day; before the first meeting, with a review period earlier."""
    folder = write(tmp_path, plan=PLAN, institution=INSTITUTION % "no" + MEETINGS)
    assert f"+ __Compared with:__ {compared}\n" in paper(folder, "--as-of", as_of)


@pytest.mark.parametrize(
    ("as_of", "every", "compared"),
    [
        ("2026-06-18", "6 months", "18 December 2025, 6 months earlier"),
        ("2026-08-31", "6 months", "28 February 2026, 6 months earlier"),
        ("2026-06-18", "month", "18 May 2026, 1 month earlier"),
        ("2026-06-18", "90 days", "20 March 2026, 90 days earlier"),
        ("2026-06-18", "10 weeks", "9 April 2026, 70 days earlier"),
        ("2028-02-29", "12 months", "28 February 2027, 12 months earlier"),
    ],
)
def test_without_meetings_it_is_compared_with_a_review_period_before(
    tmp_path: Path, as_of: str, every: str, compared: str
) -> None:
    """As the plan has it."""
    plan = PLAN.replace("review_every: 6 months", f"review_every: {every}")
    folder = write(tmp_path, plan=plan, institution=INSTITUTION % "no")
    assert f"+ __Compared with:__ {compared}\n" in paper(folder, "--as-of", as_of)


def test_a_day_can_be_named(workspace: Path) -> None:
    """As `status` takes it."""
    assert "+ __Compared with:__ 31 March 2026\n" in paper(workspace, "--since", "2026-03")


def test_a_commit_can_be_named(tmp_path: Path) -> None:
    """The paper says when the plan was kept so, and never what git calls it."""
    folder = start_repository(tmp_path / "r")
    write(folder, plan=PLAN.replace("title: Wait for somebody", "title: Wait"), institution=INSTITUTION % "no")
    commit(folder, "2026-05-01")
    text = paper(folder, "--since", "HEAD")
    assert "+ __Compared with:__ the plan as it was kept on 1 May 2026\n" in text
    assert "HEAD" not in text


def test_a_plan_that_was_not_there_is_said_without_names_of_files(tmp_path: Path) -> None:
    """The reader of the paper learns that there is nothing to compare, who makes it why."""
    folder = start_repository(tmp_path / "r")
    write(folder, other=PLAN, institution=INSTITUTION % "no")
    commit(folder, "2026-05-01")
    (folder / "plans/u/other.yaml").rename(folder / "plans/u/plan.yaml")
    done = tcplan("render", "progress", folder, "--since", "HEAD", "--as-of", "2026-06-18")
    assert "+ __Compared with:__ nothing: this plan was not kept yet on 1 May 2026\n" in done.stdout
    assert "There is no earlier state of this plan to compare with." in done.stdout
    assert "HEAD" not in done.stdout
    assert "The plan plan is not in HEAD" in done.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--since", "2026-09-01"], "--since 2026-09-01 is after --as-of 2026-06-18"),
        (["--since", "last-meeting"], "institution.yaml lists no meetings"),
        (["--since", "30-06-2026x"], "--since"),
    ],
)
def test_what_cannot_be_compared_is_refused(workspace: Path, options: list[str], says: str) -> None:
    """Nothing is written."""
    done = tcplan("render", "progress", workspace, *options, "--as-of", "2026-06-18")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


@pytest.mark.parametrize("what", ["plan", "stage3"])
def test_only_progress_is_compared(what: str) -> None:
    """An option that would do nothing is refused."""
    done = tcplan("render", what, EXAMPLES, "--since", "2026-03-26")
    assert done.returncode == 2
    assert f"--since is not an option of `tcplan render {what}`" in done.stderr


@pytest.mark.parametrize("to", ["md", "html"])
def test_who_has_not_agreed_is_not_named(workspace: Path, to: str) -> None:
    """Neither as lead nor as owner; nobody is a gap."""
    text = paper(workspace, "--to", to)
    assert "Smith" not in text
    assert "Name withheld" in text
    assert "Nobody named" in text


def test_who_has_agreed_is_named(tmp_path: Path) -> None:
    """Once for each action."""
    folder = write(tmp_path, plan=PLAN, institution=INSTITUTION % "yes")
    assert "| HR; Jane Smith |" in paper(folder)


@pytest.mark.parametrize("to", ["md", "html"])
def test_nothing_internal_and_nothing_later_is_said(workspace: Path, to: str) -> None:
    """Nor the ids of measures and plans, which are for files."""
    text = paper(workspace, "--to", to)
    for unsaid in ("never-published", "later-than-the-day", "Joins later", "skills-id", "plan.yaml", "1 December 2026"):
        assert unsaid not in text


def test_a_colour_that_a_measure_contradicts_is_a_decision(workspace: Path) -> None:
    """With both: what was reported, and the reading in the words of the plan."""
    words = plain(markdown_tokens(paper(workspace)))
    reading = "20% (May 2026), behind schedule for 60% by December 2026"
    assert f"on 1 June 2026, but a measure says otherwise; Staff with a skills plan; {reading}" in words
    assert "Confirm or change the colour" in words


END = "by December 2026"


@pytest.mark.parametrize(
    ("measure", "moved", "compared"),
    [
        ("targets: {2026-12: 60%}, actual: {2025-01: 10%, 2026-05: 60%}", f"reached: 60% {END}", "reached"),
        ("targets: {2026-12: 5}, actual: {2025-01: 10, 2025-11: 8, 2026-05: 4}", f"reached: 5 {END}", "reached"),
        (
            "targets: {2026-12: 5}, actual: {2025-01: 10, 2025-11: 9, 2026-05: 6}",
            f"nearer to 5 {END}",
            f"target 5 {END}",
        ),
        ("targets: {2026-12: 60%}, actual: {2025-01: 10, 2026-05: 70}", f"target 60% {END}", f"target 60% {END}"),
        ("actual: {2025-01: 10, 2026-05: 70}", "", "no target yet"),
        (
            "targets: {2026-03: 60%}, actual: {2025-01: 10%, 2026-05: 50%}",
            "nearer to 60% by March 2026",
            "not reached",
        ),
    ],
)
def test_a_measure_is_nearer_to_its_target_or_has_reached_or_missed_it(
    tmp_path: Path, measure: str, moved: str, compared: str
) -> None:
    """Seen from its first reading, which may be above the target; a count says nothing about a percentage."""
    text = re.sub("targets: .*", f"{measure}}}", PLAN, count=1)
    lines = paper(write(tmp_path, plan=text, institution=INSTITUTION % "no")).splitlines()
    rows = [line.partition(": ")[2] for line in lines if line.startswith("+ Staff with a skills plan: ")]
    assert rows[0].partition("; ")[2] == moved
    assert rows[1].rpartition("; ")[2] == compared


def test_measures_that_are_not_listed_are_counted(tmp_path: Path) -> None:
    """As actions are."""
    measures = "".join(f"  - {{id: m{one}, title: M{one}, actual: {{2026-05: 1}}}}\n" for one in range(11))
    text = paper(write(tmp_path, plan=PLAN.replace("measures:\n", f"measures:\n{measures}")))
    assert "And 4 more measures." in text


def test_a_plan_compared_with_its_own_day_has_one_row(workspace: Path) -> None:
    """A date says nothing about what was before it on the same day."""
    text = paper(workspace, "--since", "2026-06-18")
    assert "+ __Compared with:__ 18 June 2026, the day of this paper\n" in text
    assert [line.split(" | ")[0] for line in text.splitlines() if "18 June 2026 |" in line] == ["| 18 June 2026"]
    assert "Nothing: the plan is compared with its state of the same day." in text
    assert "It was the same" not in text


def test_an_earlier_version_of_the_same_day_is_told_apart(tmp_path: Path) -> None:
    """By words: two rows with one date would say nothing."""
    folder = start_repository(tmp_path)
    write(folder, plan=PLAN.replace("2026-06-01, rag: green", "2026-06-01, rag: amber"), institution=INSTITUTION % "no")
    commit(folder, "2026-06-18")
    write(folder, plan=PLAN, institution=INSTITUTION % "no")
    text = paper(folder, "--since", "HEAD")
    assert "+ __Compared with:__ the plan as it was kept earlier on 18 June 2026\n" in text
    rows = [line.split(" | ")[0] for line in text.splitlines() if re.match(r"\| (Earlier|18 June|Differ)", line)]
    assert rows == ["| Earlier version", "| 18 June 2026", "| Difference"]
    assert "| In the earlier version |" in text
    assert "Better: was at risk" in text


def test_a_report_is_quoted_once(workspace: Path) -> None:
    """Among the decisions, if it is of an action that is off track; it has moved, too."""
    text = paper(workspace, "--since", "2026-03-01")
    assert "| ▼ Off track | Worse: was on track; now overdue: was due 31 March 2026 |" in text
    assert text.count("The author left.") == 1


def test_a_note_is_quoted_without_its_marks(workspace: Path) -> None:
    """The first paragraph, in one line."""
    assert "Off track since 1 April 2026; was due 31 March 2026; “The author left.”" in paper(workspace)


def test_a_headline_that_somebody_states_otherwise_is_a_decision(tmp_path: Path) -> None:
    """Of the plan or a pillar; who stated it is not named."""
    stated = "updates: [{date: 2026-06-01, rag: blue, by: Jane Smith}]"
    plan = PLAN.replace("title: Careers}", f"title: Careers, {stated}}}").replace("pillars:", f"{stated}\npillars:")
    text = paper(write(tmp_path, plan=plan, institution=INSTITUTION % "no"))
    said = "Reported as complete on 1 June 2026, but by its actions it is"
    rows = [line for line in text.splitlines() if said in line]
    assert [row.split("|")[1].strip() for row in rows] == ["The whole plan", "1 Careers"]
    assert "Smith" not in text


LONG = "kind: plan\nformat: 1\ntitle: Long\nperiod: {start: 2025-01, end: 2027-12}\nreview_every: 6 months\npillars:\n"


def test_a_long_plan_stays_readable(tmp_path: Path) -> None:
    """Of a hundred exceptions a few of each kind are listed; the numbers say how many more there are."""
    pillars = "".join(f"  - {{id: {number}, title: Pillar {number}}}\n" for number in range(1, 6))
    updates = ", updates: [{date: 2026-02-01, rag: green}, {date: 2026-06-01, rag: red, note: Stopped}]"
    rows = "".join(
        f"  - {{id: {pillar}.{number}, title: Action {number}, lead: HR, due: 2026-03{updates * (number % 2)}}}\n"
        for pillar in range(1, 6)
        for number in range(1, 22)
    )
    text = paper(write(tmp_path, plan=f"{LONG}{pillars}actions:\n{rows}"), "--since", "2026-03-01")
    assert "105 decisions: 55 off track, 105 overdue and 50 owing a report." in text
    assert "And 49 more off track: HR (49). And 44 more overdue: HR (44)." in text
    assert "And 97 more actions." in text
    assert text.count("And 11 more: 1 off track, 10 not reported.") == 5
    assert len(text.splitlines()) < 220


@pytest.mark.parametrize(
    "text", ["actions: []\n", "", "actions: [{id: 1, title: Only one}]\n", "objectives: [{id: 1, title: O}]\n"]
)
def test_a_plan_with_little_in_it_has_a_paper(tmp_path: Path, text: str) -> None:
    """Without pillars, without actions, without a period."""
    folder = write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: Short\n{text}")
    for to in ("md", "html"):
        assert "Progress report" in paper(folder, "--to", to)


def test_a_plan_without_pillars_is_shown_by_objective(tmp_path: Path) -> None:
    """What is under none comes last."""
    entries = "objectives: [{id: 1, title: O}]\nactions: [{id: 1.1, title: A}, {id: 2, title: B}]\n"
    text = paper(write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: P\n{entries}"))
    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == ["1 O", "Actions without a pillar"]


def test_a_template_of_the_workspace_wins(workspace: Path) -> None:
    """As for the other documents."""
    (workspace / "templates/md").mkdir(parents=True)
    (workspace / "templates/md/progress.md.j2").write_text("Ours: {{ doc.state.headline }}\n", "utf-8")
    assert paper(workspace).startswith("Ours: The plan is at risk.\n")


def test_every_caption_is_another(workspace: Path) -> None:
    """Those who move from table to table by ear can tell them apart."""
    captions = [one.text for one in Page(paper(workspace, "--to", "html")).all("caption")]
    assert len(captions) == len(set(captions)) > 4


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2026-06-18", ["+ __Next deadline:__ 30 June 2026, review, every 6 months"]),
        ("2027-12-15", ["+ __Next deadline:__ 31 December 2027, end of the plan"]),
        ("2028-01-01", []),
    ],
)
def test_the_next_deadline_is_in_the_head(workspace: Path, as_of: str, said: list[str]) -> None:
    """The date, and what it is for."""
    assert [line for line in paper(workspace, "--as-of", as_of).splitlines() if "deadline" in line] == said


def test_a_submission_that_is_late_is_said_by_the_title_of_its_form(tmp_path: Path) -> None:
    """The name of the form is for files."""
    stage = "kind: submission\nformat: 1\nform: stage-3\n"
    institution = INSTITUTION % "no" + "signed: 2017-05\ncohort: 1\n"
    text = paper(write(tmp_path, plan=PLAN, institution=institution, stage_3=stage))
    [late] = [line for line in text.splitlines() if line.startswith("+ __Late:__")]
    assert re.fullmatch(r"\+ __Late:__ \d+ \w+ \d{4}, Stage 3 [^:]*, not sent", late)
    assert "stage-3" not in text


@pytest.mark.parametrize(
    ("file", "written"),
    [
        ("html/progress.css", "/* ours */"),
        (
            "html/progress.html.j2",
            '<!doctype html>\n<html lang="en">\n<head>\n<title>/* ours */</title>\n</head></html>',
        ),
    ],
)
def test_the_style_of_a_workspace_wins_too(workspace: Path, file: str, written: str) -> None:
    """Of the page, or only of its style."""
    (workspace / "templates/html").mkdir(parents=True)
    (workspace / "templates" / file).write_text(written, "utf-8")
    text = paper(workspace, "--to", "html")
    assert "/* ours */" in text
    assert ".pillar-head {" not in text


def test_what_is_due_next_ends_with_the_next_meeting(tmp_path: Path) -> None:
    """Deadlines and actions by day, each with who answers for it."""
    institution = INSTITUTION % "no" + MEETINGS.replace("]", ", 2027-07-01]")
    text = paper(write(tmp_path, plan=PLAN, institution=institution)).partition("## What is due next")[2]
    assert "Until the next meeting, on 1 July 2027, 1 action is due." in text
    rows = [line.strip("| ").split(" | ") for line in text.partition("## ")[0].splitlines() if line.startswith("| ")]
    assert [(row[0], *row[2:]) for row in rows[2:]] == [
        ("Review, every 6 months", "30 June 2026", "All who report"),
        ("1.2 Plan the skills of all", "30 June 2027", "HR; Name withheld"),
        ("Meeting of the steering group", "1 July 2027", "Steering group"),
        ("End of the plan", "31 December 2027", "–"),
    ]


def test_what_is_due_and_not_listed_is_counted_by_person(tmp_path: Path) -> None:
    """The most first; who has not agreed to be named is not."""
    people = [*["HR"] * 7, "Library", "Jane Smith"]
    rows = "".join(
        f"  - {{id: 1.{one}, title: Action {one}, lead: {who}, due: 2026-07-{30 - one}}}\n"
        for one, who in enumerate(reversed(people), 1)
    )
    plan = f"{LONG}  - {{id: 1, title: P}}\nactions:\n{rows}"
    text = paper(write(tmp_path, plan=plan, institution=INSTITUTION % "no"))
    assert "In the next 90 days, until 16 September 2026, 9 actions are due." in text
    assert "And 4 more actions: HR (2), Library (1), Name withheld (1)." in text


def test_reports_that_are_owed_are_counted_by_person(tmp_path: Path) -> None:
    """Of ten, six are listed."""
    rows = "".join(f"  - {{id: 1.{one}, title: A{one}, owners: [HR, Estates]}}\n" for one in range(10))
    text = paper(write(tmp_path, plan=f"{LONG}  - {{id: 1, title: P}}\nactions:\n{rows}"))
    assert "10 decisions: 10 owing a report." in text
    assert "And 4 more owing a report: Estates (4), HR (4)." in text


def test_no_more_people_than_can_be_read_are_named(tmp_path: Path) -> None:
    """The others are a number."""
    rows = "".join(f"  - {{id: 1.{one}, title: A{one}, lead: L{one}}}\n" for one in range(20))
    text = paper(write(tmp_path, plan=f"{LONG}  - {{id: 1, title: P}}\nactions:\n{rows}"))
    assert re.search(r"And 14 more owing a report: L\d+ \(1\)(, L\d+ \(1\)){5}, and 8 others\.", text)


DOCS = (REPOSITORY / "docs/meeting-paper.md").read_text("utf-8")


@pytest.mark.parametrize("line", re.findall(r"^tcplan .*?(?= +#|$)", DOCS, re.MULTILINE))
def test_the_commands_of_the_docs_run(tmp_path: Path, line: str) -> None:
    """As they are printed, in a repository with the example in it."""
    folder = start_repository(tmp_path / "r")
    shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
    for day in ("2025-01-01", "2025-06-01", "2026-01-01", "2026-02-01"):
        (folder / "day.txt").write_text(day)
        commit(folder, day)
    done = tcplan(*line.split()[1:], cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / line.rsplit(maxsplit=1)[-1]).read_text("utf-8").strip()


def test_the_limits_of_the_docs_are_those_of_the_paper() -> None:
    """Of moves, decisions, dates and actions."""
    limits = (
        f"{MOST_MOVED} moves",
        f"{MOST_OF_KIND} decisions of a kind",
        f"{MOST_DUE} actions due next",
        f"{MOST_ACTIONS} actions of a pillar",
    )
    docs = " ".join(DOCS.split())
    assert ", ".join(limits) in docs
    assert f"in the next {LOOK_AHEAD.days} days" in docs
