"""A plan file as one line for each fact, so that programs that compare lines compare facts."""

from collections.abc import Iterator

from tcplan.comparison.differences.comparable import ComparableFile
from tcplan.findings.plan_terms import plan_terms
from tcplan.findings.span import Path, Value
from tcplan.model import Shape
from tcplan.shape.fields import field_at, fields_of


def plain_lines(file: ComparableFile) -> Iterator[str]:
    """Such as `action 1.1 > lead: HR`, in the order of the file's tables and of the format's keys."""
    return _of_value(file.data, file, ())


def _of_value(value: Value, file: ComparableFile, path: Path) -> Iterator[str]:
    if isinstance(value, dict):
        for key in _keys(value, file.shape, path):
            yield from _of_value(value[key], file, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _of_value(item, file, (*path, index))
    else:
        yield from _of_text(value or "", plan_terms(path, file.data))


def _of_text(text: str, terms: str) -> Iterator[str]:
    """A text of several lines is one line for each, so that only those that changed differ."""
    for line in text.splitlines() or [""]:
        yield f"{terms}: {line}".rstrip()


def _keys(value: dict[str, Value], shape: type[Shape] | None, path: Path) -> list[str]:
    if shape is None:
        return list(value)
    field = field_at(shape, path) if path else None
    inner = shape if not path else field.shape if field else None
    known = [key for key in fields_of(inner) if key in value] if inner else []
    return [*known, *(key for key in value if key not in known)]
