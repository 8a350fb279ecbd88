"""The schemas of files as editors use them: what they refuse in which words, and what they never offer."""

import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from tcplan.model import KINDS
from tcplan.shape.schema import file_schema


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema in a schema that an editor looks into to complete: not what is below `if`, `then` and `not`."""
    if isinstance(schema, dict):
        yield schema
        for name, part in schema.items():
            if name not in ("if", "then", "not"):
                yield from parts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts(part)


def faults(kind: str, data: dict[str, Any]) -> list[str]:
    """Where a validator of JSON Schemas finds a fault in data."""
    found = jsonschema.Draft202012Validator(file_schema(kind)).iter_errors({"kind": kind, "format": 1, **data})
    return [error.json_path for error in found]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    """By the schema of schemas."""
    jsonschema.Draft202012Validator.check_schema(file_schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_neither_null_nor_true_is_offered(kind: str) -> None:
    """The one is refused, the other is only text."""
    types = [one for part in parts(file_schema(kind)) for one in _as_list(part.get("type"))]
    assert types
    assert not {"null", "boolean"} & {*types}


def _as_list(types: Any) -> list[Any]:
    return types if isinstance(types, list) else [types] if isinstance(types, str) else []


@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_has_a_sentence(kind: str) -> None:
    """Otherwise an editor shows the regular expression."""
    patterns = [part for part in parts(file_schema(kind)) if isinstance(part.get("pattern"), str)]
    assert patterns
    for part in patterns:
        assert re.match(r"this is not an? [\w -]+; \w", part["patternErrorMessage"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_its_name_and_a_description(kind: str) -> None:
    """Which an editor shows for it."""
    for shape in (file_schema(kind), *file_schema(kind).get("$defs", {}).values()):
        named = {
            name: part.get("title") for name, part in shape["properties"].items() if name not in ("kind", "format")
        }
        assert named == {name: name for name in named}
        assert all(part["description"] for part in shape["properties"].values())


@pytest.mark.parametrize("key", ["end", 2027, "2027", "2026-06", "2026-Q1", "2025/26", "36 months"])
def test_a_date_is_a_key(key: str | int) -> None:
    """A year is a number in the YAML of others."""
    assert faults("plan", {"title": "P", "measures": [{"id": "m", "title": "M", "targets": {key: "30%"}}]}) == []


@pytest.mark.parametrize("key", ["soon", "2026-13", "2026-00", "2026-06-32", True, 2026.5])
def test_what_is_no_date_is_no_key(key: object) -> None:
    """Neither words nor a day that no month has."""
    found = faults("plan", {"title": "P", "measures": [{"id": "m", "title": "M", "targets": {key: "30%"}}]})
    assert found == ["$.measures"]


@pytest.mark.parametrize("value", [None, "HR", 3, 1.5, True, ["HR", 3]])
def test_owners_are_one_text_or_several_or_nothing_yet(value: object) -> None:
    """Whatever YAML takes the text for."""
    assert faults("plan", {"title": "P", "actions": [{"id": 1, "title": "A", "owners": value}]}) == []


@pytest.mark.parametrize("value", [{"a": "b"}, [["HR"]], [None], [{"a": "b"}]])
def test_owners_are_nothing_else(value: object) -> None:
    """No mapping, no list in a list, no empty item."""
    assert faults("plan", {"title": "P", "actions": [{"id": 1, "title": "A", "owners": value}]}) != []


@pytest.mark.parametrize("value", [None, ["A"], {"a": "b"}])
def test_a_title_is_not_empty(value: object) -> None:
    """It is required: nothing, a list and a mapping are told."""
    assert faults("plan", {"title": value}) == ["$.title"]
