"""The id that an entry without one most probably has, so that references to it do not dangle as well."""

import re
from functools import cache
from typing import Any, Final

from tcplan.findings.span import Path
from tcplan.shape.recovery import value_or_none


@cache
def _numbered_pattern() -> re.Pattern[str]:
    return re.compile(r"([A-Za-z0-9][\w.()&+-]*?)?([0-9]{1,9})")


NO_ID: Final = "unknown"


def guess_id(root: Any, entry: Path, key: str) -> str:
    """The id after that of the entry before (or before that of the one after), if nobody has it."""
    index = entry[-1] if entry else 0
    siblings = value_or_none(root, entry[:-1])
    if not isinstance(index, int) or not isinstance(siblings, list):
        return NO_ID
    taken = {str(sibling.get(key)) for sibling in siblings if isinstance(sibling, dict)}
    for neighbour, step in ((index - 1, 1), (index + 1, -1)):
        if 0 <= neighbour < len(siblings) and isinstance(siblings[neighbour], dict):
            found = _shifted(str(siblings[neighbour].get(key, "")), step)
            if found and found not in taken:
                return found
    return f"entry-{index + 1}"


def _shifted(text: str, step: int) -> str:
    match = _numbered_pattern().fullmatch(text)
    if match is None or int(match[2]) + step < 1:
        return ""
    return f"{match[1] or ''}{int(match[2]) + step}"
