"""What has moved, on a screen."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from support import EXAMPLES, tcplan, write

HOSTILE = """\
kind: plan
format: 1
title: 計画
period: {start: 2026-01, end: 2027-12}
rag: {green: {means: on-track, label: "計画どおりに進んでいるという意味のとても長い言葉です計画どおり"}}
pillars: [{id: 1, title: "[bold]広報[/]", updates: [{date: 2026-05, rag: green}]}]
measures: [{id: m, title: "計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計", targets: {end: 9}, actual: {2026-05: 3}}]
actions:
  - id: 1.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    title: "\\e[31m::error::計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計"
    lead: "計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計"
    due: 2026-04
    measured_by: m
    updates: [{date: 2026-05, rag: red, due: 2026-12, note: "\\e[2J計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計計"}]
  - {id: 1.2, title: "[/]", due: 2026-04, start: 2026-02, closed: {date: 2026-05, as: withdrawn, why: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}
"""  # noqa: E501 (long on purpose)


def page(path: Path, *options: str, columns: str = "80") -> str:
    """The text of the page."""
    run = tcplan("status", path, "--as-of", "2026-06-30", *options, COLUMNS=columns)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("northmoor-since", ("--since", "2025-12-15")),
        ("northmoor-since-ascii", ("--since", "2025-12-15", "--ascii")),
        ("northmoor-since-meeting", ("--since", "last-meeting")),
    ],
)
def test_what_has_moved_is_the_text_that_was_read_and_agreed(
    name: str, options: tuple[str, ...], golden: Callable[[str, str], None]
) -> None:
    """The part of the page from the day on, up to the table of the pillars."""
    text = page(EXAMPLES, *options)
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)
    golden(f"status/{name}.txt", text[text.index("Since ") : text.index("By pillar")])


@pytest.mark.parametrize("columns", ["60", "72", "80", "120"])
@pytest.mark.parametrize("options", [(), ("--ascii",), ("--all",), ("--explain",)])
def test_no_line_is_longer_than_the_screen(tmp_path: Path, columns: str, options: tuple[str, ...]) -> None:
    """With any text in the plan; and it is text."""
    text = page(write(tmp_path, plan=HOSTILE), "--since", "2026-01-15", *options, columns=columns)
    part = text[: text.index("By pillar")]
    assert [line for line in part.splitlines() if cell_len(line) > int(columns)] == []
    assert "\x1b" not in text
    assert "Slipped" in text
    assert re.search(r"^::error", text, re.MULTILINE) is None


def test_ascii_is_ascii() -> None:
    """Arrows, too."""
    assert page(EXAMPLES, "--since", "2025-12-15", "--ascii").isascii()


def test_long_lists_are_cut_unless_everything_is_asked_for(tmp_path: Path) -> None:
    """With the number of the others."""
    actions = "".join(
        f"  - {{id: {n}, title: Action {n}, updates: [{{date: 2026-05-01, rag: green}}]}}\n" for n in range(1, 31)
    )
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: P\nperiod: {{start: 2026-01}}\nactions:\n{actions}")
    assert "and 18 more (--all lists them)" in page(tmp_path, "--since", "2026-04-01")
    assert "Action 30" in page(tmp_path, "--since", "2026-04-01", "--all")


def test_the_same_day_twice_is_before_and_now() -> None:
    """A commit of the day is compared with the files of the day."""
    text = page(EXAMPLES, "--since", "2026-06-30")
    assert re.search(r"^  before +5.*\n  now +5", text, re.MULTILINE)
