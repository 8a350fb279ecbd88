"""Every format of `tcplan validate`, whole, for one workspace with findings of all kinds."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import REPOSITORY, tcplan, write

from tcplan import __version__
from tcplan.reporters import REPORTERS

REPORTS = REPOSITORY / "tests/data/reports"
ENDINGS = {
    "text": "txt",
    "json": "json",
    "github": "txt",
    "markdown": "md",
    "sarif": "json",
    "junit": "xml",
    "gitlab": "json",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A copy of the workspace that is in no repository, whose top the names of files would be relative to."""
    return shutil.copytree(REPORTS, tmp_path / "reports")


def report(folder: Path, *options: str) -> str:
    """A report on the workspace, without tcplan's version, which changes."""
    result = tcplan("validate", *options, "--as-of", "2026-06-30", cwd=folder)
    assert (result.returncode, result.stderr) == (1, "")
    return result.stdout.replace(f'"{__version__}"', '"VERSION"')


@pytest.mark.parametrize("format_", REPORTERS)
def test_each_format_says_what_it_said(reports: Path, format_: str, golden: Callable[[str, str], None]) -> None:
    """An error, a warning, advice, two places that disagree, an accepted finding, a clean file, a blank in a name."""
    golden(f"reports/{format_}.{ENDINGS[format_]}", report(reports, "--format", format_))


def test_two_places_in_one_line_are_shown_in_one_excerpt(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    """The words of the first below its carets, those of the last after them."""
    one = "{id: 1, title: One, start: 2026-06, due: 2026-01}"
    other = "{id: 2, title: Two, due: 2026-01, start: 2026-06}"
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: A plan\nactions:\n  - {one}\n  - {other}\n")
    result = tcplan("validate", "--profile", "draft", "--as-of", "2026-06-30", cwd=tmp_path)
    golden("reports/one-line.txt", result.stdout)


def test_statistics_count_instead_of_listing(reports: Path, golden: Callable[[str, str], None]) -> None:
    """The most frequent rule first."""
    golden("reports/statistics.txt", report(reports, "--statistics"))


@pytest.mark.parametrize("format_", [name for name, ending in ENDINGS.items() if ending == "json"])
def test_formats_for_machines_are_json(reports: Path, format_: str) -> None:
    """And hold no absolute path."""
    text = report(reports, "--format", format_)
    json.loads(text)
    assert str(reports.parent) not in text
