"""The ids in the names of forms: `Action sheet A1` is the form of the action A1."""

import re
from collections.abc import Iterable
from functools import cache

from tcplan.importing.finding.groups import is_sheet_name
from tcplan.importing.finding.ids import read_id
from tcplan.importing.found import FoundEntry


@cache
def _number_pattern() -> re.Pattern[str]:
    """The id at the end of a name, perhaps with how many forms there are: `Action sheet 3 of 14`."""
    return re.compile(r"(?P<number>[A-Za-z]{0,5}[-_. /]?\d[\d./-]*)(?:\s+of\s+\d+)?\W*$")


def sheet_id(heading: str) -> str:
    """The id of the action whose form a heading names; empty for any other heading."""
    found = _number_pattern().search(heading) if is_sheet_name(heading) else None
    return read_id(found["number"].strip()) if found else ""


def give_sheet_id(number: str, actions: Iterable[FoundEntry]) -> None:
    """Give the id of a form to the action that is in it; a form with several actions has none of them."""
    found = list(actions)
    if len(found) == 1 and not found[0].number:
        found[0].number = number
