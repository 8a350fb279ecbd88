"""A document of a submission is a draft until somebody asks for the final one and nothing blocks it."""

from pathlib import Path

import pytest
from ready.test_ready import COMPLETE, DAY, NEW, OLD, WHO, change
from render.rendering import Page, render
from support import tcplan, write

TWELVE = "".join(f"  - {{id: 2.{one}, title: Do it, due: 2028-06, success: A page}}\n" for one in range(1, 13))
SAID = "No lead or owner is named for any of the 13 actions."


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a submission that lacks a sign-off and an answer."""
    root = write(tmp_path, institution=WHO, phase_1=OLD, phase_2=NEW, stage_2=COMPLETE)
    change(root, "stage-2.yaml", "sign_off: {role: Vice-Chancellor, date: 2026-06-01}\n", "")
    change(root, "stage-2.yaml", "{question: q2, text: Much has changed.}", "{question: q2}")
    return root


def test_every_page_of_a_draft_says_so(workspace: Path) -> None:
    """In its title, at its top, and at the top of each page that is printed."""
    page = Page(render("stage2", workspace, "--to", "html", "--as-of", DAY))
    assert page.all("title")[0].text.startswith("DRAFT: ")
    assert page.all("p", "draft-mark")[0].text == "DRAFT"
    assert '@top-right { content: "DRAFT"' in page.all("style")[0].text
    assert render("stage2", workspace, "--as-of", DAY).startswith("# DRAFT: ")


def test_a_final_document_is_refused_while_something_blocks_it(workspace: Path) -> None:
    """Nothing is written, and the command that lists the gaps works as it is printed."""
    output = workspace / "out.html"
    done = tcplan("render", "stage2", "--as-of", DAY, "--final", "-o", output, cwd=workspace)
    assert (done.returncode, done.stdout, output.exists()) == (5, "", False)
    assert "2 gaps must be closed first; nothing is written" in done.stderr
    assert f"`tcplan ready stage2 --as-of {DAY}` lists them" in done.stderr
    assert tcplan("ready", "stage2", "--as-of", DAY, cwd=workspace).returncode == 1


@pytest.mark.parametrize("to", ["html", "md"])
def test_a_final_document_has_no_trace_of_a_draft(workspace: Path, to: str) -> None:
    """Neither the mark nor the box."""
    change(workspace, "stage-2.yaml", "{question: q2}", "{question: q2, text: Much has changed.}")
    with (workspace / "plans/u/stage-2.yaml").open("a", encoding="utf-8") as file:
        file.write("sign_off: {role: Vice-Chancellor, date: 2026-06-01}\n")
    text = render("stage2", workspace, "--to", to, "--as-of", DAY, "--final")
    assert "draft" not in text.lower()


def test_the_entries_that_lack_something_are_links(workspace: Path) -> None:
    """To where the document would have it."""
    page = Page(render("stage2", workspace, "--to", "html", "--as-of", DAY))
    [box] = page.all("section", "draft")
    targets = [one.attrs["href"] for one in box.walk() if one.tag == "a"]
    assert targets == ["#question-q2", "#sign-off"]
    ids = {one.attrs.get("id") for one in page.root.walk()}
    assert {target.removeprefix("#") for target in targets} <= ids


def test_what_no_action_has_is_said_once(workspace: Path) -> None:
    """In one sentence with the number of actions, not in a line for each."""
    old = "  - {id: 1, title: Publish profiles, lead: HR,"
    change(workspace, "phase-2.yaml", old, TWELVE + old.replace(" lead: HR,", ""))
    text = render("stage2", workspace, "--as-of", DAY)
    assert f"+ __No lead or owner__ (13)\n  + phase-2.yaml: {SAID}\n" in text
    page = Page(render("stage2", workspace, "--to", "html", "--as-of", DAY))
    assert page.all("section", "draft")[0].text.count(SAID) == 1


def test_nothing_else_in_a_document_is_marked(workspace: Path) -> None:
    """What is missing has quiet words in its place."""
    page = Page(render("stage2", workspace, "--to", "html", "--as-of", DAY))
    assert not [one for one in page.root.walk() if "gap" in one.classes]
    assert "Not answered yet." in page.root.text or "This answer has no text yet." in page.root.text


@pytest.mark.parametrize("what", ["plan", "progress"])
def test_a_plan_is_no_draft(workspace: Path, what: str) -> None:
    """Nor is the paper for a meeting; there is nothing final to ask for."""
    path = workspace / "plans/u/phase-2.yaml"
    assert "DRAFT" not in render(what, path, "--as-of", DAY)
    refused = tcplan("render", what, path, "--final")
    assert refused.returncode == 2
    assert f"--final is not an option of `tcplan render {what}`" in refused.stderr


def test_a_draft_says_how_many_gaps_it_has(workspace: Path) -> None:
    """The same number in every format, and in what is said when it is written."""
    for name in ("out.html", "out.md"):
        done = tcplan("render", "stage2", "--as-of", DAY, "-o", name, cwd=workspace)
        assert "; a draft with 2 gaps: `tcplan ready stage2" in done.stderr
        assert "Draft: 2 gaps" in (workspace / name).read_text("utf-8")
