"""The same files and the same day give the same bytes, wherever and whenever."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from render.rendering import rendered
from support import EXAMPLES, REPOSITORY

from tcplan import __version__

pytestmark = pytest.mark.unmeasured

PLACES = [
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0", "COLUMNS": "20"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "1", "COLUMNS": "300", "NO_COLOR": "1"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "en_US.ISO-8859-1", "PYTHONHASHSEED": "2", "PYTHONIOENCODING": "latin-1"},
]


@pytest.mark.parametrize(("what", "to"), [("stage3", "html"), ("plan", "md"), ("progress", "html")])
def test_a_document_is_the_same_everywhere(tmp_path: Path, what: str, to: str) -> None:
    """In another time zone, locale, terminal, hash order and folder, and to a file as to a pipe."""
    seen, file = set(), tmp_path / f"out.{to}"
    for number, place in enumerate(PLACES):
        folder = copytree(EXAMPLES, tmp_path / f"folder {number} é")
        command = [sys.executable, "-m", "tcplan", "render", what, ".", "--to", to, "--as-of", "2026-06-30"]
        env = {**os.environ, **place}
        env["PYTHONPATH"] = os.pathsep.join([str(REPOSITORY / "src"), env.get("PYTHONPATH", "")])
        seen.add(subprocess.run(command, cwd=folder, env=env, capture_output=True, check=True).stdout)
        if not number:
            subprocess.run([*command, "-o", file], cwd=folder, env=env, capture_output=True, check=True)
            seen.add(file.read_bytes())
    assert len(seen) == 1


@pytest.mark.parametrize("to", ["md", "html"])
def test_a_document_names_no_path_and_no_version(to: str) -> None:
    """Nothing in it depends on where or by what it was made."""
    text = rendered("northmoor-phase-3", to)
    assert str(REPOSITORY) not in text
    assert f"tcplan {__version__}" not in text


def test_markdown_has_single_blank_lines() -> None:
    """A document can be read as it is."""
    text = rendered("northmoor-phase-3", "md")
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert "\r" not in text
