"""What a house style decides; everything else about the layout is the same for every file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tcplan.findings.span import Path


@dataclass(frozen=True)
class Style:
    """`order` gives the keys of the mapping at a path in order, or nothing where they stay as they are.

    `apart` says whether a blank line parts what stands at a path from what is above it.
    """

    order: Callable[[Path], tuple[str, ...]]
    apart: Callable[[Path], bool]

    def arranged(self, path: Path, entries: Sequence[Path]) -> Sequence[Path]:
        """The entries of the collection at a path in order: unknown keys at the end, lists as they are."""
        order = self.order(path) if isinstance(entries[0][-1], str) else ()
        if not order:
            return entries
        ranks: dict[str | int, int] = {key: rank for rank, key in enumerate(order)}
        return sorted(entries, key=lambda entry: ranks.get(entry[-1], len(ranks)))
