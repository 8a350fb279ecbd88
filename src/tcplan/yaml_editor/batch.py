"""Changes that can be made in one go, since none touches what another one does.

A file of answers changes hundreds of actions; to read the file again after each would take quadratic time.
"""

from bisect import bisect

from tcplan.findings.change import Change, Insert, Remove, Rename, Set
from tcplan.findings.span import Path, Value
from tcplan.yaml_editor.data_edits import MissingError, apply_change, value_at
from tcplan.yaml_editor.edit_planner import plan_splices
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.splice import Splice
from tcplan.yaml_reader.reader import Document


class Batch:
    """Changes of one document, taken one after the other; `data` are those that they are meant to give."""

    def __init__(self, document: Document) -> None:
        self.data: Value = document.data
        self.splices: list[Splice] = []
        self._view = SourceView(document)
        self._reaches: set[Path] = set()
        self._above: set[Path] = set()
        self._removed: dict[Path, int] = {}
        """The lists that lose items, with the first of those: one before it can go too, since it has not moved."""

    def take(self, change: Change) -> bool:
        """Take a change, or say that it needs another batch; raises MissingError and UnsafeError."""
        reaches = _reaches(change, self.data)
        goes_too = self._is_before_removed(change, reaches)
        if not goes_too and any(map(self._is_reached, reaches)):
            return False
        data = apply_change(self.data, change)
        # Planned in the document as it was read: as long as no two splices touch, all offsets are those of its text.
        found = sorted(plan_splices(self._view, change), key=lambda one: (one.start, one.end))
        before = None
        if goes_too:
            before = self.splices.copy()
            found = [self._with_touching(splice) for splice in found]
        if any(map(self._collides, found)):
            self.splices = self.splices if before is None else before
            return False
        self.data = data
        if isinstance(change, Remove) and isinstance(index := change.path[-1], int):
            self._removed[change.path[:-1]] = index
        for splice in found:
            self.splices.insert(bisect(self.splices, (splice.start, splice.end), key=lambda one: one[:2]), splice)
        for reach in reaches:
            self._reaches.add(reach)
            self._above.update(reach[:depth] for depth in range(len(reach)))
        return True

    def _is_reached(self, reach: Path, *, below: bool = True) -> bool:
        """Whether another change has to do with an entry, with what holds it or, unless `below` is false, it holds."""
        is_above = below and reach in self._above
        return is_above or any(reach[:depth] in self._reaches for depth in range(len(reach) + 1))

    def _is_before_removed(self, change: Change, reaches: tuple[Path, ...]) -> bool:
        """Whether it removes an item of a list that loses a later one, and to which nothing else happens."""
        if not isinstance(change, Remove) or reaches != (holder := change.path[:-1],):
            return False
        index, first = change.path[-1], self._removed.get(holder)
        is_before = isinstance(index, int) and first is not None and index < first
        return is_before and holder not in self._above and not self._is_reached(holder[:-1], below=False)

    def _with_touching(self, splice: Splice) -> Splice:
        """A stretch that goes, together with one next to it that goes already, which is no longer by itself."""
        place = bisect(self.splices, splice.start, key=lambda one: one.start)
        for at in (place, place - 1):
            if 0 <= at < len(self.splices) and not splice.words:
                one = self.splices[at]
                if not one.words and one.start <= splice.end and splice.start <= one.end:
                    del self.splices[at]
                    splice = Splice(min(one.start, splice.start), max(one.end, splice.end), "")
        return splice

    def _collides(self, splice: Splice) -> bool:
        """Whether it touches what is replaced already, even by its edge: which of the two came first would matter."""
        place = bisect(self.splices, splice.start, key=lambda one: one.start)
        return any(
            one.start <= splice.end and splice.start <= one.end for one in self.splices[max(place - 1, 0) : place + 1]
        )


def _reaches(change: Change, data: Value) -> tuple[Path, ...]:
    """The entries that no other change of the batch may touch: what changes, or the list or mapping it is added to.

    The indices of a list's items change, and where a key comes depends on those that are there. A new list is
    indented like its neighbours: where one of these is removed, nothing else of its mapping may change.
    """
    path, holder = change.path, change.path[:-1]
    match change:
        case Rename(_, key):
            return (path, (*holder, key))
        case Insert():
            return (holder,)
        case Remove() if isinstance(path[-1], int):
            return (holder[:-1],) if _has_list(data, holder, most=1) else (holder,)
        case Remove() | Set() if path and _has_list(data, path):
            return (holder,)
    return (path,)


def _has_list(data: Value, path: Path, *, most: int | None = None) -> bool:
    """Whether there is a list at a path, of not more items than `most`."""
    try:
        found = value_at(data, path)
    except MissingError:
        return False
    return isinstance(found, list) and (most is None or len(found) <= most)
