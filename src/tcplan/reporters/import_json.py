"""An import for scripts."""

from typing import Any

from pydantic import TypeAdapter

from tcplan.importing.page import ImportPage
from tcplan.values.json_text import DIALECT, json_text


def import_json(page: ImportPage) -> str:
    """The page for scripts; `import_schema` describes it."""
    return json_text(TypeAdapter(ImportPage).dump_python(page, mode="json"), ascii_only=True)


def import_schema() -> dict[str, Any]:
    """The JSON Schema of `import_json`."""
    schema = TypeAdapter(ImportPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan import"}
