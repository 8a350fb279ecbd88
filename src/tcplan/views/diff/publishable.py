"""The data of a file without what is never published, for a comparison that is put before a committee."""

from collections.abc import Callable
from typing import Any, Final

from tcplan.comparison.differences.comparable import ComparableFile
from tcplan.findings.span import Value
from tcplan.model import Institution, Shape
from tcplan.model.parts import SignOff
from tcplan.shape.fields import FieldKind, fields_of
from tcplan.workspace.consent import published_name
from tcplan.workspace.glossary import Glossary

_NAMES: Final = frozenset({"lead", "by", "owners"})
_AGREED: Final = frozenset({"yes", "true", "Yes", "True", "YES", "TRUE"})
_PEOPLE_OF_INSTITUTION: Final = ("contact", "owners")


def publishable(file: ComparableFile, glossary: Glossary) -> ComparableFile:
    """The same data without internal notes, and without the names of people who have not agreed to be named.

    The contact and the glossary of an institution are left out: they are there to say who has agreed.
    """
    left_out = _PEOPLE_OF_INSTITUTION if file.shape is Institution else ()
    data = {key: value for key, value in file.data.items() if key not in left_out}
    return file._replace(data=_published(data, file.shape, lambda name: published_name(name, glossary)))


def _published(mapping: dict[str, Any], shape: type[Shape] | None, name: Callable[[str], str]) -> dict[str, Any]:
    """A mapping without what is internal. A key that is not known is left out: it may be a misspelt `internal`."""
    fields = fields_of(shape) if shape else {}
    is_signed = shape is SignOff and str(mapping.get("consent")) not in _AGREED
    kept = {
        key: _names(value, name) if key in _NAMES else _inside(value, fields[key], name)
        for key, value in mapping.items()
        if key in fields and key != "internal" and not (is_signed and key == "name")
    }
    if is_signed and isinstance(role := kept.get("role"), str):
        kept["role"] = name(role)
    return kept


def _inside(value: Value, field: FieldKind, name: Callable[[str], str]) -> Any:  # noqa: ANN401 (as deep as the data)
    if field.mapping and isinstance(value, dict):
        return {key: _items(one, field, name) for key, one in value.items()}
    return _items(value, field, name)


def _items(value: Value, field: FieldKind, name: Callable[[str], str]) -> Any:  # noqa: ANN401 (as deep as the data)
    if isinstance(value, list):
        return [_items(item, field, name) for item in value]
    return _published(value, field.shape, name) if isinstance(value, dict) else value


def _names(value: Value, name: Callable[[str], str]) -> Any:  # noqa: ANN401 (one name, or several)
    if isinstance(value, list):
        return [name(one) if isinstance(one, str) else one for one in value]
    return name(value) if isinstance(value, str) else value
