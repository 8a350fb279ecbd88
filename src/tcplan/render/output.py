"""Writing a document: never over a file that the workspace reads."""

import os
from pathlib import Path

from tcplan.errors import RefusedError, UsageError
from tcplan.settings import PROJECT_FILE, SETTINGS_FILE
from tcplan.sources import ENDINGS
from tcplan.text.files import write_whole
from tcplan.workspace import Workspace


def check_target(output: Path, workspace: Workspace, root: Path) -> None:
    """Refuse a target that is a plan file, a setting or a template, or that lies in a folder that is not there."""
    real = output.resolve()
    if output.is_dir():
        raise UsageError(f"{output} is a folder", "name a file in it, such as plan.html")
    if not output.parent.is_dir():
        raise UsageError(f"{output.parent} is no folder", "make it first, or name a file in another folder")
    if any(one.suffix.lower() in ENDINGS for one in (output, real)) or _is_read(real, workspace, root):
        raise RefusedError(
            f"{output} is a file that tcplan reads; nothing was written",
            "a document is written to a file of its own, such as plan.html",
        )


def write_document(output: Path, text: str) -> None:
    """Write the whole document, or nothing."""
    write_whole(output, text)


def _is_read(real: Path, workspace: Workspace, root: Path) -> bool:
    if real.name in (SETTINGS_FILE, PROJECT_FILE) or real.is_relative_to(root.resolve() / "templates"):
        return True
    return any(_same(real, root / file.name) for file in workspace.files)


def _same(one: Path, other: Path) -> bool:
    """Whether two names are one file, through links and whatever the case of letters."""
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 (Path.samefile is the same)
    except OSError:
        return False
