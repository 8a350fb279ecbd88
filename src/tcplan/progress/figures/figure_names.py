"""The names of the live figures, in the order in which people are told of them, and what each is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tcplan.values.rag import Colour

REVIEWED: Final = "reviewed"
SUBMITTED: Final = "submitted"
"""The words that a name begins with to say whose figure it is; the name of a plan does as well."""

_COLOURS: Final = (Colour.GREEN, Colour.AMBER, Colour.RED, Colour.BLUE, Colour.GREY)

ACTION_FIGURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "total": "all actions",
        "complete": "actions that are reported as complete",
        "open": "actions that are neither complete nor closed",
        "closed": "actions that were closed: withdrawn, merged or superseded",
        "overdue": "actions that are past their due date, and neither complete nor closed",
        "not_reported": "actions without a colour, because there is no report that counts",
        **{
            colour.value: f"actions that are {colour.value}: by their closing colour in a review, else as reported"
            for colour in _COLOURS
        },
    }
)

MEASURE_FIGURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "baseline": "the first reading of the measure",
        "latest": "the last reading of the measure",
        "target": "the target of the measure that comes next, or came last",
    }
)

CASE_STUDIES: Final = "case_studies.count"
CASE_STUDIES_MEANING: Final = "case studies of the institution"
