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

    def take(self, change: Change) -> bool:
        """Take a change, or say that it needs another batch; raises MissingError and UnsafeError."""
        reaches = _reaches(change, self.data)
        if any(map(self._is_reached, reaches)):
            return False
        data = apply_change(self.data, change)
        # Planned in the document as it was read: as long as no two splices touch, all offsets are those of its text.
        found = sorted(plan_splices(self._view, change), key=lambda one: (one.start, one.end))
        if any(map(self._collides, found)):
            return False
        self.data = data
        for splice in found:
            self.splices.insert(bisect(self.splices, (splice.start, splice.end), key=lambda one: one[:2]), splice)
        for reach in reaches:
            self._reaches.add(reach)
            self._above.update(reach[:depth] for depth in range(len(reach)))
        return True

    def _is_reached(self, reach: Path) -> bool:
        """Whether another change has to do with an entry, with what holds it or with what it holds."""
        return reach in self._above or any(reach[:depth] in self._reaches for depth in range(len(reach) + 1))

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
