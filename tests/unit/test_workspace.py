"""The workspace: which files are read, whose they are, and what references mean."""

import shutil
import tracemalloc
from pathlib import Path

import pytest
from support import EXAMPLES, write

from tcplan.errors import UsageError
from tcplan.files.locating import find_root, settings_in
from tcplan.files.settings import Settings
from tcplan.files.sources import FolderSource, OverlaySource
from tcplan.frameworks import shipped_names, shipped_source
from tcplan.model import Framework
from tcplan.workspace import (
    Level,
    ReferenceOutcome,
    Workspace,
    find_case_study,
    find_plan,
    load,
    open_workspace,
    resolve,
)

PLAN = "kind: plan\nformat: 1\ntitle: A plan\n"


def plan_of(tmp_path: Path, text: str) -> Workspace:
    """A workspace of one plan."""
    write(tmp_path, plan=PLAN + text)
    return Workspace(FolderSource(tmp_path))


def test_hidden_folders_environments_output_and_other_workspaces_are_not_read(tmp_path: Path) -> None:
    """All other .yaml and .yml files are."""
    read = ("a.yaml", "b.yml", "x/i.yaml")
    left_out = ("c.txt", ".d.yaml", ".git/e.yaml", "node_modules/f.yaml", "env2/g.yaml", "own/h.yaml", "out/j.yaml")
    for name in (*read, *left_out):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "env2/pyvenv.cfg").write_text("")
    (tmp_path / "own/tcplan.toml").write_text("")
    assert FolderSource(tmp_path, Settings(exclude=("out",))).names() == read


def test_the_root_is_the_nearest_folder_with_settings_else_with_plans_else_the_named_one(tmp_path: Path) -> None:
    """The search ends at the top of a git repository."""
    deep = tmp_path / "repo/plans/u"
    deep.mkdir(parents=True)
    assert find_root(deep) == tmp_path / "repo"
    (tmp_path / "tcplan.toml").write_text("")
    assert find_root(deep) == tmp_path
    (tmp_path / "repo/.git").mkdir()
    assert find_root(deep) == tmp_path / "repo"
    (tmp_path / "repo/pyproject.toml").write_text("[tool.tcplan]\nexclude = []\n")
    assert find_root(deep) == tmp_path / "repo"
    assert find_root(tmp_path / "repo/file.yaml") == tmp_path / "repo"


def test_settings_come_from_pyproject_too(tmp_path: Path) -> None:
    """`[tool.tcplan]`; a project without that table has none."""
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert settings_in(tmp_path) is None
    (tmp_path / "pyproject.toml").write_text("[tool.tcplan]\nexclude = ['a']\n")
    assert settings_in(tmp_path) == Settings(("a",))


@pytest.mark.parametrize(
    "text",
    ["exclude = 'a'", "exclude = [1]", "exclude = [", "unknown = 1", f"exclude = {'9' * 5000}", "x = " + "[" * 3000],
)
def test_faulty_settings_stop_the_run(tmp_path: Path, text: str) -> None:
    """With the file and what to write."""
    (tmp_path / "tcplan.toml").write_text(text)
    with pytest.raises(UsageError) as error:
        settings_in(tmp_path)
    assert "tcplan.toml" in error.value.message
    assert error.value.hint


@pytest.mark.parametrize("text", ["[tool]\ntcplan = 3\n", "tool = 1\n# [tool.tcplan]\n"])
def test_a_project_without_a_table_of_ours_does_not_end_in_a_traceback(tmp_path: Path, text: str) -> None:
    """It has no settings, or says what to write."""
    (tmp_path / "pyproject.toml").write_text(text)
    if "tcplan = 3" not in text:
        assert settings_in(tmp_path) is None
        return
    with pytest.raises(UsageError) as error:
        settings_in(tmp_path)
    assert "[tool.tcplan]" in error.value.hint


def test_a_framework_of_the_workspace_that_cannot_be_read_is_not_replaced_by_ours(tmp_path: Path) -> None:
    """Whoever writes one means it; the finding is about the file, and answers are not echoes of it."""
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks/stage-3.yaml").write_text("kind: [\n")
    workspace = Workspace(FolderSource(tmp_path))
    assert workspace.framework("stage-3") is None
    assert workspace.framework("stage-2") is not None


def test_an_overlay_replaces_and_adds_files(tmp_path: Path) -> None:
    """A proposed edit is read as if it were there."""
    write(tmp_path, plan=PLAN)
    over = OverlaySource(FolderSource(tmp_path), {"plans/u/plan.yaml": PLAN + "about: x\n", "plans/u/new.yaml": PLAN})
    assert {plan.name: plan.plan.about for plan in Workspace(over).plans} == {"plan": "x", "new": None}


def test_an_item_belongs_to_the_entry_whose_id_it_extends(tmp_path: Path) -> None:
    """`under` says otherwise; levels may be left out; letters and hyphens are ids too."""
    text = (
        "pillars: [{id: 1, title: P}, {id: A, title: Q}]\n"
        "objectives: [{id: 1.1, title: O}, {id: 7, title: R, under: A}]\n"
        "actions: [{id: 1.1.1, title: a}, {id: 1.2.1, title: b}, {id: 9.9, title: c},"
        " {id: A.x-1, title: d}, {id: z, title: e, under: 7}]\n"
    )
    tree = plan_of(tmp_path, text).plans[0].tree
    parents = {node.id: node.parent.id if node.parent else "" for node in tree.nodes}
    wanted = {"1": "", "A": "", "1.1": "1", "7": "A", "1.1.1": "1.1", "1.2.1": "1", "9.9": "", "A.x-1": "A", "z": "7"}
    assert parents == wanted
    assert [node.id for node in tree.by_id["A"].actions()] == ["z", "A.x-1"]
    assert [node.id for node in tree.roots()] == ["1", "A", "9.9"]


def test_themes_and_priority_are_inherited_and_nothing_else(tmp_path: Path) -> None:
    """From the nearest entry above that has any."""
    text = (
        "pillars: [{id: 1, title: P, themes: visibility, priority: low, lead: X}]\n"
        "objectives: [{id: 1.1, title: O, priority: high}]\n"
        "actions: [{id: 1.1.1, title: a}, {id: 1.1.2, title: b, themes: recognition}]\n"
    )
    first, second = plan_of(tmp_path, text).plans[0].tree.of(Level.ACTION)
    assert (first.themes, first.priority, first.entry.lead) == (("visibility",), "high", None)
    assert second.themes == ("recognition",)


REFERENCES = {
    "3.4": ReferenceOutcome.FOUND,
    "2.9": ReferenceOutcome.FOUND,
    "phase-1/3.4": ReferenceOutcome.FOUND,
    "other/phase-1/1": ReferenceOutcome.FOUND,
    "9": ReferenceOutcome.MISSING,
    "phase-1/9": ReferenceOutcome.MISSING,
    "other/phase-1/9": ReferenceOutcome.MISSING,
    "phase-2/1": ReferenceOutcome.ABSENT,
    "a/b/c": ReferenceOutcome.ABSENT,
    "broken/1": ReferenceOutcome.UNREADABLE,
    "other/broken/1": ReferenceOutcome.UNREADABLE,
}


def test_references_between_plans_institutions_and_former_ids(tmp_path: Path) -> None:
    """Found, missing in what is there, not there at all, or in a file that cannot be read."""
    write(tmp_path, phase_1=PLAN + "actions: [{id: 3.4, title: x, formerly: 2.9}]\n", broken="a: [\n")
    other = tmp_path / "plans/other"
    other.mkdir()
    (other / "phase-1.yaml").write_text(PLAN + "actions: [{id: 1, title: y}]\n")
    (other / "broken.yaml").write_text("a: [\n")
    workspace = Workspace(FolderSource(tmp_path))
    folder = workspace.folders["plans/u"]
    assert {ref: resolve(workspace, folder, folder.plans["phase-1"], ref).outcome for ref in REFERENCES} == REFERENCES
    whole = {
        "phase-1": "found",
        "other/phase-1": "found",
        "broken": "unreadable",
        "other/broken": "unreadable",
        "p": "absent",
    }
    assert {ref: find_plan(workspace, folder, ref).outcome.value for ref in whole} == whole


def test_the_example_workspace_is_one_institution() -> None:
    """Found from any place inside it."""
    for path in (EXAMPLES, EXAMPLES / "plans/northmoor", EXAMPLES / "plans/northmoor/phase-3.yaml"):
        workspace, root = open_workspace(path)
        assert root == EXAMPLES
        (folder,) = workspace.folders.values()
        assert (folder.key, folder.title) == ("northmoor", "Northmoor University")
        assert (len(folder.plans), len(folder.submissions), len(folder.case_studies)) == (3, 3, 3)
        assert find_case_study(folder, "case-studies/nothing").outcome is ReferenceOutcome.MISSING


def test_every_shipped_framework_is_sound_and_says_its_source() -> None:
    """Forms have questions, lists and cohorts have items."""
    assert shipped_names() == {
        "cohorts",
        "ke-concordat",
        "n8",
        "openness-concordat",
        "stage-1",
        "stage-2",
        "stage-3",
        "talent",
        "themes",
    }
    for name in sorted(shipped_names()):
        file = load(shipped_source(), f"{name}.yaml")
        framework = file.shaped.model
        assert file.shaped.problems == ()
        assert isinstance(framework, Framework)
        assert framework.source
        assert framework.questions if framework.type == "form" else framework.items


def test_stage_3_is_due_as_the_guidance_says() -> None:
    """Technician Commitment, stage 3 guidance slides, December 2023: facts of each cohort, not arithmetic."""
    cohorts = load(shipped_source(), "cohorts.yaml").shaped.model
    assert isinstance(cohorts, Framework)
    assert [(item.signed.text, item.due[0].date.text) for item in cohorts.items if item.signed] == [
        ("2017-05", "2024-01"),
        ("2017-09", "2024-04"),
        ("2018-04", "2024-09"),
        ("2018-11", "2025-01"),
        ("2019-06", "2025-09"),
        ("2019-12", "2026-01"),
    ]


def test_a_framework_of_the_workspace_wins_over_the_shipped_one(tmp_path: Path) -> None:
    """A file of the same name under frameworks/."""
    (tmp_path / "frameworks").mkdir()
    text = "kind: framework\nformat: 1\ntype: list\ntitle: Ours\nitems: [{id: 99, title: x}]\n"
    (tmp_path / "frameworks/n8.yaml").write_text(text)
    workspace = Workspace(FolderSource(tmp_path))
    framework = workspace.framework("n8")
    assert framework is not None
    assert framework.title == "Ours"
    assert workspace.framework("themes") is not None


def test_a_workspace_takes_less_than_twelve_times_its_bytes(tmp_path: Path) -> None:
    """Models, data and places together: hundreds of plans are checked at once."""
    for number in range(4):
        shutil.copytree(EXAMPLES / "plans/northmoor", tmp_path / f"plans/northmoor-{number}")
    source = FolderSource(tmp_path)
    Workspace(source)  # what is made once, for one file or for thousands
    tracemalloc.start()
    workspace = Workspace(source)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 12 * sum(len(file.document.text) for file in workspace.files)
