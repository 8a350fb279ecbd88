"""`tcplan rule` on a terminal: set for it, in colour or not; elsewhere it is Markdown (tests/rules/test_pages.py)."""

import os
import pty
import subprocess
import sys

import pytest
from support import REPOSITORY


def on_a_terminal(**environment: str) -> str:
    """What `tcplan rule` shows on a terminal."""
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tcplan", "rule", "due-before-start"],
        cwd=REPOSITORY,
        env={**os.environ, "COLUMNS": "100", "TERM": "xterm", **environment},
        stdout=terminal,
    )
    os.close(terminal)
    shown = b""
    while chunk := _read(controller):
        shown += chunk
    os.close(controller)
    assert process.wait() == 0
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # nobody writes any more
        return b""


def test_a_terminal_shows_colours() -> None:
    """Unless an option says otherwise."""
    assert "\x1b[" in on_a_terminal(NO_COLOR="")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_colours_a_terminal_shows_the_page_set_all_the_same(environment: dict[str, str]) -> None:
    """No raw Markdown, and no command for the terminal."""
    shown = on_a_terminal(**environment)
    assert "\x1b" not in shown
    assert "due-before-start" in shown
    assert not any(marks in shown for marks in ("```", "## ", "`due`"))
