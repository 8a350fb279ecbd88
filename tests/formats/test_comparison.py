"""The page that compares three checkers shows what each of them says."""

from pathlib import Path

from formats.comparing import FOLDER, PAGE, PLAN, page, section, validated
from formats.tools import tool

from tcplan import __version__


def test_the_page_shows_what_tcplan_says(tmp_path: Path) -> None:
    """Word for word, with its version."""
    (tmp_path / PLAN).write_bytes((FOLDER / PLAN).read_bytes())
    assert section("tcplan", __version__, validated(tmp_path)) in PAGE.read_text("utf-8")


def test_the_page_shows_what_the_other_two_say() -> None:
    """In the versions of the lock file; `make comparison` writes the page again."""
    assert page(tool("yamllint").parent) == PAGE.read_text("utf-8")
