"""`tcplan render`: which document, from which file, to where."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from support import EXAMPLES, REPOSITORY, close_off, tcplan, write


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the examples."""
    return Path(copytree(EXAMPLES, tmp_path / "examples"))


@pytest.mark.parametrize("what", ["stage3", "stage-3", "Stage-3"])
def test_a_form_is_known_with_and_without_its_hyphen(what: str) -> None:
    """People write both."""
    assert tcplan("render", what, EXAMPLES).stdout.startswith("# Stage 3 self-assessment and action plan\n")


def test_an_unknown_document_is_refused_with_those_there_are() -> None:
    """The nearest one first."""
    done = tcplan("render", "stge3", EXAMPLES)
    assert done.returncode == 2
    assert "`stge3` is not a document that can be rendered" in done.stderr
    assert "did you mean `stage3`? the documents are: plan, progress, stage1, stage2, stage3" in done.stderr


def test_a_new_form_is_a_new_file(workspace: Path) -> None:
    """No code knows the forms."""
    form = "kind: framework\nformat: 1\ntype: form\ntitle: Stage 4\nquestions: {id: q1, title: Why}\n"
    (workspace / "frameworks").mkdir()
    (workspace / "frameworks" / "stage-4.yaml").write_text(form, "utf-8")
    plans = workspace / "plans" / "northmoor"
    (plans / "stage-4.yaml").write_text("kind: submission\nformat: 1\nform: stage-4\nsubmits: phase-3\n", "utf-8")
    assert tcplan("render", "stage4", workspace).stdout.startswith("# DRAFT: Stage 4\n")


def test_a_folder_with_several_institutions_asks_which() -> None:
    """And lists them."""
    done = tcplan("render", "plan", REPOSITORY / "plans")
    assert done.returncode == 2
    assert "plans/durham/phase-2.yaml" in done.stderr
    assert "plans/harper-adams/action-plan-2025.yaml" in done.stderr


def test_a_folder_without_the_submission_says_what_to_do() -> None:
    """Nothing to render is an error."""
    done = tcplan("render", "stage1", REPOSITORY / "plans" / "durham")
    assert done.returncode == 3
    assert "has no submission of the form stage-1" in done.stderr
    assert "`tcplan add submission stage-1 --in " in done.stderr


def test_a_file_of_another_form_is_not_taken_for_it() -> None:
    """The file that is named is the one that is meant."""
    done = tcplan("render", "stage3", EXAMPLES / "plans" / "northmoor" / "stage-2.yaml")
    assert done.returncode == 2
    assert "is a submission of the form stage-2, not stage-3" in done.stderr


def test_a_submission_is_shown_as_of_the_day_it_was_sent() -> None:
    """Unless another day is asked for."""
    assert "as of 12 April 2024" in tcplan("render", "stage3", EXAMPLES).stdout
    assert "as of 31 March 2024" in tcplan("render", "stage3", EXAMPLES, "--as-of", "2024-03").stdout


def test_a_day_of_sending_that_has_not_come_is_not_that_of_the_document(tmp_path: Path) -> None:
    """It is shown as of today, as not sent, and that is said; nor is the end of a month that goes on."""
    close_off(tmp_path)
    today = date.today()  # noqa: DTZ011 (the day of the person who runs it)
    for sent, is_told in ((f"{today.year + 1}-05-01", True), (f"{today.year + 1}", True), (f"{today:%Y-%m}", False)):
        write(tmp_path, stage_1=f"kind: submission\nformat: 1\nform: stage-1\nsent: {sent}\n")
        done = tcplan("render", "stage1", cwd=tmp_path)
        assert f"as of {today.day} {today:%B %Y}" in done.stdout
        assert (f"the day it was sent, {sent}, has not come" in done.stderr) == is_told
        assert ("Not sent yet" in done.stdout) == is_told


def test_a_plan_file_that_is_named_is_rendered() -> None:
    """However old it is."""
    file = EXAMPLES / "plans" / "northmoor" / "phase-1.yaml"
    assert tcplan("render", "plan", file).stdout.startswith("# Technician Commitment action plan 2018 to 2020\n")


def test_the_current_plan_is_the_one_that_runs() -> None:
    """On the day that is asked for."""
    done = tcplan("render", "plan", EXAMPLES, "--as-of", "2022-05-05")
    assert done.stdout.startswith("# Technician Commitment action plan 2021 to 2023\n")


def test_output_goes_to_a_file_and_is_said_so(tmp_path: Path) -> None:
    """The ending names the format; the document is what is printed without."""
    file = tmp_path / "out.html"
    done = tcplan("render", "stage1", EXAMPLES, "-o", file)
    assert done.stdout == ""
    assert f"wrote {file}, as of 2018-06-22\n" in done.stderr
    assert file.read_text("utf-8") == tcplan("render", "stage1", EXAMPLES, "--to", "html").stdout
    assert [one.name for one in tmp_path.iterdir()] == ["out.html"]


@pytest.mark.parametrize(
    "target",
    ["new.yaml", "new.YML", "plans/northmoor/phase-3.yaml", "tcplan.toml", "templates/md/plan.md.j2", "link.md"],
)
def test_output_never_replaces_a_file_that_is_read(workspace: Path, target: str) -> None:
    """A plan file, a setting, a template, or a link to one."""
    (workspace / "link.md").symlink_to(workspace / "plans" / "northmoor" / "phase-3.yaml")
    (workspace / "templates" / "md").mkdir(parents=True)
    before = {one: one.read_bytes() for one in workspace.rglob("*") if one.is_file()}
    done = tcplan("render", "plan", workspace, "--to", "md", "-o", workspace / target)
    assert done.returncode == 5
    assert "nothing was written" in done.stderr
    assert {one: one.read_bytes() for one in workspace.rglob("*") if one.is_file()} == before


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("no/such/out.md", "there is no folder"),
        (".", "is a folder"),
        ("out.pdf", "is not one that tcplan knows"),
    ],
)
def test_output_that_cannot_be_is_refused(tmp_path: Path, target: str, says: str) -> None:
    """Before anything is made."""
    options = () if target == "out.pdf" else ("--to", "md")
    done = tcplan("render", "plan", EXAMPLES, *options, "-o", tmp_path / target)
    assert done.returncode == 2
    assert says in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_template_of_the_workspace_wins(workspace: Path) -> None:
    """One file is replaced, the others stay."""
    (workspace / "templates" / "md").mkdir(parents=True)
    (workspace / "templates" / "md" / "question.md.j2").write_text("### Ours: {{ row.title }}\n\n", "utf-8")
    text = tcplan("render", "stage1", workspace).stdout
    assert "### Ours: Profile of the organisation\n" in text
    assert "\n| 1.1 | **" in text


@pytest.mark.parametrize("template", ["{% if %}", "{{ row.titel }}", "{{ row.about }}", "{{ ''.__class__.__mro__ }}"])
def test_a_faulty_template_is_named(workspace: Path, template: str) -> None:
    """A slip in a template ends the run, with its place; what is absent is never printed as nothing."""
    (workspace / "templates" / "md").mkdir(parents=True)
    (workspace / "templates" / "md" / "question.md.j2").write_text(f"\n{template}\n", "utf-8")
    done = tcplan("render", "stage1", workspace)
    assert done.returncode == 2
    assert "md/question.md.j2, line 2: " in done.stderr


def test_a_template_that_forgets_to_escape_cannot(workspace: Path) -> None:
    """What a template prints is escaped, whether it asks for it or not."""
    (workspace / "templates" / "md").mkdir(parents=True)
    file = workspace / "plans" / "northmoor" / "phase-1.yaml"
    file.write_text(file.read_text("utf-8").replace("Hold monthly skills talks", "<b>Hold</b> | *talks*"), "utf-8")
    (workspace / "templates" / "md" / "group.md.j2").write_text(
        "{% for row in group.table.rows %}- {{ row.title }}\n{% endfor %}", "utf-8"
    )
    assert "- \\<b\\>Hold\\</b\\> \\| \\*talks\\* by technicians" in tcplan("render", "stage1", workspace).stdout


def test_a_form_of_the_workspace_that_cannot_be_read_is_not_replaced_by_ours(workspace: Path) -> None:
    """It was written for other questions."""
    (workspace / "frameworks").mkdir()
    (workspace / "frameworks" / "stage-3.yaml").write_text("- x\n", "utf-8")
    done = tcplan("render", "stage3", workspace)
    assert (done.returncode, done.stdout) == (3, "")
    assert "the form stage-3 of this workspace cannot be read" in done.stderr


def test_a_template_that_computes_nonsense_is_named(workspace: Path) -> None:
    """A division by nothing is a fault of the template, not of tcplan."""
    (workspace / "templates" / "md").mkdir(parents=True)
    (workspace / "templates" / "md" / "plan.md.j2").write_text("{{ 1 / 0 }}\n", "utf-8")
    done = tcplan("render", "plan", workspace)
    assert done.returncode == 2
    assert "a template cannot be used: templates/md/plan.md.j2, line 1" in done.stderr
