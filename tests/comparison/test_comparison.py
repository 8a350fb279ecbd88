"""The page that compares three checkers shows what tcplan says today; `make comparison` asks the other two as well."""

import re
from pathlib import Path

from comparison.compare import FOLDER, PAGE, PLAN, section, validated

from tcplan import __version__


def test_the_page_shows_what_tcplan_says(tmp_path: Path) -> None:
    """Word for word, with its version."""
    (tmp_path / PLAN).write_bytes((FOLDER / PLAN).read_bytes())
    assert section("tcplan", __version__, validated(tmp_path)) in PAGE.read_text("utf-8")


def test_the_page_shows_the_versions_that_are_pinned() -> None:
    """Those in requirements.txt beside this test."""
    pinned = re.findall(r"^([\w-]+)==(\S+)$", (Path(__file__).parent / "requirements.txt").read_text(), re.MULTILINE)
    assert len(pinned) == 2
    for name, number in pinned:
        assert f"## {name} {number}\n" in PAGE.read_text("utf-8")
