"""Failures by kind: each is counted, the first of a kind is kept as a folder and printed."""

import sys
from collections import Counter
from pathlib import Path
from typing import Final

from fuzz.minimising import minimise
from fuzz.promises import Failure
from fuzz.trying import Laboratory, Trial

_LETTERS: Final = 60


class FailureKeeper:
    """Counts failures, and keeps the first of each kind, made smaller, in a folder below `folder`."""

    def __init__(self, folder: Path, laboratory: Laboratory) -> None:
        self.counts: Counter[str] = Counter()
        self.first: dict[str, str] = {}
        self._folder = folder
        self._laboratory = laboratory

    def add(self, trial: Trial) -> None:
        """Count the failures of a case."""
        for failure in trial.failures:
            self.counts[failure.kind] += 1
            if self.counts[failure.kind] == 1:
                self._keep(trial, failure)

    def _keep(self, trial: Trial, failure: Failure) -> None:
        name = "".join(letter if letter.isalnum() else "-" for letter in failure.kind)[:_LETTERS].strip("-")
        folder = self._folder / f"{trial.case.name}-{name}"
        self.first[failure.kind] = trial.case.name
        announce(f"{trial.case.name}: {failure.kind}\n    {folder}\n    {failure.seen[-300:]}")
        small = minimise(trial.case, failure.kind, self._laboratory)
        small.save(folder)
        again = self._laboratory.try_case(small, program=True)
        told = _description(trial, failure, confirmed=failure.kind in {one.kind for one in again.failures})
        (folder / "failure.txt").write_text(told, "utf-8", "backslashreplace")

    def summary(self) -> str:
        """All kinds, the frequent ones first, each with the case that showed it first."""
        return "".join(f"{count:6}  {kind}  ({self.first[kind]})\n" for kind, count in self.counts.most_common())


def _description(trial: Trial, failure: Failure, *, confirmed: bool) -> str:
    case, outcome = trial.case, trial.outcome
    lines = [failure.kind, failure.seen, f"command: {case.arguments!a}", f"changes: {', '.join(case.changes)}"]
    lines += [f"exit code {outcome.code}, {outcome.seconds:.1f} s, {outcome.memory / 2**20:.0f} MB"]
    lines += [f"as a program of its own: {'the same' if confirmed else 'not so'}"]
    return "\n".join([*lines, "", outcome.stderr[-5000:].decode("utf-8", "replace")])


def announce(sentence: str) -> None:
    """Say something while the fuzzer runs."""
    sys.stderr.write(sentence.encode("ascii", "backslashreplace").decode() + "\n")
    sys.stderr.flush()
