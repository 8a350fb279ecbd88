"""Two files that could both be the current plan: a finding, and no command chooses between them."""

import json
import shlex
import shutil
from pathlib import Path

import pytest
from support import tcplan, write

ON = "2026-06-30"
PLAN = """\
kind: plan
format: 1
title: Technician Commitment action plan 2025 to 2027
period: {start: 2025-01, end: 2027-12}
actions:
  - {id: 1, title: Name a champion}
  - {id: 2, title: Publish a guide}
  - {id: 3, title: Hold a workshop}
"""
OTHER = PLAN.replace("Technician Commitment action", "Research technicians").replace("title: ", "title: The other ")
EARLIER = """\
kind: plan
format: 1
title: Technician Commitment action plan 2022 to 2024
period: {start: 2022-01, end: 2024-12}
actions:
  - {id: 1, title: Count technical staff}
  - {id: 2, title: Join the network}
  - {id: 3, title: Hold a workshop}
"""
COPIES = [
    "phase-1_old",
    "~$phase-1",
    "phase-1 - Copy",
    "phase-1 - Copy (2)",
    "phase-1 (1)",
    "phase-1 2",
    "Copy of phase-1",
    "phase-1.sync-conflict-20260101-120000-ABC",
    "phase-1 (Jane's conflicted copy 2026-01-01)",
    "phase-1-final",
    "phase-1.orig",
    "phase-1-20260101",
    "phase-1-LAPTOP-AB12CD",
    "PHASE-1",
    "old/phase-1",
    "phase-2",
]


def found(folder: Path, *codes: str) -> list[tuple[str, str]]:
    """The code and the file of each finding with one of the codes."""
    run = tcplan("validate", "--format", "json", "--as-of", ON, cwd=folder)
    assert run.returncode in (0, 1), run.stderr
    listed = [(one["code"], one["file"].removeprefix("plans/u/")) for one in json.loads(run.stdout)["findings"]]
    return [one for one in listed if one[0] in codes]


def add(folder: Path, name: str, text: str) -> None:
    """Write one more file beside the plan."""
    file = folder / "plans/u" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """One plan."""
    return write(tmp_path, phase_1=PLAN)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_an_error_and_no_command_chooses(workspace: Path, name: str) -> None:
    """Whatever the program or the person that made it called it; the finding is about the copy."""
    add(workspace, name, PLAN)
    copy = "phase-1.yaml" if name == "PHASE-1" else f"{name}.yaml"
    assert found(workspace, "TC126", "TC127") == [("TC126", copy)]
    for command in (("update", "1", "--rag", "green"), ("status", "--as-of", ON), ("render", "plan", "--as-of", ON)):
        run = tcplan(*command, cwd=workspace)
        assert (run.returncode, run.stdout) == (2, "")
        assert f"plans/u/{name}.yaml" in run.stderr
        assert "plans/u/phase-1.yaml" in run.stderr
    assert (workspace / "plans/u" / f"{name}.yaml").read_text("utf-8") == PLAN
    for file in (f"plans/u/{name}.yaml", "plans/u/phase-1.yaml"):
        assert tcplan("update", "1", "--note", "x", "--in", file, cwd=workspace).returncode == 0


@pytest.mark.parametrize("name", ["phase-1_old", "phase-2"])
@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace("id: ", "id: 9."),
        PLAN.replace("period: {start: 2025-01, end: 2027-12}\n", ""),
        PLAN.replace("2025-01, end: 2027-12", "2019-01, end: 2020-12"),
        PLAN.replace("2025-01, end: 2027-12", "2026-01, end: 2029-12"),
        PLAN.replace("title: Technician Commitment", "title:   TECHNICIAN  commitment"),
        PLAN.replace("title: Technician Commitment", "title: Our own"),
        PLAN.replace("Name a champion", "Name two champions"),
        PLAN[: PLAN.index("actions")],
    ],
)
def test_a_copy_that_was_changed_is_one(workspace: Path, name: str, text: str) -> None:
    """Renumbered, of another period, with another title or in part with other entries."""
    add(workspace, name, text)
    assert found(workspace, "TC126") == [("TC126", f"{name}.yaml")]
    assert tcplan("status", "--as-of", ON, cwd=workspace).returncode == 2


def test_accents_that_are_composed_otherwise_are_the_same(workspace: Path) -> None:
    """In titles, in file names and in entries."""
    write(workspace, phase_1=PLAN.replace("Technician Commitment", "Plan of Caf\u00e9"))
    add(workspace, "phase-9", PLAN.replace("Technician Commitment", "Plan of Cafe\u0301"))
    assert found(workspace, "TC126") == [("TC126", "phase-9.yaml")]


@pytest.mark.parametrize(
    "text",
    [
        EARLIER,
        EARLIER.replace("plan 2022 to 2024", "plan 2025 to 2027"),  # one title for every plan
        PLAN.replace("2025 to 2027", "2028 to 2030").replace("2025-01, end: 2027-12", "2028-01, end: 2030-12"),
        PLAN.replace("2025-01, end: 2027-12", "2028-01, end: 2030-12") + "follows: phase-1\n",
        PLAN.replace("2025-01, end: 2027-12", "2026-01, end: 2028-12") + "follows: phase-1\n",
    ],
)
def test_an_earlier_or_a_later_plan_is_no_copy(workspace: Path, text: str) -> None:
    """Its ids, its title or the entries that it carries on may be the same."""
    add(workspace, "phase-2", text)
    assert found(workspace, "TC126", "TC127") == []
    assert tcplan("status", "--as-of", ON, cwd=workspace).returncode == 0


def test_copies_of_other_files_are_found_too(workspace: Path) -> None:
    """Submissions, case studies and the institution; a form may be submitted again with other answers."""
    stage = (
        "kind: submission\nformat: 1\nform: stage-1\nanswers: [{question: profile, text: We have 300 technicians.}]\n"
    )
    study = "kind: case-study\nformat: 1\ntitle: An open day\ndate: 2026\n"
    who = "kind: institution\nformat: 1\nname: Northmoor\n"
    for name, text in (("stage-1", stage), ("case-studies/open-day", study), ("institution", who)):
        add(workspace, name, text)
        add(workspace, f"{name} (1)", text)
    add(workspace, "stage-1-2029", stage.replace("300", "350"))
    add(workspace, "case-studies/open-day-2025", study.replace("2026", "2025"))
    assert found(workspace, "TC113", "TC126") == [
        ("TC126", "case-studies/open-day (1).yaml"),
        ("TC113", "institution (1).yaml"),
        ("TC126", "stage-1 (1).yaml"),
    ]


def test_an_edit_of_a_named_copy_is_not_refused_for_being_one(workspace: Path) -> None:
    """The finding was there before; only its plan has one more entry now."""
    add(workspace, "phase-1_old", PLAN)
    for name in ("phase-1", "phase-1_old"):
        run = tcplan("add", "action", "--title", f"New in {name}", "--in", f"plans/u/{name}.yaml", cwd=workspace)
        assert run.returncode == 0, run.stderr


def test_a_text_without_a_name_is_not_a_copy_of_its_own_file(workspace: Path) -> None:
    """An editor may send a plan without saying which one it is."""
    run = tcplan("validate", "-", "--profile", "draft", cwd=workspace / "plans/u", typed=PLAN)
    assert "TC126" not in run.stdout


def test_plans_side_by_side_are_a_warning_that_can_be_accepted(workspace: Path) -> None:
    """Commands ask for one of them all the same, and print the command that names it."""
    add(workspace, "phase-2", OTHER)
    add(workspace, "phase-2", OTHER.replace("Name a", "A").replace("Publish a", "A").replace("Hold a", "A"))
    assert found(workspace, "TC126", "TC127") == [("TC127", "phase-2.yaml")]
    accepted = "accepted: [{rule: overlapping-plans, why: It is the plan of the research institutes}]\n"
    add(workspace, "phase-2", (workspace / "plans/u/phase-2.yaml").read_text("utf-8") + accepted)
    assert found(workspace, "TC126", "TC127", "TC121") == []
    run = tcplan("update", "1", "--note", "Two of four", "--date", ON, cwd=workspace)
    assert run.returncode == 2
    assert "2 files could be the current plan of u on 2026-06-30" in run.stderr
    command = shlex.split(run.stderr.rpartition("run `")[2].strip().strip("`"))
    assert command[-2:] == ["--in", "plans/u/phase-1.yaml"]
    assert tcplan(*command[1:], cwd=workspace).returncode == 0


@pytest.mark.parametrize(
    ("period", "follows", "shown"),
    [
        ("{start: 2026-01, end: 2028-12}", "phase-1", "phase-2"),
        ("{start: 2025-01, end: 2027-12}", "phase-1", "phase-2"),
        ("{start: 2025-01, end: 2027-12}", "u/phase-1", "phase-2"),
        ("{start: 2026-07, end: 2028-12}", "phase-1", "phase-1"),  # it has not begun
        ("{start: 2026-07, end: 2028-12}", "", "phase-1"),
        ("{start: 2024-01, end: 2024-12}", "", "phase-1"),
        ("", "phase-1", "phase-2"),
        ("{start: 2026-01, end: 2028-12}", "", ""),
        ("{start: 2024-01, end: 2026-12}", "", ""),
        ("{start: 2025-01, end: 2027-12}", "", ""),
        ("", "", ""),
        ("{start: 2026-01, end: 2028-12}", "phase-0", ""),
    ],
)
def test_the_order_of_plans_decides_and_not_their_names(workspace: Path, period: str, follows: str, shown: str) -> None:
    """The plan that runs and follows the others; where none follows, none is chosen."""
    lines = [f"period: {period}"] * bool(period) + [f"follows: {follows}"] * bool(follows)
    text = "\n".join(["kind: plan", "format: 1", "title: Another plan", *lines, ""])
    for name in ("phase-2", "0-plan"):
        add(workspace, name, text)
        run = tcplan("status", "--as-of", ON, cwd=workspace)
        assert run.returncode == (0 if shown else 2), run.stderr
        if shown:
            title = "Another plan" if shown == "phase-2" else "Technician Commitment action plan 2025 to 2027"
            assert run.stdout.startswith(title)
        (workspace / f"plans/u/{name}.yaml").unlink()


def test_a_plan_between_settles_it_too(workspace: Path) -> None:
    """Phase 3 follows phase 1 through phase 2, which has ended."""
    between = "kind: plan\nformat: 1\ntitle: Between\nperiod: {start: 2025-02, end: 2025-12}\nfollows: phase-1\n"
    add(workspace, "phase-2", between)
    add(workspace, "a-phase-3", "kind: plan\nformat: 1\ntitle: Third\nperiod: {start: 2026-01}\nfollows: phase-2\n")
    assert tcplan("status", "--as-of", ON, cwd=workspace).stdout.startswith("Third\n")
    assert found(workspace, "TC127") == []


def test_a_plan_that_was_closed_is_not_the_current_one(workspace: Path) -> None:
    """On the day it was closed and after it."""
    write(workspace, phase_1=PLAN + "closed: {date: 2026-03-31, as: superseded, why: There is a new strategy}\n")
    add(workspace, "phase-2", "kind: plan\nformat: 1\ntitle: New\nperiod: {start: 2026-04, end: 2028-12}\n")
    assert tcplan("status", "--as-of", ON, cwd=workspace).stdout.startswith("New\n")
    assert found(workspace, "TC127") == []


def test_two_files_of_one_name_are_in_doubt(workspace: Path) -> None:
    """`phase-1.yml` is not used, and may be the one that is meant."""
    (workspace / "plans/u/phase-1.yml").write_text(OTHER, "utf-8")
    run = tcplan("update", "1", "--rag", "green", cwd=workspace)
    assert run.returncode == 2
    assert "plans/u/phase-1.yml" in run.stderr
    run = tcplan("update", "1", "--rag", "green", "--in", "plans/u/phase-1.yml", cwd=workspace)
    assert run.returncode == 5
    assert "is not used, because a file called `phase-1` already exists" in run.stderr
    assert tcplan("update", "1", "--rag", "green", "--in", "plans/u/phase-1.yaml", cwd=workspace).returncode == 0


def test_a_circle_of_plans_decides_nothing_and_nothing_hangs(workspace: Path) -> None:
    """Two plans that follow each other, and one that follows itself."""
    add(workspace, "phase-2", OTHER.replace("Name", "Find") + "follows: phase-1\n")
    write(workspace, phase_1=PLAN + "follows: phase-2\n")
    assert found(workspace, "TC129") == [("TC129", "phase-1.yaml"), ("TC129", "phase-2.yaml")]
    for command in (("status", "--as-of", ON), ("render", "plan"), ("update", "1", "--rag", "green")):
        assert tcplan(*command, cwd=workspace).returncode == 2
    (workspace / "plans/u/phase-2.yaml").unlink()
    write(workspace, phase_1=PLAN + "follows: [phase-1, u/phase-1]\n")
    assert found(workspace, "TC129") == [("TC129", "phase-1.yaml"), ("TC129", "phase-1.yaml")]
    assert tcplan("update", "1", "--note", "x", cwd=workspace).returncode == 0


FORMERLY = PLAN.replace("guide}", "guide, formerly: 9}").replace("workshop}", "workshop, formerly: 9}")


@pytest.mark.parametrize(
    "command",
    [
        ("update", "9", "--rag", "green"),
        ("update", "phase-1/9", "--rag", "green"),
        ("set", "9/lead", "HR"),
        ("close", "9", "--as", "withdrawn", "--why", "x"),
        ("close", "1", "--as", "merged", "--into", "9", "--why", "x"),
        ("add", "action", "--under", "9", "--title", "x"),
    ],
)
def test_an_earlier_id_of_two_entries_is_not_guessed(workspace: Path, command: tuple[str, ...]) -> None:
    """Both are named."""
    write(workspace, phase_1=FORMERLY)
    run = tcplan(*command, cwd=workspace)
    assert run.returncode == 2
    assert "`9` is the earlier id of 2 entries" in run.stderr
    assert run.stderr.count("2, 3") == 1


def test_a_report_on_an_earlier_id_of_two_entries_is_not_entered(workspace: Path) -> None:
    """From a file of answers."""
    write(workspace, phase_1=FORMERLY)
    answers = "kind: answers\nformat: 1\nplan: phase-1\nreports: [{ref: 9, rag: green}]\n"
    run = tcplan("report", "--answers", "-", cwd=workspace, typed=answers)
    assert run.returncode == 5
    assert "TC128" in run.stderr
    assert (workspace / "plans/u/phase-1.yaml").read_text("utf-8") == FORMERLY


NAMED = "kind: institution\nformat: 1\nname: {}\n"


@pytest.mark.parametrize("copy", ["plans/u - Copy", "plans/u_old", "plans - Copy/u", "old/plans/u", "plans/Copy of u"])
def test_a_copy_of_a_whole_folder_is_an_error_too(workspace: Path, copy: str) -> None:
    """The finding is about the copy, and the file that a command proposes to name is the original."""
    (workspace / "plans/u/institution.yaml").write_text(NAMED.format("U"), "utf-8")
    shutil.copytree(workspace / "plans/u", workspace / copy)
    file = workspace / copy / "phase-1.yaml"
    file.write_text(PLAN.replace("Name a champion", "Name two champions"), "utf-8")
    assert found(workspace, "TC126") == [("TC126", f"{copy}/phase-1.yaml")]
    run = tcplan("update", "1", "--rag", "green", cwd=workspace)
    assert run.returncode == 2
    assert "--in plans/u/phase-1.yaml" in run.stderr
    assert f"{copy}/phase-1" in run.stderr or f"{copy.rpartition('/')[2]}/phase-1" in run.stderr


def test_two_institutions_may_have_the_same_plan(workspace: Path) -> None:
    """Whatever their folders are called, for example because both began with the same template."""
    for folder, name in (("u", "U"), ("u 2", "The other U")):
        (workspace / "plans" / folder).mkdir(exist_ok=True)
        (workspace / "plans" / folder / "institution.yaml").write_text(NAMED.format(name), "utf-8")
        (workspace / "plans" / folder / "phase-1.yaml").write_text(PLAN, "utf-8")
    assert found(workspace, "TC126") == []
