"""How a heading says that the actions below it are finished: `Completed actions`, `Actions completed in 2023-25`."""

import re
from functools import cache


@cache
def _finished_pattern() -> re.Pattern[str]:
    done = r"(?:completed?|closed|finished|achieved|delivered|done)"
    year = r"(?:20)?\d\d"
    years = rf"(?:20\d\d(?:\s*(?:[-\u2013/]|to|and|until)\s*{year})?)"
    period = rf"(?:(?:from|in|of|since|during|between|over|up to) )?(?:the )?[(\[]?{years}[)\]]?"
    when = rf"(?:,? (?:to date|so far|already|{period}|(?:from|in|during|under) the (?:last|previous|first|old) \w+))?"
    what = r"(?: (?:actions?|items?|tasks?|commitments?))"
    return re.compile(
        rf"\W*(?:list of )?(?:all )?(?:{years} )?(?:our )?{done}(?: (?:and|or|/) (?:completed?|closed|finished))?"
        rf"(?:{what}?|{what}{when})\W*"
        rf"|\W*(?:{years} )?(?:our )?actions? (?:that (?:are|have been|were|we) )?{done}{when}\W*",
        re.IGNORECASE,
    )


def is_finished(heading: str) -> bool:
    """Whether a heading says that the actions below it are finished, and perhaps when they were."""
    return _finished_pattern().fullmatch(" ".join(heading.split()).replace(": ", " ")) is not None
