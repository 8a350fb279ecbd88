"""Documents by the linters of others: html-validate and pa11y for pages, markdownlint and pandoc for Markdown."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from formats.submissions import workspace
from formats.test_pages import GOLDEN, installed
from formats.tools import BUILD, HERE, run, there
from support import EXAMPLES, REPOSITORY, tcplan

BIN = BUILD / "node_modules/.bin"
DAY = "2026-06-30"
OTHERS = (
    ("plan", REPOSITORY / "plans/harper-adams", ()),
    ("plan", EXAMPLES, ("--detail",)),
    ("plan", EXAMPLES, ("--without-completed",)),
)
"""Documents that are not among the golden ones."""


@pytest.fixture(scope="module", params=["html", "md"])
def documents(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The golden documents, some others, and submissions that are hard to lay out, in one of the formats."""
    there(BIN)
    folder = tmp_path_factory.mktemp("documents")
    hard = [(form, workspace(folder / str(count), count), ()) for count in (0, 40) for form in ("stage2", "stage3")]
    made = []
    for number, (what, root, options) in enumerate((*OTHERS, *hard)):
        made.append(folder / f"{number}.{request.param}")
        result = tcplan("render", what, root, *options, "--as-of", DAY, "-o", made[-1])
        assert result.returncode == 0, result.stderr
    if request.param == "html":
        assert tcplan("site", EXAMPLES, "--as-of", DAY, "-o", folder / "site").returncode == 0
        made += sorted((folder / "site").rglob("*.html"))
    return [*sorted(GOLDEN.glob(f"*.{request.param}")), *made]


def of_format(documents: list[Path], ending: str) -> list[Path]:
    """The documents, where they are of a format."""
    if documents[0].suffix != ending:
        pytest.skip(f"these are not {ending}")
    return documents


def test_html_validate_finds_nothing(documents: list[Path], tmp_path: Path) -> None:
    """Ids may have dots, as those of actions have, and a box that scrolls is a region that the keyboard reaches."""
    pages = of_format(documents, ".html")
    said = run(BIN / "html-validate", "-c", HERE / "html-validate.json", "-f", "text", *pages, cwd=tmp_path)
    assert (said.returncode, said.stdout.strip()) == (0, "")


def test_pa11y_finds_nothing(documents: list[Path], tmp_path: Path) -> None:
    """It looks with HTML CodeSniffer, another engine than that of axe."""
    found = dict(_pa11y(of_format(documents, ".html")[:8], tmp_path))
    assert {name: issues for name, issues in found.items() if issues} == {}


def _pa11y(pages: list[Path], folder: Path) -> Iterator[tuple[str, object]]:
    browser = installed("chromium", "chromium-browser", "google-chrome")
    for page in pages:
        options = ("--config", HERE / "pa11y.json", "--reporter", "json")
        said = run(BIN / "pa11y", *options, page.as_uri(), cwd=folder, PUPPETEER_EXECUTABLE_PATH=browser).stdout
        yield page.name, json.loads(said[said.index("[") :])


def test_markdownlint_finds_nothing(documents: list[Path], tmp_path: Path) -> None:
    """README.md says which of its rules do not apply, and why."""
    texts = of_format(documents, ".md")
    for number, one in enumerate(texts):  # it looks for files below the current folder only
        (tmp_path / f"{number}-{one.name}").write_bytes(one.read_bytes())
    config = tmp_path / ".markdownlint.json"
    config.write_bytes((HERE / "markdownlint.json").read_bytes())
    said = run(BIN / "markdownlint-cli2", "*.md", cwd=tmp_path)
    assert said.returncode == 0, said.stdout
    assert f"Linting: {len(texts)} file" in said.stdout


def test_pandoc_makes_a_word_document_with_tables(documents: list[Path], tmp_path: Path) -> None:
    """Each table of the Markdown is one of Word, with a head on each page, and columns as wide as their words."""
    pandoc = installed("pandoc")
    for text in of_format(documents, ".md"):
        made = tmp_path / f"{text.stem}.docx"
        said = run(pandoc, text, "-o", made, cwd=tmp_path)
        assert said.returncode == 0, said.stdout
        word = ZipFile(made).read("word/document.xml").decode("utf-8")
        rules = re.findall(r"^\|(?: :?-+:? \|)+$", text.read_text("utf-8"), re.MULTILINE)
        assert word.count("<w:tbl>") == len(rules) == word.count("<w:tblHeader")
        assert len(re.findall(r"<w:tc>", word)) >= 2 * len(rules)
        wide = [one for one in rules if re.search("-{4}", one)]
        grids = [re.findall(r'<w:gridCol w:w="(\d+)"', one) for one in re.findall(r"<w:tblGrid>.*?</w:tblGrid>", word)]
        assert sum(len({*one}) > 1 for one in grids) >= len([one for one in wide if len(set(one.split("|"))) > 3])
