"""docs/templates.md and docs/template-rows.md say what there is, and their examples work."""

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
from render.template_tables import rows_page, with_tables
from support import EXAMPLES, REPOSITORY, tcplan

from tcplan.cli.commands.schema import SchemaKind
from tcplan.views.document_schema import DOCUMENTS

PAGE, ROWS = REPOSITORY / "docs/templates.md", REPOSITORY / "docs/template-rows.md"
EXAMPLE = re.compile(r"<!-- file (\S+) -->\n```jinja\n(.*?)```", re.DOTALL)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The example with the templates of the page."""
    folder = Path(shutil.copytree(EXAMPLES, tmp_path / "w"))
    for name, text in EXAMPLE.findall(PAGE.read_text("utf-8")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_the_pages_are_what_the_templates_and_rows_say(request: pytest.FixtureRequest) -> None:
    """`make golden` writes them."""
    made = {PAGE: with_tables(PAGE.read_text("utf-8")), ROWS: rows_page()}
    if request.config.getoption("--golden-update"):
        for path, text in made.items():
            path.write_text(text, "utf-8")
    assert [path.name for path, text in made.items() if path.read_text("utf-8") != text] == []


def test_the_page_names_every_command_of_templates_as_it_works(workspace: Path) -> None:
    """Those of its first block, on an example without templates."""
    shutil.rmtree(workspace / "templates")
    block = re.search(r"```console\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert block is not None
    for line in block[1].splitlines():
        done = tcplan(*line.split("#")[0].split()[1:], cwd=workspace)
        assert done.returncode == 0, done.stderr


def test_an_own_style_and_a_strip_are_on_every_page(workspace: Path) -> None:
    """Of documents, after the styles of tcplan, which stay; also where a template of tcplan has a style of its own."""
    for what in ("plan", "progress", "stage3"):
        page = tcplan("render", what, workspace, "--to", "html").stdout
        assert page.index("--accent: #0b4a5e") < page.index(":root { --accent: #68246d")
        assert '<p class="strip">Northmoor University</p>' in page
        assert (".pillar-head" in page) is (what == "progress")


def test_another_order_of_sections_is_printed(workspace: Path) -> None:
    """In the plan alone and in a submission; what is left out is not there."""
    for what in ("plan", "stage3"):
        page = tcplan("render", what, workspace, "--to", "html").stdout
        order = [page.index(f'<section id="{one}"') for one in ("actions", "measures", "voice")]
        assert order == sorted(order)
        assert '<section id="timeline"' not in page


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_schema_of_a_document_is_one(kind: str) -> None:
    """It is printed by `tcplan schema`, and describes every row."""
    schema = json.loads(tcplan("schema", SchemaKind(kind)).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert all(row["description"] and row["properties"] for row in schema["$defs"].values())
