"""Builds a case in a folder of its own, runs it, and looks at what it has done."""

import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from fuzz.case import Case, Entry
from fuzz.promises import FAULT, Failure, broken_promises, fault_kind, read_tree
from fuzz.running import Outcome, run_as_program, run_in_fork

_TRACEBACK = {"TCPLAN_TRACEBACK": "1"}
_NEXT_TO_NOTHING = {"ws/plans/u/institution.yaml": Entry(content=b"kind: institution\nformat: 1\nname: U\n")}


@dataclass(frozen=True)
class Trial:
    """A case, how it ended, and the promises that it broke."""

    case: Case
    outcome: Outcome
    failures: tuple[Failure, ...]


class Laboratory:
    """A folder in which cases are built and run, one after the other.

    `baseline` is the memory in bytes that a program takes to check a file of three lines.
    """

    def __init__(self, folder: Path) -> None:
        (folder / ".git").mkdir()  # no workspace is looked for above
        self._folder = folder
        self._number = 0
        self.baseline = 0
        self.baseline = self._run(Case("baseline", _NEXT_TO_NOTHING, ("validate",)), program=True)[0].memory

    def try_case(self, case: Case, *, program: bool = False) -> Trial:
        """Run a case, in a fork or as a program; a fault of tcplan's own is run once more, to see where it is."""
        outcome, failures = self._run(case, program=program)
        if outcome.code == FAULT:
            traced, _ = self._run(replace(case, environment={**case.environment, **_TRACEBACK}), program=program)
            named = Failure(fault_kind(FAULT, traced.stderr), traced.stderr.decode("utf-8", "replace")[-3000:])
            if b"Traceback" in traced.stderr:
                failures = (named, *(one for one in failures if not one.kind.startswith(f"exit {FAULT}")))
        return Trial(case, outcome, failures)

    def _run(self, case: Case, *, program: bool) -> tuple[Outcome, tuple[Failure, ...]]:
        self._number += 1
        root = self._folder / str(self._number)
        case.build(root)
        before = read_tree(root)
        outcome = run_as_program(case, root, self.baseline) if program else run_in_fork(case, root)
        failures = tuple(broken_promises(case, outcome, before, read_tree(root)))
        _remove(root)
        return outcome, failures


def _remove(root: Path) -> None:
    """Remove a folder, even where permissions protect a part of it, and the streams beside it."""
    for stream in root.parent.glob(f"{root.name}.*"):
        stream.unlink()
    shutil.rmtree(root, ignore_errors=True)
    while root.exists():
        for folder, _, _ in os.walk(root):
            Path(folder).chmod(0o700)
        shutil.rmtree(root, ignore_errors=True)
