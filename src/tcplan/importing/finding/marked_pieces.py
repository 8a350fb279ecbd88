"""The pieces of a document with their headings, while it is read."""

from dataclasses import dataclass

from tcplan.importing.finding.groups import GroupTitle
from tcplan.importing.finding.pieces import Piece
from tcplan.importing.found import Words


@dataclass(slots=True)
class OpenHeading:
    """A heading that is open: what it says and how deep it is.

    Attributes:
        rank: How deep it is.
        group: What it says.
        words: Its words.
        used: Whether actions are below it.
        heads_table: Whether a table of actions is right below it, and no other heading between.
    """

    rank: int
    group: GroupTitle
    words: Words
    used: bool = False
    heads_table: bool = False


@dataclass(slots=True)
class MarkedPiece:
    """A piece, and the heading that it is."""

    piece: Piece
    heading: OpenHeading | None = None
    is_entry: bool = False
