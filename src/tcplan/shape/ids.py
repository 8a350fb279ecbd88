"""The id that an entry without one most probably has, so that references to it do not dangle as well."""

import re
from typing import Any

from tcplan.finding import Path
from tcplan.shape.mends import value_at


def guess_id(root: Any, entry: Path) -> str:
    """The id after that of the entry before (or before that of the one after), if nobody has it."""
    index = entry[-1] if entry else 0
    siblings = value_at(root, entry[:-1])
    if not isinstance(index, int) or not isinstance(siblings, list):
        return "?"
    taken = {str(sibling.get("id")) for sibling in siblings if isinstance(sibling, dict)}
    for neighbour, step in ((index - 1, 1), (index + 1, -1)):
        if 0 <= neighbour < len(siblings) and isinstance(siblings[neighbour], dict):
            found = _shifted(str(siblings[neighbour].get("id", "")), step)
            if found and found not in taken:
                return found
    return f"entry-{index + 1}"


def _shifted(text: str, step: int) -> str:
    match = re.search(r"\d{1,9}$", text)
    if match is None or int(match[0]) + step < 1:
        return ""
    return f"{text[: match.start()]}{int(match[0]) + step}"
