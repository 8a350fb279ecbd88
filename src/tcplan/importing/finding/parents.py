"""What is below what by ids, where the place in the document says something else."""

from collections.abc import Iterator

from tcplan.importing.finding.ids import id_parts
from tcplan.importing.found import FoundEntry, FoundLevel, FoundPlan

_ABOVE = {FoundLevel.ACTION: (FoundLevel.OBJECTIVE, FoundLevel.PILLAR), FoundLevel.OBJECTIVE: (FoundLevel.PILLAR,)}


def settle_parents(plan: FoundPlan) -> None:
    """Put each action and objective below the one entry whose id its own extends."""
    by_id: dict[tuple[str, ...], list[FoundEntry]] = {}
    for _, entry in _walk(plan.entries, None):
        if entry.number and entry.level in {FoundLevel.PILLAR, FoundLevel.OBJECTIVE}:
            by_id.setdefault(id_parts(entry.number), []).append(entry)
    for parent, entry in list(_walk(plan.entries, None)):
        above = _ABOVE.get(entry.level, ())
        if not entry.number or not above:
            continue
        target = _target(entry, parent, by_id)
        if target is not None and target.level in above and target is not parent:
            siblings = parent.children if parent else plan.entries
            siblings[:] = [one for one in siblings if one is not entry]
            target.children.append(entry)


def _target(
    entry: FoundEntry, parent: FoundEntry | None, by_id: dict[tuple[str, ...], list[FoundEntry]]
) -> FoundEntry | None:
    parts = id_parts(entry.number)
    for length in range(len(parts) - 1, 0, -1):
        known = by_id.get(parts[:length], [])
        if parent is not None and any(one is parent for one in known):
            return parent
        if len(known) == 1 and known[0] is not entry:
            return known[0]
        if known:
            return None
    return None


def _walk(entries: list[FoundEntry], parent: FoundEntry | None) -> Iterator[tuple[FoundEntry | None, FoundEntry]]:
    for entry in list(entries):
        yield parent, entry
        yield from _walk(entry.children, entry)
