"""What the cells of a column hold, over all of its rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tcplan.importing.finding.cell_kinds import Kind, kinds_of
from tcplan.importing.finding.value_words import RAG_LETTERS, THEME_LETTERS

_VALUES = frozenset({Kind.ID, Kind.NUMBER, Kind.PRIORITY, Kind.TIMELINE, Kind.RAG, Kind.TICK, Kind.THEME})


@dataclass(slots=True)
class ColumnFacts:
    """A column: its header, and the words and colours of its cells that say something.

    Attributes:
        index: Its place in the table.
        header: Its header.
        label: Its header with the one above it.
        texts: What the cells say; those of a merged cell count once.
        fills: The colours of their grounds.
        rows: The rows where these cells begin.
    """

    index: int
    header: str
    label: str
    texts: list[str] = field(default_factory=list)
    fills: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    _counted: tuple[int, dict[Kind, float]] = field(default_factory=lambda: (-1, {}), repr=False)

    def share(self, kind: Kind) -> float:
        """The share of the cells that may hold this."""
        return self._shares().get(kind, 0.0)

    def share_of_values(self) -> float:
        """The share of the cells that hold a value of a few words: an id, a date, a state."""
        return self._shares().get(Kind.EMPTY, 0.0)

    def share_without_digits(self) -> float:
        """The share of the cells that have no digit."""
        return (
            sum(not any(one.isdigit() for one in text) for text in self.texts) / len(self.texts) if self.texts else 0.0
        )

    def _shares(self) -> dict[Kind, float]:
        """The shares of all kinds, counted again when cells have come."""
        if self._counted[0] != len(self.texts):
            self._counted = (len(self.texts), self._count())
        return self._counted[1]

    def _count(self) -> dict[Kind, float]:
        counts: Counter[Kind] = Counter()
        total = 0
        not_meant = self._not_meant()
        for text, fill in zip(self.texts, self.fills, strict=True):
            kinds = self._kinds(text, fill, not_meant)
            if Kind.NO_VALUE in kinds:
                continue
            total += 1
            counts.update(kinds)
            if kinds & _VALUES and Kind.PROSE not in kinds:
                counts[Kind.EMPTY] += 1
        return {kind: count / total for kind, count in counts.items()} if total else {}

    def _kinds(self, text: str, fill: str, not_meant: Kind) -> frozenset[Kind]:
        kinds = kinds_of(text, fill if not text else "")
        if len(text) <= 2 and text.isalpha():  # noqa: PLR2004 -- "R" and "CD" say what they are only beside the others
            kinds -= {not_meant}
        if kinds & _VALUES:
            kinds -= {Kind.NAMES}
        return kinds

    def _not_meant(self) -> Kind:
        """What the letters of this column are not: states beside a V or an S, themes beside an A or a G."""
        letters = {text.casefold() for text in self.texts if len(text) <= 2}  # noqa: PLR2004
        if letters & {"v", "s", "cd", "ei", "e"}:
            return Kind.RAG
        if (letters <= RAG_LETTERS and letters & {"a", "g", "b"}) or not letters <= THEME_LETTERS:
            return Kind.THEME
        return Kind.NO_VALUE


NEXT_TABLE = 1_000_000
"""How far the rows of a table are from those of the one before it, where several are looked at as one."""


def merge_facts(several: Sequence[dict[int, ColumnFacts]]) -> dict[int, ColumnFacts]:
    """The facts of tables with the same columns as those of one table."""
    merged: dict[int, ColumnFacts] = {}
    for place, facts in enumerate(several):
        for index, one in facts.items():
            into = merged.setdefault(index, ColumnFacts(index, one.header, one.label))
            into.texts.extend(one.texts)
            into.fills.extend(one.fills)
            into.rows.extend(row + place * NEXT_TABLE for row in one.rows)
    return merged
