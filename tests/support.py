"""What tests of whole commands share: the real program in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
EXAMPLES = REPOSITORY / "examples"


def tcplan(
    *arguments: str | Path, cwd: Path | None = None, typed: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `tcplan` with the arguments, from a folder, with environment variables beside the usual ones.

    `typed` is what it reads from its standard input.
    """
    return subprocess.run(
        [sys.executable, "-m", "tcplan", *map(str, arguments)],
        cwd=cwd or REPOSITORY,
        env={**os.environ, **environment},
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def write(folder: Path, **files: str) -> Path:
    """Write plan files into a workspace: `phase_1="..."` becomes plans/u/phase-1.yaml. Returns the workspace."""
    plans = folder / "plans" / "u"
    plans.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (plans / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return folder
