"""Consent that is written twice: nobody knows which of the two counts, so nobody has agreed."""

from collections.abc import Iterable
from typing import Any

from tcplan.findings.codes import DUPLICATE_KEY
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.shape.recovery import value_or_none

_CONSENT = "consent"


def without_doubtful_consent(data: dict[str, Any], problems: Iterable[Problem]) -> dict[str, Any]:
    """The data with `consent: no` where the key is repeated, or several keys of an item are."""
    for problem in problems:
        if problem.code is DUPLICATE_KEY and problem.path:
            holder = problem.path[:-1] if problem.path[-1] == _CONSENT else problem.path
            found = value_or_none(data, holder)
            if isinstance(found, dict) and _CONSENT in found:
                data = _replaced(data, (*holder, _CONSENT), "no")
    return data


def _replaced(data: Any, path: Path, value: str) -> Any:
    """A copy of what is on the way to a value, with another value there."""
    if not path:
        return value
    copy = data.copy()
    copy[path[0]] = _replaced(data[path[0]], path[1:], value)
    return copy
