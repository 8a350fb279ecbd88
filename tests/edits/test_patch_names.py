"""Patches: `patch` and `git apply` take them, whatever the file is called."""

import subprocess
from pathlib import Path

import pytest
from support import tcplan

from tcplan.edits.diff import make_diff

PLAN = "kind: plan\nformat: 1\ntitle: T\nactions:\n  - id: 1\n    titel: A\n"
NAMES = (
    "phase-1",
    "phase 1",
    "two  spaces ",
    "it's",
    'say "so"',
    "a\\b",
    "a\tb",
    "a\nb",
    "ümlaut",
    "-dash",
    "$HOME",
    "e\u0301",
    "a\u202eb",
    "a\u00a0b",
    "😀",
    "a\x1bb",
    "a\x7fb",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", [("validate", "--diff", "--ignore", "TC2"), ("fmt", "--diff")])
@pytest.mark.parametrize("tool", [("git", "apply", "-p1"), ("patch", "-p1")])
def test_patches_are_taken(tmp_path: Path, tool: tuple[str, ...], command: tuple[str, ...], name: str) -> None:
    """The file is found by the name in the header."""
    text = PLAN if command[0] == "validate" else "format: 1\nkind: plan\ntitle: T\n"
    file = tmp_path / f"plans/u {name}/{name}.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    patch = tcplan(*command, cwd=tmp_path)
    assert patch.stdout.startswith("--- "), patch.stderr
    assert len(patch.stdout.splitlines()[0].split("\n")) == 1
    done = subprocess.run(tool, cwd=tmp_path, input=patch.stdout.encode(), capture_output=True, check=False)
    assert done.returncode == 0, (patch.stdout, done.stdout, done.stderr)
    assert file.read_text() != text


def test_a_header_cannot_hold_what_a_terminal_would_obey() -> None:
    """Escapes and direction overrides come out as the digits of their bytes."""
    header = make_diff("a\x1b[31m\u202eb\n::error::.yaml", "a\n", "b\n").splitlines()[:2]
    assert header == [
        '--- "a/a\\033[31m\\342\\200\\256b\\n::error::.yaml"',
        '+++ "b/a\\033[31m\\342\\200\\256b\\n::error::.yaml"',
    ]
