"""`tcplan sign`: an approval stands for what it was given to, and lapses with a change of substance."""

import json
import re
from pathlib import Path

import pytest
from edits.verbs import added_lines, done, page, refused, removed_lines, run_here, workspace
from support import write

ROLE = ("--role", "Vice-Chancellor")
DAY = ("--date", "2026-06-30")
PLAN = """\
kind: plan
format: 1
title: A plan
period: {start: 2025-01, end: 2099-12}
follows: phase-1
voice:
  - {id: survey, title: Technician survey, date: 2024-06, reached: 212, summary: Asked what to keep.}
measures:
  - {id: registered, title: Registered staff, targets: {end: 40%}, actual: {2025-06: 26%}, source: A survey}
actions:
  - id: 1.1
    title: Consult the technical community on the criteria of the pilot
    owners: [HROD, Estates]
    due: 12 months
    success: Terms of reference agreed
    measured_by: registered
    updates:
      - {date: 2026-03-31, rag: green, note: Two of four sessions held.}
  - {id: 1.2, title: Open the workshop, lead: Estates, due: 2026-12}
"""
EARLIER = """\
kind: plan
format: 1
title: The first plan
period: {start: 2021-01, end: 2024-12}
measures:
  - {id: staff, title: Technical staff, targets: {end: 90}, actual: {2022-06: 80}, source: Payroll}
actions:
  - id: 1
    title: Name champions
    updates: [{date: 2024-06-30, rag: amber, note: Eleven of twelve.}]
"""
SUBMISSION = """\
kind: submission
format: 1
form: stage-2
submits: phase-2
reviews:
  - plan: phase-1
    date: 2024-12-31
    summary: Most of it is done.
    closing: [{ref: 1, rag: amber, note: Eleven of twelve departments have one.}]
answers:
  - question: q1
    text: |
      Technicians sit on three of four
      faculty boards.
    evidence: [case-studies/day]
"""
INSTITUTION = """\
kind: institution
format: 1
name: A university
owners:
  - {name: HROD, also: HR}
"""
CASE = "kind: case-study\nformat: 1\ntitle: A day of science\nabout: A hundred people came.\n"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A submission with all that it is about, both approved."""
    cwd = write(tmp_path, phase_1=EARLIER, phase_2=PLAN, stage_2=SUBMISSION, institution=INSTITUTION)
    (cwd / "plans/u/case-studies").mkdir()
    (cwd / "plans/u/case-studies/day.yaml").write_text(CASE, "utf-8")
    for what in ("stage2", "plan"):
        done("sign", what, *ROLE, *DAY, cwd=cwd)
    return cwd


def change(cwd: Path, name: str, before: str, after: str) -> None:
    """Change some words of a file."""
    file = cwd / f"plans/u/{name}.yaml"
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")


def changed(cwd: Path) -> dict[str, list[str]]:
    """What a status page says has changed since each approval."""
    return {one["what"]: one["changed"] for one in page("status", cwd=cwd)["plans"][0]["approvals"]}


def lapsed(cwd: Path) -> int:
    """The number of approvals that `validate` finds to have lapsed."""
    return run_here("validate", "--select", "changed-since-approval", cwd=cwd).stdout.count("TC730")


def test_an_approval_is_written_with_its_fingerprint(tmp_path: Path) -> None:
    """The role, the day, the meeting, and a number for each part of what was approved."""
    cwd = write(tmp_path, phase_2=PLAN)
    result = done("sign", "plan", *ROLE, *DAY, "--meeting", "Executive Board", cwd=cwd)
    *lines, fingerprint = added_lines(result)
    assert lines == [
        "sign_off:",
        "  - role: Vice-Chancellor",
        "    date: 2026-06-30",
        "    meeting: Executive Board",
    ]
    assert re.fullmatch(r"    fingerprint: [0-9a-f]{12}(-[0-9a-f]{12}){2}", fingerprint)
    assert "Vice-Chancellor approved plan phase-2 on 2026-06-30 at Executive Board" in result.stdout


def test_what_is_printed_takes_it_back(tmp_path: Path) -> None:
    """To the byte."""
    cwd = write(tmp_path, phase_2=PLAN)
    result = done("sign", "plan", *ROLE, *DAY, cwd=cwd)
    command = next(line for line in result.stdout.splitlines() if line.startswith("to ")).partition(": tcplan ")[2]
    done(*command.split(), cwd=cwd)
    assert (cwd / "plans/u/phase-2.yaml").read_text("utf-8") == PLAN


def test_two_plans_that_say_the_same_have_the_same_fingerprint(tmp_path: Path) -> None:
    """In another layout, with short forms written out, and entries in another order."""
    other = """\
kind: plan
format: 1
title: 'A  plan'
follows: [phase-1]
period:
  end: 2099-12
  start: 2025-01
voice:
  id: survey
  title: Technician survey
  date: 2024-06
  reached: "212"
  summary: |
    Asked what
    to keep.
measures:
  - id: registered
    title: Registered staff
    source: A survey
    targets: {end: 40 %}
actions:
  - id: 1.2
    title: Open the workshop
    lead: Estates
    due: [2026-12]
    internal: Nobody reads this.
  - id: 1.1
    title: >
      Consult the technical community on the
      criteria of the pilot
    owners:
      - Estates   # a comment
      - HROD
    due: 12 months
    success: [{title: Terms of reference agreed, done: 2025-08-01}]
    measured_by: [registered]
"""
    prints = []
    for number, text in enumerate((PLAN, other)):
        cwd = write(tmp_path / str(number), phase_2=text)
        prints.append(added_lines(done("sign", "plan", *ROLE, *DAY, cwd=cwd))[-1])
    assert prints[0] == prints[1]


UNCHANGED = [
    ("stage-2", "Technicians sit", "<!-- a remark --> Technicians sit"),
    ("phase-2", "owners: [HROD, Estates]", "owners: [HR, Estates]"),
    ("institution", "also: HR}", "also: [HR, HR-OD]}"),
    ("stage-2", "three of four\n      faculty boards.", "three\n      of four faculty boards."),
    ("stage-2", "kind: submission", "# A comment\nkind: submission"),
    ("stage-2", "form: stage-2", "form: 'stage-2'"),
    ("stage-2", "    summary: Most", "    internal: Ask the sponsor.\n    summary: Most"),
    ("stage-2", "evidence: [case-studies/day]", "evidence: case-studies/day"),
    ("phase-2", "note: Two of four sessions held.", "note: All sessions held."),
    ("phase-2", "{2025-06: 26%}", "{2025-06: 26%, 2026-06: 31%}"),
    ("phase-2", "due: 2026-12}", "due: 2026-12, closed: {date: 2026-06-01, as: withdrawn, why: No room}}"),
    ("phase-2", "success: Terms of reference agreed", "success: {title: Terms of reference agreed, done: 2026-05-01}"),
    ("phase-1", "actual: {2022-06: 80}", "actual: {2022-06: 80, 2025-06: 85}"),
    ("phase-1", "note: Eleven of twelve.}", "note: Eleven of twelve.}, {date: 2025-06-30, rag: blue}"),
    ("case-studies/day", "format: 1", "format: 1\ninternal: Ask first."),
]


@pytest.mark.parametrize(("name", "before", "after"), UNCHANGED)
def test_an_approval_stands_while_the_substance_does(plans: Path, name: str, before: str, after: str) -> None:
    """Layout, comments, notes that are not published, and progress, also that after a review, change nothing."""
    change(plans, name, before, after)
    assert changed(plans) == {"plan": [], "stage-2": []}
    assert lapsed(plans) == 0


CHANGED = [
    ("stage-2", "three of four\n", "three of four\n\n", {"stage-2": ["the answers"]}),
    ("stage-2", "three of four\n      faculty", "three of four\n      - faculty", {"stage-2": ["the answers"]}),
    ("stage-2", "form: stage-2", "form: stage-2\nheader: {Reporting period: 2025}", {"stage-2": ["the answers"]}),
    ("institution", "name: A university", "name: Another university", {"stage-2": ["the answers"]}),
    (
        "institution",
        "{name: HROD, also: HR}",
        "{name: People Team, also: [HR, HROD]}",
        {"plan": ["its entries"], "stage-2": ["the plan"]},
    ),
    ("stage-2", "three of four\n", "all four\n", {"stage-2": ["the answers"]}),
    ("stage-2", "rag: amber", "rag: green", {"stage-2": ["the review"]}),
    ("stage-2", "Most of it", "All of it", {"stage-2": ["the review"]}),
    ("stage-2", "date: 2024-12-31", "date: 2024-12-30", {"stage-2": ["the review"]}),
    ("stage-2", "    evidence: [case-studies/day]\n", "", {"stage-2": ["the answers", "the case studies"]}),
    ("phase-1", "note: Eleven", "note: Ten", {"stage-2": ["the review"]}),
    ("phase-1", "2022-06: 80", "2022-06: 81", {"stage-2": ["the review"]}),
    ("case-studies/day", "A hundred", "A thousand", {"stage-2": ["the case studies"]}),
    ("phase-2", "owners: [HROD, Estates]", "owners: HROD", {"plan": ["its entries"], "stage-2": ["the plan"]}),
    ("phase-2", "due: 12 months", "due: 18 months", {"plan": ["its entries"], "stage-2": ["the plan"]}),
    ("phase-2", "id: 1.2", "id: 1.3", {"plan": ["its entries"], "stage-2": ["the plan"]}),
    ("phase-2", "end: 40%", "end: 35%", {"plan": ["its measures"], "stage-2": ["the plan"]}),
    ("phase-2", "reached: 212", "reached: 312", {"plan": ["its introduction"], "stage-2": ["the plan"]}),
    ("phase-2", "end: 2099-12", "end: 2099-11", {"plan": ["its introduction"], "stage-2": ["the plan"]}),
]


@pytest.mark.parametrize(("name", "before", "after", "says"), CHANGED)
def test_an_approval_lapses_with_a_change_of_substance(
    plans: Path, name: str, before: str, after: str, says: dict[str, list[str]]
) -> None:
    """The page names the parts, and `validate` the approval."""
    change(plans, name, before, after)
    assert changed(plans) == {"plan": [], "stage-2": []} | says
    assert lapsed(plans) == len(says)
    shown = run_here("status", cwd=plans).stdout.replace("\n        ", " ")
    assert f"changed since: {', '.join(says.popitem()[1])}" in shown


def test_a_figure_that_changes_in_an_answer_has_to_be_approved(plans: Path) -> None:
    """The sponsor saw another number."""
    change(plans, "stage-2", "three of four\n", "{{ measures.registered.latest }} of four\n")
    done("sign", "stage2", *ROLE, "--date", "2026-07-01", cwd=plans)
    assert changed(plans)["stage-2"] == []
    change(plans, "phase-2", "{2025-06: 26%}", "{2025-06: 26%, 2026-06: 31%}")
    assert changed(plans)["stage-2"] == ["the answers"]


def test_an_action_that_joins_the_plan_has_to_be_approved(plans: Path) -> None:
    """`tcplan add` writes the day on which it joined."""
    done("add", "action", "A third", "--owner", "HROD", cwd=plans)
    assert changed(plans) == {"plan": ["its entries"], "stage-2": ["the plan"]}


def test_the_approval_of_what_was_sent_stands_when_the_plan_goes_on(plans: Path) -> None:
    """An action that joins it later was not part of what was sent."""
    done("set", "stage-2/sent", "2026-07-01", cwd=plans)
    done("add", "action", "A third", "--owner", "HROD", cwd=plans)
    assert changed(plans) == {"plan": ["its entries"]}
    assert lapsed(plans) == 1


def test_a_new_approval_stands_for_the_change(plans: Path) -> None:
    """The same role on the same day completes its approval; a later one is added."""
    change(plans, "phase-2", "due: 12 months", "due: 18 months")
    again = done("sign", "plan", *ROLE, *DAY, cwd=plans)
    assert len(added_lines(again)) == len(removed_lines(again)) == 1
    done("sign", "stage2", *ROLE, "--date", "2026-07-01", cwd=plans)
    assert changed(plans) == {"plan": [], "stage-2": []}
    assert (plans / "plans/u/stage-2.yaml").read_text("utf-8").count("role: Vice-Chancellor") == 2


@pytest.mark.parametrize(
    "written",
    ["sign_off: Vice-Chancellor\n", "sign_off: {role: Vice-Chancellor, date: 2024-12-10}\n", "sign_off: []\n"],
)
def test_it_is_added_to_what_is_written(tmp_path: Path, written: str) -> None:
    """In whatever form the approvals stand there."""
    cwd = write(tmp_path, phase_2=PLAN.replace("voice:", f"{written}voice:"))
    done("sign", "plan", *ROLE, *DAY, cwd=cwd)
    assert changed(cwd) == {"plan": []}
    assert page("status", cwd=cwd)["plans"][0]["approvals"][0]["recorded"]


def test_documents_say_whether_an_approval_stands(plans: Path) -> None:
    """Where it is printed, and of the last one only."""
    text = run_here("render", "stage2", "--as-of", "2026-07-31", cwd=plans).stdout
    assert text.count("30 June 2026; Nothing has changed since") == 2
    change(plans, "phase-2", "due: 12 months", "due: 18 months")
    text = run_here("render", "stage2", "--as-of", "2026-07-31", cwd=plans).stdout
    assert "| This submission | Vice-Chancellor |  | 30 June 2026; Changed since: the plan |" in text
    assert "| The plan | Vice-Chancellor |  | 30 June 2026; Changed since: its entries |" in text


def test_an_approval_on_paper_is_named_in_json_only(tmp_path: Path) -> None:
    """Nobody can say what it was given to."""
    cwd = write(tmp_path, phase_2=PLAN.replace("voice:", "sign_off: {role: Provost, date: 2024-12-10}\nvoice:"))
    assert page("status", cwd=cwd)["plans"][0]["approvals"] == [
        {"what": "plan", "by": "Provost", "on": "2024-12-10", "meeting": None, "recorded": False, "changed": []}
    ]
    assert "Provost" not in run_here("status", cwd=cwd).stdout


def test_a_name_is_shown_only_with_consent(tmp_path: Path) -> None:
    """Here as in documents."""
    cwd = write(tmp_path, phase_2=PLAN)
    done("sign", "plan", *ROLE, *DAY, "--name", "Jo Hart", cwd=cwd)
    assert page("status", cwd=cwd)["plans"][0]["approvals"][0]["by"] == "Vice-Chancellor"
    done("sign", "plan", *ROLE, *DAY, "--name", "Jo Hart", "--consent", cwd=cwd)
    assert page("status", cwd=cwd)["plans"][0]["approvals"][0]["by"] == "Vice-Chancellor, Jo Hart"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("plan", *ROLE, "--date", "2090-01-01"), "2090-01-01 has not come yet"),
        (("plan", *ROLE, "--consent"), "no --name is given"),
        (("plan", "--role", " "), "--role: no role is given"),
        (("stage9", *ROLE), "`stage9` is not a form"),
        (("stage3", *ROLE), "no submission of the form stage-3"),
        (("plan",), "Missing option '--role'"),
    ],
)
def test_what_cannot_be_recorded_is_refused(plans: Path, words: tuple[str, ...], says: str) -> None:
    """With the reason; nothing is written."""
    assert says in refused("sign", *words, cwd=plans)


def test_what_cannot_be_read_is_not_approved(plans: Path) -> None:
    """Nobody knows what was approved then; the submission holds the plan."""
    change(plans, "phase-2", "due: 12 months", "due: twelve-ish")
    for what in ("plan", "stage2"):
        assert "phase-2.yaml has values that cannot be read" in refused("sign", what, *ROLE, cwd=plans)


@pytest.mark.parametrize("unanswered", [0, 1, 4])
def test_gaps_that_still_block_are_counted(plans: Path, unanswered: int) -> None:
    """What is approved is recorded all the same; that nobody has signed, or not this, is no gap any more."""
    answers = "".join(f"  - {{question: q{one}, text: Much has changed.}}\n" for one in range(1, 5 - unanswered))
    text = SUBMISSION.partition("answers:\n")[0] + (f"answers:\n{answers}" if answers else "")
    (plans / "plans/u/stage-2.yaml").write_text(text, "utf-8")
    checklist = json.loads(run_here("ready", "stage2", "--format", "json", cwd=plans).stdout)
    number = sum(row["number"] for row in checklist["blockers"] if row["code"] not in {"TC706", "TC730"})
    said = page("sign", "stage2", *ROLE, *DAY, cwd=plans)["says"]
    assert f"{number} gaps still block the stage-2 submission; closing them changes what was approved" in said
    assert [row["code"] for row in checklist["blockers"]][-1] == "TC706"


def test_nothing_is_said_of_gaps_where_none_blocks(plans: Path) -> None:
    """In a submission without one, and in a plan, which `tcplan ready` has no list for."""
    (plans / "tcplan.toml").write_text('ignore = ["TC1", "TC2", "TC3", "TC4", "TC5", "TC6", "TC7"]', "utf-8")
    for what in ("stage2", "plan"):
        assert "still block" not in done("sign", what, *ROLE, "--date", "2026-07-01", cwd=plans).stdout


def test_the_example_workspace_can_be_signed(tmp_path: Path) -> None:
    """A dry run writes nothing."""
    cwd = workspace(tmp_path)
    before = (cwd / "plans/northmoor/phase-3.yaml").read_bytes()
    assert "fingerprint: " in done("sign", "plan", *ROLE, "--dry-run", cwd=cwd).stdout
    assert (cwd / "plans/northmoor/phase-3.yaml").read_bytes() == before
