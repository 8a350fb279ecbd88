"""Sixty actions come from a Word document as quickly as a command may take."""

import subprocess
import sys
from pathlib import Path

import pytest
from importing.making import word
from importing.making.guarded_run import run_guarded
from support import close_off

_BARE = "import resource, sys; print(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]))"
_STARTS = 100.0
"""How many starts of bare Python it may take: a second and a half, where one takes 15 ms."""


def bare_python() -> float:
    """The processor time of Python that does nothing, the middle one of five runs, in seconds."""
    runs = (subprocess.run([sys.executable, "-c", _BARE], capture_output=True, text=True, check=True) for _ in range(5))
    return sorted(float(run.stdout) for run in runs)[2]


@pytest.mark.unmeasured
def test_sixty_actions_take_little_time(tmp_path: Path) -> None:
    """Imports, reading, checking and writing, as a multiple of the start of Python; the best of three runs."""
    close_off(tmp_path)
    rows = [
        (f"{at // 4 + 1}. Objective of group {at // 4 + 1}", f"{at // 4 + 1}.{at % 4 + 1} Publish what team {at} does",
         "High", "HR, Head of Workshops", f"{at % 12 + 1}/2027", f"Forty pages in {at % 3 + 1} years")
        for at in range(60)
    ]  # fmt: skip
    header = ("Objective", "Action", "Priority", "Owners", "Due date", "Success measures")
    word.write_word(tmp_path / "plan.docx", word.heading("Action plan 2025-2028"), word.rows_of(header, *rows))
    runs = [run_guarded(tmp_path, "import", "plan.docx", "--into", f"new-{at}") for at in range(3)]
    assert {run.code for run in runs} == {0}
    assert "60 actions" in runs[0].stdout
    assert min(run.seconds for run in runs) <= _STARTS * bare_python()
