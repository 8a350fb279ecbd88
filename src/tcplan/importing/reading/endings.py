"""Status words that say that an action has ended without being finished."""

import re
from functools import cache
from typing import Final

_ENDINGS: Final = (
    ("superseded", r"superseded|replaced|overtaken"),
    ("merged", r"merged|combined|incorporated|subsumed|absorbed"),
    (
        "withdrawn",
        (
            r"withdrawn|cancell?ed|abandoned|discontinued|dropped|removed|no longer (?:applicable|required|needed"
            r"|relevant|pursued|being pursued|going ahead|planned|appropriate|feasible|possible|a priority)"
            r"|not (?:being )?(?:taken forward|pursued|proceeding|going ahead)|will not (?:proceed|go ahead|be pursued)"
        ),
    ),
)
"""How an action has ended, as a plan file says it, by the words at the beginning of a status."""


@cache
def _ending_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((how, re.compile(rf"(?:now )?(?:{words})(?!\w)", re.IGNORECASE)) for how, words in _ENDINGS)


def ending_of(status: str) -> str:
    """How an action has ended that has this status; empty for one that has not."""
    words = status.strip(" *.:–—-")
    if words.endswith("?"):
        return ""
    return next((how for how, pattern in _ending_patterns() if pattern.match(words)), "")
