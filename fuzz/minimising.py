"""A smaller case with the same failure: fewer files, then fewer lines, for as long as it is cheap."""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from fuzz.case import Case
from fuzz.trying import Laboratory

_SECONDS: Final = 20
_SLOW: Final = 2.0


def minimise(case: Case, kind: str, laboratory: Laboratory) -> Case:
    """Leave out what the failure of this kind does not need; a case that takes long stays as it is."""
    end = time.monotonic() + _SECONDS
    if laboratory.try_case(case).outcome.seconds > _SLOW:
        return case
    changed = True
    while changed:
        changed = False
        for smaller in _smaller(case):
            if time.monotonic() > end:
                return case
            if any(one.kind == kind for one in laboratory.try_case(smaller).failures):
                case, changed = smaller, True
                break
    return case


def _smaller(case: Case) -> Iterator[Case]:
    """What could be tried next, the largest steps first."""
    for variable in case.environment:
        yield replace(case, environment={name: one for name, one in case.environment.items() if name != variable})
    for name in case.entries:
        yield case.without(name)
    for at in range(len(case.arguments) - 1, 0, -1):
        yield replace(case, arguments=case.arguments[:at] + case.arguments[at + 1 :])
    for name, entry in case.entries.items():
        lines = entry.content.splitlines(keepends=True)
        step = len(lines) // 2
        while step:
            for at in range(0, len(lines), step):
                yield case.with_entry(name, replace(entry, content=b"".join(lines[:at] + lines[at + step :])))
            step //= 2
