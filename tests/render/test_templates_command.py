"""`tcplan templates`: what there is to change in a document, and a copy to change."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support import EXAMPLES, tcplan

from tcplan.files.package_files import templates_folder
from tcplan.render import our_templates
from tcplan.render.our_templates import REST, short_name

DAY = "2026-06-30"
TEMPLATES = our_templates.our_templates()
PIECES = [(name, block) for name, one in TEMPLATES.items() for block in one.all_blocks]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The documents of the example by tcplan's own templates."""
    return _documents(_copy(tmp_path_factory.mktemp("before")), "md", "html")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the example."""
    return _copy(tmp_path)


def _copy(folder: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES, folder / "w"))


def _documents(workspace: Path, *formats: str) -> dict[str, str]:
    """Every document in some formats."""
    found = {}
    for to in formats:
        for what in ("stage3", "plan", "progress"):
            done = tcplan("render", what, workspace, "--to", to, "--as-of", DAY, *(["--detail"] * (what == "plan")))
            assert done.returncode == 0, done.stderr
            found[f"{what}.{to}"] = done.stdout
    return found


def _eject(workspace: Path, *words: str) -> str:
    done = tcplan("templates", "eject", *words, "--in", workspace)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _listed(workspace: Path, code: int = 0) -> Any:
    done = tcplan("templates", "list", workspace, "--format", "json")
    assert done.returncode == code, done.stderr
    page = json.loads(done.stdout)
    jsonschema.validate(page, json.loads(tcplan("schema", "templates").stdout))
    return page


def _row(workspace: Path, name: str, code: int = 0) -> Any:
    return next(one for one in _listed(workspace, code)["templates"] if one["name"] == name)


def test_every_template_says_what_it_prints_and_every_block_too() -> None:
    """In the comment at its beginning; that is what the list shows."""
    assert [name for name, one in TEMPLATES.items() if not one.about.endswith(".")] == []
    assert [(name, block) for name, block in PIECES if not TEMPLATES[name].all_blocks[block].about] == []


def test_the_blocks_are_those_that_jinja2_finds() -> None:
    """None is overlooked."""
    for name, one in TEMPLATES.items():
        text = (templates_folder() / name).read_text("utf-8")
        assert set(re.findall(r"\{%-? block (\w+)", text)) == set(one.blocks) - {REST}, name


@pytest.mark.parametrize("whole", [False, True], ids=["blocks", "whole"])
@pytest.mark.parametrize("to", ["md", "html"])
def test_a_copy_changes_nothing_until_it_is_changed(
    workspace: Path, to: str, before: dict[str, str], *, whole: bool
) -> None:
    """All blocks of every template, or all of it: the documents are the same to the byte."""
    _eject_all(workspace, to, whole=whole)
    assert _documents(workspace, to) == {key: text for key, text in before.items() if key.endswith(to)}


@pytest.mark.parametrize("whole", [False, True], ids=["blocks", "whole"])
def test_a_copy_of_the_pages_of_the_site_changes_nothing(workspace: Path, *, whole: bool) -> None:
    """The same for the site; only what is said of its accessibility is another."""

    def pages(folder: str) -> dict[str, bytes]:
        done = tcplan("site", workspace, "-o", workspace.parent / folder, "--as-of", DAY)
        assert done.returncode == 0, done.stderr
        paths = (workspace.parent / folder).rglob("*.html")
        return {one.name: one.read_bytes() for one in paths if one.name != "accessibility.html"}

    first = pages("a")
    _eject_all(workspace, "site", whole=whole)
    assert pages("b") == first


def _eject_all(workspace: Path, folder: str, *, whole: bool) -> None:
    for name, one in TEMPLATES.items():
        words = ["--whole"] if whole else [word for block in one.all_blocks for word in ("--block", block)]
        if words and name.startswith(f"{folder}/"):
            _eject(workspace, short_name(name), *words)


def test_the_list_says_what_a_workspace_replaces(workspace: Path) -> None:
    """The file, its blocks, and whether it is all of the template."""
    assert _row(workspace, "html/plan.html.j2")["file"] is None
    _eject(workspace, "plan", "--block", "first", "--block", "closing")
    _eject(workspace, "md/plan", "--whole")
    row = _row(workspace, "html/plan.html.j2")
    assert (row["file"], row["replaces"]) == ("templates/html/plan.html.j2", ["first", "closing"])
    assert _row(workspace, "md/plan.md.j2")["replaces"] == ["all"]
    text = tcplan("templates", "list", workspace).stdout
    assert "yours: templates/html/plan.html.j2, replaces first, closing" in text
    assert "yours: templates/md/plan.md.j2, instead of all of it" in text


def test_the_list_says_what_has_changed_since_it_was_copied(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Block by block, also of a whole copy, and what is no longer there; not what has changed elsewhere."""
    _eject(workspace, "submission", "--block", "form", "--block", "answers")
    _eject(workspace, "review", "--whole")
    assert _row(workspace, "html/submission.html.j2")["changed"] == []
    assert _row(workspace, "html/review.html.j2")["changed"] == []
    later = _later_release(workspace.parent / "later")
    monkeypatch.setattr("tcplan.render.our_templates.templates_folder", lambda: later)
    our_templates.our_templates.cache_clear()
    try:
        assert _row(workspace, "html/submission.html.j2")["changed"] == ["form"]
        assert _row(workspace, "html/review.html.j2")["changed"] == ["rest", "result", "reached"]
    finally:
        our_templates.our_templates.cache_clear()


def _later_release(folder: Path) -> Path:
    """The templates with two changes and a block that is dropped."""
    shutil.copytree(templates_folder(), folder)
    for name, old, new in (
        ("html/submission.html.j2", '<section class="form">', '<section class="forms">'),
        ("html/review.html.j2", "{{ parts.table(review.table) }}", "<hr>{{ parts.table(review.table) }}"),
        ("html/review.html.j2", "block reached", "block met"),
    ):
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")
    return folder


def test_a_frame_without_the_blocks_that_documents_fill_is_told(workspace: Path) -> None:
    """What they print there would be in no document, without a word."""
    _eject(workspace, "page", "--whole")
    file = workspace / "templates/html/page.html.j2"
    assert _row(workspace, "html/page.html.j2")["lost"] == []
    file.write_text(file.read_text("utf-8").replace("block main", "block content"), "utf-8")
    assert _row(workspace, "html/page.html.j2")["lost"] == ["main"]
    assert "it has no block for what others print: main" in tcplan("templates", "list", workspace).stdout


def test_a_copy_is_never_put_over_a_file(workspace: Path) -> None:
    """Also where it is a link, or the folder is."""
    _eject(workspace, "plan", "--block", "main")
    before = (workspace / "templates/html/plan.html.j2").read_bytes()
    again = tcplan("templates", "eject", "plan", "--whole", "--in", workspace)
    assert (again.returncode, "already exists; nothing was written" in again.stderr) == (5, True)
    assert (workspace / "templates/html/plan.html.j2").read_bytes() == before
    (workspace / "templates/html/page.html.j2").symlink_to(workspace.parent / "nowhere")
    assert tcplan("templates", "eject", "page", "--whole", "--in", workspace).returncode == 5
    shutil.rmtree(workspace / "templates")
    (workspace.parent / "outside").mkdir()
    (workspace / "templates").symlink_to(workspace.parent / "outside")
    refused = tcplan("templates", "eject", "page", "--whole", "--in", workspace)
    assert (refused.returncode, "outside of the workspace" in refused.stderr) == (5, True)
    assert list((workspace.parent / "outside").iterdir()) == []


def test_a_dry_run_prints_the_copy(workspace: Path) -> None:
    """Which is what would be written."""
    printed = tcplan("templates", "eject", "page", "--block", "style", "--in", workspace, "--dry-run").stdout
    assert not (workspace / "templates").exists()
    assert "Next: change it, then look at it: `tcplan render plan -o plan.html`" in _eject(
        workspace, "page", "--block", "style"
    )
    assert (workspace / "templates/html/page.html.j2").read_text("utf-8") == printed


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["eject"], "no template is named"),
        (["eject", "plna", "--whole"], "did you mean `html/plan`?"),
        (["eject", "plan"], "the blocks are allow, style"),
        (["eject", "parts"], "it has no blocks: `tcplan templates eject html/parts --whole`"),
        (["eject", "plan", "--block", "mian"], "did you mean `main`?"),
        (["eject", "plan", "--block", "main", "--whole"], "--whole and --block say different things"),
        (["eject", "html/import", "--whole"], "there is no template `html/import`"),
        (["eject", "../../etc/passwd", "--whole"], "there is no template"),
        (["eject", "plan", "--whole", "--format", "json"], "--format json is for list"),
        (["list", "--whole"], "--whole is for eject"),
        (["list", "--block", "main"], "--block is for eject"),
        (["list", "--dry-run"], "--dry-run is for eject"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_meant_is_wrong_usage(workspace: Path, words: list[str], says: str) -> None:
    """With what to write instead; nothing is written."""
    done = tcplan("templates", *words, cwd=workspace)
    assert (done.returncode, done.stdout, says in done.stderr) == (2, "", True), done.stderr
    assert not (workspace / "templates").exists()


@pytest.mark.parametrize(
    ("file", "nearest"),
    [
        ("html/plna.html.j2", "html/plan.html.j2"),
        ("html/plan.html", "html/plan.html.j2"),
        ("plan.html.j2", "html/plan.html.j2"),
        ("HTML/plan.html.j2", "html/plan.html.j2"),
        ("md/plan.md", "md/plan.md.j2"),
        ("html/styles.css", "html/style.css"),
    ],
)
def test_a_file_that_nothing_uses_is_told(workspace: Path, file: str, nearest: str) -> None:
    """By the list, and once by each document; it replaces nothing."""
    path = workspace / "templates" / file
    path.parent.mkdir(parents=True)
    path.write_text("never to be seen", "utf-8")
    told = [one["file"] for one in _listed(workspace)["unused"]]
    assert told == [f"templates/{file}"]
    done = tcplan("render", "plan", workspace)
    assert done.stderr.count(f"templates/{file} is not used") == 1
    assert f"did you mean `{nearest}`?" in done.stderr
    assert "never to be seen" not in done.stdout


def test_other_files_and_parts_that_are_included_are_not_told(workspace: Path) -> None:
    """A folder of templates may hold forms of Word, a page about itself, and templates of its own."""
    _eject(workspace, "plan", "--block", "first")
    file = workspace / "templates/html/plan.html.j2"
    file.write_text(file.read_text("utf-8").replace("{% set page", '{% include "html/mine.html.j2" %}{% set page'))
    for name in ("word/form.docx", "html/README.md", "html/.gitkeep", "notes.txt", "html/mine.html.j2"):
        (workspace / "templates" / name).parent.mkdir(exist_ok=True)
        (workspace / "templates" / name).write_text("x")
    assert _listed(workspace)["unused"] == []
    assert tcplan("render", "plan", workspace).stderr == ""


def test_a_wrong_template_makes_the_list_fail(workspace: Path) -> None:
    """So that a check of a proposed change finds it: all mistakes of all files, with their lines; nothing is run."""
    (workspace / "templates/md").mkdir(parents=True)
    (workspace / "templates/md/plan.md.j2").write_text(
        '{% extends "tcplan/md/plan.md.j2" %}\n{% block mian %}{% endblock %}\n'
        "{% block main %}{{ 1 | uppr }}{% include 'md/x' %}{% for a in range(9999999) %}{% endfor %}{% endblock %}\n"
    )
    (workspace / "templates/md/progress.md.j2").write_text("\n\n{% if %}")
    (workspace / "templates/md/entry.md.j2").write_bytes(b"\xff")
    found = [(one["file"], one["line"], one["message"]) for one in _listed(workspace, 1)["mistakes"]]
    assert [(file.rpartition("/")[2], line) for file, line, _ in found] == [
        ("entry.md.j2", 0),
        ("plan.md.j2", 3),
        ("plan.md.j2", 3),
        ("plan.md.j2", 2),
        ("progress.md.j2", 3),
    ]
    done = tcplan("templates", "list", workspace)
    assert done.returncode == 1
    assert "templates/md/plan.md.j2, line 2: no block `mian` is in" in " ".join(done.stdout.split())


def test_thousands_of_hostile_templates_end_the_list_in_time(workspace: Path) -> None:
    """It stops with the template that takes too much, or reads only so many."""
    folder = workspace / "templates/md"
    folder.mkdir(parents=True)
    for number in range(2_000):
        (folder / f"{number}.md.j2").write_text("{{ " + "(" * 2000 + " }}")
    assert tcplan("templates", "list", workspace).returncode in (1, 5)


@pytest.mark.parametrize(
    ("file", "names", "nearest"),
    [
        ("html/plan.html.j2", "doc.head.titel", "title"),
        ("md/progress.md.j2", "doc.state.bagde.words", "badge"),
        ("html/submission.html.j2", "doc.sign_off.tabel", "table"),
        ("md/submission.md.j2", "doc.plna", "plan"),
        ("site/home.html.j2", "doc.current.page_oen", "page_one"),
        ("html/plan.html.j2", "doc.sections.voise.title", "voice"),
    ],
)
def test_the_list_finds_parts_of_the_document_that_do_not_exist(
    workspace: Path, file: str, names: str, nearest: str
) -> None:
    """Without a document: in what is never reached, too."""
    path = workspace / "templates" / file
    path.parent.mkdir(parents=True)
    path.write_text(f"\n{{% if false %}}{{{{ {names} }}}}{{% endif %}}", "utf-8")
    (found,) = _listed(workspace, 1)["mistakes"]
    assert (found["file"], found["line"]) == (f"templates/{file}", 2)
    assert f"did you mean `{nearest}`?" in found["message"]


def test_the_list_finds_nothing_wrong_in_the_templates_of_tcplan(workspace: Path) -> None:
    """All of them, copied whole: each part of `doc` that they name is in the schema."""
    for folder in ("html", "md", "site"):
        _eject_all(workspace, folder, whole=True)
    page = _listed(workspace)
    assert (page["mistakes"], page["unused"]) == ([], [])
    assert [one["name"] for one in page["templates"] if one["changed"] or one["lost"]] == []
