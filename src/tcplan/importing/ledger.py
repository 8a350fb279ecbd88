"""The account of a document: every fragment that is not empty, and where its words went."""

from collections.abc import Iterable, Iterator

from tcplan.importing.document import Paragraph, SourceDocument, paragraphs_in


class Ledger:
    """What became of each paragraph of a document. Whatever nobody puts somewhere is left over, and so never lost."""

    def __init__(self, document: SourceDocument) -> None:
        self._places: dict[int, list[str]] = {}
        self._fragments = [one for one in paragraphs_in(document.blocks) if one.text.strip()]

    def put(self, paragraphs: Iterable[Paragraph], where: str) -> None:
        """The words of these paragraphs went here: `1.1.2 > due`, `header`, `about of the plan`."""
        for paragraph in paragraphs:
            self._places.setdefault(id(paragraph), []).append(where)

    def places_of(self, paragraph: Paragraph) -> tuple[str, ...]:
        """Where its words went; empty if nowhere yet."""
        return tuple(self._places.get(id(paragraph), ()))

    def unplaced(self) -> Iterator[Paragraph]:
        """What nobody has put anywhere, in the order of the document."""
        return (one for one in self._fragments if id(one) not in self._places)

    @property
    def total(self) -> int:
        """How many fragments the document has."""
        return len(self._fragments)
