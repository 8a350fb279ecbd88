"""`--fix` deletes what a list has twice, if it is written exactly like the first; nothing else, and no comment."""

from pathlib import Path

import pytest
from support import tcplan, write

HEAD = (
    "kind: plan\nformat: 1\ntitle: Plan\nperiod: {start: 2025, end: 2027}\nactions:\n  - id: 1\n    title: Write it\n"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    owners: [HR, Library, HR] # all\n", "    owners: [HR, Library] # all\n"),
        ("    owners: [HR, HR, HR]\n", "    owners: [HR]\n"),
        ("    owners:\n      - HR\n      - HR\n    due: 2026\n", "    owners:\n      - HR\n    due: 2026\n"),
        ("    due: [2026-06, 2026-06]\n", "    due: [2026-06]\n"),
        ("    steps:\n      # why\n      - Plan it\n      - Plan it\n", "    steps:\n      # why\n      - Plan it\n"),
        (
            "    success:\n      - {title: Done, due: 2026}\n      - {title: Done, due: 2026}\n      - Sent\n",
            "    success:\n      - {title: Done, due: 2026}\n      - Sent\n",
        ),
    ],
)
def test_a_repeat_is_deleted(tmp_path: Path, before: str, after: str) -> None:
    """The first stays where it is, and so does every other byte."""
    folder = write(tmp_path, plan=HEAD + before)
    tcplan("validate", "--fix", "--select", "listed-twice", folder)
    assert (folder / "plans/u/plan.yaml").read_text("utf-8") == HEAD + after


@pytest.mark.parametrize(
    "lines",
    [
        "    owners: [Library, library]\n",
        "    due: [2026-06, 2026-Q2]\n",
        "    depends_on: [plan/2, 2]\n",
        "    owners:\n      - HR\n      # the other one\n      - HR  # why\n",
    ],
)
def test_what_is_not_written_alike_or_has_a_comment_is_left(tmp_path: Path, lines: str) -> None:
    """The finding stays."""
    folder = write(tmp_path, plan=f"{HEAD}{lines}  - {{id: 2, title: Send it}}\n")
    result = tcplan("validate", "--fix", "--select", "listed-twice", folder)
    assert (folder / "plans/u/plan.yaml").read_text("utf-8") == f"{HEAD}{lines}  - {{id: 2, title: Send it}}\n"
    assert "TC130" in result.stdout
