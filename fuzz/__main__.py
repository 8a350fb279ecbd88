"""`python -m fuzz`: run hostile cases for some minutes, or one case again."""

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from fuzz.case import CASE_FILE, Case
from fuzz.corpus import REPOSITORY
from fuzz.keeping import FailureKeeper, announce
from fuzz.making import make_case
from fuzz.running import warm_up
from fuzz.trying import Laboratory

_FAILURES: Final = Path("build/fuzz")
_PROGRAM_EVERY: Final = 40
_NEWS_EVERY: Final = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Run cases until the time is over, or somebody presses Ctrl-C; returns 1 where a promise is broken."""
    options = read_options(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="tcplan-fuzz-") as folder:
        warm_up(REPOSITORY / "examples")
        laboratory = Laboratory(Path(folder))
        if options.case:
            return run_again(options.case, laboratory)
        keeper = FailureKeeper(options.failures, laboratory)
        with suppress(KeyboardInterrupt):
            fuzz(options, laboratory, keeper)
        announce(keeper.summary() or "every promise was kept")
        return 1 if keeper.counts else 0


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    made = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    made.add_argument("--minutes", type=float, default=60.0, help="for how long; default: 60")
    made.add_argument("--cases", type=int, default=sys.maxsize, help="how many at most")
    made.add_argument("--seed", type=int, default=int(time.time()), help="the same seed makes the same cases")
    made.add_argument("--start", type=int, default=0, help="the number of the first case")
    made.add_argument(
        "--case", help="a folder that was kept, or SEED-NUMBER: run it once more and print what it prints"
    )
    made.add_argument("--failures", type=Path, default=_FAILURES, help=f"where failures are kept; default: {_FAILURES}")
    return made.parse_args(arguments)


def fuzz(options: argparse.Namespace, laboratory: Laboratory, keeper: FailureKeeper) -> None:
    """Run one case after the other until the time is over."""
    began = news = time.monotonic()
    announce(f"seed {options.seed}; a program takes {laboratory.baseline / 2**20:.0f} MB at its start")
    number = options.start
    for number in _numbers(options, began):
        keeper.add(laboratory.try_case(make_case(options.seed, number), program=number % _PROGRAM_EVERY == 0))
        if time.monotonic() - news > _NEWS_EVERY:
            news = time.monotonic()
            rate = (number - options.start) / (news - began)
            announce(f"case {options.seed}-{number}: {rate:.0f} a second; {len(keeper.counts)} kinds of failures")
    announce(
        f"{number - options.start + 1} cases of seed {options.seed} in {(time.monotonic() - began) / 60:.1f} minutes"
    )


def _numbers(options: argparse.Namespace, began: float) -> Iterator[int]:
    for number in range(options.start, options.start + options.cases):
        if time.monotonic() - began > options.minutes * 60:
            return
        yield number


def run_again(named: str, laboratory: Laboratory) -> int:
    """Run one case as a program, and print everything about it; its files are kept to be looked at."""
    kept = Path(named)
    case = Case.read(kept) if (kept / CASE_FILE).is_file() else make_case(*map(int, named.split("-")))
    root = Path(tempfile.mkdtemp(prefix="tcplan-case-"), "case")
    case.build(root)
    trial = laboratory.try_case(case, program=True)
    printed = (trial.outcome.stdout + trial.outcome.stderr).decode("utf-8", "replace")
    variables = "".join(f"{name}={value!a} " for name, value in case.environment.items())
    announce(f"{root / case.cwd}$ {variables}tcplan {' '.join(map(ascii, case.arguments))}\n{printed}")
    announce(f"exit code {trial.outcome.code}, {trial.outcome.seconds:.1f} s, {trial.outcome.memory / 2**20:.0f} MB")
    for failure in trial.failures:
        announce(f"broken: {failure.kind}: {failure.seen}")
    return 1 if trial.failures else 0


if __name__ == "__main__":
    sys.exit(main())
