"""What page one consists of, whatever document it is in."""

from dataclasses import dataclass

from tcplan.views.documents.page_one.bar import ColourBar
from tcplan.views.documents.parts import Badge, Table, TextItem


@dataclass(frozen=True, slots=True)
class PageOne:
    """The page that is read where only one is.

    `counted` says what the bar and the table count, `more_exceptions` and `more_measures` what they leave out.
    """

    badge: Badge | None
    headline: str
    sentences: tuple[TextItem, ...]
    bar: ColourBar | None
    counts: Table | None
    counted: str
    exceptions: Table | None
    more_exceptions: TextItem | None
    measures: Table | None
    more_measures: TextItem | None
    asked: tuple[TextItem, ...]
