"""What brackets tell of lines: one that is open goes on, and one with a date that closes many lines ends an item."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from tcplan.importing.readers.pdf.lines import TextLine

_LINES: Final = 3
_MANY: Final = 3


def is_bracket_open(lines: Sequence[TextLine]) -> bool:
    """Whether the last of some lines of a paragraph leave a bracket open."""
    text = " ".join(line.text for line in lines[-_LINES:])
    return text.rfind("(") > text.rfind(")")


def end_with_dates(lines: Sequence[TextLine]) -> bool:
    """Whether so many lines end with a year in brackets that items end there, such as `(Deans, by May 2027)`."""
    return sum(ends_with_date(line) for line in lines) >= _MANY


def ends_with_date(line: TextLine) -> bool:
    """Whether a line ends with a year in brackets."""
    return _date_pattern().search(line.text) is not None


@cache
def _date_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)\d\d\)[.;]?$")
