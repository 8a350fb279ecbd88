"""Files that a command may write beside the plans: never one that the workspace reads."""

import os
from collections.abc import Iterable
from pathlib import Path

from tcplan.errors import RefusedError, UsageError
from tcplan.files.settings import PROJECT_FILE, SETTINGS_FILE
from tcplan.files.sources import ENDINGS


def check_output_path(output: Path, root: Path, names: Iterable[str], such_as: str) -> None:
    """Refuse a target that is a plan file, a setting or a template, or whose folder does not exist.

    `names` are the files of the workspace at `root`; `such_as` is an example of a good name.
    """
    real = output.resolve()
    if output.is_dir():
        raise UsageError(f"{output} is a folder", f"name a file in it, such as {such_as}")
    if not output.parent.is_dir():
        raise UsageError(f"there is no folder {output.parent}", "make it first, or name a file in another folder")
    if any(one.suffix.lower() in ENDINGS for one in (output, real)) or _is_read(real, root, names):
        raise RefusedError(
            f"{output} is a file that tcplan reads; nothing was written",
            f"write to another file, such as {such_as}",
        )


def _is_read(real: Path, root: Path, names: Iterable[str]) -> bool:
    if real.name in (SETTINGS_FILE, PROJECT_FILE) or real.is_relative_to(root.resolve() / "templates"):
        return True
    return any(_same(real, root / name) for name in names)


def _same(one: Path, other: Path) -> bool:
    """Whether two names are the same file, also through links and on systems that ignore case."""
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 (Path.samefile is the same)
    except OSError:
        return False
