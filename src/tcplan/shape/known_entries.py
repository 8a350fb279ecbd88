"""Entries that are shaped already, because they were in the file before an edit of it."""

from typing import Any, NamedTuple

from tcplan.findings.span import Value
from tcplan.model import Shape


class KnownEntries(NamedTuple):
    """A sound file as it was read, and its model: an entry that is still the same object has the same model."""

    data: Value
    model: Shape


def with_models(spread: Any, data: Value, known: KnownEntries) -> Any:
    """A file whose short forms are spread, with models in the place of those entries of `data` that are known."""
    if not (isinstance(data, dict) and isinstance(known.data, dict)):
        return spread
    return {key: _with_models(table, key, data, known) for key, table in spread.items()}


def _with_models(table: Any, key: str, data: dict[str, Value], known: KnownEntries) -> Any:
    items, old_items = data.get(key), known.data.get(key) if isinstance(known.data, dict) else None
    if not (isinstance(items, list) and isinstance(old_items, list)):
        return table
    models = dict(zip(map(id, old_items), getattr(known.model, key), strict=True))
    return [
        models.get(id(item), entry) if isinstance(item, dict) else entry
        for item, entry in zip(items, table, strict=True)
    ]
