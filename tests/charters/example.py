"""The example of docs/other-charters.md as files of a workspace, and what no output about it may say."""

import re
from pathlib import Path

from support import REPOSITORY

PAGE = (REPOSITORY / "docs/other-charters.md").read_text("utf-8")
DAY = "2026-09-24"

_BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_FILE = re.compile(r"`([\w/.-]+\.yaml)`")
_TRACES = re.compile(r"technician|commitment|cohort|stage[- ]?[0-9]|TALENT|\bTC\b|visibility", re.IGNORECASE)


def example_files() -> dict[str, str]:
    """Each file of the page, by the last name of a file in the paragraph above it."""
    found = {}
    for block in _BLOCK.finditer(PAGE):
        above = PAGE[: block.start()].rstrip().rpartition("\n\n")[2]
        found[_FILE.findall(above)[-1]] = block[1]
    return found


def write_example(folder: Path, *, without: str = "") -> Path:
    """The files of the page in a folder, one of them left out; returns the folder."""
    for name, text in example_files().items():
        if name != without:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    return folder


def traces(text: str) -> list[str]:
    """The words in a text that only the Technician Commitment has."""
    return _TRACES.findall(text)
