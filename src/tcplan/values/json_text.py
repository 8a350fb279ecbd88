"""Data as JSON text that can be written wherever text can, and the name of the language that describes it."""

import json
from io import StringIO
from typing import Any, Final

from tcplan.values.plain_text import json_escaped

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""Of every JSON Schema that tcplan prints."""


def json_text(data: Any, *, ascii_only: bool = False) -> str:  # noqa: ANN401 (whatever JSON holds)
    """The data, indented, in their own order.

    What must not reach a terminal or a log as it is has JSON escapes: a name read back opens the file again.
    """
    written = StringIO()  # `dumps` would hold each bracket and comma as a text of its own
    json.dump(data, written, indent=2, ensure_ascii=ascii_only)
    return json_escaped(written.getvalue()) + "\n"
