"""A document as pieces in reading order: lines of text, tables of actions, and other tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from tcplan.importing.document import Paragraph, SourcePlace, SourceTable
from tcplan.importing.finding.cell_lists import is_item
from tcplan.importing.finding.plan_tables import PlanTable
from tcplan.importing.found import Field

SHEET_RANK = 1
COLUMN_RANK = 30


@dataclass(slots=True)
class Line:
    """A paragraph in the running text.

    Attributes:
        paragraph: The paragraph.
        heading: The level of the heading, which may come from where it stands, such as above a column of a poster.
        is_listed: Whether it is one of the lines in a cell of a poster, each of which says something of its own.
        is_action: Whether it is the title of an action whose fields come below it.
        is_below: Whether it is a step of the item above it, though it is no deeper in the list.
        label: What the lines below it say, if it is a label in a line of its own that all actions have.
        is_value: Whether it is below such a label.
    """

    paragraph: Paragraph
    heading: int = 0
    is_listed: bool = False
    is_action: bool = False
    is_below: bool = False
    label: Field | None = None
    is_value: bool = False

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list, or one of the lines in a cell of a poster."""
        return self.is_listed or is_item(self.paragraph)


@dataclass(slots=True)
class OtherTable:
    """A table that holds no actions."""

    table: SourceTable


@dataclass(slots=True)
class SheetName:
    """The name of a sheet, or the caption of a table: no fragment of the document, but a heading."""

    name: str
    place: SourcePlace
    is_sheet: bool


@dataclass(slots=True)
class FormTable:
    """A table of labels and values that says something about the action whose title is above it."""

    table: PlanTable


Piece = Line | PlanTable | OtherTable | SheetName | FormTable


def plan_tables(pieces: Sequence[Piece]) -> list[PlanTable]:
    """The tables of actions among the pieces."""
    return [piece for piece in pieces if isinstance(piece, PlanTable)]
