"""`tcplan templates`: what there is to change in a document, and a copy to change."""

import json
import re
import shutil
from pathlib import Path

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


def _listed(workspace: Path, code: int = 0) -> dict[str, object]:
    done = tcplan("templates", "list", workspace, "--format", "json")
    assert done.returncode == code, done.stderr
    page = json.loads(done.stdout)
    jsonschema.validate(page, json.loads(tcplan("schema", "templates").stdout))
    return page


def _row(workspace: Path, name: str, code: int = 0) -> dict[str, object]:
    return next(one for one in _listed(workspace, code)["templates"] if one["name"] == name)  # type: ignore[attr-defined]


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
    workspace: Path, to: str, before: dict[str, str], whole: bool
) -> None:
    """All blocks of every template, or all of it: the documents are the same to the byte."""
    _eject_all(workspace, to, whole=whole)
    assert _documents(workspace, to) == {key: text for key, text in before.items() if key.endswith(to)}


@pytest.mark.parametrize("whole", [False, True], ids=["blocks", "whole"])
def test_a_copy_of_the_pages_of_the_site_changes_nothing(workspace: Path, whole: bool) -> None:
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
