"""How the tests run `tcplan`: inside their own process, where it prints the same and leaves no trace."""

import logging
import os
import signal
import sys
import warnings
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from support import EXAMPLES, close_off, tcplan, tcplan_bytes, tcplan_process_bytes, write

from tcplan.files.locating import find_root

UNSAVED = "kind: plan\nformat: 1\ntitle: Café – Łódź\nactions: [{id: 1, titel: ’x’}]\n"
DAY = ("--as-of", "2026-06-30")

COMMANDS: dict[str, tuple[int, tuple[str, ...], dict[str, str]]] = {
    "sound": (0, ("validate", "examples", *DAY), {}),
    "findings, beside letters of any script": (1, ("validate", "broken", *DAY), {}),
    "for machines": (1, ("validate", "broken", *DAY, "--format", "sarif"), {}),
    "a text that is typed": (1, ("validate", "-", *DAY), {"typed": UNSAVED}),
    "bytes that are not text": (1, ("validate", "-", *DAY), {}),
    "a page as wide as a pipe": (0, ("status", "examples", *DAY), {"COLUMNS": ""}),
    "a page as wide as is said": (0, ("status", "examples", *DAY), {"COLUMNS": "132"}),
    "a page as JSON": (0, ("status", "examples", *DAY, "--format", "json"), {}),
    "a document": (0, ("render", "stage3", "examples", "--to", "html"), {}),
    "help": (0, ("validate", "--help"), {}),
    "no command": (2, (), {}),
    "an option that is not there": (2, ("validate", "examples", "--formt", "json"), {}),
    "curly quotes": (2, ("update", "1.1", "“a", "b”"), {}),
    "nothing there": (3, ("status", "nowhere"), {}),
    "refused": (5, ("validate", "examples", *DAY, "-o", "json=examples/tcplan.toml"), {}),
    "a change that is only shown": (0, ("set", "2.2.2/lead", "HROD", "--in", "examples", "--dry-run", *DAY), {}),
    "a walk through questions": (0, ("report", "examples", "--date", "2026-06-30"), {"typed": "HROD\na\nCafé\n\nq\n"}),
}


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_does_the_same_here_and_in_a_process_of_its_own(tmp_path: Path, name: str) -> None:
    """Exit code and every byte of both outputs."""
    code, arguments, given = COMMANDS[name]
    copytree(EXAMPLES, tmp_path / "examples")
    write(tmp_path / "broken", phase_1=UNSAVED, phase_2="kind: plan\ntitle: [\n")
    typed: dict[str, Any] = {"typed": b"title: caf\xe9\n"} if name == "bytes that are not text" else {}
    here, there = (
        start(*arguments, cwd=tmp_path, **{**given, **typed}) for start in (tcplan_bytes, tcplan_process_bytes)
    )
    assert (here.returncode, here.stdout, here.stderr) == (there.returncode, there.stdout, there.stderr)
    assert here.returncode == code, here.stderr
    assert here.stdout + here.stderr


@pytest.mark.parametrize("arguments", [("status", "."), ("status", "nowhere"), ("--help",), ("validate", "--watch")])
def test_a_command_leaves_the_process_of_the_tests_as_it_was(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """However it ends."""
    before = state()
    result = tcplan(*arguments, cwd=tmp_path, COLUMNS="70", NEW_VARIABLE="x")
    assert result.returncode in (0, 3)
    assert state() == before


def test_a_fault_of_the_tests_leaves_it_too(tmp_path: Path) -> None:
    """Such as a folder that is not there."""
    before = state()
    with pytest.raises(FileNotFoundError):
        tcplan("--version", cwd=tmp_path / "nowhere")
    assert state() == before


@pytest.mark.parametrize("name", ["PYTHONHASHSEED", "LC_ALL", "TZ"])
def test_a_variable_that_is_read_at_the_start_needs_a_process(name: str) -> None:
    """Set later it would prove nothing."""
    with pytest.raises(ValueError, match="tcplan_process"):
        tcplan("--version", cwd=None, typed="", **{name: "x"})


def test_a_folder_is_closed_off_from_what_lies_above_it(tmp_path: Path) -> None:
    """As the one is that all folders of the tests lie in."""
    (tmp_path / "tcplan.toml").touch()
    inner = tmp_path / "inner"
    (inner / "deep").mkdir(parents=True)
    assert find_root(inner / "deep") == tmp_path
    close_off(inner)
    assert find_root(inner / "deep") == inner / "deep"


def state() -> list[Any]:
    """What a command could change of its process."""
    streams = [getattr(sys, name) for name in ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__")]
    handlers = [signal.getsignal(one) for one in signal.valid_signals()]
    root = logging.getLogger()
    return [
        *(Path.cwd(), dict(os.environ), list(sys.argv), list(sys.path), *streams),
        *(handlers, list(warnings.filters), root.level, list(root.handlers), sys.gettrace(), sys.excepthook),
    ]
