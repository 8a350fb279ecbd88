"""The headings that action plans use in their tables, and the keys that mean the same here.

They are guesses for reading: what is below one is never renamed unasked.
"""

import re
from typing import Final

_KEYS: Final = {
    "rag": ("status", "state", "progress", "rag status", "rag rating"),
    "due": ("deadline", "due date", "end date", "timescale", "timeline", "timeframe", "target date", "by when"),
    "success": ("success criteria", "success criterion", "success measure", "outcome", "success indicator"),
    "about": ("description", "rationale"),
    "note": ("comment", "note", "commentary"),
    "owners": ("owner", "responsible", "responsibility", "by whom", "who"),
    "title": ("name", "action", "objective"),
    "start": ("start date",),
    "measured_by": ("kpi",),
    "why": ("because", "reason"),
}
_USUAL: Final = {heading: key for key, headings in _KEYS.items() for heading in headings}

CURLY: Final = "\u201c\u201d\u201e\u2018\u2019\u201a"
"""The quotes of word processors, which are letters like any other to YAML."""


def heading_alias(heading: str) -> str | None:
    """The key that means the same as a heading of a table."""
    words = re.sub("[-_ ]+", " ", heading.strip().lower()).removesuffix("(s)")
    return _USUAL.get(words) or _USUAL.get(words.removesuffix("s"))


def without_curly(text: str) -> str:
    """A text without the curly quotes around it; one that has not both is left as it is."""
    is_quoted = len(text) > 2 and text[0] in CURLY and text[-1] in CURLY  # noqa: PLR2004 (more than the quotes)
    return text[1:-1] if is_quoted else text
