"""The words of a file that a report prints: every text that is not `internal`."""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tcplan.findings.plan_terms import plan_terms
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, fields_of
from tcplan.workspace import File

KEPT_BACK: Final = ("internal", "accepted", "also")
"""Keys that no report prints: notes, accepted findings with their reasons, and other spellings of an owner."""

_ENTRY: Final = 2
"""The length of the path of an entry: a table and an index."""


class Passage(NamedTuple):
    """A text with its place. `is_prose` is False for names, sources and other texts of a few words."""

    path: Path
    text: str
    is_prose: bool


def published_passages(model: Shape | None) -> Iterator[Passage]:
    """Every text of a file that may be printed, in the order of the shape's keys; no dates, no words of a list."""
    if model is not None:
        yield from _shape(model, ())


def holder_of(path: Path, file: File) -> str:
    """The entry that a text is in, or the whole, as a message calls it: `action 2.3.1`, `the plan`."""
    if len(path) > _ENTRY and isinstance(path[1], int):
        return plan_terms(file.shaped.path_map.origin(path[:_ENTRY]), file.document.data)
    kind = getattr(file.shaped.model, "kind", "file")
    return f"the {kind.replace('-', ' ')}"


def _shape(shape: Shape, path: Path) -> Iterator[Passage]:
    for name, key, field in _printed_fields(type(shape)):
        if value := getattr(shape, name):
            yield from _value(value, field, (*path, key))


@cache
def _printed_fields(shape: type[Shape]) -> tuple[tuple[str, str, FieldKind], ...]:
    """The fields of a shape that reports print: the name of each in the model, its key in the file, and its kind."""
    names = {info.alias or name: name for name, info in shape.model_fields.items()}
    return tuple((names[key], key, field) for key, field in fields_of(shape).items() if key not in KEPT_BACK)


def _value(value: object, field: FieldKind, path: Path) -> Iterator[Passage]:
    if isinstance(value, Shape):
        yield from _shape(value, path)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _value(one, field, (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _value(one, field, (*path, str(key)))
    elif isinstance(value, str) and field.leaf is not None and not field.leaf.words:
        yield Passage(path, value, field.leaf.prose)
