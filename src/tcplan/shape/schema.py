"""JSON Schemas of the files, for editors: made from the same models, with the two short forms.

Text takes what an editor's YAML makes of `1.10` or `2025`, and every key that may be left out may be empty.
"""

import copy
from typing import Any

from tcplan.model import KINDS, Shape
from tcplan.model.leaf import EDITOR_TEXT
from tcplan.shape.fields import FieldKind, fields_of, shapes_of
from tcplan.shape.file_header import FORMAT
from tcplan.values.json_text import DIALECT


def file_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file; raises KeyError for a kind that there is not."""
    top = KINDS[kind]
    schema = _mapping(top)
    schema["properties"]["kind"] = {"const": kind, "description": "what the file holds"}
    schema["properties"]["format"] = {"enum": [int(FORMAT), FORMAT], "description": "the version of the file format"}
    inner = {shape.__name__: _mapping(shape) for shape in shapes_of(top)[1:]}
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
        value = _any_of(value, {"type": "null"})  # a key without a value says nothing, like any other
        value = {"type": "object", "propertyNames": _key(field.key_schema), "additionalProperties": value}
    if not field.required:
        value = _any_of(value, {"type": "null"})
    return {"description": field.description, **value}


def _item(field: FieldKind) -> dict[str, Any]:
    if field.shape is None:
        return copy.deepcopy(field.schema)
    reference = {"$ref": f"#/$defs/{field.shape.__name__}"}
    return _any_of(reference, {"type": list(EDITOR_TEXT)}) if field.shape.main else reference


def _key(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a key, which is always text."""
    return {"type": "string", **{name: part for name, part in schema.items() if name != "type"}}


def _any_of(*schemas: dict[str, Any]) -> dict[str, Any]:
    """One of several schemas, without nesting."""
    flat = [part for schema in schemas for part in schema.get("anyOf", [schema])]
    return {"anyOf": flat}
