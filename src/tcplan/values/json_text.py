"""Data as JSON text that can be written wherever text can, and the name of the language that describes it."""

import json
from typing import Any, Final

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""Of every JSON Schema that tcplan prints."""


def json_text(data: Any) -> str:  # noqa: ANN401 (whatever JSON holds)
    """The data, indented, in their own order.

    A file name that is not UTF-8 is written with JSON escapes: a name read back opens the file again.
    """
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"
