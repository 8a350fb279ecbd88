"""The account of a document: every fragment that is not empty, and where its words went."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tcplan.importing.document import Block, Paragraph, SourceDocument, SourceTable, paragraphs_in
from tcplan.importing.draft import DraftEntry, DraftPlan

HEADER: Final = "header"
REPEATED: Final = "repeated"
EMPTY: Final = "empty"
SAYS_NOTHING: Final = frozenset({EMPTY, "nothing"})
"""Where words are put that say that a field has no value, or are in a column that nobody wants."""


class Placement(NamedTuple):
    """Where the words of a fragment went, as the one who put them there says; `accounts` checks it.

    Attributes:
        key: The key that holds them; `header` or `repeated` for words that only say what others are, or say it again.
        holder: The entry or the plan that has the key; None for headers and repeated words.
        read: Those words that the value stands for without holding them: `31/03/2027` beside `2027-03-31`.
    """

    key: str
    holder: DraftEntry | DraftPlan | None = None
    read: str = ""


class Ledger:
    """What became of each paragraph of a document. Whatever nobody puts somewhere is left over, and so never lost."""

    def __init__(self, document: SourceDocument) -> None:
        self._placements: dict[int, list[Placement]] = {}
        self.names = list(_names_in(document.blocks))
        self.charted: set[str] = set()
        """The headers of a chart of time, which draws what is written beside it: they need not be in the plan."""
        self.fragments = [*self.names, *(one for one in paragraphs_in(document.blocks) if one.text.strip())]

    def put(
        self, paragraphs: Iterable[Paragraph], key: str, holder: DraftEntry | DraftPlan | None = None, read: str = ""
    ) -> None:
        """The words of these paragraphs went here; `read` are those that the value only stands for."""
        for paragraph in paragraphs:
            known = self._placements.setdefault(id(paragraph), [])
            if known and known[-1].key == key and known[-1].holder is holder:
                known[-1] = known[-1]._replace(read=f"{known[-1].read} {read}".strip())  # another item of the same cell
            else:
                known.append(Placement(key, holder, read))

    def placements_of(self, paragraph: Paragraph) -> tuple[Placement, ...]:
        """Where its words went; empty if nowhere yet."""
        return tuple(self._placements.get(id(paragraph), ()))

    def unplaced(self) -> Iterator[Paragraph]:
        """What nobody has put anywhere, in the order of the document."""
        names = {id(one) for one in self.names}  # nobody puts the name of a sheet anywhere: it is looked for
        return (one for one in self.fragments if id(one) not in self._placements and id(one) not in names)

    @property
    def total(self) -> int:
        """How many fragments the document has."""
        return len(self.fragments)


def _names_in(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The names of sheets and the captions of tables, which are words of the document too."""
    for block in blocks:
        if isinstance(block, SourceTable):
            if block.name.strip():
                yield Paragraph(block.name, block.place)
            for row in block.rows:
                for cell in row.cells:
                    yield from _names_in(cell.blocks)
