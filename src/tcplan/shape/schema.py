"""JSON Schemas of the files, for editors: made from the same models, with the two short forms.

Text takes what an editor's YAML makes of `1.10` or `2025`, and every key that may be left out may be empty. What is
accepted but should not be offered while somebody types (`null`, `true`) is said in ways that editors do not complete.
"""

from typing import Any

from tcplan.model import KINDS, Shape
from tcplan.shape.editor_schema import EMPTY, TEXT, key_schema, value_schema
from tcplan.shape.fields import FieldKind, fields_of, name_of, shapes_of
from tcplan.shape.file_header import FORMAT
from tcplan.values.json_text import DIALECT


def file_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file; raises KeyError for a kind that there is not."""
    top = KINDS[kind]
    schema = _mapping(top)
    schema["properties"]["kind"] = {"const": kind, "description": "what the file holds"}
    schema["properties"]["format"] = {"enum": [int(FORMAT), FORMAT], "description": "the version of the file format"}
    inner = {shape.__name__: {"title": name_of(shape), **_mapping(shape)} for shape in shapes_of(top)[1:]}
    return {"$schema": DIALECT, "title": f"tcplan {kind}", **schema, **({"$defs": inner} if inner else {})}


def _mapping(shape: type[Shape]) -> dict[str, Any]:
    fields = fields_of(shape)
    schema: dict[str, Any] = {
        "type": "object",
        "description": (shape.__doc__ or "").partition("\n")[0],
        "properties": {name: _property(field) for name, field in fields.items()},
        "additionalProperties": False,
    }
    required = [name for name, field in fields.items() if field.required]
    return {**schema, "required": required} if required else schema


def _property(field: FieldKind) -> dict[str, Any]:
    value = _item(field)
    if field.many:
        value = _any_of(value, {"type": "array", "items": value})
    if field.mapping:
        value = _any_of(value, EMPTY)  # a key without a value says nothing, like any other
        names = key_schema(field.key_leaf) if field.key_leaf else {}
        value = {"type": "object", "propertyNames": names, "additionalProperties": value}
    if not field.required:
        value = _any_of(value, EMPTY)
    return {"title": field.name, "description": field.description, **value}


def _item(field: FieldKind) -> dict[str, Any]:
    if field.shape is None:
        return value_schema(field.leaf) if field.leaf else {}
    reference = {"$ref": f"#/$defs/{field.shape.__name__}"}
    return _any_of(reference, TEXT) if field.shape.main else reference


def _any_of(*schemas: dict[str, Any]) -> dict[str, Any]:
    """One of several schemas, without nesting."""
    flat = [part for schema in schemas for part in schema.get("anyOf", [schema])]
    return {"anyOf": flat}
