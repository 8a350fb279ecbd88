"""The names of the live figures, in the order in which people are told of them, and what each is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from tcplan.values.rag import Colour

REVIEWED: Final = "reviewed"
SUBMITTED: Final = "submitted"
"""The words that a name begins with to say whose figure it is; the name of a plan does as well."""

_COLOURS: Final = (Colour.GREEN, Colour.AMBER, Colour.RED, Colour.BLUE, Colour.GREY)


class FigureMeaning(NamedTuple):
    """What a figure is, in a few words, and how it is counted."""

    what: str
    how: str


ACTION_FIGURES: Final[Mapping[str, FigureMeaning]] = MappingProxyType(
    {
        "total": FigureMeaning("all actions", "all that belong to the plan on the day"),
        "complete": FigureMeaning("complete actions", "those that are reported as complete"),
        "open": FigureMeaning("open actions", "those that are neither complete nor closed"),
        "closed": FigureMeaning("closed actions", "those that were withdrawn, merged or superseded"),
        "overdue": FigureMeaning("overdue actions", "open ones that are past their due date"),
        "not_reported": FigureMeaning("actions without a colour", "those without a report that counts"),
        **{
            colour.value: FigureMeaning(
                f"{colour.value} actions", "of a reviewed plan by their closing colour, else as they are reported"
            )
            for colour in _COLOURS
        },
    }
)

MEASURE_FIGURES: Final[Mapping[str, FigureMeaning]] = MappingProxyType(
    {
        "baseline": FigureMeaning("the first reading of the measure", "the one before all others"),
        "latest": FigureMeaning("the last reading of the measure", "the last one up to the day"),
        "target": FigureMeaning("the target of the measure", "the one that comes next on the day, or came last"),
    }
)

CASE_STUDIES: Final = "case_studies.count"
CASE_STUDIES_MEANING: Final = FigureMeaning(
    "case studies", "those of the institution that had begun on the day, or have no date"
)
